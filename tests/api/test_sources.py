"""Data over HTTP: upload in two ways, follow, read again, columns, skipped lines, rows."""

from __future__ import annotations

import io
import shutil
from typing import TYPE_CHECKING

import pytest

from experiments import files, tasks
from experiments.ingest import library
from experiments.models import DataSource, Experiment
from generation.models import Run
from persona.models import PersonaConfig
from tests.factories import ANSWERS, TWO_HEADS, DataSourceFactory, ExperimentFactory, RunFactory
from tests.generation.values import finished_run

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings
    from pytest_django.fixtures import DjangoAssertNumQueries

    from accounts.models import User
    from tests.api.conftest import Program

pytestmark = pytest.mark.django_db


@pytest.fixture
def experiment(alice: User, data_dir: Path) -> Experiment:
    return ExperimentFactory(owner=alice, name="Meal planning")


@pytest.fixture
def source(experiment: Experiment) -> DataSource:
    return DataSourceFactory(experiment=experiment)


EMPTY = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n\r\n--b--\r\n'


def upload(program: Program, experiment: Experiment, text: str = ANSWERS, **kwargs: object):
    path = f"/experiments/{experiment.pk}/sources?name=answers.csv"
    return program.post(path, text, **{"content_type": "text/csv", **kwargs})


def nothing_is_left() -> bool:
    return list(files.incoming().iterdir()) == []


def test_a_raw_body_becomes_data(as_alice: Program, experiment: Experiment) -> None:
    response = upload(as_alice, experiment)

    made = response.json()
    assert (response.status_code, response.headers["Location"]) == (202, f"/api/v1/sources/{made['id']}")
    assert (made["name"], made["status"], made["bytes"]) == ("answers.csv", "waiting", len(ANSWERS.encode()))

    waiting = as_alice.get(response.headers["Location"])
    assert (waiting.json()["status"], waiting.headers["Retry-After"]) == ("waiting", "1")
    tasks.check_source(made["id"])
    ready = as_alice.get(response.headers["Location"])
    assert "Retry-After" not in ready.headers
    found = ready.json()
    assert (found["status"], found["rows"], found["skipped_total"], found["error"]) == ("ready", 4, 0, None)
    assert (found["reading"]["encoding"], found["reading"]["delimiter"]) == ("utf-8", ",")


def test_a_name_is_as_long_as_the_model_keeps_it_in_both_ways_to_send_a_file(
    as_alice: Program, experiment: Experiment
) -> None:
    longest, too_long = "a" * 116 + ".csv", "a" * 117 + ".csv"
    ways = (f"/experiments/{experiment.pk}/sources", "/generate")

    refused = [as_alice.post(f"{way}?name={too_long}", ANSWERS, content_type="text/csv").status_code for way in ways]
    taken = [as_alice.post(f"{way}?name={longest}", ANSWERS, content_type="text/csv").status_code for way in ways]

    assert (refused, taken) == ([422, 422], [202, 202])
    assert list(DataSource.objects.values_list("name", flat=True)) == [longest, longest]


def test_a_form_becomes_data(as_alice: Program, experiment: Experiment) -> None:
    file = io.BytesIO(ANSWERS.encode())
    file.name = "C:\\people\\answers.csv"

    response = as_alice._client.post(
        f"/api/v1/experiments/{experiment.pk}/sources", {"file": file}, headers=as_alice._headers
    )

    assert (response.status_code, response.json()["name"]) == (202, "answers.csv")
    assert nothing_is_left()


def test_answers_are_added_to_those_that_are_there(as_alice: Program, experiment: Experiment) -> None:
    tasks.check_source(upload(as_alice, experiment).json()["id"])
    path = f"/experiments/{experiment.pk}/sources?name=more.csv&add=true"

    made = as_alice.post(path, ANSWERS, content_type="text/csv").json()

    tasks.check_source(made["id"])
    found = as_alice.get(f"/sources/{made['id']}").json()
    assert (found["name"], found["status"], found["rows"]) == ("answers.csv and 1 more.zip", "ready", 8)
    assert [one["id"] for one in as_alice.get(f"/experiments/{experiment.pk}/sources").json()["items"]] == [made["id"]]
    assert nothing_is_left()


