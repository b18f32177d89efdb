"""Conversations with a server, without one: what is asked, in which order, and what is made of the answers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from persona.client.protocol import KEY, Call
from persona.client.replies import ExperimentInfo, RunInfo, SourceInfo
from persona.client.steps import EVENTS, Steps
from persona.events import Completed, PersonaCreated
from persona.exceptions import ConfigurationError, DataError
from persona.exporting import result_json
from persona.models import ColumnChoice, ColumnRole, GenerationResult, PersonaConfig, QuestionChoice
from persona.questionnaire.models import Questionnaire
from tests.persona.client.test_protocol import RUN, URL, events, good, hold, pauses
from tests.persona.exporting.results import RESULT

EXPERIMENT = "01890000-0000-7000-8000-0000000000e1"
SOURCE = "01890000-0000-7000-8000-0000000000d1"
PERSONA = "01890000-0000-7000-8000-0000000000a1"
TOLD = {"id": EXPERIMENT, "name": "dinners", "description": "", "state": "empty", "created": "2026-01-01T00:00:00Z"}
INFO = ExperimentInfo.model_validate(TOLD)


def source(status: str, **more: Any) -> dict[str, Any]:
    return {"id": SOURCE, "name": "data.csv", "status": status, "sha256": "ab", **more}


def run(status: str, **more: Any) -> dict[str, Any]:
    known = {"id": RUN, "experiment": EXPERIMENT, "number": 1, "status": status, "percent": 0, "events": 0, "rows": 0}
    return known | more


def calls(wanted: list[Any]) -> list[tuple[str, str]]:
    return [(want.method, want.path) for want in wanted if isinstance(want, Call)]


# -- experiments and their data ----------------------------------------------------------------------


def test_an_experiment_without_data_is_one_request() -> None:
    made, wanted = hold(Steps(URL).create("dinners", "What annoys?", []), good(TOLD, 201))

    assert (made, wanted[0].body) == (INFO, {"name": "dinners", "description": "What annoys?"})
    assert calls(wanted) == [("POST", "/experiments")]


def test_a_file_is_sent_and_waited_for(tmp_path: Path) -> None:
    file = tmp_path / "data.csv"
    file.write_text("answer\n")

    made, wanted = hold(
        Steps(URL).create("dinners", "", [file]),
        good(TOLD, 201),
        good(source("waiting"), 202, retry_after="3"),
        good(source("reading", progress=40), retry_after="2"),
        good(source("ready", rows=7)),
    )

    assert made == INFO
    assert calls(wanted) == [
        ("POST", "/experiments"),
        ("POST", f"/experiments/{EXPERIMENT}/sources"),
        ("GET", f"/sources/{SOURCE}"),
        ("GET", f"/sources/{SOURCE}"),
    ]
    sent = wanted[1]
    assert (sent.file, sent.query, sent.headers["content-type"]) == (
        file,
        {"name": "data.csv"},
        "application/octet-stream",
    )
    assert pauses(wanted) == [3, 2]


def test_a_file_that_the_server_cannot_use_is_the_error_of_the_library(tmp_path: Path) -> None:
    file = tmp_path / "data.csv"
    file.write_text("")
    error = {"code": "empty", "message": "The file is empty.", "hint": "Export it again.", "problems": []}

    found, _ = hold(Steps(URL).upload(EXPERIMENT, file, "data.csv"), good(source("failed", error=error), 202))

    assert (type(found), found.code, found.message, found.hint) == (
        DataError,
        "empty",
        "The file is empty.",
        "Export it again.",
    )


def test_a_file_that_is_not_there_is_told_before_anything_is_sent(tmp_path: Path) -> None:
    found, wanted = hold(Steps(URL).create("dinners", "", [tmp_path / "nope.csv"]))

    assert (type(found), found.message, wanted) == (DataError, "There is no file named “nope.csv”.", [])


def test_an_experiment_is_found_by_id_or_by_its_whole_name() -> None:
    near = TOLD | {"name": "dinners, second round"}

    by_id, asked_id = hold(Steps(URL).find(EXPERIMENT), good(TOLD))
    by_name, asked_name = hold(Steps(URL).find("dinners"), good({"items": [near, TOLD], "next": None}))
    error, _ = hold(Steps(URL).find("dinner"), good({"items": [near, TOLD], "next": None}))

    assert (by_id, by_name) == (INFO, INFO)
    assert (asked_id[0].path, asked_name[0].query) == (f"/experiments/{EXPERIMENT}", {"q": "dinners", "limit": 100})
    assert (error.code, error.message) == (
        "experiment_elsewhere",
        f"There is no experiment “dinner” on {URL}.",
    )


def test_an_experiment_without_data_says_so_where_data_is_needed() -> None:
    error, _ = hold(Steps(URL).columns(EXPERIMENT), good({"items": [], "next": None}))

    assert (type(error), error.code) == (DataError, "no_data")


def test_the_newest_source_counts() -> None:
    found, _ = hold(Steps(URL).source(EXPERIMENT), good({"items": [source("ready", rows=2), source("failed")]}))

    assert found == SourceInfo(id=SOURCE, name="data.csv", status="ready", rows=2, sha256="ab")


def test_an_experiment_is_removed() -> None:
    nothing, wanted = hold(Steps(URL).delete(EXPERIMENT), good(None, 204))

    assert (nothing, calls(wanted)) == (None, [("DELETE", f"/experiments/{EXPERIMENT}")])


# -- runs --------------------------------------------------------------------------------------------


def test_a_run_starts_with_the_settings_that_a_server_takes() -> None:
    config = PersonaConfig(count=3, seed=7, budget_usd=0.5, model="openai:gpt-4o-mini")

    found, wanted = hold(Steps(URL).start(EXPERIMENT, config), good(run("queued"), 202))

    assert found == RunInfo.model_validate(run("queued"))
    body = wanted[0].body
    assert (body["count"], body["seed"], body["budget_usd"], body["model"]) == (3, 7, 0.5, "openai:gpt-4o-mini")
    assert {"columns", "edits", "embeddings"} & set(body) == set()
    assert KEY in wanted[0].headers


def test_questions_are_told_and_changed() -> None:
    told = {"rows": 2, "respondents": 2, "questions": [], "version": 2, "answers": {}, "choices": {}, "changed": 1}
    path = f"/sources/{SOURCE}/questions"

    before, asked = hold(Steps(URL).questionnaire(EXPERIMENT), good({"items": [source("ready")]}), good(told))
    after, wanted = hold(
        Steps(URL).questionnaire(EXPERIMENT, {"weight:w": "ignore"}, {"q1": QuestionChoice(use="none", text=None)}),
        good({"items": [source("ready")]}),
        good(told),
        good(told),
    )

    assert before == after == Questionnaire(rows=2, respondents=2, questions=())
    assert calls(asked) == [("GET", f"/experiments/{EXPERIMENT}/sources"), ("GET", path)]
    assert calls(wanted)[1:] == [("PATCH", path), ("GET", path)]
    assert wanted[1].body == {"answers": {"weight:w": "ignore"}, "questions": {"q1": {"use": "none", "text": None}}}


def test_a_file_that_an_answer_has_read_anew_is_waited_for() -> None:
    anew = "01890000-0000-7000-8000-0000000000d2"

    _, wanted = hold(
        Steps(URL).questionnaire(EXPERIMENT, {"header_rows:file": "2"}),
        good({"items": [source("ready")]}),
        good(source("waiting") | {"id": anew}, 202),
        good(source("ready") | {"id": anew}),
        good({"rows": 2, "respondents": 2, "questions": []}),
    )

    assert calls(wanted)[1:] == [
        ("PATCH", f"/sources/{SOURCE}/questions"),
        ("GET", f"/sources/{anew}"),
        ("GET", f"/sources/{anew}/questions"),
    ]


def test_columns_are_chosen_before_the_run() -> None:
    choice = ColumnChoice(role=ColumnRole.RATING)

    _, wanted = hold(
        Steps(URL).start(EXPERIMENT, PersonaConfig(columns={"Stars": choice})),
        good({"items": [source("ready")]}),
        good({"items": []}),
        good(run("queued"), 202),
    )

    assert calls(wanted) == [
        ("GET", f"/experiments/{EXPERIMENT}/sources"),
        ("PATCH", f"/sources/{SOURCE}/columns"),
        ("POST", f"/experiments/{EXPERIMENT}/runs"),
    ]
    assert wanted[1].body == {"columns": {"Stars": choice.model_dump(mode="json")}}


@pytest.mark.parametrize(
    ("status", "asked"),
    [
        ("failed", [("GET", f"/runs/{RUN}"), ("POST", f"/runs/{RUN}/resume")]),
        ("cancelled", [("GET", f"/runs/{RUN}"), ("POST", f"/runs/{RUN}/resume")]),
        ("running", [("GET", f"/runs/{RUN}")]),
        ("done", [("GET", f"/runs/{RUN}")]),
    ],
)
def test_only_what_ended_early_is_taken_up_again(status: str, asked: list[tuple[str, str]]) -> None:
    answers = [good(run(status)), good(run("queued"), 202)][: len(asked)]

    found, wanted = hold(Steps(URL).go_on(RUN), *answers)

    assert (found.status, calls(wanted)) == ("queued" if len(asked) == 2 else status, asked)


def written() -> dict[str, Any]:
    """A persona as the API has it: with its own ids, and a word of tomorrow."""
    told = RESULT.personas[0].model_dump(mode="json")
    told["statements"] = [{**each, "id": each["id"], "of_tomorrow": 1} for each in told["statements"]]
    return {**told, "id": PERSONA, "position": told.pop("index"), "of_tomorrow": 1}


def test_a_run_is_generated_to_its_result_and_tells_of_each_persona() -> None:
    created = {"number": 1, "type": "persona.created", "payload": {"position": 1, "resumed": True}}
    tomorrow = {"number": 2, "type": "persona.dreamt", "payload": {}}

    found, wanted = hold(
        Steps(URL).generate(EXPERIMENT, PersonaConfig(count=2), None),
        good(run("queued"), 202),
        good(events(created, tomorrow, after=2, is_finished=True)),
        good({"items": [{"id": "other", "position": 2}, {"id": PERSONA, "position": 1}]}),
        good(written()),
        good(run("done")),
        good(RESULT.model_dump(mode="json")),
    )

    assert found == RESULT
    told = [want for want in wanted if isinstance(want, PersonaCreated | Completed)]
    assert told == [PersonaCreated(persona=RESULT.personas[0], resumed=True), Completed(result=RESULT)]
    assert calls(wanted)[-2:] == [("GET", f"/runs/{RUN}"), ("GET", f"/runs/{RUN}/exports/json")]


def test_a_full_page_of_events_is_followed_by_the_next_at_once() -> None:
    page = [{"number": n, "type": "persona.dreamt", "payload": {}} for n in range(EVENTS)]

    _, wanted = hold(
        Steps(URL).follow(RUN),
        good(events(*page, after=EVENTS)),
        good(events(after=EVENTS, is_finished=True)),
        good(run("done")),
        good(RESULT.model_dump(mode="json")),
    )

    assert [call.query.get("after") for call in wanted if isinstance(call, Call)][:2] == [0, EVENTS]
    assert pauses(wanted) == []


def test_personas_are_read_one_by_one() -> None:
    found, wanted = hold(
        Steps(URL).personas(RUN), good({"items": [{"id": PERSONA, "position": 1}], "next": None}), good(written())
    )

    assert found == (RESULT.personas[0],)
    assert calls(wanted) == [("GET", f"/runs/{RUN}/personas"), ("GET", f"/personas/{PERSONA}")]


def test_a_run_is_stopped_listed_and_exported() -> None:
    stopped, asked = hold(Steps(URL).cancel(RUN), good(run("cancelled")))
    listed, _ = hold(Steps(URL).runs(EXPERIMENT), good({"items": [run("done"), run("failed")], "next": None}))
    exported, _ = hold(Steps(URL).export(RUN, "md"), good("# dinners"))

    assert (stopped.status, stopped.is_finished, calls(asked)) == ("cancelled", True, [("POST", f"/runs/{RUN}/cancel")])
    assert [(each.status, each.is_finished) for each in listed] == [("done", True), ("failed", True)]
    assert exported == b'"# dinners"'


def test_a_result_is_read_as_the_library_writes_it() -> None:
    found = GenerationResult.model_validate_json(result_json(RESULT))

    assert hold(Steps(URL).result(RUN), good(RESULT.model_dump(mode="json")))[0] == found == RESULT


def test_a_server_that_knows_more_than_this_library_is_one_sentence() -> None:
    told = RESULT.model_dump(mode="json") | {"rows": "many"}

    error, _ = hold(Steps(URL).result(RUN), good(told))

    assert (type(error), error.code, error.message) == (
        ConfigurationError,
        "server_newer",
        f"This library cannot read what {URL} sends.",
    )
