"""Hiding: a result without what some columns hold, or without people's words, and fit for strangers' eyes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from persona.models import Evidence, GenerationResult, Persona, SegmentationSummary, SourceReport, Statement
    from persona.models.verdict import Verdict

NUMBERED = "Group {number}"
"""What a persona is called whose label may tell of a hidden column."""
TELLING = 4
"""Letters from which a word can tell something; numbers always do."""
VERBATIM = 5
"""Words from which a sentence that stands in somebody's answer is a quote."""
_WORD = re.compile(r"\w+")


def without_columns(
    result: GenerationResult, hidden: Collection[str], *, rewritten: Mapping[int, Collection[str]] | None = None
) -> GenerationResult:
    """The result as if nobody had ever asked what stands in these columns; sizes and groups stay.

    What rests on a hidden column goes: quotes, facts, statements, sentences of the story. Words that name no column (a
    label, a tagline) stay only if each of them also stands in something that is shown; what people wrote themselves,
    unless it has a word of the hidden questions and their options. Fields of people's own go: nobody can tell what they
    repeat.

    Args:
        result: with its edits applied.
        hidden: names of columns.
        rewritten: number of a persona -> its fields that a person wrote: label, name, tagline, summary.
    """
    gone = set(hidden) & _names_in(result)
    if not gone:
        return result
    cover = _Cover(result, gone, rewritten or {})
    personas = tuple(map(cover.persona, result.personas))
    cover.forbid(old.label for old, new in zip(result.personas, personas, strict=True) if old.label != new.label)
    return result.model_copy(
        update={
            "personas": tuple(map(cover.told, personas)),
            "columns": tuple(column for column in result.columns if column.name not in gone),
            "segmentation": cover.segmentation(result.segmentation),
            "verdict": cover.verdict(result.verdict),
            "warnings": cover.clean(result.warnings),
            "weight": None if result.weight in gone else result.weight,
            "sources": tuple(map(_without_names, result.sources)),
            "config": result.config.model_copy(update={"questions": {}, "columns": {}, "answers": {}}),
        }
    )


def _names_in(result: GenerationResult) -> set[str]:
    facts = {fact.column for persona in result.personas for fact in persona.facts}
    said = {column for persona in result.personas for each in persona.statements for column in columns_of(each)}
    return {column.name for column in result.columns} | facts | said


def columns_of(statement: Statement) -> set[str]:
    """The columns that a statement rests on."""
    return {*statement.columns, *(passage.column for passage in statement.evidence)}


