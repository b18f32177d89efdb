"""Edits: what people do to a result, in a log that only grows, and the result with it applied."""

from __future__ import annotations

from persona.edits.actions import (
    Action,
    AddStatement,
    ApprovePersona,
    ArrangeSections,
    ChoosePortrait,
    CountQuote,
    HidePersona,
    HideStatement,
    Judgement,
    JudgeStatement,
    LockPersona,
    MergePersonas,
    MoveStatement,
    NotePersona,
    NoteStatement,
    PinStatement,
    PlaceStatement,
    RemoveField,
    RenamePersona,
    Reverted,
    RewriteStatement,
    RewriteSummary,
    RewriteTagline,
    SetField,
    SplitPersona,
)
from persona.edits.applying import apply, standing
from persona.edits.carrying import Carried, NotCarried, carry
from persona.edits.checking import check, last_on
from persona.edits.lengths import FIELDS_AT_MOST, LENGTHS
from persona.edits.log import EDITS, EditLog
from persona.edits.models import (
    AppliedPersona,
    AppliedResult,
    Change,
    Edit,
    KeptShares,
    Note,
    StatementMarks,
)
from persona.edits.registry import REGISTRY, things
from persona.edits.working import added_id
from persona.models import OwnField
from persona.models.stamps import Stamp, Wording

__all__ = [
    "EDITS",
    "FIELDS_AT_MOST",
    "LENGTHS",
    "REGISTRY",
    "Action",
    "AddStatement",
    "AppliedPersona",
    "AppliedResult",
    "ApprovePersona",
    "ArrangeSections",
    "Carried",
    "Change",
    "ChoosePortrait",
    "CountQuote",
    "Edit",
    "EditLog",
    "HidePersona",
    "HideStatement",
    "JudgeStatement",
    "Judgement",
    "KeptShares",
    "LockPersona",
    "MergePersonas",
    "MoveStatement",
    "NotCarried",
    "Note",
    "NotePersona",
    "NoteStatement",
    "OwnField",
    "PinStatement",
    "PlaceStatement",
    "RemoveField",
    "RenamePersona",
    "Reverted",
    "RewriteStatement",
    "RewriteSummary",
    "RewriteTagline",
    "SetField",
    "SplitPersona",
    "Stamp",
    "StatementMarks",
    "Wording",
    "added_id",
    "apply",
    "carry",
    "check",
    "last_on",
    "standing",
    "things",
]
