"""What the list of experiments is asked for: words, states, whose, and in what order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Case, OuterRef, Subquery, Value, When
from django.db.models.functions import Lower

from experiments.models import DataSource, Experiment
from experiments.states import STATES, shown

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import QueryDict

    from accounts.models import User
    from experiments.models import ExperimentQuerySet

EVERY, ARCHIVE = "all", "archive"
LONGEST = 200
NEWEST = "-changed"
ORDER_OF_STATES = ("failed", "unreadable", "running", "reading", "stopped", "check", "empty", "ready")
"""What waits for a person first."""
_size = DataSource.objects.filter(experiment=OuterRef("pk")).order_by("-created", "-id").values("rows")[:1]
_place = Case(*(When(state=state, then=Value(at)) for at, state in enumerate(ORDER_OF_STATES)))
SORTS: dict[str, Any] = {
    "changed": "updated",
    "created": "id",
    "name": Lower("name"),
    "state": _place,
    "size": Subquery(_size),
}
"""What a list can be ordered by; with "-" before it the other way round."""

if set(ORDER_OF_STATES) != set(STATES):
    raise TypeError(f"ORDER_OF_STATES says {ORDER_OF_STATES}, STATES {tuple(STATES)}: name the same.")


@dataclass(frozen=True)
class Wanted:
    """What somebody wants to see of the experiments of a team; what is not known is as if not said."""

    text: str = ""
    show: str = EVERY
    only_mine: bool = False
    sort: str = NEWEST

    @classmethod
    def of(cls, asked: QueryDict) -> Wanted:
        sort, show = asked.get("sort", ""), asked.get("show", "")
        return cls(
            text=asked.get("q", "").strip()[:LONGEST],
            show=show if show == ARCHIVE or shown(show) else EVERY,
            only_mine=asked.get("whose") == "mine",
            sort=sort if sort.removeprefix("-") in SORTS else NEWEST,
        )

    @property
    def is_archive(self) -> bool:
        return self.show == ARCHIVE

    @property
    def is_narrowed(self) -> bool:
        """Whether the counts beside the choices do not say how many there are."""
        return bool(self.text) or self.only_mine

    def among(self, user: User, team: UUID) -> ExperimentQuerySet:
        """These of a team's experiments, as far as a person may see them, in the order that is wanted."""
        mine = Experiment.objects.visible_to(user).filter(team=team)
        found = mine.matching(self.text).filter(archived__isnull=not self.is_archive)
        if self.only_mine:
            found = found.filter(owner=user.pk)
        if states := shown(self.show):
            found = found.filter(state__in=states)
        return ordered(found, self.sort)


def ordered(found: ExperimentQuerySet, sort: str) -> ExperimentQuerySet:
    """By what `SORTS` names; what is equal stands newest first."""
    if sort == NEWEST:
        return found  # as the model orders
    key = SORTS[sort.removeprefix("-")]
    if isinstance(key, str):
        return found.order_by(f"-{key}" if sort.startswith("-") else key, "-id")
    last = key.desc(nulls_last=True) if sort.startswith("-") else key.asc(nulls_first=True)
    return found.order_by(last, "-id")
