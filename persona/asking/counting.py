"""Closed questions that a question is about: "How many use Slack?" is counted, not searched for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from persona.asking.words import content_of, same_word, topic_of
from persona.crosstables import chosen_in, commonest, count_cells, given, mean_line, share_line
from persona.models import ColumnRole
from persona.models.asking import CountedAnswer
from persona.text.encoder import sentence_encoder

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from persona.asking.index import Index
    from persona.grouping import Segmentation
    from persona.models import Column
    from persona.models.crosstables import CrossLine
    from persona.recoding.table import RecodedTable

MOST = 2
"""Closed questions that are told."""
OPTION = 0.78
"""Cosine of an option to what is asked from which it is meant: "PhD" and "a doctorate"."""
QUESTION = 0.62
"""Cosine of a closed question to the one asked, from which its whole distribution is the answer."""
SHORTEST = 2
"""Letters of an option that may be named by a question."""
OPTIONS_TOLD = 8
_EXPLAINED = re.compile(r"\s*[(\[:;–—]|\s-+\s")


class Meant(NamedTuple):
    """A closed question that is asked about; `options` that are named, none: all of it. The best `score` is told."""

    column: Column
    options: tuple[str, ...]
    score: float


def counted(index: Index, table: RecodedTable, segmentation: Segmentation, question: str) -> tuple[CountedAnswer, ...]:
    """Counts of the closed questions that `question` is about, by persona; none where it is about none."""
    told = (_told(table, segmentation, one) for one in meant(index, table.columns, question)[:MOST])
    return tuple(one for one in told if one is not None)


def meant(index: Index, columns: Sequence[Column], question: str) -> list[Meant]:
    """The closed questions asked about, the surest first."""
    topic = topic_of(question)
    if not topic or not index.closed:
        return []
    asked, subject = sentence_encoder().encode([question, " ".join(topic)])
    likeness = index.closed_meaning @ np.stack([asked, subject]).T
    by_name = {column.name: column for column in columns}
    found = []
    for name, places in index.closed_places.items():
        if name in by_name:
            one = _meant(by_name[name], [(index.closed[at][1], likeness[at]) for at in places], topic)
            if one is not None:
                found.append(one)
    return sorted(found, key=lambda one: -one.score)


def _meant(column: Column, lines: Sequence[tuple[str, np.ndarray]], topic: Sequence[str]) -> Meant | None:
    """`lines`: the question itself under "", and its options, each with its cosines to the question and its subject."""
    about = content_of(column.question)
    beside = float(lines[0][1].max())
    named = tuple(option for option, _ in lines[1:] if _is_named(option, topic))
    if named:
        rest = [word for word in topic if not any(same_word(word, other) for other in _words(named))]
        shared = _share(rest, about)
        return Meant(column, named, 2 + shared + beside)
    alike = [(float(values[1]), option) for option, values in lines[1:] if len(option) >= SHORTEST]
    nearest = max(alike, default=(0.0, ""))
    if nearest[0] >= OPTION:
        return Meant(column, (nearest[1],), 1 + nearest[0])
    share = _share(topic, about)
    if beside >= QUESTION or (share == 1 and beside >= QUESTION / 2):
        return Meant(column, (), beside + share)
    return None


def _is_named(option: str, topic: Sequence[str]) -> bool:
    """Whether a question holds all that an option says, what it explains in brackets or behind a mark left out."""
    said = content_of(_EXPLAINED.split(option, maxsplit=1)[0])
    return bool(said) and len(option) >= SHORTEST and all(any(_same(word, other) for other in topic) for word in said)


def _same(word: str, other: str) -> bool:
    return word == other or same_word(word, other)


def _words(options: Iterable[str]) -> set[str]:
    return {word for option in options for word in content_of(option)}


def _share(words: Sequence[str], about: Sequence[str]) -> float:
    if not words:
        return 0.0
    return sum(any(_same(word, other) for other in about) for word in words) / len(words)


def _told(table: RecodedTable, segmentation: Segmentation, one: Meant) -> CountedAnswer | None:
    """The options that are asked for, or the mean and the commonest options; None where nobody answered."""
    column, groups = one.column, count_cells(table, one.column.name, segmentation)
    if not groups:
        return None
    segments = sorted(segment.index for segment in segmentation.summary.segments)
    lines: list[CrossLine | None] = []
    if not one.options and column.role in (ColumnRole.RATING, ColumnRole.NUMBER) and not column.scale_words:
        lines.append(mean_line(column, groups, segments))
    if column.role is not ColumnRole.NUMBER:
        chosen = {segment: chosen_in(groups.get(segment), column) for segment in segments}
        options = one.options or commonest(given(chosen.values()))[:OPTIONS_TOLD]
        lines += [share_line(option, chosen) for option in options]
    told = tuple(line for line in lines if line is not None)
    return CountedAnswer(question=column.question, column=column.name, lines=told) if told else None
