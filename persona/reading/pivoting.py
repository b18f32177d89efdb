"""Many rows of a person become one: parts on disk are read, grouped by person and written anew."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from persona.database import open_database
from persona.messages import data_error
from persona.reading.header import Head
from persona.reading.job import Written
from persona.reading.naming import name_columns
from persona.reading.parquet import FORMAT, literal
from persona.reading.parts import CELLS, ROWS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import duckdb

    from persona.reading.longform import LongForm
    from persona.reading.options import Limits
    from persona.reading.several import SeveralRows

MEMORY = "1GB"
BETWEEN = "; "  # several answers of one person to one question


def pivot(folder: Path, written: Written, form: LongForm, limits: Limits) -> Written:
    """Write the parts in `folder` anew, with a column for each question, in the order in which questions first came.

    Raises:
        DataError: there are more questions than columns may be.
    """
    new = folder / "pivoted"
    new.mkdir()
    old = [folder / part for part in written.parts]
    with open_database(folders=[folder], memory=MEMORY) as database:
        database.execute(f"CREATE TABLE answers AS {_answers(old, written, form)}")
        questions = [text for (text,) in database.execute(_QUESTIONS).fetchall()]
        names = written.head.names
        given = [names[form.person], *(names[i] for i in form.constant), *questions]
        if len(given) > limits.columns:
            raise data_error("too_many_columns", line=written.header_line or 1, found=len(given), limit=limits.columns)
        named = name_columns(given, len(given))
        database.execute(f"CREATE TABLE people AS {_people(form, questions)}", questions)
        rows, parts, size = _write(database, new, len(given))
    _replace(old, new, parts)
    head = Head(named.names, written.head.titles, 0, renamed=named.renamed, rows=written.head.rows)
    return Written(head, written.header_line, rows, size, tuple(parts), layout="answers_in_rows")


def gather(folder: Path, written: Written, form: SeveralRows) -> Written:
    """Write the parts in `folder` anew, a row a person: what is said of it once, middle numbers, and all texts."""
    new = folder / "gathered"
    new.mkdir()
    old = [folder / part for part in written.parts]
    kept = [form.person, *sorted({*form.constant, *form.middle, *dict(form.ever), *form.joined})]
    with open_database(folders=[folder], memory=MEMORY) as database:
        database.execute(f"CREATE TABLE answers AS {_numbered(old, written, kept, form)}")
        database.execute(f"CREATE TABLE people AS {_gathered(form, kept)}")
        rows, parts, size = _write(database, new, len(kept))
    _replace(old, new, parts)
    names, labels = written.head.names, written.head.labels
    head = replace(
        written.head,
        names=tuple(names[i] for i in kept),
        labels=tuple(labels[i] for i in kept) if labels else labels,
    )
    return Written(head, written.header_line, rows, size, tuple(parts), layout="answers_in_rows")


def _replace(old: Sequence[Path], new: Path, parts: Sequence[str]) -> None:
    for path in old:
        path.unlink()
    for part in parts:
        (new / part).rename(new.parent / part)
    new.rmdir()


_QUESTIONS = "SELECT question FROM answers GROUP BY question ORDER BY min(place)"


def _answers(parts: Sequence[Path], written: Written, form: LongForm) -> str:
    """All answers with a person and a question, numbered in the order of the file."""
    columns = [f"trim(c{form.person}) AS person, trim(c{form.question}) AS question, trim(c{form.answer}) AS answer"]
    columns += [f"trim(c{i}) AS k{i}" for i in form.constant]
    pieces = [
        f"FROM read_parquet({literal(part)}, file_row_number=true)"
        f" SELECT {number * written.rows_per_part} + file_row_number AS place, _line, {', '.join(columns)}"
        for number, part in enumerate(parts)
    ]
    return f"FROM ({' UNION ALL '.join(pieces)}) WHERE person <> '' AND question <> ''"


def _numbered(parts: Sequence[Path], written: Written, kept: Sequence[int], form: SeveralRows) -> str:
    """All rows, numbered in the order of the file; one that names nobody stands for somebody of its own."""
    cells = ", ".join(f"trim(c{i}) AS c{i}" for i in kept)
    chosen = "true" if form.chosen is None else f"trim(c{form.chosen}) = {literal(form.mark)}"
    pieces = [
        f"FROM read_parquet({literal(part)}, file_row_number=true)"
        f" SELECT {number * written.rows_per_part} + file_row_number AS place, _line, {cells}, {chosen} AS is_chosen"
        for number, part in enumerate(parts)
    ]
    person = f"CASE c{kept[0]} WHEN '' THEN 'row ' || place ELSE 'person ' || c{kept[0]} END"
    return f"FROM ({' UNION ALL '.join(pieces)}) SELECT *, {person} AS person"


_EITHER = "ascii(md5(person)) % 2"
"""Of two numbers in the middle half of the people keep the lower, the others the higher; else all means fell."""


def _gathered(form: SeveralRows, kept: Sequence[int]) -> str:
    columns, yes = ["min(place) AS place", "min(_line)::UINTEGER AS _line"], dict(form.ever)
    for n, i in enumerate(kept):
        some = f"FILTER (WHERE c{i} <> '')"
        by_size = f"list(c{i} ORDER BY try_cast(replace(c{i}, ',', '.') AS DOUBLE), place) {some}"
        if i in form.joined:
            counts = f"first_{i} AND is_chosen" if i in form.shown else f"first_{i}"
            taken = f"string_agg(c{i}, '{BETWEEN}' ORDER BY place) FILTER (WHERE c{i} <> '' AND {counts})"
        elif i in form.middle:
            taken = f"({by_size})[(count(*) {some} + 1 + {_EITHER}) // 2]"
        elif i in yes:
            ever = ", ".join(map(literal, yes[i]))
            once = f"FILTER (WHERE c{i} IN ({ever}))"
            taken = f"coalesce(first(c{i} ORDER BY place) {once}, first(c{i} ORDER BY place) {some})"
        else:
            taken = f"first(c{i} ORDER BY place) {some}"
        columns.append(f"coalesce({taken}, '') AS c{n}")
    firsts = []
    for i in form.joined:
        among = f"person, c{i}, is_chosen" if i in form.shown else f"person, c{i}"
        firsts.append(f"row_number() OVER (PARTITION BY {among} ORDER BY place) = 1 AS first_{i}")
    marked = f"(FROM answers SELECT {', '.join(['*', *firsts])})"
    grouped = f"FROM {marked} SELECT {', '.join(columns)} GROUP BY person"
    return f"FROM ({grouped}) SELECT row_number() OVER (ORDER BY place) - 1 AS number, * EXCLUDE (place)"


def _people(form: LongForm, questions: Sequence[str]) -> str:
    columns = ["min(place) AS place", "min(_line)::UINTEGER AS _line", "person AS c0"]
    columns += [f"first(k{i} ORDER BY place) AS c{n}" for n, i in enumerate(form.constant, 1)]
    answers = f"string_agg(answer, '{BETWEEN}' ORDER BY place) FILTER (WHERE question = ? AND answer <> '')"
    columns += [f"coalesce({answers}, '') AS c{n}" for n, _ in enumerate(questions, 1 + len(form.constant))]
    grouped = f"FROM answers SELECT {', '.join(columns)} GROUP BY person"
    return f"FROM ({grouped}) SELECT row_number() OVER (ORDER BY place) - 1 AS number, * EXCLUDE (place)"


def _write(database: duckdb.DuckDBPyConnection, folder: Path, width: int) -> tuple[int, list[str], int]:
    (rows,) = database.execute("SELECT count(*) FROM people").fetchall()[0]
    size = max(1, min(ROWS, CELLS // width))
    parts = []
    for number, start in enumerate(range(0, rows, size)):
        parts.append(f"part-{number:05d}.parquet")
        chosen = f"FROM people SELECT * EXCLUDE (number) WHERE number >= {start} AND number < {start + size}"
        database.execute(f"COPY ({chosen} ORDER BY number) TO {literal(folder / parts[-1])} {FORMAT}")
    return rows, parts, size
