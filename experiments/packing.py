"""Several files of one study as one: a ZIP archive, whose members the library reads together."""

from __future__ import annotations

import zipfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from experiments import files, limits
from persona.exceptions import DataError
from persona.messages import data_error, file_size
from persona.reading.naming import free_name
from persona.reading.signature import kind_of
from persona.reading.unpacking import archive

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import IO

MEMBERS = 100
"""Files in one experiment."""
BLOCK = 1 << 20
ALWAYS = (1980, 1, 1, 0, 0, 0)
"""The same files give the same bytes, whenever they are packed."""


class Member(NamedTuple):
    """A file and what people call it."""

    path: Path
    name: str


def pack(path: Path, members: Sequence[Member]) -> None:
    """Write the files into a new archive; of an archive among them, its members.

    Raises:
        DataError: they are too many, or unpack to more than one may upload.
    """
    taken: set[str] = set()
    left = limits.max_bytes()
    with zipfile.ZipFile(path, "x", zipfile.ZIP_DEFLATED) as packed:
        for member in members:
            for name, file in _files(member):
                if len(taken) == MEMBERS:
                    raise data_error("too_many_members", found=MEMBERS + 1, limit=MEMBERS)
                label = Path(files.label(name))
                taken.add(free := free_name(label.stem, taken, label.suffix))
                left = _copy(file, packed, free, left)


def name_of(members: Sequence[Member]) -> str:
    """ "spring.csv and 2 more.zip"; what is in an archive that is there already is not counted."""
    first, more = files.label(members[0].name), len(members) - 1
    return f"{first.removesuffix('.zip')} and {more} more.zip"


def _files(member: Member) -> Iterator[tuple[str, IO[bytes]]]:
    if not _is_archive(member.path):
        with member.path.open("rb") as file:
            yield member.name, file
        return
    with archive(member.path, "ZIP") as opened:
        for info in opened.infolist():
            if not info.is_dir():
                with opened.open(info) as file:
                    yield info.filename, file


def _is_archive(path: Path) -> bool:
    """Whether a file is an archive of files; one that nobody can read is left to whoever reads the whole."""
    with suppress(DataError):
        return kind_of(path) == "bundle"
    return False


def _copy(file: IO[bytes], packed: zipfile.ZipFile, name: str, left: int) -> int:
    """Copy at most so many bytes, and say how many more may come."""
    info = zipfile.ZipInfo(name, ALWAYS)
    info.compress_type = zipfile.ZIP_DEFLATED
    with packed.open(info, "w", force_zip64=True) as target:
        while block := file.read(BLOCK):
            left -= len(block)
            if left < 0:
                limit = file_size(limits.max_bytes())
                raise data_error("too_large", found=f"more than {limit}", limit=limit)
            target.write(block)
    return left
