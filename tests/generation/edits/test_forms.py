"""What each button and field of the edit page asks of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.http import QueryDict

from generation.edits.forms import actions_of, chosen, seen_of, statement_of
from generation.edits.services import edit
from generation.models import Persona, Statement
from persona import edits as do
from persona.exceptions import EditError
from tests.factories import ExperimentFactory
from tests.generation.values import evidence, kept_run

if TYPE_CHECKING:
    from accounts.models import User
    from persona.edits import Action

pytestmark = pytest.mark.django_db
FIRST, SECOND, GOAL = "1-frustration-1", "1-frustration-2", "1-frustration-3"


def sent(*pairs: tuple[str, str], **fields: str) -> QueryDict:
    """A form as a browser sends it; `pairs` are for fields that come more than once."""
    given = QueryDict(mutable=True)
    for name, value in (*fields.items(), *pairs):
        given.appendlist(name, value)
    return given


def asked(persona: Persona, wanted: str, *pairs: tuple[str, str], said: str = "", **fields: str) -> list[Action]:
    if said:
        fields["s"] = str(Statement.everything.get(persona=persona, key=said).pk)
    return actions_of(sent(*pairs, do=wanted, **fields), persona)


def refusal(persona: Persona, wanted: str, *pairs: tuple[str, str], said: str = "", **fields: str) -> str:
    with pytest.raises(EditError) as caught:
        asked(persona, wanted, *pairs, said=said, **fields)
    return caught.value.message


@pytest.mark.parametrize(
    ("wanted", "fields", "action"),
    [
        ("hide", {}, do.HideStatement(statement=FIRST)),
        ("show", {}, do.HideStatement(statement=FIRST, hidden=False)),
        ("pin", {}, do.PinStatement(statement=FIRST)),
        ("unpin", {}, do.PinStatement(statement=FIRST, pinned=False)),
        ("right", {}, do.JudgeStatement(statement=FIRST, judgement="right")),
        ("wrong", {}, do.JudgeStatement(statement=FIRST, judgement="wrong")),
        ("unjudge", {}, do.JudgeStatement(statement=FIRST, judgement=None)),
        ("note", {"note": "Ask them again"}, do.NoteStatement(statement=FIRST, text="Ask them again")),
        ("rewrite", {"text": "Plans fall"}, do.RewriteStatement(statement=FIRST, text="Plans fall")),
        ("to-need", {}, do.MoveStatement(statement=FIRST, kind="need")),
        ("down", {}, do.PlaceStatement(statement=FIRST, place=2)),
        ("count", {"quote": "2"}, do.CountQuote(statement=FIRST, quote=evidence(2), counted=True)),
        ("uncount", {"quote": "1"}, do.CountQuote(statement=FIRST, quote=evidence(1), counted=False)),
    ],
)
def test_a_button_of_a_statement_is_one_action_on_it(
    persona: Persona, wanted: str, fields: dict[str, str], action: Action
) -> None:
    assert asked(persona, wanted, said=FIRST, **fields) == [action]


@pytest.mark.parametrize(
    ("wanted", "fields", "action"),
    [
        ("approve", {}, do.ApprovePersona(persona=1)),
        ("open", {}, do.ApprovePersona(persona=1, approved=False)),
        ("hide-persona", {}, do.HidePersona(persona=1)),
        ("show-persona", {}, do.HidePersona(persona=1, hidden=False)),
        ("note-persona", {"note": "Who is that?"}, do.NotePersona(persona=1, text="Who is that?")),
        ("picture", {"picture": "face9"}, do.ChoosePortrait(persona=1, portrait="face9")),
    ],
)
def test_a_button_of_a_persona_is_one_action_on_it(
    persona: Persona, wanted: str, fields: dict[str, str], action: Action
) -> None:
    assert asked(persona, wanted, **fields) == [action]


def test_each_changed_word_of_a_persona_is_an_action_of_its_own(persona: Persona) -> None:
    new = {"label": "The cook", "name": "Ana", "tagline": "Cooks late", "summary": "Cooks.\n\nLate."}

    assert asked(persona, "words", **new) == [
        do.RenamePersona(persona=1, label="The cook"),
        do.RenamePersona(persona=1, name="Ana"),
        do.RewriteTagline(persona=1, text="Cooks late"),
        do.RewriteSummary(persona=1, text="Cooks.\n\nLate."),
    ]


def test_words_are_compared_with_what_the_page_showed_and_not_with_what_is_there_now(persona: Persona) -> None:
    """Somebody else's new tagline is not overwritten by a page that still held the old one."""
    Persona.objects.filter(pk=persona.pk).update(tagline="Changed meanwhile")
    story = {"summary": "Plans on Sunday.\r\n\r\nStarts again on Wednesday.\r\n", "was-summary": persona.summary}

    assert (
        asked(persona, "words", **story, tagline="The Sunday planner ", **{"was-tagline": "The Sunday planner"}) == []
    )


def test_a_form_that_is_sent_as_it_was_opened_asks_for_nothing(persona: Persona) -> None:
    there = Statement.everything.get(key=FIRST)

    assert asked(persona, "rewrite", said=FIRST, text=f" {there.text}\r\n", kind=there.kind) == []
    assert asked(persona, "nothing") == []


