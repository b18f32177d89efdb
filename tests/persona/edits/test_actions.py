"""Each kind of edit: read back as it was written, in one table, and refused where it says nothing."""

from __future__ import annotations

from typing import get_args

import pytest
from pydantic import TypeAdapter, ValidationError

from persona.edits import REGISTRY, Action
from persona.edits import actions as do
from persona.edits.applying import APPLIED
from persona.models import Sections
from tests.persona.edits.logs import FIRST, SECOND
from tests.persona.exporting.results import said

QUOTE = said(4, "A list by <shop>")
ONE_OF_EACH: list[Action] = [
    do.RenamePersona(persona=1, label="A"),
    do.RewriteTagline(persona=1, text="A"),
    do.RewriteSummary(persona=1, text="A\n\nB"),
    do.ChoosePortrait(persona=1, portrait=None),
    do.SetField(persona=1, name="Job", text="Cook"),
    do.RemoveField(persona=1, name="Job"),
    do.NotePersona(persona=1, text="“A”"),
    do.MergePersonas(personas=(1, 2), made=FIRST),
    do.SplitPersona(persona=1, made=(FIRST, SECOND)),
    do.HidePersona(persona=1),
    do.ApprovePersona(persona=1),
    do.LockPersona(persona=1, locked=False),
    do.RewriteStatement(statement="1-goal-1", text="A"),
    do.HideStatement(statement="1-goal-1", hidden=False),
    do.PinStatement(statement="1-goal-1"),
    do.PlaceStatement(statement="1-goal-1", place=2),
    do.MoveStatement(statement="1-goal-1", kind="need"),
    do.JudgeStatement(statement="1-goal-1", judgement=None),
    do.NoteStatement(statement="1-goal-1", text="A"),
    do.CountQuote(statement="1-goal-1", quote=QUOTE, counted=False),
    do.AddStatement(persona=1, kind="need", quotes=(QUOTE,)),
    do.ArrangeSections(sections=Sections(order=("need",), hidden=("quotes",))),
    do.Reverted(edit="e1"),
]
KINDS = get_args(get_args(Action)[0])


def test_every_kind_is_among_those_tried() -> None:
    assert [type(action) for action in ONE_OF_EACH] == list(KINDS)


def test_every_kind_is_in_the_table_and_carried_out() -> None:
    assert set(REGISTRY) == set(KINDS)
    assert set(APPLIED) == set(KINDS) - {do.Reverted}


@pytest.mark.parametrize("action", ONE_OF_EACH, ids=lambda action: action.type)
def test_what_is_written_is_read_back(action: Action) -> None:
    adapter: TypeAdapter[Action] = TypeAdapter(Action)

    assert adapter.validate_json(adapter.dump_json(action)) == action


def test_types_are_each_ones_own() -> None:
    types = [action.type for action in ONE_OF_EACH]

    assert sorted(set(types)) == sorted(types)


@pytest.mark.parametrize(
    "data",
    [
        {"type": "sing", "persona": 1},
        {"type": "rewrite_tagline", "persona": 1},
        {"type": "rewrite_tagline", "persona": 0, "text": "A"},
        {"type": "rewrite_statement", "statement": "", "text": "A"},
        {"type": "move_statement", "statement": "1-goal-1", "kind": "wish"},
        {"type": "judge_statement", "statement": "1-goal-1", "judgement": "perhaps"},
        {"type": "place_statement", "statement": "1-goal-1", "place": 0},
        {"type": "merge_personas", "personas": [1]},
        {"type": "split_persona", "persona": 1, "made": [FIRST.model_dump()]},
        {"type": "add_statement", "persona": 1, "kind": "need", "quotes": []},
        {"type": "hide_persona", "persona": 1, "why": "because"},
        {"type": "arrange_sections", "sections": {"order": ["wish"]}},
    ],
    ids=lambda data: f"{data['type']} {len(data)}",
)
def test_what_is_no_action_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Action).validate_python(data)
