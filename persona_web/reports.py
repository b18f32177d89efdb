"""Reports of faults to a server that speaks as Sentry does: what failed, where in the code, and for which request.

Nobody's words leave: what is sent is made anew from a list of what may be, for whatever a library adds one day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from core.context import belongs
from persona.version import __version__

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import SecretStr

WHOLE = ("event_id", "timestamp", "level", "platform", "logger", "release", "transaction", "sdk")
FRAME = ("filename", "function", "lineno", "module", "in_app")
OURS = ("accounts", "core", "experiments", "generation", "persona", "persona_web")
"""Whose messages are templates, with words of people in their arguments only; others' may hold anything."""


def start(dsn: SecretStr) -> None:
    """Report from now on, in this process and those that it forks."""
    import sentry_sdk
    from sentry_sdk.integrations.celery import CeleryIntegration
    from sentry_sdk.integrations.django import DjangoIntegration

    sentry_sdk.init(
        dsn=dsn.get_secret_value(),
        release=f"persona-web@{__version__}",
        before_send=without_words,  # type: ignore[arg-type]
        integrations=[DjangoIntegration(transaction_style="function_name"), CeleryIntegration()],
        auto_enabling_integrations=False,  # among them those of language models
        auto_session_tracking=False,
        send_default_pii=False,
        include_local_variables=False,
        include_source_context=False,
        max_request_body_size="never",
        max_breadcrumbs=0,
    )


def without_words(event: Mapping[str, Any], _hint: object = None) -> dict[str, Any]:
    """The event with what may be sent of it: types, places in the code, ids; no messages of exceptions, no requests."""
    kept = {name: event[name] for name in WHOLE if name in event}
    kept["tags"] = dict(belongs())
    if faults := (event.get("exception") or {}).get("values"):
        kept["exception"] = {"values": [_fault(each) for each in faults]}
    if template := (event.get("logentry") or {}).get("message"):
        logger = str(event.get("logger", ""))
        kept["message"] = template if logger.partition(".")[0] in OURS else f"Logged by {logger}"
    return kept


def _fault(fault: Mapping[str, Any]) -> dict[str, Any]:
    frames = (fault.get("stacktrace") or {}).get("frames") or []
    places = [{name: frame[name] for name in FRAME if name in frame} for frame in frames]
    return {"type": fault.get("type"), "module": fault.get("module"), "stacktrace": {"frames": places}}
