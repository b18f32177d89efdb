"""Charges: what runs on the operator's keys take from their team's month."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q, Sum
from django.utils import timezone

from accounts.teams.models import TeamOwned, within

if TYPE_CHECKING:
    from accounts.models import Team, User


class BudgetEntryQuerySet(models.QuerySet["BudgetEntry"]):
    def visible_to(self, user: User) -> BudgetEntryQuerySet:
        return self.filter(within(user))

    def open(self) -> BudgetEntryQuerySet:
        return self.filter(settled=None)

    def this_month(self, team: Team, user: User | None) -> Decimal:
        """What team and person have spent since the first of the month, and what their runs at work may still cost.

        What the person spent in other teams counts too: more teams are not more money.
        """
        start = timezone.now().replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        whose = Q(team=team) if user is None else Q(team=team) | Q(owner=user)
        mine = self.filter(whose, Q(created__gte=start) | Q(settled=None))
        return mine.aggregate(total=Sum("amount"))["total"] or Decimal(0)


class BudgetEntry(TeamOwned):
    """While the run works, the most that it may cost; afterwards what it did cost."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="budget_entries",
        help_text="Who started the run.",
    )
    run = models.UUIDField(help_text="No reference: who deletes an experiment gets no money back.")
    model = models.CharField(max_length=200, help_text="Provider and name.")
    before = models.DecimalField(max_digits=12, decimal_places=6, help_text="What the run had cost before.")
    amount = models.DecimalField(max_digits=12, decimal_places=6)
    created = models.DateTimeField(auto_now_add=True)
    settled = models.DateTimeField(null=True, blank=True)

    objects = BudgetEntryQuerySet.as_manager()

    class Meta:
        ordering = ("-created",)
        indexes = (models.Index(fields=("team", "created")), models.Index(fields=("owner", "created")))
        constraints = (
            models.UniqueConstraint(fields=("run",), condition=Q(settled=None), name="budget_entry_open_once"),
            models.CheckConstraint(condition=Q(amount__gte=0), name="budget_entry_not_negative"),
        )

    def __str__(self) -> str:
        return f"${self.amount:.2f} for {self.model}"
