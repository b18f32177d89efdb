"""Folders as data sources: the files in them that can be read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from persona.files import called
from persona.messages import data_error

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TABLES = (
    ".csv",
    ".tsv",
    ".tab",
    ".gz",
    ".json",
    ".jsonl",
    ".ndjson",
    ".xlsx",
    ".xls",
    ".ods",
    ".parquet",
    ".sav",
    ".zsav",
    ".dta",
    ".zip",
)
TEXTS = (".txt", ".md", ".vtt", ".srt", ".sbv", ".docx")
ENDINGS = frozenset((*TABLES, *TEXTS))
NO_DATA = (".", "~$", "readme", "license", "licence")  # how names begin that hold no answers


def source_files(sources: str | Path | Iterable[str | Path]) -> Iterator[Path]:
    """The files named, and in place of each folder the files in it, in the order a person would count them.

    Raises:
        DataError: a folder holds no file that can be read.
    """
    for source in map(Path, [sources] if isinstance(sources, str | Path) else sources):
        if not source.is_dir():
            yield source
            continue
        files = sorted(
            filter(_may_hold_answers, source.rglob("*")), key=lambda file: _counted(file.relative_to(source))
        )
        if not files:
            raise data_error("folder_without_files", name=called(source))
        yield from files


def _may_hold_answers(path: Path) -> bool:
    return path.suffix.lower() in ENDINGS and path.is_file() and not path.name.lower().startswith(NO_DATA)


def _counted(path: Path) -> list[tuple[str, int]]:
    """`P2` comes before `P10`."""
    pieces = re.findall(r"(\D*)(\d*)", path.as_posix().lower())
    return [(words, int(number or -1)) for words, number in pieces]
