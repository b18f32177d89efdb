"""The role of one column: from the form of its answers first, from its name where the form leaves it open."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from persona.models import ColumnRole as Role
from persona.profiling import headings
from persona.profiling.dates import day
from persona.profiling.scales import word_scale
from persona.profiling.splitting import Splitting, find_splitting
from persona.profiling.values import fold, is_missing, number, rating_number
from persona.questionnaire.personal import find_personal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_MANY = 3_000  # cells looked at for what costs time; all are counted
_WORDS_OF_SENTENCES = 3.2
_LONGEST_RATING = 11  # places on a scale of digits


@dataclass
class Evidence:
    """What one column's cells look like; measured when first asked for."""

    question: str
    cells: Sequence[str]
    answers: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.answers = [text for cell in self.cells if not is_missing(text := cell.strip())]

    @cached_property
    def counts(self) -> Counter[str]:
        return Counter(self.answers)

    @cached_property
    def some(self) -> list[str]:
        """At most 3,000 answers, evenly spread."""
        return self.answers[:: max(1, len(self.answers) // _MANY)]

    @cached_property
    def words(self) -> float:
        return sum(len(text.split()) for text in self.some) / max(1, len(self.some))

    @cached_property
    def distinct_share(self) -> float:
        return len(self.counts) / max(1, len(self.answers))

    @cached_property
    def repeated_share(self) -> float:
        """Share of answers that somebody else gave in the same words."""
        folded = Counter(fold(text) for text in self.some)
        return sum(n for n in folded.values() if n > 1) / max(1, len(self.some))

    @cached_property
    def numbers(self) -> list[float]:
        return [value for text in self.answers if (value := number(text)) is not None]

    @cached_property
    def scale_words(self) -> tuple[str, ...]:
        return word_scale(dict(self.counts)) if len(self.counts) <= 40 else ()

    @cached_property
    def digits(self) -> list[float]:
        """Places on a scale of digits, also in "I love it!+5"; empty when most answers have none.

        Words around every digit ("Place 1", "Place 2") make a name of it, not a place on a scale.
        """
        if len(self.counts) > 2 * _LONGEST_RATING or not self._holds_bare_digits():
            return []
        found = [value for text in self.answers if (value := rating_number(text)) is not None]
        return found if len(found) >= 0.95 * len(self.answers) else []

    def _holds_bare_digits(self) -> bool:
        bare = sum(n for text, n in self.counts.items() if text.lstrip("+-−").isdigit())
        return bare >= 0.3 * len(self.answers) or self.names("rating")

    @cached_property
    def splitting(self) -> Splitting | None:
        return find_splitting(self.some)

    def share(self, holds: Callable[[str], bool]) -> float:
        return sum(map(holds, self.some)) / max(1, len(self.some))

    def names(self, kind: str) -> bool:
        return headings.names(kind, self.question)


def infer_role(seen: Evidence) -> tuple[Role, str]:
    """The role and the reason for it, as the first half of a sentence."""
    if not seen.answers:
        return Role.IGNORE, "Every cell is empty"
    if len(seen.counts) == 1 and len(seen.answers) > 1:
        return Role.IGNORE, "Every answer is the same"
    for rule in (_personal, _identifier, _date, _rating, _number, _multiple):
        if (found := rule(seen)) is not None:
            return found
    return _words(seen)


def _personal(seen: Evidence) -> tuple[Role, str] | None:
    if seen.share(_is_personal) >= 0.5:
        return Role.PERSONAL, "Most cells hold e-mail addresses, phone or account numbers"
    if seen.names("person_name") and seen.share(_looks_like_a_name) >= 0.7 and seen.distinct_share > 0.3:
        return Role.PERSONAL, "The column's name and its values say it holds people's names"
    if seen.names("address") and seen.share(_looks_like_an_address) >= 0.5:
        return Role.PERSONAL, "The column's name and its values say it holds addresses"
    if seen.names("phone") and seen.share(lambda text: sum(map(str.isdigit, text)) >= 6) >= 0.5:
        return Role.PERSONAL, "The column's name and its values say it holds phone numbers"
    return None


def _is_personal(text: str) -> bool:
    return sum(span.end - span.start for span in find_personal(text)) >= 0.5 * len(text)


def _looks_like_a_name(text: str) -> bool:
    words = text.split()
    return len(words) <= 4 and all(w[:1].isupper() and not any(map(str.isdigit, w)) for w in words)


def _looks_like_an_address(text: str) -> bool:
    return any(map(str.isdigit, text)) and any(map(str.isalpha, text)) and 2 <= len(text.split()) <= 14


def _identifier(seen: Evidence) -> tuple[Role, str] | None:
    one_word = seen.words < 1.2
    if seen.names("identifier") and one_word:
        return Role.ID, "Its name says that it tells rows apart"
    if not one_word or seen.distinct_share < 0.98 or len(seen.answers) < 8 or seen.names("count"):
        return None
    if len(seen.numbers) == len(seen.answers):
        low, high = min(seen.numbers), max(seen.numbers)
        if all(value.is_integer() for value in seen.numbers) and high - low < 1.5 * len(seen.answers):
            return Role.ID, "Every row has a number of its own, in one run"
        return None
    if seen.share(lambda text: any(map(str.isdigit, text)) and day(text) is None) > 0.9:
        return Role.ID, "Every row has a code of its own"
    return None


def _date(seen: Evidence) -> tuple[Role, str] | None:
    return (Role.DATE, "Its values are dates") if seen.share(lambda text: day(text) is not None) >= 0.8 else None


def _rating(seen: Evidence) -> tuple[Role, str] | None:
    if seen.scale_words:
        return Role.RATING, "Its answers are steps of one scale"
    places = set(seen.digits)
    if len(places) < 3 or not all(p.is_integer() for p in places) or seen.names("count"):
        return None
    low, high = min(places), max(places)
    if -5 <= low <= (4 if seen.names("rating") else 1) and 2 <= high <= 10 and high - low < _LONGEST_RATING:
        return Role.RATING, f"Its answers are whole numbers from {low:g} to {high:g}"
    return None


def _number(seen: Evidence) -> tuple[Role, str] | None:
    if len(seen.numbers) < 0.85 * len(seen.answers):
        return None
    if len(set(seen.numbers)) <= 2:
        return Role.CATEGORY, "Its answers take two values"
    if seen.share(lambda text: text[:1].isdigit() and "-" in text[1:]) > 0.3:
        return Role.CATEGORY, "Its answers are ranges"
    return Role.NUMBER, "Its answers are numbers"


def _multiple(seen: Evidence) -> tuple[Role, str] | None:
    if seen.splitting is None:
        return None
    return Role.MULTIPLE, "One cell holds several choices from one list"


def _words(seen: Evidence) -> tuple[Role, str]:
    few = len(seen.counts) <= max(12, 0.25 * len(seen.answers))
    asked_for_words = seen.names("open")
    if len(seen.counts) <= min(12, len(seen.answers) / 5):
        return Role.CATEGORY, "Its answers come from a short list"
    if seen.words > 12 or (asked_for_words and seen.words >= 2.5 and len(seen.counts) > 12):
        return Role.OPEN, "Its answers are sentences in people's own words"
    if (seen.names("occupation") or seen.names("demography")) and seen.words < 6:
        return Role.CATEGORY, "Its answers are short and many people share them"
    if few or (seen.repeated_share >= 0.5 and seen.words < _WORDS_OF_SENTENCES and not asked_for_words):
        return Role.CATEGORY, "Its answers are short and many people share them"
    if seen.words >= 1.5 or asked_for_words:
        return Role.OPEN, "Its answers are in people's own words"
    return (
        (Role.ID, "Nearly every row has a word of its own")
        if seen.distinct_share > 0.95
        else (Role.CATEGORY, "Its answers are single words")
    )
