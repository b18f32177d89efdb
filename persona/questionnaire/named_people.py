"""Names and accounts of people whom the cells alone do not give away: first names, which many share, and handles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.questionnaire import headings
from persona.questionnaire.codes import DoubtCode
from persona.questionnaire.drafts import Draft
from persona.questionnaire.evidence import Evidence
from persona.questionnaire.judged import SURE, judged
from persona.questionnaire.kinds import QuestionKind as Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from persona.questionnaire.context import Context

_NEAR = 2  # columns: first name, surname, e-mail
_LIKE_NAMES = 0.9
_MOST_WORDS = 4
_HANDLE_WORDS, _MANY = 3.0, 0.3  # words of a cell, and share of different ones, of accounts
_NAMED = ("person_name", "writer", "nickname")
_REASON = "its name and the columns beside it say that it holds people's names"


def with_named_people(drafts: Sequence[Draft], context: Context) -> list[Draft]:
    """The drafts, names and accounts of people kept out as personal data.

    First names that many share are told by what stands beside them (a surname, an e-mail address); accounts, nearly all
    of which differ, by what was learned of headings.
    """
    people = {draft.position for draft in drafts if draft.kind is Kind.PERSONAL}
    return [_hidden(draft) if _is_of_people(draft, people, context) else draft for draft in drafts]


def _is_of_people(draft: Draft, people: set[int], context: Context) -> bool:
    if draft.kind not in (Kind.SINGLE, Kind.OPEN) or len(draft.columns) > 1 or draft.use is not None:
        return False
    column = draft.columns[0]
    if not column.answers or context.settings.to(DoubtCode.PERSONAL_DATA, column) == "show":
        return False
    cells = Evidence(column)
    verdict = judged(draft.text)
    learned = verdict is not None and verdict.role == "personal"
    listed = any(headings.names(kind, draft.text) for kind in _NAMED)
    if any(0 < abs(column.position - other) <= _NEAR for other in people):
        return (learned or listed) and cells.share(_looks_like_a_name) >= _LIKE_NAMES
    sure = verdict is not None and learned and verdict.chance >= SURE
    return sure and cells.distinct_share > _MANY and cells.words <= _HANDLE_WORDS


def _looks_like_a_name(text: str) -> bool:
    words = text.split()
    return len(words) <= _MOST_WORDS and words[0][:1].isalpha() and not words[0].islower() and not _has_digit(text)


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def _hidden(draft: Draft) -> Draft:
    return Draft(draft.columns, draft.text, Kind.PERSONAL, _REASON)
