"""Ticked names joined by blanks, as KoBo and ODK write them: "own_business loans"."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

_SLUG = re.compile(r"[a-z0-9][a-z0-9_\-]*", re.IGNORECASE)
_MOST = 80
_LONGEST = 32


def split_slugs(
    filled: Mapping[str, int], *, several: bool = False, known: Collection[str] = ()
) -> Callable[[str], list[str]] | None:
    """How to cut such cells; None where the blanks part words of one answer.

    Each name must look like one (no sentence marks), most must stand alone in some cell too, and names joined by an
    underscore show that a blank parts two of them.
    """
    rows = {text: text.split() for text in filled}
    many = {text: row for text, row in rows.items() if len(row) > 1}
    if not many or not all(_SLUG.fullmatch(word) and len(word) <= _LONGEST for row in rows.values() for word in row):
        return None
    present = Counter[str]()
    for text, row in rows.items():
        present.update(dict.fromkeys(row, filled[text]))
    if len(present) > _MOST or any(len(row) != len(set(row)) for row in many.values()):
        return None
    if known and sum(n for word, n in present.items() if word in known) > 0.9 * present.total():
        return str.split
    alone = {row[0] for row in rows.values() if len(row) == 1}
    company = Counter[str]()
    for text, row in many.items():
        company.update(dict.fromkeys(row, filled[text]))
    if all(word.isdigit() and len(word) < 4 for word in present):
        return str.split if all(len(w) < 3 for w in present) and len(many) > 1 else None
    joined = any("_" in word for word in present)
    lower = all(word == word.lower() for word in present)
    both = company.keys() & alone
    seen_alone = sum(company[word] for word in both) >= (0.5 if joined or several else 0.9) * company.total()
    enough = len(both) > 1 and (joined or several or len(rows) > 1.5 * len(present))
    return str.split if lower and seen_alone and enough else None
