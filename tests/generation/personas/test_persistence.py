"""Personas as rows and as JSON: all that the library found comes back, in order, in few queries."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from generation.models import Evidence, Persona, Run, Statement
from generation.personas.persistence import COUNTED, LISTS, rewrite_persona, store_persona
from generation.personas.serialization import BRIEF, EVIDENCE, PERSONA, persona_json, personas_json, statement_json
from persona import models as library
from tests.factories import RunFactory
from tests.generation.values import evidence, portrait, statement

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db
COUNT: dict[str, Any] = {
    "question": "Do you cook?",
    "option": "Yes",
    "asked": ({"column": "cook", "question": "Do you cook?"},),
    "share": 0.5,
    "everyone_share": 0.4,
    "everyone_base": 50,
    "standing": "distinctive",
    "effect": 0.2,
}


@pytest.fixture
def run() -> Run:
    return RunFactory()


def counted(number: int) -> library.Statement:
    return statement(1, number, origin="counted", text="Cooks: 50 %", evidence=(), **COUNT)


def texts(persona: Persona) -> list[tuple[int, str, list[str]]]:
    return [(s.position, s.text, [e.quote for e in s.evidence.all()]) for s in persona.statements.all()]


def test_every_field_of_a_persona_has_its_place(run: Run) -> None:
    found = portrait()

    row = store_persona(run, found)

    row.refresh_from_db()
    plain = (row.run, row.position, row.name, row.tagline, row.summary, row.size, row.share)
    assert plain == (run, 1, found.name, found.tagline, found.summary, found.size, found.share)
    assert {name: getattr(row, name) for name in LISTS} == found.model_dump(mode="json", include=set(LISTS))
    assert texts(row) == [
        (number, said.text, [passage.quote for passage in said.evidence])
        for number, said in enumerate(found.statements, start=1)
    ]


def test_a_statement_keeps_what_the_run_wrote(run: Run) -> None:
    row = store_persona(run, portrait()).statements.get(position=1)
    said = portrait().statements[0]

    assert (row.kind, row.origin, row.strength, row.support, row.base, row.note, row.count) == (
        said.kind,
        said.origin,
        said.strength,
        said.support,
        said.base,
        said.note,
        None,
    )


def test_only_counted_statements_have_a_count(run: Run) -> None:
    row = store_persona(run, portrait(statements=(statement(1, 1), counted(2))))

    quoted, told = row.statements.all()
    assert (quoted.count, set(told.count)) == (None, set(COUNTED))
    assert {name: told.count[name] for name in COUNT} == {**COUNT, "asked": [*COUNT["asked"]]}
    assert (told.bar, told.line, told.count["mean"], told.evidence.count()) == (50.0, 40.0, None, 0)


def test_evidence_stays_in_the_order_of_its_strength(run: Run) -> None:
    passages = (evidence(3), evidence(1, strength="weak", counted=False), evidence(2))
    row = store_persona(run, portrait(statements=(statement(1, 1, evidence=passages),)))

    stored = Evidence.objects.filter(statement__persona=row)
    assert [(e.position, e.row, e.strength, e.counted) for e in stored] == [
        (number, passage.row, passage.strength, passage.counted) for number, passage in enumerate(passages, start=1)
    ]


def test_what_is_written_again_keeps_its_address(run: Run) -> None:
    before = store_persona(run, portrait())
    old = set(Statement.objects.values_list("pk", flat=True))

    after = rewrite_persona(run, portrait(name="Nina B", statements=(statement(1, 1, text="Another"),)))

    assert (after.pk, after.name, Persona.objects.count()) == (before.pk, "Nina B", 1)
    assert [text for _, text, _ in texts(after)] == ["Another"]
    assert set(Statement.objects.values_list("pk", flat=True)).isdisjoint(old)
    assert Evidence.objects.filter(statement__in=old).count() == 0


def test_what_is_written_again_and_was_never_there_is_new(run: Run) -> None:
    row = rewrite_persona(run, portrait(2))

    assert [(p.pk, p.position) for p in run.personas.all()] == [(row.pk, 2)]
    assert len(texts(row)) == len(portrait(2).statements)


def test_storing_takes_as_many_queries_however_much_there_is(
    run: Run, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for index, many in ((1, 1), (2, 30)):
        found = portrait(index, statements=tuple(statement(index, number) for number in range(1, many + 1)))
        with django_assert_num_queries(3):
            store_persona(run, found)


# -- as JSON -----------------------------------------------------------------------------------------------
def test_a_list_tells_personas_in_short_and_in_order(
    run: Run, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for index in (2, 1):
        store_persona(run, portrait(index))

    with django_assert_num_queries(1):
        told = json.loads(personas_json(run.pk))["items"]

    assert [set(each) for each in told] == [set(BRIEF)] * 2
    assert [(each["position"], each["name"]) for each in told] == [(1, "Marta A"), (2, "Marta B")]


def test_a_persona_is_told_whole(run: Run, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    row = store_persona(run, portrait(statements=(statement(1, 1), counted(2))))

    with django_assert_num_queries(3):
        told = json.loads(persona_json(row.pk))

    quoted, count = told["statements"]
    assert set(told) == {*PERSONA, "statements"}
    assert (told["facts"], told["quotes"]) == (row.facts, row.quotes)
    assert [set(passage) for passage in quoted["evidence"]] == [set(EVIDENCE)] * 2
    assert [passage["quote"] for passage in quoted["evidence"]] == [e.quote for e in portrait().statements[0].evidence]
    assert (count["question"], count["share"], count["evidence"]) == ("Do you cook?", 0.5, [])
    assert {name: quoted[name] for name in COUNTED} == {
        name: [] if name in ("asked", "groups") else None for name in COUNTED
    }
    assert (count["asked"], count["columns"], quoted["columns"]) == ([*COUNT["asked"]], ["cook"], [])


def test_a_count_of_an_earlier_version_names_its_columns(run: Run) -> None:
    row = store_persona(run, portrait(statements=(counted(1),)))
    (said,) = row.statements.all()
    said.count = {name: value for name, value in said.count.items() if name != "asked"} | {"columns": ["cook"]}
    said.save()

    told = json.loads(statement_json(said.pk))

    assert (told["asked"], told["columns"]) == ([*COUNT["asked"]], ["cook"])


def test_a_statement_is_told_alone_as_in_its_persona(run: Run) -> None:
    row = store_persona(run, portrait())
    whole = json.loads(persona_json(row.pk))["statements"]

    alone = [json.loads(statement_json(said.pk)) for said in row.statements.all()]

    assert alone == whole


def test_a_persona_that_is_gone_is_not_told(run: Run) -> None:
    row = store_persona(run, portrait())
    key = row.pk
    row.delete()

    with pytest.raises(Persona.DoesNotExist):
        persona_json(key)
    assert json.loads(personas_json(run.pk)) == {"items": []}
