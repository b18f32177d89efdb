"""A question that would form the groups by itself, and groups that turn out to be only one question."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING

import numpy as np

from persona.questionnaire import headings
from persona.questionnaire.codes import DoubtCode
from persona.questionnaire.doubts import raise_doubt
from persona.questionnaire.evidence import plain
from persona.questionnaire.kinds import QuestionKind as Kind
from persona.reading.asking import is_question

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from persona.questionnaire.drafts import Draft
    from persona.questionnaire.kinds import Use
    from persona.questionnaire.models import Doubt

_MOST_OPTIONS = 30
_LONGEST_LABEL = 3  # words; a longer text, or one with a question mark, asks people something
_TELLS = 0.85  # share of the uncertainty about groups that one question takes away
_OTHERS = 0.5  # … and the next one at most: where several do, the groups are more than one question
_FEW_NUMBERS = 8  # are compared like labels
_BINS = 24  # of numbers, as many of them in each
_LEAST_SHARE = 0.5  # of the people must have answered a question that is told to be the groups


def find_alone(drafts: Sequence[Draft], uses: Sequence[Use]) -> int | None:
    """The place of the only closed question that forms groups beside open ones; None where there is none.

    Open answers tell weakly who is alike, so that one column of labels ("Bistro") would decide alone.
    """
    forming = [at for at, use in enumerate(uses) if use == "basis"]
    closed = [at for at in forming if drafts[at].kind is not Kind.OPEN]
    if len(closed) != 1 or len(forming) == 1:
        return None
    draft = drafts[closed[0]]
    words = headings.spoken(draft.text)
    if is_question(words) or len(words.split()) > _LONGEST_LABEL:
        return None  # people were asked it
    is_list = draft.kind is Kind.SINGLE and 2 <= len(draft.options) <= _MOST_OPTIONS
    return closed[0] if is_list and draft.use is None and not draft.unsure else None


def doubt_alone(draft: Draft, about: str) -> Doubt:
    """Whether the only closed question, a label that nobody was asked, should only describe the groups."""
    shown = [f"{option.label}: {option.count}" for option in draft.options]
    return raise_doubt(DoubtCode.ONE_COLUMN, about, evidence=shown, question=plain(draft.text, 80))


def one_question(answers: Mapping[str, Sequence[Hashable | None]], groups: Sequence[int | None]) -> str | None:
    """The id of the question that the found groups are, if they are hardly more than one question.

    `answers`: what each person said to each question that formed the groups (a label, a number, or None), by id.
    `groups`: the group of each person, in the same order; None where a person was left out.

    Measured by Theil's U, the share of the entropy of the groups that the answers take away, less what as many answers
    would take away by chance. Numbers are cut where the group that most have changes.

    Raises:
        ValueError: a question has another number of answers than there are people.
    """
    told = sorted(((_certainty(_cut(said, groups), groups), key) for key, said in answers.items()), reverse=True)
    if not told or told[0][0] < _TELLS:
        return None
    return told[0][1] if len(told) == 1 or told[1][0] <= _OTHERS else None


def _cut(said: Sequence[Hashable | None], groups: Sequence[int | None]) -> Sequence[Hashable | None]:
    different = set(said)
    if sum(isinstance(value, int | float) for value in different) <= _FEW_NUMBERS:
        return said
    if not all(value is None or isinstance(value, int | float) for value in different):
        return said
    numbers = [value for value in said if isinstance(value, int | float)]
    edges = np.quantile(numbers, np.linspace(0, 1, _BINS + 1)[1:-1]).tolist()
    bins = [bisect_left(edges, value) if isinstance(value, int | float) else None for value in said]
    most: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for at, group in zip(bins, groups, strict=True):
        if at is not None and group is not None:
            most[at][group] += 1
    majorities = [most[at].most_common(1)[0][0] if most[at] else None for at in range(_BINS)]
    changes = [a != b for a, b in pairwise(majorities)]
    return [None if at is None else sum(changes[:at]) for at in bins]


def _certainty(said: Sequence[Hashable | None], groups: Sequence[int | None]) -> float:
    every = Counter(zip(said, groups, strict=True))
    pairs = Counter({(a, g): count for (a, g), count in every.items() if a is not None and g is not None})
    answered = pairs.total()
    people = len(groups) - groups.count(None)
    if answered < max(2, _LEAST_SHARE * people):
        return 0.0
    of_groups: Counter[int] = Counter()
    within: defaultdict[Hashable, Counter[int]] = defaultdict(Counter)
    for (answer, group), count in pairs.items():
        of_groups[group] += count
        within[answer][group] += count
    if len(of_groups) < 2:
        return 0.0
    whole = _entropy(of_groups)
    left = sum(c.total() * _entropy(c) for c in within.values()) / answered
    by_chance = (len(of_groups) - 1) * (len(within) - 1) / (2 * answered)
    return max(0.0, whole - left - by_chance) / whole


def _entropy(counts: Counter[int]) -> float:
    total = counts.total()
    return -sum(n / total * log(n / total) for n in counts.values())
