"""A survey with planted personas: cells as messy as people make them, and the truth beside.

The same arguments give the same bytes. Every column alone separates only some personas; a style of agreeing moves all
ratings together, and wave, channel, reward and country hang together for reasons of their own.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.planted.answers import Habits, draw, share
from benchmarks.planted.book import PARTS, book, header
from benchmarks.planted.phrases import banks, written

ROWS_AT_ONCE = 50_000
TRUTH = ("persona", "goal_theme", "frustration_theme", "behaviour_theme")


@dataclass
class Truth:
    """What was planted: a line a row, and the words by which each persona's goals and frustrations are known."""

    rows: list[dict[str, str]] = field(default_factory=list)
    keywords: dict[str, list[list[str]]] = field(default_factory=dict)
    words: dict[str, list[list[str]]] = field(default_factory=dict)
    """goal, frustration, behaviour -> the words by which each of its themes is known."""


def make_survey(path: Path, *, rows: int, personas: int, noise: float, seed: int) -> Truth:
    """Write the survey to `path`; `noise` from 0 (clean) to 1 (nothing left to find)."""
    top = np.random.default_rng([seed, 1])
    rnd = random.Random(seed * 7919 + 13)
    everybody = book()["personas"]
    chosen = [everybody[i] for i in top.permutation(len(everybody))[:personas]]
    shares = share(1.0 / np.arange(1, personas + 1) ** 0.45)
    phrases = banks(chosen, rnd)
    habits = Habits(chosen, noise, top)
    truth = Truth(
        keywords={p["key"]: [words for words, _ in (*p["goals"], *p["frustrations"])] for p in chosen},
        words={part.removesuffix("s"): [words for p in chosen for words, _ in p[part]] for part in PARTS},
    )
    with path.open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header())
        for number, start in enumerate(range(0, rows, ROWS_AT_ONCE)):
            rng = np.random.default_rng([seed, 2, number])
            member = rng.choice(personas, min(ROWS_AT_ONCE, rows - start), p=shares)
            made = draw(habits, member, shares, rng)
            texts = {part: written(part, phrases[part], chosen, member, noise, rng) for part in PARTS}
            keys = [chosen[m]["key"] for m in member.tolist()]
            lines, planted = _lines(start, habits, made, texts, keys, rng)
            out.writerows(lines)
            truth.rows += [dict(zip(TRUTH, row, strict=True)) for row in planted]
    return truth


def _lines(
    start: int,
    habits: Habits,
    made: dict[str, Any],
    texts: dict[str, tuple[list[str], list[str]]],
    keys: list[str],
    rng: np.random.Generator,
) -> tuple[list[list[Any]], list[tuple[str, ...]]]:
    """Lines of the file, and what was planted in each; a few people send twice."""
    known, people = book(), len(keys)
    extra_odds, extra_at = rng.random(people), rng.integers(0, len(known["extra"]), people)
    extra = [
        known["extra"][i] if odds < 0.22 else ("" if odds > 0.27 else known["chat"][i])
        for odds, i in zip(extra_odds.tolist(), extra_at.tolist(), strict=True)
    ]
    cells = _messy(made, rng.random((people, 6)))
    again = rng.random(people) < 0.008
    source = (rng.random(people) * np.arange(people)).astype(int)
    columns: list[Any] = [
        [f"R{start + i + 1:07d}" for i in range(people)],
        made["at"],
        [known["waves"][i] for i in made["wave"].tolist()],
        [known["channels"][i] for i in made["channel"].tolist()],
        [known["rewards"][i] for i in made["reward"].tolist()],
        cells["country"],
        cells["age"],
        [habits.roles[i] for i in made["role"].tolist()],
        cells["team"],
        made["years"].tolist(),
        [known["often"][i] for i in made["often"].tolist()],
        cells["hours"],
        cells["spend"],
        [known["plans"][i] for i in made["plan"].tolist()],
        list(_ticked(made["tools"], habits.tools)),
        list(_ticked(made["features"], habits.features)),
        *([known["agree"][v - 1] for v in column] for column in made["of five"].T.tolist()),
        *made["of seven"].T.tolist(),
        made["nps"].tolist(),
        *(texts[part][0] for part in PARTS),
        extra,
    ]
    lines = [list(line) for line in zip(*columns, strict=True)]
    planted = list(zip(keys, *(texts[part][1] for part in PARTS), strict=True))
    for i in np.flatnonzero(again).tolist():
        other = int(source[i])
        if other < i and not again[other]:
            lines[i] = [lines[i][0], *lines[other][1:]]
            planted[i] = planted[other]
    return lines, planted


def _messy(made: dict[str, Any], odds: Any) -> dict[str, list[str]]:
    """Numbers and countries as people write them."""
    countries = book()["countries"]
    country = [countries[i][0] for i in made["country"].tolist()]
    age, team = made["age"].astype(str).tolist(), made["team"].astype(str).tolist()
    hours = [f"{hours:g}" for hours in np.round(made["hours"] * 2) / 2]
    spend = [str(spent) for spent in made["spend"].round().astype(int)]
    for i in _chosen(odds[:, 0] < 0.06):
        other = countries[made["country"][i]][1]
        country[i] = other[i % len(other)]
    for i in _chosen(odds[:, 1] < 0.03):
        old = int(made["age"][i])
        age[i] = ("", "prefer not to say", f"{old // 10 * 10}s", f"{old} years")[i % 4]
    for i in _chosen(odds[:, 2] < 0.04):
        least = int(made["hours"][i]) + 1
        hours[i] = (f"about {least}", f"{least}-{least + 2}", "", f"{least} h")[i % 4]
    for i in _chosen(odds[:, 3] < 0.15):
        spent = int(made["spend"][i])
        spend[i] = ("", f"${spent}", f"{spent:,}", "0", "", f"approx. {spent}")[i % 6]
    for i in _chosen(odds[:, 4] < 0.02):
        team[i] = ("just me", "", "10+")[i % 3]
    return {"country": country, "age": age, "team": team, "hours": hours, "spend": spend}


def _chosen(which: Any) -> list[int]:
    found: list[int] = np.flatnonzero(which).tolist()
    return found


def _ticked(chosen: Any, names: list[str]) -> Iterator[str]:
    """The names of what each person ticked."""
    rows, columns = np.nonzero(chosen)
    ticked = [names[i] for i in columns.tolist()]
    cuts = np.searchsorted(rows, np.arange(len(chosen) + 1)).tolist()
    for first, last in pairwise(cuts):
        yield "; ".join(ticked[first:last])
