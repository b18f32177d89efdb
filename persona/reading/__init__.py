"""Read: a messy file in, checked Parquet parts and an honest report out."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
from pathlib import Path
from typing import TYPE_CHECKING

from persona.messages import data_error, sentence
from persona.models import LeftOut, SourceReport
from persona.reading.options import DialectChoice, Limits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["DialectChoice", "Limits", "left_out", "read_source"]

ROWS_PER_PART = 50_000


def read_source(
    path: Path,
    folder: Path,
    *,
    name: str | None = None,
    limits: Limits = Limits(),  # noqa: B008 -- frozen
    dialect: DialectChoice = DialectChoice(),  # noqa: B008 -- frozen
    on_progress: Callable[[int, int], None] | None = None,
) -> SourceReport:
    """Read one file into Parquet parts, `report.json` and `left-out.parquet` in `folder`."""
    raw = path.read_bytes()
    packed = raw.startswith(b"\x1f\x8b")
    text = (gzip.decompress(raw) if packed else raw).decode("utf-8-sig", "replace")
    if not text.strip():
        raise data_error("empty")
    head = text[:65536]
    delimiter = dialect.delimiter or max(",;\t|", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    names, rows, lines, left = _names(next(reader)), [], [], []
    line = reader.line_num + 1
    for cells in reader:
        if len(cells) == len(names):
            rows.append(cells)
            lines.append(line)
        elif cells:
            code = "short_row" if len(cells) < len(names) else "long_row"
            words = sentence(code, line=line, found=len(cells), width=len(names))
            left.append(LeftOut(line=line, code=code, message=words, text=delimiter.join(cells)[:300]))
        line = reader.line_num + 1
    if not rows:
        raise data_error("no_rows")
    report = SourceReport(
        name=name or path.name,
        kind="csv.gz" if packed else "csv",
        bytes=len(raw),
        sha256=hashlib.sha256(raw).hexdigest(),
        encoding="utf-8",
        encoding_how="checked",
        delimiter=delimiter,
        quote='"',
        header_line=1,
        names=tuple(names),
        rows=len(rows),
        rows_per_part=ROWS_PER_PART,
        parts=tuple(f"part-{i:05d}.parquet" for i in range(-(-len(rows) // ROWS_PER_PART))),
        left_out=tuple(left[:1000]),
        left_out_counts={code: sum(x.code == code for x in left) for code in sorted({x.code for x in left})},
    )
    _write(folder, report, rows, lines, left)
    if on_progress:
        on_progress(len(raw), len(raw))
    return report


def _write(folder: Path, report: SourceReport, rows: list, lines: list, left: list[LeftOut]) -> None:
    import duckdb
    import numpy as np

    folder.mkdir(parents=True, exist_ok=True)
    database = duckdb.connect(config={"threads": 1})
    for number, part in enumerate(report.parts):
        piece = slice(number * ROWS_PER_PART, (number + 1) * ROWS_PER_PART)
        columns = {"_line": np.array(lines[piece], np.uint32)}
        columns |= {f"c{i}": np.array([r[i] for r in rows[piece]], object) for i in range(len(report.names))}
        casts = ", ".join(f"c{i}::VARCHAR AS c{i}" for i in range(len(report.names)))
        path = str(folder / part).replace("'", "''")
        database.execute(f"COPY (SELECT _line, {casts} FROM columns) TO '{path}' (FORMAT parquet, COMPRESSION zstd)")
    (folder / "report.json").write_text(report.model_dump_json(indent=2))


def left_out(folder: Path) -> Iterator[LeftOut]:
    """All lines that did not become rows, in order."""
    report = SourceReport.model_validate_json((folder / "report.json").read_bytes())
    yield from report.left_out


def _names(header: list[str]) -> list[str]:
    names: list[str] = []
    for number, cell in enumerate(header, 1):
        base = " ".join(cell.split()) or f"Column {number}"
        name, copy = base, 2
        while name in names:
            name, copy = f"{base} ({copy})", copy + 1
        names.append(name)
    return names
