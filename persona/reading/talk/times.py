"""Times in transcripts: of a turn, of a cue, or of a place in the recording. None of them is what somebody said."""

from __future__ import annotations

import re

_HOURS = r"\d{1,2}\s?h\s?\d{1,2}(?:\s?m(?:in)?)?(?:\s?\d{1,2}\s?s)?"
CLOCK = rf"(?:(?:\d{{1,2}}:)?\d{{1,3}}:\d{{1,2}}(?:[.,]\d{{1,6}})?(?:-\d)?|{_HOURS})"
OPEN, CLOSE = r"[\[({<#（［【]", r"[\])}>#）］】]"
BETWEEN = r"\s*(?:-+>|→|–|—|-|to)\s*"
SPAN = rf"{CLOCK}(?:{BETWEEN}{CLOCK})?"
TIME = rf"(?:{OPEN}\s*{SPAN}\s*{CLOSE}|{SPAN}(?:\s?(?:am|pm|AM|PM|Uhr|min))?)"
"""A time, or a span of times, in brackets or not."""
CUE = re.compile(rf"\s*{CLOCK}\s*-->\s*{CLOCK}.*")
"""The line above the text of a subtitle."""
ONLY = re.compile(rf"\s*(?:{TIME})\s*")
MARKED = re.compile(
    rf"\s*(?:[\[［【<#]\s*{SPAN}\s*[\]］】>#]|[(（]\s*\d{{1,2}}:\d{{2}}:\d{{2}}(?:[.,-]\d{{1,6}})?\s*[)）])"
)
"""Only times in a recording are written like this; a plain "(7:30)" may be when somebody gets up."""


def without_times(text: str) -> str:
    """A line without the marks of where in the recording it stands.

    >>> without_times("We plan [00:12:03] on paper at (7:30). #00:01:02-3#")
    'We plan on paper at (7:30).'
    """
    return MARKED.sub("", text).strip()
