from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from accounts.provider_keys.turns import KeyTestBusy, turn_of

if TYPE_CHECKING:
    from accounts.models import User

pytestmark = pytest.mark.django_db


def test_one_a_person_and_two_in_all(alice: User, bob: User, charlie: User) -> None:
    with turn_of(alice):
        with pytest.raises(KeyTestBusy, match="A key of yours"), turn_of(alice):
            pass
        with turn_of(bob), pytest.raises(KeyTestBusy, match="Several people"), turn_of(charlie):
            pass
        with turn_of(charlie) as turn:
            assert turn is None
    with turn_of(alice) as turn:
        assert turn is None


def test_a_turn_ends_with_its_fault(alice: User) -> None:
    for _ in range(3):
        with pytest.raises(ZeroDivisionError), turn_of(alice):
            raise ZeroDivisionError
