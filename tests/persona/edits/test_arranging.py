"""Sections of a result, chosen and ordered: an edit as any other, which changes no word."""

from __future__ import annotations

import pytest

from persona.edits import ArrangeSections, Edit, EditLog, HideStatement, LockPersona, Reverted, apply, carry, check
from persona.exceptions import EditConflict
from persona.models import Sections
from tests.persona.edits.logs import GENERATED, edit, log

CHOSEN = Sections(order=("frustration", "goal"), hidden=("quotes", "unlike"))
WORDS = (
    "Frustrations, Goals, Story, Numbers, Added by people, Behaviours, Needs, Motivations, Delights, Opinions, "
    "Facts about themselves; without Unlike the others, In their words"
)


def test_the_result_says_which_sections_it_shows_and_keeps_everything() -> None:
    applied = apply(GENERATED, log(ArrangeSections(sections=CHOSEN)))

    assert applied.result == GENERATED.model_copy(update={"sections": CHOSEN})
    assert applied.result.personas is GENERATED.personas
    assert [(each.sentence, each.before, each.after) for each in applied.changes] == [
        ("arranged the sections", "", WORDS)
    ]


def test_undoing_gives_the_generated_result_itself() -> None:
    undone = apply(GENERATED, log(ArrangeSections(sections=CHOSEN), Reverted(edit="e1")))

    assert undone.result is GENERATED


def test_back_to_what_the_team_has_and_to_the_usual_order_differ() -> None:
    chosen = ArrangeSections(sections=CHOSEN)
    team, usual = (apply(GENERATED, log(chosen, ArrangeSections(sections=to))).result for to in (None, Sections()))

    assert (team, usual.sections) == (GENERATED, Sections())


def test_other_edits_apply_beside_it_and_locked_personas_take_it() -> None:
    actions = LockPersona(persona=1), ArrangeSections(sections=CHOSEN), HideStatement(statement="2-goal-1")
    found = apply(GENERATED, log(*actions))

    assert [change.state for change in found.changes] == ["applied"] * 3
    assert found.result.sections == CHOSEN
    assert [said.id for said in found.result.personas[1].statements] == ["2-need-1"]


def test_of_two_at_once_the_later_is_told_unless_both_want_the_same() -> None:
    first = edit(1, ArrangeSections(sections=CHOSEN))

    def second(sections: Sections | None) -> Edit:
        return edit(2, ArrangeSections(sections=sections), "Jo", expects="")

    with pytest.raises(EditConflict) as told:
        check(GENERATED, [first], second(Sections(order=("goal",))))
    assert (told.value.theirs.who, told.value.theirs.text) == ("Ana", WORDS)
    assert check(GENERATED, [first], second(CHOSEN)).result.sections == CHOSEN


def test_it_goes_along_to_another_result() -> None:
    carried = carry(GENERATED, log(ArrangeSections(sections=CHOSEN)), GENERATED)

    assert [each.action for each in carried.edits] == [ArrangeSections(sections=CHOSEN)]
    assert carried.not_carried == ()


def test_it_is_read_back_from_a_file(tmp_path: object) -> None:
    kept = EditLog(tmp_path / "edits.jsonl")  # type: ignore[operator]
    kept.add(edit(1, ArrangeSections(sections=CHOSEN)), GENERATED)

    assert kept.apply(GENERATED).result.sections == CHOSEN
