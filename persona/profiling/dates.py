"""Dates in the forms that survey tools and spreadsheets write."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache

_SHAPE = re.compile(r"\d{1,4}[-/. ]\w{1,9}[-/., ]+\d{1,4}|^[A-Za-z]{3,9}\.? \d{1,2},? \d{4}")
_FORMS = ("%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%d-%m-%Y", "%Y/%m/%d", "%d/%m/%y", "%m/%d/%y", "%d.%m.%y",
          "%d %b %Y", "%d %B %Y", "%b %d %Y", "%B %d %Y", "%d-%b-%Y", "%Y-%m")  # fmt: skip
_TIME = re.compile(r"[T ,]+\d{1,2}:\d{2}.*$")


@lru_cache(maxsize=65_536)
def day(text: str) -> date | None:
    """The day a cell names, or None. Where day and month cannot be told apart, the day comes first."""
    text = text.strip()
    if len(text) > 40 or not _SHAPE.search(text):
        return None
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        bare = " ".join(_TIME.sub("", text).replace(",", " ").split())
    for form in _FORMS:
        try:
            return datetime.strptime(bare, form).date()  # noqa: DTZ007 -- a day without a clock has no zone
        except ValueError:
            continue
    return None
