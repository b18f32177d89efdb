"""Tables: verbatim for programs, harmless for spreadsheets."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from persona.exporting.cells import FORMULA
from persona.exporting.sheets import statements_csv
from persona.exporting.tables import assignments_csv, quotes_csv
from tests.persona.exporting.results import PERSONA, RESULT, said

if TYPE_CHECKING:
    from persona.models import Evidence, GenerationResult
    from tests.persona.conftest import Finished


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def test_assignments_number_rows_and_segments_from_one(finished: Finished) -> None:
    segmentation = finished.output.segmentation()
    header, *rows = read(assignments_csv(segmentation))

    assert header == ["row", "segment"]
    assert [(int(row), int(segment or 0)) for row, segment in rows] == list(
        enumerate(segmentation.assignments.tolist(), 1)
    )


def all_evidence(result: GenerationResult) -> list[tuple[int, str, str, Evidence]]:
    found = []
    for p in result.personas:
        found += [(p.index, s.kind, s.text, e) for s in p.statements for e in s.evidence if e.counted]
        found += [(p.index, "quote", "", e) for e in p.quotes]
    return found


def test_quotes_hold_every_supporting_passage_with_its_place(finished: Finished) -> None:
    result = finished.output.result()
    header, *rows = read(quotes_csv(result))

    assert header == ["persona", "kind", "statement", "row", "column", "start", "end", "quote"]
    assert rows == [
        [str(index), kind, text, str(e.row), e.column, str(e.start), str(e.end), e.quote]
        for index, kind, text, e in all_evidence(result)
    ]


def with_first_quote(result: GenerationResult, **changes: object) -> GenerationResult:
    first = result.personas[0]
    statement = first.statements[0]
    evidence = statement.evidence[0].model_copy(update=changes)
    statement = statement.model_copy(update={"evidence": (evidence,), "text": "=1+1"})
    return result.model_copy(update={"personas": (first.model_copy(update={"statements": (statement,)}),)})


def test_quote_like_a_formula_starts_at_its_first_harmless_character(finished: Finished) -> None:
    result = with_first_quote(finished.output.result(), start=4, end=14, quote="=- @SUM(A1)")

    first = read(quotes_csv(result))[1]

    assert (first[2], first[5:]) == ("'=1+1", ["8", "14", "SUM(A1)"])


def test_rows_count_over_all_sources(finished: Finished) -> None:
    result = with_first_quote(finished.output.result(), source="second.csv", row=3)
    report = result.sources[0]
    sources = (report, report.model_copy(update={"name": "second.csv"}))

    first = read(quotes_csv(result.model_copy(update={"sources": sources})))[1]

    assert first[3] == "83"


HOSTILE = ("=cmd|' /C calc'!A0", "+1+cmd", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "⁼1", "﹣1+1")


@pytest.mark.parametrize("text", HOSTILE, ids=repr)
def test_no_name_option_label_or_file_name_is_taken_for_a_formula(finished: Finished, text: str) -> None:
    """Whoever makes the survey chooses them all."""
    found = with_first_quote(finished.output.result(), column=text, source=text, row=1)
    first = found.personas[0]
    fact = first.facts[0].model_copy(update={"label": text, "value": text, "column": text})
    persona = first.model_copy(update={"name": text, "tagline": text, "facts": (fact,), "quotes": ()})
    sources = (found.sources[0].model_copy(update={"name": text}),)
    result = found.model_copy(update={"personas": (persona,), "sources": sources})

    cells = [cell for made in (quotes_csv, statements_csv) for row in read(made(result)) for cell in row]

    assert [cell for cell in cells if FORMULA.match(cell.removeprefix("\ufeff"))] == []
    assert f"'{text}" in cells


def test_statements_for_people_are_quoted_and_disarmed(finished: Finished) -> None:
    text = statements_csv(with_first_quote(finished.output.result(), quote="=cmd()"))
    header, first = read(text.removeprefix("\ufeff"))

    assert text.startswith('\ufeff"persona","name"')
    assert header[3] == "statement"
    assert (first[3], first[7]) == ("'=1+1", "'=cmd()")


@pytest.mark.parametrize(
    ("quote", "start", "shown"),
    [
        ("=1+1", 1, "1+1"),
        ("+- yes", 3, "yes"),
        ("a=b", 0, "a=b"),
        ("@ana", 1, "ana"),
        ("\t x", 2, "x"),
        ("==", 2, ""),
        ("東京", 0, "東京"),
    ],
)
def test_a_quote_is_shown_from_its_first_harmless_sign_on(quote: str, start: int, shown: str) -> None:
    persona = PERSONA.model_copy(update={"statements": (), "quotes": (said(3, quote),)})
    _, row = read(quotes_csv(RESULT.model_copy(update={"personas": (persona,)})))

    assert row == ["1", "quote", "", "3", "Why?", str(start), str(len(quote)), shown]
    assert quote[start:] == shown


def test_a_quote_of_a_file_that_nobody_reports_keeps_its_own_row() -> None:
    persona = PERSONA.model_copy(update={"statements": (), "quotes": (said(7, "Bread"),)})
    _, row = read(quotes_csv(RESULT.model_copy(update={"personas": (persona,), "sources": ()})))

    assert row[3] == "7"
