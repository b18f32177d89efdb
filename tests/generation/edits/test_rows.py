"""Rows follow the log: only what an edit changed is written, and all is put back when all is undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from generation.edits.services import edit
from generation.models import EditEntry, Evidence, Persona, Statement
from persona.edits import (
    AddStatement,
    ApprovePersona,
    ChoosePortrait,
    CountQuote,
    HidePersona,
    HideStatement,
    JudgeStatement,
    MergePersonas,
    MoveStatement,
    NotePersona,
    NoteStatement,
    PinStatement,
    PlaceStatement,
    RenamePersona,
    Reverted,
    RewriteStatement,
    RewriteSummary,
    RewriteTagline,
    SetField,
)
from tests.generation.values import evidence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from accounts.models import User
    from generation.models import Run
    from persona.edits import Action

pytestmark = pytest.mark.django_db
FIRST, SECOND, GOAL = "1-frustration-1", "1-frustration-2", "1-frustration-3"
Rows = list[dict[str, Any]]

ACTIONS: tuple[Action, ...] = (
    RenamePersona(persona=1, label="The cook", name="Ana"),
    RewriteTagline(persona=1, text="Cooks late"),
    RewriteSummary(persona=1, text="Cooks.\n\nLate."),
    ChoosePortrait(persona=1, portrait="face9"),
    SetField(persona=1, name="Job", text="Cook"),
    NotePersona(persona=1, text="Who is that?"),
    HidePersona(persona=1),
    ApprovePersona(persona=1),
    RewriteStatement(statement=FIRST, text="Plans fall"),
    HideStatement(statement=FIRST),
    PinStatement(statement=FIRST),
    PlaceStatement(statement=SECOND, place=1),
    MoveStatement(statement=FIRST, kind="goal"),
    JudgeStatement(statement=FIRST, judgement="right"),
    NoteStatement(statement=FIRST, text="Ask them"),
    CountQuote(statement=FIRST, quote=evidence(1), counted=False),
    CountQuote(statement=FIRST, quote=evidence(3), counted=True),
    AddStatement(persona=1, kind="need", quotes=(evidence(3),)),
)


def do(user: User, run: Run, *actions: Action) -> list[EditEntry]:
    return [edit(user, run.pk, action).entry for action in actions]


def undo(user: User, run: Run, made: Iterable[EditEntry]) -> None:
    do(user, run, *(Reverted(edit=str(entry.pk)) for entry in made))


def rows() -> tuple[Rows, Rows, Rows]:
    """All that pages and the API read of a result; passages without their own keys, for they may be written anew."""
    passages = Evidence.objects.order_by("statement__key", "position").values()
    return (
        list(map(dict, Persona.everything.order_by("position").values())),
        list(map(dict, Statement.everything.order_by("persona__position", "position").values())),
        [{name: value for name, value in row.items() if name != "id"} for row in passages],
    )


def places(number: int = 1) -> list[tuple[int, str, str, bool]]:
    found = Statement.everything.filter(persona__position=number).order_by("position")
    return list(found.values_list("position", "key", "kind", "shown"))


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.type)
def test_what_is_undone_leaves_the_rows_as_they_were(alice: User, run: Run, action: Action) -> None:
    before = rows()
    made = do(alice, run, action)
    changed = rows()
    assert changed != before

    undo(alice, run, made)
    assert rows() == before

    undoing = EditEntry.objects.filter(run=run, sequence=2)
    undo(alice, run, undoing)
    assert without_keys(rows()) == without_keys(changed)


def without_keys(found: tuple[Rows, Rows, Rows]) -> list[Rows]:
    """A statement that is made again is another row with the same words."""
    return [[{k: v for k, v in row.items() if k not in ("id", "statement_id")} for row in each] for each in found]


@pytest.mark.parametrize("is_backwards", [True, False])
def test_undoing_all_puts_all_back_in_whichever_order(alice: User, run: Run, is_backwards: bool) -> None:
    before = rows()
    actions = [action for action in ACTIONS if not isinstance(action, ApprovePersona)]
    made = do(alice, run, *actions)

    undo(alice, run, made[::-1] if is_backwards else made)

    assert rows() == before


def test_only_the_rows_of_what_changed_are_written(alice: User, run: Run) -> None:
    do(alice, run, PinStatement(statement=SECOND))
    personas, statements, passages = rows()

    with CaptureQueriesContext(connection) as asked:
        do(alice, run, RewriteStatement(statement=FIRST, text="Plans fall"))

    now = rows()
    assert (now[0], now[2]) == (personas, passages)
    assert [row["key"] for row, old in zip(now[1], statements, strict=True) if row != old] == [FIRST]
    written = [query["sql"].split()[:3] for query in asked if query["sql"].startswith(("INSERT", "DELETE"))]
    assert written == [["INSERT", "INTO", '"generation_editentry"']]


def test_a_statement_keeps_its_address_wherever_it_is_put(alice: User, run: Run) -> None:
    address = {said.key: said.pk for said in Statement.everything.all()}

    do(alice, run, PlaceStatement(statement=SECOND, place=1), MoveStatement(statement=SECOND, kind="goal"))

    assert places() == [(1, FIRST, "frustration", True), (2, GOAL, "goal", True), (3, SECOND, "goal", True)]
    assert {said.key: said.pk for said in Statement.everything.all()} == address


def test_a_hidden_persona_is_gone_for_readers_and_its_statements_with_it(alice: User, run: Run) -> None:
    do(alice, run, HidePersona(persona=1))

    assert [persona.position for persona in Persona.objects.filter(run=run)] == [2]
    assert set(Statement.objects.visible_to(alice).values_list("key", flat=True)) == {
        "2-frustration-1",
        "2-frustration-2",
    }
    assert Persona.everything.get(run=run, position=1).edited["hidden"]["who"] == "Alice Arden"


def test_a_merged_persona_has_a_row_of_its_own_and_gives_way_when_it_is_undone(alice: User, run: Run) -> None:
    before = rows()

    made = do(alice, run, MergePersonas(personas=(1, 2)))

    assert [(row.position, row.shown) for row in Persona.everything.filter(run=run)] == [
        (1, False),
        (2, False),
        (3, True),
    ]
    merged = Persona.objects.get(run=run, position=3)
    assert (merged.size, merged.edited) == (40, {"groups": [1, 2]})
    undo(alice, run, made)
    assert [row for row in rows()[0] if row["position"] < 3] == before[0]
    assert [persona.position for persona in Persona.objects.filter(run=run)] == [1, 2]


def test_what_people_made_of_a_persona_beside_its_words_is_kept_in_one_place(alice: User, run: Run) -> None:
    do(alice, run, SetField(persona=1, name="Job", text="Cook"), NotePersona(persona=1, text="Who?"))
    do(alice, run, RewriteTagline(persona=1, text="Cooks late"), ChoosePortrait(persona=1, portrait="face9"))

    found = Persona.objects.get(run=run, position=1)

    [note] = found.edited.pop("notes")
    assert found.edited == {"fields": [{"name": "Job", "text": "Cook"}], "rewritten": ["tagline"]}
    assert (note["who"], note["text"], found.picture, found.tagline) == ("Alice Arden", "Who?", "face9", "Cooks late")


def test_a_quote_that_is_counted_is_a_passage_and_changes_the_number(alice: User, run: Run) -> None:
    do(alice, run, CountQuote(statement=FIRST, quote=evidence(3), counted=True))

    said = Statement.objects.get(key=FIRST)
    passages = said.evidence.order_by("position").values_list("position", "row", "quote", "counted")
    assert (said.support, list(passages)) == (
        3,
        [
            (1, 1, "the plan breaks", True),
            (2, 2, "everything after it slips too", True),
            (3, 3, "take longer than they say", True),
        ],
    )
    assert Evidence.objects.filter(statement__key=SECOND).count() == 2


def test_the_history_follows_what_applies(alice: User, run: Run) -> None:
    made = do(alice, run, AddStatement(persona=1, kind="need", quotes=(evidence(3),)))
    key = Statement.objects.get(kind="need").key
    made += do(alice, run, PinStatement(statement=key))

    def states() -> list[tuple[str, str, str]]:
        return [(each.state, each.told["state"], each.told["code"]) for each in EditEntry.objects.filter(run=run)]

    undo(alice, run, made[:1])

    assert states() == [
        ("undone", "undone", ""),
        ("not_applied", "not_applied", "edit_rested"),
        ("applied", "applied", ""),
    ]


def test_rows_of_an_older_version_are_found_by_their_places(alice: User, run: Run) -> None:
    before = rows()
    Statement.everything.update(key="")

    undo(alice, run, do(alice, run, PlaceStatement(statement=SECOND, place=1)))

    assert rows() == before
