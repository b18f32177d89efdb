"""Check: a quote that the data does not hold, character for character, does not stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona.checking import check, distinctiveness, is_verbatim
from persona.models import Evidence, Persona, Statement
from persona.reading import read_source
from persona.table import Table
from persona.writing import Archive
from persona.writing.builtin import draft_of
from tests.answers import HEADER, kitchen, kitchen_rows, segmentation_of
from tests.tables import table_of

if TYPE_CHECKING:
    from pathlib import Path

ROWS, GROUPS = kitchen_rows(80)
SEGMENTATION = segmentation_of(GROUPS)


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Table:
    return table_of(tmp_path_factory.mktemp("kitchen"), HEADER, ROWS)


@pytest.fixture(scope="module")
def personas(table: Table) -> tuple[Persona, ...]:
    archive = Archive.build(*kitchen(table), SEGMENTATION)
    return tuple(archive.persona(i, draft_of(archive.brief(i))) for i in (1, 2))


def tampered(persona: Persona, **change: object) -> Persona:
    """The persona with its first statement's first evidence changed."""
    first, *rest = persona.statements
    evidence = (first.evidence[0].model_copy(update=change), *first.evidence[1:])
    return persona.model_copy(update={"statements": (first.model_copy(update={"evidence": evidence}), *rest)})


def test_true_personas_pass_unchanged(personas: tuple[Persona, ...], table: Table) -> None:
    checked, quality = check(personas, table, SEGMENTATION)
    assert checked == personas
    assert (quality.verbatim, quality.dropped) == (1.0, 0)
    assert quality.statements == quality.with_quotes == sum(len(p.statements) for p in personas)
    assert quality.quotes == sum(len(s.evidence) for p in personas for s in p.statements) + sum(
        len(p.quotes) for p in personas
    )
    assert (quality.fit_well, quality.between) == (1.0, 3)
    assert 0 < quality.distinctiveness <= 1
    assert 2 <= quality.people_quoted <= len(ROWS)


@pytest.mark.parametrize(
    "change",
    [
        {"quote": "words that nobody wrote"},
        {"row": 79},
        {"row": 5000},
        {"column": "No such column"},
        {"source": "other.csv"},
        {"start": 1},
    ],
)
def test_a_statement_whose_words_are_not_there_is_dropped(
    personas: tuple[Persona, ...], table: Table, change: dict[str, object]
) -> None:
    false = tampered(personas[0], **change)
    checked, quality = check((false, personas[1]), table, SEGMENTATION)
    assert checked[0].statements == personas[0].statements[1:]
    assert quality.dropped == 1
    assert quality.verbatim == 1 - 1 / quality.quotes


def test_false_evidence_beside_true_is_left_out(personas: tuple[Persona, ...], table: Table) -> None:
    first = next(s for s in personas[0].statements if len(s.evidence) > 1)
    false = first.evidence[-1].model_copy(update={"quote": "x" * 9})
    statement = first.model_copy(update={"evidence": (*first.evidence[:-1], false)})
    persona = personas[0].model_copy(update={"statements": (statement,), "quotes": (false,)})
    checked, _ = check((persona,), table, SEGMENTATION)
    assert checked[0].statements[0].evidence == first.evidence[:-1]
    assert checked[0].quotes == ()


def test_a_persons_own_statement_needs_no_quote(personas: tuple[Persona, ...], table: Table) -> None:
    own = Statement(
        id="1-need-9",
        kind="need",
        text="An idea",
        origin="person",
        strength="weak",
        support=0,
        base=40,
        note="",
        evidence=(),
    )
    checked, quality = check((personas[0].model_copy(update={"statements": (own,)}),), table, SEGMENTATION)
    assert checked[0].statements == (own,)
    assert (quality.statements, quality.with_quotes, quality.weak) == (1, 0, 1)


def test_two_sources_of_one_name_are_both_looked_at(tmp_path: Path) -> None:
    folders = []
    for number, text in enumerate(("first file", "second file")):
        path = tmp_path / str(number) / "same.csv"
        path.parent.mkdir()
        path.write_text(f"Answer,Age\n{text} says this here,30\nand more of it here,31\n", encoding="utf-8")
        folders.append(tmp_path / f"read-{number}")
        read_source(path, folders[-1])
    table = Table.open(folders)
    quote = Evidence(source="same.csv", row=1, line=2, column="Answer", start=0, end=11, quote="second file")
    persona = Persona(
        index=1, name="", tagline="", summary="", size=4, share=1, facts=(), statements=(), quotes=(quote,)
    )
    checked, quality = check((persona,), table, segmentation_of([1, 1, 1, 1]))
    assert checked == (persona,)
    assert quality.verbatim == 1.0


def test_is_verbatim_counts_characters_not_bytes() -> None:
    quote = Evidence(source="", row=1, line=2, column="A", start=2, end=5, quote="für")
    assert is_verbatim(quote, {"A": "🙂 für dich"})
    assert not is_verbatim(quote, {"A": "für dich"})
    assert not is_verbatim(quote.model_copy(update={"quote": "", "end": 2}), {"A": "🙂 für dich"})


def test_distinctiveness_is_one_for_other_words_and_zero_for_the_same(personas: tuple[Persona, ...]) -> None:
    assert distinctiveness(personas[:1]) == 1.0
    assert distinctiveness([personas[0], personas[0]]) == pytest.approx(0.0, abs=1e-4)
    assert distinctiveness(personas) > 0.3
