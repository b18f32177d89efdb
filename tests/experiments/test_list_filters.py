"""What the list is asked for: known words count, odd ones are as if not said, and order holds among equals."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.http import QueryDict
from django.utils import timezone
from pytest_django.asserts import assertContains

from experiments import arranging, binning
from experiments.list_filters import LONGEST, NEWEST, ORDER_OF_STATES, SORTS, Wanted, ordered
from experiments.models import DataSource, Experiment
from experiments.states import STATES
from tests.factories import ExperimentFactory

if TYPE_CHECKING:
    from django.test import Client

    from accounts.models import User

pytestmark = pytest.mark.django_db


def wanted(query: str) -> Wanted:
    return Wanted.of(QueryDict(query))


@pytest.mark.parametrize(
    ("query", "fields"),
    [
        ("", {}),
        ("q=+meals+", {"text": "meals"}),
        (f"q={'x' * 500}", {"text": "x" * LONGEST}),
        ("whose=mine", {"only_mine": True}),
        ("whose=Mine", {}),
        ("show=archive", {"show": "archive"}),
        ("show=bin", {}),
        ("show=all", {}),
        ("show=%00", {}),
        ("sort=name", {"sort": "name"}),
        ("sort=-size", {"sort": "-size"}),
        ("sort=--name", {}),
        ("sort=-", {}),
        ("sort=password", {}),
        (
            "sort=owner__password&show=ready",
            {"show": "ready"} if any(s.show == "ready" for s in STATES.values()) else {},
        ),
    ],
)
def test_an_address_says_what_is_wanted_and_what_is_not_known_is_not_said(
    query: str, fields: dict[str, object]
) -> None:
    assert wanted(query) == Wanted(**fields)


@pytest.mark.parametrize("show", sorted({str(state.show) for state in STATES.values() if state.show}))
def test_every_choice_is_known(show: str) -> None:
    assert wanted(f"show={show}").show == show


@pytest.mark.parametrize(
    ("query", "is_narrowed", "is_archive"),
    [("", False, False), ("q=x", True, False), ("whose=mine", True, False), ("show=archive", False, True)],
)
def test_it_knows_whether_counts_say_how_many(query: str, is_narrowed: bool, is_archive: bool) -> None:
    assert (wanted(query).is_narrowed, wanted(query).is_archive) == (is_narrowed, is_archive)


def names(user: User, query: str) -> list[str]:
    found = wanted(query).among(user, user.membership.team.pk)
    return list(found.values_list("name", flat=True))


@pytest.fixture
def some(alice: User, bob: User) -> list[Experiment]:
    """Four of one team, changed one after the other: b, A, c, and one of Bob's."""
    made = [ExperimentFactory(owner=alice, name=name) for name in ("b", "A", "c")]
    made.append(ExperimentFactory(owner=bob, team=alice.membership.team, name="d", description="A%_b"))
    now = timezone.now()
    for age, (each, state) in enumerate(zip(made, ("ready", "failed", "running", "ready"), strict=True)):
        Experiment.objects.filter(pk=each.pk).update(state=state, updated=now - timedelta(days=age))
    for each, rows in ((made[0], 5), (made[2], 50)):
        DataSource.objects.create(experiment=each, name="a.csv", bytes=1, sha256="", rows=rows)
    Experiment.objects.filter(pk=made[0].pk).update(state="ready", updated=now)
    Experiment.objects.filter(pk=made[2].pk).update(state="running", updated=now - timedelta(days=2))
    return made


@pytest.mark.parametrize(
    ("sort", "found"),
    [
        ("-changed", "bAcd"),
        ("changed", "dcAb"),
        ("created", "bAcd"),
        ("-created", "dcAb"),
        ("name", "Abcd"),
        ("-name", "dcbA"),
        ("size", "dAbc"),
        ("-size", "cbdA"),
        ("state", "Acdb"),
        ("-state", "dbcA"),
    ],
)
def test_a_list_is_ordered_and_equals_stand_newest_first(
    alice: User, some: list[Experiment], sort: str, found: str
) -> None:
    assert "".join(names(alice, f"sort={sort}")) == found


def test_every_order_is_there_both_ways() -> None:
    for sort in (*SORTS, *(f"-{name}" for name in SORTS), NEWEST):
        assert ordered(Experiment.objects.all(), sort).count() == 0


def test_every_state_has_its_place() -> None:
    assert set(ORDER_OF_STATES) == set(STATES)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=%25", "d"),
        ("q=_", "d"),
        ("q=%5C", ""),
        ("q='", ""),
        ('q="', ""),
        ("q=%2A", ""),
        ("q=AND", ""),
        ("whose=mine", "bAc"),
    ],
)
def test_signs_of_the_database_are_letters(alice: User, some: list[Experiment], query: str, found: str) -> None:
    assert "".join(names(alice, query)) == found


def test_the_archive_is_apart_and_the_bin_nowhere(alice: User, some: list[Experiment]) -> None:
    arranging.archive(experiment=some[0])
    binning.move_to_bin(experiment=some[1], by=alice)

    assert names(alice, "show=archive") == ["b"]
    assert set(names(alice, "")) == {"c", "d"}


@pytest.mark.parametrize("show", ["bin", "nothing", "-", "%00"])
def test_an_unknown_choice_shows_all_pages_of_all(as_alice: Client, alice: User, show: str) -> None:
    for number in range(23):
        ExperimentFactory(owner=alice, name=f"Study {number:02}")
    thrown = ExperimentFactory(owner=alice)
    binning.move_to_bin(experiment=thrown, by=alice)
    page = as_alice.get("/", {"show": show.replace("%00", "-")})

    assert (page.context["page"].paginator.count, len(page.context["cards"])) == (23, 20)
    assertContains(as_alice.get("/", {"show": show.replace("%00", "-"), "page": "2"}), "Study 0")


@pytest.mark.parametrize(("page", "shown"), [("2", 3), ("99", 3), ("x", 20), ("0", 3), ("-1", 3), ("", 20)])
def test_a_page_that_is_none_is_the_first_or_the_last(as_alice: Client, alice: User, page: str, shown: int) -> None:
    for number in range(23):
        ExperimentFactory(owner=alice, name=f"Study {number}")

    assert len(as_alice.get("/", {"page": page}).context["cards"]) == shown
