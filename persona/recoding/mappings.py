"""Mappings from cells as they stand in a file to recoded cells; each different text is looked at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.questionnaire.kinds import QuestionKind as Kind
from persona.questionnaire.models import Recoding
from persona.questionnaire.values.blanks import Blank, blank_kind
from persona.questionnaire.values.cells import shown, spelling_key
from persona.questionnaire.values.numbers import same_unit
from persona.questionnaire.values.numerals import numeral, out_of
from persona.questionnaire.values.separators import LIST_MARK, SEPARATORS, SLUG_MARK, cut_further, listed, pieces
from persona.recoding.cells import SEPARATOR, written

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from persona.questionnaire.models import Option, Question

    Recode = Callable[[str], str]

_REMEMBERED = 100_000  # different texts of a column; then it is begun anew
_ASIDE = (None, Blank.NO_OPINION)


class Mapping(dict[str, str]):
    """A dictionary that recodes a text when it is first met."""

    def __init__(self, recode: Recode) -> None:
        super().__init__()
        self._recode = recode

    def __missing__(self, text: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[text] = self._recode(text)
        return found

    def all(self, cells: Sequence[str]) -> list[str]:
        """A column of cells, recoded."""
        return list(map(self.__getitem__, cells))


def mapping_of(question: Question) -> Mapping | None:
    """How the cells of one column of a question are rewritten; None where they stay as they are."""
    match question.kind:
        case Kind.OPEN:
            return Mapping(_silencing(question)) if question.no_answer else None
        case Kind.SINGLE:
            return Mapping(_labelling(question))
        case Kind.RATING | Kind.BATTERY:
            return Mapping(_rating(question))
        case Kind.RANKING if len(question.columns) > 1:
            return Mapping(_ranking(question))
        case Kind.MULTIPLE | Kind.RANKING:
            return Mapping(_splitting(question))
        case Kind.NUMBER | Kind.WEIGHT:
            return Mapping(_numbering(question))
        case _:
            return None


def labels_by_spelling(options: Sequence[Option]) -> dict[str, str]:
    """What each spelling of an option is called, by what spellings have in common."""
    found = {spelling_key(text): option.label for option in options for text in option.spellings}
    return found | {spelling_key(option.label): option.label for option in options}


def is_silent(text: str, question: Question) -> bool:
    """Whether a cell that is no option is no answer at all."""
    return text in question.no_answer or blank_kind(text) not in _ASIDE


def _silencing(question: Question) -> Recode:
    """Open answers stay as they stand in the file, so that quotes are found again; codes for no answer go."""
    silent = frozenset(question.no_answer)
    return lambda text: "" if text.strip() in silent else text


def _labelling(question: Question) -> Recode:
    labels, silent = labels_by_spelling(question.options), frozenset(question.no_answer)

    def recode(text: str) -> str:
        bare = text.strip()
        if not bare or bare in silent:
            return ""
        label = labels.get(spelling_key(bare))
        if label is not None:
            return label
        return "" if blank_kind(bare) not in _ASIDE else shown(bare).replace("\n", " ")

    return recode


def _rating(question: Question) -> Recode:
    """Words of a scale as words, numbers as numbers; answers beside the scale only where they are told as options."""
    scale, known = question.scale, question.recoding or Recoding()
    words = scale.words if scale else ()
    silent = frozenset(question.no_answer)
    aside = labels_by_spelling([option for option in question.options if option.no_opinion])
    by_word = {spelling_key(word): word for word in words}
    by_text = {spelling_key(text): value for text, value in known.values.items()}

    def on_scale(value: float) -> str:
        if not words or scale is None:
            return written(value)
        at = round(value - scale.low)
        return words[at] if 0 <= at < len(words) else ""

    def recode(text: str) -> str:
        bare = text.strip()
        if not bare or bare in silent:
            return ""
        key = spelling_key(bare)
        if key in by_word:
            return by_word[key]
        if (value := known.values.get(bare, by_text.get(key))) is not None:
            return on_scale(value)
        if words:
            return aside.get(key, "")
        found = numeral(bare)
        return "" if found is None or not _inside(found.value, question) else written(found.value)

    return recode


def _inside(value: float, question: Question) -> bool:
    return question.scale is None or question.scale.low <= value <= question.scale.high


def _ranking(question: Question) -> Recode:
    """The place of each thing as a number, however its cells say it."""
    known = question.recoding.values if question.recoding else {}

    def recode(text: str) -> str:
        bare = text.strip()
        if bare in known:
            return written(known[bare])
        found = numeral(bare.rstrip("."))
        return "" if found is None else written(found.value)

    return recode


def _numbering(question: Question) -> Recode:
    """One decision for the whole column; what cannot be right (a birth year as age, another unit) is left out."""
    known, ends = question.recoding or Recoding(), question.numbers
    silent = frozenset(question.no_answer)

    def recode(text: str) -> str:
        bare = text.strip()
        if not bare or bare in silent:
            return ""
        if known.out_of and (part := out_of(bare)) is not None and part[1] == known.out_of:
            return written(part[0])
        found = numeral(bare)
        if found is None or (ends and ends.unit and not same_unit(found.unit, ends.unit)):
            return ""
        value = found.read(found.unclear == known.decimal)
        return written(value) if ends is None or ends.min <= value <= ends.max else ""

    return recode


def _splitting(question: Question) -> Recode:
    """Several choices in one cell: its parts by the question's separator, options that hold it left whole."""
    labels, silent = labels_by_spelling(question.options), frozenset(question.no_answer)
    cut = _cutter(question.separator, labels)

    def recode(text: str) -> str:
        bare = text.strip()
        if not bare or bare in silent:
            return ""
        whole = labels.get(spelling_key(bare))
        if whole is not None:
            return whole
        if blank_kind(bare) not in _ASIDE:
            return ""
        found = (labels.get(spelling_key(part), shown(part)) for part in cut(bare))
        return SEPARATOR.join(dict.fromkeys(part for part in found if part)) or SEPARATOR

    return recode


def _cutter(mark: str | None, labels: dict[str, str]) -> Callable[[str], Sequence[str]]:
    if mark is None:
        return lambda text: [text]
    if mark == LIST_MARK:
        return lambda text: listed(text) or ([] if listed(text) is not None else [text])
    if mark == SLUG_MARK:
        return str.split
    separator = next((each for each in SEPARATORS if each.mark == mark), None)
    if separator is None:
        return lambda text: text.split(mark)

    def known(part: str) -> bool:
        return spelling_key(part) in labels

    def cut(text: str) -> list[str]:
        tidy = shown(text) if "\t" not in text else text
        spans = pieces(tidy, separator)
        parts, at = [], 0
        while at < len(spans):
            end = next(
                (last for last in range(len(spans) - 1, at, -1) if known(tidy[spans[at].start : spans[last].end])),
                at,
            )
            part = tidy[spans[at].start : spans[end].end]
            parts += [part] if known(part) else cut_further(part, known) or [part]
            at = end + 1
        return parts

    return cut
