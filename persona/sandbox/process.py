"""The reading process seen from outside: started, listened to, ended. Loads nothing heavy, so that it starts early."""

from __future__ import annotations

import atexit
import os
import signal
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

COMMAND = (sys.executable, "-P", "-m", "persona.sandbox.child")
# Nothing else of the environment is passed on: keys and addresses of databases are no business of a file's.
KEPT = (
    *("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "LD_LIBRARY_PATH"),
    *("PYTHONDONTWRITEBYTECODE", "PYTHONHASHSEED", "PYTHONPYCACHEPREFIX", "PYTHONUTF8"),
)
# One thread of arithmetic, and no look for plugins: a light start.
GIVEN = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYDANTIC_DISABLE_PLUGINS": "__all__"}
LONGEST_LINE = 4 << 20  # bytes of a message; an error names at most a few lines of a file
LAST_WORDS = 2000  # bytes of what the process wrote about its end
QUIET = 0.25  # seconds without a word


class Reader:
    """A process that reads one file at a time."""

    def __init__(self) -> None:
        self._words = tempfile.TemporaryFile()  # noqa: SIM115 -- closed by `end`
        self._lines: SimpleQueue[bytes] = SimpleQueue()
        self._process = subprocess.Popen(
            COMMAND,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._words,
            env=_environment(),
            start_new_session=True,  # Ctrl-C reaches this process only, which then ends that one
        )
        # On a thread, since not every system can wait for a pipe with a deadline.
        threading.Thread(target=self._listen, name="listen to a reader", daemon=True).start()

    @property
    def is_there(self) -> bool:
        """Whether it can be sent something."""
        return self._process.poll() is None

    def send(self, line: bytes) -> None:
        """Say what to read."""
        assert self._process.stdin  # noqa: S101 -- opened above
        with suppress(BrokenPipeError):  # it has died already, which `lines` will tell
            self._process.stdin.write(line + b"\n")
            self._process.stdin.flush()

    def lines(self) -> Iterator[bytes | None]:
        """What the process says until its end, line by line; None when it has been quiet for a moment."""
        while True:
            try:
                line = self._lines.get(timeout=QUIET)
            except Empty:
                yield None
                continue
            if not line:
                return
            yield line

    def code(self) -> int:
        """How it ended; negative: by which signal."""
        return self._process.wait()

    def last_words(self) -> bytes:
        """The end of what it wrote to stderr."""
        self._words.seek(max(0, self._words.seek(0, os.SEEK_END) - LAST_WORDS))
        return self._words.read(LAST_WORDS)

    def end(self) -> None:
        """Make sure that the process is gone."""
        with suppress(ProcessLookupError, PermissionError):
            self._process.kill() if sys.platform == "win32" else os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout, self._words):
            with suppress(OSError):
                pipe.close() if pipe else None

    def _listen(self) -> None:
        assert self._process.stdout  # noqa: S101 -- opened above
        with suppress(OSError, ValueError):  # closed by `end`
            while line := self._process.stdout.readline(LONGEST_LINE):
                self._lines.put(line)
        self._lines.put(b"")


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    modules = os.pathsep.join(path or os.getcwd() for path in sys.path)  # noqa: PTH109 -- as `import` sees it
    return kept | {"PYTHONPATH": modules} | GIVEN


# -- readers that wait for a file ----------------------------------------------------------------------
MOST = 1  # as each holds 70 MB
_waiting: list[Reader] = []


def prepare() -> None:
    """Start a process now for the next file, so that it loads while the caller does."""
    keep(Reader())


def reader() -> Reader:
    """A process that waits, or a new one."""
    while _waiting:
        with suppress(IndexError):  # another thread was faster
            if (found := _waiting.pop()).is_there:
                return found
            found.end()
    return Reader()


def keep(found: Reader) -> None:
    """Let a reader wait for the next file."""
    if len(_waiting) < MOST:
        _waiting.append(found)
    else:
        found.end()


@atexit.register
def _end_all() -> None:
    while _waiting:
        _waiting.pop().end()


if sys.platform != "win32":
    os.register_at_fork(after_in_child=_waiting.clear)  # they are the parent's
