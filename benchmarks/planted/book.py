"""The book of planted personas: what each likes, uses and says, and what everybody says."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

PARTS = ("goals", "frustrations", "behaviours")


@cache
def book() -> dict[str, Any]:
    """Read once; slots, phrases, options, questions and personas."""
    found: dict[str, Any] = json.loads(Path(__file__).with_name("book.json").read_text(encoding="utf-8"))
    return found


def header() -> list[str]:
    """Names of all columns."""
    asked, statements = book()["questions"], book()["statements"]
    closed = ("id", "at", "wave", "channel", "reward", "country", "age", "role", "team", "years", "often", "hours")
    rest = ("spend", "plan", "tools", "features")
    return [
        *(asked[key] for key in (*closed, *rest)),
        *statements[:5],
        *(f"{statement} (1-7)" for statement in statements[5:]),
        *(asked[key] for key in ("nps", "goal", "frustration", "behaviour", "extra")),
    ]
