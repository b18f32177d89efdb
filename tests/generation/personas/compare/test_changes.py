"""What changed, as its page shows it: amounts that are known, lines that do not lie on each other, tables that end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generation.models import Run
from generation.personas.compare.changes import (
    BOTTOM,
    LEAST_APART,
    SHOWN,
    SIGNS,
    TOP,
    Changes,
    _moved_apart,
    earlier_runs,
)
from persona.comparing.models import Amount, AnswerChange, GroupChange, InsideChange, QuestionsCompared, WhatChanged
from tests.factories import ExperimentFactory, RunFactory
from tests.generation.values import finished_run

if TYPE_CHECKING:
    from accounts.models import User

pytestmark = pytest.mark.django_db
NBSP = "\u00a0"
HALF, THIRD, NOT_KNOWN = Amount(base=100, people=50, share=0.5), Amount(base=90, people=30, share=1 / 3), Amount(base=9)


def group(**fields: Any) -> GroupChange:
    told = {"sentence": "“A” grew.", "before": THIRD, "after": HALF, "low": 0.1, "high": 0.2, "sure": "clear"}
    told |= {"chance": 0.01, "status": "grown", "first": 1, "second": 1, "name": "A"}
    return GroupChange(**told | fields)


def answer(**fields: Any) -> AnswerChange:
    told = {"sentence": "“Paper” rose.", "before": THIRD, "after": HALF, "low": 0.1, "high": 0.2, "sure": "likely"}
    told |= {"chance": 0.02, "question": "Which tool?", "column": "tool", "option": "Paper", "direction": "up"}
    return AnswerChange(**told | fields)


def what(**fields: Any) -> WhatChanged:
    told = {"sentence": "", "people": (9, 9), "same_rows": False, "shared_people": None, "tested": 1}
    told |= {"questions": QuestionsCompared(alike=1, first=1, second=1), "groups": (), "everyone": (), "inside": ()}
    return WhatChanged(**told | fields)


@pytest.fixture
def runs(alice: User) -> tuple[Run, Run]:
    experiment = ExperimentFactory(owner=alice, name="Meals")
    return finished_run(experiment, number=1), finished_run(experiment, number=2)


def changes(runs: tuple[Run, Run], chosen: str | None = None, **fields: Any) -> Changes:
    return Changes(*runs, what(**fields), inside=chosen)


def test_two_runs_of_a_study_are_called_by_number_and_of_two_studies_by_name(runs: tuple[Run, Run]) -> None:
    other = finished_run(ExperimentFactory(name="Meals in spring"))

    assert changes(runs).labels == ("Run 1", "Run 2")
    assert changes((other, runs[1])).labels == ("Meals in spring", "Meals")


def test_nothing_that_changed_draws_nothing(runs: tuple[Run, Run]) -> None:
    shown = changes(runs)

    assert (shown.groups, shown.everyone, shown.choices, shown.inside, shown.slopes, shown.has_dotted) == (
        [], [], [], None, [], False,
    )  # fmt: skip
    assert shown.height == round(BOTTOM) + 60


@pytest.mark.parametrize(
    ("status", "icon"),
    [
        ("grown", "up"),
        ("shrunk", "fall"),
        ("new", "plus"),
        ("gone", "x"),
        ("same", "same"),
        ("redrawn", "same"),
        ("part", "same"),
    ],
)
def test_every_status_has_a_sign(runs: tuple[Run, Run], status: str, icon: str) -> None:
    (shown,) = changes(runs, groups=(group(status=status),)).groups

    assert (shown.icon, shown.direction) == (icon, SIGNS.get(status, "same"))


def test_a_group_has_both_amounts_and_how_sure_they_are(runs: tuple[Run, Run]) -> None:
    (shown,) = changes(runs, groups=(group(),)).groups

    assert (shown.before, shown.after, shown.people, shown.bounds, shown.sure) == (
        f"33{NBSP}%", f"50{NBSP}%", (", 30 people", ", 50 people"), "10 to 20 points", "clear",
    )  # fmt: skip
    assert (shown.position, shown.persona, shown.is_compared) == (1, runs[1].personas.get(position=1), True)


def test_of_what_one_wave_has_only_that_is_told(runs: tuple[Run, Run]) -> None:
    new = group(status="new", first=None, second=2, before=NOT_KNOWN)
    gone = group(status="gone", first=2, second=None, after=NOT_KNOWN)
    shown = changes(runs, groups=(new, gone)).groups

    assert [(each.is_compared, each.only, each.people) for each in shown] == [
        (False, f"50{NBSP}%", ("", ", 50 people")),
        (False, f"33{NBSP}%", (", 30 people", "")),
    ]
    assert [each.persona for each in shown] == [runs[1].personas.get(position=2), runs[0].personas.get(position=2)]
    assert [each.position for each in shown] == [2, 4]  # a colour that no group of the second wave has


def test_a_group_whose_persona_is_hidden_leads_nowhere(runs: tuple[Run, Run]) -> None:
    for run in runs:
        run.personas.update(shown=False)

    assert changes(runs, groups=(group(),)).groups[0].persona is None


def test_an_option_stands_above_its_question_and_a_mean_below(runs: tuple[Run, Run]) -> None:
    mean = answer(option=None, before=Amount(base=9, mean=3.14), after=Amount(base=9, mean=1985.2), low=0.5, high=2.0)
    shown = changes(runs, everyone=(answer(), mean)).everyone

    assert [(each.sentence, each.under, each.before, each.after, each.bounds) for each in shown] == [
        ("Paper", "Which tool?", f"33{NBSP}%", f"50{NBSP}%", "10 to 20 points"),
        ("Which tool?", "The mean", "3.1", "1985", "0.5 to 2.0"),
    ]


def test_a_table_has_an_end(runs: tuple[Run, Run]) -> None:
    many = tuple(answer(option=str(number)) for number in range(SHOWN + 3))
    shown = changes(runs, everyone=many, inside=(InsideChange(first=1, second=1, name="A", changes=many),))

    assert shown.inside is not None
    assert (len(shown.everyone), len(shown.inside.lines)) == (SHOWN, SHOWN)


INSIDE = (
    InsideChange(first=1, second=1, name="A", changes=(answer(sure="none"), answer(sure="none"))),
    InsideChange(first=2, second=2, name="B", changes=(answer(sure="clear"),)),
    InsideChange(first=3, second=3, name="C", changes=()),
)


@pytest.mark.parametrize(("chosen", "name"), [(None, "B"), ("1", "A"), ("2", "B"), ("3", "B"), ("x", "B"), ("", "B")])
def test_the_group_that_was_chosen_is_shown_else_the_one_in_which_most_is_sure(
    runs: tuple[Run, Run], chosen: str | None, name: str
) -> None:
    shown = changes(runs, chosen, inside=INSIDE)

    assert shown.inside is not None
    assert (shown.inside.name, shown.choices) == (name, [(1, "A"), (2, "B")])


def test_an_answer_leads_to_the_statement_that_tells_it(runs: tuple[Run, Run]) -> None:
    said = runs[1].personas.get(position=1).statements.get(position=1)
    told = (answer(statement=said.key), answer(statement="gone"), answer())
    shown = changes(runs, inside=(InsideChange(first=1, second=1, name="A", changes=told),)).inside

    assert shown is not None
    assert [line.statement for line in shown.lines] == [said, None, None]
    assert [line.position for line in shown.lines] == [1, 1, 1]


def test_sizes_are_lines_from_the_largest_at_the_top(runs: tuple[Run, Run]) -> None:
    groups = (group(before=HALF, after=THIRD, was="Old"), group(before=THIRD, after=HALF, second=None, name="B" * 80))
    first, second = changes(runs, groups=groups).slopes

    assert (first.before, second.after) == (TOP, TOP)
    assert (first.is_dotted, second.is_dotted) == (False, True)
    assert (first.was, first.share_before, first.share_after) == ("Old", f"50{NBSP}%", f"33{NBSP}%")
    assert len(second.name) < 80
    assert changes(runs, groups=groups).has_dotted


def test_a_group_of_unknown_size_and_groups_of_nobody_draw_no_fault(runs: tuple[Run, Run]) -> None:
    nobody = Amount(base=10, people=0, share=0.0)
    shown = changes(runs, groups=(group(before=NOT_KNOWN), group(before=nobody, after=nobody)))

    assert [(slope.before, slope.after) for slope in shown.slopes] == [(BOTTOM, BOTTOM)]


@pytest.mark.parametrize(
    ("places", "moved"),
    [
        ([], []),
        ([100.0], [100.0]),
        ([100.0, 200.0], [100.0, 200.0]),
        ([100.0, 100.0, 100.0], [100.0, 100.0 + LEAST_APART, 100.0 + 2 * LEAST_APART]),
        ([105.0, 100.0], [100.0 + LEAST_APART, 100.0]),
    ],
    ids=["none", "one", "far", "same", "crossed"],
)
def test_names_are_a_line_apart(places: list[float], moved: list[float]) -> None:
    assert _moved_apart(places) == moved


def test_a_drawing_is_as_high_as_the_names_moved_down_need(runs: tuple[Run, Run]) -> None:
    tiny = Amount(base=100, people=1, share=0.01)
    groups = (*(group(before=tiny, after=tiny) for _ in range(6)), group(before=HALF, after=HALF))

    assert changes(runs, groups=groups).height > round(BOTTOM) + 60


def test_earlier_runs_are_those_of_the_study_first_and_none_that_cannot_be_seen(
    runs: tuple[Run, Run], alice: User, charlie: User
) -> None:
    RunFactory(experiment=runs[0].experiment, number=3)
    third = finished_run(runs[0].experiment, number=4)
    elsewhere = finished_run(ExperimentFactory(owner=alice))
    finished_run(ExperimentFactory(owner=charlie))
    others = earlier_runs(alice, runs[1])

    assert (others.here, others.elsewhere, others.all) == (
        [third, runs[0]], [elsewhere], [third, runs[0], elsewhere],
    )  # fmt: skip
