"""The reading process: loads once, then reads one file after the other, each in a fork of its own under ceilings."""

from __future__ import annotations

import errno
import gc
import os
import select
import signal
import sys
import threading
import time
import traceback
from typing import IO, TYPE_CHECKING

from persona.sandbox.ceilings import set_ceilings

if TYPE_CHECKING:
    from persona.sandbox.request import Request, Told

IDLE = 30_000  # milliseconds after which a process that nobody needs goes
OFTEN = 0.05  # seconds between two words on progress
SELDOM = (100_000, 50, 100)
LONGEST_FAULT = 20_000


def main() -> None:
    """Read requests from stdin; write lines of `Told` to what stdout was."""
    out = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # libraries that print must not speak for us
    _load()
    gc.freeze()  # what is loaded stays, and need not be looked through nor copied
    gc.set_threshold(*SELDOM)  # millions of cells are no garbage
    if sys.platform == "linux":
        _serve(out)
        os._exit(0)  # at once: who asks while a process takes its time to end asks in vain
    elif line := sys.stdin.buffer.readline():  # forks are not safe with every system's libraries
        threading.Thread(target=_end_with_input, daemon=True).start()
        _answer(line, out)


def _load() -> None:
    """What every file needs, loaded while the other process is still busy with itself."""
    import duckdb

    import persona.questionnaire.understanding
    import persona.reading.report
    import persona.sandbox.request
    import persona.table  # noqa: F401

    del duckdb


def _serve(out: IO[bytes]) -> None:
    """This process looks at no file itself, so that whatever a file does ends with the fork."""
    wanted = select.poll()
    wanted.register(0, select.POLLIN)
    while wanted.poll(IDLE) and (line := sys.stdin.buffer.readline()):
        if not (fork := os.fork()):
            _answer(line, out)
            os._exit(0)
        _tell(out, code=_wait(fork))


def _wait(fork: int) -> int:
    """How the fork ended. Should the process that asked go before, the fork goes too."""
    ended = os.pidfd_open(fork)
    either = select.poll()
    either.register(ended, select.POLLIN)
    either.register(0, 0)  # which tells of the end of input only
    if ended not in dict(either.poll()):
        os.kill(fork, signal.SIGKILL)
        os._exit(1)
    os.close(ended)
    return os.waitstatus_to_exitcode(os.waitpid(fork, 0)[1])


def _end_with_input() -> None:
    """The other process holds the pipe open for as long as it wants the result."""
    sys.stdin.buffer.read()
    os._exit(1)


def _answer(line: bytes, out: IO[bytes]) -> None:
    from persona.exceptions import PersonaError
    from persona.sandbox.request import Request, ToldError

    try:
        request = Request.model_validate_json(line)
        set_ceilings(request.limits, request.seconds)
        _ingest(request, out)
    except PersonaError as error:
        _tell(out, ending="error", error=ToldError.of(error))
    except Exception as error:  # noqa: BLE001 -- all of them are told, and become a sentence over there
        _tell_fault(out, error)
    else:
        _tell(out, ending="done")


def _ingest(request: Request, out: IO[bytes]) -> None:
    """The reading itself, and the first understanding of what was read: both look at untrusted bytes."""
    from persona.files import write_text
    from persona.questionnaire.rows.reported import with_what_reading_saw
    from persona.questionnaire.understanding import understand
    from persona.reading import read_source
    from persona.table import Table

    os.chdir(request.folder)  # should a library write where it stands
    report = read_source(
        request.file,
        request.folder,
        name=request.name,
        limits=request.limits,
        dialect=request.dialect,
        on_progress=_Teller(out),
    )
    table = Table.open([request.folder])
    found = with_what_reading_saw(understand(table), [report])
    write_text(request.folder / "questionnaire.json", found.model_dump_json(indent=1) + "\n")


class _Teller:
    """Passes progress on, not more often than anybody looks."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out, self._next = out, 0.0

    def __call__(self, done: int, total: int) -> None:
        if (now := time.monotonic()) >= self._next:
            self._next = now + OFTEN
            _tell(self._out, progress=(done, total))


def _tell_fault(out: IO[bytes], error: Exception) -> None:
    import duckdb

    if isinstance(error, (MemoryError, duckdb.OutOfMemoryException)):
        _tell(out, ending="memory")
    elif isinstance(error, OSError) and error.errno == errno.EFBIG:
        _tell(out, ending="file_size")
    else:
        _tell(out, ending="fault", fault="".join(traceback.format_exception(error))[-LONGEST_FAULT:])


def _tell(out: IO[bytes], **told: object) -> None:
    from persona.sandbox.request import Told

    line: Told = Told.model_validate(told)
    out.write(line.model_dump_json(exclude_defaults=True).encode() + b"\n")


if __name__ == "__main__":
    main()
