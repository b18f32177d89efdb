"""What the page of groups is made of: labels on the map, answers that make a group, and who stands between two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generation.segments.page import GroupsPage
from tests.factories import ExperimentFactory
from tests.generation.segments.previews import draft_of, preview, share

if TYPE_CHECKING:
    from accounts.models import User
    from persona.segments import SegmentationPreview

pytestmark = pytest.mark.django_db
LONG = "Those who plan the whole week on Sunday"


@pytest.fixture
def page_of(alice: User) -> object:
    experiment = ExperimentFactory(owner=alice)

    def made(found: SegmentationPreview) -> GroupsPage:
        page = GroupsPage.of(draft_of(experiment, found))
        assert page is not None
        return page

    return made


def test_a_long_name_is_cut_on_the_map_and_whole_in_words(page_of) -> None:  # type: ignore[no-untyped-def]
    page = page_of(preview(names=(LONG,)))

    labels = [label.replace("\xa0", " ") for _, label in page.map]
    assert labels == ["Those who plan … 50 %", "Group 2 30 %", "Group 3 20 %"]
    assert page.map_words.startswith(f"{LONG} 50\xa0%, ")


def test_one_group_has_no_map(page_of) -> None:  # type: ignore[no-untyped-def]
    assert (page_of(preview((40,))).map, page_of(preview((40,))).one_answer) == ([], None)


@pytest.mark.parametrize(
    ("count", "everyone", "expected"),
    [(45, 0.5, True), (25, 0.3, False), (45, 0.9, False)],
    ids=["mostly one answer", "half of the group", "others gave it too"],
)
def test_a_group_is_mostly_one_answer_where_both_hold(  # type: ignore[no-untyped-def]
    page_of, count: int, everyone: float, expected: bool
) -> None:
    page = page_of(preview(facts=[(share("Sunday", count, 50, everyone),), (), ()]))

    assert (page.one_answer is not None) == expected


def test_who_fits_badly_stands_between_their_group_and_the_next(page_of) -> None:  # type: ignore[no-untyped-def]
    one = page_of(preview(names=("A", "B"))).between[0]

    assert (one.own.called, one.other.called, one.misfit.said.quote) == ("A", "B", "A bit of both")
