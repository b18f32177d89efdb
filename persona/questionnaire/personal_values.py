"""Names and phone numbers of people in a column of a label that says nothing: told by what its cells look like."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from persona.questionnaire.personal_names import find_names
from persona.questionnaire.values.cells import plain_digits

if TYPE_CHECKING:
    from persona.questionnaire.evidence import Evidence

_PHONE = re.compile(r"(?:\+|00)?[1-9]\d{7,13}|0[1-9]\d{7,10}")
_BETWEEN = re.compile(r"[\s().\-/]+")
_FEWEST, _NEARLY_ALL = 5, 0.9
_TRUNK = 0.9  # share of the numbers that begin alike: with the 0 or the + of a call within a country, or from outside
_INITIALLED = re.compile(r"(?P<first>[^\W\d_]{2,})\s+(?P<initial>[^\W\d_])\.?")
_NAME = re.compile(r"[^\W\d_]{2,}(?:[-'’][^\W\d_]+)?")
_INITIALS, _LEAST_NAMES, _KNOWN = 0.25, 4, 0.6


def looks_like_phones(seen: Evidence) -> bool:
    """Whether cells are long numbers of their own that all begin with 0 or +, as no number of a count does."""
    if len(seen.answers) < _FEWEST or seen.distinct_share < _NEARLY_ALL:
        return False
    bare = [_BETWEEN.sub("", plain_digits(text)) for text in seen.some]
    like = [text for text in bare if _PHONE.fullmatch(text)]
    dialled = sum(text[0] in "0+" for text in like)
    return dialled >= _TRUNK * len(bare) and not _one_run(like)


def _one_run(numbers: list[str]) -> bool:
    """Whether they are neighbours, as numbers are that count rows ("0100000001", "0100000002")."""
    found = sorted(int(text.lstrip("+")) for text in numbers)
    return found[-1] - found[0] < 10 * len(found)


def looks_like_given_names(seen: Evidence) -> bool:
    """Whether cells are first names, some with the first letter of another name, or most of them commonly known ones.

    "Rina", "Rina S" and "Agus W." need no list of names: no list of answers has letters behind its words, each behind
    several and several behind one.
    """
    texts = [text.strip() for text in seen.some]
    initialled = [found for text in texts if (found := _INITIALLED.fullmatch(text)) and _has_capitals(text)]
    plain = [text for text in texts if _NAME.fullmatch(text) and text[0].isupper()]
    if len(initialled) + len(plain) < _NEARLY_ALL * len(texts):
        return False
    firsts = Counter(found["first"] for found in initialled)
    letters = {found["initial"] for found in initialled}
    if len(initialled) >= _INITIALS * len(texts) and len(firsts) >= _LEAST_NAMES and len(letters) > 1:
        return bool(firsts.keys() & set(plain)) or len(set(texts)) > len(firsts)
    known = sum(next(find_names(text), None) is not None for text in texts)
    return len(set(texts)) > _LEAST_NAMES and known >= _KNOWN * len(texts)


def _has_capitals(text: str) -> bool:
    return all(word[0].isupper() for word in text.split())
