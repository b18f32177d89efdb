"""Charges: a run on the operator's key is paid from its team's month, and never beyond it."""

from __future__ import annotations

from decimal import ROUND_UP, Decimal
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils import timezone

from accounts.teams.models import Team
from generation.billing.models import BudgetEntry
from persona.exceptions import PersonaError

if TYPE_CHECKING:
    from uuid import UUID

    from accounts.models import User
    from generation.runs.models import Run

SMALLEST = Decimal("0.000001")


class MonthlyLimitReached(PersonaError):
    """The team's month does not hold what the run may cost."""

    code = "monthly_limit"

    def __init__(self, left: Decimal) -> None:
        limit = settings.ENV.monthly_limit_usd
        super().__init__(
            f"Your team has ${left:.2f} left of the ${limit:.2f} that it may spend here in a month.",
            hint="Set a lower limit for the run, add a key of your own, or take the built-in writer, which is free.",
        )


def left(team: Team, user: User | None) -> Decimal:
    """What this person may still spend in the team this month."""
    return max(_money(settings.ENV.monthly_limit_usd) - BudgetEntry.objects.this_month(team, user), Decimal(0))


def reserve(run: Run, *, budget: float) -> None:
    """Set aside what the run may still cost, inside the caller's transaction; one start at a time for one team.

    Raises:
        MonthlyLimitReached: its month does not hold that much.
    """
    team = Team.objects.select_for_update().get(pk=run.experiment.team_id)
    before = _spent(run.usage)
    amount = max(_money(budget) - before, Decimal(0))
    if amount > (found := left(team, run.started_by)):
        raise MonthlyLimitReached(found)
    model = run.config["model"]
    BudgetEntry.objects.create(team=team, owner=run.started_by, run=run.pk, model=model, before=before, amount=amount)


def settle(run: UUID, usage: dict[str, Any] | None) -> None:
    """The run has ended: what it did not use goes back. Without a known price it keeps all that was set aside."""
    if (charge := BudgetEntry.objects.open().filter(run=run).first()) is None:
        return
    charge.settled = timezone.now()
    if (usage or {}).get("cost_usd", 0) is not None:
        charge.amount = max(_spent(usage) - charge.before, Decimal(0))
    charge.save(update_fields=["settled", "amount"])


def is_reserved(run: Run) -> bool:
    """Whether the run may use the operator's key."""
    return BudgetEntry.objects.open().filter(run=run.pk).exists()


def _spent(usage: dict[str, Any] | None) -> Decimal:
    return _money((usage or {}).get("cost_usd") or 0)


def _money(dollars: float) -> Decimal:
    return Decimal(str(dollars)).quantize(SMALLEST, rounding=ROUND_UP)
