"""How long texts may be, and the same text without what no page, file or database could hold."""

from __future__ import annotations

import re

from persona.messages import edit_error

FIELDS_AT_MOST = 5
LENGTHS = {
    "label": 200,
    "name": 120,
    "tagline": 160,
    "story": 6_000,
    "statement": 600,
    "name of the field": 60,
    "field": 1_000,
    "note": 2_000,
    "picture": 200,
}
"""Characters by what is written; what was generated longer may stay as long."""
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def proper(text: str, what: str, *, before: str = "", lines: bool = False) -> str:
    """The text as it is kept: markup stays as it was typed, spaces around it go.

    Args:
        what: a key of `LENGTHS`.
        before: the text that it replaces: a new one may always be as long.
        lines: whether line breaks stay.

    Raises:
        EditError: nothing is left, or too much.
    """
    clean = _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    clean = clean.strip() if lines else " ".join(clean.split())
    if not clean:
        raise edit_error("edit_empty", what=what)
    limit = max(LENGTHS[what], len(before))
    if len(clean) > limit:
        raise edit_error("edit_too_long", what=what, length=f"{len(clean):,}", limit=f"{limit:,}")
    return clean
