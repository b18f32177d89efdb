"""Logs: to standard error, secrets masked, each failed request under the reference its page shows."""

from __future__ import annotations

import logging
import re
from typing import Any

SECRET = re.compile(r"\b(pw_|whsec_|sk-|AIza)[A-Za-z0-9_+/=-]{6,}")


class Masking(logging.Formatter):
    """Replaces what looks like one of our tokens or a provider's key, in messages and tracebacks alike."""

    def format(self, record: logging.LogRecord) -> str:
        reference = getattr(getattr(record, "request", None), "reference", "")
        text = super().format(record)
        return SECRET.sub(r"\1…", f"[{reference}] {text}" if reference else text)


def logging_settings(level: str) -> dict[str, Any]:
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"plain": {"()": Masking, "format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
        "root": {"handlers": ["console"], "level": level},
        "loggers": {
            "django": {"handlers": [], "level": level, "propagate": True},
            "django.request": {"level": "ERROR"},  # a 404 is no event
        },
    }
