"""Personal data in answers: e-mail addresses, phone, card and account numbers, found by form and checksum."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

PersonalKind = Literal["email", "phone", "card", "iban"]

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+(?![\w@])")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){2,7}(?:[ ]?[A-Z0-9]{1,3})?\b")
_CARD = re.compile(r"(?<![\d.,])\d(?:[ -]?\d){12,18}(?![\d.,]*\d)")
_PHONE = re.compile(r"(?<![\w.,/:-])(?:\+\d|\(?\d)(?:[\s./()-]{0,2}\d){7,14}(?![\w/:]|[\s.,-]\d)")
_DATE_LIKE = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}")
_HAS_PERSONAL = re.compile(r"@|\d.*\d.*\d.*\d.*\d.*\d.*\d", re.DOTALL)


class PersonalSpan(NamedTuple):
    """Where personal data stands in a text: `text[start:end]`."""

    start: int
    end: int
    kind: PersonalKind


def find_personal(text: str) -> list[PersonalSpan]:
    """Every piece of personal data in a text, in order, without overlaps."""
    if not _HAS_PERSONAL.search(text):
        return []
    spans: list[PersonalSpan] = []
    for kind, pattern, accept in _KINDS:
        for match in pattern.finditer(text):
            free = all(match.end() <= span.start or match.start() >= span.end for span in spans)
            if free and accept(match.group()):
                spans.append(PersonalSpan(match.start(), match.end(), kind))
    return sorted(spans)


def mask(text: str) -> str:
    """The text with personal data hidden, character for character: what follows keeps its place.

    Example:
        >>> mask("Write to ana@example.com")
        'Write to a••@•••••••.com'
    """
    out = list(text)
    for span in find_personal(text):
        for at in range(span.start, span.end):
            if out[at].isalnum() or out[at] in "._+-":
                out[at] = "•"
        if span.kind == "email":
            out[span.start] = text[span.start]
            dot = text.rindex(".", span.start, span.end)
            out[dot : span.end] = text[dot : span.end]
    return "".join(out)


def mask_shortly(text: str) -> str:
    """One whole cell of a personal column as an example for people: "a•••@•••.com", "A•••"."""
    if find_personal(text):
        return re.sub("[• ]*•[• ]*", "•••", mask(text))
    return f"{text[:1]}•••"


def _is_phone(text: str) -> bool:
    digits = re.sub(r"\D", "", text)
    grouped = text.startswith("+") or bool(re.search(r"\d{2}[\s./()-]+\d", text))
    return (
        8 <= len(digits) <= 15
        and (text.startswith("+") or len(digits) >= 9)
        and grouped
        and not _DATE_LIKE.search(text)
    )


def _is_card(text: str) -> bool:
    """Luhn's checksum (ISO/IEC 7812)."""
    digits = [int(c) for c in text if c.isdigit()]
    if len(set(digits)) < 2:
        return False
    doubled = [d * 2 - 9 * (d > 4) if i % 2 else d for i, d in enumerate(reversed(digits))]
    return sum(doubled) % 10 == 0


def _is_iban(text: str) -> bool:
    """Remainder 97 of the rearranged number is 1 (ISO 13616)."""
    compact = text.replace(" ", "")
    return 15 <= len(compact) <= 34 and int("".join(str(int(c, 36)) for c in compact[4:] + compact[:4])) % 97 == 1


_KINDS: tuple[tuple[PersonalKind, re.Pattern[str], Callable[[str], bool]], ...] = (
    ("email", _EMAIL, lambda _: True),
    ("iban", _IBAN, _is_iban),
    ("card", _CARD, _is_card),
    ("phone", _PHONE, _is_phone),
)
