"""A second kind of survey with known groups, built unlike the planted one, to see whether grouping holds elsewhere.

Latent classes of unequal size; batteries with continuous factors of their own, with acquiescence and extreme answering;
a clique of four columns about the site and four correlated numbers that have nothing to do with the classes; texts of
made-up words with topics; missing cells. Column names say nothing. `strength` 0 is a survey without any groups.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

STRENGTHS = {"high": 1.0, "middle": 0.7, "low": 0.45}
AGREE = ("Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree")
MISSING = 0.06
_SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u")]


@dataclass(frozen=True)
class SecondSurvey:
    """Cells and truth: `classes[i]` belongs to row i + 1."""

    header: list[str]
    rows: list[list[str]]
    classes: Ints

    def write(self, path: Path) -> None:
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([self.header, *self.rows])


def second_survey(*, rows: int, classes: int, strength: float, seed: int) -> SecondSurvey:
    """The same arguments give the same survey."""
    rng = np.random.default_rng([seed, classes, rows])
    share = rng.dirichlet(np.full(classes, 8.0)) * 0.7 + 0.3 / classes
    member = rng.choice(classes, rows, p=share)
    columns: list[list[str]] = [[f"A{i:05}" for i in range(1, rows + 1)]]
    columns += _battery(rng, member, classes, strength, items=7, words=True)
    columns += _battery(rng, member, classes, strength, items=6, words=False)
    columns += _categories(rng, member, classes, strength, sizes=(4, 3, 5))
    columns += _yes_no(rng, member, classes, strength, items=4)
    columns += _numbers(rng, member, classes, strength, count=3)
    columns += [_options(rng, member, classes, strength, options=size) for size in (9, 12)]
    columns += _sites(rng, rows)
    columns += _correlated_noise(rng, rows)
    columns += [_texts(rng, member, classes, strength) for _ in range(2)]
    blank = rng.random((len(columns), rows)) < MISSING
    blank[0] = False
    cells = [
        ["" if gone else cell for cell, gone in zip(c, b, strict=True)] for c, b in zip(columns, blank, strict=True)
    ]
    header = ["Respondent", *(f"Question {i}" for i in range(1, len(columns)))]
    return SecondSurvey(header, [list(row) for row in zip(*cells, strict=True)], member)


def _battery(
    rng: np.random.Generator, member: Ints, classes: int, strength: float, *, items: int, words: bool
) -> list[list[str]]:
    people, steps = len(member), 5 if words else 7
    offsets = strength * 0.8 * rng.normal(size=(classes, items))
    loadings = rng.normal(scale=0.6, size=(2, items))
    factors = rng.normal(size=(people, 2)) @ loadings
    acquiescence = rng.normal(scale=0.5, size=(people, 1))
    extreme = np.exp(rng.normal(scale=0.35, size=(people, 1)))
    latent = extreme * (offsets[member] + factors + rng.normal(scale=0.9, size=(people, items))) + acquiescence
    answers = np.clip(np.round((steps + 1) / 2 + latent * steps / 6), 1, steps).astype(int)
    return [[AGREE[a - 1] if words else str(a) for a in column] for column in answers.T.tolist()]


def _tilted(rng: np.random.Generator, classes: int, size: int, strength: float) -> Floats:
    """A distribution over `size` answers for each class, tilted from a common one."""
    base = rng.dirichlet(np.full(size, 3.0))
    odds = np.log(base) + strength * 1.1 * rng.normal(size=(classes, size))
    tilted: Floats = np.exp(odds)
    tilted /= tilted.sum(1, keepdims=True)
    return tilted


def _pick(rng: np.random.Generator, distribution: Floats) -> Ints:
    """One draw a row."""
    drawn = (distribution.cumsum(1) < rng.random((len(distribution), 1))).sum(1)
    out: Ints = np.minimum(drawn, distribution.shape[1] - 1)
    return out


def _categories(
    rng: np.random.Generator, member: Ints, classes: int, strength: float, *, sizes: tuple[int, ...]
) -> list[list[str]]:
    drawn = [_pick(rng, _tilted(rng, classes, size, strength)[member]) for size in sizes]
    return [[f"Kind {'ABCDE'[i]}" for i in column.tolist()] for column in drawn]


def _yes_no(rng: np.random.Generator, member: Ints, classes: int, strength: float, *, items: int) -> list[list[str]]:
    odds = rng.normal(scale=0.6, size=items) + strength * 1.1 * rng.normal(size=(classes, items))
    ticked = rng.random((len(member), items)) < 1 / (1 + np.exp(-odds[member]))
    return [["Yes" if yes else "No" for yes in column] for column in ticked.T.tolist()]


def _numbers(rng: np.random.Generator, member: Ints, classes: int, strength: float, *, count: int) -> list[list[str]]:
    offsets = strength * 0.7 * rng.normal(size=(classes, count))
    values = np.exp(2.5 + offsets[member] + rng.normal(scale=0.9, size=(len(member), count)))
    return [[f"{value:.0f}" for value in column] for column in values.T.tolist()]


def _options(rng: np.random.Generator, member: Ints, classes: int, strength: float, *, options: int) -> list[str]:
    odds = rng.normal(-0.9, 0.6, size=options) + strength * 0.9 * rng.normal(size=(classes, options))
    eagerness = rng.normal(scale=0.4, size=(len(member), 1))
    ticked = rng.random((len(member), options)) < 1 / (1 + np.exp(-odds[member] - eagerness))
    names = [f"Choice {i + 1}" for i in range(options)]
    return ["; ".join(name for name, yes in zip(names, row, strict=True) if yes) for row in ticked.tolist()]


def _sites(rng: np.random.Generator, rows: int) -> list[list[str]]:
    """Four columns that follow one another and nothing else."""
    site = rng.choice(5, rows)
    tables = [rng.dirichlet(np.full(size, 0.25), size=5) for size in (4, 5, 3)]
    others = [_pick(rng, table[site]) for table in tables]
    return [[f"Place {i + 1}" for i in column.tolist()] for column in (site, *others)]


def _correlated_noise(rng: np.random.Generator, rows: int) -> list[list[str]]:
    common = rng.normal(size=(rows, 1))
    values = 50 + 12 * (0.75 * common + 0.66 * rng.normal(size=(rows, 4)))
    return [[f"{value:.1f}" for value in column] for column in values.T.tolist()]


def _texts(rng: np.random.Generator, member: Ints, classes: int, strength: float) -> list[str]:
    """Each answer draws its words from one topic and from what everybody says; classes prefer topics."""
    topics = classes + 3
    preference = _tilted(rng, classes, topics, 1.6 * strength)
    everyday = ["".join(rng.choice(_SYLLABLES, 2)) for _ in range(60)]
    themes = [["".join(rng.choice(_SYLLABLES, 3)) for _ in range(22)] for _ in range(topics)]
    topic = _pick(rng, preference[member])
    out = []
    for theme in topic.tolist():
        about = rng.choice(themes[theme], rng.integers(2, 6))
        words = [*about, *rng.choice(everyday, rng.integers(3, 9))]
        rng.shuffle(words)
        out.append(" ".join(words).capitalize() + ".")
    return out
