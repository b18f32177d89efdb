"""The passages of a run, kept beside it so that a question costs a look-up: texts, places, words, meaning.

Everything is in plain arrays that are mapped, not read: a question touches only what it needs.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from persona.asking.words import content_of
from persona.crosstables import CLOSED
from persona.evidence.gathering import gather, habits
from persona.evidence.models import Answers
from persona.files import new_folder, remove_folder
from persona.models import ColumnRole
from persona.recoding.cells import says_nothing
from persona.text.encoder import SIZE, sentence_encoder
from persona.text.languages import language_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from persona.evidence.gathering import Gathered
    from persona.models import Column
    from persona.recoding.table import RecodedTable

    Numbers = NDArray[np.int32]
    Floats = NDArray[np.float32]

VERSION = 2
OPTIONS_READ, CLOSED_READ = 40, 3_000
"""Options of a question, and lines of a study, by whose meaning closed questions are found."""
FOLDER = "asking"
DEEP = 20_000
"""Wordings whose meaning is kept, the commonest of each question first: half a minute of processor at most, once a run.
Others are found by their words, and the best of them read when somebody asks."""
DEEP_BLOCK = 2_000
STEPS = 127.0
LANGUAGE_READ = 400
WORDS_KEPT = 60_000
"""The commonest words of a study by which passages are found; rarer ones would cost more than they find."""
WORDS_READ = 5_000
"""The commonest of these again, whose meaning is kept: "GPU" answers for "graphics card"."""


class Place(NamedTuple):
    """Where a wording was said; `row` over all sources, from 1."""

    row: int
    start: int
    end: int


@dataclass(frozen=True)
class Index:
    """The passages of one run.

    `firsts`: where the places of each wording begin in `places` (row, start, end), one more at the end; `offsets` the
    same for `blob`, `postings` for the wordings of a word. `deep` and `word_deep` hold the meaning of the wordings in
    `deep_order` and of the words in `word_order`.
    """

    columns: tuple[str, ...]
    questions: tuple[str, ...]
    languages: dict[str, int]
    words: list[str]
    closed: list[tuple[str, str]]
    column_of: Numbers
    firsts: Numbers
    places: Numbers
    offsets: NDArray[np.int64]
    blob: NDArray[np.uint8]
    word_firsts: NDArray[np.int64]
    postings: Numbers
    word_deep: NDArray[np.int8]
    word_order: Numbers
    closed_deep: NDArray[np.int8]
    deep: NDArray[np.int8]
    deep_order: Numbers

    def __len__(self) -> int:
        """How many wordings there are."""
        return len(self.column_of)

    @property
    def passages(self) -> int:
        """How many passages were written, alike ones each counted."""
        return len(self.places)

    def text(self, wording: int) -> str:
        """A wording as it was written."""
        return bytes(self.blob[self.offsets[wording] : self.offsets[wording + 1]]).decode()

    def said(self, wording: int) -> list[Place]:
        """Where it was said, in the order of the rows."""
        found = self.places[self.firsts[wording] : self.firsts[wording + 1]]
        return [Place(*map(int, place)) for place in found]

    def with_word(self, place: int) -> Numbers:
        """The wordings that hold a word, by its place in `words`."""
        found: Numbers = self.postings[self.word_firsts[place] : self.word_firsts[place + 1]]
        return found

    def place_of(self, word: str) -> int | None:
        """Where a word stands in `words`, which are in the order of their letters."""
        place = bisect_left(self.words, word)
        return place if place < len(self.words) and self.words[place] == word else None

    @cached_property
    def writers(self) -> Numbers:
        """The rows of everybody who wrote something."""
        rows: Numbers = np.unique(self.places[:, 0])
        return rows

    @cached_property
    def deep_meaning(self) -> Floats:
        """What `deep` stands for, rows of about length one."""
        return np.asarray(self.deep, np.float32) / STEPS

    @cached_property
    def closed_meaning(self) -> Floats:
        """The same of the closed questions (option "") and their options, in the order of `closed`."""
        return np.asarray(self.closed_deep, np.float32) / STEPS

    @cached_property
    def closed_places(self) -> dict[str, list[int]]:
        """The places of a closed question and its options in `closed`, the question first."""
        found: dict[str, list[int]] = {}
        for place, (column, _) in enumerate(self.closed):
            found.setdefault(column, []).append(place)
        return found

    @cached_property
    def word_meaning(self) -> Floats:
        """The same of the words in `word_order`."""
        return np.asarray(self.word_deep, np.float32) / STEPS

    # -- on disk ---------------------------------------------------------------------------------------
    def save(self, folder: Path) -> None:
        """Write it whole, or not at all."""
        with new_folder(folder) as made:
            for name in _ARRAYS:
                np.save(made / f"{name}.npy", getattr(self, name))
            (made / "words.txt").write_text("\n".join(self.words), encoding="utf-8")
            told = {
                "version": VERSION,
                "columns": self.columns,
                "questions": self.questions,
                "languages": self.languages,
                "closed": self.closed,
            }
            (made / "index.json").write_text(json.dumps(told, ensure_ascii=False) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Index | None:
        """What was saved; None where there is nothing, or a version before wrote it otherwise."""
        try:
            told = json.loads((folder / "index.json").read_bytes())
            if told["version"] != VERSION:
                return None
            arrays = {name: np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False) for name in _ARRAYS}
            words = (folder / "words.txt").read_text(encoding="utf-8")
            return cls(
                columns=tuple(told["columns"]),
                questions=tuple(told["questions"]),
                languages=told["languages"],
                words=words.split("\n") if words else [],
                closed=[(column, option) for column, option in told["closed"]],
                **arrays,
            )
        except (OSError, EOFError, ValueError, KeyError, TypeError):
            return None


_ARRAYS = (
    "column_of", "firsts", "places", "offsets", "blob", "word_firsts", "postings", "word_deep", "word_order",
    "closed_deep", "deep", "deep_order",
)  # fmt: skip


def index_of(folder: Path, table: RecodedTable, *, redact: bool, tick: Callable[[], None] = lambda: None) -> Index:
    """The index in a run's folder, made and kept where there is none yet."""
    kept = folder / FOLDER
    if (found := Index.load(kept)) is not None:
        return found
    made = build(table, redact=redact, tick=tick)
    if kept.is_dir():
        remove_folder(kept)
    try:
        made.save(kept)
    except FileExistsError:  # somebody else was quicker
        return Index.load(kept) or made
    return made


