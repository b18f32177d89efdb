"""How results are judged, in words: the verdict's rules as a table, for help, documentation and programs alike."""

from __future__ import annotations

from typing import NamedTuple

from persona.messages.verdicts import CAPS, LEVEL_TITLES, RULE_TITLES
from persona.numerals import percent
from persona.verdict import DOUBTFUL, LEVELS, MOST, RULES, SMALL_SHARE

SHOWN = ("people_behind", "statements", "smallest_group", "same_groups")
"""Measures with a column of their own; `people_counted` has the rule of `people_behind`."""


class LevelRow(NamedTuple):
    """One level: its id and title, and what each measure of `SHOWN` must reach for it."""

    level: str
    title: str
    cells: tuple[str, ...]


def titles() -> tuple[str, ...]:
    """What stands above the cells of `levels`."""
    return tuple(RULE_TITLES[name] for name in SHOWN)


def levels() -> tuple[LevelRow, ...]:
    """The levels, the best first."""
    return tuple(
        LevelRow(level, LEVEL_TITLES[level], tuple(_cell(name, level) for name in SHOWN)) for level in reversed(LEVELS)
    )


def caps() -> tuple[str, ...]:
    """What keeps a result from being ready, however good its measures are."""
    values = {"share": percent(DOUBTFUL), "most": percent(MOST)}
    return tuple(text.format(**values) for text in CAPS)


def _cell(name: str, level: str) -> str:
    rule = RULES[name]
    ready, care = rule.shown(rule.ready), rule.shown(rule.care)
    if name == "smallest_group":
        ready, care = f"{ready} people, or {percent(SMALL_SHARE)}", f"{care} people"
        return {"ready": ready, "with_care": care}.get(level, f"fewer than {care}")
    if level == "not_yet":
        return f"{'fewer' if name == 'statements' else 'less'} than {care}"
    return f"{ready} or more" if level == "ready" else f"{care} or more"
