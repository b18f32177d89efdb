"""What changed between two runs, as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from core import figures
from generation.runs.models import Run
from persona import numerals
from persona.comparing.wording import amount_told, could_be

if TYPE_CHECKING:
    from collections.abc import Sequence

    from accounts.models import User
    from generation.personas.models import Persona, Statement
    from persona.comparing import WhatChanged
    from persona.comparing.models import Amount, AnswerChange, Change, GroupChange

RECENT = 60
SHOWN = 12
"""Answers of one table; all are in the API."""
SIGNS = {"grown": "up", "shrunk": "down", "new": "new", "gone": "gone", "up": "up", "down": "down"}
ICONS = {"up": "up", "down": "fall", "new": "plus", "gone": "x", "same": "same"}
TOP, BOTTOM, LEFT, RIGHT = 10.0, 320.0, 240, 560
LEAST_APART = 18.0
NOT_KNOWN = "–"


@dataclass(frozen=True)
class Others:
    """Finished runs to compare with."""

    here: list[Run]
    elsewhere: list[Run]

    @property
    def all(self) -> list[Run]:
        return [*self.here, *self.elsewhere]


def earlier_runs(user: User, run: Run) -> Others:
    """Of the same experiment first; then the newest of others that the reader may see."""
    done = Run.objects.visible_to(user).filter(status=Run.Status.DONE).exclude(pk=run.pk)
    done = done.select_related("experiment").only("pk", "number", "status", "finished", "edited", "experiment__name")
    here = list(done.filter(experiment=run.experiment_id).order_by("-number")[:RECENT])
    elsewhere = list(done.exclude(experiment=run.experiment_id).order_by("-finished")[:RECENT])
    return Others(here, elsewhere)


@dataclass(frozen=True)
class ShownChange:
    """One line: a direction, words, both amounts, and how sure it is."""

    direction: str
    sentence: str
    before: str
    after: str
    bounds: str
    sure: str
    position: int = 0
    """Of the persona whose colour it has; 0: none."""
    persona: Persona | None = None
    statement: Statement | None = None
    under: str = ""
    """In small letters below."""
    name: str = ""
    people: tuple[str, str] = ("", "")
    """Of both waves, after the share."""

    @property
    def is_compared(self) -> bool:
        """Whether there is a number of both waves."""
        return NOT_KNOWN not in (self.before, self.after)

    @property
    def only(self) -> str:
        """The number of the one wave that has it."""
        return self.before if self.after == NOT_KNOWN else self.after

    @property
    def icon(self) -> str:
        return ICONS[self.direction]


@dataclass(frozen=True)
class Slope:
    """A group in the drawing of sizes."""

    position: int
    is_dotted: bool
    before: float
    after: float
    before_text: float
    after_text: float
    name: str
    was: str
    share_before: str
    share_after: str


@dataclass(frozen=True)
class Table:
    """What changed inside one group."""

    number: int
    name: str
    lines: list[ShownChange]


class Changes:
    """Two runs, and what is different between them."""

    def __init__(self, first: Run, second: Run, found: WhatChanged, *, inside: str | None = None) -> None:
        self.first, self.second, self.found = first, second, found
        self._inside = inside

    @cached_property
    def personas(self) -> tuple[dict[int, Persona], dict[int, Persona]]:
        """Of each run, by position."""
        one, two = (
            {
                persona.position: persona
                for persona in run.personas.only("pk", "position", "name", "label", "picture", "run_id")
            }
            for run in (self.first, self.second)
        )
        return one, two

    @property
    def labels(self) -> tuple[str, str]:
        """What the two are called in tables."""
        if self.first.experiment_id == self.second.experiment_id:
            return f"Run {self.first.number}", f"Run {self.second.number}"
        return self.first.experiment.name, self.second.experiment.name

    @cached_property
    def groups(self) -> list[ShownChange]:
        return [self._group(group) for group in self.found.groups]

    @cached_property
    def everyone(self) -> list[ShownChange]:
        return [_answer(change) for change in self.found.everyone[:SHOWN]]

    @cached_property
    def choices(self) -> list[tuple[int, str]]:
        """Groups that both have and that tell something in numbers."""
        return [(each.second, each.name) for each in self.found.inside if each.changes]

    @cached_property
    def inside(self) -> Table | None:
        """The group that was chosen, or the one in which most changed."""
        tables = [each for each in self.found.inside if each.changes]
        if not tables:
            return None
        most = max(tables, key=lambda each: sum(change.sure != "none" for change in each.changes))
        chosen = next((each for each in tables if str(each.second) == self._inside), most)
        said = self._statements(chosen.second)
        lines = [_answer(change, chosen.second, said.get(change.statement or "")) for change in chosen.changes[:SHOWN]]
        return Table(chosen.second, chosen.name, lines)

    @cached_property
    def slopes(self) -> list[Slope]:
        """Sizes as lines from left to right; names that would lie on each other are moved apart."""
        groups = [each for each in self.found.groups if None not in (each.before.share, each.after.share)]
        shares = [(group.before.share or 0.0, group.after.share or 0.0) for group in groups]
        top = max((share for pair in shares for share in pair), default=0.0) or 1.0
        places = [[BOTTOM - (BOTTOM - TOP) * pair[side] / top for pair in shares] for side in (0, 1)]
        texts = [_moved_apart(side) for side in places]
        return [
            Slope(
                position=self._position(group),
                is_dotted=group.first is None or group.second is None,
                before=round(places[0][at], 1),
                after=round(places[1][at], 1),
                before_text=round(texts[0][at], 1),
                after_text=round(texts[1][at], 1),
                name=_short(group.name),
                was=_short(group.was or group.name),
                share_before=figures.percent(shares[at][0]),
                share_after=figures.percent(shares[at][1]),
            )
            for at, group in enumerate(groups)
        ]

    @property
    def has_dotted(self) -> bool:
        """Whether a group of only one of both is in the drawing."""
        return any(slope.is_dotted for slope in self.slopes)

    @property
    def height(self) -> int:
        """Of the drawing, with the names that were moved down."""
        return round(max([BOTTOM, *(max(slope.before_text, slope.after_text) for slope in self.slopes)])) + 60

    def _statements(self, position: int) -> dict[str, Statement]:
        persona = self.personas[1].get(position)
        return {said.key: said for said in persona.statements.all()} if persona else {}

    def _group(self, group: GroupChange) -> ShownChange:
        persona = self.personas[1].get(group.second or 0) or self.personas[0].get(group.first or 0)
        shown = _shown(
            group, SIGNS.get(group.status, "same"), group.sentence, position=self._position(group), persona=persona
        )
        return replace(shown, name=group.name, people=(_people(group.before), _people(group.after)))

    def _position(self, group: GroupChange) -> int:
        """A group that is gone has a colour that no other one has."""
        return group.second or len(self.personas[1]) + (group.first or 1)


def _answer(change: AnswerChange, position: int = 0, statement: Statement | None = None) -> ShownChange:
    """An option above its question; a mean is that of its question."""
    words = (change.option, change.question) if change.option is not None else (change.question, "The mean")
    return _shown(change, change.direction, words[0], position=position, statement=statement, under=words[1])


def _shown(
    change: Change,
    direction: str,
    sentence: str,
    *,
    position: int = 0,
    persona: Persona | None = None,
    statement: Statement | None = None,
    under: str = "",
) -> ShownChange:
    return ShownChange(
        direction=direction,
        sentence=sentence,
        before=_amount(change, "before"),
        after=_amount(change, "after"),
        bounds=could_be(change),
        sure=change.sure,
        position=position,
        persona=persona,
        statement=statement,
        under=under,
    )


def _amount(change: Change, side: str) -> str:
    found: Amount = getattr(change, side)
    if found.share is None and found.mean is None:
        return NOT_KNOWN  # of a part nobody can say how many there were of the whole
    return amount_told(found).replace(" ", figures.NBSP)


def _people(found: Amount) -> str:
    return "" if found.people is None else f", {numerals.people(found.people)}"


def _moved_apart(places: Sequence[float]) -> list[float]:
    """The same places, each at least one line of text below the one above it."""
    found = list(places)
    below = -LEAST_APART
    for at in sorted(range(len(places)), key=lambda each: places[each]):
        found[at] = below = max(places[at], below + LEAST_APART)
    return found


def _short(name: str) -> str:
    return name if len(name) <= 26 else f"{name[:25].rstrip()}…"
