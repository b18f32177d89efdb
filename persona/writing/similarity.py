"""Who says the same: a sparse space of stems and pairs of stems, and a measure that knows what a statement needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from persona.writing import lexicon
from persona.writing.units import Unit

if TYPE_CHECKING:
    from numpy.typing import NDArray

SAME = 0.50
"""From here on two units say the same and count as support."""
STRONG = 0.70
RELATED = 0.35
"""From here on a unit is listed as related, but not counted."""
COMMON_TO_ALL = 0.15
"""What stands in so many units makes no two of them alike: "AI", where AI is what all speak of."""
ENOUGH_UNITS = 1_000
"""Fewer units do not show what all speak of."""
OTHER_SIGN = 0.6
"""What is left of likeness when only one of the two is negative."""
SAME_WORDS = 0.75
_PART_ONLY = 0.6
_JOINING = frozenset(["and", "or", "und", "oder", "y", "o", "et", "ou", "e"])


@dataclass(frozen=True)
class Vectors:
    """Units in the space; row i of each matrix is unit i."""

    weighted: Any
    """csr, TF-IDF of stems and pairs, each row of length 1."""
    telling: Any
    """csr, 1 where a stem occurs that says something by itself."""
    pairs: Any
    """csr, 1 where two such stems stand side by side."""
    negative: NDArray[np.bool_]
    joined: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.negative)

    def take(self, index: NDArray[np.intp] | Sequence[int]) -> Vectors:
        """Only these units, in this order."""
        return Vectors(
            self.weighted[index], self.telling[index], self.pairs[index], self.negative[index], self.joined[index]
        )


class Space:
    """Fitted once on a sample of the units; later units are placed in it word by word.

    One number more than there are stems and pairs stands for all that the sample does not know: it counts in a unit's
    length only.
    """

    def __init__(self, units: Sequence[Unit]) -> None:
        documents = [{*unit.stems, *pairs(unit.stems)} for unit in units]
        self.seen = Counter(chain.from_iterable(documents))
        names = sorted(self.seen)
        self._numbers = {name: number for number, name in enumerate(names)}
        self.unknown = len(names)
        counts = np.array([*(self.seen[name] for name in names), 0], dtype=np.float32)
        self.rarity = np.log((1 + len(documents)) / (1 + counts)) + 1
        is_pair = np.array([*(" " in name for name in names), False])
        self._generic = np.array([*(name in lexicon.GENERIC for name in names), False])
        common = counts > COMMON_TO_ALL * max(ENOUGH_UNITS, len(documents))
        turns = np.array([*(name in lexicon.NEGATIONS for name in names), False])
        self._telling = np.where(is_pair | self._generic | turns | common, 0, 1).astype(np.float32)
        self._telling[-1] = 0
        self._pair = is_pair.astype(np.float32)
        keys = [(self._key(*map(self.number, name.split())), self._numbers[name]) for name in names if " " in name]
        self._pair_keys, self._pair_numbers = np.array(sorted(keys), dtype=np.int64).reshape(-1, 2).T

    def number(self, stem: str) -> int:
        """The number of a stem, or of everything unknown."""
        return self._numbers.get(stem, self.unknown)

    def vectors(self, units: Sequence[Unit]) -> Vectors:
        """Where these units lie."""
        stems = np.array([self.number(stem) for unit in units for stem in unit.stems], dtype=np.int64)
        unit_of = np.repeat(np.arange(len(units)), [len(unit.stems) for unit in units])
        negative = np.array([unit.negative for unit in units], dtype=bool)
        joined = np.array([_joins(unit) for unit in units], dtype=bool)
        return self.place(stems, unit_of, negative, joined)

    def place(
        self,
        stems: NDArray[np.int64],
        unit_of: NDArray[np.int64],
        negative: NDArray[np.bool_],
        joined: NDArray[np.bool_],
    ) -> Vectors:
        """Where units lie whose stems are known by number; `unit_of[i]` is the unit that stem i stands in."""
        from scipy import sparse

        own_pairs, pair_of = self._pairs(stems, unit_of)
        rows, columns = np.concatenate([unit_of, pair_of]), np.concatenate([stems, own_pairs])
        shape = (len(negative), self.unknown + 1)
        counts = sparse.csr_matrix((np.ones(len(rows), dtype=np.float32), (rows, columns)), shape=shape)
        weighted = counts.copy()
        weighted.data = (1 + np.log(weighted.data)) * self.rarity[weighted.indices]
        _normalise(weighted)
        return Vectors(weighted, _only(counts, self._telling), _only(counts, self._pair), negative, joined)

    def _key(self, a: Any, b: Any) -> Any:
        return a * (self.unknown + 1) + b

    def _pairs(
        self, stems: NDArray[np.int64], unit_of: NDArray[np.int64]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Pairs of neighbours among the stems that say something, and the unit of each."""
        said = ~self._generic[stems]
        stems, unit_of = stems[said], unit_of[said]
        together = unit_of[:-1] == unit_of[1:]
        keys = self._key(stems[:-1], stems[1:])[together]
        if not len(self._pair_keys):
            return np.full(len(keys), self.unknown), unit_of[:-1][together]
        at = np.minimum(np.searchsorted(self._pair_keys, keys), len(self._pair_keys) - 1)
        numbers = np.where(self._pair_keys[at] == keys, self._pair_numbers[at], self.unknown)
        return numbers, unit_of[:-1][together]

    def same(self, a: Vectors, b: Vectors) -> NDArray[np.float32]:
        """How far each b says what a says, 0 to 1: cosine, or the share of a's own rare stems that b holds.

        Two rare stems must be shared (one, where b says nothing else and a is no "X and Y"); a negation in one of
        the two only makes them differ.
        """
        cosine = _dense(a.weighted @ b.weighted.T)
        own = a.telling.copy()
        own.data = own.data * self.rarity[own.indices]
        cover = _dense(own @ b.telling.T) / np.maximum(np.asarray(own.sum(axis=1)), 1e-9)
        shared = _dense(a.telling @ b.telling.T)
        of_a, of_b = np.asarray(a.telling.sum(axis=1)), np.asarray(b.telling.sum(axis=1)).T
        pair = _dense(a.pairs @ b.pairs.T) > 0
        value = np.maximum(cosine, np.where((of_a >= 3) | ((of_a == 2) & pair), 0.8 * cover, 0))
        alone = (shared == 1) & (of_b == 1) & (of_a <= 2) & ~a.joined[:, None]
        value = np.where((shared >= 2) | alone | (cosine >= SAME_WORDS), value, _PART_ONLY * value)
        other_sign = (a.negative[:, None] != b.negative[None, :]) & (cosine < SAME_WORDS)
        result: NDArray[np.float32] = np.where(other_sign, OTHER_SIGN * value, value).astype(np.float32)
        return result


def pairs(stems: Iterable[str]) -> list[str]:
    """Neighbours among the stems that say something by themselves."""
    return [f"{a} {b}" for a, b in pairwise(stem for stem in stems if stem not in lexicon.GENERIC)]


def _joins(unit: Unit) -> bool:
    return "," in unit.text or "/" in unit.text or not _JOINING.isdisjoint(unit.words)


def _dense(matrix: Any) -> NDArray[np.float32]:
    result: NDArray[np.float32] = matrix.toarray()
    return result


def _only(counts: Any, keep: NDArray[np.float32]) -> Any:
    found = counts.copy()
    found.data = keep[found.indices]
    found.eliminate_zeros()
    return found


def _normalise(matrix: Any) -> None:
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1))).ravel()
    matrix.data /= np.repeat(np.maximum(lengths, 1e-9), np.diff(matrix.indptr))
