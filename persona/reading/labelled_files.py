"""Files of statistics programs (.sav, .zsav, .dta): texts of questions, labels of codes, missing values."""

from __future__ import annotations

from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING, Any

from persona.messages import data_error
from persona.reading.header import Head
from persona.reading.job import Found
from persona.reading.labelling import labelled
from persona.reading.naming import name_columns
from persona.reading.rows import CLEAN, Row, as_records, as_text
from persona.reading.steps import steps_of
from persona.reading.tabulate import write_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from persona.reading.job import Job

KINDS = {"sav": "SPSS", "dta": "Stata"}
CHUNK = 50_000  # rows
CELLS = 2_000_000  # … of fewer where they are wide
FALLBACK = "cp1252"  # old programs say no encoding, or a wrong one


def read_labelled(job: Job, kind: str) -> Found:
    """Write the rows into parts: labels in place of codes, blanks where the file calls a value missing.

    Raises:
        DataError: the file is damaged, or over a limit.
    """
    file = _File(job, kind)
    about = file.about()
    named = name_columns(about.column_names, len(about.column_names))
    if len(named.names) > job.limits.columns:
        raise data_error("too_many_columns", line=1, found=len(named.names), limit=job.limits.columns)
    if not named.names:
        raise data_error("empty")
    texts = _texts(about)
    steps = _steps(about, dict(zip(about.column_names, named.names, strict=True)))
    head = Head(named.names, (), 0, labels=texts if any(texts) else None, renamed=named.renamed, steps=steps)
    table = write_table(as_records(file.rows(about)), job, CLEAN, len(named.names), head)
    return Found(kind, job.sha256(), table)


def _texts(about: Any) -> tuple[str, ...]:
    """What each variable asks; one of a set of ticks has the set's question before it."""
    sets = getattr(about, "mr_sets", None) or {}
    asked = {name: told.get("label") or "" for told in sets.values() for name in told.get("variable_list", ())}
    texts = []
    for name, label in zip(about.column_names, about.column_labels, strict=True):
        text, question = " ".join((label or "").split()), " ".join(asked.get(name, "").split())
        texts.append(f"{question} - {text}" if question and text and not text.startswith(question) else text)
    return tuple(texts)


def _steps(about: Any, names: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """What the codes of each column are called, in their order, by the name under which it is read."""
    found = {name: _labels(told) for name, told in about.variable_value_labels.items() if name in names}
    return {names[name]: steps for name, labels in found.items() if (steps := steps_of(labels))}


def _labels(told: Mapping[Any, Any]) -> dict[str, str]:
    return {_text(code): " ".join(str(label).split()) for code, label in told.items()}


class _File:
    """Reads in pieces, so that memory stays flat."""

    def __init__(self, job: Job, kind: str) -> None:
        self._job, self._kind = job, kind
        self._encoding: str | None = None

    def about(self) -> Any:
        """What the file tells of its columns."""
        return self._read(metadataonly=True, output_format="dict")[1]

    def rows(self, about: Any) -> Iterator[Row]:
        """The rows, numbered from 1."""
        size = max(1, min(CHUNK, CELLS // max(1, len(about.column_names))))
        first = self._piece(about, 0, size)
        written = _written(about, first)
        done = 0
        for piece in chain((first,), self._more(about, size, len(first[0]) if first else 0)):
            shown = [_shown(column, written.get(name)) for name, column in zip(about.column_names, piece, strict=True)]
            for cells in zip(*shown, strict=True):
                done += 1
                yield Row(done, cells)
            self._job.progress.read(self._done(done, about))

    def _done(self, rows: int, about: Any) -> int:
        return self._job.size * rows // max(rows, about.number_rows or rows, 1)

    def _more(self, about: Any, size: int, read: int) -> Iterator[list[list[Any]]]:
        while read and read % size == 0:
            piece = self._piece(about, read, size)
            if not piece or not piece[0]:
                return
            yield piece
            read += len(piece[0])

    def _piece(self, about: Any, start: int, size: int) -> list[list[Any]]:
        found, _ = self._read(row_offset=start, row_limit=size, output_format="dict")
        return [list(found[name]) for name in about.column_names]

    def _read(self, **options: Any) -> Any:
        import pyreadstat

        read = {"sav": pyreadstat.read_sav, "dta": pyreadstat.read_dta}[self._kind]
        path = str(self._job.path)
        with _plain_words(self._kind):
            try:
                return read(path, encoding=self._encoding, **options)
            except (pyreadstat.ReadstatError, UnicodeDecodeError) as error:
                if self._encoding or "encoding" not in str(error).lower():
                    raise
                self._encoding = FALLBACK
                return read(path, encoding=self._encoding, **options)


@contextmanager
def _plain_words(kind: str) -> Iterator[None]:
    """Errors of the library that reads the files, as a sentence."""
    import pyreadstat

    try:
        yield
    except (pyreadstat.ReadstatError, pyreadstat.PyreadstatError, ValueError, OverflowError, KeyError) as exc:
        if "memory" in str(exc).lower():
            raise MemoryError from exc
        raise data_error("damaged", kind=KINDS[kind]) from exc


def _written(about: Any, piece: Sequence[Sequence[Any]]) -> dict[str, Mapping[str, str]]:
    """What stands for the codes of each column, given what is in its first rows."""
    found: dict[str, Mapping[str, str]] = {}
    for name, column in zip(about.column_names, piece, strict=True):
        if told := about.variable_value_labels.get(name):
            found[name] = labelled(_labels(told), {_text(value) for value in column})
    return found


def _shown(column: Sequence[Any], written: Mapping[str, str] | None) -> list[str]:
    texts = [_text(value) for value in column]
    return [written.get(text, text) for text in texts] if written else texts


def _text(value: Any) -> str:
    """A cell; NaN is how the library calls what is missing."""
    return "" if value != value else as_text(value).rstrip()
