"""Leased rows: one worker at a time holds one, and whoever goes silent loses it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import Count, F, Max, Min, Q
from django.utils import timezone

from core.lease.turns import NEVER, Standing, following

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from uuid import UUID

# A message takes milliseconds; when free work has heard nothing for so long, it is sent again. Twice costs one query.
RESEND = timedelta(seconds=15)
# After so many workers that died on it, the work itself is taken for the cause.
MAX_ATTEMPTS = 5
# Of one that loses the race for a row to another worker; then that one goes on with what waits.
TRIES = 5
# Any message serves whoever's turn it is, so a long line needs no message for each row at each sweep.
WAKE = 50

Row = TypeVar("Row", bound="Leased")


class LeasedQuerySet(models.QuerySet[Row]):
    """Changes of hands are conditional updates: whoever changes the row has it, without a race."""

    def unfinished(self) -> Self:
        """Rows with something left to do, held or not."""
        return self.filter(Q(**self.model.WAITING) | Q(**self.model.HELD))

    def free(self) -> Self:
        """Unfinished rows that no living worker holds."""
        return self.unfinished().filter(Q(lease_until=None) | Q(lease_until__lt=timezone.now()))

    def claimable(self) -> Self:
        """Free rows that a worker may begin with."""
        return self.free()

    def unheard(self) -> Self:
        """Free rows for which no message can be on its way any more."""
        return self.free().filter(sent__lt=timezone.now() - RESEND)

    def take_unheard(self, most: int | None = None) -> Iterator[Row]:
        """Each unheard row, to send its message again. Of several sweeps at once, one gets it: who changes the time."""
        for row in self.unheard()[:most]:
            if self.unheard().filter(pk=row.pk, sent=row.sent).update(sent=timezone.now()):
                yield row

    def claim(self, pk: UUID | str, **changes: Any) -> Row | None:
        """Take the row for this worker; None when it is at its end, or another holds it."""
        held = {
            **self.model.HELD,
            "lease_until": self.model.lease_end(),
            "attempt": F("attempt") + 1,
            "sent": timezone.now(),
        }
        taken = self.claimable().filter(pk=pk).update(**held, **changes)
        return self.select_related(*self.model.CLAIMED_WITH).get(pk=pk) if taken else None

    def claim_next(self, **changes: Any) -> Row | None:
        """Take the row whose turn it is; None when nothing waits that may be begun."""
        for _ in range(TRIES):
            if (turn := following(self.standings())) is None:
                return None
            line = self.claimable().filter(**{self.model.WHOSE: turn.whose}).order_by("created", "pk")
            if (pk := line.values_list("pk", flat=True).first()) and (row := self.claim(pk, **changes)):
                return row
        return None

    def standings(self) -> list[Standing]:
        """How each team stands that has a row here which may be begun."""
        whose, lives = self.model.WHOSE, Q(**self.model.HELD, lease_until__gte=timezone.now())
        line = self.claimable().order_by().values(whose).annotate(waiting=Count("pk"), first=Min("created"))
        waiting = {each[whose]: each for each in line}
        at_work = (
            self.filter(Q(attempt__gt=0), **{f"{whose}__in": waiting})
            .order_by()
            .values(whose)
            .annotate(held=Count("pk", filter=lives), served=Max("sent"))
        )
        known = {each[whose]: each for each in at_work}
        return [
            Standing(
                team,
                waiting=each["waiting"],
                held=known[team]["held"] if team in known else 0,
                served=known[team]["served"] if team in known else NEVER,
                first=each["first"],
            )
            for team, each in waiting.items()
        ]

    def held_by(self, row: Row) -> Self:
        """The row while its attempt is the newest one; empty once another has taken over (the fence)."""
        return self.filter(pk=row.pk, attempt=row.attempt, lease_until__isnull=False, **self.model.HELD)

    def renew(self, row: Row, **changes: Any) -> bool:
        """Say that the worker lives; False when the row is no longer its own."""
        return self.held_by(row).update(lease_until=self.model.lease_end(), **changes) == 1

    def release(self, row: Row, **changes: Any) -> bool:
        """Give back what this worker may not finish, for the next sweep."""
        free = {**self.model.WAITING, "lease_until": None, "sent": timezone.now() - RESEND}
        return self.held_by(row).update(**free, **changes) == 1

    def settle(self, row: Row, **result: Any) -> bool:
        """Record the end, unless a later attempt has taken over or the row has gone."""
        return self.held_by(row).update(lease_until=None, **result) == 1


class Leased(models.Model):
    """Work that one worker does at a time. It holds the row by `lease_until`, and writes while `attempt` is its own."""

    attempt = models.PositiveIntegerField(default=0, help_text="Fence: only the newest attempt may write.")
    lease_until = models.DateTimeField(null=True, blank=True, help_text="Until when its worker may be silent.")
    sent = models.DateTimeField(default=timezone.now, help_text="When a worker was last told of it.")

    # Fields of a row that waits, and of one that is held.
    WAITING: ClassVar[dict[str, Any]]
    HELD: ClassVar[dict[str, Any]]
    CLAIMED_WITH: ClassVar[tuple[str, ...]] = ()
    # Who takes turns, as a path of fields; rows of such a model have `created`.
    WHOSE: ClassVar[str] = ""

    class Meta:
        abstract = True

    @classmethod
    def lease_end(cls) -> datetime:
        """Until when a worker that says something now may be silent."""
        return timezone.now() + timedelta(seconds=settings.ENV.lease_seconds)
