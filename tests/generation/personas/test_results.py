"""What the results page says about a finished run."""

from __future__ import annotations

from typing import Any

import pytest

from generation.models import Persona, Run, Statement
from generation.personas.results import Results, Stat, best, uses
from persona.models import ColumnUse
from tests.generation.values import quality, summary


def said(kind: str, strength: str, support: int, position: int) -> Statement:
    return Statement(kind=kind, strength=strength, support=support, base=10, position=position, text=f"{position}")


def results(personas: int = 2, **changes: Any) -> Results:
    found = [Persona(position=i + 1, name=f"Marta {i}", size=20, share=1 / personas) for i in range(personas)]
    run = Run(summary=summary(personas).model_dump(mode="json"), quality=quality(**changes).model_dump(mode="json"))
    return Results(run, found)


def test_best_takes_the_strongest_of_each_kind_first() -> None:
    statements = [
        said("goal", "strong", 9, 1),
        said("goal", "strong", 8, 2),
        said("frustration", "clear", 9, 3),
        said("behaviour", "strong", 2, 4),
        said("need", "weak", 9, 5),
    ]

    assert [statement.position for statement in best(statements)] == [1, 4, 3]


def test_best_fills_up_from_one_kind_when_there_is_no_other() -> None:
    statements = [said("goal", "clear", 1, 1), said("goal", "strong", 2, 2), said("goal", "strong", 3, 3)]

    assert [statement.position for statement in best(statements)] == [3, 2, 1]


def test_best_of_nothing_is_nothing() -> None:
    assert best([]) == []


def test_stats_of_a_sound_run() -> None:
    assert results().stats == [
        Stat("100\u00a0%", "of statements have quotes", "4 of 4"),
        Stat("75\u00a0%", "of people fit a persona well", "1 person could belong to either of two"),
        Stat("High", "difference between personas", "0.71, good from 0.50"),
        Stat("0", "statements with thin evidence", "Nothing to check by hand"),
    ]


def test_stats_of_a_thin_run_warn() -> None:
    stats = results(weak=1, between=3, distinctiveness=0.1, with_quotes=3).stats

    assert [(stat.figure, stat.note, stat.is_warning) for stat in stats] == [
        ("75\u00a0%", "3 of 4", False),
        ("75\u00a0%", "3 people could belong to either of two", False),
        ("Low", "0.10, good from 0.50", True),
        ("1", "Marked “weak” where they stand", True),
    ]


def test_one_persona_has_nothing_to_differ_from() -> None:
    assert results(1).stats[2] == Stat("One", "persona, nothing to compare", "See below why")


def test_no_statements_are_no_division_by_zero() -> None:
    assert results(statements=0, with_quotes=0).stats[0].figure == "0\u00a0%"


@pytest.mark.parametrize(
    ("personas", "text"),
    [
        (1, "One group. Marta 0 in the middle, 100\u00a0%."),
        (2, "2 groups. Marta 0 in the middle, 50\u00a0%. Marta 1 in the middle, 50\u00a0%."),
    ],
)
def test_map_words_say_what_the_map_shows(personas: int, text: str) -> None:
    assert results(personas).map_words == text


def test_warnings_leave_the_reason_of_the_groups_to_its_own_place() -> None:
    found = results()
    found.run.warnings = [found.summary.reason, "3 lines were left out."]

    assert found.warnings == ["3 lines were left out."]


def test_uses_put_columns_with_the_same_reason_together_and_fold_long_lists() -> None:
    columns = [ColumnUse(name=f"q{i}", used=True, reason="used: it tells") for i in range(8)]
    found = uses([*columns, ColumnUse(name="age", used=False, reason="describes")])

    assert [(use.reason, use.first, use.rest) for use in found] == [
        ("Used: it tells", ["q0", "q1", "q2", "q3", "q4"], ["q5", "q6", "q7"]),
        ("Describes", ["age"], []),
    ]


def test_uses_do_not_fold_a_single_one_away() -> None:
    found = uses(ColumnUse(name=f"q{i}", used=True, reason="used") for i in range(6))

    assert (len(found[0].first), found[0].rest) == (6, [])
