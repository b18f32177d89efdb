"""Train the model of persona/text/closed.py on wordings of our own; measure it on domains and languages left out.

    python -m training.closed [--write]

Ridge regression onto what a closed question asks for, taught three kinds of wordings: the questions of `closed.csv`,
which alone are measured; frames of questions, each around the things of many domains, so that it learns how something
is asked and not of what ("How satisfied are you with {x}?"); and open questions that ask for the same. What is of a
domain or a language that is left out teaches nothing, be it a question or a frame. No data set is used.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from persona.text import closed
from persona.text.asking import inputs
from persona.text.closed import ASKED, SURE
from training.asking import wordings as open_wordings
from training.judges import ridge
from training.labelled import OURS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

OUT = Path(closed.__file__).parent / "data" / "closed.npz"
PENALTY = 0.3
TEMPERATURE = 8.0
OPEN_COUNTS = 0.3
FRAMED_COUNTS = 0.1
"""What a wording of an open question, and a frame around one thing, count beside a closed question."""
EACH = 3
"""A frame stands around every third thing, another frame of its kind around others."""
OPEN = {"frustration": "trouble", "delight": "satisfaction", **{one: one for one in ("need", "goal", "motivation")}}
"""What is asked openly -> what is asked where answers are offered."""


class Wording(NamedTuple):
    """One question, what it asks for, and of which domain it is, "" for any; only those that count `1` are measured."""

    language: str
    domain: str
    asked: str
    text: str
    counts: float = 1.0


def wordings() -> list[Wording]:
    """Those of `closed.csv`, then frames and wordings of open questions, which only teach."""
    with (OURS / "closed.csv").open(encoding="utf-8", newline="") as file:
        found = [Wording(row["language"], row["domain"], row["kind"], row["text"]) for row in csv.DictReader(file)]
    known = {one.text for one in found}
    return [*found, *(one for one in [*_framed(), *_asked_openly()] if one.text not in known)]


def _framed() -> Iterator[Wording]:
    frames = json.loads((OURS / "closed_frames.json").read_text(encoding="utf-8"))
    for language, by_kind in frames.items():
        things = by_kind.pop("things")
        for kind, texts in by_kind.items():
            for place, text in enumerate(texts):
                for domain, thing in list(things.items())[place % EACH :: EACH]:
                    yield Wording(language, domain, kind, text.format(x=thing), FRAMED_COUNTS)


def _asked_openly() -> Iterator[Wording]:
    for one in open_wordings():
        if kind := OPEN.get(one.asked):
            yield Wording(one.language, "", kind, one.text, OPEN_COUNTS)


def trained(rows: np.ndarray, known: Sequence[Wording]) -> np.ndarray:
    """Weights; wordings of rare kinds count more, by the root of how rare they are."""
    wanted = np.array([[float(one.asked == name) for name in ASKED] for one in known])
    size = Counter(one.asked for one in known)
    weights = np.array([size[one.asked] ** -0.5 * one.counts for one in known])
    return ridge(rows.astype(np.float64), wanted, weights / weights.mean(), PENALTY)


def held_out(rows: np.ndarray, every: Sequence[Wording], parts: Sequence[str]) -> np.ndarray:
    """Chances of each wording by a model that has seen none of its part; "" is the part of no wording that counts."""
    chances = np.full((len(every), len(ASKED)), np.nan)
    for part in sorted(set(parts) - {""}):
        left = np.array([one == part for one in parts])
        seen = [one for one, is_left in zip(every, left, strict=True) if not is_left]
        scores = np.exp(rows[left] @ trained(rows[~left], seen) * TEMPERATURE)
        chances[left] = scores / scores.sum(1, keepdims=True)
    return chances


def interval(right: int, of: int) -> str:
    """A share with its 95 % interval (Wilson, 1927)."""
    if not of:
        return "none"
    share, z = right / of, 1.96
    middle, half = share + z * z / (2 * of), z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    scale = 1 + z * z / of
    return f"{share:.2f} [{(middle - half) / scale:.2f}, {(middle + half) / scale:.2f}] of {of}"


def table(title: str, chances: np.ndarray, every: Sequence[Wording], names: Sequence[str]) -> None:
    """How often the likeliest kind is right, in all and for each name, and where the model is sure."""
    counts = np.array([one.counts == 1 for one in every]) & ~np.isnan(chances[:, 0])
    right = np.array([ASKED[int(best)] == one.asked for best, one in zip(chances.argmax(1), every, strict=True)])
    sure = counts & (chances.max(1) >= SURE)
    print(f"{title}: {interval(int(right[counts].sum()), int(counts.sum()))}")
    print(f"  sure of {sure.sum() / counts.sum():.2f}: {interval(int(right[sure].sum()), int(sure.sum()))}")
    for name in sorted({name for name, one in zip(names, counts, strict=True) if one}):
        mine = counts & np.array([one == name for one in names])
        told = mine & sure
        print(
            f"  {name}: {interval(int(right[mine].sum()), int(mine.sum()))}; "
            f"sure: {interval(int(right[told].sum()), int(told.sum()))}"
        )


def main() -> None:
    """Print the held-out figures; with --write, store the model of all wordings."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    every = wordings()
    rows = inputs([one.text for one in every])
    domains, languages = [one.domain for one in every], [one.language for one in every]
    by_domain = held_out(rows, every, domains)
    table("a domain left out", by_domain, every, domains)
    table("the same, by kind", by_domain, every, [one.asked for one in every])
    table("a language left out", held_out(rows, every, languages), every, languages)
    if options.write:
        weights = trained(rows, every).astype(np.float16)
        np.savez_compressed(OUT, allow_pickle=False, weights=weights, temperature=np.array(TEMPERATURE, np.float32))
        print(f"{OUT}: {OUT.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
