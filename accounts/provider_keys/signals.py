"""Signals: a key was kept, for those who wait for it and whom this app does not know."""

from django.dispatch import Signal

# Sent by the worker that tested it, once it is stored. Arguments: test.
key_was_kept = Signal()
