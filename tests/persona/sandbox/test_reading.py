from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from persona.exceptions import Cancelled, ConfigurationError, DataError
from persona.inspecting import inspect
from persona.messages import data_error
from persona.models import Column
from persona.questionnaire.rows.reported import with_what_reading_saw
from persona.questionnaire.understanding import understand
from persona.reading import DialectChoice, Limits, read_source
from persona.sandbox import process
from persona.sandbox.reading import ReaderDied, crowding, or_else, read_apart
from persona.sandbox.request import Request
from persona.source import Source
from persona.table import Table
from tests.persona.sandbox.readers import forks, readers
from tests.processes import eventually, is_alive

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes in /proc")

ROOT = Path(__file__).resolve().parents[3]
ANSWERS = "id,city,What annoys you?\n1,Porto,It is slow\n2,Graz,Too many clicks and it is slow\n3,Porto\n"


def request(folder: Path, data: str | bytes, *, dialect: DialectChoice | None = None, **limits: int) -> Request:
    """A request to read this into a new folder."""
    file = folder / "answers.csv"
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    (folder / "read").mkdir()
    return Request(
        file=file,
        folder=folder / "read",
        name="answers.csv",
        size=file.stat().st_size,
        limits=Limits(**limits),
        dialect=dialect or DialectChoice(),
    )


def slow(folder: Path, **limits: int) -> Request:
    """A request that takes some seconds."""
    return request(folder, "id,city,What annoys you?\n" + "1,Porto,It is slow and slow\n" * 900_000, **limits)


def test_a_process_that_was_about_to_go_is_followed_by_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(process, "_waiting", [])
        patched.setattr(process, "COMMAND", (sys.executable, "-c", "import sys; sys.stdin.readline()"))
        gone = process.Reader()
    monkeypatch.setattr(process, "_waiting", [gone])
    wanted = request(tmp_path, ANSWERS)

    read_apart(wanted)

    assert (Source(wanted.folder).report.rows, gone.is_there) == (3, False)
    for left in process._waiting:
        left.end()


def test_it_reads_as_this_process_would(tmp_path: Path) -> None:
    wanted = request(tmp_path, ANSWERS)
    heard: list[tuple[int, int]] = []

    read_apart(wanted, lambda done, total: heard.append((done, total)))

    source = Source(wanted.folder)
    assert source.report == read_source(wanted.file, tmp_path / "here", name="answers.csv")
    understood = understand(Table.open([tmp_path / "here"]))
    assert source.questionnaire == with_what_reading_saw(understood, [source.report])
    assert heard[-1] == (wanted.size, wanted.size)


def test_what_it_writes_is_for_nobody_else(tmp_path: Path) -> None:
    wanted = request(tmp_path, ANSWERS)

    read_apart(wanted)

    assert {stat.S_IMODE(path.stat().st_mode) for path in wanted.folder.iterdir()} == {0o600}


def test_a_data_error_arrives_as_it_was_raised(tmp_path: Path) -> None:
    wanted = request(tmp_path, "a;b\n" + "x\n" * 40 + "1;2\n", dialect=DialectChoice(delimiter=";"))
    with pytest.raises(DataError) as here:
        read_source(wanted.file, tmp_path / "here", dialect=wanted.dialect)

    with pytest.raises(DataError) as told:
        read_apart(wanted)

    assert told.value.__dict__ == here.value.__dict__


def test_a_configuration_error_stays_one(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError) as told:
        read_apart(request(tmp_path, ANSWERS, dialect=DialectChoice(delimiter='"')))

    assert told.value.code == "unknown_delimiter"


def test_one_process_reads_many_files(tmp_path: Path) -> None:
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        read_apart(request(tmp_path / name, ANSWERS))
        left = readers()

    assert len(left) == 1  # waits for the third


def test_too_much_memory_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(DataError) as told:
        read_apart(request(tmp_path, '{"answers": [' + "[[],[],[],[],[],[]],\n" * 900_000 + "1]}", memory=300_000_000))

    assert (type(told.value), told.value.code) == (DataError, "reader_memory")
    assert told.value.message == (
        "Reading the file took more than 300 MB of memory and was stopped; nothing of it was kept."
    )


