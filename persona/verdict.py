"""Verdict: may a result be shown? Rules in one table, from which documentation and help are rendered, too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from persona.messages.verdicts import READY, VERDICTS
from persona.models import Reason, Verdict
from persona.models.verdict import LEAST_STATEMENTS
from persona.next_steps import (
    MANY_WRITE,
    describe_only,
    fewer_personas,
    join_apart,
    settle,
    step_of,
    use_question,
    use_weights,
)
from persona.numerals import counted, percent

if TYPE_CHECKING:
    from persona.models import Level, NextStep, Persona, PersonaConfig, SegmentationSummary
    from persona.questionnaire.models import Questionnaire

LEVELS: tuple[Level, ...] = ("not_yet", "with_care", "ready")
"""Weakest first; the place in this tuple is the number that a gate compares."""
MOST = 0.5
ON_ITS_SIDE = 0.5
NAMED = 3
"""Groups that a sentence names."""


@dataclass(frozen=True)
class Rule:
    """From which value a measure is ready, and from which with care."""

    ready: float
    care: float
    decimals: int = 0
    is_share: bool = False

    def level(self, value: float) -> Level:
        return "ready" if value >= self.ready else "with_care" if value >= self.care else "not_yet"

    def shown(self, value: float) -> str:
        """A value as people read it."""
        return percent(value) if self.is_share else f"{value:.{self.decimals}f}"


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "people_behind": Rule(0.7, 0.4, is_share=True),
        "people_counted": Rule(0.7, 0.4, is_share=True),
        "statements": Rule(8, LEAST_STATEMENTS),
        "smallest_group": Rule(30, 10),
        "same_groups": Rule(0.8, 0.6, decimals=2),
    }
)
"""By the name of the measure. A smallest group of `SMALL_SHARE` of all is ready, too."""
SMALL_SHARE = 0.05
DOUBTFUL = 0.1
"""Open doubts keep a result from being ready where they are about questions of so many statements."""


def judge(
    personas: Sequence[Persona],
    segmentation: SegmentationSummary,
    config: PersonaConfig,
    questionnaire: Questionnaire | None = None,
) -> Verdict:
    """The verdict on a result: every measure with its level, and the weakest as the level of the whole.

    `questionnaire`: how the answers were read; None where nobody knows.
    """
    fewer = fewer_personas(segmentation, RULES["same_groups"].ready)
    aside = join_apart(config.answers) or use_question(questionnaire, config.questions)
    reasons = [
        _people(personas, config, aside),
        _statements(personas, fewer or aside),
        _smallest(personas, fewer),
        *_groups(personas, segmentation, fewer),
        *_caps(personas, segmentation),
        *(_read_with_doubt(personas, config, questionnaire) if questionnaire else ()),
    ]
    level = LEVELS[min(LEVELS.index(reason.level) for reason in reasons)]
    weakest = next(reason for reason in reasons if reason.level == level)
    return Verdict(level=level, sentence=weakest.why or READY, reasons=tuple(reasons))


def measured(
    name: str, value: float, level: Level, note: str, *, why: str = "", figure: str = "", step: NextStep | None = None
) -> Reason:
    """A reason in the words of its measure; what is ready needs neither why nor step."""
    rule = RULES.get(name)
    is_ready = level == "ready"
    good = "" if is_ready or rule is None else f"; good from {rule.shown(rule.ready)}"
    return Reason(
        measure=name,
        level=level,
        value=round(value, 4),
        ready_from=rule.ready if rule else None,
        figure=figure or (rule.shown(value) if rule else f"{value:g}"),
        label=VERDICTS[name].text,
        note=f"{note}{good}".removeprefix("; "),
        why="" if is_ready else why or VERDICTS[name].hint,
        step=None if is_ready else step,
    )


# -- measures ------------------------------------------------------------------------------------------
def _people(personas: Sequence[Persona], config: PersonaConfig, aside: NextStep | None) -> Reason:
    """Where fewer than `MANY_WRITE` wrote, those behind counted statements are looked at instead."""
    everyone = sum(persona.size for persona in personas)
    wrote = sum(persona.wrote for persona in personas)
    is_written = wrote >= MANY_WRITE * everyone
    name = "people_behind" if is_written else "people_counted"
    behind = sum(persona.heard if is_written else _counted(persona) for persona in personas)
    base = wrote if is_written else everyone
    value = behind / base if base else 0.0
    step = aside or step_of("use_model" if is_written and config.model == "builtin" else "add_answers")
    why = VERDICTS[name].hint.format(rest=percent(1 - value))
    return measured(name, value, RULES[name].level(value), f"{behind:,} of {base:,}", why=why, step=step)


def _counted(persona: Persona) -> int:
    """People behind the counted statement that most people back: so many at least are behind any.

    Nobody says a mean; where there is nothing else, half of those who answered stand on its side.
    """
    shares = [said.support for said in persona.statements if said.share is not None]
    means = [int(said.base * ON_ITS_SIDE) for said in persona.statements if said.mean is not None]
    return max(shares or means, default=persona.heard)


def _statements(personas: Sequence[Persona], fewer: NextStep | None) -> Reason:
    numbers = [len(persona.statements) for persona in personas]
    least, most = min(numbers), max(numbers)
    low = [persona for persona in personas if len(persona.statements) < RULES["statements"].ready]
    more = f" and {len(low) - NAMED:,} more" if len(low) > NAMED else ""
    why = VERDICTS["statements"].hint.format(few=f"{', '.join(map(_called, low[:NAMED]))}{more}")
    note = f"{sum(numbers):,} in all, {sum(_is_counted(p) for p in personas):,} of them counted"
    return measured(
        "statements",
        least,
        RULES["statements"].level(least),
        note,
        why=why,
        figure=f"{least}" if least == most else f"{least} to {most}",
        step=fewer or step_of("add_answers"),
    )


def _called(persona: Persona) -> str:
    """By its label, never by an invented name."""
    return f"“{persona.label}”" if persona.label else f"group {persona.index}"


def _is_counted(persona: Persona) -> int:
    return sum(statement.origin == "counted" for statement in persona.statements)


def _smallest(personas: Sequence[Persona], fewer: NextStep | None) -> Reason:
    smallest = min(personas, key=lambda persona: persona.size)
    level = RULES["smallest_group"].level(smallest.size)
    if level == "with_care" and smallest.share >= SMALL_SHARE:
        level = "ready"
    note = f"{percent(smallest.share)} of everyone"
    return measured("smallest_group", smallest.size, level, note, step=fewer or step_of("add_answers"))


def _groups(personas: Sequence[Persona], segmentation: SegmentationSummary, fewer: NextStep | None) -> list[Reason]:
    if len(personas) < 2:
        return [] if segmentation.strength == "clear" else [measured("no_groups", 1, "with_care", "")]
    value = segmentation.agreement
    note = f"{counted(len(personas), 'group')} compared in halves"
    return [measured("same_groups", value, RULES["same_groups"].level(round(value, 2)), note, step=fewer)]


def _caps(personas: Sequence[Persona], segmentation: SegmentationSummary) -> list[Reason]:
    """What keeps a result from being ready, however good its measures are."""
    found = []
    used = [column.name for column in segmentation.columns if column.used]
    one = segmentation.one_question or (used[0] if len(used) == 1 else None)
    if len(personas) > 1 and one:
        why = VERDICTS["one_column"].hint.format(question=one)
        found.append(measured("one_column", 1, "with_care", one, why=why, step=describe_only(one)))
    quoted = [s for persona in personas for s in persona.statements if s.origin in ("quoted", "model")]
    alone = sum(statement.support < 2 for statement in quoted)
    if quoted and alone > MOST * len(quoted):
        share = alone / len(quoted)
        note = f"{alone:,} of {len(quoted):,}"
        found.append(measured("one_voice", share, "with_care", note, figure=percent(share), step=step_of("use_model")))
    return found


def _read_with_doubt(personas: Sequence[Persona], config: PersonaConfig, found: Questionnaire) -> list[Reason]:
    """Weights that nobody uses, and doubts that nobody answered about questions whose numbers are shown.

    Not every doubt caps, though the table says "open doubts": nearly each real file raises one, and a verdict that is
    never "ready" is not read any more. A doubt about a sheet or a question that nobody sees changes no number; about
    one of eighty statements it changes hardly what the result says. From a tenth of the statements on it does.
    """
    reasons = []
    if found.weight and not found.weighted:
        why = VERDICTS["weights_aside"].hint.format(column=found.weight)
        step = use_weights(found.weight, found)
        reasons.append(measured("weights_aside", 1, "with_care", found.weight, why=why, step=step))
    names = {question.id: {*question.names, question.text} for question in found.questions}
    still = [doubt for doubt in found.doubts if not {doubt.id, doubt.code, doubt.about} & set(config.answers)]
    doubtful = {name for doubt in still for name in names.get(doubt.about, {doubt.about})}
    statements = [statement for persona in personas for statement in persona.statements]
    touched = sum(not doubtful.isdisjoint(statement.columns) for statement in statements)
    if statements and touched >= DOUBTFUL * len(statements):
        share = touched / len(statements)
        note = f"{touched:,} of {len(statements):,}"
        asked = {name for said in statements for name in said.columns}
        step = settle([doubt for doubt in still if not asked.isdisjoint(names.get(doubt.about, {doubt.about}))])
        reasons.append(measured("open_doubts", share, "with_care", note, figure=percent(share), step=step))
    return reasons
