"""Scales in words: the answers of a question in their order, lowest first, and those that stand outside."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from persona.questionnaire.scales.degree_words import NEGATING_PREFIXES
from persona.questionnaire.scales.mirrored import middle_of, mirrored, names_a_word_of_each, names_both, repeats_a_word
from persona.questionnaire.scales.places import Place, place
from persona.questionnaire.scales.rates import is_less, rate
from persona.questionnaire.scales.screening import order_days
from persona.questionnaire.values.blanks import blank_kind
from persona.questionnaire.values.cells import spelling_key
from persona.questionnaire.values.spellings import join_spellings
from persona.reading.yes_no import NO, YES

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_MOST_PLACES = 11
_LEAST_PLACES = 3
_LEAST_SHARE = 0.9  # of those who took a side, once the options outside are put aside
_MOST_OUTSIDE = 2  # options that say something else: "I was not there"
_MOST_STRANGE = 0.4  # share of the options that speak of something that no other does
_YES_NO = YES | NO
_LEAST_FOR_STEP, _STEP_SHARE = 2, 0.03  # of the cells, from which an unknown word is a step rather than a slip
_HALF = 0.5
_LIKE_NEVER = -0.99
_MOST_TEXTS = 200  # with all their spellings
_LONGEST = 70  # letters on average; longer answers are sentences


@dataclass(frozen=True, slots=True)
class WordScale:
    """`words` are shown, lowest first, one a place. `places` gives each cell text its place from 1 on."""

    words: tuple[str, ...]
    places: Mapping[str, int]
    outside: tuple[str, ...] = ()  # cell texts that are answers and no place
    higher_is: Literal["more"] | None = "more"  # None: it has two ends, and no word tells which is the upper one
    middle: str | None = None  # an answer that lies between both sides by its place alone: it may be none


def order_words(counts: Mapping[str, int], question: str = "") -> WordScale | None:
    """The scale that these answers make; None where they are no scale.

    `counts`: how many cells hold each text (of one column, or of all columns of a block). Words of degree, amount and
    frequency give answers their place; what they speak of ("satisfied", "able") is taken from the answers themselves.
    """
    if len(counts) > _MOST_TEXTS:
        return None
    asked = {text: n for text, n in counts.items() if blank_kind(text) is None}
    spellings = join_spellings(asked)
    labels = list(spellings.counts)
    if not _LEAST_PLACES <= len(labels) <= _MOST_PLACES + _MOST_OUTSIDE or _sentences(labels):
        return None
    values, sure = order_days(labels) or _by_rate(labels), True
    middle = None
    if values is None:
        values, sure = _by_degree(labels, question)
        values, middle = _with_middle(values, labels)
    ordered = _one_each(values, spellings.counts)
    if not ordered or not _is_whole(values, spellings.counts):
        ordered, sure, middle = _by_build(labels)
    if not ordered:
        return None
    place_of = {label: at for at, group in enumerate(ordered, start=1) for label in group}
    return WordScale(
        words=tuple(max(group, key=lambda label: spellings.counts[label]) for group in ordered),
        places={text: place_of[label] for text, label in spellings.labels.items() if label in place_of},
        outside=tuple(text for text, label in spellings.labels.items() if label not in place_of),
        higher_is="more" if sure else None,
        middle=middle,
    )


def _is_whole(values: Mapping[str, float], counts: Mapping[str, int]) -> bool:
    """Whether the places take in nearly all answers, and none looks like a step that has no place."""
    return _holds(values, counts) and not _overlooked(values, list(counts)) and not _unplaced(values, counts)


def _with_middle(values: Mapping[str, float], labels: Collection[str]) -> tuple[dict[str, float], str | None]:
    """The places with that of the one answer that others lie around, and this answer where only its place says so."""
    keys = {spelling_key(label): label for label in labels}
    placed = {spelling_key(label): value for label, value in values.items()}
    lower, upper = ([key for key, value in placed.items() if (value > 0) is side] for side in (False, True))
    named = [key for key in keys if names_a_word_of_each(key, lower, upper)]
    named = named or [
        key for key in keys if any(names_both(key, a, b) for a in lower for b in upper if key not in (a, b))
    ]
    if len(named) == 1 and len(keys) > _LEAST_PLACES:
        return {**values, keys[named[0]]: 0.0}, None
    found = middle_of(placed, list(keys))
    if found is None:
        return dict(values), None
    return {**values, keys[found]: 0.0}, None if repeats_a_word(found) else keys[found]


def _by_build(labels: Collection[str]) -> tuple[list[list[str]], bool, str | None]:
    """The answers in their order, whether the upper end is known, and the one that is between by its place alone."""
    keys = {spelling_key(label): label for label in labels}
    found = mirrored(list(keys)) if len(keys) == len(labels) else None
    if found is None:
        return [], True, None
    middle = keys[found.middle] if found.middle and not place(found.middle).middle else None
    return [[keys[key]] for key in found.order], found.higher_is is not None, middle


def _overlooked(values: Mapping[str, float], labels: Collection[str]) -> bool:
    """Whether an answer without a place uses words of those that have one: a step whose words are not known."""
    known = {word for label in labels if label in values for word in _long_words(label)}
    return any(known & _long_words(label) for label in labels if label not in values)


def _unplaced(values: Mapping[str, float], counts: Mapping[str, int]) -> bool:
    """Whether an answer without a place looks like a step ("Urgent" beside "Low" and "High"): one word, as they are.

    What stands outside of a scale says so in more words than its steps have, or by words that `blank_kind` knows.
    """
    if any(" " in spelling_key(label) for label in values):
        return False
    least = max(_LEAST_FOR_STEP, _STEP_SHARE * sum(counts.values()))
    longest = max(map(len, values))
    return any(
        n >= least and label not in values and " " not in spelling_key(label) and len(label) <= 2 * longest
        for label, n in counts.items()
    )


def _long_words(label: str) -> set[str]:
    return {word for word in re.findall(r"[^\W\d_]+", spelling_key(label)) if len(word) > 3}


def _sentences(labels: Collection[str]) -> bool:
    return sum(len(label) for label in labels) > _LONGEST * len(labels)


def _by_rate(labels: Collection[str]) -> dict[str, float] | None:
    """Places by how often; words such as "never" and "less often" stand at the low end."""
    rates = {label: found for label in labels if (found := rate(label)) is not None}
    if len(rates) < _LEAST_PLACES or len(rates) < 0.5 * len(labels):
        return None
    for label in labels:
        if label in rates:
            continue
        step = place(label)
        if step.value <= _LIKE_NEVER or spelling_key(label) in _YES_NO or ("use" in step.about and step.negated):
            rates[label] = 0.0
        elif (step.value < 0 and step.graded) or is_less(label):
            rates[label] = min(value for value in rates.values() if value > 0) / 2
        elif step.amount and step.value >= 0.99:
            rates[label] = max(rates.values()) * 2
    return rates


def _by_degree(labels: Collection[str], question: str) -> tuple[dict[str, float], bool]:
    found = {label: place(label) for label in labels}
    shared = Counter(word for each in found.values() for word in each.about)
    bare = {label for label, each in found.items() if not each.graded and _is_shared(each, shared)}
    prefixed = {label for label, each in found.items() if _turns(each, shared)}
    placed = {
        label: each
        for label, each in found.items()
        if (each.graded and not _elsewhere(each, shared)) or label in bare or label in prefixed
    }
    if _strange(placed, shared) or not any(each.graded and not each.middle for each in placed.values()):
        return {}, True
    if _only_yes_no(placed):
        return {}, True
    values = {label: -each.value if label in prefixed else each.value for label, each in placed.items()}
    values |= dict.fromkeys(_strengthened(placed), -1.0)
    if any(each.amount for each in placed.values()) and not any(each.pole for each in placed.values()):
        values = {label: _as_amount(placed[label], value) for label, value in values.items()}
    elif _counts_up(placed.values()):
        values = {label: _HALF if placed[label].middle else value for label, value in values.items()}
    if ends := _two_ends(placed, question):
        lower, sure = ends
        return {label: -values[label] if placed[label].about & lower else values[label] for label in values}, sure
    return values, True


def _strengthened(placed: Mapping[str, Place]) -> list[str]:
    """Answers whose "not at all" strengthens a "no" that is another answer, as in Turkish and Korean.

    "Hiç memnun değilim" beside "Memnun değilim" is the end of a scale that has another side; "not at all dissatisfied"
    beside "dissatisfied" alone is not.
    """
    keys = {label: spelling_key(label) for label in placed}
    lower = [keys[label] for label, each in placed.items() if each.value < 0]
    if not any(each.value > 0 and each.pole and not each.negated for each in placed.values()):
        return []
    return [
        label
        for label, each in placed.items()
        if each.negated and each.pole and each.value > 0 and any(keys[label].endswith(f" {key}") for key in lower)
    ]


def _counts_up(placed: Collection[Place]) -> bool:
    """ "Not at all, a little, medium, quite, very": one answer says no, and the others say how much."""
    no = [each.value for each in placed if each.negated]
    return no == [-1.0] and not any(each.pole for each in placed)


def _elsewhere(each: Place, shared: Counter[str]) -> bool:
    """Whether an answer tells a story of its own: "I was not aware of this", "I have not attended a meeting"."""
    strange = sum(shared[word] < 2 for word in each.about)
    return strange >= 2 or (each.negated and not each.pole and 0 < strange == len(each.about))


def _as_amount(each: Place, value: float) -> float:
    """ "A little" and "fully" beside "half": between none (-1) and all (1)."""
    return value if each.amount or each.middle or each.negated else 2 * value - 1


def _is_shared(each: Place, shared: Counter[str]) -> bool:
    """ "Able" beside "extremely able": the plain word, whose place is that of "agree" alone."""
    return bool(each.about) and all(shared[word] > 1 for word in each.about)


def _turns(each: Place, shared: Counter[str]) -> bool:
    """ "Unimpressive" where others say "impressive"."""
    return any(
        word.startswith(prefix) and shared[word.removeprefix(prefix)] > 0
        for word in each.about
        for prefix in NEGATING_PREFIXES
        if len(word) > len(prefix) + 2
    )


def _strange(placed: Mapping[str, Place], shared: Counter[str]) -> bool:
    """Whether the answers speak of different things: "High school", "Some college", "Small business"."""
    odd = sum(any(shared[word] < 2 for word in each.about) and not each.negated for each in placed.values())
    return odd > _MOST_STRANGE * len(placed)


def _only_yes_no(placed: Mapping[str, Place]) -> bool:
    """Yes, no and maybe are three answers rather than three places."""
    return all(each.middle or spelling_key(label) in _YES_NO for label, each in placed.items())


def _two_ends(placed: Mapping[str, Place], question: str) -> tuple[frozenset[str], bool] | None:
    """The words of the lower end where answers mirror each other: "very liberal" … "very conservative"."""
    groups: dict[frozenset[str], list[float]] = {}
    for each in placed.values():
        if each.about and not each.negated:
            groups.setdefault(each.about, []).append(round(each.value, 2))
    paired = [about for about, values in groups.items() if len(values) > 1]
    if len(paired) != 2 or len(groups) != 2 or sorted(groups[paired[0]]) != sorted(groups[paired[1]]):
        return None
    asked = spelling_key(question).replace(" ", "").replace("-", "")
    named = [about for about in paired if any(word.replace("-", "") in asked for word in about)]
    first, second = sorted(paired, key=lambda about: (about in named, sorted(about)))
    return first - second, False


def _one_each(values: Mapping[str, float], counts: Mapping[str, int]) -> list[list[str]] | None:
    """Labels by place, lowest first; None where two different answers would share one (but for words of the middle)."""
    groups: dict[float, list[str]] = {}
    for label in counts:
        if label in values:
            groups.setdefault(round(values[label], 3), []).append(label)
    if not _LEAST_PLACES <= len(groups) <= _MOST_PLACES:
        return None
    if any(len(group) > 1 and not all(place(label).middle for label in group) for group in groups.values()):
        return None
    return [groups[value] for value in sorted(groups)]


def _holds(values: Mapping[str, float], counts: Mapping[str, int]) -> bool:
    """Whether nearly all answers have a place, when a few whole options outside are put aside."""
    outside = sorted((n for label, n in counts.items() if label not in values), reverse=True)
    inside = sum(n for label, n in counts.items() if label in values)
    if sum(outside) == 0:
        return True
    left = sum(outside[_MOST_OUTSIDE:])
    few_outside = len(outside) <= min(_MOST_OUTSIDE, len(values) - 2) and sum(outside) <= inside
    return few_outside or (inside >= _LEAST_SHARE * (inside + sum(outside)) and left <= 0.05 * inside)
