"""How long the library, the web server and its worker take to start, and how large an install without extras is.

python -m benchmarks start

Of the web server and the worker the time of the processor counts, of all else that of a clock. Everything has been
started before: compiled modules and the tables of the data folder are there.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from importlib.metadata import distribution, requires
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from packaging.requirements import Requirement

from benchmarks.report import section, verdict
from persona_web.layout import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

IMPORT, HELP, MEGABYTES = 0.15, 0.35, 420
WEB, WORKER, FIRST_PAGE = 1.5, 2.5, 3.0
ROUNDS, STARTS = 15, 5
PATIENCE = 120  # seconds: then a start has failed
PORT = 8765
IMPORT_WEB = "import time, persona_web.wsgi; print(time.process_time())"
# The worker as `make run` has it; once it is ready it tells its time and ends.
START_WORKER = """
import os, runpy, signal, sys, time
from celery.signals import worker_ready
from persona_web.checks.start import read
from persona_web.processes import worker

@worker_ready.connect
def tell(**_):
    print(time.process_time(), flush=True)
    os.kill(os.getpid(), signal.SIGTERM)

command = worker(read()).command
sys.argv = command[command.index("-m") + 1:]
runpy.run_module(sys.argv[0], run_name="__main__")
"""


def main() -> None:
    """Print a table; exit 1 when a limit is broken."""
    bare = ["-c", "pass"]
    importing, helping = ["-c", "import persona"], ["-m", "persona", "--help"]
    with section("start", save=True) as report, tempfile.TemporaryDirectory() as folder:
        empty, imported, helped = (_seconds(arguments, folder) for arguments in (bare, importing, helping))
        size = _megabytes("persona-web")
        web, worker, page = _web(folder)
        report.say(
            f"Best and median of {ROUNDS} fresh processes, from the web server on of {STARTS}."
            f" An empty process takes {_both(empty)}."
        )
        bars = [
            (f"`import persona_web.wsgi` ≤ {WEB} s of the processor", _both(web), min(web) <= WEB),
            (f"worker ready ≤ {WORKER} s of the processor", _both(worker), min(worker) <= WORKER),
            (f"`make run`, second start to the first page ≤ {FIRST_PAGE:g} s", _both(page), min(page) <= FIRST_PAGE),
            (f"`import persona` ≤ {IMPORT} s", _both(imported), min(imported) <= IMPORT),
            (f"`persona --help` ≤ {HELP} s", _both(helped), min(helped) <= HELP),
            (f"install without extras < {MEGABYTES} MB", f"{size:.0f} MB", size < MEGABYTES),
        ]
        good = verdict(bars, report)
    sys.exit(not good)


def _seconds(arguments: list[str], folder: str) -> list[float]:
    found = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True, cwd=folder)
        found.append(time.perf_counter() - started)
    return found


def _web(folder: str) -> tuple[list[float], list[float], list[float]]:
    """Seconds of the web server's import, of the worker until it is ready, and of `make run` until the first page."""
    # As on a person's own computer, whatever is set here; without bytecode Python's compiler would be measured.
    others = ("DATABASE_URL", "REDIS_URL", "PRODUCTION", "PYTHONDONTWRITEBYTECODE")
    environment = {name: value for name, value in os.environ.items() if name not in others}
    environment |= {"DATA_DIR": folder, "PORT": str(PORT)}
    _until_first_page(environment)  # makes the tables
    return (
        [_told(IMPORT_WEB, environment) for _ in range(STARTS)],
        [_told(START_WORKER, environment) for _ in range(STARTS)],
        [_until_first_page(environment) for _ in range(STARTS)],
    )


def _told(code: str, environment: dict[str, str]) -> float:
    """What a fresh process says, a number of seconds."""
    command = [sys.executable, "-c", code]
    done = subprocess.run(
        command, check=True, capture_output=True, text=True, cwd=ROOT, env=environment, timeout=PATIENCE
    )
    return float(done.stdout.split()[0])


def _until_first_page(environment: dict[str, str]) -> float:
    began = time.perf_counter()
    with _running(["make", "run"], environment) as is_alive:
        while not _answers():
            if not is_alive() or time.perf_counter() - began > PATIENCE:
                raise SystemExit("make run did not come to its first page.")
            time.sleep(0.02)
        return time.perf_counter() - began


@contextmanager
def _running(command: list[str], environment: dict[str, str]) -> Iterator[Callable[[], bool]]:
    """Run it until the block ends, then stop it as Ctrl-C does."""
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, start_new_session=True)
    try:
        yield lambda: process.poll() is None
    finally:
        os.killpg(process.pid, signal.SIGINT)
        process.wait(PATIENCE)


def _answers() -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/", timeout=PATIENCE) as page:
            return bool(page.status == 200)
    except (urllib.error.URLError, ConnectionError):
        return False


def _both(seconds: list[float]) -> str:
    return f"{min(seconds):.2f} s ({median(seconds):.2f})"


def _megabytes(name: str) -> float:
    """The files of the package and of all that it needs without extras; what was compiled on first use not counted."""
    wanted, seen = [name], set[str]()
    while wanted:
        if (one := wanted.pop()) in seen:
            continue
        seen.add(one)
        for line in requires(one) or ():
            needed = Requirement(line)
            if needed.marker is None or needed.marker.evaluate({"extra": ""}):
                wanted.append(needed.name.lower())
    files = {Path(str(file.locate())) for one in seen for file in distribution(one).files or ()}
    own = Path(__file__).parent.parent / "persona"
    files |= set(own.rglob("*"))
    return sum(file.stat().st_size for file in files if file.is_file() and file.suffix != ".pyc") / 1e6


if __name__ == "__main__":
    main()
