"""Whether this worker has been asked to stop: long work looks here, gives its run back and ends early."""

from __future__ import annotations

from threading import Event

asked = Event()
