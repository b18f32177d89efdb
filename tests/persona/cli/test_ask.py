"""`persona ask`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from typer import BadParameter

from persona.cli.ask import _filter, _print
from persona.models import Evidence
from persona.models.asking import (
    AskedAnswer,
    AskedPassage,
    CountedAnswer,
    Phrased,
    PhrasedSentence,
    SaidBy,
)
from persona.models.crosstables import Cell, CrossLine

if TYPE_CHECKING:
    from tests.persona.conftest import Finished

    from .conftest import Command

QUESTION = "Who plans meals for the week?"


def test_ask_tells_who_says_so_and_where_it_stands(command: Command, finished: Finished) -> None:
    said = command("ask", finished.output.path, QUESTION, "--limit", "2")
    told = AskedAnswer.model_validate_json(command("ask", finished.output.path, QUESTION, "--limit", "2", "--json").out)
    place = told.passages[0].evidence

    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines()[0] == told.sentence
    assert f"1. “{place.quote}”\n   survey.csv, row {place.row}, “{place.column}”, characters {place.start}" in said.out


def test_ask_is_narrowed_to_people(command: Command, finished: Finished) -> None:
    said = command("ask", finished.output.path, QUESTION, "--persona", "2", "--json")
    broken = command("ask", finished.output.path, QUESTION, "--answered", "nothing")

    assert {passage.persona for passage in AskedAnswer.model_validate_json(said.out).passages} == {2}
    assert broken.code == 2
    assert "Write column=option." in broken.err


# -- how an answer is printed --------------------------------------------------------------------------------
def passage(row: int, quote: str, persona: int | None = 1) -> AskedPassage:
    place = Evidence(source="a.csv", row=row, line=row + 1, column="Why", start=3, end=3 + len(quote), quote=quote)
    return AskedPassage(evidence=place, row=row, question="Why?", cell=f"So {quote}", persona=persona)


def counted(option: str | None, *cells: Cell) -> CountedAnswer:
    return CountedAnswer(question="Which role?", column="q1", lines=(CrossLine(option=option, cells=cells),))


def printed(capsys: pytest.CaptureFixture[str], limit: int = 5, **fields: object) -> list[str]:
    answer = AskedAnswer.model_validate({"question": "Why?", "found": True, "sentence": "So it is.", **fields})
    _print(answer, limit)
    return capsys.readouterr().out.splitlines()


def test_an_answer_without_anything_is_its_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys) == ["So it is."]


def test_passages_are_numbered_with_their_places(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, passages=(passage(1, "bread"), passage(2, "soup", None))) == [
        "So it is.",
        "",
        "1. “bread”",
        "   a.csv, row 1, “Why”, characters 3 to 8; persona 1",
        "2. “soup”",
        "   a.csv, row 2, “Why”, characters 3 to 7; in no persona",
    ]


def test_where_nothing_was_found_the_closest_stand_below_a_heading(capsys: pytest.CaptureFixture[str]) -> None:
    told = printed(capsys, found=False, notes=("Nobody writes “xylophone”.",), closest=(passage(1, "bread"),))

    assert told[:4] == ["So it is.", "Nobody writes “xylophone”.", "", "The closest we have:"]
    assert told[4] == "1. “bread”"


def test_a_model_reads_more_than_is_wanted_and_what_it_cites_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    many = tuple(passage(row, f"bread {row}") for row in range(1, 8))
    phrased = Phrased(model="openai:x", sentences=(PhrasedSentence(text="Bread.", passages=(1, 7)),), read=7)

    plain = printed(capsys, limit=2, passages=many)
    told = printed(capsys, limit=2, passages=many, phrased=phrased)
    assert sum(line.startswith(("1.", "2.", "3.")) for line in plain) == 2
    assert told[1:4] == ["", "Phrased by openai:x from 7 passages:", "  Bread. [1, 7]"]
    assert "7. “bread 7”" in told


QUARTER = Cell(persona=1, base=4, count=1, share=0.25)


@pytest.mark.parametrize(
    ("answer", "lines"),
    [
        (
            counted("Cook", QUARTER, QUARTER.model_copy(update={"persona": None})),
            ["", "Which role?", "  Cook: 1 of 4 (persona 1 25 %)"],
        ),
        (
            counted(None, Cell(persona=1, base=4, mean=2.25), Cell(persona=None, base=4, mean=2.25)),
            ["", "Which role?", "  On average: 2.2 (persona 1 2.2)"],
        ),
        (
            counted(None, Cell(persona=1, base=0), Cell(persona=None, base=0)),
            ["", "Which role?", "  On average: –"],
        ),
        (
            counted("Cook", Cell(persona=1, base=0), Cell(persona=None, base=3_000, count=1_500, share=0.5)),
            ["", "Which role?", "  Cook: 1,500 of 3,000"],
        ),
    ],
    ids=["share", "mean", "nobody", "a persona without answers"],
)
def test_counts_are_told_by_persona(
    capsys: pytest.CaptureFixture[str], answer: CountedAnswer, lines: list[str]
) -> None:
    assert printed(capsys, counts=(answer,)) == ["So it is.", *lines]


def test_personas_are_called_by_their_labels(capsys: pytest.CaptureFixture[str]) -> None:
    share = Cell(persona=1, base=4, count=1, share=0.25)
    told = printed(
        capsys,
        counts=(counted("Cook", share, share),),
        personas=(SaidBy(persona=1, label="Bakers", people=1, base=4_000),),
    )

    assert "  Cook: 1 of 4 (Bakers 25 %)" in told
    assert told[-2:] == ["Who says so:", "  1. Bakers: 1 of 4,000"]


def test_nothing_that_people_wrote_steers_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    told = printed(capsys, sentence="\x1b[2Jgone", passages=(passage(1, "\x1b]0;title\x07bread"),))

    assert not [line for line in told if "\x1b" in line or "\x07" in line]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("q1=Cook", [("q1", "Cook")]),
        ("a=b=Cook", [("a=b", "Cook")]),
        ("Which role? =Cook ", [("Which role? ", "Cook ")]),
    ],
)
def test_what_people_answered_is_a_column_and_an_option(given: str, found: list[tuple[str, str]]) -> None:
    wanted = _filter(None, [given], None)

    assert [(each.column, each.option) for each in wanted.answers] == found


@pytest.mark.parametrize("given", ["", "=", "q1=", "=Cook", "q1"])
def test_what_is_no_column_and_option_is_refused(given: str) -> None:
    with pytest.raises(BadParameter):
        _filter(None, [given], None)
