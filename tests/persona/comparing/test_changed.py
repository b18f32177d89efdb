"""What changed between two waves: groups grown, new and gone are named as such, and nothing on chance alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona import what_changed
from tests.persona.comparing.waves import ANSWERS, Given, crowd, wave

if TYPE_CHECKING:
    from pathlib import Path

    from persona.comparing import WhatChanged

BEFORE = crowd(planner=50, improviser=70, collector=80)
AFTER = crowd(improviser=70, reader=40, planner=90)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Given:
    return wave(tmp_path_factory.mktemp("first") / "autumn", BEFORE, seed=1)


@pytest.fixture(scope="module")
def changed(first: Given, tmp_path_factory: pytest.TempPathFactory) -> WhatChanged:
    """The second wave has other people, and its file another order and other numbers."""
    folder = tmp_path_factory.mktemp("second") / "spring"
    return what_changed(first, wave(folder, AFTER, seed=2, ids=1000, disguised=True))


def test_groups_grown_new_and_gone_are_named_as_such(changed: WhatChanged) -> None:
    assert [(group.name, group.status, group.first, group.second, group.sure) for group in changed.groups] == [
        ("improviser", "same", 2, 1, "none"),
        ("reader", "new", None, 2, "clear"),
        ("planner", "grown", 1, 3, "clear"),
        ("collector", "gone", 3, None, "clear"),
    ]
    assert changed.sentence == "Two of three groups are still there. One is new, one is gone and “planner” grew."


def test_changes_of_groups_are_told_in_sentences_with_their_numbers(changed: WhatChanged) -> None:
    same, new, grown, gone = changed.groups

    assert same.sentence == "“improviser” stayed as it was."
    assert new.sentence == "“reader” is new. Before, nobody answered like this."
    assert grown.sentence == "“planner” grew by 20 points."
    assert gone.sentence == "“collector” is gone. Now, nobody answers like this."
    assert [(grown.before.people, grown.before.base), (grown.after.people, grown.after.base)] == [(50, 200), (90, 200)]
    assert grown.low is not None
    assert grown.high is not None
    assert 0.05 < grown.low < 0.2 < grown.high < 0.35


def test_answers_of_everyone_that_changed_are_told(changed: WhatChanged) -> None:
    told = {(each.question.rpartition(". ")[2], each.option): each for each in changed.everyone}

    rice, cake = told["What do you cook most?", "Rice"], told["What do you cook most?", "Cake"]
    assert (rice.direction, cake.direction) == ("up", "down")
    assert rice.sentence == "“Rice” rose from 2 % to 20 %."
    assert ("What do you cook most?", "Pasta") not in told


def test_questions_are_matched_in_any_order_and_numbering(changed: WhatChanged) -> None:
    assert changed.questions.model_dump() == {"alike": 4, "first": 4, "second": 4, "left_out": ()}


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory) -> Given:
    """The first wave's people asked again: other answers of the same kinds."""
    return wave(tmp_path_factory.mktemp("again") / "again", BEFORE, seed=6)


def test_nothing_is_named_of_two_equal_waves(first: Given, again: Given) -> None:
    found = what_changed(first, again)

    assert found.sentence == "All three groups are still there. Nothing else changed that we could see."
    assert [group.status for group in found.groups] == ["same"] * 3
    assert found.everyone == ()


def test_people_of_both_waves_are_found_by_their_ids(first: Given, again: Given) -> None:
    found = what_changed(first, again)

    assert found.shared_people == 200
    assert found.notes == ("200 people answered both times, 200 of them in the same group again.",)


def test_a_group_that_is_seen_as_two_now_is_not_new(first: Given, again: Given) -> None:
    groups = [1] * 35 + [4] * 15 + [2] * 70 + [3] * 80
    found = what_changed(first, Given(again.experiment, groups, ["planner", "improviser", "collector", "other"]))

    assert [(group.name, group.status, group.within) for group in found.groups if group.status != "same"] == [
        ("other", "part", "planner"),
    ]
    assert found.groups[3].sentence == "“other” was part of “planner” before: its people answered as they do now."


def test_another_scale_leaves_a_question_out(first: Given, tmp_path: Path) -> None:
    found = what_changed(first, wave(tmp_path / "b", AFTER, seed=5, ids=1000, scale=2))

    assert [left.question for left in found.questions.left_out] == ["How happy are you?"]
    assert found.questions.left_out[0].reason.startswith("The scale went from 1–5 to ")


def test_one_file_grouped_twice_tells_who_is_with_whom(first: Given) -> None:
    other = Given(first.experiment, [2] * 50 + [1] * 70 + [3] * 40 + [4] * 40, ["improviser", "planner", "x", "y"])

    found = what_changed(first, other)

    assert found.sentence == "The same answers, grouped twice: 160 of 200 people are with the same others again."
    assert [(group.status, group.first, group.second) for group in found.groups] == [
        ("same", 2, 1),
        ("same", 1, 2),
        ("redrawn", 3, 3),
        ("part", None, 4),
    ]
    assert found.groups[3].sentence == "The people of “y” were in other groups before, most of them in “collector”."


def test_what_changed_reads_like_its_own_json(changed: WhatChanged) -> None:
    assert type(changed).model_validate_json(changed.model_dump_json()) == changed
    assert set(ANSWERS) == {group.name for group in changed.groups}
