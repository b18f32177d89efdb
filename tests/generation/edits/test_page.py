"""What the edit page shows: all statements with their marks, who did what, and what can be undone and done again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone

from core.pages.icons import PICTURES
from generation.edits.page import LATEST, Editing, stamp
from generation.edits.services import edit
from generation.models import EditEntry, Persona, Statement
from persona.edits import (
    AddStatement,
    ApprovePersona,
    CountQuote,
    HidePersona,
    HideStatement,
    JudgeStatement,
    MoveStatement,
    NoteStatement,
    PinStatement,
    RenamePersona,
    Reverted,
    RewriteStatement,
    RewriteSummary,
    RewriteTagline,
)
from tests.factories import UserFactory
from tests.generation.values import evidence

if TYPE_CHECKING:
    from accounts.models import User
    from generation.edits.page import Line
    from generation.edits.services import Made
    from persona.edits import Action

pytestmark = pytest.mark.django_db
FIRST, SECOND, GOAL = "1-frustration-1", "1-frustration-2", "1-frustration-3"
HIDE, PIN = HideStatement(statement=FIRST), PinStatement(statement=FIRST)


def do(user: User, persona: Persona, action: Action, seen: int | None = None) -> Made:
    return edit(user, persona.run_id, action, seen=seen)


def undo(user: User, persona: Persona, made: Made) -> Made:
    return do(user, persona, Reverted(edit=str(made.entry.pk)))


def page(user: User, persona: Persona, **more: Any) -> Editing:
    """The page as it is now."""
    return Editing(Persona.everything.select_related("run").get(pk=persona.pk), user, **more)


def press(user: User, persona: Persona, line: Line | None) -> None:
    """The button beside a line, or above the page."""
    assert line is not None
    do(user, persona, Reverted(edit=line.undoing))


def told(line: Line | None) -> str | None:
    return line.sentence if line else None


def offered(user: User, persona: Persona) -> tuple[str | None, str | None]:
    """What can be undone, and what can be done again."""
    shown = page(user, persona)
    return told(shown.undo), told(shown.redo)


# -- a persona and its statements -------------------------------------------------------------------
def test_a_page_nobody_has_worked_on(alice: User, persona: Persona) -> None:
    shown = page(alice, persona)

    words = {name: getattr(persona, name) for name in ("label", "name", "tagline", "summary")}
    assert (shown.words, shown.called, shown.picture, shown.pictures) == (words, "label", "face1", PICTURES)
    assert (shown.seen, shown.edited, shown.is_locked, shown.locked, shown.last) == (0, {}, False, {}, "")
    assert (shown.lines, shown.latest, shown.undo, shown.redo) == ([], [], None, None)
    assert (shown.unsaid, shown.wrong, shown.hidden) == (0, 0, 0)


def test_a_persona_without_a_label_is_called_by_its_name(alice: User, persona: Persona) -> None:
    persona.label = ""

    assert Editing(persona, alice).called == "name"


def test_what_was_typed_and_not_saved_stays_in_its_field(alice: User, persona: Persona) -> None:
    shown = page(alice, persona, given={"tagline": "", "name": "<b>Ana</b>"})

    assert shown.words == {
        "label": "The planner",
        "name": "<b>Ana</b>",
        "tagline": "",
        "summary": "Plans on Sunday.\n\nStarts again on Wednesday.",
    }


def test_statements_stand_in_sections_of_their_kinds_and_the_usual_ones_are_there_empty(
    alice: User, persona: Persona
) -> None:
    do(alice, persona, HIDE)
    do(alice, persona, MoveStatement(statement=GOAL, kind="opinion"))

    found = [(each.kind, each.title, [said.key for said in each.statements]) for each in page(alice, persona).sections]

    assert found == [
        ("goal", "Goals", []),
        ("frustration", "Frustrations", [FIRST, SECOND]),
        ("behaviour", "Behaviours", []),
        ("need", "Needs", []),
        ("opinion", "Opinions", [GOAL]),
    ]


def test_marks_of_hidden_pinned_and_judged_statements_are_there(alice: User, editor: User, persona: Persona) -> None:
    do(alice, persona, HIDE)
    do(editor, persona, PinStatement(statement=SECOND))
    do(editor, persona, JudgeStatement(statement=GOAL, judgement="wrong"))
    do(alice, persona, NoteStatement(statement=GOAL, text="Who says so?"))

    shown = page(alice, persona)

    marks = {said.key: said.marks for said in shown.statements}
    who = {key: {name: mark["who"] for name, mark in of.items() if "who" in mark} for key, of in marks.items()}
    assert who == {FIRST: {"hidden": "Alice Arden"}, SECOND: {"pinned": "Bob Brook"}, GOAL: {"judged": "Bob Brook"}}
    assert (marks[GOAL]["judgement"], [note["text"] for note in marks[GOAL]["notes"]]) == ("wrong", ["Who says so?"])
    assert (shown.hidden, shown.wrong) == (1, 1)


def test_a_statement_tells_what_stood_there_before_until_it_stands_there_again(alice: User, persona: Persona) -> None:
    def before() -> list[str | None]:
        return [said.marks.get("before") for said in page(alice, persona).statements]

    do(alice, persona, RewriteStatement(statement=FIRST, text="First"))
    do(alice, persona, RewriteStatement(statement=FIRST, text="Second"))
    assert before() == ["Plans that break, 1", None, None]

    do(alice, persona, RewriteStatement(statement=FIRST, text="Plans that break, 1"))
    assert before() == [None, None, None]


def test_what_nobody_says_any_more_is_asked_for_before_it_is_approved(alice: User, persona: Persona) -> None:
    for row in (1, 2):
        do(alice, persona, CountQuote(statement=FIRST, quote=evidence(row), counted=False))
    assert page(alice, persona).unsaid == 1

    do(alice, persona, HIDE)
    assert (page(alice, persona).unsaid, page(alice, persona).hidden) == (0, 1)


def test_who_approved_it_is_who_locked_it(alice: User, editor: User, persona: Persona) -> None:
    do(editor, persona, ApprovePersona(persona=1))

    shown = page(alice, persona)

    assert (shown.is_locked, shown.locked["who"], shown.locked["when"][:7]) == (True, "Bob Brook", "today, ")
    do(alice, persona, ApprovePersona(persona=1, approved=False))
    assert (page(alice, persona).is_locked, page(alice, persona).locked) == (False, {})


def test_a_stamp_without_a_name_is_somebodys() -> None:
    at = timezone.localtime().replace(hour=9, minute=5)

    assert stamp({"who": "", "when": at.isoformat()}) == {"who": "somebody", "when": "today, 09:05"}
    assert stamp({"who": "Ana", "when": "2024-03-02T10:00:00+00:00"}) == {"who": "Ana", "when": "2 mar 2024"}
    assert stamp(None) == {}


# -- who did what -----------------------------------------------------------------------------------
def test_the_history_is_the_newest_first_with_both_wordings_where_they_are_short(
    alice: User, editor: User, persona: Persona
) -> None:
    do(alice, persona, RewriteTagline(persona=1, text="Cooks <b>late</b>"))
    do(editor, persona, RewriteSummary(persona=1, text="Another story."))
    do(editor, persona, HIDE)
    do(alice, persona, RenamePersona(persona=2, label="Not this one"))

    shown = page(alice, persona)

    assert [(line.who, line.initials, line.sentence, line.before, line.after) for line in shown.lines] == [
        ("Bob Brook", "BB", "hid a statement", "", "Plans that break, 1"),
        ("Bob Brook", "BB", "changed the story", "", ""),
        ("You", "AA", "changed the tagline", "The Sunday planner", "Cooks <b>late</b>"),
    ]
    assert (shown.seen, shown.last) == (4, shown.lines[0].when)


@pytest.mark.parametrize(
    ("who", "initials"),
    [
        ("ana.maria.silva@example.com", "AS"),
        ("Ana", "A"),
        ("ana maria silva", "AS"),
        ("", "?"),
    ],
)
def test_initials_are_of_the_first_and_the_last_name(alice: User, persona: Persona, who: str, initials: str) -> None:
    entry = do(alice, persona, HIDE).entry
    entry.told["who"] = who
    EditEntry.objects.filter(pk=entry.pk).update(told=entry.told, user=None)

    [line] = page(alice, persona).lines

    assert (line.initials, line.who, line.is_mine) == (initials, who or "Somebody", False)


def test_the_page_shows_the_latest_and_the_history_all(alice: User, persona: Persona) -> None:
    for number in range(LATEST + 1):
        do(alice, persona, RewriteTagline(persona=1, text=f"Tagline {number}"))

    shown = page(alice, persona)

    assert [line.after for line in shown.lines] == [f"Tagline {number}" for number in range(LATEST, -1, -1)]
    assert shown.latest == shown.lines[:LATEST]


def test_what_was_undone_is_one_line_that_says_by_whom(alice: User, editor: User, persona: Persona) -> None:
    made = do(alice, persona, HIDE)
    undoing = undo(editor, persona, made)

    [line] = page(alice, persona).lines

    assert (line.is_undone, line.sentence, line.undone["who"]) == (True, "hid a statement", "Bob Brook")
    assert line.undone_by == f"undone by Bob Brook, {line.undone_by[-5:]}"
    assert (line.undoing, line.problem) == (str(undoing.entry.pk), "")


def test_what_does_not_apply_any_more_says_why_and_applies_again_once_it_can(alice: User, persona: Persona) -> None:
    made = do(alice, persona, AddStatement(persona=1, kind="need", quotes=(evidence(3),)))
    key = Statement.objects.get(kind="need").key
    do(alice, persona, RewriteStatement(statement=key, text="Know it"))
    undoing = undo(alice, persona, made)

    line, _ = page(alice, persona).lines
    why = "This rested on a change that does not hold any more: Alice Arden made a statement of quotes."
    assert (line.problem, line.is_undone, offered(alice, persona)[0]) == (why, False, None)

    undo(alice, persona, undoing)
    assert [line.problem for line in page(alice, persona).lines] == ["", ""]
    assert Statement.objects.get(kind="need").text == "Know it"


# -- undo and redo ----------------------------------------------------------------------------------
def test_undo_goes_back_step_by_step_and_redo_forth_again(alice: User, persona: Persona) -> None:
    do(alice, persona, HIDE)
    do(alice, persona, PIN)
    hid, pinned = "hid a statement", "pinned a statement"
    steps = [offered(alice, persona)]
    for step in ("undo", "undo", "redo", "redo"):
        press(alice, persona, getattr(page(alice, persona), step))
        steps.append(offered(alice, persona))

    assert steps == [(pinned, None), (hid, pinned), (None, hid), (hid, pinned), (pinned, None)]
    assert Statement.everything.get(key=FIRST).marks.keys() == {"hidden", "pinned"}


def test_who_does_something_else_can_redo_no_more(alice: User, persona: Persona) -> None:
    undo(alice, persona, do(alice, persona, HIDE))

    do(alice, persona, PIN)

    assert offered(alice, persona) == ("pinned a statement", None)


def test_undo_is_of_ones_own_changes_of_this_persona(alice: User, editor: User, persona: Persona) -> None:
    do(alice, persona, HIDE)
    do(editor, persona, PIN)
    do(alice, persona, HidePersona(persona=2))

    assert offered(alice, persona) == ("hid a statement", None)
    assert offered(editor, persona) == ("pinned a statement", None)
    assert offered(UserFactory(), persona) == (None, None)


def test_redo_does_not_bring_back_what_somebody_else_undid(alice: User, editor: User, persona: Persona) -> None:
    undo(editor, persona, do(alice, persona, HIDE))

    assert (offered(alice, persona), offered(editor, persona)) == ((None, None), (None, None))


def test_people_are_told_apart_by_who_they_are_and_not_by_their_names(
    alice: User, editor: User, persona: Persona
) -> None:
    editor.name = alice.name
    editor.save()
    undo(editor, persona, do(alice, persona, HIDE))
    assert offered(alice, persona) == (None, None)

    made = do(alice, persona, PIN)
    alice.name = "Alice Married"
    alice.save()
    undo(alice, persona, made)
    assert offered(alice, persona) == (None, "pinned a statement")


@pytest.mark.parametrize(
    ("theirs", "mine"),
    [
        (RewriteTagline(persona=1, text="First"), RewriteTagline(persona=1, text="Second")),
        (RewriteStatement(statement=FIRST, text="First"), RewriteStatement(statement=FIRST, text="Second")),
    ],
)
def test_what_came_too_late_is_in_the_history_and_no_redo(
    alice: User, editor: User, persona: Persona, theirs: Action, mine: Action
) -> None:
    do(alice, persona, theirs, seen=0)
    assert do(editor, persona, mine, seen=0).conflict is not None

    shown = page(editor, persona)

    assert [(line.who, line.after, line.is_undone, line.undone_by) for line in shown.lines] == [
        ("You", "Second", True, "somebody else was quicker"),
        ("Alice Arden", "First", False, ""),
    ]
    assert offered(editor, persona) == (None, None)
    press(editor, persona, shown.lines[0])  # its button in the history brings it back, as its person wants
    assert [line.is_undone for line in page(editor, persona).lines] == [False, False]
    assert offered(editor, persona) == (mine_told := page(editor, persona).lines[0].sentence, None)
    press(editor, persona, page(editor, persona).undo)
    assert offered(editor, persona) == (None, mine_told)
