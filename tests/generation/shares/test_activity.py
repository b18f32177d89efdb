"""Activity: who did what, in order, page by page, and in words that tell no more than the team may know."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from experiments.models import Experiment
from generation.edits.services import edit
from generation.models import Comment, Run, ShareLink
from generation.shares.activity import AT_ONCE, Event, done_in, parsed
from persona.edits import HidePersona
from tests.factories import ExperimentFactory, RunFactory
from tests.generation.shares.conftest import shared

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from accounts.models import User

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def told(experiment: Experiment, before: datetime | None = None) -> list[tuple[str, str]]:
    return [(event.who, event.sentence) for event in done_in(experiment, before).events]


def test_nothing_was_done_in_a_new_experiment(alice: User) -> None:
    assert done_in(ExperimentFactory(owner=alice)) == ([], "")


@pytest.mark.parametrize(
    ("status", "ended"),
    [("done", ["ended run 1: done"]), ("cancelled", ["ended run 1: stopped"]), ("queued", [])],
)
def test_runs_are_started_by_people_and_ended_by_the_program(alice: User, status: str, ended: list[str]) -> None:
    finished = timezone.now() if ended else None
    run = RunFactory(experiment=ExperimentFactory(owner=alice), number=1, status=status, finished=finished)
    Run.objects.filter(pk=run.pk).update(created=NOON)

    assert told(run.experiment) == [*[("Persona", words) for words in ended], ("Alice Arden", "started run 1")]


def test_whoever_has_gone_is_somebody(run: Run, editor: User) -> None:
    Comment.objects.create(run=run, persona=1, author=editor, text="Why?")
    ShareLink.objects.create(
        run=run, made_by=editor, name="Mira", hash="x", audience="team", expires=timezone.now() + timedelta(1)
    )
    editor.delete()

    assert {("Somebody", "made the link “Mira”"), ("Somebody", "commented on “Takes Insulin, 1”")} <= set(
        told(run.experiment)
    )


def test_a_reader_who_calls_themselves_like_a_member_is_told_from_them(run: Run, alice: User) -> None:
    link, _ = shared(run, comments=True)
    Comment.objects.create(run=run, persona=1, link=link, guest="Alice Arden", text="Hm")

    assert ("Alice Arden, reader", "commented on “Takes Insulin, 1”") in told(run.experiment)


def test_a_comment_on_what_is_hidden_or_gone_is_told(run: Run, alice: User) -> None:
    edit(alice, run.pk, HidePersona(persona=2))
    for persona in (2, 9):
        Comment.objects.create(run=run, persona=persona, author=alice, text=f"on {persona}")
    events = {event.words: event for event in done_in(run.experiment).events if event.words}

    assert {words: event.sentence for words, event in events.items()} == {
        "on 2": "commented on “Takes Insulin, 2”",
        "on 9": "commented",
    }
    assert events["on 9"].address == ""


def test_of_other_experiments_nothing_is_told(run: Run, alice: User) -> None:
    other = ExperimentFactory(owner=alice)
    RunFactory(experiment=other, number=7)

    assert ("Alice Arden", "started run 7") not in told(run.experiment)


def test_only_what_was_before_is_told(run: Run, alice: User) -> None:
    Run.objects.filter(pk=run.pk).update(created=NOON, finished=NOON + timedelta(hours=2))
    said = Comment.objects.create(run=run, persona=1, author=alice, text="Why?")
    Comment.objects.filter(pk=said.pk).update(created=NOON + timedelta(hours=1))

    assert told(run.experiment, NOON + timedelta(hours=3))[0] == ("Persona", f"ended run {run.number}: done")
    assert told(run.experiment, NOON + timedelta(hours=2))[0] == ("Alice Arden", "commented on “Takes Insulin, 1”")
    assert told(run.experiment, NOON + timedelta(hours=1)) == [("Alice Arden", f"started run {run.number}")]
    assert told(run.experiment, NOON) == []


def test_page_after_page_tells_each_thing_once(run: Run, alice: User) -> None:
    Run.objects.filter(pk=run.pk).update(created=NOON - timedelta(days=1), finished=NOON - timedelta(hours=1))
    for number in range(120):
        said = Comment.objects.create(run=run, persona=1, author=alice, text=str(number))
        Comment.objects.filter(pk=said.pk).update(created=NOON + timedelta(minutes=number))
    pages, older = [], ""
    while not pages or older:
        found = done_in(run.experiment, parsed(older))
        pages.append([event.words for event in found.events])
        older = found.older

    assert [len(page) for page in pages] == [AT_ONCE, AT_ONCE, 22]
    assert [words for page in pages for words in page if words] == [str(number) for number in range(119, -1, -1)]


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-03-01T12:00:00+00:00", NOON),
        ("2026-03-01T12:00:00 00:00", NOON),
        ("2026-03-01T13:00:00+01:00", NOON),
        ("2026-03-01T12:00:00Z", NOON),
        ("2026-03-01T12:00:00", None),
        ("12:00", None),
        ("0001-01-01T00:00:00+23:00", None),
        ("²", None),
    ],
)
def test_a_moment_is_read_as_addresses_have_it(text: str, moment: datetime | None) -> None:
    assert parsed(text) == moment


def test_an_event_says_when() -> None:
    assert Event(NOON, "Alice", "did it", "check").when != ""


def test_the_page_is_for_everybody_in_the_team_and_nobody_else(
    run: Run, viewer: User, bob: User, client_of: Callable[[User], Client]
) -> None:
    Comment.objects.create(run=run, persona=1, author=viewer, text="<b>Why?</b>")
    address = reverse("generation:activity", args=[run.experiment_id])
    page = client_of(viewer).get(address, {"before": "yesterday"})

    assertContains(page, "&lt;b&gt;Why?&lt;/b&gt;")
    assert page.context["run"] == run
    assert client_of(bob).get(address).status_code == 404
    Experiment.objects.filter(pk=run.experiment_id).update(binned=timezone.now())
    assert client_of(viewer).get(address).status_code == 404


def test_no_address_of_a_person_is_told_to_readers_by_it(run: Run, client: Client) -> None:
    _, base = shared(run, comments=True)

    assert client.get(f"{base}activity/").status_code == 404
    assertNotContains(client.get(base), "activity")
