"""Pages of a list: every row once, newest first, while others come and go."""

from __future__ import annotations

import re
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from core.http.paging import MAX_LIMIT, Paging, _cursor, _read, page_of
from core.http.problems import Problem
from experiments.models import Experiment
from tests.factories import ExperimentFactory


@pytest.fixture
def names(alice: User) -> list[str]:
    """Five studies of Alice's, the newest first."""
    return [ExperimentFactory(pk=UUID(int=n + 1), owner=alice, name=f"Study {n}").name for n in range(5)][::-1]


def pages(limit: int, *, fields: tuple[str, ...] = ()) -> list[list[str]]:
    found, cursor = [], None
    while True:
        page = page_of(Experiment.objects.all(), Paging(limit=limit, cursor=cursor), fields=fields)
        found.append([item["name"] if fields else item.name for item in page["items"]])
        if (cursor := page["next"]) is None:
            return found


@pytest.mark.django_db
@pytest.mark.parametrize("fields", [(), ("id", "name")])
@pytest.mark.parametrize(
    ("limit", "sizes"), [(1, [1, 1, 1, 1, 1]), (2, [2, 2, 1]), (4, [4, 1]), (5, [5]), (MAX_LIMIT, [5])]
)
def test_pages_hold_every_row_once(names: list[str], limit: int, sizes: list[int], fields: tuple[str, ...]) -> None:
    found = pages(limit, fields=fields)

    assert [len(page) for page in found] == sizes
    assert [name for page in found for name in page] == names


@pytest.mark.django_db
def test_an_empty_list_is_one_empty_page() -> None:
    assert page_of(Experiment.objects.all(), Paging()) == {"items": [], "next": None}


@pytest.mark.django_db
def test_a_page_goes_on_where_it_was_whatever_came_or_went(names: list[str], alice: User) -> None:
    first = page_of(Experiment.objects.all(), Paging(limit=2))
    ExperimentFactory(owner=alice, name="New")
    Experiment.objects.filter(name=names[1]).delete()  # the one that the cursor names

    second = page_of(Experiment.objects.all(), Paging(limit=2, cursor=first["next"]))

    assert [item.name for item in second["items"]] == names[2:4]


@pytest.mark.django_db
@pytest.mark.parametrize(("fields", "queries"), [((), 2), (("id", "name"), 1)])
def test_a_page_takes_as_many_queries_however_long_the_list(
    names: list[str], django_assert_num_queries: DjangoAssertNumQueries, fields: tuple[str, ...], queries: int
) -> None:
    for limit in (1, len(names)):
        with django_assert_num_queries(queries):
            page_of(Experiment.objects.all(), Paging(limit=limit), fields=fields)


@given(st.uuids())
def test_a_cursor_is_short_safe_in_addresses_and_read_again(key: UUID) -> None:
    cursor = _cursor(key)

    assert (_read(cursor), len(cursor), bool(re.fullmatch(r"[A-Za-z0-9_-]+", cursor))) == (key, 22, True)


@pytest.mark.parametrize("cursor", ["x", "abc", "A" * 21, "A" * 23, "A" * 200])
def test_a_cursor_that_is_none_of_ours_is_refused(cursor: str) -> None:
    with pytest.raises(Problem) as refused:
        _read(cursor)

    assert (refused.value.status, refused.value.code, refused.value.errors[0].where) == (
        422,
        "invalid_input",
        "query.cursor",
    )


@pytest.mark.parametrize(
    "asked",
    [
        {"limit": 0},
        {"limit": MAX_LIMIT + 1},
        {"limit": "many"},
        {"cursor": ""},
        {"cursor": "a b"},
        {"cursor": "A" * 201},
        {"offset": 5},
    ],
    ids=str,
)
def test_what_cannot_be_asked_is_refused_before_anything_is_looked_up(asked: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Paging.model_validate(asked)
