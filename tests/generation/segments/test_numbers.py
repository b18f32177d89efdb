"""How many groups: each number with a small map and a plain sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generation.models import SegmentDraft
from generation.segments.numbers import number_choices
from persona.models import Merge
from tests.factories import ExperimentFactory
from tests.generation.segments.previews import draft_of, preview

if TYPE_CHECKING:
    from accounts.models import User

pytestmark = pytest.mark.django_db
CALLED = ["Planners", "Improvisers", "Readers"]
COMES_BACK = "The same groups come back when half of the people are left out."


@pytest.fixture
def draft(alice: User) -> SegmentDraft:
    return draft_of(ExperimentFactory(owner=alice), preview())


def beside(draft: SegmentDraft, sizes: tuple[int, ...], overlap: list[list[int]], **found: Any) -> SegmentDraft:
    config = {**draft.config, "count": len(sizes)}
    return draft_of(draft.experiment, preview(sizes, **found), original=draft, config=config, overlap=overlap)


def sentences(draft: SegmentDraft, called: list[str] = CALLED) -> dict[int, str]:
    return {choice.count: choice.sentence for choice in number_choices(draft, called)}


def test_until_they_are_found_the_others_are_on_their_way(draft: SegmentDraft) -> None:
    choices = number_choices(draft, CALLED)

    assert [(c.count, c.is_chosen, c.is_known, c.is_coming, bool(c.drawn)) for c in choices] == [
        (2, False, False, True, False),
        (3, True, True, False, True),
        (4, False, False, True, False),
        (5, False, False, True, False),
    ]


def test_sentences_name_what_falls_together_and_what_comes_apart(draft: SegmentDraft) -> None:
    beside(draft, (50, 50), [[50, 0], [2, 28], [0, 20]], agreement=0.6)
    beside(draft, (30, 30, 20, 19), [[28, 0, 20, 2], [2, 28, 0, 0], [0, 2, 0, 17]], agreement=0.2)

    assert sentences(draft) == {
        2: "Improvisers and Readers fall together. They come back for the most part when half of the people are left "
        "out. Simpler to remember.",
        3: COMES_BACK,
        4: "Planners comes apart. They come out differently when half of the people are left out. 1 of them has fewer "
        "than 20 people.",
        5: "",
    }


def test_of_edited_groups_nothing_is_said_that_is_not_true_any_more(draft: SegmentDraft) -> None:
    beside(draft, (50, 50), [[50, 0], [2, 28], [0, 20]])
    draft.edits = [Merge(segments=(1, 2)).model_dump(mode="json")]
    draft.result = preview((80, 20)).model_dump(mode="json")

    assert sentences(draft, ["Both", "Readers"])[2] == f"{COMES_BACK} Simpler to remember."
    assert [c.count for c in number_choices(draft, ["Both", "Readers"]) if c.is_chosen] == [3]


def test_the_clearest_is_marked_where_there_is_something_to_compare(draft: SegmentDraft) -> None:
    assert not any(choice.is_clearest for choice in number_choices(draft, CALLED))

    other = beside(draft, (50, 50), [[50, 0], [2, 28], [0, 20]], score=0.9)

    assert [choice.count for choice in number_choices(draft, CALLED) if choice.is_clearest] == [2]
    assert [choice.count for choice in number_choices(other, ["A", "B"]) if choice.is_chosen] == [2]


def test_one_that_could_not_be_found_is_not_waited_for(draft: SegmentDraft) -> None:
    draft_of(draft.experiment, original=draft, config={**draft.config, "count": 2}, status=SegmentDraft.Status.FAILED)

    assert [choice.count for choice in number_choices(draft, CALLED) if choice.is_coming] == [4, 5]
