"""Selection: which findings a persona shows, so that no question, battery or section takes all the room."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from persona.counted.findings import MOST
from persona.counted.placing import kind_of
from persona.kinds import KINDS
from persona.models import ColumnRole

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from persona.counted.findings import Finding
    from persona.kinds import StatementKind

FROM_ONE_QUESTION = 3
"""Where several answers could be given; of one choice, the first says it."""
FROM_CHECKLIST = 5
"""Things with yes or no are questions of their own: more of them, where a persona has little else."""
PART_OF_SECTION = 0.4
"""So much of a section that has people's own words may be counted statements."""
IN_SECTION = 5
BOTH = 2
"""Options of a question whose second share says nothing that the first does not say."""
BIG_AT_MOST = 2
ENOUGH = 5
"""With fewer, what is simply big is told as well, and a second answer to one question."""
LESS_AT_MOST = 1
ITEMS_AT_MOST = 4
"""Where a survey asks hardly more than one battery, its items are what people said: so many of them are told."""


class _Chosen:
    """What was taken so far, and whether one more may be."""

    def __init__(self, quoted: Mapping[StatementKind, int]) -> None:
        self.taken: list[tuple[StatementKind, Finding]] = []
        self._quoted = quoted
        self._sections: Counter[StatementKind] = Counter()

    def take(self, finding: Finding, *, from_one_choice: int, items: int = 0) -> bool:
        """Take a finding if it has room; `items`: so many more of one battery."""
        kind = kind_of(finding)
        if any(finding is other for _, other in self.taken) or not self._has_room(kind, finding):
            return False
        if not self._may_follow(finding, from_one_choice, items) or (
            finding.effect < 0 and self._less(finding) >= LESS_AT_MOST
        ):
            return False
        self._sections[kind] += 1
        self.taken.append((kind, finding))
        return True

    def _has_room(self, kind: StatementKind, finding: Finding) -> bool:
        quoted = self._quoted.get(kind, 0)
        room = int(quoted * PART_OF_SECTION / (1 - PART_OF_SECTION) + 1e-9) if quoted else IN_SECTION
        if KINDS[kind].polarity == "neg" and finding.option is None and finding.standing == "distinctive":
            room = max(room, 1)  # what these people rate worst is not kept from them by one person's words
        return self._sections[kind] < min(room, IN_SECTION)

    def _may_follow(self, finding: Finding, from_one_choice: int, items: int) -> bool:
        same = [other for _, other in self.taken if other.block == finding.block]
        if (finding.option is None or _is_item(finding)) and items:
            return len(same) < items and all(other.column.name != finding.column.name for other in same)
        if finding.option is None or _is_item(finding):
            return all(other.effect * finding.effect < 0 for other in same)  # of one battery only what contrasts
        checklist = finding.block != finding.column.name
        limit = FROM_CHECKLIST if items or (checklist and from_one_choice > 1) else FROM_ONE_QUESTION
        alone = finding.column.role is not ColumnRole.MULTIPLE
        of_column = [other for other in same if other.column.name == finding.column.name]
        if alone and len(finding.column.options) == BOTH:  # who does not say the one says the other
            from_one_choice = 1
        return len(same) < limit and len(of_column) < (from_one_choice if alone else limit)

    def _less(self, finding: Finding) -> int:
        return 0 if finding.option is None else sum(f.effect < 0 and f.option is not None for _, f in self.taken)


def _is_item(finding: Finding) -> bool:
    return finding.column.role is ColumnRole.RATING and finding.block != finding.column.name


def choose(
    found: Sequence[Finding], quoted: Mapping[StatementKind, int], most: int
) -> list[tuple[StatementKind, Finding]]:
    """At most `most` findings with their kinds, strongest first: what sets apart, then what is simply big.

    `quoted`: how many statements in people's own words each section has.
    """
    chosen = _Chosen(quoted)
    distinctive = [finding for finding in found if finding.standing == "distinctive"]
    big = [finding for finding in found if finding.standing == "big"]
    most_give = [finding for finding in big if finding.option is None or finding.value > MOST]
    for finding in distinctive:
        if len(chosen.taken) < most - min(BIG_AT_MOST, len(most_give)):
            chosen.take(finding, from_one_choice=1)
    told = 0
    for finding in most_give:
        if len(chosen.taken) < most and (told < BIG_AT_MOST or len(chosen.taken) < ENOUGH):
            told += chosen.take(finding, from_one_choice=1)
    for fillers, from_one_choice, items in ((distinctive, 2, 0), (big, 1, 0), (found, 2, ITEMS_AT_MOST)):
        for finding in fillers:
            if len(chosen.taken) < ENOUGH:
                chosen.take(finding, from_one_choice=from_one_choice, items=items)
    return chosen.taken
