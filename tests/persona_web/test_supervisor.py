"""The supervisor with real processes: they start again when they die, and none outlives it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from persona_web.supervisor import Child, pause_after
from tests.processes import PATIENCE, eventually, is_alive

SLEEP = "import time; time.sleep(600)"


def pids(file: Path, count: int) -> list[int]:
    """The process ids that children have written, one a line, once there are so many."""
    assert eventually(lambda: file.exists() and file.read_text().count("\n") >= count)
    return [int(line) for line in file.read_text().split()]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "pids"


def noting(file: Path, then: str) -> list[str]:
    """A program that notes its process id, then does what it should."""
    return [sys.executable, "-c", f"import os; open({str(file)!r}, 'a').write(f'{{os.getpid()}}\\n')\n{then}"]


@pytest.fixture
def child(file: Path) -> Iterator[Child]:
    child = Child("sleeper", noting(file, SLEEP), grace=1)
    yield child
    child.kill()


def test_a_child_that_dies_is_started_again(child: Child, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    child.tend()
    [first] = pids(file, 1)

    os.kill(first, signal.SIGKILL)
    assert eventually(lambda: child.tend() or file.read_text().count("\n") == 2)  # type: ignore[func-returns-value]

    [_, second] = pids(file, 2)
    assert (is_alive(first), is_alive(second)) == (False, True)
    assert capsys.readouterr().out == "The sleeper has stopped (-9). Starting it again in 0.5 s.\n"


def test_pauses_double_up_to_a_limit() -> None:
    assert [pause_after(deaths) for deaths in range(1, 9)] == [0.5, 1, 2, 4, 8, 16, 30, 30]


def test_what_a_child_started_goes_with_it(file: Path) -> None:
    grandchild = f"import subprocess, sys; subprocess.run({noting(file, SLEEP)!r})"
    child = Child("parent", noting(file, grandchild), grace=1)
    child.tend()
    [parent, grandchild_pid] = pids(file, 2)

    child.kill()

    assert eventually(lambda: not is_alive(grandchild_pid))
    assert not is_alive(parent)


SUPERVISOR = """
    import pathlib, sys
    from persona_web.supervisor import Child, Supervisor
    folder = pathlib.Path(sys.argv[1])
    note = "import os; open({!r}, 'a').write(str(os.getpid()) + chr(10))\\n"
    def child(name, then):
        return Child(name, [sys.executable, "-c", note.format(str(folder / name)) + then], grace=2)
    children = [child("first", sys.argv[2]), child("second", "import time; time.sleep(600)")]
    ready = lambda: (folder / "first").exists() and (folder / "ready").exists()
    sys.exit(Supervisor(children, is_ready=ready, greeting="Up and running").run())
"""


@pytest.fixture
def supervise(tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    started = []

    def start(first: str = SLEEP, *, ready: bool = True) -> subprocess.Popen[str]:
        if ready:
            (tmp_path / "ready").touch()
        command = [sys.executable, "-c", textwrap.dedent(SUPERVISOR), str(tmp_path), first]
        started.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))
        return started[-1]

    yield start
    for process in started:
        process.kill()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_stops_all(supervise: Callable[..., subprocess.Popen[str]], tmp_path: Path, number: int) -> None:
    parent = supervise()
    children = [*pids(tmp_path / "first", 1), *pids(tmp_path / "second", 1)]

    parent.send_signal(number)

    assert (parent.communicate(timeout=PATIENCE)[0], parent.returncode) == ("Up and running\n", 0)
    assert [is_alive(pid) for pid in children] == [False, False]


STUBBORN = (
    "import signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\nopen({!r}, 'w').close()\ntime.sleep(600)"
)


def test_a_child_that_does_not_listen_is_ended(supervise: Callable[..., subprocess.Popen[str]], tmp_path: Path) -> None:
    parent = supervise(STUBBORN.format(str(tmp_path / "deaf")))
    [stubborn], [second] = pids(tmp_path / "first", 1), pids(tmp_path / "second", 1)
    assert eventually((tmp_path / "deaf").exists)

    parent.send_signal(signal.SIGTERM)
    parent.communicate(timeout=PATIENCE)

    assert (parent.returncode, is_alive(stubborn), is_alive(second)) == (0, False, False)


def test_the_second_child_waits_for_the_first(supervise: Callable[..., subprocess.Popen[str]], tmp_path: Path) -> None:
    parent = supervise(ready=False)
    pids(tmp_path / "first", 1)
    parent.send_signal(signal.SIGINT)

    assert (parent.communicate(timeout=PATIENCE)[0], (tmp_path / "second").exists()) == ("", False)


def test_a_first_child_that_cannot_start_is_given_up(supervise: Callable[..., subprocess.Popen[str]]) -> None:
    parent = supervise("raise SystemExit(4)", ready=False)

    said = parent.communicate(timeout=PATIENCE)[0].splitlines()

    assert (parent.returncode, said[-1]) == (1, "The first does not start. What it said is above.")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells children of a parent's sudden death")
def test_children_of_a_killed_supervisor_end_too(
    supervise: Callable[..., subprocess.Popen[str]], tmp_path: Path
) -> None:
    parent = supervise()
    children = [*pids(tmp_path / "first", 1), *pids(tmp_path / "second", 1)]

    parent.kill()
    parent.communicate()

    assert eventually(lambda: not any(is_alive(pid) for pid in children))
