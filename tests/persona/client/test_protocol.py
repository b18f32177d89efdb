"""One request through faults that pass, and the conversations as they are: no server is needed to hold one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from persona.client.faults import ServerError, of_run, told
from persona.client.protocol import KEY, TRIES, Answer, Call, Lost, Pause, ask
from persona.client.steps import Steps
from persona.events import Failed, Progress
from persona.exceptions import (
    BudgetExceededError,
    Cancelled,
    ConfigurationError,
    DataError,
    GenerationError,
    PersonaError,
    ProviderAuthError,
    ProviderBusy,
    ProviderError,
)
from persona.models import PersonaConfig, Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from persona.client.protocol import Step

URL = "https://persona.example.com"
RUN = "01890000-0000-7000-8000-000000000001"


def good(body: Any = None, status: int = 200, **headers: str) -> Answer:
    return Answer(status, {name.replace("_", "-"): value for name, value in headers.items()}, json.dumps(body).encode())


def problem(status: int, code: str, **more: Any) -> Answer:
    headers = {"content-type": "application/problem+json"}
    if "wait" in more:
        headers["retry-after"] = str(more.pop("wait"))
    body = {"code": code, "detail": "It does not work.", "hint": "Do this.", "request_id": "R1", **more}
    return Answer(status, headers, json.dumps(body).encode())


def hold(step: Step[Any], *heard: Answer | Lost) -> tuple[Any, list[Any]]:
    """Hold a conversation: each call hears the next answer. What came of it, and all that was wanted."""
    answers, wanted = list(heard), []
    say: Answer | Lost | None = None
    while True:
        try:
            want = step.send(say)
        except StopIteration as end:
            assert answers == []
            return end.value, wanted
        except PersonaError as error:
            assert answers == []
            return error, wanted
        wanted.append(want)
        say = answers.pop(0) if isinstance(want, Call) else None


def pauses(wanted: list[Any]) -> list[float]:
    return [want.seconds for want in wanted if isinstance(want, Pause)]


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_what_may_pass_is_asked_again_after_the_time_that_the_server_gives(status: int) -> None:
    passing = problem(status, "rate_limited", wait=7)

    answer, wanted = hold(ask(Call("GET", "/runs"), URL), passing, passing, good([]))

    assert (answer.status, pauses(wanted)) == (200, [7, 7])


def test_a_server_that_is_away_is_asked_five_times_ever_more_rarely() -> None:
    error, wanted = hold(ask(Call("GET", "/runs"), URL), *[Lost("refused")] * TRIES)

    assert (type(error), error.code) == (ServerError, "server_unreachable")
    assert error.message == f"{URL} did not answer (refused)."
    waits = pauses(wanted)
    assert len(waits) == 4
    assert all(0.25 * 2**n <= wait <= 0.5 * 2**n for n, wait in enumerate(waits)), waits


def test_a_post_keeps_its_key_over_all_tries_and_has_its_own() -> None:
    _, wanted = hold(
        ask(Call("POST", "/experiments", body={}), URL), Lost("reset"), problem(503, "busy"), good({}, 201)
    )
    _, other = hold(ask(Call("POST", "/experiments", body={}), URL), good({}, 201))

    keys = [want.headers[KEY] for want in wanted if isinstance(want, Call)]
    assert (len(keys), len(set(keys)), other[0].headers[KEY] in keys) == (3, 1, False)


@pytest.mark.parametrize("fault", [problem(429, "rate_limited", wait=3600), problem(500, "unexpected")])
def test_what_will_not_pass_soon_is_told_at_once(fault: Answer) -> None:
    error, wanted = hold(ask(Call("GET", "/runs"), URL), fault)

    assert (type(error), error.message, error.hint, pauses(wanted)) == (
        ServerError,
        "It does not work.",
        "Do this.",
        [],
    )


def test_the_same_request_at_work_is_waited_for() -> None:
    _, wanted = hold(ask(Call("POST", "/runs"), URL), problem(409, "in_progress", wait=1), good({}, 202))

    assert pauses(wanted) == [1]


@pytest.mark.parametrize(
    "answer",
    [
        Answer(404, {"content-type": "text/html"}, b"<h1>nginx</h1>"),
        Answer(301, {"location": "https://elsewhere"}, b""),
        Answer(400, {"content-type": "application/problem+json"}, b"half a pro"),
        Answer(400, {"content-type": "application/problem+json"}, b"[]"),
    ],
)
def test_somebody_else_who_answers_is_told_apart(answer: Answer) -> None:
    error, _ = hold(ask(Call("GET", "/runs"), URL), answer)

    assert (error.code, str(answer.status) in error.message) == ("not_a_server", True)


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        ({"code": "provider_auth"}, ProviderAuthError),
        ({"code": "provider_busy", "retryable": True}, ProviderBusy),
        ({"code": "provider_overloaded", "retryable": True}, ProviderBusy),
        ({"code": "provider_refuses"}, ProviderError),
        ({"code": "budget_exceeded"}, BudgetExceededError),
        ({"code": "cancelled"}, Cancelled),
        ({"code": "unknown_column"}, ConfigurationError),
        ({"code": "empty"}, DataError),
        ({"code": "no_data"}, DataError),
    ],
)
def test_a_run_fails_with_the_errors_of_the_library(error: dict[str, Any], kind: type[PersonaError]) -> None:
    found = of_run({"message": "It broke.", "hint": "Mend it.", **error})

    assert (type(found), found.code, found.message, found.hint) == (kind, error["code"], "It broke.", "Mend it.")


def test_what_only_a_server_says_of_a_run_is_a_failed_step() -> None:
    assert type(of_run({"code": "workers_lost", "message": "It stopped."})) is GenerationError


def test_lines_of_a_file_are_problems() -> None:
    errors = [{"where": "line 34", "message": "Too many cells.", "code": "too_many", "hint": "Quote it."}]

    found = told({"code": "hardly_fits", "message": "It hardly fits.", "errors": errors})

    assert isinstance(found, DataError)
    assert found.problems == (Problem(code="too_many", message="Too many cells.", line=34, hint="Quote it."),)


def events(*items: dict[str, Any], after: int, is_finished: bool = False) -> dict[str, Any]:
    return {"items": list(items), "next": after, "is_finished": is_finished}


def stage(number: int, name: str) -> dict[str, Any]:
    payload = {"type": "generation.progress", "stage": name, "done": 0, "total": 9, "of_tomorrow": 1}
    return {"number": number, "type": "generation.progress", "payload": payload}


def test_a_run_is_followed_with_what_is_known_already() -> None:
    failed = {"code": "provider_auth", "message": "The key was refused.", "hint": "Change it.", "retryable": False}
    run = {"status": "failed", "error": failed, "events": 3}

    error, wanted = hold(
        Steps(URL).follow(RUN),
        good(events(stage(1, "read"), after=1), etag='W/"a"', retry_after="2"),
        good(events(after=1), etag='W/"b"', retry_after="2"),
        good(None, 304, etag='W/"b"', retry_after="3"),
        good(events(stage(2, "group"), {"number": 3, "type": "generation.failed", "payload": failed}, after=3,
                    is_finished=True)),
        good(run),
    )  # fmt: skip

    assert type(error) is ProviderAuthError
    calls = [want for want in wanted if isinstance(want, Call)]
    asked = [(call.query.get("after"), dict(call.headers).get("if-none-match")) for call in calls]
    assert asked == [(0, None), (1, None), (1, 'W/"b"'), (1, 'W/"b"'), (None, None)]
    assert pauses(wanted) == [2, 2, 3]
    told_of = [want for want in wanted if not isinstance(want, Call | Pause)]
    assert told_of == [
        Progress(stage="read", done=0, total=9),
        Progress(stage="group", done=0, total=9),
        Failed(**failed),
    ]


def test_a_run_that_somebody_stopped_is_cancelled() -> None:
    last = {"code": "cancelled", "message": "You stopped it.", "hint": "Go on.", "retryable": False}

    error, _ = hold(
        Steps(URL).follow(RUN, 4),
        good(events(after=5, is_finished=True)),
        good({"status": "cancelled", "error": None, "events": 5}),
        good(events({"number": 5, "type": "generation.failed", "payload": last}, after=5, is_finished=True)),
    )

    assert (type(error), error.message) == (Cancelled, "You stopped it.")


@pytest.mark.parametrize(
    ("talk", "code"),
    [
        (lambda steps: steps.start("e1", PersonaConfig(embeddings="openai:small")), "not_on_server"),
    ],
)
def test_what_no_server_can_do_is_told_before_anything_is_sent(talk: Callable[[Steps], Step[Any]], code: str) -> None:
    error, wanted = hold(talk(Steps(URL)))

    assert (error.code, wanted) == (code, [])


def test_a_server_of_tomorrow_is_told_apart() -> None:
    error, _ = hold(Steps(URL).run(RUN), good({"id": RUN, "status": "dreaming"}))

    assert (error.code, URL in error.message) == ("server_newer", True)


def test_long_lists_are_read_page_by_page() -> None:
    item = {"id": RUN, "name": "a", "description": "", "state": "empty", "created": "2026-01-01T00:00:00Z"}

    found, wanted = hold(
        Steps(URL).experiments(),
        good({"items": [item, item], "next": "c1"}),
        good({"items": [item], "next": None}),
    )

    assert (len(found), [want.query for want in wanted]) == (3, [{"limit": 100}, {"limit": 100, "cursor": "c1"}])
