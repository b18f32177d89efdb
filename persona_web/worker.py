"""`python -m persona_web.worker`: a worker, as `make run` and `persona-web worker` start it.

Celery's own command line would import a shell and a good deal more, half a second's work, before the worker begins.
"""

from __future__ import annotations

import argparse
import gc
import sys
from typing import TYPE_CHECKING

from persona_web.celery import app

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] = ()) -> int:
    """Work until a signal says stop; the exit code."""
    given = _parser().parse_args(arguments)
    gc.disable()  # until everything is imported: see `celery.warm_up`
    worker = app.Worker(
        beat=given.beat,
        queues=given.queues or None,
        quiet=True,
        loglevel=given.log_level,
        without_gossip=True,
        without_mingle=True,
        without_heartbeat=True,
    )
    worker.start()
    return int(worker.exitcode or 0)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="persona_web.worker")
    parser.add_argument("log_level", nargs="?", default="INFO")
    parser.add_argument("--no-beat", dest="beat", action="store_false", help="without the schedule")
    parser.add_argument("--queues", default="", help="names with commas between; else all")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
