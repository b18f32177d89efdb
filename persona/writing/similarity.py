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
_OTHER_SIGN = 0.6
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
    """Fitted once on a sample of the units; later units are placed in it word by word."""

    def __init__(self, units: Sequence[Unit]) -> None:
        documents = [tokens(unit.stems) for unit in units]
        seen = Counter(token for document in documents for token in set(document))
        names = sorted(seen)
        self.index = {name: i for i, name in enumerate(names)}
        self.seen = seen
        self.units = len(documents)
        counts = np.array([seen[name] for name in names] + [0], dtype=np.float32)
        # One column more holds every word that the sample does not know: it counts in a unit's length only.
        self.rarity = np.log((1 + len(documents)) / (1 + counts)) + 1
        is_pair = np.array([" " in name for name in names] + [True])
        is_generic = np.array([name in lexicon.GENERIC for name in names] + [True])
        self._telling = np.where(is_pair | is_generic, 0, 1).astype(np.float32)
        self._pair = np.where(is_pair, 1, 0).astype(np.float32)
        self._pair[-1] = 0

    def vectors(self, units: Sequence[Unit]) -> Vectors:
        """Where these units lie."""
        from scipy import sparse

        unknown = len(self.index)
        found = [[self.index.get(token, unknown) for token in tokens(unit.stems)] for unit in units]
        ends = np.cumsum([0, *map(len, found)])
        columns = np.fromiter(chain.from_iterable(found), dtype=np.int32, count=int(ends[-1]))
        shape = (len(units), unknown + 1)
        counts = sparse.csr_matrix((np.ones(len(columns), dtype=np.float32), columns, ends), shape=shape)
        counts.sum_duplicates()
        weighted = counts.copy()
        weighted.data = (1 + np.log(weighted.data)) * self.rarity[weighted.indices]
        _normalise(weighted)
        return Vectors(
            weighted,
            _only(counts, self._telling),
            _only(counts, self._pair),
            np.array([unit.negative for unit in units], dtype=bool),
            np.array([_joins(unit) for unit in units], dtype=bool),
        )

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
        value = np.where((shared >= 2) | alone | (cosine >= 0.75), value, _PART_ONLY * value)
        other_sign = (a.negative[:, None] != b.negative[None, :]) & (value < 0.8)
        result: NDArray[np.float32] = np.where(other_sign, _OTHER_SIGN * value, value).astype(np.float32)
        return result


def tokens(stems: Sequence[str]) -> list[str]:
    """Stems, and pairs of neighbours among those that say something."""
    return [*stems, *pairs(stems)]


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
