"""`persona edit` and `persona edits`, and what export and verify make of edits."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from persona.edits import Edit, RenamePersona, apply
from persona.exporting.formats import export
from persona.outputs import Output

if TYPE_CHECKING:
    from pathlib import Path

    from persona.edits import Change
    from tests.persona.conftest import Finished

    from .conftest import Command


@pytest.fixture
def folder(finished: Finished, tmp_path: Path) -> Path:
    """An output folder of the test's own."""
    return shutil.copytree(finished.output.path, tmp_path / "personas")


def _place(folder: Path) -> tuple[object, ...]:
    """Options that name a quote of the first persona."""
    persona = Output.open(folder).result().personas[0]
    quote = next(said for said in persona.statements if said.evidence).evidence[0]
    return "--row", quote.row, "--column", quote.column, "--words", quote.quote


def line(change: Change, words: str, state: str = "") -> str:
    about = change.statement or f"persona {change.persona}"
    return f"{change.when:%Y-%m-%d %H:%M} Ana {change.sentence}, {about}: {words}{state}  [{change.edit}]"


def test_edit_writes_a_line_and_says_how_to_undo_it(command: Command, folder: Path) -> None:
    said = command("edit", folder, "rename", "1", "The planner", "--who", "Ana")
    output = Output.open(folder)
    (edit,) = output.run.edits
    (change,) = output.edited().changes

    assert (edit.who, edit.action) == ("Ana", RenamePersona(persona=1, label="The planner"))
    assert said == (
        0,
        f"{line(change, f'{change.before} → The planner')}\n",
        f"To take it back: persona edits {folder} --undo {edit.id}\n",
    )


def test_edits_tells_who_did_what_and_takes_it_back(command: Command, folder: Path) -> None:
    command("edit", folder, "tagline", "1", "One plan", "--who", "Ana")
    made = Edit.model_validate_json(command("edit", folder, "approve", "1", "--who", "Ana", "--json").out)
    undone = command("edits", folder, "--undo", made.id, "--who", "Ana")
    said = command("edits", folder)
    changes = Output.open(folder).edited().changes
    count = sum(len(persona.statements) for persona in Output.open(folder).result().personas)

    assert undone.code == 0
    assert said.out.splitlines() == [
        line(changes[0], f"{changes[0].before} → One plan"),
        f"{changes[1].when:%Y-%m-%d %H:%M} Ana approved the persona, persona 1 (undone)  [{made.id}]",
        f"{changes[2].when:%Y-%m-%d %H:%M} Ana undid a change  [{changes[2].edit}]",
    ]
    assert said.err == (
        f"Of {count} generated statements {count} are shown as they were, 0 changed and 0 hidden; 0 were added.\n"
    )
    told = json.loads(command("edits", folder, "--json").out)
    assert told["shares"] == {"statements": count, "kept": count, "changed": 0, "hidden": 0, "added": 0}
    assert [each["state"] for each in told["changes"]] == ["applied", "undone", "applied"]


