"""`python -m persona_web.worker`: the worker, with the schedule, as `make run` starts it.

Celery's own command line would import a shell and a good deal more, half a second's work, before the worker begins.
"""

from __future__ import annotations

import gc
import sys

from persona_web.celery import app


def main(loglevel: str = "INFO") -> int:
    """Work until a signal says stop; the exit code."""
    gc.disable()  # until everything is imported: see `celery.warm_up`
    worker = app.Worker(
        beat=True,
        quiet=True,
        loglevel=loglevel,
        without_gossip=True,
        without_mingle=True,
        without_heartbeat=True,
    )
    worker.start()
    return int(worker.exitcode or 0)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