@pytest.mark.parametrize(
    ("body", "media", "status", "code"),
    [
        (EMPTY, "multipart/form-data; boundary=b", 422, "empty"),
        ("x", "image/png", 415, "wrong_media_type"),
        ("x", "application/x-www-form-urlencoded", 415, "wrong_media_type"),
        ("x", "multipart/form-data", 400, "bad_request"),
        ("--b\r\n\r\n", "multipart/form-data; boundary=b", 422, "no_file"),
        ("x" * 1_100_000, "text/csv", 413, "too_large"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_a_body_without_a_file_is_refused(
    as_alice: Program, experiment: Experiment, settings: Settings, body: str, media: str, status: int, code: str
) -> None:
    settings.ENV = settings.ENV.model_copy(update={"max_upload_mb": 1})

    response = upload(as_alice, experiment, body, content_type=media)

    assert (response.status_code, response.json()["code"]) == (status, code)
    assert (DataSource.objects.count(), nothing_is_left()) == (0, True)


def test_a_key_makes_two_uploads_one(as_alice: Program, experiment: Experiment) -> None:
    key = {"Idempotency-Key": "monday"}
    first = upload(as_alice, experiment, headers=key)
    second = upload(as_alice, experiment, headers=key)
    other = upload(as_alice, experiment, ANSWERS + "5,Faro,More.\n", headers=key)

    assert (first.json(), second.headers["Idempotency-Replayed"]) == (second.json(), "true")
    assert (other.status_code, other.json()["code"], DataSource.objects.count()) == (422, "key_reused", 1)
    assert nothing_is_left()


def test_answers_are_added_where_there_are_personas_and_belong_to_none_yet(
    as_alice: Program, source: DataSource
) -> None:
    run = RunFactory(experiment=source.experiment, status=Run.Status.DONE)
    library(source.experiment).new_run(PersonaConfig(), id=run.pk)
    path = f"/experiments/{source.experiment_id}/sources?name=more.csv&add=true"

    made = as_alice.post(path, ANSWERS, content_type="text/csv")

    tasks.check_source(made.json()["id"])
    rows = as_alice.get(f"/experiments/{source.experiment_id}/rows").json()["items"]
    assert made.status_code == 202
    assert [(row["row"], row["persona"]) for row in rows] == [(number, None) for number in range(1, 9)]
    kept = as_alice.get(f"/experiments/{source.experiment_id}/sources").json()["items"]
    assert [one["id"] for one in kept] == [made.json()["id"], str(source.pk)]


def test_data_that_personas_point_into_stays(as_alice: Program, source: DataSource) -> None:
    RunFactory(experiment=source.experiment, status=Run.Status.CANCELLED)

    response = upload(as_alice, source.experiment, "a,b\n1,2\n")

    assert (response.status_code, response.json()["code"]) == (409, "data_fixed")


def test_a_file_that_cannot_be_used_says_why(as_alice: Program, experiment: Experiment) -> None:
    made = upload(as_alice, experiment, "a\n1\n").json()
    tasks.check_source(made["id"])

    found = as_alice.get(f"/sources/{made['id']}").json()

    assert (found["status"], found["reading"]) == ("failed", None)
    assert found["error"]["code"] == "one_column"
    assert found["error"]["hint"]


def test_a_file_is_read_in_another_way(as_alice: Program, source: DataSource) -> None:
    response = as_alice.post(f"/sources/{source.pk}/reread", {"delimiter": ";", "header": False})

    again = DataSource.objects.get()
    assert (response.status_code, response.json()["id"]) == (202, str(again.pk))
    assert again.choices == {"delimiter": ";", "header": False}
    assert as_alice.get(f"/sources/{source.pk}").status_code == 404


def test_questions_are_told_and_changed(as_alice: Program, source: DataSource) -> None:
    path = f"/sources/{source.pk}/questions"
    before = as_alice.get(path).json()

    changed = as_alice("PATCH", path, {"questions": {"city": {"use": "none", "text": "Where do you live?"}}})

    assert (before["version"], before["rows"], before["respondents"], before["answers"]) == (2, 4, 4, {})
    assert [(each["id"], each["names"]) for each in before["questions"]][1:] == [
        ("city", ["city"]),
        ("what-annoys-you", ["What annoys you?"]),
    ]
    assert [(each["name"], each["rows"]) for each in before["sources"]] == [("answers.csv", 4)]
    after = changed.json()
    city = next(each for each in after["questions"] if each["id"] == "city")
    assert (changed.status_code, city["use"], city["text"]) == (200, "none", "Where do you live?")
    assert (after["choices"]["city"]["use"], after["changed"], as_alice.get(path).json()) == ("none", 1, after)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"questions": {"town": {"use": "none"}}}, "unknown_question"),
        ({"questions": {"city": {"use": "now and then"}}}, "invalid_input"),
        ({"questions": {"city": {"colour": "red"}}}, "invalid_input"),
        ({"answers": {"scale_direction:city": "1_is_best"}}, "doubt_not_raised"),
        ({"answers": {"mood": "good"}}, "unknown_doubt"),
        ({"moods": {}}, "invalid_input"),
    ],
)
def test_what_no_question_and_no_doubt_offers_is_refused(
    as_alice: Program, source: DataSource, body: dict, code: str
) -> None:
    response = as_alice("PATCH", f"/sources/{source.pk}/questions", body)

    assert (response.status_code, response.json()["code"]) == (422, code)
    assert DataSource.objects.get().version == 0


