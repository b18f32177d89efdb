"""Queues: what waits for a worker, apart by how long it takes and what it takes. One worker serves all unless told."""

from __future__ import annotations

from enum import StrEnum


class Queue(StrEnum):
    """A queue by its name; every task names one of them, and none means SERVICE."""

    READING = "reading"
    BUILTIN = "builtin"
    MODELS = "models"
    SERVICE = "service"


# What each carries, as `persona-web worker --help` and the documentation say it.
MEANINGS = {
    Queue.READING: "files that are read, and groups that somebody looks at: short, by processor, while people wait",
    Queue.BUILTIN: "runs with the built-in writer: minutes, by processor",
    Queue.MODELS: "runs with a language model, and tests of keys: minutes, nearly all of it waiting for a provider",
    Queue.SERVICE: "mails, webhooks and the sweeps that find what was lost: short, and never behind the others",
}
