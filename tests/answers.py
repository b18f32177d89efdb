"""Answers for tests of the writing room: a survey of two groups."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import numpy as np

from persona.grouping import Segmentation
from persona.models import Column, QuestionChoice, QuestionKind, Segment, SegmentationSummary
from persona.questionnaire.understanding import understand
from persona.recoding.table import RecodedTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from persona.table import Table

GOAL, PAIN, HABIT = "What are you trying to achieve?", "What frustrates you most?", "Tell us about the last time."
HEADER = ("Respondent", "Role", "Which tools do you use?", "I like trying new recipes", GOAL, PAIN, HABIT)


def segmentation_of(segments: Sequence[int], *, people: Sequence[int] | None = None) -> Segmentation:
    """Groups as given, row by row; `people`: who stands behind each row, from 0."""
    numbers = np.array(segments, dtype=np.int16)
    by_person = dict(zip(people if people is not None else range(len(numbers)), segments, strict=True))
    sizes = np.bincount(list(by_person.values()))[1:]
    summary = SegmentationSummary(
        segments=tuple(
            Segment(index=i, size=int(n), share=float(n / sizes.sum())) for i, n in enumerate(sizes, start=1)
        ),
        strength="clear",
        reason="Given by a test.",
        score=1.0,
        null_score=0.0,
        agreement=1.0,
        between=3,
    )
    person_of = None if people is None else np.array(people, dtype=np.int64)
    return Segmentation.of(summary, numbers, np.full(len(numbers), 0.9, dtype=np.float32), person_of)


_BAKERS = {
    GOAL: (
        "I want to bake bread that my family likes",
        "bake proper sourdough bread for the weekend",
        "Fill the freezer with rolls and loaves",
        "Learn how flour and water make a dough rise",
    ),
    PAIN: (
        "The crust burns before the middle is baked",
        "my oven burns the crust every time",
        "Recipes never say how wet the dough should be",
        "Flour gets everywhere in my small kitchen",
    ),
    HABIT: (
        "I fed the starter and baked two loaves on Sunday",
        "fed my starter in the evening, baked loaves in the morning",
        "I weighed the flour on a kitchen scale",
        "Kneaded the dough by hand while listening to the radio",
    ),
}
_CHEFS = {
    GOAL: (
        "Serve ninety covers without a late plate",
        "I want to serve every table without a late plate",
        "Keep food costs below thirty percent",
        "Train the new cooks before the summer rush",
    ),
    PAIN: (
        "Suppliers deliver the wrong fish and nobody answers the phone",
        "the supplier brings the wrong fish again and again",
        "Waiters shout orders that are not on the ticket",
        "Cooks quit in the middle of the season",
    ),
    HABIT: (
        "I counted the walk-in fridge and ordered fish at midnight",
        "counted the fridge, then ordered fish by phone at midnight",
        "Wrote the prep list on the back of a menu",
        "Briefed the waiters about the specials before service",
    ),
}
_OPENERS = ("", "", "Honestly, ", "Well, ", "To be fair, ")
_EMPTY = ("", "n/a", "no idea", "nothing really")


def kitchen(table: Table) -> tuple[RecodedTable, tuple[Column, ...]]:
    """The variables of `kitchen_rows`; so few different answers would pass for choices."""
    found = understand(table)
    opened = [question.id for question in found.questions if question.names[0] in (GOAL, PAIN, HABIT)]
    said = {key: QuestionChoice(kind=QuestionKind.OPEN) for key in opened}
    recoded = RecodedTable(table, understand(table, questions=said))
    return recoded, recoded.columns


def kitchen_rows(count: int = 80, seed: int = 7) -> tuple[list[list[str]], list[int]]:
    """Home bakers and restaurant cooks by turns, and the group (1 or 2) of each."""
    rng = random.Random(seed)
    rows, groups = [], []
    for number in range(count):
        group = 1 + number % 2
        said = (_BAKERS, _CHEFS)[group - 1]
        role = rng.choice(("Teacher", "Nurse", "Clerk") if group == 1 else ("Chef", "Cook", "Cook"))
        tools = rng.sample(("Scale", "Oven", "Mixer") if group == 1 else ("Grill", "Oven", "Walk-in fridge"), 2)
        likes = rng.choice(("Agree", "Strongly agree", "Neutral") if group == 1 else ("Disagree", "Neutral", "Agree"))
        texts = [rng.choice(_OPENERS) + rng.choice(said[q]) if rng.random() < 0.9 else rng.choice(_EMPTY) for q in said]
        rows.append([f"P{number + 1:03}", role, "; ".join(tools), likes, *texts])
        groups.append(group)
    return rows, groups
