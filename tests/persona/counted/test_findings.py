"""Findings against other formulas: numpy counts the table, scipy tests it and corrects for many tests."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import chi2_contingency, false_discovery_control

from persona.counted.findings import (
    BASE_AT_LEAST,
    EFFECT,
    MANY,
    POINTS,
    TELLING_SHARE,
    Finding,
    _chance,
    _order,
    find,
    may_be_told,
)
from persona.models import ColumnRole, GroupCount
from persona.writing.differences import find_differences
from persona.writing.statistics import discoveries, p_value
from tests.answers import segmentation_of
from tests.persona.counted.values import column, mean, share
from tests.tables import table_of

if TYPE_CHECKING:
    from persona.table import Table
    from persona.writing.differences import Differences

OPTIONS = ("At home", "At work", "Elsewhere")
QUESTIONS = [f"Where do you keep thing {n}?" for n in range(6)]
RATED = [f"How good is thing {n}?" for n in range(3)]
NUMBER = "How many trips do you make?"
COLUMNS = (
    *(column(name, position=n, options=OPTIONS) for n, name in enumerate(QUESTIONS)),
    *(column(name, ColumnRole.RATING, 6 + n, scale=(1.0, 5.0)) for n, name in enumerate(RATED)),
    column(NUMBER, ColumnRole.NUMBER, 10),
)
GROUPS = np.repeat([1, 2, 3], [70, 50, 30])
SEGMENTS = [1, 2, 3]


class Study(NamedTuple):
    """The answers as numpy has them, "" where nobody answered; and what was found in the same answers."""

    answers: dict[str, np.ndarray]
    differences: dict[int, Differences]
    found: dict[int, list[Finding]]


def _answers() -> dict[str, np.ndarray]:
    """Only the first two questions, one rating and the trips have to do with the groups; some do not answer."""
    chance = np.random.default_rng(5)
    answers: dict[str, np.ndarray] = {}
    for number, name in enumerate(QUESTIONS):
        tilt = {0: [0.8, 0.1, 0.1], 1: [0.3, 0.6, 0.1]}.get(number, [0.5, 0.3, 0.2])
        usual, other = np.array(tilt), np.array([0.5, 0.3, 0.2])
        answers[name] = np.array([chance.choice(OPTIONS, p=usual if group == 1 else other) for group in GROUPS])
        answers[name][chance.random(len(GROUPS)) < 0.1] = ""
    for number, name in enumerate(RATED):
        height = np.where(GROUPS == 3, 1.0 if number == 0 else 0.0, 0.0)
        places = np.clip(np.round(chance.normal(3 + height, 1)), 1, 5).astype(int)
        answers[name] = places.astype(str)
    answers[NUMBER] = (chance.integers(1, 9, len(GROUPS)) + 3 * (GROUPS == 2)).astype(str)
    return answers


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    answers = _answers()
    rows = list(zip(*(answers[c.name] for c in COLUMNS), strict=True))
    table: Table = table_of(tmp_path_factory.mktemp("study"), [c.name for c in COLUMNS], rows)
    differences = find_differences(table, COLUMNS, segmentation_of(GROUPS.tolist()), SEGMENTS)
    return Study(answers, differences, find(differences))


def shares_of(study: Study) -> list[Finding]:
    return [finding for mine in study.found.values() for finding in mine if finding.option is not None]


def counted(study: Study, name: str, option: str) -> np.ndarray:
    """Who gave the answer and who did not, group by group."""
    cells = study.answers[name]
    gave = [np.sum((cells == option) & (segment == GROUPS)) for segment in SEGMENTS]
    base = [np.sum((cells != "") & (segment == GROUPS)) for segment in SEGMENTS]
    return np.array([gave, np.array(base) - gave])


def test_shares_and_bases_are_those_of_the_table(study: Study) -> None:
    told = shares_of(study)

    assert len(told) > 10
    for finding in told:
        gave, not_gave = counted(study, finding.column.name, finding.option or "")
        base = gave + not_gave
        assert finding.groups == tuple(
            GroupCount(persona=s, base=int(base[s - 1]), count=int(gave[s - 1]), share=float(gave[s - 1] / base[s - 1]))
            for s in SEGMENTS
        )
        assert finding.everyone == pytest.approx(gave.sum() / base.sum())
        assert finding.everyone_base == base.sum()
        others = (gave.sum() - finding.own.count) / (base.sum() - finding.own.base)
        h = 2 * math.asin(math.sqrt(finding.value)) - 2 * math.asin(math.sqrt(others))
        assert finding.effect == pytest.approx(h)


def test_means_and_bases_are_those_of_the_table(study: Study) -> None:
    means = [f for mine in study.found.values() for f in mine if f.option is None and len(f.columns) == 1]

    assert {finding.column.name for finding in means} >= {NUMBER, RATED[0]}
    for finding in means:
        values = study.answers[finding.column.name].astype(float)
        by_group = [values[segment == GROUPS] for segment in SEGMENTS]
        assert [group.mean for group in finding.groups] == pytest.approx([each.mean() for each in by_group])
        assert [group.base for group in finding.groups] == [len(each) for each in by_group]
        assert finding.everyone == pytest.approx(values.mean())
        own = values[finding.segment == GROUPS].mean()
        assert np.sign(finding.effect) == np.sign(own - values[finding.segment != GROUPS].mean())


def test_what_sets_apart_is_what_a_direct_correction_of_all_tests_leaves(study: Study) -> None:
    family: list[tuple[str, str, int]] = []
    chances: list[float] = []
    for name in QUESTIONS:
        for option in OPTIONS:
            cells = counted(study, name, option)
            for place, segment in enumerate(SEGMENTS):
                rest = cells.sum(axis=1) - cells[:, place]
                family.append((name, option, segment))
                chances.append(chi2_contingency(np.array([cells[:, place], rest]), correction=False).pvalue)
    shares = len(chances)
    measures = [m for each in study.differences.values() for m in each.measures]
    for one in measures:
        values = study.answers[one.column.name]
        inside = int(np.sum(one.segment == GROUPS))
        spread = math.sqrt(1 / inside + 1 / (len(values) - inside))
        chances.append(math.erfc(abs(one.distance) / spread / math.sqrt(2)))
    battery = [f for f in study.found[3] if len(f.columns) > 1]
    significant = false_discovery_control(chances) <= 0.05

    told = {(f.column.name, f.option, f.segment): f for f in shares_of(study)}
    apart = {key for key, finding in told.items() if finding.standing == "distinctive"}
    expected = set()
    for key, stays in zip(family, significant[:shares], strict=True):
        cells = counted(study, key[0], key[1])
        own, everyone = cells[0, key[2] - 1] / cells[:, key[2] - 1].sum(), cells[0].sum() / cells.sum()
        rest = (cells[0].sum() - cells[0, key[2] - 1]) / (cells.sum() - cells[:, key[2] - 1].sum())
        h = 2 * math.asin(math.sqrt(own)) - 2 * math.asin(math.sqrt(rest))
        telling = own >= TELLING_SHARE if h > 0 else everyone >= 0.5
        if stays and abs(h) >= EFFECT and abs(own - everyone) >= POINTS and telling:
            expected.add(key)
    assert apart == expected
    assert (QUESTIONS[0], "At home", 1) in apart
    assert all(name in QUESTIONS[:2] for name, _, _ in apart)
    assert {f.column.name for mine in study.found.values() for f in mine if f.option is None} >= {NUMBER, RATED[0]}
    assert all(f.block == RATED[0] for f in battery)


def test_the_rest_is_told_only_where_it_is_big(study: Study) -> None:
    rest = [finding for finding in shares_of(study) if finding.standing == "big"]

    assert rest
    assert all(finding.value >= MANY and finding.effect > -EFFECT for finding in rest)
    assert {finding.standing for mine in study.found.values() for finding in mine} == {"distinctive", "big"}


def test_what_sets_apart_stands_before_what_is_big_and_the_strongest_first(study: Study) -> None:
    for mine in study.found.values():
        apart = [finding for finding in mine if finding.standing == "distinctive"]
        assert mine[: len(apart)] == apart
        assert [finding.rank for finding in apart] == sorted((finding.rank for finding in apart), reverse=True)
        assert sorted(mine, key=_order) == mine


# -- the formulas ----------------------------------------------------------------------------------------
COUNTS = st.tuples(st.integers(1, 200), st.integers(1, 200)).map(lambda pair: (min(pair), max(pair)))


@settings(max_examples=60, deadline=None)
@given(COUNTS, COUNTS)
def test_the_chance_of_two_shares_is_pearsons(one: tuple[int, int], other: tuple[int, int]) -> None:
    cells = np.array([[count, base - count] for count, base in (one, other)])
    expected = 1.0 if 0 in cells.sum(axis=0) else chi2_contingency(cells, correction=False).pvalue

    assert p_value(*one, *other) == pytest.approx(expected, abs=1e-12)
    assert p_value(*one, *other) == pytest.approx(p_value(*other, *one))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.floats(0, 1), min_size=1, max_size=40), st.sampled_from([0.01, 0.05, 0.2]))
def test_discoveries_are_those_of_benjamini_and_hochberg(chances: list[float], rate: float) -> None:
    adjusted = false_discovery_control(chances)
    clear = {place for place, chance in enumerate(adjusted) if chance <= rate * (1 - 1e-9)}
    perhaps = {place for place, chance in enumerate(adjusted) if chance <= rate * (1 + 1e-9)}

    assert clear <= discoveries(chances, rate) <= perhaps


def test_without_tests_nothing_is_discovered() -> None:
    assert discoveries([]) == set()


@pytest.mark.parametrize("design", [1.0, 1.5, 4.0])
def test_weights_that_differ_make_a_mean_less_certain(design: float) -> None:
    finding = mean(column("How tall are you?", ColumnRole.NUMBER), 0.3, 0.0)
    weighted = Finding(**{**vars(finding), "design": design})

    z = 0.3 / math.sqrt(design * (1 / 100 + 1 / 100))
    assert _chance(weighted) == pytest.approx(math.erfc(z / math.sqrt(2)))
    assert _chance(weighted) >= _chance(finding)


def test_a_group_alone_is_told_apart_by_nothing() -> None:
    alone = share(column("Where?"), "At home", 60, 0)

    assert _chance(Finding(**{**vars(alone), "groups": alone.groups[:1]})) == 1.0


def test_where_everybody_is_one_group_only_what_is_big_is_told(study: Study) -> None:
    one = {1: study.differences[1]}

    assert {finding.standing for finding in find(one)[1]} == {"big"}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How old are you?", False),
        ("Age", False),
        ("Gender", False),
        ("Respondent ID", False),
        ("Start date", False),
        ("Weight", False),
        ("Where do you keep your tools?", True),
        ("How satisfied are you with the app?", True),
        ("At what age do children in your class begin to read by themselves, in your own experience?", True),
    ],
)
def test_who_people_are_and_how_they_were_asked_is_never_told(question: str, told: bool) -> None:
    assert may_be_told(column(question)) is told
    assert may_be_told(column(question).model_copy(update={"name": "q17"})) is told


def test_a_share_that_is_less_tells_less_and_a_battery_more_than_its_items() -> None:
    more, less = share(column("A"), "Yes", 60, 40), share(column("A"), "Yes", 40, 60)
    item = mean(column("B", ColumnRole.RATING), 3.0, 2.0)
    battery = Finding(**{**vars(item), "columns": (item.column, column("C", ColumnRole.RATING))})

    assert more.rank > less.rank > 0
    assert battery.rank == pytest.approx(item.rank * 1.2 / 0.9)
    assert share(column("A"), "Yes", 90, 70).rank == pytest.approx(more.rank)  # from half on, a share is a share


def test_so_few_that_a_share_says_nothing_are_left_out(tmp_path_factory: pytest.TempPathFactory) -> None:
    rows = [(*pair, str(n)) for n, pair in enumerate([("At home",)] * 40 + [("At work",)] * 40 + [("At home",)] * 9)]
    groups = [1] * 40 + [2] * 40 + [3] * 9
    asked = (column("Where do you work?", options=OPTIONS),)
    table = table_of(tmp_path_factory.mktemp("few"), ["Where do you work?", "Number"], rows)

    found = find(find_differences(table, asked, segmentation_of(groups), SEGMENTS))

    assert BASE_AT_LEAST == 10
    assert {segment: [finding.option for finding in mine] for segment, mine in found.items()} == {
        1: ["At home"],
        2: ["At work", "At home"],
        3: [],
    }
