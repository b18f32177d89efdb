"""Runs and what they found: settings, events, personas, statements and the words behind them."""

from generation.models.drafts import Draft
from generation.models.personas import Evidence, Persona, Statement
from generation.models.runs import Run, RunEvent

__all__ = ("Draft", "Evidence", "Persona", "Run", "RunEvent", "Statement")
