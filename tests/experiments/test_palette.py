"""The palette: names as they are written, whatever their letters, and only what one may see and do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import RequestFactory

from accounts.teams.models import Membership, Role, Team
from accounts.teams.services import switch_team
from experiments import arranging, binning
from experiments.palette import EACH, PAGES, Group, find
from tests.factories import ExperimentFactory

if TYPE_CHECKING:
    from accounts.models import User

pytestmark = pytest.mark.django_db


def groups(user: User, text: str) -> dict[str, Group]:
    request = RequestFactory().get("/search/")
    request.user = user
    return {group.title: group for group in find(request, text)}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "text", "parts"),
    [
        ("Team meals", "MEAL", ("Team ", "meal", "s")),
        ("Straße Meals", "meals", ("Straße ", "Meals", "")),
        ("ﬃnal Meals", "meals", ("ﬃnal ", "Meals", "")),
        ("(a+b)*", "a+b", ("(", "a+b", ")*")),
        ("100 % meals", "%", ("100 ", "%", " meals")),
        ("日本の夕食", "夕食", ("日本の", "夕食", "")),
    ],
)
def test_what_matches_is_what_is_marked(alice: User, name: str, text: str, parts: tuple[str, ...]) -> None:
    ExperimentFactory(owner=alice, name=name)
    (line,) = groups(alice, text)["Experiments"].results

    assert (line.before, line.match, line.after) == parts


@pytest.mark.parametrize("text", ["[", "\\", "(?i)", "*", "'", '"', "AND", "x" * 500])
def test_no_sign_is_a_pattern(alice: User, text: str) -> None:
    ExperimentFactory(owner=alice, name="Meals")

    assert "Experiments" not in groups(alice, text)


def test_without_words_the_newest_are_whole(alice: User) -> None:
    for number in range(EACH + 2):
        ExperimentFactory(owner=alice, name=f"Study {number}")
    lines = groups(alice, "")["Experiments"].results

    assert [(line.before, line.match, line.after) for line in lines] == [
        ("", "", f"Study {number}") for number in range(EACH + 1, 1, -1)
    ]


def test_archived_ones_are_found_and_thrown_away_ones_not(alice: User) -> None:
    kept, thrown = (ExperimentFactory(owner=alice, name=name) for name in ("Old meals", "Bad meals"))
    arranging.archive(experiment=kept)
    binning.move_to_bin(experiment=thrown, by=alice)

    assert [line.before for line in groups(alice, "meals")["Experiments"].results] == ["Old "]


def test_only_the_team_that_one_works_in_is_looked_into(alice: User, bob: User) -> None:
    other = Team.objects.create(name="Other")
    there = Membership.objects.create(team=other, user=alice, role=Role.VIEWER)
    ExperimentFactory(owner=bob, team=other, name="Their meals")
    ExperimentFactory(owner=alice, name="My meals")
    assert [line.before for line in groups(alice, "meals")["Experiments"].results] == ["My "]

    switch_team(user=alice, membership=there)
    assert [line.before for line in groups(alice, "meals")["Experiments"].results] == ["Their "]
    assert {line.before for line in groups(alice, "")["Do"].results}.isdisjoint(
        page.label for page in PAGES if page.needs_editor
    )


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("trash", ["Bin"]),
        ("glossary", ["Help: words we use"]),
        ("TÉAM", ["Team"]),
        ("nothing such", []),
    ],
)
def test_pages_are_found_by_what_they_are_called(alice: User, text: str, labels: list[str]) -> None:
    found = groups(alice, text)

    assert [line.before for line in (found["Do"].results if "Do" in found else ())] == labels


def test_every_page_has_an_address_of_its_own(alice: User) -> None:
    lines = [line for page in PAGES for line in groups(alice, page.label)["Do"].results if line.before == page.label]

    assert len({line.address for line in lines}) == len(PAGES)
    assert all(line.address.endswith(f"#{page.part}") for page, line in zip(PAGES, lines, strict=True) if page.part)
