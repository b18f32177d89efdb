"""Who says it best: among wordings of the same, the one that is whole, clean and nearest to what all the others say."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence

from persona.writing import lexicon
from persona.writing.candidates import Candidate, Field
from persona.writing.units import Unit

WHOLE, CAPITAL, CENTRAL = 0.5, 0.1, 0.8
"""What a whole sentence, a capital, and words that all the others say too are worth among wordings of the same."""
REASON, COMPANY = 0.1, 0.8
"""What a reason is worth, and words of any sort that the others use as well: no "last Thursday" of one person."""
DETAIL, DETAILED, SUPPORT = 0.05, 0.15, 0.3
"""What fewer of the segment name is a detail; what each is worth, and what support is worth among details."""
COMFORTABLE = 12
_REASON = re.compile(
    r"\b(?:because|since|so that|so i|so we|even (?:if|when|though)|which)\b|, (?:but|and|so) ", re.IGNORECASE
)


def worth(voice: Candidate, centre: Candidate, near: Sequence[Candidate], of_kind: Field) -> float:
    """How well one of those near speaks for all who say what the centre says."""
    unit = voice.unit
    clean = 0.1 * (len(unit.words) <= COMFORTABLE) + WHOLE * unit.whole + CAPITAL * (not unit.text[0].islower())
    clean += REASON * gives_a_reason(unit) + COMPANY * in_company(unit, [other.unit for other in near])
    return unit.quality + voice.support / centre.support + clean + CENTRAL * of_kind.middle(voice, near)


def telling(voice: Candidate, topic: Sequence[Candidate], of_kind: Field, shares: Mapping[str, float]) -> float:
    """How much one of those who speak of a topic tells: details that others know too, and what all say of it."""
    unit = voice.unit
    details = sum(shares.get(stem, 0.0) < DETAIL for stem in set(unit.stems) - lexicon.TOPICLESS - lexicon.NEGATIONS)
    clean = CAPITAL * (not unit.text[0].islower()) + REASON * gives_a_reason(unit)
    alone = COMPANY * in_company(unit, [other.unit for other in topic])
    support = SUPPORT * math.log(voice.support)
    return unit.quality + DETAILED * min(3, details) + clean + alone + support + CENTRAL * of_kind.middle(voice, topic)


def gives_a_reason(unit: Unit) -> bool:
    """Whether a sentence says why, or more than one thing."""
    return _REASON.search(unit.text) is not None


def in_company(unit: Unit, others: Sequence[Unit]) -> float:
    """The share of a unit's words that the others use as well, averaged."""
    said = [set(other.words) for other in others if other is not unit]
    if not said or not unit.words:
        return 0.0
    return sum(sum(word in words for words in said) for word in unit.words) / (len(said) * len(unit.words))
