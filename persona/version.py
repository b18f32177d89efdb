"""The version of the library, where every module may read it."""

from __future__ import annotations

__version__ = "0.6.0"
