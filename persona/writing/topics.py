"""Topics: stems and pairs of stems that people of a segment use, and how much more than the others do."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from persona.writing import lexicon
from persona.writing.statistics import log_odds
from persona.writing.units import Unit
from persona.writing.words import Stemmer, words


@dataclass(frozen=True)
class Topic:
    """What some people of a segment talk about; `stems` is one stem, or two with a blank."""

    stems: str
    people: int
    z: float
    units: tuple[Unit, ...]

    @property
    def is_pair(self) -> bool:
        return " " in self.stems


def topics(
    inside: Sequence[Unit], outside: Sequence[Unit], people: int, others: int, asked: frozenset[str]
) -> dict[str, Topic]:
    """Topics that at least two people of the segment share. `asked`: stems of the question, which say nothing."""
    said: defaultdict[str, set[int]] = defaultdict(set)
    where: defaultdict[str, list[Unit]] = defaultdict(list)
    elsewhere: defaultdict[str, set[int]] = defaultdict(set)
    for unit in inside:
        for gram in grams(unit.stems, asked):
            said[gram].add(unit.row)
            where[gram].append(unit)
    for unit in outside:
        for gram in grams(unit.stems, asked) & said.keys():
            elsewhere[gram].add(unit.row)
    return {
        gram: Topic(gram, len(rows), log_odds(len(rows), people, len(elsewhere[gram]), others), tuple(where[gram]))
        for gram, rows in said.items()
        if len(rows) >= 2
    }


def grams(stems: Sequence[str], asked: frozenset[str] = frozenset()) -> set[str]:
    """Stems of four letters and more, and pairs of neighbours, without what the question already said."""
    single = {stem for stem in stems if len(stem) >= 4 and stem not in asked and stem not in lexicon.NEGATIONS}
    return single | {
        f"{a} {b}" for a, b in pairwise(stems) if not {a, b} & lexicon.NEGATIONS and not (a in asked and b in asked)
    }


def wording(topic: Topic, stemmer: Stemmer) -> str:
    """The words people use most for a topic, as they stand in the answers."""
    wanted = topic.stems.split()
    seen: Counter[str] = Counter()
    for unit in topic.units[:200]:
        text = [word.lower() for word in words(unit.text)]
        stems = [stemmer.stem(word.replace("’", "'"), unit.language) for word in text]
        if found := _first_run(text, stems, wanted):
            seen[found] += 1
    return min(seen, key=lambda text: (-seen[text], text)) if seen else topic.stems


def _first_run(text: list[str], stems: list[str], wanted: list[str]) -> str:
    """The first run of words, at most two longer than the topic, that holds its stems and begins and ends on them."""
    for start, stem in enumerate(stems):
        if stem != wanted[0]:
            continue
        for end in range(start + len(wanted), min(len(text), start + len(wanted) + 2) + 1):
            if [s for s in stems[start:end] if s in wanted] == wanted and stems[end - 1] == wanted[-1]:
                return " ".join(text[start:end])
    return ""
