"""An answer as its page shows it: what stands around a passage, bars, and what is left to show."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from generation.models import Persona, Run
from generation.provenance.asking.page import AROUND, Bar, Counted, Line, Mark, Said, shown
from persona.models import Evidence
from persona.models.asking import AskedAnswer, AskedPassage, CountedAnswer, SaidBy
from persona.models.crosstables import Cell, CrossLine

RUN = Run(pk=UUID(int=7))
FIRST, SECOND = (Persona(position=position, label=f"Group {position}", run=RUN) for position in (1, 2))
QUOTE = "the plan breaks"


def passage(cell: str = f"Then {QUOTE}.", **changes: Any) -> AskedPassage:
    start = cell.index(QUOTE)
    evidence = Evidence(
        source="answers.csv", row=5, line=6, column="Q1", start=start, end=start + len(QUOTE), quote=QUOTE
    )
    fields = {"evidence": evidence, "row": 65, "question": "What annoys you?", "cell": cell, "persona": 1}
    return AskedPassage(**fields | changes)


def cell(persona: int | None, count: int | None, base: int = 10, **changes: Any) -> Cell:
    share = None if count is None else count / base
    return Cell(**{"persona": persona, "base": base, "count": count, "share": share, "mean": None} | changes)


def test_a_passage_stands_in_its_answer_with_the_way_to_the_person() -> None:
    said = Said(1, passage(), Mark(FIRST), RUN)

    assert (said.before, said.said, said.after) == ("Then ", QUOTE, ".")
    assert said.person == f"/runs/{RUN.pk}/people/65/"


def test_the_words_themselves_may_be_the_whole_answer() -> None:
    said = Said(1, passage(QUOTE), None, RUN)

    assert (said.before, said.said, said.after) == ("", QUOTE, "")


def test_of_a_long_answer_whole_words_around_the_passage_are_shown() -> None:
    said = Said(1, passage(f"{'before ' * 100}{QUOTE}{' after' * 100}"), None, RUN)

    assert (said.before[:8], said.before[-7:]) == ("…before ", "before ")
    assert (said.after[:6], said.after[-8:]) == (" after", " after …"[-8:])
    assert len(said.before) <= AROUND + 1
    assert len(said.after) <= AROUND + 2


@pytest.mark.parametrize("letters", [AROUND - 1, AROUND])
def test_what_is_just_short_enough_is_shown_whole(letters: int) -> None:
    said = Said(1, passage(f"{'x' * letters}{QUOTE}{'y' * letters}"), None, RUN)

    assert (said.before, said.after) == ("x" * letters, "y" * letters)


def test_marks_differ_by_persona_without_colours() -> None:
    marks = [Mark(Persona(position=position)) for position in range(1, 9)]

    assert len({(mark.shape, mark.is_hollow) for mark in marks}) == 8


@pytest.mark.parametrize(("people", "base", "width"), [(1, 3, 33.3), (3, 3, 100.0), (0, 3, 0.0), (0, 0, 0.0)])
def test_a_bar_is_as_wide_as_its_share_and_nobody_makes_none(people: int, base: int, width: float) -> None:
    assert Bar(Mark(FIRST), people, base).width == width


def test_a_line_has_bars_of_shown_personas_that_were_counted() -> None:
    cells = (cell(1, 4), cell(2, 5), cell(3, 6), cell(None, 15, base=30))
    line = Line(CrossLine(option="Free", cells=cells), {1: Mark(FIRST), 2: Mark(SECOND)})
    mean = Line(CrossLine(option=None, cells=(cell(1, None, mean=2.5), cell(None, None, mean=3.5))), {1: Mark(FIRST)})

    assert [(bar.mark.position, bar.people, bar.base) for bar in line.bars] == [(1, 4, 10), (2, 5, 10)]
    assert (line.everyone.count, line.width) == (15, 50.0)
    assert (mean.bars, mean.width, mean.everyone.mean) == ([], 0.0, 3.5)


def answered(**changes: Any) -> AskedAnswer:
    return AskedAnswer(**{"question": "Why?", "found": True, "sentence": "4 people speak of it."} | changes)


def test_an_answer_is_shown_with_the_marks_of_personas_that_are_shown() -> None:
    given = answered(
        passages=(passage(), passage(persona=2), passage(persona=None)),
        closest=(passage(),),
        total=9,
        personas=(SaidBy(persona=1, label="Old name", people=1, base=4), SaidBy(persona=2, label="", people=2, base=4)),
    )
    page = shown(RUN, given, [FIRST])

    assert [(said.number, said.mark and said.mark.persona.called) for said in page.passages] == [
        (1, "Group 1"),
        (2, None),
        (3, None),
    ]
    assert [(bar.mark.position, bar.people) for bar in page.bars] == [(1, 1)]
    assert (len(page.closest), page.left) == (1, 6)


@pytest.mark.parametrize(("same", "left"), [((1, 1), 7), ((4, 5), 0), ((9, 9), 0)])
def test_passages_in_the_same_words_are_not_left_to_show(same: tuple[int, ...], left: int) -> None:
    given = answered(passages=tuple(passage(same=times) for times in same), total=9)

    assert shown(RUN, given, []).left == left


@pytest.mark.parametrize(("options", "is_one"), [(("Free",), True), (("Free", "Team"), False), ((), False)])
def test_one_option_is_shown_by_persona_and_several_by_everyone(options: tuple[str, ...], is_one: bool) -> None:
    lines = tuple(CrossLine(option=option, cells=(cell(1, 2), cell(None, 3))) for option in options)
    given = answered(counts=(CountedAnswer(question="Which plan?", column="plan", lines=lines),))
    (counted,) = shown(RUN, given, [FIRST]).counts

    assert isinstance(counted, Counted)
    assert (counted.is_one, [line.line.option for line in counted.lines]) == (is_one, list(options))
