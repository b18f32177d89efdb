"""Ratings: one column, or all columns of a battery, read as places on one scale."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from persona.questionnaire.codes import DoubtCode
from persona.questionnaire.drafts import Draft, Unsure
from persona.questionnaire.kinds import QuestionKind as Kind
from persona.questionnaire.measures import as_number
from persona.questionnaire.models import Option, Recoding, Scale
from persona.questionnaire.options import option_list, silent
from persona.questionnaire.scales import (
    Anchors,
    CodeReading,
    asks_for_counts,
    asks_for_counts_or_kinds,
    asks_to_recommend,
    codes_among_words,
    codes_outside,
    find_anchored_values,
    find_anchors,
    find_bounds,
    find_direction,
    marks_among_numbers,
    names_kinds,
    order_codes,
    order_steps,
    order_words,
    proposed_by_marks,
    read_codes,
    read_symbols,
    recommending,
    whole,
    whole_counts,
    with_both_ends,
)
from persona.questionnaire.values.blanks import Blank
from persona.questionnaire.worded import in_steps

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from persona.questionnaire.columns import ColumnView
    from persona.questionnaire.context import Context
    from persona.questionnaire.evidence import Evidence
    from persona.questionnaire.scales import WordScale
    from persona.questionnaire.scales.direction import Marks

_MOST_TEXTS, _NEARLY_TEN = 60, 9
_BESIDE = 0.5  # of the cells; with more of them the steps are no scale of all
_TWO = 2  # numbers alone are no scale
_LONGEST, _PERCENT = 11, 100  # "720 months" is a quantity, and no place on a scale


@dataclass(frozen=True)
class ScaleReading:
    """A scale, the place of each cell text on it, and the texts that are none."""

    scale: Scale
    values: Mapping[str, float]
    reason: str
    no_answer: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    unsure: tuple[Unsure, ...] = field(default=())

    @property
    def recoding(self) -> Recoding | None:
        """Places of the texts that do not say them themselves."""
        values = {text: value for text, value in self.values.items() if whole(text) != value}
        return Recoding(values=values) if values else None


@dataclass(frozen=True)
class NoScale:
    """Whole numbers that are codes or quantities, and whether a person should be asked."""

    reading: CodeReading
    no_answer: tuple[str, ...]
    unsure: tuple[Unsure, ...]


def as_rating(seen: Evidence, context: Context) -> Draft | None:
    """A column of ratings, or of answer codes; None where its cells are neither."""
    column = seen.column
    found = read_scale([column], column.text, context)
    if (alike := context.alike.get(column.position)) and _says_little(found):
        pooled = read_scale(alike, column.text, context, about=column)
        found = pooled if isinstance(pooled, ScaleReading) else found
    if found is None:
        return None
    if isinstance(found, NoScale) and found.reading.reading == "number":
        number = as_number(seen, context) if found.unsure else None
        return number.but(unsure=(*number.unsure, *found.unsure)) if number else None
    if isinstance(found, NoScale):
        return option_list(seen, found.reading.reason, aside=found.no_answer).but(unsure=found.unsure)
    return Draft(
        (column,),
        column.text,
        Kind.RATING,
        found.reason,
        options=_rated(column, found),
        scale=found.scale,
        recoding=found.recoding,
        no_answer=(*found.no_answer, *silent(column.counts, column.blanks)),
        unsure=found.unsure,
    )


def _says_little(found: ScaleReading | NoScale | None) -> bool:
    """Whether no word tells what the numbers of one column are, so that its neighbours may."""
    if isinstance(found, ScaleReading):
        return not found.scale.words and found.scale.low_label is None and found.scale.high_label is None
    return isinstance(found, NoScale)


def read_scale(
    columns: Sequence[ColumnView], question: str, context: Context, *, about: ColumnView | None = None
) -> ScaleReading | NoScale | None:
    """The scale of these columns together; `NoScale` where whole numbers are none; None where nothing speaks for one.

    `about`: the column whose answers to doubts count, the first if left out.
    """
    about = about or columns[0]
    counts: Counter[str] = Counter()
    for column in columns:
        if column.uncounted:
            return None
        counts.update({t: n for t, n in column.answers.items() if t not in column.codes})
    if len(counts) > _MOST_TEXTS or not counts:
        return None
    codes = codes_among_words(counts)
    counts = Counter({text: n for text, n in counts.items() if text not in codes})
    found = _by_legend(counts, question) or _by_signs(counts, question) or _by_words(counts, question, context, about)
    if found is not None:
        return _answered(replace(found, no_answer=(*codes, *found.no_answer)), about, question, context)
    return _by_codes(columns, question, context, about)


def _by_signs(counts: Mapping[str, int], question: str) -> ScaleReading | None:
    """Stars, smileys, "4 out of 5"; or numbers with words at some of them."""
    if signs := read_symbols(counts):
        ends = (signs.words[0], signs.words[-1]) if signs.words else (None, None)
        scale = Scale(
            low=signs.low, high=signs.high, low_label=ends[0], high_label=ends[1], higher_is="more", words=signs.words
        )
        return ScaleReading(scale, signs.values, "its answers are marks on a scale")
    if anchored := find_anchored_values(counts):
        anchors, values = anchored
        if max(values.values()) - min(values.values()) > _LONGEST and max(values.values()) != _PERCENT:
            return None
        scale = _numbered(anchors, question, values)
        return ScaleReading(scale, values, "its answers are numbers, with words at some of them")
    return None


def _numbered(anchors: Anchors, question: str, values: Mapping[str, float]) -> Scale:
    low = anchors.low if anchors.low is not None else min(values.values())
    high = anchors.high if anchors.high is not None else max(values.values())
    return Scale(
        low=low,
        high=high,
        low_label=anchors.low_label,
        high_label=anchors.high_label,
        higher_is=find_direction(anchors, question, high).higher_is,
    )


def _by_legend(counts: Mapping[str, int], question: str) -> ScaleReading | None:
    """Codes that the question names as steps: "1 = daily, 2 = weekly, 3 = never"."""
    found = order_codes(question, counts)
    return found and ScaleReading(word_scale(found[0]), found[1], "the words above it name its codes, which are steps")


def word_scale(found: WordScale) -> Scale:
    """Steps in words as a scale from 1 on."""
    return Scale(
        low=1,
        high=len(found.words),
        low_label=found.words[0],
        high_label=found.words[-1],
        higher_is=found.higher_is,
        words=found.words,
    )


def _by_words(counts: Mapping[str, int], question: str, context: Context, about: ColumnView) -> ScaleReading | None:
    others = context.worded.get(about.position, {})
    beside = _beside_steps(counts, about.steps)
    counts = {text: n for text, n in counts.items() if text not in beside}
    others = {text: n for text, n in others.items() if text not in beside}
    found = _of_all(counts, question, others) or order_steps(about.steps, counts)
    middle = found.middle if found else None
    if middle and context.settings.to(DoubtCode.NO_ANSWER_CODES, about) == "no_answer":
        found = _of_all(_without(counts, middle), question, _without(others, middle))
    if found is None:
        return None
    found = in_steps(found, about.steps)
    words = found.words if about.steps else with_both_ends(found.words)
    below = len(words) - len(found.words) if words[-1] == found.words[-1] else 0
    is_asked = middle is not None and middle in counts
    return ScaleReading(
        word_scale(replace(found, words=words)),
        {text: float(place + below) for text, place in found.places.items() if text in counts},
        "its answers are steps of one scale",
        no_answer=(middle,) if middle and is_asked and middle not in found.places else (),
        outside=(*(text for text in found.outside if text in counts), *beside),
        unsure=_middle_doubt(middle, question) if middle and is_asked and not about.steps else (),
    )


def _beside_steps(counts: Mapping[str, int], steps: Sequence[str]) -> tuple[str, ...]:
    """Answers whose codes stand apart from the steps in which nearly everybody answered: 9 beside 1 to 5."""
    beside = tuple(text for text in counts if text not in steps)
    return beside if sum(counts[text] for text in beside) <= _BESIDE * sum(counts.values()) else ()


def _without(counts: Mapping[str, int], text: str) -> dict[str, int]:
    return {each: n for each, n in counts.items() if each != text}


def _of_all(counts: Mapping[str, int], question: str, others: Mapping[str, int]) -> WordScale | None:
    """The scale of which other columns of the file may show more steps; else that of these answers alone."""
    every = {**others, **counts}
    found = order_words(every, question) if len(every) > len(counts) else None
    return (
        found if found is not None and len(found.places.keys() & counts.keys()) > 1 else order_words(counts, question)
    )


def _middle_doubt(middle: str, question: str) -> tuple[Unsure, ...]:
    """Whether an answer that no word places lies between the others, or is none."""
    words = {"question": question, "codes": f"“{middle}”"}
    return (Unsure(DoubtCode.NO_ANSWER_CODES, "answer", words, (middle,), f"answer {middle}"),)


def _by_codes(
    columns: Sequence[ColumnView], question: str, context: Context, about: ColumnView
) -> ScaleReading | NoScale | None:
    every: Counter[str] = Counter()
    for column in columns:
        every.update(column.sides)
    marks = marks_among_numbers(every)
    sides = [{text: n for text, n in column.sides.items() if text not in marks} for column in columns]
    numbers = [whole_numbers for each in sides if (whole_numbers := whole_counts(each)) is not None]
    if len(numbers) < len([column for column in columns if column.sides]) or not numbers:
        return None
    if kinds := _are_kinds(question, about, context):
        return NoScale(CodeReading("choice", True, kinds), (), ())
    anchors = find_anchors(question) or _item_anchors(columns)
    ends = (anchors.low, anchors.high) if anchors else (None, None)
    outside = codes_outside(numbers, low=ends[0], high=ends[1], counted=asks_for_counts(question))
    kept = context.settings.to(DoubtCode.NO_ANSWER_CODES, about) == "answer"
    away = set() if kept else set(outside.codes)
    codes: Counter[int] = Counter()
    for found in numbers:
        codes.update({code: n for code, n in found.items() if code not in away})
    if not codes:
        return None
    if anchors is None and not asks_for_counts_or_kinds(question):
        anchors = find_bounds(question, codes)
    reviewed = about.position in context.reviewed
    reading = read_codes(codes, question, block=len(columns), labelled=anchors is not None, reviewed=reviewed)
    texts = tuple(sorted({t for c in columns for t in c.sides if whole(t) in away or (t in marks and not kept)}))
    legend = None if anchors else _above_the_table(codes, context)
    reached = legend is not None and _reaches(legend, codes)
    if reached and not reading.sure and len(codes) > _TWO:
        reading = CodeReading("rating", False, "a line above the table tells of such a scale")
    chosen = context.settings.to(DoubtCode.KIND_CODES, about) or reading.reading
    told = () if chosen == "number" else tuple(f"“{mark}”" for mark in marks)
    unsure = no_answer_doubt((*outside.unsure, *told), question) + _kind_doubt(reading, codes, question)
    if chosen != "rating":
        return NoScale(CodeReading(chosen, reading.sure, reading.reason), texts, unsure)  # type: ignore[arg-type]
    anchors = anchors or (legend if legend is None or reached else Anchors(legend.low, legend.high))
    scale = _code_scale(codes, anchors, question)
    proposed = _proposed(anchors, legend, question, scale.high, context.marks)
    if legend and not reached and scale.higher_is not in (None, proposed):
        scale = scale.model_copy(update={"higher_is": None})  # the line above the table may speak of it, or of others
    values = {
        text: float(code) for c in columns for text in c.sides if (code := whole(text)) in codes and code is not None
    }
    rated = ScaleReading(scale, values, reading.reason, texts, marks if kept else (), unsure)
    return _answered(rated, about, question, context, proposed=proposed)


def _are_kinds(question: str, about: ColumnView, context: Context) -> str:
    """Why codes are beyond doubt those of kinds; empty where they may be places."""
    if any(names_kinds(text, about.sides) for text in (question, about.text)):
        return "the words above it name its codes"
    return "it holds the best or the worst of a set, by its code" if about.position in context.paired else ""


def _item_anchors(columns: Sequence[ColumnView]) -> Anchors | None:
    """Anchors that stand in the text of the first item alone."""
    return find_anchors(columns[0].text)


def _above_the_table(codes: Mapping[int, int], context: Context) -> Anchors | None:
    """What a line above the table says of its scales, where these numbers lie on it."""
    legend = context.legend
    if legend is None or legend.low is None or legend.high is None:
        return None
    return legend if legend.low <= min(codes) <= legend.low + 1 and max(codes) <= legend.high else None


def _reaches(legend: Anchors, codes: Mapping[int, int]) -> bool:
    """Whether numbers go from one end of a scale to the other; else they may be those of another one."""
    return legend.high is not None and legend.high - 1 <= max(codes)


def _proposed(anchors: Anchors | None, legend: Anchors | None, question: str, high: float, marks: Marks) -> str:
    """What is proposed where a direction is asked about: what the line above the table says, if there is one."""
    if told := find_direction(legend, "", high).higher_is if legend else None:
        return told
    return proposed_by_marks(question, high, marks) or find_direction(anchors, question, high).default


def _code_scale(codes: Mapping[int, int], anchors: Anchors | None, question: str) -> Scale:
    low, high = float(min(codes)), float(max(codes))
    if anchors is not None:
        low = low if anchors.low is None else anchors.low
        high = high if anchors.high is None else anchors.high
    if anchors is None or anchors.low is None:
        low = _lowest(low, high, question)
    if (anchors is None or anchors.high is None) and (low, high) == (0, _NEARLY_TEN):
        high = recommending.HIGH  # counted from 0, scales end at 10, whoever chose it
    return Scale(
        low=low,
        high=high,
        low_label=anchors.low_label if anchors else None,
        high_label=anchors.high_label if anchors else None,
        higher_is=find_direction(anchors or Anchors(low, high), question, high).higher_is,
    )


def _lowest(low: float, high: float, question: str) -> float:
    """Where a scale begins of which nobody may have chosen the lowest places."""
    if high == recommending.HIGH and low > recommending.LOW and asks_to_recommend(question):
        return recommending.LOW
    return 1.0 if (low in (2, 3) and high > low) or (low > 1 and high == recommending.HIGH) else low


def _answered(
    found: ScaleReading, column: ColumnView, question: str, context: Context, *, proposed: str = "more"
) -> ScaleReading:
    """The reading after what a person said of its direction; with a doubt where nobody knows it."""
    scale = found.scale
    said = context.settings.to(DoubtCode.SCALE_DIRECTION, column)
    ends = {f"{scale.high:g}_is_best": "more", f"{scale.low:g}_is_best": "less", "unknown": None}
    unsure = found.unsure
    if scale.higher_is is None and not scale.words and not (scale.low_label and scale.high_label):
        default = next(value for value, meaning in ends.items() if meaning == proposed)
        words = {"question": question, "low": f"{scale.low:g}", "high": f"{scale.high:g}"}
        group = f"{scale.low:g} to {scale.high:g}"
        evidence = tuple(list(found.values)[:3])
        unsure = (*unsure, Unsure(DoubtCode.SCALE_DIRECTION, default, words, evidence, group))
        said = said or default
    if said in ends:
        scale = scale.model_copy(update={"higher_is": ends[said]})
    return ScaleReading(scale, found.values, found.reason, found.no_answer, found.outside, unsure)


def no_answer_doubt(codes: Sequence[int | str], question: str) -> tuple[Unsure, ...]:
    """Whether codes mean that somebody did not answer."""
    if not codes:
        return ()
    told = ", ".join(map(str, codes))
    words = {"question": question, "codes": told}
    return (Unsure(DoubtCode.NO_ANSWER_CODES, None, words, tuple(map(str, codes))[:3], f"codes {told}"),)


def _kind_doubt(reading: CodeReading, codes: Mapping[int, int], question: str) -> tuple[Unsure, ...]:
    if reading.sure:
        return ()
    examples = tuple(f"{code}: {n}" for code, n in sorted(codes.items(), key=lambda pair: -pair[1]))[:3]
    return (Unsure(DoubtCode.KIND_CODES, reading.reading, {"question": question}, examples, reading.reading),)


def _rated(column: ColumnView, found: ScaleReading) -> tuple[Option, ...]:
    """The steps of a scale in words with their counts, lowest first, and the answers that take no side."""
    if not found.scale.words:
        return _aside(column, found)
    counts = dict.fromkeys(range(1, len(found.scale.words) + 1), 0)
    for text, place in found.values.items():
        counts[round(place)] += column.counts.get(text, 0)
    steps = tuple(Option(label=word, count=counts[at]) for at, word in enumerate(found.scale.words, 1))
    return steps + _aside(column, found)


def _aside(column: ColumnView, found: ScaleReading) -> tuple[Option, ...]:
    texts = [t for t, kind in column.blanks.items() if kind is Blank.NO_OPINION and t not in found.no_answer]
    outside = [text for text in found.outside if text in column.counts]
    return tuple(
        Option(label=text, count=column.counts[text], no_opinion=True) for text in dict.fromkeys([*texts, *outside])
    )
