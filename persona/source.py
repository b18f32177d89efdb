"""Data sources on disk: the file as it came, its Parquet parts, the report and the questionnaire."""

from __future__ import annotations

import hashlib
import re
from contextlib import suppress
from typing import TYPE_CHECKING

from pydantic import ValidationError

from persona import _deprecated
from persona.files import called, copy_file, new_folder, restore, write_text
from persona.messages import configuration_error, data_error
from persona.models import Column, SkippedLine, SourceReport
from persona.store import SourceStamp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from persona.exceptions import PersonaError
    from persona.questionnaire.models import Questionnaire
    from persona.reading.options import DialectChoice, Limits

REPORT = "report.json"
QUESTIONNAIRE = "questionnaire.json"
DIALECT = "dialect.json"
ASIDE = "aside"
LABEL_LENGTH = 120


class Source:
    """One file of an experiment, read and checked."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __repr__(self) -> str:
        return f"Source({str(self.path)!r})"

    @property
    def id(self) -> str:
        """What the source is called in its experiment; also the name of its folder."""
        return self.path.name

    @property
    def is_complete(self) -> bool:
        """Whether reading it came to its end."""
        return (self.path / REPORT).is_file()

    @property
    def report(self) -> SourceReport:
        """How the file was understood, from `report.json`."""
        return SourceReport.model_validate_json((self.path / REPORT).read_bytes())

    @property
    def name(self) -> str:
        """The file's own name; a label, never a path."""
        return self.report.name

    @property
    def stamp(self) -> SourceStamp:
        """Which bytes it was read from."""
        report = self.report
        return SourceStamp(name=report.name, sha256=report.sha256, rows=report.rows)

    @property
    def is_aside(self) -> bool:
        """Whether another source has taken its place, and only runs that were made from it read it still."""
        return (self.path / ASIDE).exists()

    def put_aside(self) -> None:
        """Keep it for the runs that were made from it."""
        (self.path / ASIDE).touch()

    def put_back(self) -> None:
        """It is data of the experiment again."""
        (self.path / ASIDE).unlink(missing_ok=True)

    @property
    def columns(self) -> tuple[Column, ...]:
        """Each column of this file by itself, as its question is understood.

        Raises:
            DataError: the folder holds no complete source.
        """
        from persona.recoding.variables import columns_of

        return columns_of(self.questionnaire)

    @property
    def questionnaire(self) -> Questionnaire:
        """What this file is understood as. One that an earlier version read is understood anew.

        Raises:
            DataError: the folder holds no complete source.
        """
        from persona.questionnaire.models import Questionnaire

        with suppress(FileNotFoundError, ValidationError):
            return Questionnaire.model_validate_json((self.path / QUESTIONNAIRE).read_bytes())
        return self._understood_anew()

    def _understood_anew(self) -> Questionnaire:
        from persona.questionnaire.rows.reported import with_what_reading_saw
        from persona.questionnaire.understanding import understand
        from persona.table import Table

        if not self.is_complete:
            raise data_error("not_read_yet")
        found = with_what_reading_saw(understand(Table.open([self.path])), [self.report])
        write_text(self.path / QUESTIONNAIRE, found.model_dump_json(indent=1) + "\n")
        return found

    @property
    def dialect(self) -> DialectChoice:
        """What a person decided about the file's dialect."""
        from persona.reading.options import DialectChoice

        return DialectChoice.model_validate_json((self.path / DIALECT).read_bytes())

    @property
    def original(self) -> Path:
        """The file as it came."""
        return next(self.path.glob("original*"))

    def read_as(self, answers: Mapping[str, str], folder: Path, limits: Limits) -> Source:
        """This source as answers to doubts have it read: itself, or the same file read again into `folder`, once.

        Raises:
            DataError: the file cannot be read so.
        """
        from persona.questionnaire.rows.reported import settled_by

        dialect = self.dialect if answers else None
        if dialect is None or (wanted := settled_by(self.report, dialect, answers)) == dialect:
            return self
        digest = hashlib.sha256(wanted.model_dump_json().encode()).hexdigest()[:12]
        again = Source(folder / f"{self.id}-{digest}")
        if not again.is_complete:
            folder.mkdir(exist_ok=True)
            add_source(self.original, again.path, name=self.name, limits=limits, dialect=wanted)
        return again

    def left_out(self) -> Iterator[SkippedLine]:
        """The old name of `skipped_lines`, until 0.8."""
        _deprecated.warn_of("Source.left_out", "Source.skipped_lines")
        return self.skipped_lines()

    def skipped_lines(self) -> Iterator[SkippedLine]:
        """All lines that could not be read, in order."""
        from persona.reading import skipped_lines

        return skipped_lines(self.path)


def add_source(
    file: Path,
    folder: Path,
    *,
    name: str | None = None,
    others: Sequence[Source] = (),
    limits: Limits,
    dialect: DialectChoice,
    on_progress: Callable[[int, int], None] | None = None,
) -> Source:
    """Read `file` into `folder`, which appears complete or not at all. See `Experiment.add_source`."""
    from persona.reading.matching import match_columns
    from persona.sandbox.reading import read_apart
    from persona.sandbox.request import Request

    restore(folder)
    _check_is_plain(file)
    reports = [source.report for source in others]
    label = _free_name(_label(name or file.name), {report.name for report in reports})
    with new_folder(folder) as side:
        request = Request(
            file=file.resolve(),
            folder=side.resolve(),
            name=label,
            size=file.stat().st_size,
            limits=limits,
            dialect=dialect,
        )
        read_apart(request, on_progress)
        if reports and match_columns([*reports, Source(side).report]).misfit is not None:
            raise _does_not_fit(Source(side).report, reports[0])
        write_text(side / DIALECT, dialect.model_dump_json() + "\n")
        copy_file(file, side / f"original{_extension(label)}")
    return Source(folder)


def _does_not_fit(report: SourceReport, first: SourceReport) -> PersonaError:
    """Two files that are no study: of talk and of a text without speakers, the one that holds nobody's words."""
    written = {each.kind: each.name for each in (report, first)}
    if written.keys() == {"transcript", "text"}:
        return configuration_error("notes_among_talk", name=written["text"], talk=written["transcript"])
    return configuration_error("columns_differ", name=report.name, first=first.name)


def _check_is_plain(file: Path) -> None:
    """A pipe never ends, and a device is not for us to open."""
    if file.is_dir():
        raise data_error("is_folder", name=called(file))
    if not file.exists():
        raise data_error("missing_file", name=called(file))
    if not file.is_file():
        raise data_error("not_plain_file", name=called(file))


def _label(name: str) -> str:
    """What people see of a file's name: no folders, no control characters, not endless."""
    bare = re.split(r"[/\\]", name)[-1]
    return "".join(letter for letter in bare if letter.isprintable()).strip()[-LABEL_LENGTH:] or "data"


def _free_name(name: str, taken: set[str]) -> str:
    """Evidence names its source, so two sources may not share a name."""
    from persona.reading.naming import free_name

    stem, dot, extension = name.partition(".")
    return free_name(stem, taken, dot + extension)


def _extension(name: str) -> str:
    found = re.search(r"(\.[a-z0-9]{1,8}){1,2}$", name.lower())
    return found.group() if found else ""
