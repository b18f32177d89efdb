"""Lead quotes: two or three longer passages, distinctive and well put, that let a segment speak."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from persona.kinds import KINDS
from persona.writing import talk
from persona.writing.candidates import Candidate
from persona.writing.choices import Choice
from persona.writing.corpus import Corpus
from persona.writing.novelty import alike
from persona.writing.quality import LEADING
from persona.writing.selection import Selection
from persona.writing.similarity import RELATED, SAME
from persona.writing.statistics import log_odds
from persona.writing.steps import CLEARLY_APART, COMMON, SETS_APART
from persona.writing.units import Unit

_SPEAKS = re.compile(r"\b(?:I|we|my|ich|yo|je|eu)\b")
RANKED_AT_MOST = 400
FRAGMENTS_AT_MOST = 2
"""From the third lead on only whole sentences."""
APART = 0.5
"""Mean z of the four most distinctive stems from which a passage may speak for its segment."""
CENTRAL = 0.5
"""What it is worth that others say the same: a lead is a voice of many, not only a long one."""
TOLD = 0.5
"""What a distinctive word is still worth in a lead, where a statement holds it already."""
_SHORTEST, _LONGEST, _COMFORTABLE = 8, 32, 25


def choose_leads(selection: Selection, count: int) -> list[Choice]:
    """Passages by people not yet quoted twice: one a question and kind, none that a statement already shows."""
    corpus = selection.corpus
    stated = [choice for choice in selection.choices if choice.stands]
    shown = [choice.index for choice in stated]
    ranked, fresh = _fresh_first(corpus, _ranked(selection, set(shown))[:RANKED_AT_MOST], shown)
    columns = {corpus.units[i].column for i in ranked}
    vectors = corpus.vectors.take(ranked)
    close = corpus.space.same(vectors, vectors) >= RELATED
    known = selection.considered
    out: list[int] = []
    rounds = ((fresh, CLEARLY_APART, count), (len(ranked), SETS_APART, count), (len(ranked), COMMON, 1))
    for places, floor, most in rounds:  # what all say is better than silence
        for place, index in enumerate(ranked[:places]):
            unit = corpus.units[index]
            if len(out) >= most:
                break
            if close[place, out].any() or not _fits(unit, [corpus.units[ranked[i]] for i in out], columns, stated):
                continue
            if _may_lead(selection, known[index], floor):
                out.append(place)
                selection.quoted[unit.person] += 1
    return [_choice(corpus, ranked[place]) for place in out]


def _may_lead(selection: Selection, candidate: Candidate, floor: float) -> bool:
    if not selection.may_quote_again(candidate.unit) or selection.has_odd_word(candidate.index):
        return False
    return selection.is_own(candidate, floor)


def _fits(unit: Unit, taken: Sequence[Unit], columns: set[str], shown: Sequence[Choice]) -> bool:
    if any(alike(unit.text, other.unit.text) for other in shown):
        return False
    if len(taken) >= FRAGMENTS_AT_MOST and not unit.whole:
        return False
    same_kind = any(unit.kind == other.kind for other in taken)
    same_column = len(columns) > 1 and any(unit.column == other.column for other in taken)
    return not (same_kind or same_column)


def _fresh_first(corpus: Corpus, ranked: list[int], shown: Sequence[int]) -> tuple[list[int], int]:
    """Those that say something else than the statements first, and how many these are."""
    if not ranked or not shown:
        return ranked, len(ranked)
    closest = corpus.space.same(corpus.vectors.take(ranked), corpus.vectors.take(shown)).max(axis=1).tolist()
    fresh = [index for index, value in zip(ranked, closest, strict=True) if value < SAME]
    return [*fresh, *(index for index in ranked if index not in set(fresh))], len(fresh)


def _ranked(selection: Selection, shown: set[int]) -> list[int]:
    corpus = selection.corpus
    mine = np.flatnonzero((corpus.segments == selection.segment) & corpus.typical)
    weight = _distinctive(corpus, selection.segment)
    told = {stem for index in shown for stem in corpus.units[index].stems}
    news = {stem: z * (TOLD if stem in told else 1) for stem, z in weight.items()}
    found = []
    known = selection.considered
    for i in mine.tolist():
        unit = corpus.units[i]
        if i not in known or known[i].z < 0:  # it was no candidate, or others say this more often
            continue
        if unit.talk and not (talk.stands_alone(unit) and talk.says_more(unit.text)):
            continue
        backing = known[i].backing
        if not backing:
            continue
        if i in shown or not unit.kind or not _SHORTEST <= len(unit.words) <= _LONGEST:
            continue
        quality, apart = _quality(unit), _apart(unit, weight)
        if quality >= LEADING and (apart >= APART or not weight):
            central = CENTRAL * min(3, math.log(backing))
            found.append((_score(corpus, unit, _apart(unit, news), quality) + central, i))
    found.sort(key=lambda pair: (-pair[0], corpus.units[pair[1]].place))
    return [i for _, i in found]


def _quality(unit: Unit) -> float:
    """A lead may be longer than a statement."""
    length = len(unit.words)
    return min(1.1, unit.quality + (0.15 if 17 <= length <= 30 else 0) + (1.7 if length > _COMFORTABLE else 0))


def _apart(unit: Unit, weight: Mapping[str, float]) -> float:
    """How distinctive a unit's four most distinctive stems are for the segment."""
    return sum(sorted((weight.get(stem, 0.0) for stem in set(unit.stems)), reverse=True)[:4]) / 4


def _score(corpus: Corpus, unit: Unit, apart: float, quality: float) -> float:
    one_off = sum(corpus.word_units[word] == 1 for word in unit.words)
    speaks = 0.35 if _SPEAKS.search(unit.text) else 0.0
    speaks -= (0.2 if unit.text[0].islower() else 0.0) + (0.0 if unit.whole else 0.3)
    length = 0.02 * min(len(unit.words), 22) - (0.3 if len(unit.words) > _COMFORTABLE else 0)
    return 0.35 * apart - 0.12 * max(0, one_off - 1) + quality + speaks + length


def _distinctive(corpus: Corpus, segment: int) -> dict[str, float]:
    """Stem -> how far the segment uses it more than the others."""
    inside: Counter[str] = Counter()
    outside: Counter[str] = Counter()
    for unit, other in zip(corpus.units, corpus.segments.tolist(), strict=True):
        (inside if other == segment else outside).update(set(unit.stems))
    people = len(np.unique(corpus.people[corpus.segments == segment]))
    others = len(np.unique(corpus.people[corpus.segments != segment]))
    if not others:
        return {}
    return {
        stem: log_odds(min(times, people), people, min(outside[stem], others), others)
        for stem, times in inside.items()
        if times >= 2 or people < 30
    }


def _choice(corpus: Corpus, index: int) -> Choice:
    unit = corpus.units[index]
    kind = next(kind for kind in KINDS if kind == unit.kind)
    return Choice(index, unit, kind, False, 0.0, 0.0)
