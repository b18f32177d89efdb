"""Facts: clear differences with their base, chance findings left out, words as people read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona.models import Column, ColumnRole, Fact
from persona.writing.differences import Differences, Measure, find_differences, is_one_code_of_several
from persona.writing.facts import facts
from persona.writing.numbers import decimal, people, percent, rounded, small_percent
from persona.writing.phrasebooks import ENGLISH
from tests.answers import segmentation_of
from tests.tables import table_of

if TYPE_CHECKING:
    from pathlib import Path


def column(name: str, role: ColumnRole, position: int = 0, **values: object) -> Column:
    return Column(name=name, position=position, role=role, basis=True, question=name, filled=0, distinct=0, **values)  # type: ignore[arg-type]


TOOLS = column("Which tools do you use?", ColumnRole.MULTIPLE, 0, separator="; ")
PLAN = column("Which plan are you on?", ColumnRole.CATEGORY, 1)
AGE = column("Age", ColumnRole.NUMBER, 2)
LIKES = column("I like paper", ColumnRole.RATING, 3, scale_words=("Disagree", "Neutral", "Agree"))
STARS = column("Stars (1-5)", ColumnRole.RATING, 4, scale=(1, 5), scale_ends=("1", "5"), higher_is="more")
WAVE = column("Wave", ColumnRole.CATEGORY, 5)
COLUMNS = (TOOLS, PLAN, AGE, LIKES, STARS, WAVE)


def rows(count: int = 100) -> tuple[list[list[str]], list[int]]:
    """First half: paper, free plan, young, agree, five stars; second half: none of it. Wave follows, too."""
    out, groups = [], []
    for i in range(count):
        first = i < count // 2
        out.append(
            [
                "Paper; Phone" if first and i % 4 else "Phone",
                ("Free" if first else "Team") if i % 5 else "Personal",
                str(25 + i % 7 if first else 45 + i % 7),
                "Agree" if first else "Neutral",
                "5" if first else str(3 + i % 2),
                "2024" if first else "2025",
            ]
        )
        groups.append(1 if first else 2)
    return out, groups


@pytest.fixture
def found(tmp_path: Path) -> dict[int, Differences]:
    cells, groups = rows()
    table = table_of(tmp_path, [c.name for c in COLUMNS], cells)
    return find_differences(table, COLUMNS, segmentation_of(groups), [1, 2])


def test_facts_of_a_segment_beside_everyone(found: dict[int, Differences]) -> None:
    told = {fact.label: (fact.value, fact.comparison, fact.everyone) for fact in facts(found[1])}
    assert told == {
        "Agrees “I like paper”": ("100\u00a0%", "50 points more than everyone", "50\u00a0%"),
        "Is on the Free plan": ("80\u00a0%", "2.0× average", "40\u00a0%"),
        "Uses Paper": ("74\u00a0%", "2.0× average", "37\u00a0%"),
        "Age": ("26–30, half of them", "typically 28", "typically 38"),
        "Stars": ("5.0 of 5", "0.8 higher than everyone", "4.2"),
    }


def test_what_a_segment_does_less_is_told_as_well(found: dict[int, Differences]) -> None:
    less = [fact for fact in facts(found[2]) if fact.kind == "share" and fact.direction == "less"]
    assert [(fact.label, fact.value, fact.comparison) for fact in less] == [
        ("Agrees “I like paper”", "0 of 50 people", "50 points less than everyone"),
        ("Uses Paper", "0 of 50 people", "0.0× average"),
    ]


def test_a_fact_holds_its_numbers(found: dict[int, Differences]) -> None:
    fact = next(fact for fact in facts(found[1]) if fact.label == "Uses Paper")
    assert fact == Fact(
        kind="share", column=TOOLS.name, label="Uses Paper", value="74\u00a0%", everyone="37\u00a0%",
        comparison="2.0× average", direction="more", option="Paper", count=37, base=50, share=0.74, everyone_share=0.37,
    )  # fmt: skip


def test_administrative_columns_are_never_facts(found: dict[int, Differences]) -> None:
    assert not [share for differences in found.values() for share in differences.shares if share.column is WAVE]


@pytest.mark.parametrize(
    ("options", "told"),
    [(("1",), "Symptoms: yes"), (("0", "1"), "Symptoms: yes"), (("1", "2", "99"), "1 (Symptoms)")],
)
def test_one_code_of_several_is_no_yes(options: tuple[str, ...], told: str) -> None:
    asked = column("Symptoms", ColumnRole.MULTIPLE, options=options)

    assert ENGLISH.label("Symptoms", "1", is_code=is_one_code_of_several("1", asked)) == told


def test_chance_findings_are_left_out(tmp_path: Path) -> None:
    cells, groups = rows()
    table = table_of(tmp_path, [c.name for c in COLUMNS], cells)
    mixed = [1 + i // 7 % 2 for i, _ in enumerate(groups)]
    assert facts(find_differences(table, COLUMNS, segmentation_of(mixed), [1, 2])[1]) == ()


def test_people_with_many_rows_count_once(tmp_path: Path) -> None:
    cells, groups = rows()
    doubled = [cell for cell in cells for _ in range(3)]
    table = table_of(tmp_path, [c.name for c in COLUMNS], doubled)
    people_of = [i for i, _ in enumerate(cells) for _ in range(3)]
    seg = segmentation_of([g for g in groups for _ in range(3)], people=people_of)
    fact = next(f for f in facts(find_differences(table, COLUMNS, seg, [1, 2])[1]) if f.label == "Uses Paper")
    assert (fact.count, fact.base) == (37, 50)


def test_one_portrait_of_everyone_tells_what_most_answer(tmp_path: Path) -> None:
    cells, _ = rows()
    table = table_of(tmp_path, [c.name for c in COLUMNS], cells)
    found = find_differences(table, COLUMNS, segmentation_of([1] * 100), [1])
    told = facts(found[1], alone=True)
    assert ("Uses Phone", "100\u00a0%", "") in [(f.label, f.value, f.comparison) for f in told]
    assert {fact.direction for fact in told} == {"same"}


FIGURES = ENGLISH.figures


def test_numbers_for_people() -> None:
    assert percent(0.615) == "62\u00a0%"
    assert (small_percent(0.001), small_percent(0.34)) == ("under 1\u00a0%", "34\u00a0%")
    assert (FIGURES.share_of(3, 9), FIGURES.share_of(1, 1), FIGURES.share_of(31, 50)) == (
        "3 of 9 people",
        "1 of 1 person",
        "62\u00a0%",
    )
    assert (FIGURES.compared(0.62, 0.34), FIGURES.compared(0.66, 0.5), FIGURES.compared(0.3, 0.6)) == (
        "1.8× average",
        "16 points more than everyone",
        "30 points less than everyone",
    )
    assert (people(1), people(1200)) == ("one person", "1,200 people")
    assert (decimal(-1.84), decimal(4.25), rounded(-3.0)) == ("−1.8", "4.2", "−3")
    assert (rounded(2014.0), rounded(36.4), rounded(2.53), rounded(12000.0)) == ("2014", "36", "2.5", "12,000")


@pytest.mark.parametrize(
    ("higher_is", "comparison", "direction"),
    [
        ("more", "0.8 higher than everyone", "more"),
        ("less", "0.8 nearer to never than everyone", "less"),
        (None, "0.8 nearer to never than everyone", "same"),
    ],
)
def test_higher_is_said_only_where_it_is_known_to_be_more(
    higher_is: str | None, comparison: str, direction: str
) -> None:
    asked = column("How often?", ColumnRole.RATING, scale=(1, 5), scale_ends=("daily", "never"), higher_is=higher_is)
    measure = Measure(asked, 1, 100, 4.8, 4.0, (4, 5, 5), 4, 0.8)
    (fact,) = facts(Differences((), (measure,)))

    assert (fact.comparison, fact.direction) == (comparison, direction)
