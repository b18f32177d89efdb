"""Comments, feedback and the list of what was done: who may, who hears of it, and what is never told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from generation.edits.services import edit
from generation.models import Comment, Feedback, Persona, ShareLink
from generation.shares import feedback
from generation.shares.activity import done_in, parsed
from generation.shares.comments import mentioned
from generation.shares.feedback import FORM, LEAST
from persona.edits import PinStatement
from tests.generation.shares.conftest import shared

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.core.mail import EmailMessage
    from pytest_django import DjangoCaptureOnCommitCallbacks

    from accounts.models import User
    from generation.models import Run

pytestmark = pytest.mark.django_db
ANSWERS = {item.key: "5" for item in FORM}


@pytest.fixture
def persona(run: Run) -> Persona:
    return run.personas.get(position=1)


def say(client: Client, persona: Persona, text: str, **more: str) -> int:
    return int(client.post(reverse("generation:comment", args=[persona.pk]), {"text": text, **more}).status_code)


def page(client: Client, persona: Persona) -> str:
    return client.get(reverse("generation:persona", args=[persona.pk])).content.decode()


def test_a_viewer_comments_on_a_statement_and_everybody_reads_it(
    client: Client, viewer: User, persona: Persona, client_of: Callable[[User], Client]
) -> None:
    say(client_of(viewer), persona, "Really on Sunday?", statement=persona.statements.get(position=1).key)

    told = page(client, persona)
    assert "Really on Sunday?" in told
    assert "On: Plans that break, 1" in told


def test_strangers_neither_comment_nor_touch_comments(
    bob: User, persona: Persona, alice: User, client_of: Callable[[User], Client]
) -> None:
    said = Comment.objects.create(run=persona.run, persona=1, author=alice, text="Why?")
    stranger = client_of(bob)

    assert say(stranger, persona, "Hello") == 404
    for name in ("comment-resolve", "comment-delete"):
        assert stranger.post(reverse(f"generation:{name}", args=[said.pk])).status_code == 404
    assert list(Comment.objects.values_list("text", "resolved")) == [("Why?", None)]


def test_viewers_delete_their_own_and_editors_all(
    viewer: User, editor: User, alice: User, persona: Persona, client_of: Callable[[User], Client]
) -> None:
    texts = {viewer: "mine", alice: "hers"}
    made = {who: Comment.objects.create(run=persona.run, persona=1, author=who, text=t) for who, t in texts.items()}
    paths = {who: reverse("generation:comment-delete", args=[said.pk]) for who, said in made.items()}

    assert client_of(viewer).post(paths[alice]).status_code == 404
    assert client_of(viewer).post(paths[viewer]).status_code == 302
    assert client_of(editor).post(paths[alice]).status_code == 302
    assert Comment.objects.count() == 0


def test_whoever_is_mentioned_gets_a_mail_and_nobody_else(
    client: Client,
    editor: User,
    viewer: User,
    persona: Persona,
    mailoutbox: list[EmailMessage],
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        say(client, persona, "@Bob Brook, do we know?")

    assert [mail.to for mail in mailoutbox] == [[editor.email]]
    assert mailoutbox[0].subject == "Alice Arden mentioned you on “Takes Insulin, 1”"
    assert f"/personas/{persona.pk}/#talk" in mailoutbox[0].body
    assert viewer.email not in mailoutbox[0].body


@pytest.mark.parametrize(
    ("text", "found"),
    [("@Bob", 1), ("@bob@example.com", 1), ("@Bobby", 0), ("mail bob@example.com", 0), ("@Alice Arden", 0), ("Bob", 0)],
)
def test_a_mention_is_a_name_behind_an_at(run: Run, editor: User, alice: User, text: str, found: int) -> None:
    assert [member.user for member in mentioned(text, run.experiment.team_id, by=alice)] == [editor] * found


@pytest.mark.parametrize("text", ["", "  ", "x" * 2001])
def test_an_empty_or_endless_comment_is_not_kept(client: Client, persona: Persona, text: str) -> None:
    assert say(client, persona, text) == 302
    assert Comment.objects.count() == 0


def test_readers_see_their_talk_and_answers_to_it_and_no_more(client: Client, persona: Persona) -> None:
    link, base = shared(persona.run, comments=True)
    other = shared(persona.run, comments=True)[1]
    say(client, persona, "Only for the team")
    Client().post(f"{base}personas/1/comment/", {"name": "Mira Lang", "text": "<b>Who left?</b>"})
    asked = Comment.objects.get(link=link)
    say(client, persona, "We ask in July", answers=str(asked.pk))

    told = Client().get(f"{base}personas/1/").content.decode()
    assert "&lt;b&gt;Who left?&lt;/b&gt;" in told
    assert "Mira Lang</b>, reader" in told
    assert "We ask in July" in told
    assert "Only for the team" not in told
    assert "Who left?" not in Client().get(f"{other}personas/1/").content.decode()
    assert "Who left?" in page(client, persona)


def test_nobody_comments_by_a_link_that_does_not_allow_it(run: Run) -> None:
    answer = Client().post(f"{shared(run)[1]}personas/1/comment/", {"text": "Hi"})

    assert (answer.status_code, Comment.objects.count()) == (404, 0)


def judge(base: str, client: Client | None = None, **changes: str) -> Client:
    client = client or Client()
    client.post(f"{base}personas/1/feedback/", ANSWERS | changes)
    return client


def test_a_browser_counts_once_and_may_change_its_mind(run: Run) -> None:
    _, base = shared(run)
    judge(base, judge(base), clarity="7")

    found = Feedback.objects.get()
    assert found.answers == {item.key: 5 for item in FORM} | {"clarity": 7}


@pytest.mark.parametrize("value", ["", "0", "8", "x", "²"])
def test_an_answer_outside_the_scale_is_not_kept(run: Run, value: str) -> None:
    judge(shared(run)[1], clarity=value)

    assert Feedback.objects.count() == 0


def test_results_are_told_from_three_answers_on(client: Client, run: Run) -> None:
    _, base = shared(run)
    told = []
    for value in ("3", "5", "7"):
        judge(base, clarity=value)
        result = feedback.results(run)[1]
        told.append((result.answers, {line.item.key: (line.mean, line.spread) for line in result.lines}.get("clarity")))
    shown = client.get(reverse("generation:feedback", args=[run.pk])).content.decode()

    assert told == [(1, None), (2, None), (LEAST, (5.0, 2.0))]
    assert "3 answers" in shown


def test_the_form_asks_for_the_eight_constructs_of_the_scale() -> None:
    assert [item.title for item in FORM] == [
        "Credibility", "Consistency", "Completeness", "Clarity", "Likability", "Empathy", "Similarity",
        "Willingness to use",
    ]  # fmt: skip


def test_the_list_tells_who_did_what(client: Client, alice: User, persona: Persona) -> None:
    run = persona.run
    edit(alice, run.pk, PinStatement(statement=persona.statements.get(position=1).key))
    link, base = shared(run, comments=True)
    Client().post(f"{base}personas/1/comment/", {"name": "Mira", "text": "Who left?"})
    client.post(reverse("generation:share-close", args=[link.pk]))

    told = [(event.who, event.sentence) for event in done_in(run.experiment).events]
    assert set(told) == {
        ("Somebody", "closed the link “Client workshop”"),
        ("Mira, reader", "commented on “Takes Insulin, 1”"),
        ("Alice Arden", "made the link “Client workshop”"),
        ("Alice Arden", "pinned a statement of “Takes Insulin, 1”"),
        ("Persona", f"ended run {run.number}: done"),
        ("Alice Arden", f"started run {run.number}"),
    }
    shown = client.get(reverse("generation:activity", args=[run.experiment_id])).content.decode()
    assert "commented on" in shown


def test_older_events_are_a_page_further(alice: User, run: Run) -> None:
    for number in range(60):
        Comment.objects.create(run=run, persona=1, author=alice, text=str(number))
    first = done_in(run.experiment)
    second = done_in(run.experiment, before=parsed(first.older))

    assert (len(first.events), bool(first.older)) == (50, True)
    assert [event.words for event in second.events[:10]] == [str(number) for number in range(9, -1, -1)]


@pytest.mark.parametrize("text", ["", "yesterday", "2026-02-31T00:00:00Z", "2026-01-01", "9999-12-31T23:59:59-23:00"])
def test_a_moment_that_is_none_begins_with_now(text: str) -> None:
    assert parsed(text) is None


def test_a_link_that_nobody_may_open_takes_no_feedback(run: Run) -> None:
    link, base = shared(run)
    ShareLink.objects.filter(pk=link.pk).update(closed=timezone.now())
    judge(base)

    assert Feedback.objects.count() == 0
