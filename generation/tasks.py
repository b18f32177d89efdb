"""The tasks of all rooms, where Celery looks for them."""

from generation.provenance.asking import tasks as asking
from generation.runs import tasks as runs
from generation.segments import tasks as segments
from generation.webhooks import tasks as webhooks

__all__ = ("asking", "runs", "segments", "webhooks")
