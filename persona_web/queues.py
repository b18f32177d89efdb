"""The registry of queues: which task waits in which of them; what is not listed waits in SERVICE."""

from __future__ import annotations

from core.queues import Queue

ROUTES = {
    "accounts.make_takeout": Queue.READING,
    "accounts.test_key": Queue.MODELS,
    "experiments.check_source": Queue.READING,
    "experiments.index": Queue.READING,
    "generation.find_other_segments": Queue.READING,
    "generation.find_segments": Queue.READING,
    "generation.generate_run": Queue.BUILTIN,  # whoever sends one with a model says so: `Run.queue`
    "generation.make_preview": Queue.READING,
}


def celery_queues() -> dict[str, dict[str, str]]:
    """All queues, as Celery takes them: a worker that is told nothing serves each."""
    return {name.value: {"exchange": name.value, "routing_key": name.value} for name in Queue}


def celery_routes() -> dict[str, dict[str, str]]:
    """Where tasks go, as Celery takes it."""
    return {task: {"queue": name.value} for task, name in ROUTES.items()}
