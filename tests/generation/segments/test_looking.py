"""Looking: which draft a page shows, and the way back from each choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from experiments.models import DataSource, Experiment
from generation.models import Draft, Run, SegmentDraft
from generation.runs.drafts import looks_first, next_config, save_draft
from generation.segments import looking, services
from generation.segments.services import Changed
from persona.models import Merge, Rename
from tests.factories import DataSourceFactory, ExperimentFactory, RunFactory
from tests.generation.segments.previews import draft_of, preview

if TYPE_CHECKING:
    from pathlib import Path

    from accounts.models import User
    from tests.generation.conftest import Posted

pytestmark = pytest.mark.django_db
Status = SegmentDraft.Status
CSV = "Plan,Age,Why?\n" + "".join(f"{['free', 'pro'][n % 2]},{20 + n},It saves me {n} hours\n" for n in range(40))


@pytest.fixture
def experiment(alice: User, data_dir: Path) -> Experiment:
    return DataSourceFactory(experiment=ExperimentFactory(owner=alice), content=CSV).experiment


@pytest.fixture
def draft(experiment: Experiment) -> SegmentDraft:
    return draft_of(experiment, preview())


def test_a_change_of_writing_keeps_the_groups_and_their_edits(experiment: Experiment, draft: SegmentDraft) -> None:
    SegmentDraft.objects.update(edits=[Rename(segment=1, name="A").model_dump(mode="json")])
    save_draft(experiment=experiment, detail="deep")

    found = looking.look(experiment=experiment)

    assert (found, found.config["detail"], len(found.edits), found.status) == (draft, "deep", 1, Status.READY)


def test_another_number_in_the_settings_is_other_groups(
    experiment: Experiment, draft: SegmentDraft, posted: Posted
) -> None:
    save_draft(experiment=experiment, count=2)

    with posted() as messages:
        found = looking.look(experiment=experiment)

    assert (found != draft, found.config["count"]) == (True, 2)
    assert messages == [("generation.find_segments", [str(found.pk)])]


def test_after_a_run_the_same_groups_are_begun_anew_with_their_edits(
    experiment: Experiment, draft: SegmentDraft, posted: Posted
) -> None:
    edits = [Merge(segments=(1, 2)).model_dump(mode="json")]
    SegmentDraft.objects.update(edits=edits)
    RunFactory(pk=draft.pk, experiment=experiment)

    with posted():
        found = looking.look(experiment=experiment)

    assert (found != draft, found.edits, found.status) == (True, edits, Status.WAITING)


def test_groups_of_a_file_that_was_replaced_are_not_shown(
    experiment: Experiment, draft: SegmentDraft, posted: Posted
) -> None:
    source = experiment.source
    assert source is not None
    DataSource.objects.filter(pk=source.pk).update(created=draft.created.replace(year=draft.created.year + 1))

    with posted():
        assert looking.look(experiment=Experiment.objects.get(pk=experiment.pk)) != draft
    assert not looking.is_of_now(SegmentDraft.objects.get(pk=draft.pk))


def test_another_number_is_a_draft_of_its_own_and_undo_leads_back(
    experiment: Experiment, draft: SegmentDraft, posted: Posted
) -> None:
    with posted() as messages:
        other = looking.choose_number(draft=draft, count=2)
        again = looking.choose_number(draft=draft, count=2)
    other.refresh_from_db()

    assert (other, other.original, other.before, other.config["count"]) == (again, draft, draft, 2)
    assert ("generation.find_segments", [str(other.pk)]) in messages
    assert Draft.objects.get(experiment=experiment).config["count"] == 2
    assert looking.look(experiment=experiment) == other
    assert looking.undo(draft=other, seen=other.version) == draft
    assert Draft.objects.get(experiment=experiment).config["count"] is None


def test_the_number_that_was_found_leads_back_to_the_first_groups(
    experiment: Experiment, draft: SegmentDraft, posted: Posted
) -> None:
    with posted():
        other = looking.choose_number(draft=draft, count=2)
        other.refresh_from_db()
        back = looking.choose_number(draft=other, count=3)

    assert (back, Draft.objects.get(experiment=experiment).config["count"]) == (draft, None)


def test_a_question_that_is_left_out_only_describes_in_the_data_check_too(
    experiment: Experiment, posted: Posted
) -> None:
    draft = draft_of(experiment, preview(one_question="Plan"))
    before = next_config(experiment)

    with posted():
        other = looking.leave_out(draft=draft, question="Plan")

    assert other is not None
    other.refresh_from_db()
    now = next_config(Experiment.objects.get(pk=experiment.pk))
    assert [choice.use for choice in now.questions.values()] == ["describe"]
    assert (looking.is_of_now(other), looking.is_of_now(draft)) == (True, False)
    assert (other.config["count"], other.original, other.before) == (None, None, draft)

    assert looking.undo(draft=other, seen=other.version) == draft
    assert next_config(Experiment.objects.get(pk=experiment.pk)) == before


def test_where_groups_are_more_than_the_question_their_number_is_kept(draft: SegmentDraft, posted: Posted) -> None:
    with posted():
        other = looking.leave_out(draft=draft, question="Plan")

    assert other is not None
    assert other.config["count"] == 3


def test_a_question_that_is_not_there_changes_nothing(draft: SegmentDraft) -> None:
    assert looking.leave_out(draft=draft, question="<script>") is None
    assert SegmentDraft.objects.count() == 1


def test_undo_takes_the_last_edit_back_first(experiment: Experiment, posted: Posted) -> None:
    draft = draft_of(experiment, preview(edits=(Rename(segment=1, name="A"), Merge(segments=(1, 2)))))

    with pytest.raises(Changed):
        looking.undo(draft=draft, seen=0)
    with posted() as messages:
        assert looking.undo(draft=draft, seen=1) == draft

    draft.refresh_from_db()
    assert ([edit["type"] for edit in draft.edits], draft.status) == (["rename"], Status.WAITING)
    assert messages == [("generation.find_segments", [str(draft.pk)])]


def test_with_nothing_to_undo_nothing_happens(draft: SegmentDraft) -> None:
    assert looking.undo(draft=draft, seen=draft.version) == draft
    draft.refresh_from_db()
    assert (draft.version, draft.status) == (1, Status.READY)


def test_groups_that_were_stopped_are_looked_for_again(experiment: Experiment, posted: Posted) -> None:
    draft = draft_of(experiment, status=Status.WAITING)
    services.cancel(draft=draft)
    draft.refresh_from_db()
    stopped = draft.status, (draft.error or {}).get("code")

    with posted() as messages:
        found = looking.look(experiment=experiment)

    assert stopped == (Status.FAILED, "cancelled")
    assert (found, found.status, found.error) == (draft, Status.WAITING, None)
    assert messages == [("generation.find_segments", [str(draft.pk)])]


@pytest.mark.parametrize(("chosen", "expected"), [(None, True), (False, False), (True, True)])
def test_groups_are_looked_at_first_as_chosen_else_where_something_is_in_doubt(
    experiment: Experiment, chosen: bool | None, expected: bool
) -> None:
    source = experiment.source
    assert source is not None
    if chosen is not None:
        save_draft(experiment=experiment, look=chosen)
    has_doubts = bool((source.questionnaire or {}).get("doubts"))

    assert looks_first(experiment) == (expected if chosen is not None else has_doubts)


def test_a_run_keeps_what_was_seen(experiment: Experiment, draft: SegmentDraft, posted: Posted) -> None:
    services.rename(draft=draft, seen=1, edit=Rename(segment=2, name="B"))
    draft.refresh_from_db()

    with posted():
        services.start_run(draft=draft)

    assert Run.objects.get().config["edits"] == draft.edits
