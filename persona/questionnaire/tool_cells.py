"""Columns that a tool keeps for itself, known by their cells: states of forms, records, addresses of pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from persona.questionnaire import headings
from persona.questionnaire.drafts import Draft
from persona.questionnaire.kinds import QuestionKind as Kind
from persona.questionnaire.values.choices import split_choices
from persona.questionnaire.values.separators import LIST_MARK
from persona.reading.asking import is_question

if TYPE_CHECKING:
    from persona.questionnaire.context import Context
    from persona.questionnaire.evidence import Evidence

_FORM_STATES = frozenset(("0", "1", "2", "incomplete", "unverified", "complete"))  # of a form in REDCap
_ONLY_LINKS = re.compile(r"(?:https?://[^\s;,]+[\s;,]*)+", re.IGNORECASE)
_RECORDS = re.compile(r"""\s*\[?\s*\{\s*["'][\w $.-]{1,60}["']\s*:""")
_LONGEST_LABEL, _LEAST_LINKS = 3, 8
_SURE = 0.9
_MOST_CHOICES, _COMES_BACK = 60, 3


def as_tool_cells(seen: Evidence, _: Context) -> Draft | None:
    """The question that such a column is; None where people may have filled it in."""
    name = seen.column.name
    are_records = seen.share(lambda text: bool(_RECORDS.match(text))) >= _SURE
    if are_records and not _are_choices(seen):  # nobody can tell whose words stand in them
        return _draft(seen, Kind.ADMINISTRATION, "its cells are records that a program keeps")
    if name.endswith("_complete") and {text.casefold() for text in seen.answers} <= _FORM_STATES:
        return _draft(seen, Kind.ADMINISTRATION, "it says whether a form was filled in")
    if name.startswith("redcap_"):
        return _draft(seen, Kind.ADMINISTRATION, "its name says that the survey tool wrote it")
    if _is_label(seen.column.text) and _are_links(seen):
        return _draft(seen, Kind.IDENTIFIER, "its cells are addresses of pages, another one in each row")
    return None


def _are_choices(seen: Evidence) -> bool:
    """Whether records name what was chosen: few names, each of which comes back in many cells."""
    found = split_choices(seen.answers, seen.column.text)
    if found is None or found.separator != LIST_MARK or found.written:
        return False
    return 1 < len(found.options) <= _MOST_CHOICES and sum(found.options.values()) >= _COMES_BACK * len(found.options)


def _are_links(seen: Evidence) -> bool:
    many = seen.cells >= _LEAST_LINKS and seen.distinct_share > _SURE
    return many and seen.share(lambda text: bool(_ONLY_LINKS.fullmatch(text))) >= _SURE


def _draft(seen: Evidence, kind: Kind, reason: str) -> Draft:
    return Draft((seen.column,), seen.column.text, kind, reason)


def _is_label(text: str) -> bool:
    return len(headings.spoken(text).split()) <= _LONGEST_LABEL and not is_question(text)
