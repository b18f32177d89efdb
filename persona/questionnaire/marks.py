"""Cells that a tool wrote, known by their form in any language: masked names, times to the second, addresses."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_MASKED = re.compile(r"(?=.*[^\W_])(?!.*\s\S*\s)[^\n*•●＊]{0,12}[*•●＊]{2,}[^\n]{0,24}")
_STARS = re.compile(r"\d?\s*[*•●＊]+\s*\d?|.*[^\W\d_]{5,}[*]{2,}.*")  # five stars; **bold**
_HOURS = r"(?:\d{1,3}\s*(?:小时|小時|時間|시간|h(?:rs?|ours?)?|std\.?|godz\.?|ч\.?)\s*)?"
_MINUTES = r"(?:\d{1,3}\s*(?:分钟?|分鐘?|분|m(?:in(?:utes?|uten|uti|utos)?)?\.?|мин\.?|dk\.?)\s*)?"
_SECONDS = r"\d{1,5}(?:[.,]\d{1,3})?\s*(?:秒钟?|초|s(?:ec(?:onds?|ondes)?|ek(?:unden)?|eg(?:undos)?)?\.?|сек\.?|sn\.?)"
_TO_THE_SECOND = re.compile(rf"{_HOURS}{_MINUTES}{_SECONDS}", re.IGNORECASE)
_OCTETS = re.compile(r"(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\s*[(（][^()（）]{0,40}[)）])?")
_HIGHEST = 255


def is_masked(text: str) -> bool:
    """Whether letters of a short name or number are hidden.

    >>> is_masked("***12"), is_masked("J****"), is_masked("****"), is_masked("5**"), is_masked("**Great** shop, go")
    (True, True, False, False, False)
    """
    return bool(_MASKED.fullmatch(text)) and not _STARS.fullmatch(text) and len(text.split()) <= 2


def is_measured_time(text: str) -> bool:
    """Whether a stretch of time is told to the second.

    >>> is_measured_time("3分20秒"), is_measured_time("125秒"), is_measured_time("2m 5s"), is_measured_time("3 min")
    (True, True, True, False)
    """
    return bool(_TO_THE_SECOND.fullmatch(text.strip()))


def is_address(text: str) -> bool:
    """Whether it is an address of a computer, with or without its place.

    >>> is_address("203.0.113.9"), is_address("203.0.113.9 (上海)"), is_address("10.0.19041.1"), is_address("0.9.1.2")
    (True, True, False, False)
    """
    found = _OCTETS.fullmatch(text.strip())
    return found is not None and all(int(part) <= _HIGHEST for part in found.groups()) and int(found[1]) > 0


def in_equal_steps(numbers: Iterable[int]) -> bool:
    """Whether different numbers are as far from each other, all of them, as ids are: 1200, 1207, 1214 in any order."""
    return len({after - before for before, after in pairwise(sorted(numbers))}) == 1
