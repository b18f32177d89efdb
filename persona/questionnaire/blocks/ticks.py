"""Tick boxes: a column that holds one option, ticked or not, in the many ways that survey tools write it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from persona.questionnaire.names.titles import fold, made_up
from persona.questionnaire.values.blanks import Blank
from persona.questionnaire.values.cells import shown
from persona.reading.yes_no import NO, YES

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from persona.questionnaire.columns import ColumnView

TickForm = Literal["text", "mark", "binary", "yes_no", "codes", "coded", "none"]
"""`text`: the option itself or blank; `mark`: x or blank; `binary`: 1/0, true/false, checked/not; `yes_no`;
`codes`: a number of its own in each column; `coded`: 1 and 2, of which one means ticked; `none`: nobody ticked it."""

_ON_WORDS = """
1 true x ✓ ✔ ☑ wahr vrai verdadero verdadeiro vero on checked selected quoted ticked chosen marked mentioned
genannt cité mencionado citado nominato genoemd
ausgewählt gewählt angekreuzt coché sélectionné marcado seleccionado selecionado selezionato aangevinkt
"""
_OFF_WORDS = """
0 false falsch faux falso off unchecked unselected unticked notmentioned notchosen notchecked notselected notquoted
nichtgewählt nichtausgewählt nichtangekreuzt noncoché nonsélectionné nomarcado noseleccionado nãoselecionado
"""
_ON, _OFF = frozenset(_ON_WORDS.split()), frozenset(_OFF_WORDS.split())
LONGEST_OPTION = 200
_MOST_SPELLINGS = 8  # of ticked and not: "x", "X", "✓", " x"


@dataclass(frozen=True)
class Tick:
    """How a column of one option is written: the cells that mean ticked, and those that mean it was left."""

    form: TickForm
    on: frozenset[str]
    off: frozenset[str]
    label: str = ""
    """The option as the cells spell it; empty where they hold only a mark."""


def tick_of(column: ColumnView) -> Tick | None:
    """How this column ticks one option; None where its cells hold more than that."""
    if column.uncounted or len(column.sides) > _MOST_SPELLINGS:
        return None
    spellings = _spellings(column)
    texts = [same[0] for same in spellings]
    if len(texts) > 2:
        return None
    refused = {text for text in column.answers if text not in column.sides}
    if refused and not texts and _is_the_option(column, refused):  # an option "Don't know" of its own
        return Tick("text", frozenset(refused), frozenset(), shown(next(iter(refused))))
    if any(column.blanks[text] is Blank.NO_OPINION for text in refused):  # yes, no, not sure: no tick box
        return None
    if not texts:
        return Tick("none", frozenset(), frozenset())
    tick = _one(texts[0]) if len(texts) == 1 else _two(texts[0], texts[1])
    return tick and replace(tick, on=_with_all(tick.on, spellings), off=_with_all(tick.off, spellings))


def _spellings(column: ColumnView) -> list[list[str]]:
    """The texts of a column, those that are the same word together ("x" and "X"), the commonest first."""
    found: dict[str, list[str]] = {}
    for text in sorted(column.sides, key=lambda text: -column.counts[text]):
        found.setdefault(_word(text) or text, []).append(text)
    return list(found.values())


def _with_all(texts: frozenset[str], spellings: Sequence[Sequence[str]]) -> frozenset[str]:
    return frozenset(text for same in spellings if same[0] in texts for text in same)


def _is_the_option(column: ColumnView, refused: set[str]) -> bool:
    return len(refused) == 1 and fold(column.text).endswith(fold(next(iter(refused))))


def _one(text: str) -> Tick | None:
    word = _word(text)
    if word in _OFF or word in NO:
        return Tick("binary" if word in _OFF else "yes_no", frozenset(), frozenset((text,)))
    if text.isdigit():
        return Tick("codes", frozenset((text,)), frozenset())
    if word in _ON or word in YES:
        return Tick("mark" if word in _ON else "yes_no", frozenset((text,)), frozenset())
    if len(text) > LONGEST_OPTION:
        return None
    return Tick("text", frozenset((text,)), frozenset(), shown(text))


def _two(a: str, b: str) -> Tick | None:
    for on, off in ((a, b), (b, a)):
        first, second = _word(on), _word(off)
        if _denies(second, first):
            return Tick("binary", frozenset((on,)), frozenset((off,)))
        if (first in _ON or not on.isdigit()) and second in _OFF:
            option = first not in _ON and first not in YES
            if option and (len(on) > LONGEST_OPTION or first in NO):
                continue
            return Tick("binary", frozenset((on,)), frozenset((off,)), shown(on) if option else "")
        if first in YES and (second in NO or _denies_something(off)):
            return Tick("yes_no", frozenset((on,)), frozenset((off,)))
    return None


_NOT = ("not", "nicht", "non", "no", "não", "niet", "inte", "ikke", "ei", "nie", "не")


def _denies(off: str, on: str) -> bool:
    """ "nicht genannt" beside "genannt": the same word, denied."""
    return off.endswith(on) and len(on) > 2 and off[: -len(on)] in _NOT


def _denies_something(off: str) -> bool:
    """ "NO TO: Cereal", as some panels write what was not ticked."""
    first, _, rest = shown(off).casefold().partition(" ")
    return first in NO and ":" in rest


def _word(text: str) -> str:
    return re.sub(r"[\s_.-]+", "", shown(text)).casefold()


def alike(ticks: Collection[Tick]) -> bool:
    """Whether columns are ticked in the same way; a 1 and blanks may stand beside 1 and 0, and beside other numbers."""
    forms = {tick.form for tick in ticks if not _holds_zero_alone(tick)} - {"none"}
    ones = all(tick.on == {"1"} for tick in ticks if tick.form == "codes")
    return len(forms) < 2 or (forms <= {"binary", "mark", "codes"} and ones)


def _holds_zero_alone(tick: Tick) -> bool:
    return not tick.on and bool(tick.off)


def with_codes(ticks: Mapping[int, Tick]) -> dict[int, Tick]:
    """Where each column holds a number of its own, a column of zeros is ticked too: 0 is its code."""
    codes = {tick.on for tick in ticks.values() if tick.form == "codes"}
    if len(codes) < 2:
        return dict(ticks)
    return {at: Tick("codes", tick.off, frozenset()) if _holds_zero_alone(tick) else tick for at, tick in ticks.items()}


def named_by_its_option(column: ColumnView, tick: Tick) -> bool:
    """Whether the column's name is its option, or ends in it: the question's text is then not in the file."""
    if not tick.label:
        return False
    name, option = fold(column.text), fold(tick.label)
    return name == option or name.endswith(f" {option}") or (made_up(column.name) and bool(tick.on))
