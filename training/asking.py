"""Train the model of persona/text/asking.py on wordings of our own, and measure it on wordings and languages left out.

    python -m training.asking [--write]

Ridge regression onto what a wording asks for: a kind, nothing, or a benefit ("what problems does it solve for you" asks
for what is liked, what is done with it and why). No data set is used.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from persona.text import asking
from persona.text.asking import ASKED
from training.judges import ridge
from training.labelled import OURS, question_seeds

if TYPE_CHECKING:
    from collections.abc import Sequence

OUT = Path(asking.__file__).parent / "data" / "asking.npz"
PENALTY = 0.3
TEMPERATURE = 8.0
FOLDS = 5


class Wording(NamedTuple):
    """One question and what it asks for."""

    language: str
    asked: str
    text: str


def wordings() -> list[Wording]:
    """Those of the seeds, which are English, and those of `questions.json`, by kind and language."""
    found = [Wording("en", kind, text) for kind, text in question_seeds()]
    stored = json.loads((OURS / "questions.json").read_text(encoding="utf-8"))
    for name, by_language in stored.items():
        for language, texts in by_language.items():
            found += [Wording(language, name, text) for text in texts]
    return found


def trained(rows: np.ndarray, known: Sequence[Wording]) -> np.ndarray:
    """Weights; wordings of rare kinds count more, by the root of how rare they are."""
    wanted = np.array([[float(one.asked == name) for name in ASKED] for one in known])
    size = Counter(one.asked for one in known)
    weights = np.array([size[one.asked] ** -0.5 for one in known])
    return ridge(rows.astype(np.float64), wanted, weights / weights.mean(), PENALTY)


def held_out(rows: np.ndarray, every: Sequence[Wording], parts: Sequence[object]) -> np.ndarray:
    """Scores of each wording by a model that has seen none of its part."""
    scores = np.zeros((len(every), len(ASKED)))
    for part in sorted(set(parts), key=str):
        left = np.array([one == part for one in parts])
        seen = [one for one, is_left in zip(every, left, strict=True) if not is_left]
        scores[left] = rows[left] @ trained(rows[~left], seen)
    return scores


def table(label: str, scores: np.ndarray, every: Sequence[Wording], names: Sequence[str]) -> None:
    """How often the likeliest kind is one that is asked for, for each name."""
    right = np.array([ASKED[int(best)] == one.asked for best, one in zip(scores.argmax(1), every, strict=True)])
    chances = np.exp(scores * TEMPERATURE)
    chances /= chances.sum(1, keepdims=True)
    sure = np.delete(chances, ASKED.index("none"), axis=1).max(1) >= asking.SURE
    told = ", ".join(
        f"{name} {right[[one == name for one in names]].mean():.2f}" for name in dict.fromkeys(sorted(names))
    )
    print(f"{label}: {right.mean():.3f} of {len(every)}; {told}")
    print(f"  sure: {sure.mean():.2f}, of these right {right[sure].mean():.3f}")


def main() -> None:
    """Print the held-out figures; with --write, store the model of all wordings."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    every = wordings()
    rows = asking.inputs([one.text for one in every])
    folds = [place % FOLDS for place in range(len(every))]
    by_fold = held_out(rows, every, folds)
    table("a fifth left out, by language", by_fold, every, [one.language for one in every])
    table("a fifth left out, by kind", by_fold, every, [one.asked for one in every])
    languages = [one.language for one in every]
    table("a language left out", held_out(rows, every, languages), every, languages)
    if options.write:
        weights = trained(rows, every).astype(np.float16)
        np.savez_compressed(OUT, allow_pickle=False, weights=weights, temperature=np.array(TEMPERATURE, np.float32))
        print(f"{OUT}: {OUT.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
