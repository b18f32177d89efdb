"""Shares over HTTP: links made once, who may, comments and feedback, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from uuid import UUID

import pytest
from django.test import Client

from accounts.models import ApiToken, User
from accounts.teams.models import Membership, Role
from generation.models import Comment, Feedback, Persona, ShareLink
from generation.shares.feedback import FORM
from generation.shares.models import COMMENT_LETTERS, NAME_LETTERS
from tests.generation.shares.conftest import PASSWORD, shared

if TYPE_CHECKING:
    from collections.abc import Callable

    from generation.models import Run

    Call = Callable[..., tuple[int, Any]]

pytestmark = pytest.mark.django_db
LINK = {"name": "Client workshop", "audience": "anyone"}


def calls_of(user: User) -> Call:
    """A program of theirs: status and answer of a call."""
    _, token = ApiToken.objects.issue(User.objects.get(pk=user.pk), name="test", scopes=["read", "write"])

    def call(method: str, path: str, body: Any = None, **headers: str) -> tuple[int, Any]:
        send = getattr(Client(), method)
        more = {} if body is None else {"data": body, "content_type": "application/json"}
        answer = send(f"/api/v1{path}", headers={"authorization": f"Bearer {token}", **headers}, **more)
        return answer.status_code, answer.json() if answer.content else None

    return call


@pytest.fixture
def call(alice: User) -> Call:
    return calls_of(alice)


def in_team(user: User, run: Run, role: Role) -> Call:
    Membership.objects.create(team=run.experiment.team, user=user, role=role)
    User.objects.filter(pk=user.pk).update(team=run.experiment.team)
    return calls_of(user)


def test_a_link_is_made_told_and_closed(call: Call, run: Run) -> None:
    status, made = call("post", f"/runs/{run.pk}/shares", LINK | {"hidden": ["Q16"], "hosts": ["www.notion.so"]})
    address, frame = urlsplit(made.pop("address")), made.pop("frame")

    assert (status, made["hidden"], made["views"], made["is_open"]) == (201, ["Q16"], 0, True)
    assert frame.startswith(f'<iframe src="{address.scheme}://{address.netloc}/embed/')
    assert call("get", f"/shares/{made['id']}") == (200, made)
    assert Client().get(address.path).status_code == 200
    (listed,) = call("get", f"/runs/{run.pk}/shares")[1]["items"]
    assert (listed["id"], listed["views"], listed["last_seen"] is not None) == (made["id"], 1, True)

    assert [call("delete", f"/shares/{made['id']}")[0] for _ in range(2)] == [204, 204]
    assert call("get", f"/shares/{made['id']}")[1]["is_open"] is False
    assert Client().get(address.path).status_code == 404


def test_a_request_that_is_sent_again_makes_no_second_link(call: Call, run: Run) -> None:
    answers = [call("post", f"/runs/{run.pk}/shares", LINK, **{"idempotency-key": "one"}) for _ in range(2)]

    assert answers[0] == answers[1]
    assert ShareLink.objects.get().pk == UUID(answers[0][1]["id"])


@pytest.mark.parametrize(
    "changes",
    [
        {"name": ""},
        {"name": "x" * (NAME_LETTERS + 1)},
        {"audience": "world"},
        {"days": 0},
        {"days": 367},
        {"hosts": ["a.example"] * 11},
        {"password": "x" * 101},
        {"secret": "mine"},
    ],
    ids=str,
)
def test_what_is_no_link_is_refused(call: Call, run: Run, changes: dict[str, Any]) -> None:
    status, told = call("post", f"/runs/{run.pk}/shares", LINK | changes)

    assert (status, told["code"], ShareLink.objects.count()) == (422, "invalid_input", 0)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"audience": "password"}, "share_password_short"),
        ({"hidden": ["Q61"]}, "unknown_column"),
        ({"hosts": ["http://a.example"]}, "share_host"),
    ],
)
def test_what_would_show_too_much_is_refused(call: Call, run: Run, changes: dict[str, Any], code: str) -> None:
    status, told = call("post", f"/runs/{run.pk}/shares", LINK | changes)

    assert (status, told["code"], ShareLink.objects.count()) == (422, code, 0)


def test_without_a_word_a_password_is_asked(call: Call, run: Run) -> None:
    assert call("post", f"/runs/{run.pk}/shares", {"name": "Mira"})[1]["code"] == "share_password_short"
    status, made = call("post", f"/runs/{run.pk}/shares", {"name": "Mira", "password": PASSWORD})

    assert (status, made["audience"], PASSWORD in str(made)) == (201, "password", False)


def test_a_run_without_a_result_has_no_links_to_make(call: Call, run: Run) -> None:
    type(run).objects.filter(pk=run.pk).update(status="cancelled")

    assert call("post", f"/runs/{run.pk}/shares", LINK)[1]["code"] == "run_unfinished"


def test_viewers_see_no_links_and_strangers_find_nothing(run: Run, bob: User, charlie: User) -> None:
    link, _ = shared(run)
    viewer, stranger = in_team(bob, run, Role.VIEWER), calls_of(charlie)
    asked = [("get", f"/runs/{run.pk}/shares", None), ("get", f"/shares/{link.pk}", None)]
    asked += [("post", f"/runs/{run.pk}/shares", LINK), ("delete", f"/shares/{link.pk}", None)]

    assert [viewer(*each)[0] for each in asked] == [403] * 4
    assert [stranger(*each)[0] for each in asked] == [404] * 4
    assert ShareLink.objects.get().is_open


# -- comments ------------------------------------------------------------------------------------------
def test_a_comment_is_made_listed_and_deleted(call: Call, run: Run, alice: User) -> None:
    key = run.personas.get(position=1).statements.get(position=1).key
    status, made = call("post", f"/runs/{run.pk}/comments", {"persona": 1, "text": " Why? ", "statement": key})
    told = {name: made[name] for name in ("persona", "statement", "by", "is_of_reader", "text", "resolved")}

    assert (status, told) == (
        201,
        {"persona": 1, "statement": key, "by": "Alice Arden", "is_of_reader": False, "text": "Why?", "resolved": None},
    )
    assert call("get", f"/runs/{run.pk}/comments")[1]["items"] == [made]
    assert [call("delete", f"/comments/{made['id']}")[0] for _ in range(2)] == [204, 404]


def test_what_readers_say_is_told_by_the_name_that_they_gave(call: Call, run: Run) -> None:
    _, base = shared(run, comments=True)
    Client().post(f"{base}personas/2/comment/", {"name": "Mira", "text": "Who left?"})
    (told,) = call("get", f"/runs/{run.pk}/comments")[1]["items"]

    assert (told["by"], told["is_of_reader"], told["persona"]) == ("Mira", True, 2)


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"persona": 1, "text": "  "}, 422, "comment_empty"),
        ({"persona": 1, "text": "x" * (COMMENT_LETTERS + 1)}, 422, "invalid_input"),
        ({"persona": 0, "text": "Hm"}, 422, "invalid_input"),
        ({"persona": 3, "text": "Hm"}, 404, "not_found"),
        ({"persona": 1, "text": "Hm", "by": "Bob"}, 422, "invalid_input"),
        ({"persona": 1, "text": "\0"}, 400, "bad_json"),
    ],
    ids=["empty", "long", "none", "missing", "somebody else", "NUL"],
)
def test_what_is_no_comment_is_refused(call: Call, run: Run, body: dict[str, Any], status: int, code: str) -> None:
    answer = call("post", f"/runs/{run.pk}/comments", body)

    assert (answer[0], answer[1]["code"], Comment.objects.count()) == (status, code, 0)


def test_a_hidden_persona_is_not_commented_on(call: Call, run: Run) -> None:
    Persona.objects.filter(run=run, position=2).update(shown=False)

    assert call("post", f"/runs/{run.pk}/comments", {"persona": 2, "text": "Hm"})[0] == 404


def test_viewers_comment_and_delete_their_own_and_editors_all(run: Run, bob: User, charlie: User, alice: User) -> None:
    viewer, editor = in_team(bob, run, Role.VIEWER), in_team(charlie, run, Role.EDITOR)
    hers = Comment.objects.create(run=run, persona=1, author=alice, text="Why?")
    his = viewer("post", f"/runs/{run.pk}/comments", {"persona": 1, "text": "Hm"})[1]["id"]

    assert viewer("delete", f"/comments/{hers.pk}")[0] == 404
    assert viewer("delete", f"/comments/{his}")[0] == 204
    assert editor("delete", f"/comments/{hers.pk}")[0] == 204
    assert not Comment.objects.exists()


def test_strangers_neither_read_nor_comment(run: Run, bob: User, alice: User) -> None:
    said = Comment.objects.create(run=run, persona=1, author=alice, text="Why?")
    stranger = calls_of(bob)

    assert stranger("get", f"/runs/{run.pk}/comments")[0] == 404
    assert stranger("post", f"/runs/{run.pk}/comments", {"persona": 1, "text": "Hm"})[0] == 404
    assert stranger("delete", f"/comments/{said.pk}")[0] == 404
    assert stranger("get", f"/runs/{run.pk}/feedback")[0] == 404
    assert Comment.objects.count() == 1


# -- feedback ------------------------------------------------------------------------------------------
@pytest.mark.parametrize("count", [2, 3])
def test_feedback_is_told_from_three_answers_on(call: Call, run: Run, count: int) -> None:
    link, _ = shared(run)
    for number in range(count):
        answers = {item.key: number + 3 for item in FORM}
        Feedback.objects.create(run=run, link=link, persona=1, browser=str(number), answers=answers)
    (told,) = call("get", f"/runs/{run.pk}/feedback")[1]

    assert (told["persona"], told["answers"], len(told["results"])) == (1, count, 8 if count == 3 else 0)
    if told["results"]:
        assert told["results"][0] == {
            "about": "credibility", "sentence": FORM[0].sentence, "mean": 4.0, "spread": 1.0,
        }  # fmt: skip
