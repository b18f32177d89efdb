"""Words that all written forms of a result share."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from persona.numerals import counted, percent
from persona.sections import title_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from persona.models import Evidence, Fact, GenerationResult, Persona

OWN_FIELDS = title_of("fields")
"""Above the fields that people gave a persona."""
SHOWN_QUOTES = 3  # wordings below a statement, and rows beside a wording; the JSON holds all


def overview(result: GenerationResult) -> str:
    """How many personas, from how many people, and why that many, unless a warning says so.

    Groups with too little to say for a persona are counted apart.
    """
    from persona.messages import sentence  # late: it brings all models

    thin = sum(sentence("numbers_only") in persona.warnings for persona in result.personas)
    groups = f" and {counted(thin, 'group')} in numbers only" if thin else ""
    personas, respondents = counted(len(result.personas) - thin, "persona"), counted(result.rows, "respondent")
    reason = result.segmentation.reason
    return f"{personas}{groups} from {respondents}.{'' if reason in result.warnings else f' {reason}'}"


def judged(result: GenerationResult) -> str:
    """The verdict in words: "Present with care. The smallest group …"; "" where an older version gave none."""
    from persona.messages.verdicts import LEVEL_TITLES  # late: it brings all models

    if result.verdict is None:
        return ""
    return f"{LEVEL_TITLES[result.verdict.level]}. {result.verdict.sentence}"


def figures(result: GenerationResult) -> list[str]:
    """What the verdict rests on: "36 % of people are behind a statement (188 of 518; good from 70 %)"."""
    reasons = result.verdict.reasons if result.verdict else ()
    return [f"{r.figure} {r.label}{f' ({r.note})' if r.note else ''}" for r in reasons]


def next_steps(result: GenerationResult) -> list[str]:
    """What to do about it, the weakest first: "Make 3 personas (--count 3)"; each once."""
    from persona.next_steps import option_of  # late: it brings all models

    if result.verdict is None:
        return []
    level = result.verdict.level
    weak = sorted((r for r in result.verdict.reasons if r.step), key=lambda reason: reason.level != level)
    steps = {reason.step.label: reason.step for reason in weak if reason.step}
    return [f"{label} ({option})" if (option := option_of(step)) else label for label, step in steps.items()]


def called(persona: Persona) -> str:
    """What a persona is called: its label, or where there is none its invented name."""
    return persona.label or persona.name


def name_hint(persona: Persona) -> str:
    """The invented name of a persona that is called by its label; "" for all people together, who are no one person."""
    if persona.is_everyone or not persona.label or not persona.name:
        return ""
    return f"Call this persona {persona.name}, if a name helps."


def people(persona: Persona) -> str:
    """How many people a persona stands for."""
    return f"{counted(persona.size, 'respondent')}, {percent(persona.share)}"


def capital(text: str) -> str:
    """Shown with a capital letter; what is stored stays as it was said."""
    return text[:1].upper() + text[1:]


def wordings(evidence: Sequence[Evidence]) -> list[tuple[Evidence, str]]:
    """The first few ways in which people said it, each with the rows that hold it: `rows 3, 42 and 5 more`.

    What is only related is no support, and is left out.
    """
    same: dict[str, list[Evidence]] = {}
    for passage in filter(attrgetter("counted"), evidence):
        same.setdefault(" ".join(passage.quote.lower().split()), []).append(passage)
    return [(group[0], _rows(group)) for group in list(same.values())[:SHOWN_QUOTES]]


def _rows(group: Sequence[Evidence]) -> str:
    if len(group) == 1:
        return f"row {group[0].row}"
    shown = ", ".join(str(passage.row) for passage in group[:SHOWN_QUOTES])
    more = len(group) - SHOWN_QUOTES
    return f"rows {shown}{f' and {more} more' if more > 0 else ''}"


def beside(fact: Fact, *, of_everyone: bool = False) -> str:
    """What stands beside a fact's value; "" where the fact is told of everyone."""
    return "" if of_everyone else "; ".join(part for part in (fact.comparison, f"everyone: {fact.everyone}") if part)
