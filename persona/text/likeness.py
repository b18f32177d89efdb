"""Whether somebody who wrote one passage counts under a statement made of another: learned from labelled pairs.

No likeness of vectors alone can tell it: opposites lie as near as equals, and a passage that says more counts while one
that says less does not. Trained by training/likeness.py, described in persona/text/data/MODEL_CARD.md.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from persona.text.encoder import sentence_encoder
from persona.text.judging import judges
from persona.text.languages import common_words, negations
from persona.text.passages import plain
from persona.text.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

FEATURES = (
    "meaning",
    "words_meaning",
    "said_of_statement",
    "statement_of_said",
    "held",
    "holding",
    "letters",
    "shorter",
    "longer",
    "few",
    "turned",
    "side_clash",
    "side_gap",
    "kinds_alike",
    "numbers_clash",
    "meaning_far",
    "meaning_side",
    "held_meaning",
    "said_meaning",
    "meaning_squared",
)

OPPOSITE = 0.5


class Read(NamedTuple):
    """What is known of a passage, read once however many pairs it stands in."""

    meaning: Floats
    words: tuple[str, ...]
    vectors: Floats
    weights: Floats
    grams: frozenset[str]
    negated: bool
    sides: tuple[float, float]
    kinds: Floats


class Verdict(NamedTuple):
    """Whether it counts, the chance that it does, and the chance that it says the opposite."""

    counts: bool
    chance: float
    opposite: float

    @property
    def is_opposite(self) -> bool:
        """Whether it more likely says the opposite than not."""
        return self.opposite >= OPPOSITE


def read(texts: Sequence[str], questions: Sequence[str]) -> list[Read]:
    """All that pairs are judged by, one entry a text."""
    encoder = sentence_encoder()
    meaning = encoder.encode([plain(text) for text in texts])
    judged = judges().judge(texts, questions)
    split = [words(plain(text)) for text in texts]
    distinct = sorted({word for some in split for word in some})
    table = encoder.encode_words(distinct)
    norms = np.maximum(np.linalg.norm(table, axis=1, keepdims=True), np.float32(1e-9))
    where = {word: place for place, word in enumerate(distinct)}
    common = common_words()
    found = []
    for text, vector, some, one in zip(texts, meaning, split, judged, strict=True):
        content = tuple(dict.fromkeys(word for word in some if word not in common)) or tuple(dict.fromkeys(some))
        places = [where[word] for word in content]
        weights = np.array([1.0 + 0.1 * min(len(word), 10) for word in content], np.float32)
        found.append(
            Read(
                vector,
                content,
                table[places] / norms[places],
                weights,
                _grams(text),
                _negated(some),
                one.sides,
                np.array(one.chances, np.float32),
            )
        )
    return found


def features(a: Read, b: Read) -> list[float]:
    """The values of FEATURES for statement `a` and the passage `b`."""
    meaning = float(a.meaning @ b.meaning)
    said, held, of_words = _covered(a, b)
    of_said, holding, _ = _covered(b, a)
    small, large = sorted((len(a.words), len(b.words)))
    clash = max(a.sides[0] * b.sides[1], a.sides[1] * b.sides[0])
    gap = abs((a.sides[0] - a.sides[1]) - (b.sides[0] - b.sides[1])) / 2
    letters = len(a.grams & b.grams) / max(1, len(a.grams | b.grams))
    numbers = {word for word in a.words if word.isdigit()} ^ {word for word in b.words if word.isdigit()}
    return [
        meaning,
        of_words,
        said,
        of_said,
        held,
        holding,
        letters,
        float(np.log((len(b.words) + 1) / (len(a.words) + 1))),
        float(np.log1p(large)),
        float(small <= 1),
        float(a.negated != b.negated),
        clash,
        gap,
        float(np.sqrt(a.kinds * b.kinds).sum()),
        float(bool(numbers)),
        meaning * (held < 0.35),
        meaning * gap,
        meaning * held,
        meaning * said,
        meaning * abs(meaning),
    ]


def _covered(a: Read, b: Read) -> tuple[float, float, float]:
    """How much of the words of `a` stands in `b`: by likeness, letter by letter, and both taken as a whole."""
    if not a.words or not b.words:
        return 0.0, 0.0, 0.0
    near = a.vectors @ b.vectors.T
    total = float(a.weights.sum())
    same = set(b.words)
    held = float(sum(weight for word, weight in zip(a.words, a.weights, strict=True) if word in same)) / total
    one, two = a.weights @ a.vectors, b.weights @ b.vectors
    whole = float(one @ two / max(1e-9, float(np.linalg.norm(one) * np.linalg.norm(two))))
    return float(a.weights @ near.max(1)) / total, held, whole


def _grams(text: str) -> frozenset[str]:
    letters = " ".join(words(text))
    return frozenset(letters[place : place + 3] for place in range(max(1, len(letters) - 2)))


def _negated(said: Sequence[str]) -> bool:
    known = negations()
    return sum(word in known or word.endswith("n't") for word in said) % 2 == 1


class Likeness:
    """The trained model: weights over standardised features, and the chance from which a passage counts."""

    def __init__(self, weights: dict[str, Any]) -> None:
        self._weights = {name: value.astype(np.float64) for name, value in weights.items()}

    def judge(self, a: Sequence[Read], b: Sequence[Read]) -> list[Verdict]:
        """One verdict a pair."""
        if not len(a):
            return []
        rows = np.array([features(one, two) for one, two in zip(a, b, strict=True)])
        return self.verdicts(rows)

    def verdicts(self, rows: NDArray[np.float64]) -> list[Verdict]:
        """Verdicts of rows of FEATURES."""
        chances, against = self._chances("counts", rows), self._chances("opposite", rows)
        least, most = float(self._weights["least"]), float(self._weights["most"])
        return [
            Verdict(bool(chance >= least and other < most), round(float(chance), 6), round(float(other), 6))
            for chance, other in zip(chances, against, strict=True)
        ]

    def _chances(self, model: str, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        inputs = (rows - self._weights["middle"]) / self._weights["spread"]
        scores = inputs @ self._weights[model][:-1] + self._weights[model][-1]
        chances: NDArray[np.float64] = 1 / (1 + np.exp(-np.clip(scores, -30, 30)))
        return chances


@lru_cache(maxsize=1)
def likeness() -> Likeness:
    """The model of the install; read once a process."""
    with (
        files("persona.text").joinpath("data/likeness.npz").open("rb") as file,
        np.load(file, allow_pickle=False) as stored,
    ):
        return Likeness({name: stored[name] for name in stored.files})
