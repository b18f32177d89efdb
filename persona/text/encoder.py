"""Sentences as vectors that lie near each other where the meaning does, in sixteen languages, without a network.

The weights are those of Google's multilingual Universal Sentence Encoder (version 3, Apache-2.0), cut to 64,000 word
pieces and stored in four and eight bits: training/encoder.py makes them, data/MODEL_CARD.md says what is lost.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from itertools import chain
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from persona.text.pieces import BEGIN, END, Pieces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

SIZE = 512
WINDOWS = ((2, 0), (3, 1), (5, 2))  # words that a branch looks at, and how many of them stand before
BRANCH = 256
LONGEST = 256  # pieces of a text that count; a passage has about fifteen
TOKENS = 512  # pieces worked on at once: what the processor's cache holds
EPSILON = 1e-12


class SentenceEncoder:
    """Texts to vectors of length one; the same bytes on the same machine every time."""

    name = "use-multilingual-3/64k"
    size = SIZE

    def __init__(self, weights: dict[str, Any]) -> None:
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
        out = np.zeros((len(texts), SIZE), np.float32)
        with threadpool_limits(1, "blas"):  # more threads add in another order
            first = tokens = 0
            for place, pieces in enumerate(split):
                if tokens and tokens + len(pieces) > TOKENS:
                    out[first:place] = self._forward(split[first:place])
                    first, tokens = place, 0
                tokens += len(pieces)
            if first < len(split):
                out[first:] = self._forward(split[first:])
        return out

    def encode_words(self, words: Sequence[str]) -> Floats:
        """A row a word, the mean of its pieces, each taken alone: what a table of word vectors holds."""
        from threadpoolctl import threadpool_limits

        split = [self._pieces.of_word(word) for word in words]
        distinct = sorted({piece for pieces in split for piece in pieces})
        where = {piece: place for place, piece in enumerate(distinct)}
        with threadpool_limits(1, "blas"):
            alone = [
                self._forward([[BEGIN, piece, END] for piece in distinct[first : first + TOKENS // 4]])
                for first in range(0, len(distinct), TOKENS // 4)
            ]
        vectors = np.concatenate(alone) if alone else np.zeros((0, SIZE), np.float32)
        return np.stack([vectors[[where[piece] for piece in pieces]].mean(0) for pieces in split]) if split else vectors

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
    with (
        files("persona.text").joinpath("data/encoder.npz").open("rb") as file,
        np.load(file, allow_pickle=False) as stored,
    ):
        return SentenceEncoder({name: stored[name] for name in stored.files})
