"""Assigning new data: which of a study's questions it has, where each person belongs, and how far to rely on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from persona.assigning.placer import SURE
from persona.messages import data_error, sentence
from persona.models.assigning import Assigned, Assignment, PlacedCount
from persona.numerals import counted, people, percent

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from persona.assigning.placer import Placed, Placer
    from persona.models.assigning import Accuracy

NAMED = 5
"""Questions that a sentence names."""
BETTER = 0.1
"""How far between chance and always right a study's own people must be placed, or the places mean nothing."""
STRANGE = 0.2
"""A question in which so large a share of people give answers that the study never had is told."""


def assign(placer: Placer, cells: Mapping[str, Sequence[str]], rows: int) -> Assigned:
    """New people placed among the personas.

    Args:
        placer: what was learnt of the study.
        cells: of each of its questions that the new data has, as the study's questionnaire reads them.
        rows: how many people there are.

    Raises:
        DataError: the data has none of the questions.
    """
    asked = {name: question.column.question for name, question in placer.questions.items()}
    shared = [name for name in asked if name in cells]
    if not shared:
        raise data_error("no_shared_questions", names=_listed(list(asked.values())))
    placed = placer.place(cells, rows)
    accuracy = placer.accuracy(shared)
    people = [_assignment(placer, placed, row) for row in range(rows)]
    lacking = tuple(text for name, text in asked.items() if name not in cells)
    return Assigned(
        sentence=_told(accuracy),
        rows=rows,
        placed=sum(person.persona is not None for person in people),
        accuracy=accuracy,
        personas=tuple(_count(placer, people, at) for at in range(len(placer.personas))),
        lacking=lacking,
        notes=tuple(_notes(placed, people, lacking, asked)),
        assignments=tuple(people),
    )


def _assignment(placer: Placer, placed: Placed, row: int) -> Assignment:
    answered, found = int(placed.answered[row]), placed.probabilities[row]
    if not answered:
        return Assignment(row=row + 1, persona=None, sure=0.0, answered=0)
    first, second = np.argsort(-found, kind="stable")[:2].tolist()
    return Assignment(
        row=row + 1,
        persona=placer.personas[first],
        sure=round(float(found[first]), 4),
        next=placer.personas[second],
        answered=answered,
    )


def _count(placer: Placer, people: Sequence[Assignment], at: int) -> PlacedCount:
    persona = placer.personas[at]
    mine = [person for person in people if person.persona == persona]
    placed = sum(person.persona is not None for person in people)
    return PlacedCount(
        persona=persona,
        people=len(mine),
        sure=sum(person.sure >= SURE for person in mine),
        share=len(mine) / placed if placed else 0.0,
        study_share=float(placer.shares[at]),
    )


def _told(accuracy: Accuracy) -> str:
    """How far to rely on it: on the study's own people, with the very questions of the new data."""
    values = {"right": percent(accuracy.right), "chance": percent(accuracy.chance), "people": people(accuracy.people)}
    is_useful = accuracy.right - accuracy.chance >= BETTER * (1 - accuracy.chance)
    return sentence("assigned" if is_useful else "assigned_by_chance", **values)


def _notes(placed: Placed, people: Sequence[Assignment], lacking: Sequence[str], asked: Mapping[str, str]) -> list[str]:
    notes = []
    if lacking:
        notes.append(sentence("lacks_questions", count=counted(len(lacking), "question"), names=_listed(list(lacking))))
    if nowhere := sum(person.persona is None for person in people):
        notes.append(sentence("nothing_to_place_by", people=counted(nowhere, "row")))
    for name, times in placed.unknown.items():
        said = sum(person.persona is not None for person in people)
        if times >= STRANGE * max(said, 1):
            notes.append(sentence("answers_not_known", question=asked[name], rows=counted(times, "row")))
    return notes


def _listed(questions: Sequence[str]) -> str:
    """The first few, each in quotes."""
    shown = ", ".join(f"“{text}”" for text in questions[:NAMED])
    return f"{shown} …" if len(questions) > NAMED else shown
