"""Messages of the embedded queue: whole, in order, each once, also while others look."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from kombu import Connection
from kombu.exceptions import ChannelError

from persona_web import filesystem_broker

if TYPE_CHECKING:
    from collections.abc import Callable

filesystem_broker.install()


@pytest.fixture(scope="module")
def connect(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Connection]:
    # One folder for all tests: kombu remembers for the whole process what it has declared.
    folder = tmp_path_factory.mktemp("queue")
    folders = {"data_folder_in": "msg", "data_folder_out": "msg", "control_folder": "ctl"}
    options = {name: str(folder / part) for name, part in folders.items()}
    for part in ("msg", "ctl"):
        (folder / part).mkdir()
    return lambda: Connection("filesystem://localhost/", transport_options=options)


@pytest.fixture
def name() -> str:
    """A queue of the test's own: kombu remembers for the whole process what was declared, whatever the folder."""
    return uuid4().hex


def test_messages_come_in_the_order_they_were_sent(connect: Callable[[], Connection], name: str) -> None:
    with connect() as connection, connection.SimpleQueue(name, no_ack=True) as queue:
        for number in range(20):
            queue.put({"number": number})

        assert [queue.get_nowait().payload["number"] for _ in range(20)] == list(range(20))
        with pytest.raises(queue.Empty):
            queue.get_nowait()


def test_a_reader_in_a_hurry_never_sees_half_a_message(connect: Callable[[], Connection], name: str) -> None:
    count = 300

    def send() -> None:
        with connect() as connection, connection.SimpleQueue(name, no_ack=True) as queue:
            for number in range(count):
                queue.put({"number": number, "text": "x" * 2000})

    with connect() as connection, connection.SimpleQueue(name, no_ack=True) as queue:
        sender = threading.Thread(target=send)
        sender.start()
        seen = []
        while sender.is_alive() or queue.qsize():
            with contextlib.suppress(queue.Empty):
                seen.append(queue.get_nowait().payload["number"])
        sender.join()

    assert seen == list(range(count))


def table_of(connection: Connection, name: str) -> Path:
    return Path(connection.transport_options["control_folder"], f"{name}.exchange")


@pytest.mark.parametrize("left", ["", "[[", "{}", "[1]", '[["a"]]'], ids=repr)
def test_a_table_that_a_full_disk_has_emptied_is_healed(
    connect: Callable[[], Connection], name: str, left: str
) -> None:
    with connect() as connection, connection.SimpleQueue(name, no_ack=True) as queue:
        table = table_of(connection, name)
        before = table.read_text()
        table.write_text(left)

        queue.put({"number": 1})

        assert queue.get(timeout=5).payload == {"number": 1}
        assert json.loads(table.read_text()) == json.loads(before)


def test_a_process_that_starts_heals_the_table_too(connect: Callable[[], Connection], name: str) -> None:
    with connect() as connection:
        table_of(connection, name).write_text("")
        channel = connection.channel()

        channel._queue_bind(name, "key", "^key$", "queue")

        assert channel.get_table(name) == [("key", "^key$", "queue")]
        assert not list(table_of(connection, name).parent.glob("*.part"))


def test_a_message_that_does_not_fit_leaves_nothing(
    connect: Callable[[], Connection], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with connect() as connection, connection.SimpleQueue(name, no_ack=True) as queue:
        folder = Path(connection.transport_options["data_folder_in"])
        with monkeypatch.context() as disk:
            disk.setattr(os, "fsync", full)
            with pytest.raises(ChannelError):
                queue.put({"number": 1})

        assert list(folder.glob(f"*{name}*")) == []
        queue.put({"number": 2})
        assert queue.get(timeout=5).payload == {"number": 2}
