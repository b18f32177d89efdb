from __future__ import annotations

from datetime import UTC, datetime, timedelta
from threading import Thread
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.http import Http404

from accounts.models import Membership, User
from accounts.teams.prepared import PreparedFor
from core.prepared import Prepared
from experiments.models import Experiment
from tests.factories import ExperimentFactory, UserFactory

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from pytest_django import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db


def of_team(team: UUID, after: datetime) -> QuerySet[Experiment]:
    every = Experiment.objects.filter(team=team, created__gt=after, is_sample=False, name__contains="Study")
    return every.select_related("owner").only("name", "owner__email").order_by("-id")


def names(team: UUID, part: str) -> QuerySet[Experiment, tuple[str, UUID]]:
    return Experiment.objects.filter(team=team, description=part).order_by("name").values_list("name", "pk")


def with_name(user: User, name: str) -> QuerySet[Experiment]:
    return Experiment.objects.visible_to(user).filter(name=name)


YESTERDAY = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.fixture
def two() -> tuple[User, User]:
    return UserFactory(), UserFactory()


def test_gives_what_the_query_gives(two: tuple[User, User]) -> None:
    prepared = Prepared(of_team, UUID, datetime)
    for user in (*two, *two):
        made = [ExperimentFactory(owner=user).pk for _ in range(3)]
        team = user.membership.team_id
        found, expected = prepared(team, YESTERDAY), list(of_team(team, YESTERDAY))
        assert found == expected
        assert {*made} <= {each.pk for each in found}
        assert [(each.name, each.owner) for each in found] == [(each.name, user) for each in expected]
        assert [each.get_deferred_fields() for each in found] == [each.get_deferred_fields() for each in expected]


def test_asks_the_database_each_time(two: tuple[User, User], django_assert_num_queries: DjangoAssertNumQueries) -> None:
    prepared, team = Prepared(of_team, UUID, datetime), two[0].membership.team_id
    found = []
    for number in range(3):
        with django_assert_num_queries(1):
            found.append([each.owner.email for each in prepared(team, YESTERDAY)])
        ExperimentFactory(owner=two[0], name=f"Study {number}")
    assert found == [[], [two[0].email], [two[0].email] * 2]


def test_a_row_is_whole_but_for_what_was_not_asked(two: tuple[User, User]) -> None:
    made = ExperimentFactory(owner=two[0], description="Why?")
    [found] = Prepared(of_team, UUID, datetime)(made.team_id, YESTERDAY)
    assert (found.description, found.owner.name, found._state.adding) == ("Why?", "", False)
    found.name = "Another"
    found.save(update_fields=["name"])
    made.refresh_from_db()
    assert made.name == "Another"


def test_tuples_and_times(two: tuple[User, User]) -> None:
    made = ExperimentFactory(owner=two[0], description="%s? 100 %")
    assert Prepared(names, UUID, str)(made.team_id, "%s? 100 %") == [(made.name, made.pk)]
    later = made.created + timedelta(seconds=1)
    prepared = Prepared(of_team, UUID, datetime)
    assert [prepared(made.team_id, moment) for moment in (made.created, later, YESTERDAY)] == [[], [], [made]]


def test_whoever_asks_sees_their_own(two: tuple[User, User]) -> None:
    prepared = PreparedFor(with_name, str)
    made = {user: ExperimentFactory(owner=user, name="Study of the same name") for user in two}
    for user in (*two, *reversed(two)):
        assert prepared(user, "Study of the same name") == [made[user]]
        assert prepared.first(user, "Study of the same name") == made[user]
    with pytest.raises(Http404):
        prepared.or_404(two[0], "Study of nobody")


def test_a_token_sees_its_own_team_alone(two: tuple[User, User]) -> None:
    prepared = PreparedFor(with_name, str)
    own, other = (ExperimentFactory(owner=user, name="Study") for user in two)
    Membership.objects.create(team=other.team, user=two[0], role="viewer")
    seen = prepared(two[0], "Study")
    two[0].only_team = other.team_id
    assert (set(seen), prepared(two[0], "Study")) == ({own, other}, [other])
    two[0].only_team = None
    assert set(prepared(two[0], "Study")) == {own, other}


def test_a_query_that_does_not_ask_for_a_value_is_refused(two: tuple[User, User]) -> None:
    def forgetful(team: UUID, _name: str) -> QuerySet[Experiment]:
        return Experiment.objects.filter(team=team)

    with pytest.raises(TypeError, match="does not ask for each of its values"):
        Prepared(forgetful, UUID, str)(two[0].membership.team_id, "a")


@pytest.mark.parametrize("values", [(), (uuid4(),), (uuid4(), YESTERDAY, "more")])
def test_as_many_values_as_it_was_made_for(values: tuple[object, ...]) -> None:
    with pytest.raises(ValueError, match="zip"):
        Prepared(of_team, UUID, datetime)(*values)


def test_two_shares_of_one_value(two: tuple[User, User]) -> None:
    def either(name: str) -> QuerySet[Experiment]:
        named = Experiment.objects.filter(name=name)
        return named | Experiment.objects.filter(description=name)

    first, second = ExperimentFactory(name="Both"), ExperimentFactory(description="Both")
    assert set(Prepared(either, str)("Both")) == {first, second}


@pytest.mark.django_db(transaction=True)
def test_each_thread_asks_by_a_connection_of_its_own() -> None:
    prepared, users = Prepared(of_team, UUID, datetime), [UserFactory() for _ in range(4)]
    teams = {user.membership.team_id: ExperimentFactory(owner=user) for user in users}
    found: list[tuple[UUID, list[Experiment]]] = []

    def ask(team: UUID) -> None:
        found.extend((team, prepared(team, YESTERDAY)) for _ in range(5))
        connection.close()

    threads = [Thread(target=ask, args=[team]) for team in teams]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted((team, each.pk) for team, [each] in found) == sorted(
        (t, e.pk) for t, e in teams.items() for _ in range(5)
    )