def test_each_verb_makes_its_edit(command: Command, folder: Path) -> None:
    output = Output.open(folder)
    one = next(said for said in output.result().personas[0].statements if said.evidence)
    place = _place(folder)
    wanted: list[tuple[object, ...]] = [
        ("rename", 1, "A"), ("name", 1, "B"), ("tagline", 1, "C"), ("story", 1, "D"), ("portrait", 1, "face7"),
        ("field", 1, "Job=Cook"), ("drop-field", 1, "Job"), ("note", 1, "E"), ("note", one.id, "F"), ("hide", 2),
        ("show", 2), ("hide", one.id), ("show", one.id), ("rewrite", one.id, "G"), ("pin", one.id), ("unpin", one.id),
        ("place", one.id, "2"), ("kind", one.id, "opinion"), ("right", one.id), ("wrong", one.id), ("unmark", one.id),
        ("uncount", one.id, "", *place), ("count", one.id, "", *place), ("add", 1, "need=H", *place), ("lock", 1),
        ("open", 1), ("approve", 2), ("open", 2), ("merge", "1,2"),
    ]  # fmt: skip
    said = [command("edit", folder, *each, "--who", "Ana", "--json") for each in wanted]

    assert [each.code for each in said] == [0] * len(wanted)
    edits = [Edit.model_validate_json(each.out) for each in said]
    assert [edit.action.type for edit in edits] == [
        "rename_persona", "rename_persona", "rewrite_tagline", "rewrite_summary", "choose_portrait", "set_field",
        "remove_field", "note_persona", "note_statement", "hide_persona", "hide_persona", "hide_statement",
        "hide_statement", "rewrite_statement", "pin_statement", "pin_statement", "place_statement", "move_statement",
        "judge_statement", "judge_statement", "judge_statement", "count_quote", "count_quote", "add_statement",
        "lock_persona", "lock_persona", "approve_persona", "lock_persona", "merge_personas",
    ]  # fmt: skip
    assert list(output.run.edits) == edits
    assert output.edited() == apply(output.result(), edits)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("dance", "1"), 2, "“dance” is none of: rename"),
        (("rename", "first", "A"), 2, "“first” is not a number."),
        (("kind", "1-goal-1", "wish"), 2, "“wish” is no kind of statement"),
        (("merge", "1"), 2, "Name the personas to merge: 1,2."),
        (("count", "1-goal-1"), 2, "Name the quote with --row"),
        (("rename", "9", "A"), 1, "Error: There is no persona 9.\n  Choose one of: 1, 2.\n"),
        (("add", "1", "need", "--row", "1", "--column", "Nowhere", "--words", "A"), 1, "“A” does not stand in row 1"),
    ],
)
def test_what_cannot_be_done_is_said(
    arguments: tuple[str, ...], code: int, words: str, command: Command, finished: Finished
) -> None:
    said = command("edit", finished.output.path, *arguments)

    assert (said.code, said.out) == (code, "")
    assert words in " ".join(said.err.split()) or words in said.err
    assert len(finished.output.run.edits) == 0


def test_export_shows_what_people_changed_unless_told_otherwise(command: Command, folder: Path) -> None:
    command("edit", folder, "rename", "1", "The planner")
    output = Output.open(folder)

    assert command("export", folder, "-f", "md").out.encode() == export(output.edited().result, "md", output.day())
    assert command("export", folder, "-f", "md", "--generated").out.encode() == export(
        output.result(), "md", output.day()
    )
    assert output.edited().result.personas[0].label == "The planner"


def test_verify_proves_what_was_generated_and_lists_the_edits(command: Command, folder: Path) -> None:
    command("edit", folder, "rename", "1", "The planner", "--who", "Ana")
    output = Output.open(folder)
    with output.run.edits.path.open("ab") as file:
        file.write(b'{"id":')
    said = command("verify", folder)
    (change,) = output.edited().changes

    assert said.code == 0
    *proved, listed = said.out.splitlines()
    assert {text[:1] for text in proved} == {"✓"}
    assert listed == f"Edited: {line(change, f'{change.before} → The planner')}"
    assert said.err == "Line 2 of the edits was not written to its end and is left out.\n"


def test_edits_are_carried_over_from_an_older_result(command: Command, folder: Path, tmp_path: Path) -> None:
    newer = shutil.copytree(folder, tmp_path / "newer")
    command("edit", folder, "rename", "1", "The planner", "--who", "Ana")
    command("edit", folder, "add", "1", "need", *_place(folder), "--who", "Ana")
    command("edit", newer, "lock", "2")
    command("edit", folder, "rename", "2", "The other", "--who", "Ana")
    said = command("edits", newer, "--from", folder)
    locked = Output.open(newer).edited().personas[1].persona.label

    assert said == (
        0,
        f"Not carried: rename_persona, Ana. “{locked}” is locked by {Output.open(newer).run.edits.read()[0].who}.\n",
        "2 edits carried over, 1 not.\n",
    )
    assert json.loads(command("edits", newer, "--from", folder, "--json").out)["edits"] == []