class _Cover:
    """What may still be told once some columns are gone."""

    def __init__(self, result: GenerationResult, gone: set[str], rewritten: Mapping[int, Collection[str]]) -> None:
        self._gone, self._rewritten = gone, rewritten
        questions = {column.question for column in result.columns if column.name in gone}
        self._forbidden = {text.casefold() for text in (*gone, *questions) if len(text) > 1}
        self._hidden_words = words(" ".join((*gone, *questions, *_told_of(result, gone))))

    def forbid(self, texts: Iterable[str]) -> None:
        """Sentences that hold one of these texts go, too."""
        self._forbidden |= {text.casefold() for text in texts if text}

    def clean(self, texts: Iterable[str]) -> tuple[str, ...]:
        return tuple(text for text in texts if self._is_clean(text))

    def _is_clean(self, text: str) -> bool:
        folded = text.casefold()
        return not any(name in folded for name in self._forbidden)

    def persona(self, found: Persona) -> Persona:
        """With what rests on columns that are shown."""
        statements = tuple(each for each in found.statements if self._stays(each))
        facts = tuple(fact for fact in found.facts if fact.column not in self._gone)
        known = {each.id for each in statements}
        story = tuple(
            each
            for each in found.story
            if known.issuperset(each.statements) and not any(fact.column in self._gone for fact in each.facts)
        )
        shown = words(" ".join([each.text for each in statements] + [f"{f.label} {f.option or ''}" for f in facts]))
        kept = {name: self._word(found, name, shown) for name in ("label", "tagline")}
        return found.model_copy(
            update={
                "statements": statements,
                "facts": facts,
                "quotes": self._quotes(found.quotes),
                "story": story,
                "unlike": tuple(each for each in found.unlike if each.statement in known),
                "label": kept["label"] or (NUMBERED.format(number=found.index) if found.label else ""),
                "tagline": kept["tagline"] or next((each.text for each in statements), ""),
                "summary": self._summary(found, " ".join(each.text for each in story)),
                "phrased": tuple(name for name in found.phrased if name == "tagline" and kept["tagline"]),
                "fields": (),
                "dropped": (),
            }
        )

    def _stays(self, statement: Statement) -> bool:
        on = columns_of(statement)
        return not on & self._gone if on else not words(statement.text) & self._hidden_words

    def _quotes(self, passages: Iterable[Evidence]) -> tuple[Evidence, ...]:
        return tuple(passage for passage in passages if passage.column not in self._gone)

    def _word(self, found: Persona, name: str, shown: set[str]) -> str:
        text: str = getattr(found, name)
        is_ours = name not in self._rewritten.get(found.index, ())
        proven = words(text) <= shown if is_ours else not words(text) & self._hidden_words
        return text if proven else ""

    def _summary(self, found: Persona, story: str) -> str:
        is_own = "summary" in self._rewritten.get(found.index, ())
        return found.summary if is_own and not words(found.summary) & self._hidden_words else story

    def told(self, found: Persona) -> Persona:
        """Without sentences that say what others were called."""
        story = tuple(each for each in found.story if self._is_clean(each.text))
        return found.model_copy(
            update={
                "story": story,
                "unlike": tuple(each for each in found.unlike if self._is_clean(each.text)),
                "warnings": self.clean(found.warnings),
                "summary": found.summary if self._is_clean(found.summary) else " ".join(each.text for each in story),
            }
        )

    def segmentation(self, found: SegmentationSummary) -> SegmentationSummary:
        return found.model_copy(
            update={
                "columns": tuple(
                    use if self._is_clean(use.reason) else use.model_copy(update={"reason": ""})
                    for use in found.columns
                    if use.name not in self._gone
                ),
                "reason": found.reason if self._is_clean(found.reason) else "",
                "one_question": found.one_question if self._is_clean(found.one_question or "") else None,
                "segments": tuple(
                    each if self._is_clean(each.name or "") else each.model_copy(update={"name": None})
                    for each in found.segments
                ),
            }
        )

    def verdict(self, found: Verdict | None) -> Verdict | None:
        if found is None:
            return None
        reasons = tuple(each for each in found.reasons if self._is_clean(each.model_dump_json()))
        return found.model_copy(update={"reasons": reasons})


def _told_of(result: GenerationResult, gone: set[str]) -> list[str]:
    """What is told of hidden columns anywhere: their options, and what is made of them."""
    facts = [
        f"{fact.label} {fact.option or ''}"
        for persona in result.personas
        for fact in persona.facts
        if fact.column in gone
    ]
    options = [option for column in result.columns if column.name in gone for option in column.options]
    said = [
        f"{each.text} {each.question or ''} {each.option or ''}"
        for persona in result.personas
        for each in persona.statements
        if set(each.columns) & gone
    ]
    return [*facts, *options, *said]


def words(text: str) -> set[str]:
    """The words of a text that tell something: long ones and numbers, in small letters.

    >>> sorted(words("Pays 20 € for the plan"))
    ['20', 'pays', 'plan']
    """
    found = _WORD.findall(text.casefold())
    return {word for word in found if len(word) >= TELLING or not word.isascii() or any(map(str.isdigit, word))}


def without_words(result: GenerationResult) -> GenerationResult:
    """Without sentences that are themselves what somebody wrote, and without fields of people's own.

    Passages go with `choosing.narrowed`.
    """
    return result.model_copy(update={"personas": tuple(map(_in_our_words, result.personas))})


