"""What can be done to a result: one typed action each, told apart by `type`.

Texts are checked where an action is applied (`persona.edits.lengths`), not here: what a log holds can always be read.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from persona.kinds import StatementKind
from persona.models import Evidence, Frozen, Persona, Sections

Judgement = Literal["right", "wrong"]


class OnPersona(Frozen):
    """Something done to one persona."""

    persona: int = Field(ge=1, description="Its number; merged and split personas get numbers of their own.")


class OnStatement(Frozen):
    """Something done to one statement."""

    statement: str = Field(min_length=1, max_length=200, description="Its id.")


# -- a persona's words and look --------------------------------------------------------------------
class RenamePersona(OnPersona):
    """Give a persona another label, another invented name, or both; what is None stays."""

    type: Literal["rename_persona"] = "rename_persona"
    label: str | None = None
    name: str | None = None


class RewriteTagline(OnPersona):
    """Put a persona's tagline into other words."""

    type: Literal["rewrite_tagline"] = "rewrite_tagline"
    text: str


class RewriteSummary(OnPersona):
    """Put a persona's story into other words; its sentences then rest on no statement any more."""

    type: Literal["rewrite_summary"] = "rewrite_summary"
    text: str


class ChoosePortrait(OnPersona):
    """Choose a persona's picture by its id; None: the one it had by itself."""

    type: Literal["choose_portrait"] = "choose_portrait"
    portrait: str | None


class SetField(OnPersona):
    """Give a persona a field of one's own (a job, a channel), or another text in it."""

    type: Literal["set_field"] = "set_field"
    name: str
    text: str


class RemoveField(OnPersona):
    """Take one of those fields away."""

    type: Literal["remove_field"] = "remove_field"
    name: str


class NotePersona(OnPersona):
    """Say something about a persona to colleagues; readers do not see it."""

    type: Literal["note_persona"] = "note_persona"
    text: str


# -- which personas there are, and their state -----------------------------------------------------
class MergePersonas(Frozen):
    """Make one persona of several, with a number of its own."""

    type: Literal["merge_personas"] = "merge_personas"
    personas: tuple[int, ...] = Field(min_length=2, max_length=100)
    made: Persona | None = Field(
        default=None,
        description="The persona as counted over all rows of the groups together. None: added up from the result.",
    )


class SplitPersona(OnPersona):
    """Make several personas of one, each with a number of its own."""

    type: Literal["split_persona"] = "split_persona"
    made: tuple[Persona, ...] = Field(min_length=2, max_length=100, description="As counted over the rows of each.")


class HidePersona(OnPersona):
    """Leave a persona out of what readers see, or show it again."""

    type: Literal["hide_persona"] = "hide_persona"
    hidden: bool = True


class ApprovePersona(OnPersona):
    """Approve a persona, which locks it, or open it again."""

    type: Literal["approve_persona"] = "approve_persona"
    approved: bool = True


class LockPersona(OnPersona):
    """Lock a persona against changes, or open it again."""

    type: Literal["lock_persona"] = "lock_persona"
    locked: bool = True


# -- statements ------------------------------------------------------------------------------------
class RewriteStatement(OnStatement):
    """Put a statement into other words; its quotes and its number stay."""

    type: Literal["rewrite_statement"] = "rewrite_statement"
    text: str


class HideStatement(OnStatement):
    """Leave a statement out of what readers see, or show it again."""

    type: Literal["hide_statement"] = "hide_statement"
    hidden: bool = True


class PinStatement(OnStatement):
    """Keep a statement whatever is written anew, or let go of it."""

    type: Literal["pin_statement"] = "pin_statement"
    pinned: bool = True


class PlaceStatement(OnStatement):
    """Put a statement at a place among those of its kind; a place behind the last is the last."""

    type: Literal["place_statement"] = "place_statement"
    place: int = Field(ge=1)


class MoveStatement(OnStatement):
    """Make a statement one of another kind; it stands last there."""

    type: Literal["move_statement"] = "move_statement"
    kind: StatementKind


class JudgeStatement(OnStatement):
    """Mark a statement right or wrong; None takes the mark away."""

    type: Literal["judge_statement"] = "judge_statement"
    judgement: Judgement | None


class NoteStatement(OnStatement):
    """Say something about a statement to colleagues; readers do not see it."""

    type: Literal["note_statement"] = "note_statement"
    text: str


class CountQuote(OnStatement):
    """Count a quote for a statement, or count it no longer; the number of people follows."""

    type: Literal["count_quote"] = "count_quote"
    quote: Evidence = Field(description="One of the statement's, or another one found in the data.")
    counted: bool
    others_count: bool = Field(
        default=False, description="Whether other words of the same person count beside it, so that the number stays."
    )


class AddStatement(OnPersona):
    """Make a statement of quotes found in the data."""

    type: Literal["add_statement"] = "add_statement"
    kind: StatementKind
    text: str | None = Field(default=None, description="None: the words of the first quote.")
    quotes: tuple[Evidence, ...] = Field(min_length=1, max_length=200)


# -- the result as a whole -------------------------------------------------------------------------
class ArrangeSections(Frozen):
    """Choose which sections of all personas are shown, and in which order."""

    type: Literal["arrange_sections"] = "arrange_sections"
    sections: Sections | None = Field(
        description="None: as the team has them, or as usual; without any order or hidden one: as usual."
    )


# -- the log itself --------------------------------------------------------------------------------
class Reverted(Frozen):
    """Undo an edit. Reverting a `Reverted` does it again."""

    type: Literal["reverted"] = "reverted"
    edit: str = Field(min_length=1, max_length=100, description="The id of the edit.")


Action = Annotated[
    RenamePersona
    | RewriteTagline
    | RewriteSummary
    | ChoosePortrait
    | SetField
    | RemoveField
    | NotePersona
    | MergePersonas
    | SplitPersona
    | HidePersona
    | ApprovePersona
    | LockPersona
    | RewriteStatement
    | HideStatement
    | PinStatement
    | PlaceStatement
    | MoveStatement
    | JudgeStatement
    | NoteStatement
    | CountQuote
    | AddStatement
    | ArrangeSections
    | Reverted,
    Field(discriminator="type"),
]
