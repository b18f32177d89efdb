"""Train persona/text/everyday.py and measure it on languages that it has not seen.

    python -m training.everyday [--write]

A logistic regression over a word's meaning and how common it is. Everyday are the commonest words of a language
(persona/text/data/languages.json); the others are words of our invented sentences that are in no such list. Some of
those are everyday, too, so what is printed of them is an upper bound of what is wrongly left out.
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from pathlib import Path

import numpy as np

from persona.text import everyday
from persona.text.languages import common_words, languages
from persona.text.words import words

OUT = Path(everyday.__file__).parent / "data" / "everyday.npz"
INVENTED = Path(__file__).parent / "labels" / "invented.csv"
STRENGTH = 1.0
UNSPACED = ("ja",)
"""Languages whose words are pairs of letters here: no word has a meaning of its own."""


def labelled() -> dict[str, tuple[list[str], list[str]]]:
    """Language -> its everyday words, and others that people write."""
    written: dict[str, set[str]] = defaultdict(set)
    with INVENTED.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            written[row["language"]].update(words(row["text"]))
    common = common_words()
    return {
        code: (
            sorted(word for word in languages()[code].common if len(word) > 1),
            sorted(word for word in some if len(word) > 1 and word.isalpha() and word not in common),
        )
        for code, some in sorted(written.items())
        if code not in UNSPACED
    }


def fit(everyday_words: list[str], others: list[str]) -> np.ndarray:
    from sklearn.linear_model import LogisticRegression

    truth = np.repeat([1, 0], [len(everyday_words), len(others)])
    model = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=4000)
    model.fit(everyday.values(everyday_words + others), truth)
    return np.append(model.coef_[0], model.intercept_[0])


def found(weights: np.ndarray, some: list[str]) -> float:
    """The share of these words that is taken for everyday."""
    return float(np.mean(everyday.values(some) @ weights[:-1] + weights[-1] > 0))


def main() -> None:
    """Each language by a model of the others; then the file of the install."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    write = parser.parse_args().write
    sets = labelled()
    for left_out, (own, others) in sets.items():
        rest = [some for code, some in sets.items() if code != left_out]
        weights = fit([word for some, _ in rest for word in some], [word for _, some in rest for word in some])
        print(f"{left_out}: {found(weights, own):.2f} of {len(own)} found, {found(weights, others):.2f} of others")
    if write:
        whole = fit(
            [word for some, _ in sets.values() for word in some], [word for _, some in sets.values() for word in some]
        )
        np.savez_compressed(OUT, weights=whole.astype(np.float32))
        print(f"{OUT}: {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
