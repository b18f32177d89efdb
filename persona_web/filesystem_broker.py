"""The embedded queue: kombu's folder of messages, in which a message appears whole or not at all."""

from __future__ import annotations

import fcntl
import json
import os
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from kombu.exceptions import ChannelError
from kombu.transport import TRANSPORT_ALIASES, filesystem
from kombu.transport.filesystem import exchange_queue_t
from kombu.utils.json import dumps

if TYPE_CHECKING:
    from collections.abc import Iterator


class Channel(filesystem.Channel):
    """kombu's own fills files that can be seen already: a reader in between finds them empty, and its worker dies.

    So does one that finds what a full disk or a power cut left. The table of an exchange that cannot be read is made
    anew from what this process has declared; each process declares its queues when it starts.
    """

    def _put(self, queue: str, payload: Any, **_: Any) -> None:  # type: ignore[override]
        # Names sort by time and end as kombu's reader expects them; any other ending is invisible to it.
        file = Path(self.data_folder_out) / f"{time.time_ns()}_{uuid4()}.{queue}.msg"
        _write(file, dumps(payload))  # type: ignore[no-untyped-call]

    def get_table(self, exchange: str) -> list[exchange_queue_t]:
        """The queues of an exchange."""
        file: Path = self._exchange_file(exchange)  # type: ignore[no-untyped-call]
        if (table := _read_table(file)) is not None:
            return table
        with self._changing(exchange):
            if (table := _read_table(file)) is None:
                table = self._declared(exchange)
                with suppress(ChannelError):  # the disk may still be full; what is known holds for this process
                    _write(file, json.dumps(table))
        return table

    def _queue_bind(self, exchange: str, routing_key: str, pattern: str, queue: str) -> None:
        entry = exchange_queue_t(routing_key or "", pattern or "", queue or "")
        file: Path = self._exchange_file(exchange)  # type: ignore[no-untyped-call]
        with self._changing(exchange):
            table = _read_table(file) if file.exists() else []
            known = self._declared(exchange) if table is None else table
            if table is None or entry not in known:
                _write(file, json.dumps([entry, *(each for each in known if each != entry)]))

    @contextmanager
    def _changing(self, exchange: str) -> Iterator[None]:
        """One process at a time changes a table."""
        self.control_folder.mkdir(exist_ok=True)
        file: Path = self._exchange_file(exchange)  # type: ignore[no-untyped-call]
        with file.with_suffix(".lock").open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _declared(self, exchange: str) -> list[exchange_queue_t]:
        """What this process knows of an exchange."""
        found = []
        for queue, bound_to, routing_key in self.state.bindings:
            if bound_to == exchange:
                kind = self.typeof(exchange)  # type: ignore[no-untyped-call]
                parts = kind.prepare_bind(queue, exchange, routing_key, None)
                found.append(exchange_queue_t(*(part or "" for part in parts)))
        return found


class Transport(filesystem.Transport):
    Channel = Channel


def install() -> None:
    """Let addresses of `filesystem://` mean this one."""
    TRANSPORT_ALIASES["filesystem"] = f"{__name__}:Transport"


def _read_table(file: Path) -> list[exchange_queue_t] | None:
    """None: it cannot be read; one that is not there is empty, as for kombu."""
    try:
        entries = json.loads(file.read_text(encoding="utf-8"))
        return [exchange_queue_t(*entry) for entry in entries] if isinstance(entries, list) else None
    except FileNotFoundError:
        return []
    except (ValueError, TypeError):
        return None


def _write(file: Path, text: str) -> None:
    """By rename, so that others see the old file or the new one; what does not fit on the disk leaves nothing."""
    part = file.with_name(f"{file.name}.{uuid4()}.part")
    try:
        with part.open("w", encoding="utf-8") as draft:
            draft.write(text)
            draft.flush()
            os.fsync(draft.fileno())
        part.replace(file)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise ChannelError(f"Cannot write {file.name}") from error
