"""Where people were, to a few metres: two neighbouring columns of degrees, or both in one cell, under any name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from persona.questionnaire.codes import DoubtCode
from persona.questionnaire.drafts import Draft, Unsure
from persona.questionnaire.evidence import Evidence
from persona.questionnaire.kinds import QuestionKind as Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from persona.questionnaire.context import Context

_DEGREES = re.compile(r"[-−+]?(\d{1,3})[.,]\d{4,}")  # four decimals tell ten metres
_BOTH = re.compile(r"[(\[]?[-−+]?\d{1,2}[.,]\d{4,}\s*[,;/ ]\s*[-−+]?\d{1,3}[.,]\d{4,}(?:\s+[-−\d.]+){0,2}[)\]]?")
_LATITUDE, _LONGITUDE = 90, 180
_LEAST, _SURE, _DIFFER = 5, 0.9, 0.5
_WHAT = "the places where people were"
_REASON = "its cells are degrees of latitude and longitude, to a few metres"


def with_whereabouts(drafts: Sequence[Draft], context: Context) -> list[Draft]:
    """The drafts, degrees to a few metres kept out as personal data unless somebody says that they may be shown."""
    found = list(drafts)
    for at, draft in enumerate(drafts):
        after = drafts[at + 1] if at + 1 < len(drafts) else None
        if _holds_both(draft):
            found[at] = _hidden(draft, context)
        elif after is not None and _is_pair(draft, after):
            hidden = _hidden(draft, context)
            if hidden is not draft:
                found[at : at + 2] = hidden, _personal(after)
    return found


def _is_pair(draft: Draft, after: Draft) -> bool:
    beside = after.position == draft.position + 1
    if not beside or not (_are_degrees(draft) and _are_degrees(after)):
        return False
    first, second = _largest(draft), _largest(after)
    return min(first, second) <= _LATITUDE and max(first, second) <= _LONGITUDE


def _are_degrees(draft: Draft) -> bool:
    if draft.kind is not Kind.NUMBER or len(draft.columns) > 1 or (draft.numbers and draft.numbers.unit):
        return False
    cells = Evidence(draft.columns[0])
    many = cells.cells >= _LEAST and cells.distinct_share >= _DIFFER
    return many and cells.share(lambda text: bool(_DEGREES.fullmatch(text))) >= _SURE


def _largest(draft: Draft) -> int:
    found = (_DEGREES.fullmatch(text) for text in draft.columns[0].sides)
    return max((int(match[1]) for match in found if match), default=0)


def _holds_both(draft: Draft) -> bool:
    may = draft.kind not in (Kind.PERSONAL, Kind.UNUSED) and len(draft.columns) == 1
    cells = Evidence(draft.columns[0])
    return may and cells.cells >= _LEAST and cells.share(lambda text: bool(_BOTH.fullmatch(text.strip()))) >= _SURE


def _hidden(draft: Draft, context: Context) -> Draft:
    if context.settings.to(DoubtCode.PERSONAL_DATA, draft.columns[0]) == "show":
        return draft
    return _personal(draft, Unsure(DoubtCode.PERSONAL_DATA, "hide", {"question": draft.text, "what": _WHAT}, ("•••",)))


def _personal(draft: Draft, *unsure: Unsure) -> Draft:
    return Draft(draft.columns, draft.text, Kind.PERSONAL, _REASON, unsure=unsure)
