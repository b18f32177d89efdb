"""The method page: data, people, base, settings, writer, versions, verdict and limits, as exports end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import sqrt
from typing import TYPE_CHECKING

from persona.exporting.words import called, capital, figures
from persona.numerals import counted, percent
from persona.numerals import people as counted_people

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from persona.models import GenerationResult, Persona, SourceReport

SURE = 1.96  # standard errors to either side hold 95 of 100 shares
CAUTIONS = 6


@dataclass(frozen=True)
class Row:
    """A persona in numbers."""

    number: int
    title: str
    people: str
    share: str
    statements: str
    margin: str


@dataclass(frozen=True)
class Method:
    """How the personas of a result were made, in words."""

    study: str
    title: str
    level: str
    verdict_title: str
    verdict: str
    measures: tuple[str, ...]
    rows: tuple[Row, ...]
    entries: tuple[tuple[str, str], ...]
    reading: tuple[tuple[str, str], ...]
    """How to read a sheet: the sign it is about (`quote`, `count`, ""), and the sentence."""
    foot: str

    def with_entry(self, name: str, text: str) -> Method:
        """The same with one more line."""
        return replace(self, entries=(*self.entries, (name, text)))


def method(result: GenerationResult, day: date | None = None) -> Method:
    """How the personas of a result were made.

    Args:
        result: What the run found.
        day: When it was made; None where nobody knows any more.
    """
    from persona.messages import sentence  # late: it brings all models
    from persona.messages.exports import METHOD_TITLE
    from persona.messages.verdicts import LEVEL_TITLES

    verdict = result.verdict
    return Method(
        study=result.experiment,
        title=METHOD_TITLE,
        level=verdict.level if verdict else "",
        verdict_title=LEVEL_TITLES[verdict.level] if verdict else "",
        verdict=verdict.sentence if verdict else "",
        measures=tuple(figures(result)),
        rows=tuple(_row(persona, result.rows) for persona in result.personas),
        entries=tuple(_entries(result, day)),
        reading=tuple(
            (sign, sentence(f"method_read_{code}"))
            for sign, code in (("quote", "quote"), ("count", "count"), ("", "margin"), ("", "name"))
        ),
        foot=foot(result, day),
    )


def foot(result: GenerationResult, day: date | None) -> str:
    """Below every page: "Meal planning: 240 people. 19 May 2026. Ready to present."."""
    from persona.messages.verdicts import LEVEL_TITLES  # late: it brings all models

    level = LEVEL_TITLES[result.verdict.level] if result.verdict else ""
    parts = [f"{result.experiment}: {counted(result.rows, 'respondent')}", told_day(day), level]
    return f"{'. '.join(filter(None, parts))}."


def told_day(day: date | None) -> str:
    """A day for people: "19 May 2026"; "" where none is known."""
    return f"{day.day} {day:%B %Y}" if day else ""


def margin(share: float, base: int) -> int:
    """How many points a share of so many people may be off to either side, by chance alone."""
    return round(100 * SURE * sqrt(max(share * (1 - share), 0.0) / base)) if base else 0


def _row(persona: Persona, people: int) -> Row:
    return Row(
        number=persona.index,
        title=capital(called(persona)),
        people=f"{persona.size:,}",
        share=percent(persona.share),
        statements=str(len(persona.statements)),
        margin=f"± {margin(persona.share, people)}",
    )


def _entries(result: GenerationResult, day: date | None) -> Iterator[tuple[str, str]]:
    from persona.messages import sentence  # late: it brings all models

    if result.sources:
        yield "Where it comes from", f"{'; '.join(map(_source, result.sources))}."
    yield "Who counts", _people(result)
    weight = sentence("method_weighted", column=result.weight) if result.weight else sentence("method_unweighted")
    yield "Weights", weight
    columns = result.segmentation.columns
    used = sum(column.used for column in columns)
    yield (
        "What formed the groups",
        (
            sentence("method_groups", used=used, all=len(columns), reason=result.segmentation.reason)
            if columns
            else result.segmentation.reason
        ),
    )
    yield "How steady the groups are", sentence("method_agreement", agreement=f"{result.segmentation.agreement:.2f}")
    yield "Who wrote", _writer(result, day)
    yield "What counts as proof", sentence("method_proof")
    yield "Personal data", sentence("method_masked" if result.config.redact else "method_unmasked")
    yield "What to be careful with", " ".join(_cautions(result)) or sentence("method_nothing")


def _source(source: SourceReport) -> str:
    """A file and its rows; where several rows of a person were put together, whose rows they are."""
    from persona.messages import sentence  # late: it brings all models

    if several := source.notes.get("several_rows"):
        people = counted_people(source.rows)
        return sentence("method_gathered", name=source.name, rows=counted(several, "row"), people=people)
    return sentence("method_source", name=source.name, rows=counted(source.rows, "row"))


def _people(result: GenerationResult) -> str:
    from persona.messages import sentence  # late: it brings all models

    read = sum(source.rows + source.skipped_total for source in result.sources)
    people = counted(result.rows, "respondent")
    if read > result.rows:
        return sentence("method_left_out", people=people, rows=counted(read - result.rows, "row"))
    return sentence("method_people", people=people)


def _writer(result: GenerationResult, day: date | None) -> str:
    from persona.messages import sentence  # late: it brings all models

    config = result.config
    is_builtin = config.model == "builtin"
    writer = sentence("method_builtin") if is_builtin else sentence("method_model", model=config.model)
    version = sentence("method_version", version=result.library_version, seed=config.seed, detail=config.detail)
    return " ".join(filter(None, [writer, version, f"{told_day(day)}." if day else ""]))


def _cautions(result: GenerationResult) -> list[str]:
    """What keeps it from being shown without a word: reasons of the verdict, warnings, and the smallest group."""
    from persona.messages import sentence  # late: it brings all models

    reasons = [reason.why for reason in result.verdict.reasons if reason.why] if result.verdict else []
    warnings = [*result.warnings, *(warning for persona in result.personas for warning in persona.warnings)]
    told = list(dict.fromkeys([*reasons, *warnings]))[:CAUTIONS]
    smallest = min((persona.size for persona in result.personas), default=0)
    if smallest:
        told.append(sentence("method_margin", size=f"{smallest:,}", points=margin(0.5, smallest)))
    return told
