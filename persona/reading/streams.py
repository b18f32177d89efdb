"""The bytes of a file, block by block, unpacked where they were packed."""

from __future__ import annotations

import gzip
import zlib
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, cast

from persona.messages import data_error, file_size

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from persona.reading.options import Limits

BLOCK = 2 << 20


class _Tap:
    """A file that tells every block it hands out, so that one pass can hash, count and unpack."""

    def __init__(self, file: BinaryIO, on_read: Callable[[bytes], None]) -> None:
        self._file, self._on_read = file, on_read

    def read(self, size: int = -1) -> bytes:
        block = self._file.read(size)
        self._on_read(block)
        return block


@dataclass(frozen=True)
class ByteSource:
    """A file that can be read several times, as plain bytes."""

    path: Path
    packed: bool
    limits: Limits

    def blocks(
        self, on_position: Callable[[int], None], on_raw: Callable[[bytes], object] | None = None
    ) -> Iterator[bytes]:
        """Unpacked blocks; `on_position` hears how many bytes of the file are used, `on_raw` sees them."""
        position, unpacked = 0, 0
        limit = self.limits.unpacked_for(self.path.stat().st_size) if self.packed else self.limits.bytes

        def tap(raw: bytes) -> None:
            nonlocal position
            position += len(raw)
            if on_raw is not None:
                on_raw(raw)

        with self.path.open("rb") as file:
            tapped = cast("BinaryIO", _Tap(file, tap))
            for block in _unzipped(tapped) if self.packed else _plain(tapped):
                unpacked += len(block)
                if unpacked > limit and self.packed:
                    raise data_error("unpacks_too_large", limit=file_size(limit))
                if unpacked > limit:  # it has grown since it was measured
                    raise data_error("too_large", found=file_size(unpacked), limit=file_size(limit))
                on_position(position)
                yield block


def _plain(file: BinaryIO) -> Iterator[bytes]:
    while block := file.read(BLOCK):
        yield block


def _unzipped(file: BinaryIO) -> Iterator[bytes]:
    try:
        with closing(gzip.GzipFile(fileobj=file)) as unpacked:
            while block := unpacked.read(BLOCK):
                yield block
    except EOFError as exc:
        raise data_error("cut_off") from exc
    except (OSError, zlib.error) as exc:
        raise data_error("damaged", kind="gzip") from exc
