"""Fixtures of the tests of keys."""

from tests.generation.conftest import posted

__all__ = ("posted",)
