"""What a passage is: its kind, whether a stranger can read it, and the attitude it shows. Learned, not listed.

Small models over what the encoder says of the passage, linear and squared along a few directions a class, with hashed
words and the question beside it; trained by training/judges.py, described in persona/text/data/MODEL_CARD.md.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

import numpy as np
from threadpoolctl import threadpool_limits

from persona.kinds import KINDS as STATEMENTS
from persona.text.encoder import sentence_encoder
from persona.text.passages import plain
from persona.weights import stored

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

KINDS = tuple(sorted((*(name for name, kind in STATEMENTS.items() if kind.learned), "none")))  # as they were trained
ATTITUDES = ("mixed", "neg", "neutral", "pos")
HASHED = 4096
FEW_WORDS = 8.0  # words over which the question's share in the meaning fades
AT_ONCE = 256
_TOKEN = re.compile(r"[^\W_]+|[?!]")


class Judgement(NamedTuple):
    """A passage judged; `chances` follow KINDS, `kind` is None where no kind is likely enough."""

    kind: str | None
    confidence: float
    chances: tuple[float, ...]
    readable: float
    polarity: str
    sides: tuple[float, float]


class Judges:
    """The trained models; `weights` holds a matrix and a temperature each, and the encoder's strongest directions."""

    def __init__(self, weights: dict[str, Any]) -> None:
        self._weights = {name: value.astype(np.float32) for name, value in weights.items()}

    def judge(self, texts: Sequence[str], questions: Sequence[str], meaning: Floats | None = None) -> list[Judgement]:
        """One judgement a text, in their order; the question is what was asked, or the name of the column.

        `meaning`: the encoder's rows of the plain texts, where they are known already.
        """
        found: list[Judgement] = []
        meaning = _encoded(texts) if meaning is None else meaning
        distinct = list(dict.fromkeys(questions))
        place = {question: number for number, question in enumerate(distinct)}
        with threadpool_limits(1, "blas"):  # more threads add in another order
            asked = self.question_chances(distinct)
            for first in range(0, len(texts), AT_ONCE):
                some = slice(first, first + AT_ONCE)
                mine = asked[[place[question] for question in questions[some]]]
                found += self._some(texts[some], meaning[some], mine)
        return found

    def question_chances(self, questions: Sequence[str]) -> Floats:
        """What a question asks for, in the order of KINDS; "none" stands for one that decides nothing."""
        return self._chances("question", _biased(_encoded(questions)))

    def _some(self, texts: Sequence[str], meaning: Floats, asked: Floats) -> list[Judgement]:
        inputs = features(texts, asked, self._weights["reduction"], meaning)
        kinds = self._chances("kinds", inputs, meaning)
        readable = self._chances("readable", inputs, meaning)[:, 1]
        sides = self._chances("attitudes", inputs, meaning)
        sure = float(self._weights["least"])
        return [
            Judgement(
                KINDS[best] if row[best] >= sure else None,
                round(float(row[best]), 6),
                tuple(map(float, row.round(6))),
                round(float(legible), 6),
                ATTITUDES[int(side.argmax())],
                (round(float(side[3]), 6), round(float(side[1]), 6)),
            )
            for row, legible, side in zip(kinds, readable, sides, strict=True)
            for best in [int(row.argmax())]
        ]

    def _chances(self, model: str, inputs: Floats, meaning: Floats | None = None) -> Floats:
        scores = inputs @ self._weights[model]
        if meaning is not None:
            along = (meaning @ self._weights[f"{model}_directions"]) ** 2
            scores += (along * self._weights[f"{model}_bends"]).reshape(len(meaning), scores.shape[1], -1).sum(2)
        scores *= self._weights[f"{model}_temperature"]
        scores = np.exp(scores - scores.max(1, keepdims=True))
        chances: Floats = scores / scores.sum(1, keepdims=True)
        return chances


def features(texts: Sequence[str], asked: Floats, reduction: Floats, meaning: Floats) -> Floats:
    """The inputs of the linear part, a row a text: meaning, words, the question, and what both say together."""
    strong = meaning @ reduction
    short = np.array([[np.exp(-len(text.split()) / FEW_WORDS)] for text in texts], np.float32)
    together = (asked[:, :, None] * strong[:, None, :]).reshape(len(texts), -1)
    return _biased(np.hstack([meaning, 0.5 * hashed(texts), asked, asked * short, together]).astype(np.float32))


def hashed(texts: Sequence[str]) -> Floats:
    """Words, neighbouring words and the first two words, each in a numbered drawer; a text cannot be read from it."""
    out = np.zeros((len(texts), HASHED), np.float32)
    for place, text in enumerate(texts):
        tokens = _TOKEN.findall(text.casefold())
        named = {*tokens, *(" ".join(pair) for pair in pairwise(tokens)), *(f"^{token}" for token in tokens[:2])}
        drawers = sorted({crc32(token.encode()) % HASHED for token in named})
        out[place, drawers] = 1 / np.sqrt(max(1, len(drawers)))
    return out


def _encoded(texts: Sequence[str]) -> Floats:
    distinct = sorted(set(texts))
    where = {text: place for place, text in enumerate(distinct)}
    vectors = sentence_encoder().encode([plain(text) for text in distinct])
    return vectors[[where[text] for text in texts]]


def _biased(rows: Floats) -> Floats:
    return np.hstack([rows, np.full((len(rows), 1), 0.5, np.float32)])


@lru_cache(maxsize=1)
def judges() -> Judges:
    """The models of the install; read once a process."""
    return Judges(stored("persona.text", "judges"))
