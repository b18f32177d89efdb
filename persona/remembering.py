"""Remembering: what takes long to work out and comes out the same, kept for whoever asks again in this process."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from hashlib import blake2b
from threading import Lock
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

Value = TypeVar("Value")


class Remembered(Generic[Value]):
    """The values asked for last, by what they were worked out from; nobody may change a value.

    Example:
        >>> squares = Remembered[int](most=2)
        >>> squares.of("3", lambda: 3 * 3)
        9
    """

    def __init__(self, *, most: int) -> None:
        self._most = most
        self._lock = Lock()
        self._kept: OrderedDict[str, Value] = OrderedDict()

    def of(self, key: str, work_out: Callable[[], Value]) -> Value:
        """The value of this key. Two that ask for a new one at once both work it out: neither waits."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        value = work_out()
        with self._lock:
            self._kept[key] = value
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return value


def digest(parts: Iterable[str | bytes]) -> str:
    """A key for these parts; each is told apart from the next by its length."""
    found = blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(len(data).to_bytes(8, "little"))
        found.update(data)
    return found.hexdigest()


def packed(texts: Sequence[str]) -> Iterator[str | bytes]:
    """Many short texts as two parts of a key: how long each is, and all of them in a row."""
    yield array("q", map(len, texts)).tobytes()
    yield "".join(texts)
