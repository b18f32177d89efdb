"""Which questions of two studies are the same: by name, text or options; the order of columns says nothing."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from persona.questionnaire.kinds import QuestionKind as Kind
from persona.recoding.cells import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from persona.questionnaire.models import Question, Questionnaire

ALIKE_TEXT = 0.6
"""Share of all their words that two texts have in common to be one question, asked in other words."""
ALIKE_OPTIONS = 0.75
LEAST_OPTIONS = 3
"""With fewer options ("Yes", "No") many questions look the same."""
_NUMBERING = re.compile(r"^\s*(?:[a-z]{0,3}\d+(?:[._]\d+)*[a-z]?\s*[.:)\]-]+|[a-z]\d+[a-z]?)\s+", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_ASKED = (Kind.OPEN, Kind.SINGLE, Kind.MULTIPLE, Kind.RANKING, Kind.RATING, Kind.BATTERY, Kind.NUMBER)
_CHOICES = (Kind.SINGLE, Kind.MULTIPLE)


class SameQuestion(NamedTuple):
    """A question of both studies; `names`: column of the second -> column of the first."""

    first: Question
    second: Question
    names: dict[str, str]


def same_questions(first: Questionnaire, second: Questionnaire) -> list[SameQuestion]:
    """The questions that both studies asked, in the order of the second."""
    left = [question for question in first.questions if question.kind in _ASKED]
    rest = [question for question in second.questions if question.kind in _ASKED]
    pairs: dict[str, Question] = {}
    for score, least in ((_by_name, 1.0), (_by_text, ALIKE_TEXT), (_by_options, ALIKE_OPTIONS)):
        for old, new in _mutual(left, rest, score, least):
            pairs[new.id] = old
            left.remove(old)
            rest.remove(new)
    found = [(pairs[new.id], new) for new in second.questions if new.id in pairs]
    matched = (SameQuestion(old, new, _columns(old, new)) for old, new in found)
    return [pair for pair in matched if pair.names]


def _mutual(
    left: Sequence[Question], rest: Sequence[Question], score: Callable[[Question, Question], float], least: float
) -> list[tuple[Question, Question]]:
    """Pairs each of which is the other's only best: where two are equally alike, neither is guessed."""
    scores = {(a, b): score(old, new) for a, old in enumerate(left) for b, new in enumerate(rest)}
    best_of_left, best_of_rest = _only_best(scores, 0), _only_best(scores, 1)
    return [
        (left[a], rest[b])
        for (a, b), found in scores.items()
        if found >= least and best_of_left.get(a) == b and best_of_rest.get(b) == a
    ]


def _only_best(scores: dict[tuple[int, int], float], side: int) -> dict[int, int]:
    by_one: dict[int, list[tuple[float, int]]] = {}
    for pair, score in scores.items():
        by_one.setdefault(pair[side], []).append((score, pair[1 - side]))
    found = {}
    for one, ranked in by_one.items():
        ranked.sort(reverse=True)
        if len(ranked) == 1 or ranked[0][0] > ranked[1][0]:
            found[one] = ranked[0][1]
    return found


def _by_name(old: Question, new: Question) -> float:
    """The same columns; where a code such as "Q5" stands for another text now, it is another question."""
    mine, theirs = {*map(_plain, old.names)}, {*map(_plain, new.names)}
    if not mine & theirs or not _are_one_sort(old, new):
        return 0.0
    named = old.text in old.names or new.text in new.names
    texts = _jaccard(_words(old.text), _words(new.text))
    if not named and texts < ALIKE_TEXT / 2:
        return 0.0
    share = len(mine & theirs) / min(len(mine), len(theirs))
    return share + texts if share >= ALIKE_OPTIONS else 0.0  # of two with the same columns, that with the same text


def _by_text(old: Question, new: Question) -> float:
    return _jaccard(_words(old.text), _words(new.text)) if _are_one_sort(old, new) else 0.0


def _by_options(old: Question, new: Question) -> float:
    mine, theirs = _labels(old), _labels(new)
    if min(len(mine), len(theirs)) < LEAST_OPTIONS or not _are_one_sort(old, new):
        return 0.0
    return _jaccard(mine, theirs)


def _are_one_sort(old: Question, new: Question) -> bool:
    """Whether answers to both can be read alike."""
    return old.kind == new.kind or {old.kind, new.kind} <= {Kind.SINGLE, Kind.RATING, Kind.NUMBER}


def _labels(question: Question) -> set[str]:
    labels = [*(option.label for option in question.options), *(item.label for item in question.items)]
    numbers = all(label.strip().lstrip("-").replace(".", "", 1).isdigit() for label in labels)
    return set() if numbers else {fold(label) for label in labels}


def _columns(old: Question, new: Question) -> dict[str, str]:
    """Column of the new question -> column of the old one: by its name, by what it stands for."""
    if len(old.names) == len(new.names) == 1:
        return {new.names[0]: old.names[0]}
    by_name, by_label = {_plain(name): name for name in old.names}, {label: name for name, label in _stands(old)}
    found: dict[str, str] = {}
    for name, label in _stands(new):
        match = by_name.get(_plain(name)) or by_label.get(label)
        if match is not None and match not in found.values():
            found[name] = match
    return found if len(found) >= ALIKE_OPTIONS * len(new.names) else {}


def _stands(question: Question) -> list[tuple[str, str]]:
    labels = {item.column: item.label for item in question.items}
    labels |= {option.column: option.label for option in question.options if option.column is not None}
    return [
        (name, fold(labels.get(position, name)))
        for position, name in zip(question.columns, question.names, strict=True)
    ]


def _plain(text: str) -> str:
    """A name or text in a form in which numbering, case and punctuation do not count."""
    words = " ".join(_WORD.findall(_NUMBERING.sub("", text).casefold()))
    return words or text.casefold()


def _words(text: str) -> Counter[str]:
    return Counter(_plain(text).split())


def _jaccard(one: Iterable[str], two: Iterable[str]) -> float:
    one, two = Counter(one), Counter(two)
    whole = (one | two).total()
    return (one & two).total() / whole if whole else 0.0
