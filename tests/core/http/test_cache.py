"""What a cache keeps, and what it lets go."""

from __future__ import annotations

from core.http.cache import ResponseCache


def test_a_shelf_keeps_what_was_asked_for_last() -> None:
    cache, made = ResponseCache(room=10), []

    def make(name: str) -> bytes:
        made.append(name)
        return name.encode() * 4

    for name in ("a", "b", "a", "c", "a", "b"):
        assert cache.get(name, lambda name=name: make(name)) == name.encode() * 4
    assert made == ["a", "b", "c", "b"]
