"""Small surveys: a few questions carry groups (or a dependence without any), many others have nothing to do with them.

What a team's own survey looks like: 60 to 600 people, some ratings or choices that belong together, and columns beside
them (hours, staff, attendance, plans, tools, a comment). `NULLS` hang together and hold no groups.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Cells = list[str]

Kind = Literal["level", "profile", "choices", "mixed"]
KINDS: tuple[Kind, ...] = ("level", "profile", "choices", "mixed")
"""All items higher in one group than the next; high here and low there; choices; ratings, choices and a slider."""
Null = Literal["independent", "factor", "ceiling", "two factors", "usage", "style", "yes/no factor"]
NULLS: tuple[Null, ...] = ("independent", "factor", "ceiling", "two factors", "usage", "style", "yes/no factor")

_SPREAD = 0.75  # of an answer around its group's mean, on a scale of 1 to 5
_OWN = 0.75  # of a group that give its own answer to a choice
_WORDS = (
    "the app is slow in the morning", "nothing to add", "please open longer on Fridays", "prices went up again",
    "my colleague uses it more than I do", "we moved to a new office", "support answered after two days",
    "I would like a printed list", "training was on a rainy day", "it works as it should", "the menu is hard to find",
    "we need more colours", "the invoice came twice", "I only use it on my phone",
)  # fmt: skip


@dataclass(frozen=True)
class SmallSurvey:
    """Cells and truth: `groups[i]` belongs to row i + 1; all 0 where there are none."""

    header: list[str]
    rows: list[list[str]]
    groups: Ints

    def write(self, path: Path) -> None:
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([self.header, *self.rows])


def planted_survey(*, people: int, groups: int, kind: Kind, informative: int, noise: int, seed: int) -> SmallSurvey:
    """`informative` questions carry the groups, `noise` others do not. The same arguments give the same survey."""
    rng = np.random.default_rng([seed, people, groups, KINDS.index(kind), informative, noise])
    share = rng.dirichlet(np.full(groups, 20.0))
    member = rng.choice(groups, people, p=share)
    kinds = {"level": "r", "profile": "r", "choices": "c", "mixed": "rcrsrc"}[kind]
    columns = {}
    for item in range(informative):
        what = kinds[item % len(kinds)]
        order = np.arange(groups) if kind == "level" else rng.permutation(groups)
        if what == "c":
            columns[f"Which of these fits you best, {item + 1}?"] = _choice(rng, order[member], max(groups, 3))
        elif what == "s":
            columns["How confident are you (0 to 100)?"] = _slider(rng, order[member], groups)
        else:
            columns[f"How satisfied are you with part {item + 1}?"] = _rating(rng, order[member], groups)
    return _survey(rng, columns, member, noise)


def null_survey(*, people: int, null: Null, informative: int, noise: int, seed: int) -> SmallSurvey:
    """`informative` questions that hang together (or not) without any groups, and `noise` others."""
    rng = np.random.default_rng([seed, people, NULLS.index(null), informative, noise, 9])
    return _survey(rng, _NULLS[null](rng, people, informative), np.zeros(people, np.int64), noise)


def _survey(rng: np.random.Generator, columns: dict[str, Cells], groups: Ints, noise: int) -> SmallSurvey:
    people = len(groups)
    columns = {**columns, **_noise(rng, people, noise)}
    names = list(columns)
    rng.shuffle(names)
    cells = [[f"P{i:04}" for i in range(1, people + 1)], *(columns[name] for name in names)]
    return SmallSurvey(["Respondent", *names], [list(row) for row in zip(*cells, strict=True)], groups)


def _rating(rng: np.random.Generator, place: Ints, groups: int) -> Cells:
    """Means from 1.8 to 4.2, evenly spaced; one in twenty did not answer."""
    means = np.linspace(1.8, 4.2, groups)
    return _stars(rng, means[place] + rng.normal(scale=_SPREAD, size=len(place)))


def _stars(rng: np.random.Generator, latent: Floats, top: int = 5) -> Cells:
    blank = rng.random(len(latent)) < 0.05
    answers = np.clip(np.round(latent), 1, top).astype(int)
    return ["" if gone else str(a) for a, gone in zip(answers.tolist(), blank.tolist(), strict=True)]


def _choice(rng: np.random.Generator, place: Ints, options: int) -> Cells:
    anything = rng.integers(options, size=len(place))
    chosen = np.where(rng.random(len(place)) < _OWN, place, anything)
    names = ("Planning ahead", "On the spot", "With others", "By rote", "As told")
    return [names[i] for i in chosen.tolist()]


def _slider(rng: np.random.Generator, place: Ints, groups: int) -> Cells:
    means = np.linspace(35, 85, groups)
    return [f"{v:.0f}" for v in np.clip(means[place] + rng.normal(scale=12, size=len(place)), 0, 100).tolist()]


def _noise(rng: np.random.Generator, people: int, count: int) -> dict[str, Cells]:
    made: tuple[Callable[[], Cells], ...] = (
        lambda: [f"{v:.0f}" for v in np.exp(rng.normal(2.5, 0.8, people)).tolist()],
        lambda: rng.choice(["Marketing", "Sales", "Care", "Office"], people, p=[0.4, 0.3, 0.2, 0.1]).tolist(),
        lambda: _stars(rng, rng.normal(3.4, 1.0, people)),
        lambda: rng.choice(["Yes", "No"], people, p=[0.6, 0.4]).tolist(),
        lambda: [str(_WORDS[i]) for i in rng.integers(len(_WORDS), size=people).tolist()],
        lambda: _ticked(rng, people),
        lambda: [str(v) for v in np.clip(np.round(rng.normal(7, 2, people)), 0, 10).astype(int).tolist()],
    )
    names = (
        "Hours a week", "Team of the person", "How easy was step", "Was invited to event", "Anything else about area",
        "Tools used for task", "How likely to recommend offer",
    )  # fmt: skip
    return {f"{names[i % len(names)]} {i // len(names) + 1}": made[i % len(made)]() for i in range(count)}


def _ticked(rng: np.random.Generator, people: int) -> Cells:
    ticked = rng.random((people, 5)) < 0.35
    return ["; ".join(f"Tool {'ABCDE'[i]}" for i in np.nonzero(row)[0]) for row in ticked]


def _factor(rng: np.random.Generator, people: int, items: int, middle: float = 3.2) -> dict[str, Cells]:
    """One continuous factor, satisfied to dissatisfied."""
    common = rng.normal(size=people)
    loading = rng.uniform(0.7, 1.1, items)
    return {
        f"How satisfied are you with part {i + 1}?": _stars(
            rng, middle + loading[i] * common + rng.normal(scale=0.7, size=people)
        )
        for i in range(items)
    }


def _two_factors(rng: np.random.Generator, people: int, items: int) -> dict[str, Cells]:
    common = rng.normal(size=(people, 2))
    return {
        f"How satisfied are you with part {i + 1}?": _stars(
            rng, 3.2 + common[:, i % 2] + rng.normal(scale=0.7, size=people)
        )
        for i in range(items)
    }


def _usage(rng: np.random.Generator, people: int, items: int) -> dict[str, Cells]:
    """Counts of use, skewed, all more for those who use the thing more."""
    common = rng.normal(size=people)
    counts = {
        f"Times opened part {i + 1}": rng.poisson(np.exp(1.2 + 0.8 * common + rng.normal(scale=0.5, size=people)))
        for i in range(items)
    }
    return {name: [str(v) for v in column.tolist()] for name, column in counts.items()}


def _style(rng: np.random.Generator, people: int, items: int) -> dict[str, Cells]:
    """Nothing but acquiescence and extreme answering."""
    extreme = np.exp(rng.normal(scale=0.4, size=people))
    agrees = rng.normal(scale=0.5, size=people)
    return {
        f"How satisfied are you with part {i + 1}?": _stars(rng, 3.0 + agrees + extreme * rng.normal(size=people))
        for i in range(items)
    }


def _yes_no(rng: np.random.Generator, people: int, items: int) -> dict[str, Cells]:
    common = rng.normal(size=people)
    odds = rng.normal(scale=0.7, size=items)[:, None] + 1.5 * common
    ticked = rng.random((items, people)) < 1 / (1 + np.exp(-odds))
    return {
        f"Do you use feature {i + 1}?": ["Yes" if yes else "No" for yes in row] for i, row in enumerate(ticked.tolist())
    }


_NULLS: dict[Null, Callable[[np.random.Generator, int, int], dict[str, Cells]]] = {
    "independent": lambda rng, people, items: {
        f"How satisfied are you with part {i + 1}?": _stars(rng, rng.normal(3.2, 1.0, people)) for i in range(items)
    },
    "factor": _factor,
    "ceiling": lambda rng, people, items: _factor(rng, people, items, middle=4.5),
    "two factors": _two_factors,
    "usage": _usage,
    "style": _style,
    "yes/no factor": _yes_no,
}
