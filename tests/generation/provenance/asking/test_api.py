"""Asking over HTTP: the library's answer, or a problem that says what is wrong."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from accounts.models import User
from accounts.tokens.models import ApiToken
from experiments import files
from generation.models import Run, SavedQuestion
from generation.provenance.asking import services
from persona.models.asking import LONGEST

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    Ask = Callable[..., tuple[int, Any]]

pytestmark = pytest.mark.django_db
QUESTION = "Who plans meals for the week?"


@pytest.fixture
def ask(client: Client, run: Run, alice: User) -> Ask:
    """Status and answer of a question that a program of Alice's asks; `by` somebody else's."""

    def send(body: dict[str, Any], by: User = alice) -> tuple[int, Any]:
        _, token = ApiToken.objects.issue(by, name="ask", scopes=["read"])
        told = client.post(
            f"/api/v1/runs/{run.pk}/ask",
            body,
            content_type="application/json",
            headers={"authorization": f"Bearer {token}"},
        )
        return told.status_code, told.json()

    return send


def test_the_api_answers_as_the_library_does(ask: Ask, run: Run) -> None:
    status, told = ask({"question": QUESTION, "limit": 2})

    assert (status, told) == (200, services.ask(run, QUESTION, limit=2).model_dump(mode="json"))
    assert not SavedQuestion.objects.exists()


def test_whose_words_count_may_be_said(ask: Ask) -> None:
    status, told = ask({"question": QUESTION, "filter": {"personas": [1]}, "limit": 100})

    assert (status, told["found"], {one["persona"] for one in told["passages"]}) == (200, True, {1})


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"question": ""},
        {"question": "x" * (LONGEST + 1)},
        {"question": QUESTION, "limit": 0},
        {"question": QUESTION, "limit": 101},
        {"question": QUESTION, "model": "openai:gpt"},
        {"question": QUESTION, "filter": {"personas": ["a"]}},
    ],
    ids=["nothing", "empty", "long", "none", "many", "unknown", "no number"],
)
def test_what_is_no_question_is_refused(ask: Ask, body: dict[str, Any]) -> None:
    status, told = ask(body)

    assert (status, told["code"]) == (422, "invalid_input")


def test_no_sign_of_its_own_gets_into_a_question(ask: Ask) -> None:
    status, told = ask({"question": f"{QUESTION}\0"})

    assert (status, told["code"]) == (400, "bad_json")


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"question": " ?! "}, "ask_empty"),
        ({"question": QUESTION, "filter": {"answers": [{"column": "none", "option": "x"}]}}, None),
    ],
)
def test_what_the_library_refuses_is_told_as_it_tells_it(ask: Ask, body: dict[str, Any], code: str | None) -> None:
    status, told = ask(body)

    assert (status, code in (None, told["code"])) == (422, True)


def test_a_run_without_a_result_has_no_answer_yet(ask: Ask, run: Run) -> None:
    Run.objects.filter(pk=run.pk).update(status=Run.Status.CANCELLED)

    assert (ask({"question": QUESTION})[0], ask({"question": QUESTION})[1]["code"]) == (409, "run_unfinished")


def test_a_run_whose_folder_has_gone_is_a_problem_and_no_fault(ask: Ask, run: Run) -> None:
    shutil.rmtree(files.run(run.experiment_id, run.pk))
    status, told = ask({"question": QUESTION})

    assert (status < 500, told["code"]) == (True, "run_missing")


def test_viewers_ask_and_strangers_find_nothing(ask: Ask, viewer: User, charlie: User, run: Run) -> None:
    User.objects.filter(pk=viewer.pk).update(team=run.experiment.team)

    assert ask({"question": QUESTION}, by=User.objects.get(pk=viewer.pk))[0] == 200
    assert ask({"question": QUESTION}, by=charlie)[0] == 404


@pytest.fixture
def program(client: Client, run: Run) -> Callable[..., Any]:
    """What a program of somebody's is answered about the questions that are kept."""

    def send(method: str, by: User, body: dict[str, Any] | None = None, at: str = "", **headers: str) -> Any:
        _, token = ApiToken.objects.issue(by, name="keep", scopes=["read", "write"])
        path = f"/api/v1/runs/{run.pk}/saved-questions{at}"
        told = {"authorization": f"Bearer {token}", **headers}
        return client.generic(method, path, json.dumps(body or {}), content_type="application/json", headers=told)

    return send


def test_a_question_is_kept_listed_and_forgotten(program: Callable[..., Any], run: Run, alice: User) -> None:
    found = services.ask(run, QUESTION, limit=1)
    made = program("POST", alice, {"question": f" {QUESTION} "})
    again = program("POST", alice, {"question": QUESTION})

    told = made.json()
    assert (made.status_code, {name: told[name] for name in ("question", "run", "people", "base")}) == (
        201,
        {"question": QUESTION, "run": run.number, "people": found.people, "base": found.base},
    )
    assert (again.json()["id"], program("GET", alice).json()) == (told["id"], [told])
    assert program("DELETE", alice, at=f"/{told['id']}").status_code == 204
    assert (program("GET", alice).json(), program("DELETE", alice, at=f"/{told['id']}").status_code) == ([], 404)


def test_strangers_neither_see_nor_keep_questions(
    program: Callable[..., Any], run: Run, alice: User, bob: User
) -> None:
    kept = services.save(run, QUESTION, alice)

    answers = [
        program("GET", bob),
        program("POST", bob, {"question": QUESTION}),
        program("DELETE", bob, at=f"/{kept.pk}"),
    ]
    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert SavedQuestion.objects.count() == 1
