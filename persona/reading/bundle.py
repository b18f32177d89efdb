"""ZIP archives of tables or transcripts, as tools for surveys give them: each member is read, those alike together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, islice
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from persona.messages import configuration_error, data_error, file_size
from persona.reading.options import DialectChoice
from persona.reading.parquet import literal
from persona.reading.sheets import SheetView
from persona.reading.signature import kind_of
from persona.reading.together import write_sheets
from persona.reading.unpacking import UNPACKED, archive, check_unpacked

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Callable, Iterator, Sequence

    from persona.models import Speaker
    from persona.reading.header import Head
    from persona.reading.job import Found, Job

ENDINGS = (
    *(".csv", ".tsv", ".tab", ".txt", ".md", ".vtt", ".srt", ".sbv", ".json", ".jsonl", ".ndjson"),
    *(".xlsx", ".xls", ".ods", ".docx", ".parquet", ".sav", ".dta"),
)
NO_DATA = ("__macosx", ".", "~$", "readme", "license", "licence", "liesmich")
MEMBERS = 500
"""A study of interviews has one file each; what they come to when unpacked is bounded apart from their number."""
ENCRYPTED = 1  # a flag of a member
BLOCK = 1 << 20
AT_ONCE = 10_000  # rows


def read_bundle(job: Job, read: Callable[[Job], Found]) -> Found:
    """Write the members that hold answers into parts.

    Raises:
        DataError: none of them is a table or a talk, they are too many or too large, or one cannot be read.
        ConfigurationError: the chosen member is not there.
    """
    tables = []
    for name, path in _unpacked(job):
        if kind_of(path) == "bundle":
            continue  # an archive in an archive stays packed
        folder = path.with_suffix(".read")
        folder.mkdir()
        member = replace(job, path=path, folder=folder, name=name, choice=_for_member(job.choice))
        tables.append(_Member(name, folder, read(member)))
    if not tables:
        raise data_error("bundle_without_tables")
    names = tuple(table.name for table in tables)
    if job.choice.sheet is not None and job.choice.sheet not in names:
        raise configuration_error("unknown_sheet", sheet=job.choice.sheet, names=", ".join(names))
    read_together = tables if job.choice.sheet is not None else _without_guides(tables)
    kept = replace(job, choice=job.choice.model_copy(update={"header_rows": 1, "layout": "people_in_rows"}))
    found = write_sheets(kept, [SheetView.of(table) for table in read_together]).found("zip", job.sha256(), names)
    read_members = [table for table in tables if table.name in found.sheets_read]
    return replace(found, table=replace(found.table, head=_head(found, read_members)), speakers=_speakers(read_members))


def _without_guides(tables: Sequence[_Member]) -> Sequence[_Member]:
    """Beside several talks a text without speakers is what the study says of itself: a guide, notes, a letter."""
    kinds = [table.found.kind for table in tables]
    return [table for table in tables if table.found.kind != "text"] if kinds.count("transcript") > 1 else tables


def _for_member(choice: DialectChoice) -> DialectChoice:
    return choice.model_copy(update={"sheet": None, "join_sheets": None})


def _unpacked(job: Job) -> Iterator[tuple[str, Path]]:
    """The members that may hold answers, each in a file under a name of ours; its own is a label."""
    folder = job.folder / "members"
    folder.mkdir()
    with archive(job.path, "ZIP") as opened:
        if any(info.flag_bits & ENCRYPTED for info in opened.infolist()):
            raise data_error("protected_bundle")
        check_unpacked(opened)
        members = [info for info in opened.infolist() if _may_hold_answers(info)]
        if len(members) > MEMBERS:
            raise data_error("too_many_members", found=len(members), limit=MEMBERS)
        for number, info in enumerate(sorted(members, key=lambda info: info.filename)):
            path = folder / f"{number:02d}"
            _unpack(opened, info, path)
            yield PurePosixPath(info.filename.replace("\\", "/")).name, path


def _may_hold_answers(info: zipfile.ZipInfo) -> bool:
    path = PurePosixPath(info.filename.replace("\\", "/").lower())
    if info.is_dir() or path.suffix not in ENDINGS or not info.file_size:
        return False
    return not any(part.startswith(NO_DATA) for part in path.parts if part != "..")


def _unpack(opened: zipfile.ZipFile, info: zipfile.ZipInfo, path: Path) -> None:
    left = UNPACKED
    with opened.open(info) as member, path.open("wb") as file:
        while block := member.read(BLOCK):
            left -= len(block)
            if left < 0:
                raise data_error("unpacks_too_large", limit=file_size(UNPACKED))
            file.write(block)


@dataclass(frozen=True)
class _Member:
    """A table that was read, as a sheet with its names in the first row."""

    name: str
    folder: Path
    found: Found

    @property
    def height(self) -> int:
        return self.found.table.rows + 1

    @property
    def width(self) -> int:
        return self.found.table.head.width

    @property
    def start(self) -> tuple[int, int]:
        return (0, 0)

    def to_python(self, *, nrows: int) -> Sequence[Sequence[object]]:
        return list(islice(self.iter_rows(), nrows))

    def iter_rows(self) -> Iterator[Sequence[object]]:
        return chain((self.found.table.head.names,), self._answers)

    @cached_property
    def _columns(self) -> str:
        return ", ".join(f"c{at}" for at in range(self.width))

    @property
    def _answers(self) -> Iterator[Sequence[object]]:
        from persona.database import open_database

        with open_database(folders=[self.folder], memory="400MB") as database:
            for part in self.found.table.parts:
                cursor = database.execute(f"FROM read_parquet({literal(self.folder / part)}) SELECT {self._columns}")
                while rows := cursor.fetchmany(AT_ONCE):
                    yield from rows


def _head(found: Found, members: Sequence[_Member]) -> Head:
    """The head of the table, with the texts that a member has for its columns."""
    head = found.table.head
    texts: dict[str, str] = {}
    for member in members:
        own = member.found.table.head
        texts |= dict(zip(own.names, own.labels or (), strict=False))
    return head if head.labels or not texts else replace(head, labels=tuple(texts.get(n, "") for n in head.names))


def _speakers(members: Sequence[_Member]) -> tuple[Speaker, ...]:
    return tuple({speaker.name: speaker for member in members for speaker in member.found.speakers}.values())
