"""Logs: to standard error, secrets masked, each line with the request, task, run and person that it belongs to."""

from __future__ import annotations

import json
import logging
import re
from datetime import UTC, datetime
from typing import Any, Literal

from core.context import belongs

SECRET = re.compile(r"\b(pw_|whsec_|sk-|AIza)[A-Za-z0-9_+/=-]{6,}")
PLAIN = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class Masking(logging.Formatter):
    """Replaces what looks like one of our tokens or a provider's key, in messages and tracebacks alike."""

    def format(self, record: logging.LogRecord) -> str:
        known = _ids(record)
        text = super().format(record)
        told = known.pop("request", "")
        others = [f"{name}={value}" for name, value in known.items()]
        start = " ".join([*([told] if told else []), *others])
        return masked(f"[{start}] {text}" if start else text)


class JsonLines(logging.Formatter):
    """One object a line, for programs that collect logs."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, str] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": masked(record.getMessage()),
            **_ids(record),
        }
        if record.exc_info:
            line["traceback"] = masked(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False)


def masked(text: str) -> str:
    """The text without anything that looks like a secret of ours or of a provider."""
    return SECRET.sub(r"\1…", text)


def _ids(record: logging.LogRecord) -> dict[str, str]:
    """What the line belongs to; a request that failed is named by its record, for it may have ended already."""
    known = dict(belongs())
    if reference := getattr(getattr(record, "request", None), "reference", ""):
        known["request"] = reference
    return known


def logging_settings(level: str, form: Literal["plain", "json"] = "plain") -> dict[str, Any]:
    """Django's settings of logs."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"plain": {"()": Masking, "format": PLAIN}, "json": {"()": JsonLines}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": form}},
        "root": {"handlers": ["console"], "level": level},
        "loggers": {
            "django": {"handlers": [], "level": level, "propagate": True},
            "django.request": {"level": "ERROR"},  # a 404 is no event
        },
    }