def test_a_code_book_gives_questions_their_words_and_what_is_said_of_them_goes_before(
    as_alice: Program, source: DataSource
) -> None:
    book = "question,code,label,text\ncity,1,Oslo,Home town\ntown,1,Oslo,Town\n"
    body = {"codebook": book, "questions": {"what-annoys-you": {"use": "none"}}}
    changed = as_alice("PATCH", f"/sources/{source.pk}/questions", body).json()

    assert sorted(changed["choices"]) == ["city", "what-annoys-you"]
    assert changed["choices"]["city"]["text"] == "Home town"

    refused = as_alice("PATCH", f"/sources/{source.pk}/questions", {"codebook": "city,1,Oslo"})
    assert (refused.status_code, refused.json()["code"]) == (422, "codebook_columns")


def test_an_answer_about_reading_makes_a_new_source(as_alice: Program, experiment: Experiment) -> None:
    source = DataSourceFactory(experiment=experiment, content=TWO_HEADS)

    response = as_alice("PATCH", f"/sources/{source.pk}/questions", {"answers": {"header_rows:file": "1"}})

    new = DataSource.objects.get()
    assert (response.status_code, response.headers["Location"]) == (202, f"/api/v1/sources/{new.pk}")
    assert (response.json()["id"], new.answers) == (str(new.pk), {"header_rows:file": "1"})


def test_columns_are_told_and_changed(as_alice: Program, source: DataSource) -> None:
    path = f"/sources/{source.pk}/columns"
    before = {column["name"]: column["role"] for column in as_alice.get(path).json()["items"]}

    changed = as_alice("PATCH", path, {"columns": {"city": {"role": "category", "basis": True}}})

    assert before["id"] == "id"
    after = {column["name"]: column for column in changed.json()["items"]}
    assert (changed.status_code, after["city"]["role"], after["city"]["basis"]) == (200, "category", True)
    assert DataSource.objects.get().questions.keys() == {"city"}


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"columns": {"town": {"role": "category"}}}, "unknown_column"),
        ({"columns": {"city": {"role": "nonsense"}}}, "invalid_input"),
        ({"columns": {"city": {"colour": "red"}}}, "invalid_input"),
        ({}, "invalid_input"),
    ],
)
def test_columns_that_are_not_there_are_refused(as_alice: Program, source: DataSource, body: dict, code: str) -> None:
    response = as_alice("PATCH", f"/sources/{source.pk}/columns", body)

    assert (response.status_code, response.json()["code"]) == (422, code)


@pytest.mark.parametrize("path", ["/sources/{}/questions", "/sources/{}/columns", "/sources/{}/skipped"])
def test_what_is_still_being_read_cannot_be_looked_at(as_alice: Program, experiment: Experiment, path: str) -> None:
    made = upload(as_alice, experiment).json()

    response = as_alice.get(path.format(made["id"]))

    assert (response.status_code, response.json()["code"]) == (409, "not_read_yet")


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (("GET", "/sources/{source}/skipped"), "not_read_yet"),
        (("PATCH", "/sources/{source}/columns", {"columns": {}}), "not_read_yet"),
        (("GET", "/experiments/{experiment}/rows"), "not_read_yet"),
        (("POST", "/sources/{source}/reread", {}), "file_gone"),
    ],
)
def test_data_whose_files_are_gone_says_so(as_alice: Program, source: DataSource, call: tuple, code: str) -> None:
    shutil.rmtree(files.experiment(source.experiment_id))
    method, path, *body = call

    response = as_alice(method, path.format(source=source.pk, experiment=source.experiment_id), *body)

    assert (response.status_code, response.json()["code"]) == (409, code)
    assert DataSource.objects.get() == source


