"""What each verb of `persona edit` makes of what somebody wrote behind it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
import typer

from persona import edits as do
from persona.cli.verbs import VERBS, Given, number
from persona.models import Sections
from tests.persona.exporting.results import said

if TYPE_CHECKING:
    from persona.models import Evidence
    from persona.outputs import Output

ROOT = Path(__file__).resolve().parents[3]
CHOSEN = Sections(order=("goal", "story"), hidden=("quotes",))
QUOTE = said(4, "A list by shop")


def made(verb: str, target: str = "1", text: str = "") -> do.Action:
    """The action of a verb that needs no rows."""
    return VERBS[verb](Given(target, text, lambda: QUOTE, cast("Output", None), lambda _: None))


@pytest.mark.parametrize(
    ("verb", "target", "text", "action"),
    [
        ("rename", "2", "The planner", do.RenamePersona(persona=2, label="The planner")),
        ("name", "2", "Marta", do.RenamePersona(persona=2, name="Marta")),
        ("tagline", "1", "One plan", do.RewriteTagline(persona=1, text="One plan")),
        ("story", "1", "They plan.", do.RewriteSummary(persona=1, text="They plan.")),
        ("portrait", "1", "face7", do.ChoosePortrait(persona=1, portrait="face7")),
        ("portrait", "1", "", do.ChoosePortrait(persona=1, portrait=None)),
        ("field", "1", "Job=Cook=Chef", do.SetField(persona=1, name="Job", text="Cook=Chef")),
        ("field", "1", "Job", do.SetField(persona=1, name="Job", text="")),
        ("drop-field", "1", "Job", do.RemoveField(persona=1, name="Job")),
        ("note", "1", "Ask", do.NotePersona(persona=1, text="Ask")),
        ("note", "1-goal-1", "Ask", do.NoteStatement(statement="1-goal-1", text="Ask")),
        ("hide", "12", "", do.HidePersona(persona=12)),
        ("hide", "1-goal-1", "", do.HideStatement(statement="1-goal-1")),
        ("show", "12", "", do.HidePersona(persona=12, hidden=False)),
        ("show", "1-goal-1", "", do.HideStatement(statement="1-goal-1", hidden=False)),
        ("rewrite", "1-goal-1", "A", do.RewriteStatement(statement="1-goal-1", text="A")),
        ("pin", "1-goal-1", "", do.PinStatement(statement="1-goal-1")),
        ("unpin", "1-goal-1", "", do.PinStatement(statement="1-goal-1", pinned=False)),
        ("place", "1-goal-1", "3", do.PlaceStatement(statement="1-goal-1", place=3)),
        ("place", "1-goal-1", "0", do.PlaceStatement(statement="1-goal-1", place=1)),
        ("kind", "1-goal-1", "need", do.MoveStatement(statement="1-goal-1", kind="need")),
        ("right", "1-goal-1", "", do.JudgeStatement(statement="1-goal-1", judgement="right")),
        ("wrong", "1-goal-1", "", do.JudgeStatement(statement="1-goal-1", judgement="wrong")),
        ("unmark", "1-goal-1", "", do.JudgeStatement(statement="1-goal-1", judgement=None)),
        ("count", "1-goal-1", "", do.CountQuote(statement="1-goal-1", quote=QUOTE, counted=True)),
        ("uncount", "1-goal-1", "", do.CountQuote(statement="1-goal-1", quote=QUOTE, counted=False)),
        ("add", "1", "need", do.AddStatement(persona=1, kind="need", quotes=(QUOTE,))),
        (
            "add",
            "1",
            "need=Lists = good",
            do.AddStatement(persona=1, kind="need", text="Lists = good", quotes=(QUOTE,)),
        ),
        ("approve", "1", "", do.ApprovePersona(persona=1)),
        ("lock", "1", "", do.LockPersona(persona=1)),
        ("sections", "goal, story", "quotes", do.ArrangeSections(sections=CHOSEN)),
        ("sections", "usual", "", do.ArrangeSections(sections=Sections())),
        ("sections", "team", "", do.ArrangeSections(sections=None)),
        ("open", "1", "", do.LockPersona(persona=1, locked=False)),
    ],
)
def test_a_verb_makes_its_action(verb: str, target: str, text: str, action: do.Action) -> None:
    assert made(verb, target, text) == action


@pytest.mark.parametrize(
    ("verb", "target", "text", "told"),
    [
        ("rename", "1-goal-1", "A", "“1-goal-1” is not a number."),
        ("approve", "-1", "", "“-1” is not a number."),
        ("place", "1-goal-1", "last", "“last” is not a number."),
        ("merge", "1", "", "Name the personas to merge: 1,2."),
        ("merge", "1,two", "", "“two” is not a number."),
        ("split", "one", "", "“one” is not a number."),
        ("kind", "1-goal-1", "wish", "“wish” is no kind of statement"),
        ("add", "1", "", "“” is no kind of statement"),
        ("sections", "goal,1", "", "“1” is no section: choose among story, facts, fields"),
        ("sections", "goal", "wish", "“wish” is no section: choose among story, facts, fields"),
    ],
)
def test_what_cannot_be_meant_is_told(verb: str, target: str, text: str, told: str) -> None:
    with pytest.raises(typer.BadParameter) as refused:
        made(verb, target, text)

    assert refused.value.message.startswith(told)


def test_a_quote_is_looked_up_only_where_one_is_needed() -> None:
    asked: list[str] = []

    def quote() -> Evidence:
        asked.append("asked")
        return QUOTE

    for verb in ("rewrite", "hide", "count"):
        VERBS[verb](Given("1-goal-1", "A", quote, cast("Output", None), lambda _: None))
    assert asked == ["asked"]


def test_numbers_are_plain_digits() -> None:
    assert number("07") == 7
    for text in ("", "1.5", "²", "one", " 1"):
        with pytest.raises(typer.BadParameter):
            number(text)


def test_every_verb_is_in_the_documentation() -> None:
    page = (ROOT / "docs" / "correct.md").read_text(encoding="utf-8")
    assert [verb for verb in VERBS if f"`{verb}`" not in page] == []
