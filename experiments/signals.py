"""Signals: what happened to data, for those who wait for it and whom this app does not know."""

from django.dispatch import Signal

# A source has been read, or cannot be; sent by the worker after the row says so. Arguments: source.
source_was_read = Signal()

# An experiment belongs to another team now; sent in the same transaction. Arguments: experiment.
experiment_was_moved = Signal()

# The state of an experiment is another one now; sent in the same transaction. Arguments: experiment_id, state.
state_was_changed = Signal()

# An experiment has gone to the bin; sent in the same transaction. Arguments: experiment.
experiment_was_binned = Signal()

# An experiment has come out of another one; sent in the same transaction. Arguments: experiment, copy.
experiment_was_copied = Signal()

# An experiment's settings become a template's; sent before that is stored. Arguments: experiment, template.
template_is_made = Signal()

# An experiment begins with a template; sent in the same transaction. Arguments: experiment, template.
template_was_used = Signal()
