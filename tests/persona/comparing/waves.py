"""Two small waves of one study whose groups are given: four kinds of people, told apart by what they answer."""

from __future__ import annotations

import csv
import random
from typing import TYPE_CHECKING

from persona import Experiment
from persona.models import GenerationResult, Persona
from persona.outputs import Output
from tests.answers import segmentation_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from persona.grouping import Segmentation

HEADER = ("Respondent", "Where do you shop?", "What do you cook most?", "When do you decide?", "How happy are you?")
ANSWERS = {
    "planner": ("Market", "Soup", "On Sunday", "5"),
    "improviser": ("Corner shop", "Pasta", "At six", "3"),
    "reader": ("Health shop", "Rice", "Days ahead", "2"),
    "collector": ("Online", "Cake", "Never", "4"),
}
CHANCE = 0.12
"""Share of the cells in which somebody answers like anybody."""


class Given(Output):
    """A run whose groups are known beforehand."""

    def __init__(self, experiment: Experiment, groups: Sequence[int], names: Sequence[str]) -> None:
        run = experiment.new_run()
        super().__init__(run.path, experiment, run)
        self._groups, self._names = segmentation_of(groups), names

    def result(self) -> GenerationResult:
        personas = tuple(
            Persona.model_construct(index=index, name=name, label=name, statements=(), quotes=())
            for index, name in enumerate(self._names, start=1)
        )
        sources = tuple(source.report for source in self.experiment.sources)
        return GenerationResult.model_construct(personas=personas, sources=sources, weight=None)

    def segmentation(self) -> Segmentation:
        return self._groups


def wave(
    folder: Path, people: Sequence[str], *, seed: int, ids: int = 0, scale: float = 1.0, disguised: bool = False
) -> Given:
    """A study of these people, in groups by their kind in the order in which kinds first come.

    Args:
        folder: a new one.
        people: the kind of each.
        seed: of what they answer.
        ids: the number of the first of them.
        scale: by which the ratings are multiplied.
        disguised: with columns and rows in another order, and numbers before the questions.
    """
    rnd = random.Random(seed)
    kinds = list(dict.fromkeys(people))
    lines = [[f"P{ids + at}", *_answers(kind, rnd, scale)] for at, kind in enumerate(people)]
    header, rows = list(HEADER), list(zip(lines, people, strict=True))
    if disguised:
        order = rnd.sample(range(len(header)), len(header))
        header = [f"Q{at}. {HEADER[place]}" for at, place in enumerate(order, start=1)]
        rows = [([line[place] for place in order], kind) for line, kind in rnd.sample(rows, len(rows))]
    folder.mkdir()
    path = folder / "answers.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *(line for line, _ in rows)])
    experiment = Experiment.create(folder.name, [path], root=folder / "experiments")
    return Given(experiment, [kinds.index(kind) + 1 for _, kind in rows], kinds)


def _answers(kind: str, rnd: random.Random, scale: float) -> list[str]:
    whose = [kind if rnd.random() > CHANCE else rnd.choice(list(ANSWERS)) for _ in ANSWERS[kind]]
    cells = [ANSWERS[each][at] for at, each in enumerate(whose)]
    rating = min(5, max(1, int(cells[-1]) + rnd.choice((-1, 0, 0, 1))))
    return [*cells[:-1], f"{rating * scale:g}"]


def crowd(**kinds: int) -> list[str]:
    """So many of each kind."""
    return [kind for kind, count in kinds.items() for _ in range(count)]
