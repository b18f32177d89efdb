"""Every closed question by persona, with bases, shares, means and letters of tests."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given as hypothesis_given
from hypothesis import settings as examples
from hypothesis import strategies as st
from scipy.stats import chi2_contingency, ttest_ind

from persona.crosstables import (
    TESTED_BASE,
    Chosen,
    GroupCells,
    Share,
    _ordered,
    chosen_in,
    commonest,
    count_cells,
    cross_tables,
    given,
    letters,
    mean_line,
    share_line,
)
from persona.exporting.sheets import tables_csv
from persona.models import ColumnRole
from persona.questionnaire.understanding import understand
from persona.recoding.table import RecodedTable
from persona.writing.differences import find_differences
from tests.answers import segmentation_of
from tests.persona.counted.values import column
from tests.tables import table_of

if TYPE_CHECKING:
    from pathlib import Path

    from persona.models.crosstables import CrossTable

GROUPS = [1] * 40 + [2] * 40
TOOLS = ("Paper", "App", "Board", "Sheet")
ROWS = [
    (
        "Yes" if n < 30 or n >= 70 else "No" if n < 78 else "",
        str(n % 3 + n // 40),
        ";".join(tool for place, tool in enumerate(TOOLS) if n * 7 >> place & 1),
    )
    for n in range(80)
]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, CrossTable]:
    header = ("Do you cook?", "How many trips do you make?", "Which tools do you use?")
    table = table_of(tmp_path_factory.mktemp("tables"), header, ROWS)
    recoded = RecodedTable(table, understand(table))
    return {found.question: found for found in cross_tables(recoded, recoded.columns, segmentation_of(GROUPS))}


def test_shares_have_bases_and_letters(tables: dict[str, CrossTable]) -> None:
    yes = next(line for line in tables["Do you cook?"].lines if line.option == "Yes")

    assert [(cell.persona, cell.count, cell.base, cell.share, cell.higher_than) for cell in yes.cells] == [
        (1, 30, 40, 0.75, "B"),
        (2, 10, 40, 0.25, ""),
        (None, 40, 80, 0.5, ""),
    ]


def test_means_have_bases_and_letters(tables: dict[str, CrossTable]) -> None:
    mean = next(line for line in tables["How many trips do you make?"].lines if line.option is None)

    assert [(cell.persona, cell.base, cell.mean, cell.higher_than) for cell in mean.cells] == [
        (1, 40, pytest.approx(39 / 40), ""),
        (2, 40, 2.0, "A"),
        (None, 80, pytest.approx(119 / 80), ""),
    ]


def test_each_chosen_option_counts(tables: dict[str, CrossTable]) -> None:
    lines = tables["Which tools do you use?"].lines

    assert {line.option: line.cells[-1].count for line in lines} == {
        tool: sum(tool in row[2].split(";") for row in ROWS) for tool in TOOLS
    }
    assert {line.cells[-1].base for line in lines} == {sum(bool(row[2]) for row in ROWS)}


def test_as_csv_a_line_is_an_option_of_a_persona(tables: dict[str, CrossTable]) -> None:
    lines = tables_csv((tables["Do you cook?"],)).splitlines()

    assert '"Do you cook?","Do you cook?","Yes","1","A","40","30","0.75","","B"' in lines


@pytest.fixture(scope="module")
def boxes(tmp_path_factory: pytest.TempPathFactory) -> RecodedTable:
    """Three boxes of one question: of each eight people two tick paper, one of them the app, too, and one the board."""
    header = [f"Which tools do you use? {tool}" for tool in ("Paper", "App", "Board")]
    ticks = [[n % 4 == 0, n % 8 == 0, n % 8 == 1] for n in range(80)]
    table = table_of(tmp_path_factory.mktemp("boxes"), header, [[str(int(tick)) for tick in row] for row in ticks])
    return RecodedTable(table, understand(table))


def test_who_saw_the_boxes_and_ticked_none_belongs_to_the_base(boxes: RecodedTable) -> None:
    [found] = cross_tables(boxes, boxes.columns, segmentation_of(GROUPS))

    assert {line.option: [(cell.count, cell.base, cell.share) for cell in line.cells] for line in found.lines} == {
        "Paper": [(10, 40, 0.25), (10, 40, 0.25), (20, 80, 0.25)],
        "App": [(5, 40, 0.125), (5, 40, 0.125), (10, 80, 0.125)],
        "Board": [(5, 40, 0.125), (5, 40, 0.125), (10, 80, 0.125)],
    }


def test_what_a_persona_tells_of_boxes_has_the_same_base(boxes: RecodedTable) -> None:
    found = find_differences(boxes, boxes.columns, segmentation_of(GROUPS), [1, 2])

    told = {(share.option, share.count, share.base, share.others_base) for share in found[1].usual}
    assert told == {("Paper", 10, 40, 40), ("App", 5, 40, 40), ("Board", 5, 40, 40)}


def test_people_who_weigh_nothing_break_no_mean() -> None:
    nobody = GroupCells(Counter({"3": 40}), {"3": 0.0})
    asked = column("How many?", ColumnRole.NUMBER)

    line = mean_line(asked, {1: nobody, 2: nobody}, [1, 2])

    assert [(cell.persona, cell.base, cell.mean, cell.higher_than) for cell in line.cells] == [
        (1, 40, None, ""), (2, 40, None, ""), (None, 80, None, ""),
    ]  # fmt: skip


# -- against other formulas ------------------------------------------------------------------------------
OPTIONS = ("Bus", "Tram", "Train")
PARTED = np.repeat([1, 2, 3], [90, 60, 31])


@pytest.fixture(scope="module")
def travels(tmp_path_factory: pytest.TempPathFactory) -> tuple[np.ndarray, np.ndarray, RecodedTable]:
    """How 181 people travel and how often, with some who do not say; the table that was read of it."""
    chance = np.random.default_rng(6)
    tilts = {1: [0.7, 0.2, 0.1], 2: [0.4, 0.3, 0.3], 3: [0.2, 0.2, 0.6]}
    how = np.array([chance.choice(OPTIONS, p=tilts[group]) for group in PARTED])
    often = np.round(chance.normal(10 + 2 * (PARTED == 2), 4)).astype(int).clip(0)
    how[::11] = ""
    cells = [[h, "" if n % 11 == 5 else str(o)] for n, (h, o) in enumerate(zip(how, often, strict=True))]
    header = ("How do you travel?", "How many trips do you make?")
    table = table_of(tmp_path_factory.mktemp("travels"), header, cells)
    often = np.array([float(cell[1]) if cell[1] else np.nan for cell in cells])
    return how, often, RecodedTable(table, understand(table))


def test_letters_of_shares_are_those_of_a_test_of_two_proportions(
    travels: tuple[np.ndarray, np.ndarray, RecodedTable],
) -> None:
    how, _, recoded = travels
    shares, _ = cross_tables(recoded, recoded.columns, segmentation_of(PARTED.tolist()))

    for line in shares.lines:
        counts = {
            g: (int(np.sum((how == line.option) & (g == PARTED))), int(np.sum((how != "") & (g == PARTED))))
            for g in (1, 2, 3)
        }
        for cell in line.cells[:-1]:
            count, base = counts[cell.persona or 0]
            assert (cell.count, cell.base, cell.share) == (count, base, pytest.approx(count / base))
            higher = [
                "ABC"[other - 1]
                for other, (theirs, asked) in counts.items()
                if count / base > theirs / asked
                and min(base, asked) >= TESTED_BASE
                and chi2_contingency([[count, base - count], [theirs, asked - theirs]], correction=False).pvalue < 0.05
            ]
            assert cell.higher_than == "".join(higher)
    assert {cell.higher_than for line in shares.lines for cell in line.cells} >= {"", "B"}


def test_letters_of_means_are_those_of_welchs_test(travels: tuple[np.ndarray, np.ndarray, RecodedTable]) -> None:
    _, often, recoded = travels
    _, numbers = cross_tables(recoded, recoded.columns, segmentation_of(PARTED.tolist()))
    [line] = numbers.lines
    values = {g: often[(g == PARTED) & ~np.isnan(often)] for g in (1, 2, 3)}

    assert [cell.mean for cell in line.cells] == pytest.approx(
        [*(v.mean() for v in values.values()), np.nanmean(often)]
    )
    assert [cell.base for cell in line.cells] == [*(len(v) for v in values.values()), int(np.sum(~np.isnan(often)))]
    for cell in line.cells[:-1]:
        own = values[cell.persona or 0]
        higher = [
            "ABC"[other - 1]
            for other, theirs in values.items()
            if own.mean() > theirs.mean()
            and min(len(own), len(theirs)) >= TESTED_BASE
            and ttest_ind(own, theirs, equal_var=False).pvalue < 0.05
        ]
        assert cell.higher_than == "".join(higher)


def test_tables_do_not_depend_on_the_order_of_rows(
    travels: tuple[np.ndarray, np.ndarray, RecodedTable], tmp_path: Path
) -> None:
    how, often, recoded = travels
    order = np.random.default_rng(1).permutation(len(how))
    cells = [[how[row], "" if np.isnan(often[row]) else str(int(often[row]))] for row in order]
    table = table_of(tmp_path, ("How do you travel?", "How many trips do you make?"), cells)
    other = RecodedTable(table, understand(table))

    found = tuple(cross_tables(recoded, recoded.columns, segmentation_of(PARTED.tolist())))

    assert tuple(cross_tables(other, other.columns, segmentation_of(PARTED[order].tolist()))) == found


def test_of_people_with_several_rows_the_first_answer_counts(tmp_path: Path) -> None:
    cells = [["" if n % 3 == 0 else f"Option {n % 3}", str(n)] for n in range(90)]
    table = table_of(tmp_path, ("Which do you use?", "Number"), cells)
    people = [n // 3 for n in range(90)]
    recoded = RecodedTable(table, understand(table))

    found = count_cells(recoded, "Which do you use?", segmentation_of([1] * 45 + [2] * 45, people=people))

    assert {segment: dict(cells.people) for segment, cells in found.items()} == {
        1: {"Option 1": 15},
        2: {"Option 1": 15},
    }


@pytest.mark.parametrize(
    ("totals", "more", "ordered"),
    [
        ({"b": 2, "a": 2, "c": 9}, {}, ["c", "a", "b"]),
        ({"10": 1, "9": 5, "n/a?": 1}, {"role": ColumnRole.RATING}, ["9", "10", "n/a?"]),
        ({"Low": 1, "High": 5, "Else": 1}, {"scale_words": ("High", "Mid", "Low")}, ["High", "Low", "Else"]),
    ],
)
def test_options_stand_by_their_scale_or_by_how_many_gave_them(
    totals: dict[str, int], more: dict[str, object], ordered: list[str]
) -> None:
    asked = column("Asked?").model_copy(update=more)

    assert _ordered(Counter(totals), asked) == ordered


def test_the_first_persona_is_a() -> None:
    assert [letters(number) for number in (1, 2, 12)] == ["A", "B", "L"]


# -- one group's answers by option -----------------------------------------------------------------------------
TOOLS_ASKED = column("Which tools?", ColumnRole.MULTIPLE, separator=";")


def cells(weights: dict[str, float] | None = None, **people: int) -> GroupCells:
    """So many people a cell; `_` stands for the sign between two choices."""
    counted = Counter({text.replace("_", ";"): times for text, times in people.items()})
    return GroupCells(counted, weights or {text: float(times) for text, times in counted.items()})


def test_an_option_counts_once_a_person_and_who_ticked_nothing_is_in_the_base() -> None:
    found = chosen_in(
        GroupCells(Counter({"a;b": 2, "a;a": 3, ";": 4}), {"a;b": 2.0, "a;a": 3.0, ";": 4.0}), TOOLS_ASKED
    )

    assert found.everyone == Share(9, 9, 9.0, 9.0)
    assert found.options == {"a": Share(5, 9, 5.0, 9.0), "b": Share(2, 9, 2.0, 9.0)}
    assert found.of("c") == Share(0, 9, 0.0, 9.0)


def test_a_group_that_nobody_of_answered_has_no_shares() -> None:
    found = chosen_in(None, TOOLS_ASKED)

    assert (found.everyone, dict(found.options), found.of("a").share) == (Share(0, 0, 0.0, 0.0), {}, 0.0)


def test_weights_move_the_share_and_leave_the_people() -> None:
    found = chosen_in(cells({"a": 1.0, "b": 3.0}, a=1, b=1), column("q"))

    assert {option: (share.gave, share.base, share.share) for option, share in found.options.items()} == {
        "a": (1, 2, 0.25), "b": (1, 2, 0.75),
    }  # fmt: skip


def test_the_line_of_an_option_tells_each_persona_and_everybody() -> None:
    chosen = {
        1: chosen_in(cells(a=3, b=1), column("q")),
        2: chosen_in(None, column("q")),
        3: chosen_in(cells(b=4), column("q")),
    }

    assert [(cell.persona, cell.base, cell.count, cell.share) for cell in share_line("a", chosen).cells] == [
        (1, 4, 3, 0.75),
        (2, 0, 0, None),
        (3, 4, 0, 0.0),
        (None, 8, 3, 0.375),
    ]


def test_of_as_many_the_first_by_its_letters_is_the_commonest() -> None:
    chosen = [chosen_in(cells(b=2, a=2, c=5), column("q")), chosen_in(cells(d=1), column("q"))]

    assert given(chosen) == Counter({"c": 5, "a": 2, "b": 2, "d": 1})
    assert commonest(given(chosen)) == ["c", "a", "b", "d"]
    assert commonest(given([])) == []


@examples(max_examples=40)
@hypothesis_given(st.lists(st.lists(st.sampled_from("abc"), max_size=3), max_size=12), st.integers(1, 11))
def test_two_groups_together_are_the_whole(people: list[list[str]], cut: int) -> None:
    """Whoever is parted: everybody's line stays."""

    def of(some: list[list[str]]) -> Chosen:
        counted = Counter(";".join(each) or ";" for each in some)
        return chosen_in(GroupCells(counted, {text: float(times) for text, times in counted.items()}), TOOLS_ASKED)

    parts, whole = {1: of(people[:cut]), 2: of(people[cut:])}, {1: of(people)}
    for option in "abc":
        assert share_line(option, parts).cells[-1] == share_line(option, whole).cells[-1]


def test_nobody_who_gave_a_number_has_no_mean() -> None:
    asked = column("Age", ColumnRole.NUMBER)

    assert mean_line(asked, {}, [1, 2]) is None
    assert mean_line(asked, {1: cells(n=3)}, [1]) is None


def test_letters_are_told_from_thirty_people_on_and_to_everybody_alike() -> None:
    many, few = cells(a=40, b=1), cells(a=1, b=40)
    chosen = {1: chosen_in(many, column("q")), 2: chosen_in(few, column("q"))}
    small = {1: chosen_in(cells(a=28, b=1), column("q")), 2: chosen[2]}

    assert [cell.higher_than for cell in share_line("a", chosen).cells] == ["B", "", ""]
    assert [cell.higher_than for cell in share_line("b", chosen).cells] == ["", "A", ""]
    assert [cell.higher_than for cell in share_line("a", small).cells] == ["", "", ""]