def test_too_much_time_is_one_sentence_and_leaves_no_process(tmp_path: Path) -> None:
    wanted = slow(tmp_path).model_copy(update={"limits": Limits(seconds=1), "size": 1})

    with pytest.raises(DataError) as told:
        read_apart(wanted)

    assert told.value.message == "Reading the file took more than 1 seconds and was stopped; nothing of it was kept."
    assert readers() == []


@pytest.mark.parametrize("code", ["reader_memory", "reader_time", "reader_died", "reader_failed"])
@pytest.mark.parametrize(("name", "plain"), [("a.xlsx", False), ("a.sav", False), ("a.csv", True), ("A.TSV", True)])
def test_a_file_of_text_is_not_to_be_saved_as_text(code: str, name: str, *, plain: bool) -> None:
    told = data_error(code, limit="1 GB", seconds=60, or_else=or_else(name))

    assert ("CSV" not in (told.hint or ""), (told.hint or "").endswith(".")) == (plain, True)


def test_whoever_listens_can_stop_it(tmp_path: Path) -> None:
    seen: list[list[int]] = []

    def stop(done: int, total: int) -> None:
        seen.append(readers())
        raise Cancelled("Enough.")

    with pytest.raises(Cancelled):
        read_apart(slow(tmp_path), stop)

    assert (len(seen[0]) >= 1, readers()) == (True, [])


def test_a_death_is_told_and_the_next_file_is_read(tmp_path: Path) -> None:
    def kill(done: int, total: int) -> None:
        for fork in forks():
            os.kill(fork, signal.SIGSEGV)

    with pytest.raises(ReaderDied) as told:
        read_apart(slow(tmp_path), kill)
    (tmp_path / "next").mkdir()
    read_apart(request(tmp_path / "next", ANSWERS))

    assert (told.value.code, told.value.retryable) == ("reader_died", True)
    assert told.value.message == (
        "The file stopped the program that read it; nothing of it was kept, and nothing else was touched."
    )


def test_no_secret_of_the_environment_is_passed_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "never-to-be-told")
    process.reader().end()  # one that was started before

    read_apart(request(tmp_path, ANSWERS))

    assert b"never-to-be-told" not in Path(f"/proc/{readers()[0]}/environ").read_bytes()


def test_a_killed_caller_leaves_no_process(tmp_path: Path) -> None:
    slow(tmp_path)
    command = [sys.executable, "-m", "persona", "inspect", str(tmp_path / "answers.csv")]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as caller:
        found = _forks(caller)
        caller.kill()

    assert eventually(lambda: not any(map(is_alive, found)))


def test_control_c_leaves_no_process(tmp_path: Path) -> None:
    slow(tmp_path)
    command = [sys.executable, "-m", "persona", "inspect", str(tmp_path / "answers.csv")]
    heard = signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background does not hear it
    try:
        caller = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    finally:
        signal.signal(signal.SIGINT, heard)
    with caller:
        found = _forks(caller)
        caller.send_signal(signal.SIGINT)

    assert caller.returncode != 0
    assert eventually(lambda: not any(map(is_alive, found)))


def _forks(caller: subprocess.Popen[bytes]) -> list[int]:
    """The reading process of a command, and the fork that reads."""
    assert eventually(lambda: len(readers(caller.pid)) == 2)
    return readers(caller.pid)


@pytest.mark.parametrize("kind", ["pipe", "device", "socket"])
def test_what_is_no_plain_file_is_never_opened(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "answers.csv"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    else:
        import socket

        socket.socket(socket.AF_UNIX).bind(str(path))

    with pytest.raises(DataError) as told:
        inspect(path)

    assert told.value.message == "“answers.csv” is no plain file but a pipe, a socket or a device."


def test_columns_are_kept_as_the_library_reads_them(tmp_path: Path) -> None:
    wanted = request(tmp_path, ANSWERS)

    read_apart(wanted)

    assert all(isinstance(column, Column) for column in Source(wanted.folder).columns)


@pytest.mark.parametrize(("load", "times"), [(0.3, 1.0), (2.0, 1.0), (6.0, 3.0), (90.0, 5.0)])
def test_a_crowded_machine_is_given_more_time(load: float, times: float) -> None:
    assert crowding(load, 2) == times
