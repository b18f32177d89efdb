from __future__ import annotations

from tests.generation.conftest import posted

__all__ = ("posted",)
