"""A statement beside thousands of passages: the values that likeness is judged by, for all of them in a few products.

The same values as `persona.text.likeness.features`, which reads one pair at a time.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from persona.text.encoder import sentence_encoder
from persona.text.judging import judges
from persona.text.languages import common_words
from persona.text.likeness import Read, grams, is_negated, weight
from persona.text.passages import plain
from persona.text.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from persona.text.judging import Judgement

    Floats = NDArray[np.float32]
    Places = NDArray[np.int64]


class Passages:
    """Passages that are read once and then compared with any number of statements.

    `deep`: with what the encoder and the judges say of them, which takes two milliseconds a passage; without it only
    their words are known. Every text holds a word.
    """

    def __init__(self, texts: Sequence[str], questions: Sequence[str], *, deep: bool) -> None:
        self.texts = texts
        self.meaning: Floats | None = None
        self.judged: list[Judgement] = []
        bare = [plain(text) for text in texts]
        if deep:
            self.meaning = sentence_encoder().encode(bare)
            self.judged = judges().judge(texts, questions, self.meaning)
            self._kinds = np.sqrt(np.array([one.chances for one in self.judged], np.float32))
            self._sides = np.array([one.sides for one in self.judged], np.float32)
        split = [words(text) for text in bare]
        self.negated = np.fromiter(map(is_negated, split), bool, len(split))
        common = common_words()
        held = [
            tuple(dict.fromkeys(word for word in some if word not in common)) or tuple(dict.fromkeys(some))
            for some in split
        ]
        self._words(held)
        self._grams(bare)

    def _words(self, held: Sequence[tuple[str, ...]]) -> None:
        self.words = held
        self._known: dict[str, int] = {}
        flat = [self._known.setdefault(word, len(self._known)) for word in chain.from_iterable(held)]
        self._flat = np.array(flat, np.int64)
        self._counts = np.fromiter(map(len, held), np.int64, len(held))
        self._starts = np.concatenate([[0], np.cumsum(self._counts)[:-1]]).astype(np.int64)
        vectors = sentence_encoder().encode_words(list(self._known))
        self._vectors = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), np.float32(1e-9))
        self._weights = np.array([weight(word) for word in self._known], np.float32)
        heavy = self._weights[self._flat]
        self._total = np.add.reduceat(heavy, self._starts) if len(held) else np.zeros(0, np.float32)
        whole = np.add.reduceat(self._vectors[self._flat] * heavy[:, None], self._starts) if len(held) else vectors
        self._whole = whole / np.maximum(np.linalg.norm(whole, axis=1, keepdims=True), np.float32(1e-9))
        self._numbers = [frozenset(word for word in some if word.isdigit()) for some in held]

    def _grams(self, bare: Sequence[str]) -> None:
        from scipy import sparse

        split = [grams(text) for text in bare]
        self._gram: dict[str, int] = {}
        flat = [self._gram.setdefault(one, len(self._gram)) for one in chain.from_iterable(map(sorted, split))]
        sizes = np.fromiter(map(len, split), np.int64, len(split))
        ends = np.concatenate([[0], np.cumsum(sizes)])
        ones = np.ones(len(flat), np.float32)
        self._holds = sparse.csr_matrix((ones, np.array(flat, np.int64), ends), (len(split), max(1, len(self._gram))))
        self._gram_counts = sizes

    def read(self, place: int) -> Read:
        """What is known of one passage, as a statement that others are compared with; read deep."""
        assert self.meaning is not None  # noqa: S101 -- a statement is always one that was read deep
        places = self._flat[self._starts[place] : self._starts[place] + self._counts[place]]
        judged = self.judged[place]
        return Read(
            self.meaning[place],
            self.words[place],
            self._vectors[places],
            self._weights[places],
            grams(plain(self.texts[place])),
            bool(self.negated[place]),
            judged.sides,
            np.array(judged.chances, np.float32),
        )

    def against(self, a: Read) -> NDArray[np.float64]:
        """A row of `likeness.FEATURES` a passage, statement `a` beside it; zeros where only words are known."""
        size = len(self.texts)
        out = np.zeros((size, 20), np.float64)
        if not size:
            return out
        near = a.vectors @ self._vectors.T
        total = float(a.weights.sum())
        said = a.weights @ np.maximum.reduceat(near[:, self._flat], self._starts, axis=1) / total
        heavy = self._weights[self._flat]
        of_said = np.add.reduceat(near.max(0)[self._flat] * heavy, self._starts) / self._total
        same = np.zeros(len(self._known), np.float32)
        same[[self._known[word] for word in a.words if word in self._known]] = 1
        both = np.add.reduceat(same[self._flat] * heavy, self._starts)
        one = a.weights @ a.vectors
        of_words = self._whole @ (one / max(1e-9, float(np.linalg.norm(one))))
        marks = np.zeros(self._holds.shape[1], np.float32)
        marks[[self._gram[gram] for gram in a.grams if gram in self._gram]] = 1
        shared = self._holds @ marks
        longer = np.maximum(self._counts, len(a.words))
        numbers = frozenset(word for word in a.words if word.isdigit())
        held = both / total
        out[:, 1], out[:, 2], out[:, 3], out[:, 4], out[:, 5] = of_words, said, of_said, held, both / self._total
        out[:, 6] = shared / np.maximum(1, self._gram_counts + len(a.grams) - shared)
        out[:, 7] = np.log((self._counts + 1) / (len(a.words) + 1))
        out[:, 8], out[:, 9] = np.log1p(longer), np.minimum(self._counts, len(a.words)) <= 1
        out[:, 10] = self.negated != a.negated
        out[:, 14] = [numbers != one for one in self._numbers]
        if self.meaning is not None:
            self._deep(a, out, held)
        return out

    def _deep(self, a: Read, out: NDArray[np.float64], held: NDArray[np.float64]) -> None:
        assert self.meaning is not None  # noqa: S101 -- asked for only where it is known
        meaning = self.meaning @ a.meaning
        gap = np.abs((a.sides[0] - a.sides[1]) - (self._sides[:, 0] - self._sides[:, 1])) / 2
        out[:, 0] = meaning
        out[:, 11] = np.maximum(a.sides[0] * self._sides[:, 1], a.sides[1] * self._sides[:, 0])
        out[:, 12], out[:, 13] = gap, self._kinds @ np.sqrt(a.kinds)
        out[:, 15], out[:, 16] = meaning * (held < 0.35), meaning * gap
        out[:, 17], out[:, 18], out[:, 19] = meaning * held, meaning * out[:, 2], meaning * np.abs(meaning)
