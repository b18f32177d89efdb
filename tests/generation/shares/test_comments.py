"""Comments: whom a mention means, what is kept of them, and who sees which."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from accounts.teams.models import Membership, Role
from experiments.models import Experiment
from generation.models import Comment, Persona, Statement
from generation.shares.comments import (
    Shown,
    comments_for,
    comments_of,
    mentionable,
    mentioned,
    names_of,
    resolve,
    say,
)
from generation.shares.models import COMMENT_LETTERS, NAME_LETTERS
from persona.exceptions import ConfigurationError
from tests.factories import UserFactory
from tests.generation.shares.conftest import shared

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.core.mail import EmailMessage
    from pytest_django import DjangoCaptureOnCommitCallbacks

    from accounts.models import User
    from generation.models import Run

pytestmark = pytest.mark.django_db


@pytest.fixture
def persona(run: Run) -> Persona:
    return run.personas.get(position=1)


def member(run: Run, email: str, name: str = "") -> User:
    made = UserFactory(email=email, name=name)
    Membership.objects.create(team=run.experiment.team, user=made, role=Role.VIEWER)
    return made


# -- mentions ------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "emails"),
    [
        ("@Jonas Lind, do we know?", ["lind@example.com"]),
        ("@jonas lind and @Jonas Berg", ["berg@example.com", "lind@example.com"]),
        ("@Jonas, do you know?", ["berg@example.com", "lind@example.com"]),
        ("@lind@example.com", ["lind@example.com"]),
        ("@lind", ["lind@example.com", "lind@other.example"]),
        ("@LIND@OTHER.EXAMPLE.", ["lind@other.example"]),
        ("(@Jonas Lind)", ["lind@example.com"]),
        ("@Jonas Lindgren", ["berg@example.com", "lind@example.com"]),
        ("@Jonas Lind @Jonas Lind", ["lind@example.com"]),
        ("write to lind@example.com", []),
        ("a@lind", []),
        ("@", []),
        ("@ Jonas", []),
        ("@nobody", []),
        ("@Alice Arden", []),
        ("@stranger", []),
    ],
)
def test_a_mention_means_whom_its_longest_name_means(run: Run, alice: User, text: str, emails: list[str]) -> None:
    member(run, "lind@example.com", "Jonas Lind")
    member(run, "berg@example.com", "Jonas Berg")
    member(run, "lind@other.example")
    UserFactory(email="stranger@example.com", name="Jonas Lind")

    found = mentioned(text, run.experiment.team_id, by=alice)
    assert sorted(one.user.email for one in found) == emails


def test_a_name_that_is_a_pattern_means_itself(run: Run, alice: User) -> None:
    somebody = member(run, "a.b+c@example.com", "Ann (Ops) [*]")

    assert [one.user for one in mentioned("@Ann (Ops) [*]?", run.experiment.team_id, by=alice)] == [somebody]
    assert mentioned("@axb", run.experiment.team_id, by=alice) == []
    assert [one.user for one in mentioned("@a.b+c", run.experiment.team_id, by=alice)] == [somebody]


def test_people_are_named_by_address_name_and_what_begins_them() -> None:
    assert names_of(UserFactory.build(email="jo@example.com", name="Jo Lind")) == [
        "jo@example.com", "Jo Lind", "Jo", "jo",
    ]  # fmt: skip
    assert names_of(UserFactory.build(email="jo@example.com", name="")) == ["jo@example.com", "jo"]


def test_the_list_beside_the_field_tells_no_address(run: Run) -> None:
    member(run, "lind@example.com")

    assert sorted(mentionable(run.experiment.team_id)) == ["Alice Arden", "lind"]


def test_whoever_left_the_team_hears_of_nothing(
    run: Run,
    persona: Persona,
    alice: User,
    mailoutbox: list[EmailMessage],
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    gone = member(run, "lind@example.com", "Jonas Lind")
    Membership.objects.filter(user=gone).delete()
    with django_capture_on_commit_callbacks(execute=True):
        say(alice, run, persona, "@Jonas Lind and @lind@example.com")

    assert mailoutbox == []


def test_a_mail_has_words_as_they_were_written_and_one_line_of_subject(
    run: Run,
    persona: Persona,
    alice: User,
    mailoutbox: list[EmailMessage],
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    member(run, "lind@example.com", "Jonas Lind")
    Persona.objects.filter(pk=persona.pk).update(label="Cooks & <plans>\n\nBcc: x@example.com")
    persona.refresh_from_db()
    with django_capture_on_commit_callbacks(execute=True):
        say(alice, run, persona, "@Jonas Lind: <b>5 & 6</b>\nsecond line")

    (mail,) = mailoutbox
    assert (mail.to, mail.bcc, "\n" in mail.subject) == (["lind@example.com"], [], False)
    assert mail.subject == "Alice Arden mentioned you on “Cooks & <plans> Bcc: x@example.com”"
    assert "@Jonas Lind: <b>5 & 6</b>\nsecond line" in mail.body
    assert mail.body.startswith("In “Meal planning”, Alice Arden wrote about")


# -- what is kept --------------------------------------------------------------------------------------
@pytest.mark.parametrize("text", ["", " \n ", "\0", "x" * (COMMENT_LETTERS + 1)])
def test_nothing_or_too_much_is_refused(run: Run, persona: Persona, alice: User, text: str) -> None:
    with pytest.raises(ConfigurationError) as refused:
        say(alice, run, persona, text)
    assert refused.value.code in ("comment_empty", "comment_too_long")
    assert not Comment.objects.exists()


@pytest.mark.parametrize(("text", "kept"), [("  Why?\0 ", "Why?"), ("x" * COMMENT_LETTERS, "x" * COMMENT_LETTERS)])
def test_a_comment_is_kept_without_what_nobody_sees(
    run: Run, persona: Persona, alice: User, text: str, kept: str
) -> None:
    assert say(alice, run, persona, text).text == kept


def test_a_comment_on_what_is_no_statement_of_the_persona_is_one_on_the_persona(
    run: Run, persona: Persona, alice: User
) -> None:
    own, other = (run.personas.get(position=n).statements.get(position=1).key for n in (1, 2))
    kept = [say(alice, run, persona, "Hm", key).statement for key in (own, other, "none", "")]

    assert kept == [own, "", "", ""]


def test_a_comment_on_a_hidden_statement_keeps_its_words(run: Run, persona: Persona, alice: User) -> None:
    said = persona.statements.get(position=1)
    Statement.objects.filter(pk=said.pk).update(shown=False)
    say(alice, run, persona, "Was it true?", said.key)
    (shown,) = comments_of(alice, persona, alice.membership)

    assert (shown.about, shown.may_delete) == (said.text, True)


@pytest.mark.parametrize(
    ("name", "by"),
    [("Mira  Lang\n", "Mira Lang"), ("", "A reader"), ("\0 ", "A reader"), ("x" * 200, "x" * NAME_LETTERS)],
)
def test_a_reader_is_called_as_they_say(run: Run, name: str, by: str) -> None:
    _, base = shared(run, comments=True)
    answer = Client().post(f"{base}personas/1/comment/", {"name": name, "text": "Who left?"})
    kept = Comment.objects.get()

    assert (answer.headers["Location"], kept.by, kept.is_of_reader) == (f"{base}personas/1/#talk", by, True)


def test_a_reader_comments_on_what_the_link_shows_only(run: Run, persona: Persona) -> None:
    shown, hidden = persona.statements.get(position=2).key, persona.statements.get(position=5).key
    _, base = shared(run, comments=True, hidden=["Q16"])
    for key in (shown, hidden):
        Client().post(f"{base}personas/1/comment/", {"text": "Hm", "statement": key})

    assert list(Comment.objects.values_list("statement", flat=True)) == [shown, ""]


def test_what_a_reader_wrote_comes_back_where_it_cannot_be_kept(run: Run) -> None:
    _, base = shared(run, comments=True)
    answer = Client().post(f"{base}personas/1/comment/", {"name": '"><b>Mira', "text": "  "})

    assertContains(answer, "The comment is empty.", status_code=422)
    assertContains(answer, "&quot;&gt;&lt;b&gt;Mira", status_code=422)


def test_twenty_comments_from_one_address_have_to_wait_and_those_of_others_not(run: Run) -> None:
    _, base = shared(run, comments=True)

    def send(ip: str) -> int:
        return Client(REMOTE_ADDR=ip).post(f"{base}personas/1/comment/", {"text": "Hm"}).status_code

    assert [send("10.0.0.1") for _ in range(21)] == [302] * 20 + [422]
    assert send("10.0.0.2") == 302
    assert Comment.objects.count() == 21


# -- who sees what -------------------------------------------------------------------------------------
def test_readers_see_nothing_of_other_links_personas_hidden_statements_and_what_is_resolved(
    run: Run, persona: Persona, alice: User
) -> None:
    link, other = shared(run, comments=True)[0], shared(run, comments=True)[0]
    texts = {"here": {}, "other": {"link": other}, "team": {"link": None}, "second": {"persona": 2}}
    texts |= {"gone": {"statement": "of nothing shown"}, "done": {"resolved": timezone.now()}}
    for text, fields in texts.items():
        Comment.objects.create(**{"run": run, "persona": 1, "link": link, "guest": "Mira", "text": text} | fields)

    assert [shown.comment.text for shown in comments_for(link, 1, list(persona.statements.all()))] == ["here"]


def test_a_link_that_no_longer_takes_comments_shows_none(run: Run) -> None:
    link, base = shared(run, comments=True)
    Client().post(f"{base}personas/1/comment/", {"text": "Who left?"})
    type(link).objects.filter(pk=link.pk).update(comments=False)

    assertNotContains(Client().get(f"{base}personas/1/"), "Who left?")
    assert Client().post(f"{base}personas/1/comment/", {"text": "Hm"}).status_code == 404


def test_a_comment_stays_without_its_author_and_its_link(run: Run, editor: User) -> None:
    link, _ = shared(run)
    Comment.objects.create(run=run, persona=1, author=editor, link=link, text="Why?")
    link.delete()
    editor.delete()
    kept = Comment.objects.get()

    assert (kept.by, kept.author, kept.link, str(kept)) == (
        "Somebody of the team", None, None, f"on persona 1 of {run.pk}",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("guest", "initials"), [("Mira Lang", "ML"), ("mira", "M"), ("Ana María de la Cruz", "AC"), ("李", "李")]
)
def test_a_comment_has_the_first_letters_of_its_author(guest: str, initials: str) -> None:
    assert Shown(Comment(guest=guest), "").initials == initials


# -- two people at once --------------------------------------------------------------------------------
def test_two_who_resolve_it_at_once_have_it_resolved(run: Run, alice: User, editor: User) -> None:
    said = Comment.objects.create(run=run, persona=1, author=alice, text="Why?")
    for who in (alice, editor):
        resolve(said, who, is_done=True)
    said.refresh_from_db()
    assert (said.resolved is not None, said.resolved_by) == (True, alice)

    for who in (editor, alice):
        resolve(said, who, is_done=False)
    said.refresh_from_db()
    assert (said.resolved, said.resolved_by) == (None, None)


def test_pages_say_what_they_want_done(run: Run, persona: Persona, alice: User, client: Client) -> None:
    said = Comment.objects.create(run=run, persona=1, author=alice, text="Why?")
    path = reverse("generation:comment-resolve", args=[said.pk])
    states = []
    for do in ("resolve", "resolve", "open", "open", "resolve"):
        assert client.post(path, {"do": do}).headers["Location"].endswith(f"/personas/{persona.pk}/#talk")
        states.append(Comment.objects.exclude(resolved=None).exists())

    assert states == [True, True, False, False, True]
    assertContains(client.get(reverse("generation:persona", args=[persona.pk])), 'name="do" value="open"')


def test_a_comment_that_was_deleted_meanwhile_is_not_there(client: Client, run: Run, alice: User) -> None:
    said = Comment.objects.create(run=run, persona=1, author=alice, text="Why?")
    path = reverse("generation:comment-delete", args=[said.pk])

    assert [client.post(path).status_code for _ in range(2)] == [302, 404]
    assert client.post(reverse("generation:comment-resolve", args=[said.pk])).status_code == 404


def test_an_answer_to_what_is_of_another_persona_is_a_comment_of_the_team(
    client: Client, run: Run, persona: Persona
) -> None:
    link, _ = shared(run, comments=True)
    asked = Comment.objects.create(run=run, persona=2, link=link, guest="Mira", text="Who left?")
    for answers in (str(asked.pk), "none", ""):
        client.post(reverse("generation:comment", args=[persona.pk]), {"text": "In July", "answers": answers})

    assert list(Comment.objects.exclude(pk=asked.pk).values_list("link", flat=True)) == [None] * 3


def test_nothing_is_said_of_an_experiment_in_the_bin(client: Client, run: Run, persona: Persona, alice: User) -> None:
    said = Comment.objects.create(run=run, persona=1, author=alice, text="Why?")
    Experiment.objects.filter(pk=run.experiment_id).update(binned=timezone.now())
    paths = [reverse("generation:comment", args=[persona.pk])]
    paths += [reverse(f"generation:comment-{name}", args=[said.pk]) for name in ("resolve", "delete")]

    assert [client.post(path, {"text": "Hm"}).status_code for path in paths] == [404] * 3
    assert list(Comment.objects.values_list("text", "resolved")) == [("Why?", None)]


@pytest.mark.parametrize("role", [Role.VIEWER, Role.EDITOR])
def test_all_roles_of_the_team_speak(
    run: Run, persona: Persona, bob: User, role: Role, client_of: Callable[[User], Client]
) -> None:
    Membership.objects.create(team=run.experiment.team, user=bob, role=role)
    theirs = client_of(bob)
    theirs.post(reverse("generation:comment", args=[persona.pk]), {"text": "Hm"})

    assert [(said.text, said.author, said.by) for said in Comment.objects.all()] == [("Hm", bob, "Bob Brook")]
    assertContains(theirs.get(reverse("generation:persona", args=[persona.pk])), "Bob Brook")