def build(table: RecodedTable, *, redact: bool = True, tick: Callable[[], None] = lambda: None) -> Index:
    """Read all open answers once.

    Args:
        table: the rows as the run understood them.
        redact: leave out passages that hold personal data.
        tick: called now and then: a place to stop.
    """
    asked = [
        _answers(table, column.name, column.question) for column in table.columns if column.role is ColumnRole.OPEN
    ]
    openers = habits(asked)
    gathered = [gather(one, redact=redact, openers=openers, tick=tick) for one in asked]
    sizes = [len(one.texts) for one in gathered]
    texts = [text for one in gathered for text in one.texts]
    column_of = np.repeat(np.arange(len(gathered), dtype=np.int32), sizes)
    firsts, places = _places(gathered, sizes)
    offsets, blob = _packed(texts)
    words, word_firsts, postings = _postings(texts)
    order = _deep_order(sizes)
    commonest = _commonest(words, word_firsts)
    closed = _closed(table.columns)
    return Index(
        columns=tuple(one.column for one in gathered),
        questions=tuple(one.question for one in gathered),
        languages=_languages(texts),
        words=words,
        closed=[(column, option) for column, option, _ in closed],
        column_of=column_of,
        firsts=firsts,
        places=places,
        offsets=offsets,
        blob=blob,
        word_firsts=word_firsts,
        postings=postings,
        word_deep=_deep([words[place] for place in commonest.tolist()], tick),
        word_order=commonest,
        closed_deep=_deep([text for _, _, text in closed], tick),
        deep=_deep([texts[place] for place in order.tolist()], tick),
        deep_order=order,
    )


