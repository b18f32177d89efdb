"""What people answer to doubts must be what was asked: another doubt or another answer is refused in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from persona.messages import configuration_error
from persona.questionnaire.codes import DoubtCode, ExcludedReason
from persona.questionnaire.doubts import DOUBTS, FILE, SHEET, answer_forms, answer_values

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from persona.questionnaire.drafts import Draft
    from persona.questionnaire.models import Doubt

SETTLED_EARLY = frozenset(
    {DoubtCode.HEADER_ROWS, DoubtCode.TRANSPOSED, DoubtCode.LONG_FORM, DoubtCode.SHEETS, DoubtCode.SPEAKERS}
)
"""Settled while a file is read: an answer changes what is read, so that the doubt may not come up again."""
_SHOWN = 12


def check_codes(answers: Mapping[str, str]) -> None:
    """Refuse answers to doubts of no known kind, and those that no doubt of a kind ever offers.

    Raises:
        ConfigurationError: names the codes, or the answers that there are.
    """
    for key, value in answers.items():
        code = _code(key)
        if code is None:
            raise configuration_error("unknown_doubt", doubt=key, known=", ".join(DOUBTS))
        forms = answer_forms(code)
        forms += [f"{SHEET}{{sheet}}"] if code is DoubtCode.SHEETS else []
        if not any(re.fullmatch(re.sub(r"\{\w+\}", ".+", form), value) for form in forms):
            raise _not_offered(key, value, forms)


def check_answers(answers: Mapping[str, str], offered: Mapping[str, frozenset[str]]) -> None:
    """Refuse answers to doubts that were not raised, and answers that these do not offer.

    `offered`: the answers of each doubt that was raised, by "code:about". A bare code answers all doubts of its kind
    that offer this answer, be they none.

    Raises:
        ConfigurationError: names the doubts, or the answers that there are.
    """
    check_codes(answers)
    for key, value in answers.items():
        code, _, about = key.partition(":")
        values = _values(key, code, about, offered)
        if values and value not in values:
            raise _not_offered(key, value, sorted(values))


def _values(key: str, code: str, about: str, offered: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The answers to choose from; none where the answer says nothing of this file."""
    if not about:
        return frozenset().union(*(v for other, v in offered.items() if other.partition(":")[0] == code))
    if _is_settled_early(code, about):
        return frozenset()
    if key not in offered:
        raise configuration_error("doubt_not_raised", doubt=key, known=", ".join(list(offered)[:_SHOWN]) or "none")
    return offered[key]


def _is_settled_early(code: str, about: str) -> bool:
    """Whether a doubt is settled while the file is read, so that it may not come up again."""
    if code == DoubtCode.NOT_PEOPLE:
        return about == ExcludedReason.HIDDEN
    return DoubtCode(code) in SETTLED_EARLY and (about == FILE or code == DoubtCode.SPEAKERS)


def offered_by(doubts: Iterable[Doubt], drafts: Sequence[Draft], ids: Mapping[int, str]) -> dict[str, frozenset[str]]:
    """The answers of each doubt, those of questions that are asked about together under each of their ids."""
    found = {doubt.id: frozenset(answer.value for answer in doubt.answers) for doubt in doubts}
    return found | dict(_of_questions(drafts, ids))


def _of_questions(drafts: Sequence[Draft], ids: Mapping[int, str]) -> Iterator[tuple[str, frozenset[str]]]:
    for draft in drafts:
        for unsure in draft.unsure:
            yield f"{unsure.code}:{ids[draft.position]}", frozenset(answer_values(unsure.code, **unsure.words))


def _code(key: str) -> DoubtCode | None:
    code = key.partition(":")[0]
    return DoubtCode(code) if code in set(DoubtCode) else None


def _not_offered(key: str, value: str, values: Sequence[str]) -> Exception:
    shown = ", ".join(form.format_map(_Places()) for form in values)
    return configuration_error("answer_not_offered", doubt=key, answer=value, offered=shown)


class _Places(dict[str, str]):
    """Places of a template as they are named where nothing fills them."""

    def __missing__(self, name: str) -> str:
        return f"<{name}>"
