"""The page of groups: what it shows, what each button does, and that nothing anybody typed is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertRedirects

from accounts.teams.models import Membership, Role
from experiments import binning
from generation.models import Run, SegmentDraft
from persona.models import Merge, Rename
from tests.factories import DataSourceFactory, ExperimentFactory
from tests.generation.segments.previews import draft_of, preview, share

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from django.http import HttpResponse

    from accounts.models import User
    from experiments.models import Experiment
    from tests.generation.conftest import Posted

pytestmark = pytest.mark.django_db
Status = SegmentDraft.Status
HTMX = {"HX-Request": "true", "HX-Target": "groups"}


@pytest.fixture
def experiment(alice: User, data_dir: Path) -> Experiment:
    return DataSourceFactory(experiment=ExperimentFactory(owner=alice)).experiment


@pytest.fixture
def draft(experiment: Experiment) -> SegmentDraft:
    return draft_of(experiment, preview())


@pytest.fixture
def client(alice: User, client_of: Callable[[User], Client]) -> Client:
    return client_of(alice)


def send(client: Client, draft: SegmentDraft, *, htmx: bool = False, **sent: Any) -> HttpResponse:
    fields = {"seen": draft.version, **sent}
    return client.post(draft.get_absolute_url(), fields, headers=HTMX if htmx else {})


def text(response: HttpResponse) -> str:
    return " ".join(response.content.decode().replace("\xa0", " ").split())


def test_each_group_is_shown_with_its_size_answers_and_words(client: Client, draft: SegmentDraft) -> None:
    shown = text(client.get(draft.get_absolute_url()))

    for words in (
        "100 people, put together by how they answered 2 questions.",
        '<b class="num">50</b> people, 50 %',
        "Words of &lt;i&gt;1&lt;/i&gt;",
        '<span class="v">50 %</span><span class="quiet">of 20 %</span>',
        "1 person fits no group well",
        "between Group 1 and Group 2",
        "Write 3 personas",
        "Group 1 50 %, ",
    ):
        assert words in shown
    assert "<i>" not in shown


def test_while_groups_are_looked_for_the_page_says_how_far_it_is(client: Client, experiment: Experiment) -> None:
    draft = draft_of(experiment, status=Status.WORKING, part=0.31)

    shown = text(client.get(draft.get_absolute_url()))

    assert ("<strong>31 %</strong>" in shown, 'name="cancel"' in shown, 'hx-trigger="every' in shown) == (
        True,
        True,
        True,
    )


def test_its_own_question_whether_there_is_news_is_answered_shortly(client: Client, experiment: Experiment) -> None:
    draft = draft_of(experiment, status=Status.WORKING, part=0.31)

    answers = [
        client.get(draft.get_absolute_url(), {"seen": mark}, headers=HTMX).status_code
        for mark in ("0 working 0.31", "0 working 0.30")
    ]

    assert answers == [204, 200]


def test_a_name_is_saved_at_once_and_nothing_is_grouped(client: Client, draft: SegmentDraft, posted: Posted) -> None:
    with posted() as messages:
        response = send(client, draft, name_1="  The   planners ", name_2="", name_3="")

    draft.refresh_from_db()
    assertRedirects(response, draft.get_absolute_url())
    assert (draft.status, draft.version, messages) == (Status.READY, 2, [])
    assert draft.edits == [Rename(segment=1, name="The planners").model_dump(mode="json")]
    assert draft.result is not None
    assert [segment["name"] for segment in draft.result["segments"]] == ["The planners", None, None]
    assert draft.result["config"]["edits"] == draft.edits


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ({"merge": "3,1"}, [{"type": "merge", "segments": [3, 1]}]),
        (
            {"merge": "1,2", "name_1": "A"},
            [{"type": "rename", "segment": 1, "name": "A"}, {"type": "merge", "segments": [1, 2]}],
        ),
    ],
)
def test_a_change_is_sent_to_a_worker_after_the_names_that_were_typed(
    client: Client, draft: SegmentDraft, posted: Posted, sent: dict, expected: list
) -> None:
    with posted() as messages:
        send(client, draft, **sent)

    draft.refresh_from_db()
    assert (draft.status, draft.edits) == (Status.WAITING, expected)
    assert messages == [("generation.find_segments", [str(draft.pk)])]


def test_an_answer_to_htmx_is_the_form_alone(client: Client, draft: SegmentDraft, posted: Posted) -> None:
    with posted():
        shown = text(send(client, draft, htmx=True, merge="1,2"))

    assert (shown.startswith("<form"), 'aria-busy="true"' in shown, "Grouping again" in shown) == (True, True, True)


def test_the_later_of_two_is_told_and_keeps_what_was_typed(client: Client, draft: SegmentDraft, posted: Posted) -> None:
    send(client, draft, name_1="The first")

    with posted() as messages:
        response = send(client, draft, name_1="The <b>second</b>", merge="1,2")

    shown = text(response)
    draft.refresh_from_db()
    assert (response.status_code, len(draft.edits), messages) == (422, 1, [])
    assert "The groups were changed a moment before you." in shown
    assert 'You had typed “<b dir="auto">The &lt;b&gt;second&lt;/b&gt;</b>” for group 1.' in shown


@pytest.mark.parametrize("action", ["merge", "split", "split_keep", "undo"])
def test_what_is_being_changed_is_not_changed_again(
    client: Client, experiment: Experiment, action: str, posted: Posted
) -> None:
    rename = Rename(segment=1, name="A")
    draft = draft_of(experiment, preview(edits=(rename,)), status=Status.WORKING)

    with posted() as messages:
        response = send(client, draft, **{action: "1,2" if action == "merge" else 1})

    draft.refresh_from_db()
    assert (response.status_code, draft.edits, messages) == (422, [rename.model_dump(mode="json")], [])


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"name_2": "x" * 81}, "Name of group 2: A name has at most 80 characters."),
        ({"seen": "no"}, "Load the page again"),
        ({"merge": "1;2"}, "Nothing was changed"),
        ({"number": "0"}, "Nothing was changed"),
        ({"split": "nine"}, "Nothing was changed"),
    ],
)
def test_what_makes_no_sense_changes_nothing(client: Client, draft: SegmentDraft, sent: dict, words: str) -> None:
    response = send(client, draft, **sent)

    draft.refresh_from_db()
    assert (response.status_code, words in text(response), draft.version) == (422, True, 1)


def test_a_name_that_is_too_long_stays_in_its_field(client: Client, draft: SegmentDraft) -> None:
    shown = text(send(client, draft, name_2="x" * 81))

    assert f'value="{"x" * 81}"' in shown


def test_groups_that_hardly_are_more_than_one_question_are_told_with_the_way_out(
    client: Client, experiment: Experiment
) -> None:
    facts = [(share(shop, 30, 30, 0.33),) for shop in ("Lotos", "Wisła")]
    draft = draft_of(experiment, preview((30, 30), one_question="Plan", facts=facts))

    shown = text(client.get(draft.get_absolute_url()))
    send(client, draft, keep="1")
    kept = text(client.get(draft.get_absolute_url()))

    for words in (
        "Your groups are just the question",
        '<button class="btn main" id="describe" name="describe" value="Plan">',
        "Wisła",
        "Write 2 personas anyway",
    ):
        assert words in shown
    assert ("Your groups are just" in kept, "personas anyway" in kept) == (False, False)


def test_a_group_that_is_mostly_one_answer_is_told(client: Client, experiment: Experiment) -> None:
    facts = [(share("Sunday", 45, 50, 0.5),), (), ()]
    draft = draft_of(experiment, preview(facts=facts))

    shown = text(client.get(draft.get_absolute_url()))

    assert "“Group 1” is mostly one answer" in shown
    assert '45 of the 50 people with <b dir="auto">“Sunday”</b> are in this group.' in shown


def test_splitting_shows_the_halves_first(client: Client, draft: SegmentDraft, posted: Posted) -> None:
    address = reverse("generation:groups-split", args=[draft.pk])
    with posted() as messages:
        assertRedirects(send(client, draft, split=2), address)
    waiting = text(client.get(address))
    SegmentDraft.objects.update(
        status=Status.READY, trial_result=preview((50, 18, 12, 20)).model_dump(mode="json"), version=2
    )
    draft.refresh_from_db()
    halves = text(client.get(address))

    assert messages == [("generation.find_segments", [str(draft.pk)])]
    assert ("Looking where they part" in waiting, "Split “Group 2”" in waiting) == (True, True)
    assert ('<b class="num">18</b>' in halves, '<b class="num">12</b>' in halves, 'class="num">50<' in halves) == (
        True,
        True,
        False,
    )


def test_a_split_that_is_left_leads_back_to_the_groups(client: Client, draft: SegmentDraft) -> None:
    trial = {"type": "split", "segment": 1, "into": 2}
    SegmentDraft.objects.update(trial=trial, trial_result=preview((25, 25, 30, 20)).model_dump(mode="json"))

    send(client, draft, split_leave="1")

    draft.refresh_from_db()
    assert (draft.trial, draft.trial_result, draft.edits) == (None, None, [])
    assertRedirects(client.get(reverse("generation:groups-split", args=[draft.pk])), draft.get_absolute_url())


def test_writing_begins_a_run_with_what_was_seen(client: Client, draft: SegmentDraft, posted: Posted) -> None:
    with posted() as messages:
        response = send(client, draft, write="1", name_1="Planners")

    run = Run.objects.get()
    assertRedirects(response, reverse("generation:run", args=[run.pk]), fetch_redirect_response=False)
    assert (run.pk, run.config["edits"]) == (draft.pk, [{"type": "rename", "segment": 1, "name": "Planners"}])
    assert messages == [("generation.generate_run", [str(run.pk)])]
    shown = text(client.get(draft.get_absolute_url()))
    assert ("A run was started from these groups" in shown, 'name="merge"' in shown) == (True, False)


def test_groups_of_other_settings_say_so(client: Client, draft: SegmentDraft) -> None:
    SegmentDraft.objects.update(config={**draft.config, "seed": 7})

    assert "The data check or the settings have changed since" in text(client.get(draft.get_absolute_url()))


def test_an_edit_that_could_not_be_made_is_told(client: Client, draft: SegmentDraft) -> None:
    SegmentDraft.objects.update(
        error={"code": "x", "message": "Too alike <b>.", "hint": "Leave it.", "retryable": False}
    )

    assert "Too alike &lt;b&gt;." in text(client.get(draft.get_absolute_url()))


def test_other_numbers_come_as_they_are_found(client: Client, experiment: Experiment, draft: SegmentDraft) -> None:
    asked = {"HX-Request": "true", "HX-Target": "numbers"}
    before = client.get(draft.get_absolute_url(), {"known": "1"}, headers=asked)
    draft_of(experiment, preview((60, 40), agreement=0.3), original=draft, config={**draft.config, "count": 2},
             overlap=[[50, 0], [10, 20], [0, 20]])  # fmt: skip
    after = text(client.get(draft.get_absolute_url(), {"known": "1"}, headers=asked))

    assert before.status_code == 204
    assert "Group 2 and Group 3 fall together. They come out differently when half of the people are left out." in after
    assert after.count("Looking …") == 2


def test_from_settings_the_page_leads_to_the_same_groups_again(
    client: Client, experiment: Experiment, posted: Posted
) -> None:
    address = reverse("generation:groups-look", args=[experiment.pk])
    with posted() as messages:
        first, second = (client.get(address)["Location"] for _ in range(2))

    draft = SegmentDraft.objects.get()
    assert (first, second) == (draft.get_absolute_url(),) * 2
    assert messages == [("generation.find_segments", [str(draft.pk)])]


def test_without_data_the_way_leads_to_the_upload(client: Client, alice: User) -> None:
    empty = ExperimentFactory(owner=alice)

    response = client.get(reverse("generation:groups-look", args=[empty.pk]))

    assertRedirects(response, reverse("experiments:upload", args=[empty.pk]))


def test_edited_groups_show_how_long_it_took_and_the_way_back(client: Client, experiment: Experiment) -> None:
    draft = draft_of(experiment, preview((80, 20), edits=(Merge(segments=(1, 2)),)), seconds=0.81)

    shown = text(client.get(draft.get_absolute_url()))

    assert ("Grouped again in 0.8&nbsp;s" in shown, 'id="undo"' in shown) == (True, True)


@pytest.mark.parametrize("merge", ["1,1", "1,999", "0,1", "999,998"])
def test_groups_that_are_not_there_are_merged_by_nobody(
    client: Client, draft: SegmentDraft, posted: Posted, merge: str
) -> None:
    with posted():
        answer = send(client, draft, merge=merge)
    draft.refresh_from_db()

    assert answer.status_code in (302, 422)
    assert (draft.result or {})["rows"] == 100


def test_viewers_look_and_change_nothing_and_strangers_find_nothing(
    draft: SegmentDraft, bob: User, charlie: User, client_of: Callable[[User], Client], posted: Posted
) -> None:
    Membership.objects.create(team=draft.experiment.team, user=bob, role=Role.VIEWER)
    sent = [{"merge": "1,2"}, {"split": "1"}, {"write": "1"}, {"name_1": "Mine", "was_1": ""}, {"cancel": "1"}]
    with posted() as messages:
        assert {send(client_of(bob), draft, **each).status_code for each in sent} == {403}
        assert {send(client_of(charlie), draft, **each).status_code for each in sent} == {404}
    after = SegmentDraft.objects.get(pk=draft.pk)

    assert client_of(charlie).get(draft.get_absolute_url()).status_code == 404
    assert (messages, after.version, after.edits, Run.objects.count()) == ([], draft.version, [], 0)


def test_groups_of_an_experiment_in_the_bin_are_not_there(client: Client, draft: SegmentDraft, alice: User) -> None:
    binning.move_to_bin(experiment=draft.experiment, by=alice)

    assert client.get(draft.get_absolute_url()).status_code == 404
    assert send(client, draft, write="1").status_code == 404


def test_writing_twice_is_one_run(client: Client, draft: SegmentDraft, posted: Posted) -> None:
    with posted() as messages:
        answers = [send(client, draft, write="1") for _ in range(2)]

    assert [answer.headers["Location"] for answer in answers] == [reverse("generation:run", args=[draft.pk])] * 2
    assert (Run.objects.count(), [name for name, _ in messages]) == (1, ["generation.generate_run"])


def test_groups_that_are_written_are_changed_by_nobody(client: Client, draft: SegmentDraft, posted: Posted) -> None:
    with posted():
        send(client, draft, write="1")
        told = text(send(client, draft, merge="1,2"))

    assert "A run was started from these segments" in told
    assert SegmentDraft.objects.get(pk=draft.pk).edits == []
