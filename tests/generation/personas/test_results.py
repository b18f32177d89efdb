"""What the results page says about a finished run."""

from __future__ import annotations

from typing import Any

import pytest

from generation.models import Persona, Run, Statement
from generation.personas.results import Results, best, clearest, uses
from persona.ids import uuid7
from persona.models import ColumnUse, NextStep, Reason, Verdict
from tests.generation.values import fact, quality, summary


def said(kind: str, strength: str, support: int, position: int) -> Statement:
    return Statement(kind=kind, strength=strength, support=support, base=10, position=position, text=f"{position}")


def results(personas: int = 2, **changes: Any) -> Results:
    found = [Persona(position=i + 1, name=f"Marta {i}", size=20, share=1 / personas) for i in range(personas)]
    run = Run(
        experiment_id=uuid7(),
        summary=summary(personas).model_dump(mode="json"),
        quality=quality(**changes).model_dump(mode="json"),
    )
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


def test_a_mean_stands_beside_what_half_of_the_people_say() -> None:
    mean = said("goal", "strong", 10, 1)
    mean.count = {"share": None, "mean": 4.2}
    statements = [mean, said("goal", "strong", 6, 2), said("goal", "strong", 4, 3)]

    assert [statement.position for statement in best(statements)] == [2, 1, 3]


def test_the_clearest_facts_are_the_shares_furthest_from_everyones() -> None:
    number = fact(kind="number", label="Age", share=None, everyone_share=None)
    facts = [number, fact(label="a", share=0.4), fact(label="b", share=0.9), fact(label="c", share=0.1), number]

    assert [each.label for each in clearest(facts)] == ["b", "c", "a"]
    assert [each.label for each in clearest(facts[:2])] == ["a", "Age"]


def test_an_older_run_has_no_verdict() -> None:
    assert results().verdict is None


def test_the_verdict_shows_its_figures_and_what_to_do_about_the_weakest_first() -> None:
    found = results()
    low = Reason(
        measure="statements", level="not_yet", value=1, figure="1", label="statements", note="1 in all",
        step=NextStep(action="add_answers", label="Add more answers"),
    )  # fmt: skip
    high = low.model_copy(
        update={"level": "with_care", "step": NextStep(action="fewer_personas", label="Make 2 personas", count=2)}
    )
    found.run.verdict = Verdict(level="not_yet", sentence="Too little.", reasons=(high, low)).model_dump(mode="json")
    page = found.verdict

    assert page is not None
    assert (page.title, page.sentence, page.style, page.icon) == ("Do not present yet", "Too little.", "no", "hand")
    assert page.reasons == (high, low)
    assert [(step.label, step.address) for step in page.steps] == [
        ("Add more answers", "/experiments/new/"),
        ("Make 2 personas", f"/runs/{found.run.pk}/next/"),
    ]


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