def _in_our_words(found: Persona) -> Persona:
    passages = [*found.quotes, *(passage for each in found.statements for passage in each.evidence)]
    said = _Said(passage.quote for passage in passages)
    statements = tuple(each for each in found.statements if not said.holds(each.text))
    known = {each.id for each in statements}
    story = tuple(each for each in found.story if known.issuperset(each.statements) and not said.holds(each.text))
    summary = found.summary if not said.holds(found.summary) else " ".join(each.text for each in story)
    return found.model_copy(
        update={
            "statements": statements,
            "story": story,
            "unlike": tuple(each for each in found.unlike if each.statement in known),
            "summary": summary,
            "label": NUMBERED.format(number=found.index) if said.holds(found.label) else found.label,
            "tagline": next((each.text for each in statements), "") if said.holds(found.tagline) else found.tagline,
            "fields": (),
            "dropped": (),
        }
    )


class _Said:
    """What people wrote, to be found again in sentences."""

    def __init__(self, quotes: Iterable[str]) -> None:
        self._quotes = {quote: _folded(quote) for quote in set(quotes)}.values()

    def holds(self, text: str) -> bool:
        """Whether a text repeats a passage, or is a part of one."""
        folded = _folded(text)
        is_long = folded.count(" ") + 1 >= VERBATIM
        return any(
            (is_long and folded in quote) or (quote.count(" ") + 1 >= VERBATIM and quote in folded)
            for quote in self._quotes
        )


def _folded(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def for_strangers(result: GenerationResult) -> GenerationResult:
    """Personal data masked in every sentence and passage, and no cell, skipped line or example of a file left."""
    from persona.questionnaire.personal import mask  # late: it brings patterns of phone numbers and names

    return result.model_copy(
        update={
            "personas": tuple(_masked(persona, mask) for persona in result.personas),
            "columns": tuple(column.model_copy(update={"examples": ()}) for column in result.columns),
            "sources": tuple(_report(report) for report in result.sources),
        }
    )


def _masked(found: Persona, mask: Callable[[str], str]) -> Persona:
    return found.model_copy(
        update={
            **{name: mask(getattr(found, name)) for name in ("label", "tagline", "summary")},
            "quotes": _masked_quotes(found.quotes, mask),
            "statements": tuple(
                each.model_copy(update={"text": mask(each.text), "evidence": _masked_quotes(each.evidence, mask)})
                for each in found.statements
            ),
            "story": tuple(each.model_copy(update={"text": mask(each.text)}) for each in found.story),
            "unlike": tuple(
                each.model_copy(update={"text": mask(each.text), "topic": mask(each.topic)}) for each in found.unlike
            ),
            "facts": tuple(
                each.model_copy(update={"label": mask(each.label), "value": mask(each.value)}) for each in found.facts
            ),
            "fields": tuple(
                each.model_copy(update={"name": mask(each.name), "text": mask(each.text)}) for each in found.fields
            ),
            "warnings": tuple(map(mask, found.warnings)),
            "dropped": (),
        }
    )


def _masked_quotes(passages: Iterable[Evidence], mask: Callable[[str], str]) -> tuple[Evidence, ...]:
    return tuple(passage.model_copy(update={"quote": mask(passage.quote)}) for passage in passages)


def _report(report: SourceReport) -> SourceReport:
    """Without cells and lines of the file, and without who speaks in it."""
    gone = ("skipped_lines", "repaired", "encoding_samples", "titles", "speakers")
    return report.model_copy(update=dict.fromkeys(gone, ()) | {"steps": {}})


def _without_names(report: SourceReport) -> SourceReport:
    """Its name and how many rows it has, by which quotes are found; nothing that names a column."""
    changes: dict[str, object] = dict.fromkeys(("names", "sheet_changes", "sheets_of_codes"), ())
    changes |= {"labels": None, "sheets_beside": {}}
    return _report(report).model_copy(update=changes)
