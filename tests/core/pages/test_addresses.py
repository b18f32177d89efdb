"""Addresses of rows of a list: the same as Django's own, for each place in the web."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.urls import NoReverseMatch, reverse, set_script_prefix

from core.pages.addresses import address

FIRST, SECOND = UUID(int=1), UUID(int=2)


@pytest.mark.parametrize("name", ["experiments:data", "generation:results"])
def test_an_address_is_the_one_that_django_gives(name: str) -> None:
    assert [address(name, pk) for pk in (FIRST, SECOND)] == [reverse(name, args=[pk]) for pk in (FIRST, SECOND)]


def test_below_another_folder_it_is_there() -> None:
    before = address("experiments:data", FIRST)
    set_script_prefix("/persona/")
    try:
        assert address("experiments:data", FIRST) == f"/persona{before}"
    finally:
        set_script_prefix("/")


@pytest.mark.parametrize("name", ["experiments:list", "account", "theme"])
def test_a_page_of_nothing_in_particular_has_an_address_too(name: str) -> None:
    assert address(name) == reverse(name)


def test_a_page_of_one_needs_its_id() -> None:
    with pytest.raises(NoReverseMatch):
        address("experiments:data")
