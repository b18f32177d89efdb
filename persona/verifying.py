"""Verify: every quote of a result is in the data, and the same data and settings give the same bytes."""

from __future__ import annotations

import csv
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from pydantic import Field, ValidationError

from persona.edits import Change
from persona.exporting import outputs
from persona.exporting.cells import original
from persona.exporting.tables import QUOTE_COLUMNS, first_rows
from persona.files import sha256_of
from persona.models import Frozen, GenerationResult
from persona.numerals import counted
from persona.outputs import Output

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from persona.events import Event
    from persona.experiment import Experiment
    from persona.models import Evidence
    from persona.table import Table

SHOWN = 5  # places named in one finding


class Finding(Frozen):
    """One thing that was looked at."""

    what: str
    is_right: bool
    detail: str = ""


class Verification(Frozen):
    """What `verify` found; and what people changed, which nothing can prove."""

    findings: tuple[Finding, ...]
    is_right: bool
    edits: tuple[Change, ...] = Field(default=(), description="Who changed what, and when; files hold none of it.")
    edits_unread: tuple[str, ...] = Field(default=(), description="Lines of the log of edits that cannot be read.")


def verify(folder: str | Path, *, on_event: Callable[[Event], None] | None = None) -> Verification:
    """Prove a result: read the original files anew, find each quote in them, and make the result once more.

    What is proved is the result as it was generated; edits are listed with who made them.

    Args:
        folder: what `persona generate --out` wrote, or the folder of a run.
        on_event: called with each event of the second run.

    Raises:
        ConfigurationError: the folder holds no result.

    Example:
        >>> verify("out").is_right                                        # doctest: +SKIP
        True
    """
    output = Output.open(folder)
    with TemporaryDirectory() as place:
        findings = [_originals(output.experiment)]
        if findings[0].is_right:
            anew = output.experiment.read_again(Path(place))
            table = anew.table(output.run.config.answers)
            findings += [*_quotes(output, table), *_counts(output, anew, table), *_second_run(output, anew, on_event)]
    return Verification(
        findings=tuple(findings),
        is_right=all(finding.is_right for finding in findings),
        edits=_edits(output),
        edits_unread=output.run.edits.problems,
    )


def _edits(output: Output) -> tuple[Change, ...]:
    return output.edited().changes if len(output.run.edits) else ()


def _originals(experiment: Experiment) -> Finding:
    changed = [s.name for s in experiment.sources if sha256_of(s.original) != s.report.sha256]
    detail = f"changed since they were read: {', '.join(changed)}" if changed else _hashes(experiment)
    return Finding(what="The data is as it was", is_right=not changed, detail=detail)


def _hashes(experiment: Experiment) -> str:
    return ", ".join(f"{stamp.name} {stamp.sha256[:12]}…" for stamp in experiment.stamps())


# -- quotes ----------------------------------------------------------------------------------------
def _quotes(output: Output, table: Table) -> Iterator[Finding]:
    try:
        result = GenerationResult.model_validate_json((output.path / "result.json").read_bytes())
    except (OSError, ValidationError) as exc:
        yield Finding(what="result.json can be read", is_right=False, detail=str(exc).splitlines()[0])
        return
    before = first_rows(result)
    places = [(before.get(e.source, 0) + e.row, e.column, e.start, e.end, e.quote) for e in _evidence(result)]
    yield _found("Every quote of result.json is in the data", places, table)
    if (output.path / "quotes.csv").is_file():
        yield _found("Every quote of quotes.csv is in the data", list(_read_quotes(output.path)), table)


Place = tuple[int, str, int, int, str]


def _found(what: str, places: list[Place], table: Table) -> Finding:
    rows = sorted({row for row, *_ in places if 1 <= row <= table.rows})
    cells = {row.row: row.cells for row in table.rows_at(rows)}
    lost = [place for place in places if not _stands(place, cells)]
    if not lost:
        return Finding(what=what, is_right=True, detail=counted(len(places), "quote"))
    shown = "; ".join(f"row {row}, {column}: “{quote}”" for row, column, _, _, quote in lost[:SHOWN])
    return Finding(what=what, is_right=False, detail=f"{len(lost)} of {counted(len(places), 'quote')} not: {shown}")


def _stands(place: Place, cells: dict[int, dict[str, str]]) -> bool:
    row, column, start, end, quote = place
    named = cells.get(row, {})
    text = named.get(column) or named.get(original(column), "")  # a table may have made the name harmless
    return bool(quote) and text[start:end] == quote


def _evidence(result: GenerationResult) -> Iterator[Evidence]:
    for persona in result.personas:
        yield from persona.quotes
        for statement in persona.statements:
            yield from statement.evidence


def _read_quotes(folder: Path) -> Iterator[Place]:
    with (folder / "quotes.csv").open(encoding="utf-8", newline="") as file:
        lines = csv.DictReader(file, fieldnames=QUOTE_COLUMNS)
        next(lines, None)
        yield from map(_place, lines)


def _place(line: dict[str, str]) -> Place:
    """A line of `quotes.csv`; one that is spoilt has no place, so its quote will not be found."""
    try:
        return int(line["row"]), line["column"], int(line["start"]), int(line["end"]), line["quote"]
    except (TypeError, ValueError):
        return 0, str(line["column"]), 0, 0, str(line["quote"])


# -- counts ----------------------------------------------------------------------------------------
def _counts(output: Output, anew: Experiment, table: Table) -> Iterator[Finding]:
    """Every number of counted statements and facts, from the files, the questions and who is in which group."""
    from persona.proving import false_counts, told_in
    from persona.recoding.table import RecodedTable

    try:
        result = GenerationResult.model_validate_json((output.path / "result.json").read_bytes())
    except (OSError, ValidationError):
        return  # told already
    told = list(told_in(result))
    recoded = RecodedTable(table, anew.understood(output.run.config))
    false = false_counts(told, recoded, recoded.columns, output.segmentation())
    shown = "; ".join(f"persona {each.persona}, {each.what}" for each in false[:SHOWN])
    detail = f"{len(false)} of {counted(len(told), 'number')} not: {shown}" if false else counted(len(told), "number")
    yield Finding(what="Every count and mean of result.json is that of the data", is_right=not false, detail=detail)


# -- second run ------------------------------------------------------------------------------------
def _second_run(output: Output, anew: Experiment, on_event: Callable[[Event], None] | None) -> Iterator[Finding]:
    from persona.generator import PersonaGenerator

    config = output.run.config
    if config.model == "builtin":
        run = anew.new_run(config)
        PersonaGenerator(anew).generate(on_event=on_event, resume=run)
        found = Output(run.path, anew, run)
        reason = "differs from what a second run gives"
    else:
        found = output
        reason = "differs from what the run saved; a model never answers twice alike, so it was not asked again"
    for name, expected in outputs(found).items():
        path = output.path / name
        if path.is_file():
            same = path.read_bytes() == expected
            yield Finding(what=f"{name}, byte for byte", is_right=same, detail="" if same else reason)