def _answers(table: RecodedTable, name: str, question: str) -> Answers:
    rows: list[int] = []
    texts: list[str] = []
    for first, found in table.batches((name,)):
        for row, text in zip(count(first), found[name]):
            if not says_nothing(text):
                rows.append(row)
                texts.append(text)
    return Answers(name, question, rows, texts)


def _places(gathered: Sequence[Gathered], sizes: Sequence[int]) -> tuple[Numbers, Numbers]:
    """Places of all passages in the order of their wordings, and where those of each wording begin."""
    if not gathered:
        return np.zeros(1, np.int32), np.zeros((0, 3), np.int32)
    before = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    wording = np.concatenate([one.wording + start for one, start in zip(gathered, before.tolist(), strict=True)])
    places = np.concatenate([np.stack([one.rows, one.starts, one.ends], axis=1) for one in gathered])
    order = np.lexsort((places[:, 1], places[:, 0], wording))
    firsts = np.searchsorted(wording[order], np.arange(sum(sizes) + 1))
    return firsts.astype(np.int32), places[order].astype(np.int32)


def _packed(texts: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.uint8]]:
    written = [text.encode() for text in texts]
    offsets = np.concatenate([[0], np.cumsum([len(one) for one in written])]).astype(np.int64)
    return offsets, np.frombuffer(b"".join(written), np.uint8)


def _postings(texts: Sequence[str]) -> tuple[list[str], NDArray[np.int64], Numbers]:
    """The words of a study in the order of their letters, and the wordings that hold each."""
    found: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        for word in set(content_of(text)):
            found.setdefault(word, []).append(place)
    kept = sorted(sorted(found, key=lambda word: (-len(found[word]), word))[:WORDS_KEPT])
    firsts = np.concatenate([[0], np.cumsum([len(found[word]) for word in kept])]).astype(np.int64)
    postings = np.fromiter((place for word in kept for place in found[word]), np.int32, int(firsts[-1]))
    return kept, firsts, postings


def _deep_order(sizes: Sequence[int]) -> Numbers:
    """Wordings whose meaning is kept: of each question in turn its commonest, so that none is passed over."""
    rank = np.concatenate([np.arange(size) for size in sizes]) if sizes else np.zeros(0, np.int64)
    return np.argsort(rank, kind="stable")[:DEEP].astype(np.int32)


def _deep(texts: Sequence[str], tick: Callable[[], None]) -> NDArray[np.int8]:
    found = np.zeros((len(texts), SIZE), np.int8)
    for first in range(0, len(texts), DEEP_BLOCK):
        tick()
        block = sentence_encoder().encode(texts[first : first + DEEP_BLOCK])
        found[first : first + len(block)] = np.rint(block * STEPS)
    return found


def _languages(texts: Sequence[str]) -> dict[str, int]:
    """How many of evenly spread wordings are in each language, the commonest first."""
    step = max(1, len(texts) // LANGUAGE_READ)
    found: dict[str, int] = {}
    for text in texts[::step]:
        if language := language_of(text):
            found[language] = found.get(language, 0) + 1
    return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))


def _commonest(words: Sequence[str], word_firsts: NDArray[np.int64]) -> Numbers:
    """The places of the commonest words, those that may mean something alone."""
    order = np.argsort(-np.diff(word_firsts), kind="stable")[:WORDS_READ]
    kept = [place for place in order.tolist() if len(words[place]) > 1 and not any(map(str.isdigit, words[place]))]
    return np.array(kept, np.int32)


def _closed(columns: Sequence[Column]) -> list[tuple[str, str, str]]:
    """Each closed question under option "", and its options: column, option, what is read of it."""
    found = []
    for column in columns:
        if column.role in CLOSED:
            found.append((column.name, "", column.question))
            options = column.options or column.scale_words
            found += [(column.name, option, option) for option in options[:OPTIONS_READ]]
    return found[:CLOSED_READ]
