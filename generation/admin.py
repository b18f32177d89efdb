"""The administration of all rooms, where Django looks for it."""

from generation.billing import admin as billing
from generation.personas import admin as personas
from generation.runs import admin as runs
from generation.webhooks import admin as webhooks

__all__ = ("billing", "personas", "runs", "webhooks")
