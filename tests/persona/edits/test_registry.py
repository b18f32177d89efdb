"""What a history calls an edit, what of a thing it changes, and which words it brings."""

from __future__ import annotations

import re

import pytest

from persona.edits import REGISTRY, Action
from persona.edits import actions as do
from persona.edits.registry import brought, done, subject, things, wording
from tests.persona.edits.test_actions import ONE_OF_EACH, QUOTE


def test_words_go_on_after_a_name() -> None:
    told = [text for about in REGISTRY.values() for text in (about.done, about.undone) if text]

    assert [text for text in told if not re.fullmatch(r"[a-z][a-z ]+[a-z]", text)] == []


def test_what_can_be_switched_off_says_so() -> None:
    switched = {kind: about.switch for kind, about in REGISTRY.items() if about.switch}

    assert [kind for kind, name in switched.items() if name not in kind.model_fields] == []  # type: ignore[attr-defined]
    assert [kind for kind, about in REGISTRY.items() if bool(about.switch) != bool(about.undone)] == []


@pytest.mark.parametrize(
    ("action", "told"),
    [
        (do.HidePersona(persona=1), "hid the persona"),
        (do.HidePersona(persona=1, hidden=False), "showed the persona again"),
        (do.ApprovePersona(persona=1, approved=False), "opened the persona again"),
        (do.JudgeStatement(statement="s", judgement="wrong"), "marked a statement wrong"),
        (do.JudgeStatement(statement="s", judgement=None), "took the mark off a statement"),
        (do.CountQuote(statement="s", quote=QUOTE, counted=True), "counted a quote"),
        (do.CountQuote(statement="s", quote=QUOTE, counted=False), "took a quote out of a statement"),
        (do.PinStatement(statement="s", pinned=False), "let go of a pinned statement"),
    ],
)
def test_switching_off_has_words_of_its_own(action: Action, told: str) -> None:
    assert (done(action), wording(action), brought(action)) == (told, told, "")


@pytest.mark.parametrize(
    ("action", "words"),
    [
        (do.RenamePersona(persona=1, label="A", name="B"), "A"),
        (do.RenamePersona(persona=1, name="B"), "B"),
        (do.RewriteSummary(persona=1, text="A"), "A"),
        (do.AddStatement(persona=1, kind="need", quotes=(QUOTE,)), "A list by <shop>"),
        (do.AddStatement(persona=1, kind="need", text="Lists", quotes=(QUOTE,)), "Lists"),
        (do.NoteStatement(statement="s", text="A note"), "A note"),
    ],
)
def test_words_that_an_edit_brings(action: Action, words: str) -> None:
    assert (brought(action), wording(action)) == (words, words)


@pytest.mark.parametrize("action", ONE_OF_EACH, ids=lambda action: action.type)
def test_every_edit_is_about_something(action: Action) -> None:
    named = things(action, "e7")

    assert bool(named) == (not isinstance(action, do.Reverted))
    assert things(action, "e7") == named
    assert done(action)


def test_a_merge_touches_every_persona_and_a_split_the_same_of_one() -> None:
    merge, split = ONE_OF_EACH[7], ONE_OF_EACH[8]

    assert things(merge, "e1") == ("persona 1 state", "persona 2 state")
    assert things(split, "e1") == ("persona 1 state",)


def test_approving_and_locking_are_one_thing() -> None:
    assert (
        things(do.ApprovePersona(persona=2), "e1") == things(do.LockPersona(persona=2), "e2") == ("persona 2 approval",)
    )


def test_the_subject_is_a_persona_or_a_statement() -> None:
    assert subject(do.HidePersona(persona=2)) == {"persona": 2}
    assert subject(do.HideStatement(statement="1-goal-1")) == {"statement": "1-goal-1"}
    assert subject(do.MergePersonas(personas=(1, 2))) == subject(do.Reverted(edit="e1")) == {}
