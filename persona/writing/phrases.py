"""Answers to closed questions as words in a sentence: "Which tools do you use?" + "Excel" -> "uses Excel"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

_ROLE = re.compile(
    r"\b(?:role|job|profession|occupation|position|beruf|rolle|puesto|cargo|m[eé]tier|profiss[aã]o)\b", re.IGNORECASE
)
_FREQUENCY = re.compile(
    r"(?:every|once|twice|several|about|daily|weekly|monthly|less|more|between|never|rarely|sometimes|often|usually"
    r"|frequently|always|at least|a few|multiple|hardly)\b",
    re.IGNORECASE,
)
_YES_NO = re.compile(r"(?:yes|no|usually|always|often|frequently|sometimes|rarely|never)\b", re.IGNORECASE)


def joined(items: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def with_article(noun: str) -> str:
    """ "an analyst", "a student"."""
    return f"{'an' if noun[:1].lower() in tuple('aeiou') else 'a'} {noun}"


def capital(text: str) -> str:
    """The text with a capital first letter; the rest as it is."""
    return text[:1].upper() + text[1:]


def short(option: str) -> str:
    """An option without the notes that a questionnaire adds in brackets or after a dash."""
    return re.sub(r"\s*\((?:i\.e|e\.g|IDE|please)[^)]*\)|\s+--? .*$", "", option).strip().rstrip(".")


def lower(option: str) -> str:
    """With a small first letter, unless it is a name or an acronym ("Google Maps", "CSV export")."""
    found = option.split()
    if not found or len(found[0]) < 2 or not (found[0][0].isupper() and found[0][1:].islower()):
        return option
    if any(word[:1].isupper() for word in found[1:]):
        return option
    return option[0].lower() + option[1:]


def lower_role(option: str) -> str:
    """A kind of work as it stands in a sentence: "Data Scientist" -> "data scientist"; acronyms stay."""
    return " ".join(w.lower() if w[:1].isupper() and w[1:].islower() else w for w in short(option).split())


def is_role(question: str) -> bool:
    """Whether a question asks for a person's work."""
    return _ROLE.search(question) is not None


def bare(question: str) -> str:
    """A question without its notes in brackets and its mark."""
    return re.sub(r"\s*\([^)]*\)", "", question).strip().rstrip("?:").strip()


def label(question: str, option: str) -> str:
    """An option and its question as one line: "Uses paper", or "Tops (Department)"."""
    if is_role(question):
        return capital(short(option))
    if option in ("0", "1"):
        return f"{capital(bare(question))}: {'yes' if option == '1' else 'no'}"
    said = phrase(question, [option]) or _in_third_person(option)
    return capital(said) if said else f"{short(option)} ({bare(question)})"


def phrase(question: str, options: Sequence[str]) -> str | None:
    """What somebody does who gave these answers, as a verb phrase; None when no pattern fits the question."""
    asked, names = bare(question), [short(option) for option in options]
    for pattern, make in _PATTERNS:
        if (match := pattern.match(asked)) and (said := make(match, names)):
            return said
    return None


def _in_third_person(option: str) -> str | None:
    """ "I don't know what Shiny is" -> "does not know what Shiny is"; None when the option does not speak."""
    match = re.match(r"i(?: (do(?:n['’]t| not))|['’]m| (am|have|\w+))\b(.*)$", short(option), re.IGNORECASE)
    if not match or re.search(r"\b(?:i|me)\b", match[3], re.IGNORECASE):
        return None
    rest = re.sub(r"\bmy\b", "their", match[3], flags=re.IGNORECASE)
    if match[1]:
        return f"does not{rest}"
    return f"{'is' if match[2] in (None, 'am') else _third_person(match[2])}{rest}"


def _names(match: re.Match[str], names: list[str]) -> str:
    thing = re.sub(r"\byou\b", "they", match[2])
    return f"names {joined([lower(name) for name in names])} among the {_their(thing)}"


def _third_person(verb: str) -> str:
    verb = verb.lower()
    if verb == "have":
        return "has"
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ies"
    return verb + ("es" if re.search(r"(?:s|sh|ch|x|o)$", verb) else "s")


def _their(text: str) -> str:
    return re.sub(r"\byou\b", "they", re.sub(r"\byour\b", "their", text))


def _uses(match: re.Match[str], names: list[str]) -> str:
    also = "also " if " other" in f" {match[1]}" else ""
    rest = f" {_their(match[3])}" if match[3] else ""
    return f"{also}{_third_person(match[2])} {joined(names)}{rest}"


def _cares(match: re.Match[str], names: list[str]) -> str:  # noqa: ARG001 -- same shape as the others
    return f"cares most about {joined([lower(name) for name in names])}"


def _uses_for(match: re.Match[str], names: list[str]) -> str:
    return f"{_third_person(match[1])} {match[2]} for {joined([lower(name) for name in names])}"


def _yes_no(match: re.Match[str], names: list[str]) -> str | None:
    if not _YES_NO.match(names[0]):
        return None
    answer, verb, what = names[0].split()[0].lower(), match[1].lower(), match[2]
    if answer == "yes":
        return f"{_third_person(verb)} {what}"
    if answer == "no":
        return f"does not {verb} {what}"
    return f"{answer} {_third_person(verb)} {what}"


def _frequency(match: re.Match[str], names: list[str]) -> str | None:
    if not _FREQUENCY.match(names[0]):
        return None
    return f"{_third_person(match[1])} {_their(match[2])} {lower(names[0])}"


def _rates(match: re.Match[str], names: list[str]) -> str | None:
    if len(names) != 1 or names[0][:1].isdigit():
        return None
    return f"rates their {match[1]} as {lower(names[0])}"


def _works_in(match: re.Match[str], names: list[str]) -> str:  # noqa: ARG001 -- same shape as the others
    return f"works in {joined([lower(name) for name in names])}"


def _is_on(match: re.Match[str], names: list[str]) -> str:
    return f"is on the {joined(names)} {match[1].lower()}"


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


_PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], list[str]], str | None]], ...] = (
    (_pattern(r"which (?:of these )?(.+?) do you (use|own|read|visit|buy|prefer|like|watch|follow)\b ?(.*)$"), _uses),
    (_pattern(r"which (.+?) (?:matters?|(?:are|is) (?:most )?important)(?: the)?(?: most)?(?: to you)?$"), _cares),
    (_pattern(r"what do you (use|do|need) (.+?) for$"), _uses_for),
    (_pattern(r"do you (use|own|have|need|like) (.+)$"), _yes_no),
    (_pattern(r"how often do you (\w+) (.+)$"), _frequency),
    (_pattern(r"how would you (?:rate|describe) your (.+)$"), _rates),
    (_pattern(r"(?:industry|sector|branche|field of work)$"), _works_in),
    (_pattern(r"which (\w+) are you on$"), _is_on),
    (_pattern(r"what (?:are|were|is|was) (the|your) ((?:biggest|main|greatest|most \w+) .+)$"), _names),
)
