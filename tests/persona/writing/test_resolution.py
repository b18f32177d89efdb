"""A draft becomes a persona: places of quotes, counts of those who back a statement, and what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona.models import Evidence, Segment, Statement
from persona.writers.base import DraftStatement, Passage, PersonaDraft, SegmentBrief
from persona.writing.phrasebooks import ENGLISH
from persona.writing.resolution import Places, persona_of
from persona.writing.support import Backing, Voice
from tests.tables import table_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from persona.models import Persona, Strength
    from persona.table import Table

SAID = ("The queue is long", "the queue was long", "Stale bread", "Bread is stale again", "A cold hall", "Long queues")


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Table:
    return table_of(tmp_path_factory.mktemp("said"), ["Why"], [[text] for text in SAID])


def voice(row: int, score: float = 1.0, *, person: int | None = None, counted: bool = True) -> Voice:
    text = SAID[row - 1]
    return Voice(score, row, row if person is None else person, "Why", 0, len(text), text, counted)


def evidence(row: int, score: float = 1.0, strength: Strength = "strong", *, counted: bool = True) -> Evidence:
    text = SAID[row - 1]
    return Evidence(
        source="answers.csv", row=row, line=row + 1, column="Why", start=0, end=len(text), quote=text,
        strength=strength, score=score, counted=counted,
    )  # fmt: skip


def passage(id_: str, row: int, support: int, base: int = 20, **more: object) -> Passage:
    text = SAID[row - 1]
    told = {
        "id": id_, "kind": "frustration", "text": text, "question": "Why?", "column": "Why", "row": row, "start": 0,
        "end": len(text), "support": support, "base": base, "note": f"{support} of {base}", "strength": "clear",
        "distinct": 1, "quality": 1, "stands": True,
    }  # fmt: skip
    return Passage.model_validate(told | more)


QUEUE, BREAD = passage("q1", 1, 3, 20, mentions=9, topic="queue"), passage("q2", 3, 4, 30)
COUNTS = {
    "q1": Backing(voice(1), {1, 2, 6}, others=(voice(2, 0.9), voice(6, 0.6))),
    "q2": Backing(voice(3), {3, 4, 6, 7}, others=(voice(4, 0.8), voice(2, 0.4, counted=False))),
    "l1": Backing(voice(5), {5}),
}
LEAD = passage("l1", 5, 1)
BRIEF = SegmentBrief(
    segment=Segment(index=2, size=30, share=0.3), rows=100, name="Ana", tagline="Waits", summary="They wait.",
    facts=(), passages=(QUEUE, BREAD), leads=(LEAD,), warnings=("thin",),
)  # fmt: skip


def persona(table: Table, *statements: DraftStatement, brief: SegmentBrief = BRIEF, **more: object) -> Persona:
    told = {"name": "Ana", "tagline": "Waits long", "summary": "So.", "statements": statements}
    return persona_of(PersonaDraft.model_validate(told | more), brief, COUNTS, table, ENGLISH)


def drafted(text: str, *cited: str, **more: object) -> DraftStatement:
    return DraftStatement.model_validate({"kind": "frustration", "text": text, "evidence": cited} | more)


def test_a_quote_keeps_its_count_note_and_topic(table: Table) -> None:
    (statement,) = persona(table, drafted(SAID[0], "q1")).statements

    assert statement == Statement(
        id="2-frustration-1",
        kind="frustration",
        text=SAID[0],
        origin="quoted",
        strength="clear",
        support=3,
        base=20,
        mentions=9,
        topic="queue",
        note="3 of 20",
        evidence=(evidence(1), evidence(2, 0.9), evidence(6, 0.6, "clear")),
    )


def test_a_models_words_over_several_passages_count_everybody_once(table: Table) -> None:
    """Person 6 backs both; the larger base is told, and no topic; another wording is shown before the same again."""
    (statement,) = persona(table, drafted("They wait for stale bread", "q1", "q2", "q1")).statements

    assert (statement.origin, statement.support, statement.base) == ("model", 6, 30)
    assert (statement.mentions, statement.topic) == (None, None)
    assert statement.note == "6 of 30 say something like this"
    assert [(one.row, one.score) for one in statement.evidence] == [(1, 1), (3, 1), (4, 0.8), (2, 0.9), (6, 0.6)]


@pytest.mark.parametrize(
    ("statement", "origin"),
    [
        pytest.param(drafted(SAID[0], "q1", origin="model"), "quoted", id="a passage word for word"),
        pytest.param(drafted(SAID[0].upper(), "q1"), "model", id="in other letters"),
        pytest.param(drafted(SAID[0], "q1", "q2"), "model", id="a passage for two"),
    ],
)
def test_only_the_very_words_of_the_one_passage_are_a_quote(
    table: Table, statement: DraftStatement, origin: str
) -> None:
    assert [one.origin for one in persona(table, statement).statements] == [origin]


@pytest.mark.parametrize(
    ("cited", "agreement", "strength"),
    [
        pytest.param(("q1", "q2"), None, "strong", id="six people"),
        pytest.param(("q1", "q2"), "weak", "weak", id="many people behind other words"),
        pytest.param(("q1",), "strong", "clear", id="few people behind the same words"),
        pytest.param(("l1",), None, "weak", id="one person"),
    ],
)
def test_a_statement_is_as_strong_as_the_weaker_of_its_people_and_its_words(
    table: Table, cited: Sequence[str], agreement: Strength | None, strength: Strength
) -> None:
    (statement,) = persona(table, drafted("In other words", *cited, agreement=agreement)).statements

    assert statement.strength == strength


def test_what_cites_nothing_that_was_offered_is_left_out_and_numbers_have_no_gap(table: Table) -> None:
    found = persona(
        table,
        drafted("Made up"),
        drafted("Of another brief", "q9"),
        drafted("One", "q9", "q1"),
        drafted("Other", "q2", kind="need"),
        drafted("Two", "q2"),
    )

    assert [(one.id, one.text, one.support) for one in found.statements] == [
        ("2-frustration-1", "One", 3),
        ("2-need-1", "Other", 4),
        ("2-frustration-2", "Two", 4),
    ]


def test_leads_are_quotes_with_their_place_each_once(table: Table) -> None:
    found = persona(table, quotes=("l1", "q1", "l1", "q9"))

    assert found.quotes == (evidence(5), evidence(1))


def test_who_is_related_only_stands_behind_those_who_count(table: Table) -> None:
    (statement,) = persona(table, drafted("Bread", "q2")).statements

    assert statement.evidence == (evidence(3), evidence(4, 0.8), evidence(2, 0.4, "weak", counted=False))


def test_of_somebody_with_several_passages_the_closest_is_shown(table: Table) -> None:
    counts = {"q1": Backing(voice(1), {1, 7}, others=(voice(2, 0.5, person=7), voice(6, 0.9, person=7)))}
    draft = PersonaDraft(name="Ana", tagline="", summary="", statements=(drafted("Queues", "q1"),))
    (statement,) = persona_of(draft, BRIEF, counts, table, ENGLISH).statements

    assert [one.row for one in statement.evidence] == [1, 6]


def test_the_rest_of_a_persona_is_that_of_its_segment_and_draft(table: Table) -> None:
    found = persona(table, warnings=("short",), phrased=("tagline",))

    assert (found.index, found.name, found.tagline, found.summary) == (2, "Ana", "Waits long", "So.")
    assert (found.size, found.share, found.warnings, found.phrased) == (30, 0.3, ("thin", "short"), ("tagline",))
    assert (found.statements, found.quotes, found.facts) == ((), (), ())


def test_a_name_that_people_gave_wins(table: Table) -> None:
    named = BRIEF.model_copy(update={"segment": BRIEF.segment.model_copy(update={"name": "Waiters"})})

    assert persona(table, brief=named).tagline == "Waiters"


@pytest.mark.parametrize(
    ("score", "strength"), [(1, "strong"), (0.7, "strong"), (0.699, "clear"), (0.5, "clear"), (0.499, "weak")]
)
def test_how_closely_a_quote_backs_a_statement(table: Table, score: float, strength: Strength) -> None:
    assert Places(table, [3]).evidence(voice(3, score)) == evidence(3, score, strength)


def test_rows_of_several_files_are_counted_from_each_ones_first(tmp_path: Path) -> None:
    from persona.reading import read_source
    from persona.table import Table

    for name, texts in (("a", SAID[:2]), ("b", SAID[2:])):
        path = tmp_path / f"{name}.csv"
        path.write_text("\n".join(["Why", *texts]), encoding="utf-8")
        read_source(path, tmp_path / name)
    both = Table.open([tmp_path / "a", tmp_path / "b"])
    places = Places(both, [1, 2, 3, 6])

    found = [places.evidence(voice(row)) for row in (1, 2, 3, 6)]

    assert [(one.source, one.row, one.line) for one in found] == [
        ("a.csv", 1, 2),
        ("a.csv", 2, 3),
        ("b.csv", 1, 2),
        ("b.csv", 4, 5),
    ]
