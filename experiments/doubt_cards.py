"""Doubts as cards of the check page, and what was left out, each in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from persona.questionnaire.codes import DoubtCode, ExcludedReason
from persona.questionnaire.identifiers import slug

if TYPE_CHECKING:
    from collections.abc import Mapping

    from persona.questionnaire.models import Doubt, Excluded, Questionnaire

ICONS = {
    DoubtCode.JOIN_COLUMNS: "join",
    DoubtCode.SCALE_DIRECTION: "scale",
    DoubtCode.NO_ANSWER_CODES: "blank",
    DoubtCode.KIND_CODES: "tag",
    DoubtCode.NOT_PEOPLE: "eye",
    DoubtCode.HEADER_ROWS: "table",
    DoubtCode.DUPLICATES: "copy",
    DoubtCode.SHEETS: "sheets",
    DoubtCode.SENSITIVE: "health",
    DoubtCode.WEIGHT: "scale",
    DoubtCode.DATE_ORDER: "date",
    DoubtCode.DECIMALS: "number",
    DoubtCode.TRANSPOSED: "table",
    DoubtCode.LONG_FORM: "table",
    DoubtCode.SPEAKERS: "mic",
    DoubtCode.ONE_COLUMN: "people",
    DoubtCode.PERSONAL_DATA: "hide",
}
REASONS = {
    ExcludedReason.PREVIEW: ("preview", "previews"),
    ExcludedReason.TEST: ("test", "tests"),
    ExcludedReason.SPAM: ("spam answer", "spam answers"),
    ExcludedReason.UNFINISHED: ("unfinished answer", "unfinished answers"),
    ExcludedReason.SCREENED_OUT: ("row screened out or over quota", "rows screened out or over quota"),
    ExcludedReason.DUPLICATE: ("repeated row", "repeated rows"),
    ExcludedReason.FOOTER: ("line below the table", "lines below the table"),
    ExcludedReason.HIDDEN: ("hidden row", "hidden rows"),
    ExcludedReason.EMPTY: ("row without any answer", "rows without any answer"),
}
WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


class CardAnswer(NamedTuple):
    """One answer of a card, with what follows from it."""

    value: str
    label: str
    effect: str
    is_chosen: bool


@dataclass(frozen=True)
class DoubtCard:
    """One doubt: our guess, or what a person chose."""

    doubt: Doubt
    chosen: str | None

    @property
    def key(self) -> str:
        """For the ids of elements."""
        return slug(self.doubt.id)

    @property
    def field(self) -> str:
        return f"answer-{self.doubt.id}"

    @property
    def icon(self) -> str:
        return ICONS[self.doubt.code]

    @property
    def is_settled(self) -> bool:
        return self.chosen is not None

    @property
    def value(self) -> str:
        return self.chosen or self.doubt.default

    @property
    def answers(self) -> list[CardAnswer]:
        """Our guess first."""
        ordered = sorted(self.doubt.answers, key=lambda answer: answer.value != self.doubt.default)
        return [CardAnswer(each.value, each.label, each.effect, each.value == self.value) for each in ordered]


class LeftOut(NamedTuple):
    """Rows that are no people, or that might be none, and the card that decides about them."""

    rows: int
    words: str
    is_left_out: bool
    card: DoubtCard | None


def cards_of(found: Questionnaire, answers: Mapping[str, str]) -> list[DoubtCard]:
    """A card for each doubt; an answer to all of a code counts for each that offers it."""
    return [DoubtCard(doubt, _given(doubt, answers)) for doubt in found.doubts]


def settled(cards: list[DoubtCard]) -> int:
    return sum(card.is_settled for card in cards)


def left_out(found: Questionnaire, cards: list[DoubtCard]) -> list[LeftOut]:
    """What does not count as people, by reason."""
    by_id = {card.doubt.id: card for card in cards}
    return [_left_out(rows, by_id) for rows in found.excluded]


def in_words(number: int) -> str:
    """ "Six", "240"."""
    return WORDS[number].capitalize() if number < len(WORDS) else f"{number:,}"


def _left_out(excluded: Excluded, cards: Mapping[str, DoubtCard]) -> LeftOut:
    is_repeat = excluded.reason is ExcludedReason.DUPLICATE
    doubt = f"{DoubtCode.DUPLICATES}:file" if is_repeat else f"{DoubtCode.NOT_PEOPLE}:{excluded.reason}"
    words = REASONS[excluded.reason][excluded.rows != 1]
    return LeftOut(excluded.rows, words, excluded.default == "left_out", cards.get(doubt))


def _given(doubt: Doubt, answers: Mapping[str, str]) -> str | None:
    value = answers.get(doubt.id, answers.get(doubt.code))
    return value if value in {answer.value for answer in doubt.answers} else None
