"""Which questions form the groups and which only describe them (Dolnicar, Grün & Leisch 2018: segmentation basis)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from persona.questionnaire import headings
from persona.questionnaire.evidence import Evidence
from persona.questionnaire.judged import SURE, judged
from persona.questionnaire.kinds import KINDS, answered
from persona.questionnaire.kinds import QuestionKind as Kind
from persona.questionnaire.scales import without_legend

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from persona.questionnaire.drafts import Draft
    from persona.questionnaire.kinds import Use

BATTERY_ITEMS = 8
BATTERY_SHARE = 0.5
SECOND_BATTERY = 5  # items of another one; then no battery is what the questionnaire consists of
WELL_FILLED, MOST_WRITTEN = 0.3, 1  # with more open questions that many people answered, these count, too
_LONGEST_LABEL = headings.LONGEST_LABEL
_MANY_VALUES = 0.5
_FEW_ANSWERS = 3


def choose_uses(drafts: Sequence[Draft], rows: int, answered_by: Mapping[int, int]) -> list[tuple[Use, str]]:
    """The use of each question and why it is not a basis ("" where it is).

    `answered_by`: how many people answered each, by the place of the draft.
    """
    battery = _main_battery(drafts, rows, answered_by)
    return [_use(draft, battery, rows) for draft in drafts]


def _main_battery(drafts: Sequence[Draft], rows: int, answered_by: Mapping[int, int]) -> Hashable | None:
    usable = [d for d in drafts if answered(d.kind) and d.kind is not Kind.DATE and not _about_the_survey(d)]
    keys: Counter[Hashable] = Counter()
    for draft in usable:
        if (key := _scale_key(draft)) is not None:
            keys[key] += len(draft.columns) if draft.kind is Kind.BATTERY else 1
    written = [
        d
        for at, d in enumerate(drafts)
        if d.kind is Kind.OPEN and d.of is None and answered_by[at] > WELL_FILLED * rows
    ]
    if not keys or len(written) > MOST_WRITTEN:
        return None
    (key, items), *others = keys.most_common(2)
    if others and others[0][1] >= SECOND_BATTERY:
        return None
    return key if items >= BATTERY_ITEMS and items >= BATTERY_SHARE * len(usable) else None


def _scale_key(draft: Draft) -> Hashable | None:
    """What the items of one battery have in common: their scale, or the same two or three answers."""
    if draft.scale is None:
        answers = frozenset(option.label.casefold() for option in draft.options)
        few = draft.kind is Kind.SINGLE and 2 <= len(answers) <= _FEW_ANSWERS
        return answers if few else None
    if draft.scale.words:
        return tuple(word.casefold() for word in draft.scale.words)
    return next((top for top in (3, 5, 7, 10, 100) if draft.scale.high <= top), "more")


def _is_item(draft: Draft, battery: Hashable) -> bool:
    """Whether a question has the battery's scale, or of its few answers at least those that anybody gave."""
    key = _scale_key(draft)
    if isinstance(key, frozenset) and isinstance(battery, frozenset):
        return key <= battery
    return key == battery


def _use(draft: Draft, battery: Hashable | None, rows: int) -> tuple[Use, str]:
    if draft.use is not None:
        return draft.use, draft.why
    if not answered(draft.kind):
        return KINDS[draft.kind].default_use, ""
    if len(draft.columns) == 1 and len(draft.options) == 1 and draft.options[0].count >= rows:
        return "none", "every answer is the same"
    why = _why_not(draft, battery)
    return ("describe", why) if why else ("basis", "")


def _why_not(draft: Draft, battery: Hashable | None) -> str:
    """Why a question does not form the groups; empty when it does."""
    if draft.kind is Kind.DATE:
        return "days say nothing about what people think or do"
    if draft.of is not None:
        return "it only completes another question"
    rating = draft.kind in (Kind.RATING, Kind.BATTERY)
    if not rating:
        for kind, why in _DESCRIBING:
            if _labelled(draft, kind) and not (kind == "identifier" and draft.kind is Kind.OPEN):  # "Transcript"
                return why
        if why := _why_judged(draft):
            return why
    if battery is not None:
        return "" if _is_item(draft, battery) else "one set of questions makes up most of this questionnaire"
    closed = draft.kind in (Kind.SINGLE, Kind.NUMBER, Kind.MULTIPLE)
    if closed and (_labelled(draft, "demography") or _role(draft) == "demography"):
        return _WHO
    return ""


_RUN = "its name speaks of how the survey was run"
_ACCOUNTS = "its name speaks of names and accounts, not of what people think or do"
_PLACE = "its name speaks of a place"
_APART = "its name says that it tells rows apart"
_SUBJECT = "its name speaks of what the answer is about, not of the people"
_WHEN = "its name speaks of when people were asked"
_WHO = "its name speaks of who people are, not of what they think or do"
_DESCRIBING = (
    ("process", _RUN),
    ("administration", _RUN),
    ("owner", _ACCOUNTS),
    ("person_name", _ACCOUNTS),
    ("place", _PLACE),
    ("identifier", _APART),
    ("subject", _SUBJECT),
    ("wave", _WHEN),
)
_JUDGED = {
    "administration": _RUN,
    "technical": _RUN,
    "staff": _ACCOUNTS,
    "personal": _ACCOUNTS,
    "place": _PLACE,
    "identifier": _APART,
    "subject": _SUBJECT,
    "counts": _SUBJECT,
    "wave": _WHEN,
}
_FEW_WORDS = 3  # an answer, on average: names and labels, and nothing that people wrote


def _why_judged(draft: Draft) -> str:
    """The same where the lists are silent, by what was learned of short headings; people's own sentences are kept."""
    why = _JUDGED.get(_role(draft), "")
    if why and draft.kind is Kind.OPEN and Evidence(draft.columns[0]).words > _FEW_WORDS:
        return ""
    return why


def _role(draft: Draft) -> str:
    verdict = judged(draft.text) if len(draft.columns) == 1 else None
    return verdict.role if verdict is not None and verdict.chance >= SURE else ""


def _labelled(draft: Draft, kind: str) -> bool:
    names = {without_legend(name) for name in (draft.text, *(column.name for column in draft.columns[:1]))}
    return any(headings.names(kind, name) for name in names if len(headings.spoken(name).split()) <= _LONGEST_LABEL)


def _about_the_survey(draft: Draft) -> bool:
    return draft.kind not in (Kind.RATING, Kind.BATTERY) and any(
        _labelled(draft, kind) for kind in ("process", "administration")
    )