def test_skipped_lines_come_in_pages(as_alice: Program, experiment: Experiment) -> None:
    lines = "".join(f"{number},Porto,Something about plans {number}.\n" for number in range(40))
    broken = "x,y,z,too,many\n" * 3
    source = DataSourceFactory(experiment=experiment, content=f"id,city,What annoys you?\n{lines}{broken}")

    first = as_alice.get(f"/sources/{source.pk}/skipped?limit=2").json()
    rest = as_alice.get(f"/sources/{source.pk}/skipped?limit=2&after={first['next']}").json()

    assert [line["line"] for line in first["items"] + rest["items"]] == [42, 43, 44]
    assert (first["next"], rest["next"]) == (43, None)


@pytest.mark.parametrize("kept", ["skipped", "left_out_counts"])
def test_old_names_of_skipped_lines_still_answer(as_alice: Program, experiment: Experiment, kept: str) -> None:
    source = DataSourceFactory(experiment=experiment, content="id,City\n1,Porto\n2,Oslo\nx,y,z,a\n3,Rome\n")
    source.report[kept] = source.report.pop("skipped")  # as this release keeps it, or the one before
    source.save()

    found = as_alice.get(f"/sources/{source.pk}").json()
    lines = as_alice.get(f"/sources/{source.pk}/left-out").json()

    assert (found["left_out"], found["skipped_total"]) == (1, 1)
    assert found["reading"]["left_out_counts"] == found["reading"]["skipped"] == {"long_row": 1}
    assert lines == as_alice.get(f"/sources/{source.pk}/skipped").json()
    assert [line["line"] for line in lines["items"]] == [4]


def test_rows_come_in_pages_without_personal_data(as_alice: Program, experiment: Experiment) -> None:
    content = "id,mail,What annoys you?\n" + "".join(
        f"{number},person{number}@example.com,Plan number {number} breaks because of the weather.\n"
        for number in range(1, 31)
    )
    DataSourceFactory(experiment=experiment, content=content)

    first = as_alice.get(f"/experiments/{experiment.pk}/rows?limit=20").json()
    rest = as_alice.get(f"/experiments/{experiment.pk}/rows?limit=20&after={first['next']}").json()

    assert [row["row"] for row in first["items"] + rest["items"]] == list(range(1, 31))
    assert (first["next"], rest["next"]) == (20, None)
    assert first["items"][0] == {
        "row": 1,
        "source": "answers.csv",
        "line": 2,
        "persona": None,
        "cells": {"id": "1", "What annoys you?": "Plan number 1 breaks because of the weather."},
    }


def test_rows_cost_few_queries_and_follow_what_is_personal(
    as_alice: Program, source: DataSource, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    address = f"/experiments/{source.experiment_id}/rows"
    as_alice.get("/samples")
    for _ in range(2):
        with django_assert_num_queries(3):  # token, data, newest finished run
            before = as_alice.get(address).json()["items"]

    as_alice("PATCH", f"/sources/{source.pk}/columns", {"columns": {"city": {"role": "personal_data"}}})

    after = as_alice.get(address).json()["items"]
    assert [row["cells"].pop("city") for row in before] == ["Porto", "Porto", "Lyon", "Lyon"]
    assert after == before


def test_rows_are_searched_and_narrowed(as_alice: Program, source: DataSource) -> None:
    path = f"/experiments/{source.experiment_id}/rows"

    found = as_alice.get(f"{path}?q=PLAN").json()["items"]
    narrow = as_alice.get(f"{path}?column=city&limit=1").json()["items"]
    unknown = as_alice.get(f"{path}?column=town")

    assert [row["row"] for row in found] == [1]
    assert [row["cells"] for row in narrow] == [{"city": "Porto"}]
    assert (unknown.status_code, unknown.json()["code"]) == (422, "unknown_column")


def test_rows_of_a_persona_need_a_run(as_alice: Program, source: DataSource) -> None:
    path = f"/experiments/{source.experiment_id}/rows?persona=1"
    assert as_alice.get(path).json() == {"items": [], "next": None}

    finished_run(source.experiment)  # its folder is not there: rows can be read, groups cannot
    assert as_alice.get(path).json() == {"items": [], "next": None}


def test_samples_are_one_call_away(as_alice: Program, data_dir: Path) -> None:
    keys = [sample["key"] for sample in as_alice.get("/samples").json()["items"]]

    response = as_alice.post("/samples", {"sample": keys[0]})

    assert (response.status_code, response.json()["state"], response.json()["is_sample"]) == (201, "reading", True)
    assert Experiment.objects.get().source is not None
