"""Receivers of signals whose module is not imported before something is sent: a web server starts without them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.module_loading import import_string

if TYPE_CHECKING:
    from django.dispatch import Signal


def connect(signal: Signal, path: str) -> None:
    """Let the function at `path` ("experiments.templates.source_was_read") receive the signal."""

    def receive(sender: object, **named: Any) -> None:
        import_string(path)(sender, **named)

    signal.connect(receive, weak=False, dispatch_uid=path)