def test_other_words_and_another_kind_are_two_actions_in_their_order(persona: Persona) -> None:
    assert asked(persona, "rewrite", said=FIRST, text="Know the price", kind="need") == [
        do.RewriteStatement(statement=FIRST, text="Know the price"),
        do.MoveStatement(statement=FIRST, kind="need"),
    ]


def test_a_step_counts_among_its_kind_with_what_is_hidden_and_ends_there(alice: User, persona: Persona) -> None:
    edit(alice, persona.run_id, do.HideStatement(statement=FIRST))

    assert asked(persona, "up", said=SECOND) == [do.PlaceStatement(statement=SECOND, place=1)]
    assert [asked(persona, step, said=key) for step, key in (("up", FIRST), ("down", SECOND), ("up", GOAL))] == [[]] * 3


def test_a_statement_is_made_of_the_chosen_quotes_in_their_order(persona: Persona) -> None:
    chosen_quotes = ("quote", "2.0.40.49"), ("quote", "1.0.38.53")
    quotes = (
        evidence(2, start=40, end=49, quote="slips too"),
        evidence(1, start=38, end=53, quote="the plan breaks"),
    )

    assert asked(persona, "add", *chosen_quotes, kind="need", text=" Know it ") == [
        do.AddStatement(persona=1, kind="need", text="Know it", quotes=quotes)
    ]
    assert asked(persona, "add", *chosen_quotes, kind="need", text="  ") == [
        do.AddStatement(persona=1, kind="need", text=None, quotes=quotes)
    ]
    assert refusal(persona, "add", *chosen_quotes, kind="nonsense") == "Nothing was changed."


def test_of_two_wordings_the_chosen_one_is_saved_by_the_form_that_was_sent() -> None:
    form = {"do": "rewrite", "s": "x", "field": "text", "mine": "Mine"}

    taken = {choice: chosen(sent(**form, choice=choice, third="")).dict() for choice in ("mine", "theirs", "third")}

    shared = form | {"third": ""}
    assert taken == {
        "mine": shared | {"choice": "mine", "text": "Mine"},
        "theirs": shared | {"choice": "theirs", "text": "Mine", "do": "nothing"},
        "third": shared | {"choice": "third", "text": ""},
    }


@pytest.mark.parametrize("choice", ["mine", "theirs", "third"])
def test_a_third_wording_that_was_written_goes_before_both(choice: str) -> None:
    taken = chosen(sent(do="words", field="tagline", mine="Mine", third="Third", choice=choice))

    assert (taken["do"], taken["tagline"]) == ("words", "Third")


def test_a_choice_is_only_of_words(persona: Persona) -> None:
    """The name of a field comes from the browser: it cannot put words into another one."""
    for form in (sent(do="hide", s="x"), sent(do="hide", choice="mine", field="do", mine="approve", third="")):
        assert chosen(form) == form


@pytest.mark.parametrize(
    ("wanted", "fields", "words"),
    [
        ("", {}, "Nothing was changed."),
        ("fly", {}, "Nothing was changed."),
        ("to-nonsense", {}, "Nothing was changed."),
        ("rewrite", {"text": "x", "kind": "nonsense"}, "Nothing was changed."),
        ("count", {"quote": "3"}, "These words are not in the answers of this persona’s people."),
        ("count", {"quote": "²"}, "These words are not in the answers of this persona’s people."),
        ("uncount", {}, "These words are not in the answers of this persona’s people."),
        ("picture", {"picture": "face99"}, "There is no such picture."),
        ("picture", {}, "There is no such picture."),
        ("add", {"kind": "goal"}, "No quote is chosen."),
        ("undo", {"edit": "no id"}, "There is no edit “no id”."),
    ],
)
def test_what_no_button_asks_for_is_refused_in_plain_words(
    persona: Persona, wanted: str, fields: dict[str, str], words: str
) -> None:
    assert refusal(persona, wanted, said=FIRST, **fields) == words


def test_a_statement_is_looked_for_in_this_persona_only(persona: Persona) -> None:
    other = Statement.everything.get(key="2-frustration-1")

    assert statement_of(sent(s=str(Statement.everything.get(key=FIRST).pk)), persona).key == FIRST
    for name in (str(other.pk), str(uuid4()), "<b>", ""):
        assert refusal(persona, "hide", s=name) == f"The statement “{name}” is not in this result any more."


def test_an_edit_is_undone_from_its_own_result_only(alice: User, persona: Persona) -> None:
    mine = edit(alice, persona.run_id, do.HidePersona(persona=1)).entry.pk
    elsewhere = edit(alice, kept_run(ExperimentFactory(owner=alice)).pk, do.HidePersona(persona=1)).entry.pk

    assert asked(persona, "undo", edit=str(mine)) == [do.Reverted(edit=str(mine))]
    assert refusal(persona, "undo", edit=str(elsewhere)) == f"There is no edit “{elsewhere}”."


@pytest.mark.parametrize(
    ("text", "number"),
    [("0", 0), ("12", 12), ("", None), ("-1", None), ("1.5", None), ("²", None), ("٣", None), ("9" * 9, None)],
)
def test_the_last_edit_that_a_page_had_seen_is_a_number_or_not_asked(text: str, number: int | None) -> None:
    assert seen_of(sent(seen=text)) == number
    assert seen_of(sent()) is None
