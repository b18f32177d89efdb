import pytest

from core.pages.kept import Kept


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_makes_a_value_once_for_each_key():
    kept, made = Kept(), []

    def make(value):
        made.append(value)
        return value

    got = [kept.get(key, lambda key=key: make(key * 2)) for key in (1, 2, 1, 2, 1)]
    assert (got, made) == ([2, 4, 2, 4, 2], [2, 4])


def test_lets_go_what_was_not_used_for_longest():
    kept = Kept(size=2)
    for key in ("a", "b", "a", "c"):
        kept.get(key, lambda: "first")
    assert [kept.get(key, lambda: "anew") for key in ("a", "c", "b")] == ["first", "first", "anew"]


def test_makes_anew_what_is_old_however_often_it_is_used():
    clock = Clock()
    kept = Kept(seconds=10, clock=clock)
    found = []
    for clock.now, made in enumerate(["at 0", "at 1"]):
        found.append(kept.get("key", lambda made=made: made))
    clock.now = 9.9
    found.append(kept.get("key", lambda: "at 9.9"))
    clock.now = 10
    found.append(kept.get("key", lambda: "at 10"))
    assert found == ["at 0", "at 0", "at 0", "at 10"]


def test_old_values_go_when_another_is_kept():
    clock = Clock()
    kept = Kept(seconds=10, clock=clock)
    kept.get("of somebody", lambda: "words")
    clock.now = 11
    kept.get("another", str)
    assert list(kept._values) == ["another"]


def test_a_fault_is_not_kept():
    kept = Kept()
    with pytest.raises(ZeroDivisionError):
        kept.get("key", lambda: 1 // 0)
    assert kept.get("key", lambda: "good") == "good"


def test_keeps_nothing_while_developing(settings):
    settings.DEBUG = True
    kept = Kept()
    assert [kept.get("key", lambda made=made: made) for made in (1, 2)] == [1, 2]


def test_what_is_kept_by_hand_is_found_until_it_is_old():
    clock = Clock()
    kept = Kept(seconds=10, clock=clock)
    assert (kept.find("key"), kept.keep("key", "value"), kept.find("key")) == (None, "value", "value")
    clock.now = 10
    assert kept.find("key") is None
