"""Ages and years of birth in one column: which of the two it asks for, and which cells answer the other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

# "age" in the languages of the product; the boundary keeps "page", "language" and "Etage" out.
_AGE = re.compile(
    r"(?<![^\W_])(?:ages?|how old|alter|lebensalter|wie alt|âge|age|edad|años tiene|idade|età|anni hai"
    r"|leeftijd|hoe oud|ålder"
    r"|alder|wiek|věk|yaş|возраст|العمر|عمر|גיל)(?![^\W_])|年齢|年齡|年龄|나이|연령",
    re.IGNORECASE,
)
_BORN = re.compile(
    r"birth|born|geburt|geboren|naissance|nacimiento|nascimento|nascita|geboorte|yob|born|födelse|fødsel|生年|出生|出生年",
    re.IGNORECASE,
)
OLDEST = 120
_ADULT = (5, 115)
_YEARS = (1900, 2030)


class Ages(NamedTuple):
    """Cells of a column of ages that cannot be ages, by kind."""

    birth_years: tuple[str, ...] = ()
    impossible: tuple[str, ...] = ()


def asks_age(question: str) -> bool:
    """Whether a question asks how old somebody is (not when they were born)."""
    return bool(_AGE.search(question.replace("_", " "))) and not _BORN.search(question)


def sort_ages(values: Mapping[str, float], counts: Mapping[str, int], question: str) -> Ages:
    """The cells among ages that are years of birth, or no age at all; nothing where the column holds no ages.

    Without the word in the question it takes three different years, nothing between 115 and 1900, and all whole.
    """
    total = sum(counts[text] for text in values)
    ages = [text for text, value in values.items() if _ADULT[0] <= value <= _ADULT[1]]
    years = [text for text, value in values.items() if _YEARS[0] <= value <= _YEARS[1] and value.is_integer()]
    mostly = 2 * sum(counts[text] for text in ages) > total
    if asks_age(question) and mostly:
        return Ages(tuple(years), tuple(t for t, v in values.items() if t not in set(years) and not 0 <= v <= OLDEST))
    asks = asks_age(question) or _BORN.search(question)
    if asks and 2 * sum(counts[text] for text in years) > total:  # years of birth, and a few wrote their age
        return Ages((), tuple(text for text in values if text not in set(years)))
    if not mostly or len(years) < 3 or len(ages) + len(years) < len(values) or _BORN.search(question):
        return Ages()
    return Ages(tuple(years)) if all(v.is_integer() and v >= 12 for v in values.values()) else Ages()
