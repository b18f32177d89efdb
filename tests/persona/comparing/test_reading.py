"""Two studies read through one questionnaire: the same words in both, and what cannot be read alike is left out."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import numpy as np
import pytest

from persona import Experiment, what_changed
from persona.comparing.answers import AnswerTable
from persona.comparing.groups import Groups
from persona.comparing.models import Amount
from persona.comparing.reading import LEAST_ANSWERS, Alike, Renamed, Wave, _common
from persona.exceptions import DataError
from persona.models import Asked, Column, ColumnRole, Persona, Statement
from tests.persona.comparing.waves import Given, crowd, wave
from tests.questionnaires import Rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

SHOP, COOK, HAPPY, NUMBER = (
    "Where do you shop?",
    "What do you cook most?",
    "How happy are you?",
    "How many kilometres do you drive?",
)
SHOPS, FOODS = ("Market", "Corner shop", "Online", "Mall"), ("Soup", "Pasta", "Rice", "Cake")


def given(folder: Path, columns: Mapping[str, Sequence[str]], groups: Sequence[int]) -> Given:
    """A study with these answers, in these groups."""
    folder.mkdir()
    path = folder / "answers.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([list(columns), *zip(*columns.values(), strict=True)])
    experiment = Experiment.create(folder.name, [path], root=folder / "experiments")
    return Given(experiment, groups, [f"g{group}" for group in sorted(set(groups))])


def cells(*options: str, people: int = 60, shift: int = 0) -> list[str]:
    return [options[(at + shift) % len(options)] for at in range(people)]


def columns(**more: Sequence[str]) -> dict[str, Sequence[str]]:
    ids = [f"P{at}" for at in range(60)]
    return {"Respondent": ids, SHOP: cells(*SHOPS), COOK: cells(*FOODS, shift=1), **more}


GROUPS = [1, 2] * 30


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Given:
    more = {HAPPY: cells("1", "2", "3", "4", "5"), NUMBER: [str(100 + 7 * at) for at in range(60)]}
    return given(tmp_path_factory.mktemp("first") / "a", columns(**more), GROUPS)


def read(first: Given, second: Given) -> Alike:
    return Alike(Wave(first), Wave(second))


def left_out(alike: Alike) -> dict[str, str]:
    return dict(alike.left_out)


# -- waves ---------------------------------------------------------------------------------------------------
def test_a_wave_knows_its_people_and_groups(first: Given) -> None:
    found = Wave(first)

    assert (found.people, found.rows, found.personas, found.names) == (60, 60, (1, 2), {1: "g1", 2: "g2"})
    assert [found.size(persona) for persona in (1, 2, 3)] == [30, 30, 0]


def test_people_in_no_group_are_left_out(first: Given) -> None:
    found = Wave(Given(first.experiment, [0, 1, 2] * 20, ["g1", "g2"]))

    assert (found.people, found.rows, found.personas) == (40, 60, (1, 2))


def test_a_group_whose_persona_is_gone_has_its_number_for_a_name(first: Given) -> None:
    assert Wave(Given(first.experiment, GROUPS, ["g1"])).names == {1: "g1", 2: "Group 2"}


# -- questions -----------------------------------------------------------------------------------------------
def test_both_waves_stand_in_one_list_the_first_before_the_second(first: Given) -> None:
    alike = read(first, first)

    assert [column.name for column in alike.columns] == [SHOP, COOK, HAPPY, NUMBER]
    assert alike.cells[SHOP] == [*cells(*SHOPS), *cells(*SHOPS)]
    assert alike.is_first.tolist() == [True] * 60 + [False] * 60
    assert (alike.asked, alike.left_out) == ((4, 4), [])


def test_columns_are_found_under_the_names_of_the_second_wave(first: Given, tmp_path: Path) -> None:
    renamed = {f"Q{at}. {name}": said for at, (name, said) in enumerate(columns().items(), 1)}
    alike = read(first, given(tmp_path / "b", renamed, GROUPS))

    assert {column.name: alike.named_before(column.name) for column in alike.columns} == {
        f"Q2. {SHOP}": SHOP, f"Q3. {COOK}": COOK,
    }  # fmt: skip
    assert alike.named_before("nowhere") is None


def test_answers_that_have_nothing_in_common_are_left_out(first: Given, tmp_path: Path) -> None:
    german = columns() | {SHOP: cells("Markt", "Laden", "Netz", "Zentrum")}

    assert left_out(read(first, given(tmp_path / "b", german, GROUPS))) == {
        SHOP: "The answers of the two have nothing in common: they are written in other words.",
    }


@pytest.mark.parametrize(("answered", "is_left_out"), [(LEAST_ANSWERS - 1, True), (LEAST_ANSWERS, False)])
def test_what_hardly_anybody_answered_is_left_out(
    first: Given, tmp_path: Path, answered: int, is_left_out: bool
) -> None:
    few = columns() | {SHOP: [*cells(*SHOPS, people=answered), *[""] * (60 - answered)]}
    found = left_out(read(first, given(tmp_path / "b", few, GROUPS)))

    assert found == ({SHOP: "Hardly anybody answered it in one of the two."} if is_left_out else {})


def test_another_scale_is_told_with_both(first: Given, tmp_path: Path) -> None:
    more = {HAPPY: cells(*map(str, range(1, 11)))}

    assert left_out(read(first, given(tmp_path / "b", columns(**more), GROUPS))) == {
        HAPPY: "The scale went from 1–5 to 1–10.",
    }


def test_two_files_with_nothing_in_common_are_refused(first: Given, tmp_path: Path) -> None:
    other = {"Favourite colour": cells("Red", "Blue", "Green"), "Pet": cells("Cat", "Dog", "Newt", "Ape")}
    with pytest.raises(DataError) as refused:
        what_changed(first, given(tmp_path / "b", other, GROUPS))
    assert refused.value.code == "nothing_alike"


@pytest.mark.parametrize(
    ("before", "now", "common"),
    [
        (["a", "b"], ["a", "b"], 1.0),
        (["a", "a", "b", "b"], ["a", "b", "b", "b"], 0.75),
        (["a"], ["b"], 0.0),
        (["A "], ["a"], 1.0),
        ([], ["a"], 0.0),
        (["", " "], [""], 0.0),
        (["a; b", "a"], ["b; a"], 5 / 6),
    ],
)
def test_how_much_is_common(before: list[str], now: list[str], common: float) -> None:
    asked = Column(
        name="q", position=0, role=ColumnRole.MULTIPLE, basis=True, question="q", filled=1, distinct=1, separator=";"
    )

    assert _common(before, now, asked) == pytest.approx(common)


# -- a table under other names -------------------------------------------------------------------------------
OLD = Rows(["a", "b"], [(f"a{at}", f"b{at}") for at in range(5)])


@pytest.mark.parametrize(
    ("names", "rows"),
    [
        (["new a"], [["a0", "a1", "a2", "a3", "a4"]]),
        (["new b", "none"], [["b0", "b1", "b2", "b3", "b4"], [""] * 5]),
        (["none", "never"], [[""] * 5, [""] * 5]),
        (["new a", "again"], [["a0", "a1", "a2", "a3", "a4"]] * 2),
    ],
)
@pytest.mark.parametrize("size", [2, 5, 50])
def test_what_a_table_lacks_is_no_answer(names: list[str], rows: list[list[str]], size: int) -> None:
    found = Renamed(OLD, {"new a": "a", "new b": "b", "again": "a"})
    batches = list(found.batches(names, size))

    assert [[cell for _, batch in batches for cell in batch[name]] for name in names] == rows
    assert [first for first, _ in batches] == list(range(1, 6, size))


# -- answers -------------------------------------------------------------------------------------------------
@pytest.fixture(scope="module")
def moved(first: Given, tmp_path_factory: pytest.TempPathFactory) -> Alike:
    """In the second wave more shop online, nobody in the mall, and everybody drives two further."""
    now = columns() | {
        SHOP: cells("Online", "Online", "Market", "Corner shop"),
        NUMBER: [str(102 + 7 * at) for at in range(60)],
    }
    return read(first, given(tmp_path_factory.mktemp("moved") / "b", now, GROUPS))


def test_every_option_and_mean_is_told_for_everyone(moved: Alike) -> None:
    told = {(each.column.name, each.option): each for each in AnswerTable(moved).everyone()}

    assert (told[SHOP, "Online"].before, told[SHOP, "Online"].after) == (
        Amount(base=60, people=15, share=0.25), Amount(base=60, people=30, share=0.5),
    )  # fmt: skip
    assert told[SHOP, "Mall"].after == Amount(base=60, people=0, share=0.0)
    driven = told[NUMBER, None]
    assert (driven.before.base, driven.after.base) == (60, 60)
    assert driven.size.by == pytest.approx(2.0)
    assert moved.cells[NUMBER][0] == "100"  # fewer than anybody's in the second wave
    assert driven.after.mean == pytest.approx((driven.before.mean or 0) + 2)


def test_of_two_options_one_is_told_and_not_no(first: Given, tmp_path: Path) -> None:
    asked = "Do you own a car?"
    waves = [
        given(tmp_path / name, columns(**{asked: cells("No", "No", "Yes", shift=at)}), GROUPS)
        for at, name in enumerate("bc")
    ]

    assert AnswerTable(read(*waves)).keys(asked) == ["yes"]


def test_options_that_hardly_anybody_gave_are_not_looked_at(first: Given, tmp_path: Path) -> None:
    rare = [*cells(*SHOPS, people=59), "On a boat"]
    waves = [given(tmp_path / name, columns() | {SHOP: rare}, GROUPS) for name in "bc"]
    table = AnswerTable(read(*waves))

    assert "on a boat" not in [key for key in table.keys(SHOP) if table._of(SHOP)[1][key].sum() < 2]
    assert table.keys(SHOP)[:4] == ["corner shop", "market", "online", "mall"]


def statement(id_: str, column: str, *, option: str | None = None, mean: float | None = None) -> Statement:
    asked = (Asked(column=column, question=column),)
    return Statement.model_construct(id=id_, asked=asked, option=option, mean=mean, evidence=())


def persona(*statements: Statement) -> Persona:
    return Persona.model_construct(index=1, name="g", label="g", statements=statements, quotes=())


def test_inside_a_group_what_its_personas_tell_is_told_by_the_seconds_statement(moved: Alike) -> None:
    groups = Groups(moved)
    [pair, *_] = list(groups.matched().pairs) or [None]
    table = AnswerTable(moved)
    was = persona(statement("1-a", SHOP, option="Mall"), statement("1-b", SHOP, option="Online"))
    now = persona(statement("2-a", SHOP, option="online "), statement("2-b", NUMBER, mean=4.0), statement("2-c", "x"))

    assert table._statements(was, now) == {
        (SHOP, "online"): "2-a", (NUMBER, None): "2-b", (SHOP, "mall"): None,
    }  # fmt: skip
    assert table._statements(None, None) == {}
    if pair is not None:
        assert {told.statement for told in table.inside(pair, groups, (was, now))} <= {"2-a", "2-b", None}


# -- groups --------------------------------------------------------------------------------------------------
@pytest.fixture(scope="module")
def autumn(tmp_path_factory: pytest.TempPathFactory) -> Given:
    return wave(tmp_path_factory.mktemp("autumn") / "a", crowd(planner=40, improviser=40, collector=40), seed=3)


@pytest.fixture(scope="module")
def spring(tmp_path_factory: pytest.TempPathFactory) -> Given:
    people = crowd(collector=40, planner=40, reader=40)
    return wave(tmp_path_factory.mktemp("spring") / "b", people, seed=4, ids=500, disguised=True)


def names(found: object, first: Given, second: Given) -> dict[str, str]:
    here, there = Wave(first).names, Wave(second).names
    return {here[pair.first]: there[pair.second] for pair in found.pairs}  # type: ignore[attr-defined]


def test_groups_are_matched_by_what_their_people_answer(autumn: Given, spring: Given) -> None:
    found = Groups(read(autumn, spring)).matched()

    assert names(found, autumn, spring) == {"planner": "planner", "collector": "collector"}
    assert [(lone.is_first, lone.persona) for lone in found.lone] == [(True, 2), (False, 3)]


def test_neither_names_nor_numbers_of_groups_say_anything(autumn: Given, spring: Given) -> None:
    """The second wave's groups are numbered backwards and called otherwise."""
    numbers = {1: 3, 2: 2, 3: 1}
    turned = Given(
        spring.experiment, [numbers[each] for each in spring.segmentation().assignments.tolist()], ["x", "y", "z"]
    )
    plain, other = Groups(read(autumn, spring)).matched(), Groups(read(autumn, turned)).matched()

    assert [(pair.first, numbers[pair.second], pair.size) for pair in plain.pairs] == [
        (pair.first, pair.second, pair.size) for pair in other.pairs
    ]
    assert {(lone.is_first, lone.like) for lone in plain.lone} == {(lone.is_first, lone.like) for lone in other.lone}


def test_backwards_what_was_new_is_gone(autumn: Given, spring: Given) -> None:
    there, back = what_changed(autumn, spring), what_changed(spring, autumn)

    assert {(group.name, group.status) for group in there.groups} == {
        ("planner", "same"), ("collector", "same"), ("improviser", "gone"), ("reader", "new"),
    }  # fmt: skip
    assert {(group.name, group.status) for group in back.groups} == {
        ("planner", "same"), ("collector", "same"), ("improviser", "new"), ("reader", "gone"),
    }  # fmt: skip


def test_everybody_is_a_member_of_one_group_of_their_wave(autumn: Given, spring: Given) -> None:
    groups = Groups(read(autumn, spring))
    members = sum(
        groups.members(persona, first=is_first).astype(int) for is_first in (True, False) for persona in (1, 2, 3)
    )

    assert np.unique(members).tolist() == [1]


def test_a_study_of_one_group_is_still_there(autumn: Given, tmp_path: Path) -> None:
    again = wave(tmp_path / "again", crowd(planner=40, improviser=40, collector=40), seed=9, ids=900)
    one, other = (Given(each.experiment, [1] * 120, ["all"]) for each in (autumn, again))

    assert what_changed(one, other).sentence.startswith("The one group is still there.")
