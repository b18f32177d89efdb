"""The passages of an open question, gathered once: what is said twice in the same words is read and judged once."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from persona.evidence.space import content_words
from persona.text.openers import learn_openers, opening
from persona.text.passages import passages
from persona.text.said import said
from persona.text.transcripts import spoken
from persona.text.words import word_count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from persona.evidence.models import Answers

    Places = NDArray[np.int64]

SHORTEST, LONGEST = 2, 40  # words of a passage that says one thing
LETTERS_ALONE = 4  # letters of a single word that may say something
COPIED = 3  # people from whom on the same long text is a form's and nobody's own
COPIED_LETTERS = 120
STANDING, STANDING_WORDS, STANDING_CELLS = 0.2, 4, 10
"""A sentence of so many words that stands word by word in such a share of at least so many cells, beside what its
person wrote: the text of a form, a mail or a firm."""
WHOLE = 0.8  # share of a cell's letters from which a sentence is the answer and not a part of it
ALONE = 0.1  # share of its cells that such a text may fill alone: what more people answer with is theirs
TICK = 2_000  # distinct cells after which somebody may wish to stop
OPENERS_FROM, OPENERS_READ = 1_000, 1_000  # answers of a question, and characters of each, that openers are learnt from


class Gathered(NamedTuple):
    """Passages of one column: each wording once, the commonest first, and four arrays with an entry a passage.

    Passages stand in the order of the rows; `wording` is the place in `texts`.
    """

    column: str
    question: str
    texts: Sequence[str]
    wording: Places
    rows: Places
    starts: Places
    ends: Places

    def of(self, wordings: NDArray[np.bool_]) -> Places:
        """The places of passages whose wording is among these."""
        return np.flatnonzero(wordings[self.wording])

    def without(self, passages: NDArray[np.bool_]) -> Gathered:
        """The same without some passages and the wordings that only they have."""
        kept = ~passages
        wordings, wording = np.unique(self.wording[kept], return_inverse=True)
        return self._replace(
            texts=[self.texts[place] for place in wordings.tolist()],
            wording=wording,
            rows=self.rows[kept],
            starts=self.starts[kept],
            ends=self.ends[kept],
        )


def habits(answers: Sequence[Answers]) -> frozenset[str]:
    """The words with which these people open what they say, whatever they are asked."""
    return learn_openers(
        {
            one.column: [part.text for cell in one.texts[:OPENERS_FROM] for part in passages(cell[:OPENERS_READ])]
            for one in answers
        }
    )


def gather(
    asked: Answers,
    *,
    redact: bool = True,
    seed: int = 0,
    openers: frozenset[str] = frozenset(),
    tick: Callable[[], None] = lambda: None,
) -> Gathered:
    """All passages that say something, without their openers.

    Left out are long texts that several people wrote word for word, and sentences that stand in a fifth of the cells. A
    cell that many wrote is read once; `tick` is called now and then: a place to stop.
    """
    numbers: dict[str, int] = {}
    cells = np.fromiter((numbers.setdefault(cell, len(numbers)) for cell in asked.texts), np.int64, len(asked.texts))
    texts: list[str] = []
    known: dict[str, int] = {}
    held, ends = array("q"), array("q")
    for cell, times in zip(numbers, np.bincount(cells).tolist(), strict=True):
        if len(ends) % TICK == 0:
            tick()
        if times < COPIED or _own_letters(cell) < COPIED_LETTERS:
            for one in said(cell, redact=redact):
                opened = opening(one.text, openers) if openers else 0
                text = one.text[opened:]
                key = text.casefold()
                place = known.get(key)
                if place is None:
                    place = known[key] = len(texts) if _says_something(text) else -1
                    if place >= 0:
                        texts.append(text)
                if place >= 0:
                    held.extend((place, one.start + opened, one.end))
        ends.append(len(held) // 3)
    columns, rows = _spread(np.array(held).reshape(-1, 3), np.array(ends), cells, asked.rows)
    if (standing := _standing(columns, rows, asked, texts)).any():
        columns, rows = columns[~standing], rows[~standing]
        kept, columns[:, 0] = np.unique(columns[:, 0], return_inverse=True)
        texts = [texts[place] for place in kept.tolist()]
    mixed = np.random.default_rng(seed).permutation(len(texts))
    times_said = np.bincount(columns[:, 0], minlength=len(texts))
    order = mixed[np.argsort(-times_said[mixed], kind="stable")]
    rank = np.argsort(order, kind="stable")
    return Gathered(
        asked.column,
        asked.question or asked.column,
        [texts[place] for place in order.tolist()],
        rank[columns[:, 0]] if texts else columns[:, 0],
        rows,
        columns[:, 1],
        columns[:, 2],
    )


def _spread(held: Places, ends: Places, cells: Places, rows: Sequence[int]) -> tuple[Places, Places]:
    """The passages of the distinct cells as those of all cells in their order, and the row of each.

    `ends`: where the passages of each distinct cell end in `held`; `cells`: which of them each row holds.
    """
    sizes = np.diff(ends, prepend=0)
    each = sizes[cells]
    last = np.cumsum(each)
    within = np.arange(int(each.sum())) - np.repeat(last - each, each)
    places = np.repeat((ends - sizes)[cells], each) + within
    return held[places], np.repeat(np.asarray(rows, np.int64), each)


def _standing(columns: Places, rows: Places, asked: Answers, texts: Sequence[str]) -> NDArray[np.bool_]:
    """Which passages (wording, start, end) are sentences that stand in a fifth of the cells, a part of each.

    None where most who carry one would be left with nothing, and none that people also answer with alone: what all that
    somebody wrote is made of is theirs.
    """
    least = STANDING * len(asked.texts)
    found = np.zeros(len(columns), np.bool_)
    if len(asked.texts) < STANDING_CELLS:
        return found
    times = np.bincount(columns[:, 0], minlength=len(texts))
    for wording in np.flatnonzero(times >= least).tolist():
        if word_count(texts[wording]) >= STANDING_WORDS:
            places = np.flatnonzero(columns[:, 0] == wording)
            lengths = np.array([len(asked.texts[cell]) for cell in np.searchsorted(asked.rows, rows[places]).tolist()])
            parts = columns[places, 2] - columns[places, 1] < WHOLE * lengths
            alone = np.count_nonzero(~parts) > ALONE * len(parts)
            found[places] = not alone and len(np.unique(rows[places[parts]])) >= least
    carry = np.unique(rows[found])
    own = np.isin(carry, rows[~found])
    return found if 2 * np.count_nonzero(own) >= len(carry) else np.zeros_like(found)


def _own_letters(cell: str) -> int:
    """How long a text is without the questions of an interviewer, which are the same for all."""
    return sum(part.end - part.start for part in spoken(cell)) if len(cell) >= COPIED_LETTERS else len(cell)


def _says_something(text: str) -> bool:
    count = word_count(text)
    fits = SHORTEST <= count <= LONGEST or (count == 1 and len(text) >= LETTERS_ALONE)
    return fits and bool(content_words(text))
