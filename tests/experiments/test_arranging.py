from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from experiments import arranging, binning, files, limits, services, templates
from experiments.models import DataSource, Experiment, Template
from generation.runs.drafts import next_config, save_draft
from tests.factories import ANSWERS, ExperimentFactory
from tests.generation.values import finished_run

if TYPE_CHECKING:
    from accounts.models import User

pytestmark = pytest.mark.django_db
WANTED = {"answers": {}, "questions": {"city": {"use": "none"}}}


def test_what_is_archived_comes_back_unchanged(experiment: Experiment) -> None:
    arranging.archive(experiment=experiment)
    experiment.refresh_from_db()
    first = experiment.archived
    arranging.archive(experiment=experiment)
    experiment.refresh_from_db()

    assert first is not None
    assert experiment.archived == first
    arranging.unarchive(experiment=experiment)
    experiment.refresh_from_db()
    assert experiment.archived is None


def test_a_copy_has_question_and_settings_and_no_runs(alice: User, bob: User, source: DataSource) -> None:
    experiment = source.experiment
    finished_run(experiment)
    save_draft(experiment=experiment, look=True, count=5)
    DataSource.objects.update(questions=WANTED["questions"])
    key = uuid4()

    copy = arranging.duplicate(experiment=experiment, by=bob, key=key)

    assert (copy.pk, copy.owner, copy.team, copy.source, copy.runs.count()) == (key, bob, experiment.team, None, 0)
    assert (copy.name, copy.description) == (f"{experiment.name} (copy)", experiment.description)
    assert copy.wanted == {"questions": WANTED["questions"]}
    assert (next_config(copy).count, copy.draft.look) == (5, True)
    assert arranging.duplicate(experiment=experiment, by=bob, key=key) == copy
    assert Experiment.objects.count() == 2


def test_a_copy_with_data_has_the_file_and_how_it_is_read(alice: User, source: DataSource) -> None:
    DataSource.objects.update(choices={"delimiter": ","})

    copy = arranging.duplicate(experiment=source.experiment, by=alice, with_data=True)

    again = copy.sources.get()
    assert (again.sha256, again.name, again.choices) == (source.sha256, source.name, {"delimiter": ","})
    assert files.upload(again.pk).read_text() == ANSWERS


def test_what_was_said_is_said_of_the_next_file_as_far_as_it_fits(source: DataSource) -> None:
    source.experiment.wanted = {"questions": WANTED["questions"] | {"gone": {"use": "none"}}}

    templates.source_was_read(DataSource, source=source)

    source.refresh_from_db()
    assert source.questions == WANTED["questions"]
    assert [change["words"] for change in source.changes] == ["Said of the questions before"]


def test_a_copy_finds_no_room_where_there_is_none(
    alice: User, source: DataSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "FILES", 1)

    with pytest.raises(services.NoRoom):
        arranging.duplicate(experiment=source.experiment, by=alice, with_data=True)
    binning.move_to_bin(experiment=source.experiment, by=alice)
    with pytest.raises(services.NoRoom):
        arranging.duplicate(experiment=source.experiment, by=alice, with_data=True)


def test_the_name_of_a_copy_fits() -> None:
    assert arranging.name_of_copy("x" * 120) == "x" * 113 + " (copy)"


def test_a_template_begins_experiments_with_settings_and_questions(alice: User, source: DataSource) -> None:
    save_draft(experiment=source.experiment, count=4)
    DataSource.objects.update(questions=WANTED["questions"])

    first = templates.save_as_template(experiment=source.experiment, by=alice, name="Every spring")
    again = templates.save_as_template(experiment=source.experiment, by=alice, name="Every spring")
    made = templates.begin(template=again, by=alice, key=(key := uuid4()))

    assert (first, Template.objects.count()) == (again, 1)
    assert (made.pk, made.name, made.wanted) == (key, "Every spring", {"questions": WANTED["questions"]})
    assert next_config(made).count == 4
    assert templates.begin(template=again, by=alice, key=key) == made


def test_templates_of_others_are_not_mine(alice: User, charlie: User) -> None:
    templates.save_as_template(experiment=ExperimentFactory(owner=alice), by=alice, name="Mine")

    assert list(Template.objects.visible_to(charlie)) == []
    assert Template.objects.visible_to(alice).count() == 1
