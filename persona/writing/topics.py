"""Topics: stems and pairs of stems that people of a segment use, and how much more than the others do."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from persona.writing import lexicon
from persona.writing.statistics import ALONE, log_odds
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


def people_by_gram(units: Iterable[Unit]) -> dict[str, int]:
    """How many people use each stem and each pair."""
    said: defaultdict[str, set[int]] = defaultdict(set)
    for unit in units:
        for gram in grams(unit.stems):
            said[gram].add(unit.person)
    return {gram: len(people) for gram, people in said.items()}


def topics(
    inside: Sequence[Unit], everyone: Mapping[str, int], people: int, others: int, asked: frozenset[str]
) -> dict[str, Topic]:
    """Topics that at least two people of the segment share.

    `everyone`: people by gram, in the segment and outside; `asked`: stems of the question, which say nothing.
    """
    where: defaultdict[str, list[Unit]] = defaultdict(list)
    for unit in inside:
        for gram in grams(unit.stems, asked):
            where[gram].append(unit)
    found = {}
    for gram, units in where.items():
        said = len({unit.person for unit in units}) if len(units) >= 2 else 1
        if said >= 2:
            elsewhere = max(0, everyone.get(gram, said) - said)
            z = log_odds(said, people, elsewhere, others) if others else ALONE
            found[gram] = Topic(gram, said, z, tuple(units))
    return found


def grams(stems: Sequence[str], asked: frozenset[str] = frozenset()) -> set[str]:
    """Stems of four letters and more, and pairs of neighbours, that may name a topic.

    What the question already said names none; a pair may hold one word of it.
    """
    silent = lexicon.TOPICLESS | lexicon.NEGATIONS
    single = {stem for stem in stems if len(stem) >= 4 and stem not in asked and stem not in silent}
    return single | {
        f"{a} {b}" for a, b in pairwise(stems) if not (a in silent or b in silent or (a in asked and b in asked))
    }


def wording(topic: Topic, stemmer: Stemmer) -> str:
    """The words people use most for a topic, as they stand in the answers; '' where they stand too far apart."""
    wanted = topic.stems.split()
    seen: Counter[str] = Counter()
    for unit in topic.units[:200]:
        text = [word.lower() for word in words(unit.text)]
        stems = [stemmer.stem(word.replace("’", "'"), unit.language) for word in text]
        if found := _first_run(text, stems, wanted):
            seen[found] += 1
    return min(seen, key=lambda text: (-seen[text], text)) if seen else ""


def _first_run(text: list[str], stems: list[str], wanted: list[str]) -> str:
    """The first run of words that holds the topic's stems and, between them, at most three function words."""
    for start, stem in enumerate(stems):
        if stem != wanted[0]:
            continue
        for end in range(start + len(wanted), min(len(text), start + len(wanted) + 3) + 1):
            if [s for s in stems[start:end] if s] == wanted and stems[end - 1] == wanted[-1]:
                return " ".join(text[start:end])
    return ""
