"""A column in words and examples for people, with personal data hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.models import ColumnRole as Role
from persona.profiling.dates import day
from persona.profiling.scales import bare_step
from persona.questionnaire.personal import find_personal, mask, mask_shortly

if TYPE_CHECKING:
    from datetime import date

    from persona.profiling.roles import Evidence

_EXAMPLES = 3
_EXAMPLE_LENGTH = 90
_SEPARATOR_NAMES = {"\n": "line breaks", ", ": "“,”"}


def detail(role: Role, seen: Evidence, *, missing: int, options: int, separator: str | None) -> str:
    """One short line under a column's name: "24 words on average, 11 missing"."""
    text = _detail(role, seen, options, separator)
    counted = role in (Role.OPEN, Role.NUMBER, Role.RATING, Role.CATEGORY, Role.MULTIPLE, Role.DATE)
    return f"{text}, {missing:,} missing" if counted and missing else text


def _detail(role: Role, seen: Evidence, options: int, separator: str | None) -> str:
    if not seen.answers:
        return "no answers"
    if role is Role.OPEN:
        words = round(seen.words)
        return f"{words} {'word' if words == 1 else 'words'} on average"
    if role is Role.MULTIPLE and separator:
        return f"{options} choices, separated by {_SEPARATOR_NAMES.get(separator, f'“{separator}”')}"
    if role is Role.RATING and seen.scale_words:
        return " – ".join(bare_step(seen.scale_words[place]) for place in (0, -1))
    if role is Role.RATING and seen.digits:
        return f"{min(seen.digits):g} – {max(seen.digits):g}"
    if role is Role.NUMBER and seen.numbers:
        return _range(seen.numbers)
    if role is Role.DATE and (days := [d for text in seen.some if (d := day(text))]):
        return _span(min(days), max(days))
    if role is Role.PERSONAL:
        return "hidden before anything else happens"
    if len(seen.counts) == 1:
        return "always the same"
    return f"{len(seen.counts):,} different values"


def _range(numbers: list[float]) -> str:
    years = sum(1900 <= value <= 2100 for value in numbers) > 0.9 * len(numbers)
    form = ".0f" if years else ",.10g"
    return f"{min(numbers):{form}} – {max(numbers):{form}}"


def _span(first: date, last: date) -> str:
    if first.year == last.year:
        return f"{first.day} {first:%b} – {last.day} {last:%b %Y}"
    return f"{first.day} {first:%b %Y} – {last.day} {last:%b %Y}"


def examples(role: Role, seen: Evidence) -> tuple[str, ...]:
    """A few different values in the order of the file; personal data hidden."""
    if role is Role.PERSONAL:
        return tuple(dict.fromkeys(mask_shortly(text) for text in list(seen.counts)[:_EXAMPLES]))
    firsts = list(seen.counts)[:_EXAMPLES]
    if role in (Role.CATEGORY, Role.RATING):
        firsts = [text for text, _ in seen.counts.most_common(_EXAMPLES)]
    return tuple(_shorten(mask(text) if find_personal(text) else text) for text in firsts)


def _shorten(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _EXAMPLE_LENGTH else text[: _EXAMPLE_LENGTH - 1].rstrip() + "…"
