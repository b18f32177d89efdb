"""Signals: what happened to data, for those who wait for it and whom this app does not know."""

from django.dispatch import Signal

# A source has been read, or cannot be; sent by the worker after the row says so. Arguments: source.
source_was_read = Signal()

# An experiment belongs to another team now; sent in the same transaction. Arguments: experiment.
experiment_was_moved = Signal()
