"""Sentences as vectors that lie near each other where the meaning does, in sixteen languages, without a network.

The weights are those of Google's multilingual Universal Sentence Encoder (version 3, Apache-2.0), cut to 64,000 word
pieces and stored in four and eight bits: training/encoder.py makes them, data/MODEL_CARD.md says what is lost.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from persona.text.pieces import BEGIN, END, Pieces
from persona.weights import stored

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

SIZE = 512
WINDOWS = ((2, 0), (3, 1), (5, 2))  # words that a branch looks at, and how many of them stand before
BRANCH = 256
LONGEST = 256  # pieces of a text that count; a passage has about fifteen
WORKERS = 2
TOKENS = 512  # pieces worked on at once: what the processor's cache holds
EPSILON = 1e-12


class SentenceEncoder:
    """Texts to vectors of length one; the same bytes on the same machine every time."""

    name = "use-multilingual-3/64k"
    size = SIZE
    word_size = 64

    def __init__(self, weights: dict[str, Any], alone: dict[str, Any]) -> None:
        self._alone = alone["codes"].astype(np.float32) * alone["scale"].astype(np.float32)[:, None]
        self._pieces = Pieces(bytes(weights["pieces"]).decode().split("\n"), weights["scores"].astype(float).tolist())
        self._codes, self._spread, self._middle = weights["codes"], weights["spread"], weights["middle"]
        levels = weights["levels"].astype(np.float32)
        self._pairs = np.stack([levels[np.arange(256) >> 4], levels[np.arange(256) & 15]], axis=1)
        self._w = {
            name.removesuffix("_q"): np.asarray(value * weights[f"{name[:-2]}_scale"], np.float32)
            for name, value in weights.items()
            if name.endswith("_q")
        } | {
            name.removesuffix("_f"): value.astype(np.float32) for name, value in weights.items() if name.endswith("_f")
        }

    def encode(self, texts: Sequence[str]) -> Floats:
        """A row of 512 values a text, each row of length one."""
        from threadpoolctl import threadpool_limits

        split = [[BEGIN, *self._pieces.of(text)[:LONGEST], END] for text in texts]
        groups = list(_groups([len(pieces) for pieces in split]))
        out = np.zeros((len(texts), SIZE), np.float32)
        # More threads within a product add in another order; groups side by side give the same bytes.
        with threadpool_limits(1, "blas"), ThreadPoolExecutor(WORKERS) as pool:
            for group, rows in zip(groups, pool.map(self._forward, [split[group] for group in groups]), strict=True):
                out[group] = rows
        return out

    def encode_words(self, words: Sequence[str]) -> Floats:
        """A row of 64 values a word, the mean of its pieces, each taken alone: looked up, for it is asked of all words.

        Cosines between these rows are those between the encoder's own rows of the pieces, to within .02.
        """
        if not words:
            return np.zeros((0, self.word_size), np.float32)
        return np.stack([self._alone[list(self._pieces.of_word(word))].mean(0) for word in words])

    def commonness(self, word: str) -> float:
        """The log chance of a word in general language: "like" -7.5, "community" -10.4, "documentation" -11.9."""
        return self._pieces.score(word)

    def _rows(self, pieces: NDArray[np.int64]) -> Floats:
        rows: Floats = self._pairs[self._codes[pieces]].reshape(len(pieces), SIZE)
        rows *= self._spread[pieces, None].astype(np.float32)
        rows += self._middle[pieces, None].astype(np.float32)
        return rows

    def _forward(self, group: list[list[int]]) -> Floats:
        w = self._w
        lengths = np.fromiter(map(len, group), np.int64, len(group))
        flat = np.fromiter(chain.from_iterable(group), np.int64, int(lengths.sum()))
        starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        words = self._rows(flat)
        mixed = _norm(words @ w["proj"] + w["proj_b"], w["proj_g"], w["proj_n"])
        around = _window(starts, lengths)
        features = [words]
        for place, (width, before) in enumerate(WINDOWS):
            inside = mixed[:, place * BRANCH : (place + 1) * BRANCH]
            columns = around[:, 2 - before : 2 - before + width]
            first = _branch(inside, columns, w[f"w1_{width}"], w[f"b1_{width}"])
            features.append(_branch(first, columns, w[f"w2_{width}"], w[f"b2_{width}"]))
        whole = _norm(np.hstack(features), w["ln_g"], w["ln_b"])
        count = lengths.astype(np.float32)[:, None]
        summed = (np.add.reduceat(whole, starts, axis=0) @ w["cnn"] + count * w["cnn_b"]) / np.sqrt(count)
        return _head(summed, w)


def _groups(lengths: Sequence[int]) -> Iterator[slice]:
    """Neighbouring texts of together at most `TOKENS` pieces."""
    first = tokens = 0
    for place, length in enumerate(lengths):
        if tokens and tokens + length > TOKENS:
            yield slice(first, place)
            first, tokens = place, 0
        tokens += length
    if first < len(lengths):
        yield slice(first, len(lengths))


def _head(x: Floats, w: dict[str, Floats]) -> Floats:
    first = np.maximum(x @ w["p1"] + np.maximum(x @ w["d0"], 0) @ w["d1"], 0)
    last = np.tanh(first @ w["p3"] + np.maximum(first @ w["d2"], 0) @ w["d3"])
    return cast("Floats", last / np.maximum(np.linalg.norm(last, axis=1, keepdims=True), EPSILON))


def _branch(x: Floats, columns: NDArray[np.int64], weight: Floats, bias: Floats) -> Floats:
    """One layer over windows of neighbouring pieces, added to what went in."""
    padded = np.vstack([x, np.zeros((1, BRANCH), np.float32)])
    return cast("Floats", np.maximum(padded[columns].reshape(len(x), -1) @ weight + bias, 0) + x)


def _norm(x: Floats, gain: Floats, bias: Floats) -> Floats:
    x = x - x.mean(1, keepdims=True)
    x /= np.sqrt((x * x).mean(1, keepdims=True) + EPSILON)
    return cast("Floats", x * gain + bias)


def _window(starts: NDArray[np.int64], lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """The places of the five pieces around each, the last row (of zeros) where a neighbour belongs to another text."""
    total = int(lengths.sum())
    place = np.arange(total)[:, None] + np.arange(-2, 3)
    first = np.repeat(starts, lengths)[:, None]
    last = np.repeat(starts + lengths, lengths)[:, None]
    return np.where((place >= first) & (place < last), place, total)


@lru_cache(maxsize=1)
def sentence_encoder() -> SentenceEncoder:
    """The encoder that is part of the install; read once a process."""
    return SentenceEncoder(stored("persona.text", "encoder"), stored("persona.text", "words"))
