"""What people spend on the operator's keys, for operators."""

from __future__ import annotations

from django.contrib import admin

from core.admin import ReadOnly
from generation.billing.models import BudgetEntry


@admin.register(BudgetEntry)
class ChargeAdmin(ReadOnly):
    """What people spend on the operator's keys, and what their runs at work may still take."""

    list_display = ("owner", "model", "amount", "created", "settled", "run")
    list_filter = ("created", "model")
    list_select_related = ("owner",)
    search_fields = ("owner__email", "run")
    date_hierarchy = "created"
