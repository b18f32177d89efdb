"""Closed questions that a question is about: "How many use Slack?" is counted, not searched for."""

from __future__ import annotations

import re
from collections import Counter
from math import fsum
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from persona.asking.words import content_of, same_word, topic_of
from persona.crosstables import Moments, count_cells, moments, options_in
from persona.models import ColumnRole
from persona.models.asking import CountedAnswer
from persona.models.crosstables import Cell, CrossLine
from persona.text.encoder import sentence_encoder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from persona.asking.index import Index
    from persona.crosstables import GroupCells
    from persona.grouping import Segmentation
    from persona.models import Column
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
    return tuple(one for one in told if one.lines)


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


def _told(table: RecodedTable, segmentation: Segmentation, one: Meant) -> CountedAnswer:
    """The options that are asked for, or the mean and the commonest options."""
    column, groups = one.column, count_cells(table, one.column.name, segmentation)
    segments = sorted(segment.index for segment in segmentation.summary.segments)
    gave = {segment: _by_option(groups.get(segment), column) for segment in segments}
    lines = []
    if not one.options and column.role in (ColumnRole.RATING, ColumnRole.NUMBER) and not column.scale_words:
        lines.append(_mean(column, groups, segments))
    if column.role is not ColumnRole.NUMBER:
        lines += [_line(option, gave, groups, segments) for option in one.options or _commonest(gave)]
    return CountedAnswer(question=column.question, column=column.name, lines=tuple(lines))


def _by_option(cells: GroupCells | None, column: Column) -> dict[str, tuple[int, float]]:
    """People and what they weigh, by option."""
    found: dict[str, tuple[int, float]] = {}
    for text, times in cells.people.items() if cells else ():
        for option in dict.fromkeys(options_in(text, column)):
            people, weight = found.get(option, (0, 0.0))
            found[option] = (people + times, weight + cells.weights[text] if cells else 0.0)
    return found


def _commonest(gave: Mapping[int, Mapping[str, tuple[int, float]]]) -> list[str]:
    total: Counter[str] = Counter()
    for options in gave.values():
        total.update({option: people for option, (people, _) in options.items()})
    return [option for option, _ in sorted(total.items(), key=lambda pair: (-pair[1], pair[0]))[:OPTIONS_TOLD]]


def _line(
    option: str,
    gave: Mapping[int, Mapping[str, tuple[int, float]]],
    groups: Mapping[int, GroupCells],
    segments: Sequence[int],
) -> CrossLine:
    found = []
    for segment in segments:
        people, weight = gave[segment].get(option, (0, 0.0))
        group = groups.get(segment)
        found.append(
            (people, group.people.total() if group else 0, weight, fsum(group.weights.values()) if group else 0.0)
        )
    together = tuple(sum(each) for each in zip(*found, strict=True))
    cells = [
        Cell(persona=segment, base=base, count=people, share=weight / all_weights if all_weights else None)
        for segment, (people, base, weight, all_weights) in zip((*segments, None), (*found, together), strict=True)
    ]
    return CrossLine(option=option, cells=tuple(cells))


def _mean(column: Column, groups: Mapping[int, GroupCells], segments: Sequence[int]) -> CrossLine:
    found = [moments(column, groups.get(segment)) for segment in segments]
    people, *sums = zip(*found, strict=True)
    together = Moments(sum(people), *map(fsum, sums))
    cells = [
        Cell(persona=segment, base=one.people, mean=one.mean if one.weight else None)
        for segment, one in zip((*segments, None), (*found, together), strict=True)
    ]
    return CrossLine(option=None, cells=tuple(cells))
