"""One battery alone, and one text alone."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import numpy as np

from persona.grouping.respondents import group_respondents
from persona.grouping.stability import adjusted_rand
from persona.recoding.table import recode
from tests.tables import table_of

if TYPE_CHECKING:
    from pathlib import Path

RNG = random.Random(8)
TRUTH = np.array([i % 3 for i in range(300)])


def test_one_battery_is_grouped_by_itself(tmp_path: Path) -> None:
    items = [
        f"Is it {word}?" for word in ("tasty", "cheap", "fast", "greasy", "spicy", "healthy", "fun", "clean", "near")
    ]
    rows = [["Yes" if RNG.random() < (0.85 if i % 3 == kind else 0.2) else "No" for i in range(9)] for kind in TRUTH]
    table = table_of(tmp_path, [*items, "Age"], [[*row, str(RNG.randrange(18, 80))] for row in rows])
    made = group_respondents(recode(table))

    assert len(made.summary.segments) == 3
    assert adjusted_rand(TRUTH, made.assignments.astype(int) - 1) > 0.75
    assert [use.used for use in made.summary.columns] == [True] * 9 + [False]


def vote(camp: int, statement: int) -> str:
    """Most cells are empty; the camps disagree on every statement, most of the time."""
    if RNG.random() < 0.6:
        return ""
    own = "agree" if camp == statement % 2 else "disagree"
    return own if RNG.random() < 0.8 else RNG.choice(["disagree", "pass", "agree"])


def test_votes_with_most_cells_empty_show_the_camps(tmp_path: Path) -> None:
    camps = np.array([i % 2 for i in range(400)])
    statements = [f"Statement number {s} about it" for s in range(20)]
    rows = [[f"P{i}", *(vote(camp, s) for s in range(20))] for i, camp in enumerate(camps.tolist())]
    table = table_of(tmp_path, ["Respondent", *statements], rows)
    made = group_respondents(recode(table), count=2)

    assert adjusted_rand(camps, made.assignments.astype(int) - 1) > 0.85


THEMES = (
    ("my card was declined", "a new card", "the card is lost", "a credit card", "block the card", "card payment"),
    ("transfer money", "a bank transfer", "the transfer is pending", "transfers abroad", "cancel a transfer"),
    ("exchange rates", "the rate for dollars", "currency exchange", "which exchange rate", "euros or dollars"),
)
OPENINGS = ("How about", "Please help with", "Question on", "I ask about", "Trouble with")


def test_one_text_is_grouped_by_its_themes(tmp_path: Path) -> None:
    texts = [f"{RNG.choice(OPENINGS)} {' and '.join(RNG.sample(THEMES[kind], 2))}?" for kind in TRUTH]
    table = table_of(tmp_path, ["row", "text"], [[str(i), text] for i, text in enumerate(texts)])
    made = group_respondents(recode(table), count=3)
    uses = [(use.name, use.used, use.bits) for use in made.summary.columns]

    assert adjusted_rand(TRUTH, made.assignments.astype(int) - 1) > 0.8
    assert uses == [("row", False, None), ("text", True, None)]
