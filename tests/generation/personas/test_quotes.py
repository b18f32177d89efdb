"""The words behind a statement, in their whole answers, read from the stored data."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from experiments import files
from generation.personas.persistence import store_persona
from generation.personas.quotes import Drawer, Quote, open_drawer
from persona.models import PersonaConfig
from tests.factories import DataSourceFactory, RunFactory
from tests.generation.values import COLUMN, evidence, portrait, statement

if TYPE_CHECKING:
    from pathlib import Path

    from generation.models import Run

pytestmark = pytest.mark.django_db

MAILED = f'id,city,{COLUMN}\n1,Porto,"the plan breaks, write to ana.berg@example.com"\n2,Lyon,It is fine\n'


@pytest.fixture
def run(data_dir: Path) -> Run:
    return RunFactory(experiment=DataSourceFactory().experiment)


def drawer(run: Run, *rows: int, order: str = "strongest", first: int = 0, last: int = 5) -> Drawer:
    said = statement(evidence=tuple(evidence(row) for row in rows))
    persona = store_persona(run, portrait(statements=(said,)))
    return open_drawer(persona, persona.statements.get(), order=order, first=first, last=last)


def texts(quotes: list[Quote]) -> list[tuple[str, str, str]]:
    return [(quote.before, quote.said, quote.after) for quote in quotes]


def test_quotes_stand_in_their_whole_answers(run: Run) -> None:
    found = drawer(run, 2, 1)

    assert texts(found.quotes) == [
        ("If one dinner slips ", "everything after it slips too", "."),
        ("The list ignores what is at home, and ", "the plan breaks", "."),
    ]
    assert (found.total, found.people, found.shown, found.left) == (2, 2, 2, 0)
    assert [quote.pips for quote in found.quotes] == [3, 3]


def test_quotes_lead_to_their_place_in_the_data(run: Run) -> None:
    (quote,) = drawer(run, 3).quotes

    assert quote.address == (
        f"/experiments/{run.experiment_id}/data/?row=3&column=What+annoys+you%3F&start=13&end=38#r3"
    )


def test_quotes_in_order_of_rows(run: Run) -> None:
    found = drawer(run, 3, 1, 2, order="rows")

    assert [quote.evidence.row for quote in found.quotes] == [1, 2, 3]


def test_two_quotes_of_one_person_are_one_person(run: Run) -> None:
    found = drawer(run, 1, 1, 2)

    assert (found.total, found.people) == (3, 2)


def test_what_is_only_related_is_shown_but_supports_nothing(run: Run) -> None:
    said = statement(evidence=(evidence(1), evidence(2, counted=False, strength="weak")))
    persona = store_persona(run, portrait(statements=(said,)))

    found = open_drawer(persona, persona.statements.get(), order="strongest", first=0, last=5)

    assert (found.total, found.supporting, found.people, found.related) == (2, 1, 1, 1)
    assert [quote.evidence.counted for quote in found.quotes] == [True, False]


def test_some_quotes_at_a_time(run: Run) -> None:
    found = drawer(run, 3, 1, 2, first=1, last=2)

    assert [quote.evidence.row for quote in found.quotes] == [1]
    assert (found.shown, found.left, found.more) == (2, 1, f"e={found.statement.pk}&sort=strongest&show=7")


def test_personal_data_around_a_quote_is_masked(data_dir: Path) -> None:
    run = RunFactory(experiment=DataSourceFactory(content=MAILED).experiment)
    place = evidence(1, start=0, end=15)
    persona = store_persona(run, portrait(statements=(statement(evidence=(place,)),)))

    found = open_drawer(persona, persona.statements.get(), order="strongest", first=0, last=5)

    assert texts(found.quotes) == [("", "the plan breaks", ", write to a•••••••@•••••••.com")]


def test_personal_data_is_shown_where_the_run_did_not_mask_it(data_dir: Path) -> None:
    config = PersonaConfig(redact=False).model_dump(mode="json")
    run = RunFactory(experiment=DataSourceFactory(content=MAILED).experiment, config=config)
    persona = store_persona(run, portrait(statements=(statement(evidence=(evidence(1, start=0, end=15),)),)))

    found = open_drawer(persona, persona.statements.get(), order="strongest", first=0, last=5)

    assert texts(found.quotes) == [("", "the plan breaks", ", write to ana.berg@example.com")]


def test_quotes_stay_readable_when_the_file_is_gone(run: Run) -> None:
    shutil.rmtree(files.experiment(run.experiment_id) / "sources")

    assert texts(drawer(run, 1).quotes) == [("", "the plan breaks", "")]


def test_an_answer_that_does_not_hold_the_quote_is_not_shown_as_its_place(data_dir: Path) -> None:
    other = f"id,city,{COLUMN}\n1,Porto,Something else altogether\n2,Lyon,And another thing\n"
    run = RunFactory(experiment=DataSourceFactory(content=other).experiment)

    assert texts(drawer(run, 1).quotes) == [("", "the plan breaks", "")]
