"""Whether somebody who wrote one passage counts under a statement made of another: learned from labelled pairs.

No likeness of vectors alone can tell it: opposites lie as near as equals, and a passage that says more counts while one
that says less does not. Trained by training/likeness.py, described in persona/text/data/MODEL_CARD.md.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from persona.text.encoder import sentence_encoder
from persona.text.judging import judges
from persona.text.languages import common_words, negations
from persona.text.passages import plain
from persona.text.words import words
from persona.weights import stored

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

BY_WORDS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 14)
"""Places in FEATURES that need no encoder: what passages are judged by that are too many to be read deep."""
OPPOSITE = 0.5
DENIED = 0.9
"""The chance of the opposite, at least, where two passages have the same words and one of them is turned round."""


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
    judged = judges().judge(texts, questions, meaning)
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
        weights = np.array([weight(word) for word in content], np.float32)
        found.append(
            Read(
                vector,
                content,
                table[places] / norms[places],
                weights,
                grams(text),
                is_negated(some),
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


def grams(text: str) -> frozenset[str]:
    """Three neighbouring letters each, words evened."""
    letters = " ".join(words(text))
    return frozenset(letters[place : place + 3] for place in range(max(1, len(letters) - 2)))


def weight(word: str) -> float:
    """What a word counts: long ones more."""
    return 1.0 + 0.1 * min(len(word), 10)


def is_negated(said: Sequence[str]) -> bool:
    """Whether an odd number of negations stands among the words.

    Where a script writes no spaces, each letter begins one pair of letters: a negation of one letter is known by it.
    """
    known = negations()
    return sum(word in known or word.endswith("n't") or (len(word) == 2 and word[0] in known) for word in said) % 2 == 1


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
        return [
            Verdict(bool(counts), float(chance), float(other))
            for counts, chance, other in zip(*self.arrays(rows), strict=True)
        ]

    def arrays(
        self, rows: NDArray[np.float64], *, by_words: bool = False
    ) -> tuple[NDArray[np.bool_], NDArray[np.float64], NDArray[np.float64]]:
        """The same as arrays: whether each counts, the chance of it, and the chance of the opposite."""
        kept, ending = (list(BY_WORDS), "_by_words") if by_words else (list(range(len(FEATURES))), "")
        inputs = ((rows - self._weights["middle"]) / self._weights["spread"])[:, kept]
        chance = self._chances(f"counts{ending}", inputs).round(6)
        other = self._chances(f"opposite{ending}", inputs).round(6)
        denied = _denies(rows)
        chance, other = (
            np.where(denied, np.minimum(chance, 1 - DENIED), chance),
            np.where(denied, np.maximum(other, DENIED), other),
        )
        least, most = float(self._weights[f"least{ending}"]), float(self._weights["most"])
        return (chance >= least) & (other < most), chance, other

    def _chances(self, model: str, inputs: NDArray[np.float64]) -> NDArray[np.float64]:
        scores = inputs @ self._weights[model][:-1] + self._weights[model][-1]
        chances: NDArray[np.float64] = 1 / (1 + np.exp(-np.clip(scores, -30, 30)))
        return chances


def _denies(rows: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Who says the very words of the statement and turns them round: near in all that is learned from, and contrary."""
    held, holding, turned = (rows[:, FEATURES.index(name)] for name in ("held", "holding", "turned"))
    denies: NDArray[np.bool_] = (np.minimum(held, holding) > 1 - 1e-4) & (turned > 0)
    return denies


@lru_cache(maxsize=1)
def likeness() -> Likeness:
    """The model of the install; read once a process."""
    return Likeness(stored("persona.text", "likeness"))
