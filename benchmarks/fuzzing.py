"""Damaged and invented files into the reader until the time is up: rows or one sentence, never a traceback.

    python -m benchmarks fuzzing [--seconds 600] [--seed 1]

Hypothesis makes the files: bytes, damaged hostile files of every kind, tables and objects put together at random.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from benchmarks.report import section, verdict
from persona.exceptions import DataError
from persona.models import SourceReport
from persona.reading import read_source, skipped_lines
from persona.recoding.table import recode
from persona.table import Table

SECONDS, AT_ONCE = 600.0, 200
HOSTILE = Path(__file__).parent.parent / "tests" / "data" / "hostile"
ENDINGS = (".csv", ".tsv", ".txt", ".md", ".json", ".jsonl", ".xlsx", ".docx", ".parquet", ".gz", "")
LARGEST = 60_000
PIECES = (
    *(b'"', b'""', b'"\n', b",", b";", b"\t", b"|", b"\n", b"\r\n", b"\r", b"\n\n", b"\0", b"'", b"\\"),
    *(b"\\\"", b"\x1f"),
    *(b"\xff", b"\xe9", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xf0\x9f\x98\x80", b"\xed\xa0\x80", b"\xc2\x85"),
    *(b"sep=;\n", b"{", b"}", b"[", b"]", b'{"a":', b"null", b"1e999", b"-", b"=1+1", b"Total,,\n", b"ImportId", b"#"),
    *(b"A: ", b"User: hello\n", b"WEBVTT\n", b"00:00:01.000 --> 00:00:02.000\n"),
    *(b"PK\x03\x04", b"PAR1", b"\x1f\x8b", b"%PDF"),
)  # fmt: skip


class Case(NamedTuple):
    """One file as it would be handed in."""

    name: str
    data: bytes


def main() -> None:
    """Tell how many files were read and what became of them; exit 1 after a traceback."""
    parser = argparse.ArgumentParser(prog="benchmarks fuzzing")
    parser.add_argument("--seconds", type=float)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with section("fuzzing", save=options.seconds is None) as report:
        seconds = options.seconds or SECONDS
        outcomes, faults = fuzz(seconds, options.seed)
        files = outcomes.total()
        report.say(
            f"{files:,} files in {seconds:.0f} s of processor, seed {options.seed}: {outcomes['rows']:,} gave rows, the"
            " others one sentence (by code):"
        )
        report.head("code", "files")
        for code, count in outcomes.most_common():
            if code != "rows":
                report.row(f"`{code}`", f"{count:,}")
        report.end()
        good = verdict([("0 tracebacks", f"{len(faults)}", not faults)], report)
    for name, fault in faults.items():
        print(f"\n{name}\n{fault}", file=sys.stderr)
    sys.exit(not good)


def fuzz(seconds: float, first_seed: int) -> tuple[Counter[str], dict[str, str]]:
    """What became of the files, and each different fault with its traceback."""
    outcomes: Counter[str] = Counter()
    faults: dict[str, str] = {}
    until, number = time.process_time() + seconds, first_seed
    while time.process_time() < until:
        for strategy in (binary(), tables(), objects(), damaged(), damaged()):
            number += 1
            if time.process_time() >= until:
                break
            try:
                _round(strategy, number, lambda case: outcomes.update([outcome(case)]))()
            except Exception as fault:  # noqa: BLE001 -- whatever it is, it is what we look for
                place = traceback.extract_tb(fault.__traceback__)[-1]
                faults.setdefault(f"{type(fault).__name__} {place.name}:{place.lineno}", traceback.format_exc())
    return outcomes, faults


def _round(strategy: st.SearchStrategy[Case], number: int, look: Callable[[Case], None]) -> Callable[[], None]:
    @seed(number)
    @settings(
        max_examples=AT_ONCE,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def test(case: Case) -> None:
        look(case)

    return test


def outcome(case: Case) -> str:
    """Rows, or the code of the sentence; what was read is opened, counted and looked through."""
    with tempfile.TemporaryDirectory() as root:
        path, folder = Path(root) / case.name, Path(root) / "read"
        path.write_bytes(case.data)
        try:
            report = read_source(path, folder)
        except DataError as refusal:
            code, sentence = refusal.code, str(refusal)
        else:
            return _looked_through(folder, report)
        assert sentence
        assert not folder.exists() or not list(folder.iterdir())
        return code


def _looked_through(folder: Path, report: SourceReport) -> str:
    table = Table.open([folder])
    rows = table.page(1, report.rows)
    assert len(rows) == report.rows == table.rows
    assert all(isinstance(cell, str) for row in rows for cell in row.cells.values())
    assert len(list(skipped_lines(folder))) == report.skipped_total
    recode(table)
    return "rows"


def _seeds() -> list[Case]:
    """All hostile files that are not large, and one small file of each other kind."""
    found = [Case(path.name, path.read_bytes()) for path in sorted(HOSTILE.glob("*/*")) if path.suffix != ".md"]
    people = [{"name": "Ada", "age": 36, "says": 'the export is slow, "very" slow'}, {"name": "Bo", "tags": ["a", "b"]}]
    talk = "Interviewer: What is hard?\nAda: The export.\nInterviewer: Why?\nAda: It is slow.\nAnd it fails.\n" * 3
    document = io.BytesIO()
    with zipfile.ZipFile(document, "w") as packed:
        body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in talk.splitlines())
        namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        packed.writestr("word/document.xml", f'<w:document xmlns:w="{namespace}"><w:body>{body}</w:body></w:document>')
    made = [
        Case("people.json", json.dumps(people).encode()),
        Case("people.jsonl", "\n".join(map(json.dumps, people)).encode()),
        Case("talk.txt", talk.encode()),
        Case("talk.md", f"# Ada\n\n{talk}".encode()),
        Case("talk.docx", document.getvalue()),
        Case("people.parquet", _parquet()),
    ]
    return [case for case in (*found, *made) if len(case.data) <= LARGEST]


def _parquet() -> bytes:
    import duckdb

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "people.parquet"
        duckdb.sql(f"COPY (SELECT i AS id, 'says ' || i AS says, [i, 2] AS tags FROM range(9) t(i)) TO '{path}'")
        return path.read_bytes()


SEEDS = _seeds()
NAMES = st.one_of(st.sampled_from(ENDINGS).map(lambda ending: f"file{ending}"), st.just("Umfrage (2) é.csv"))


def binary() -> st.SearchStrategy[Case]:
    """Bytes, and pieces that mean something to one reader or another."""
    pieces = st.lists(st.one_of(st.sampled_from(PIECES), st.binary(max_size=12)), max_size=60).map(b"".join)
    return st.builds(Case, NAMES, st.one_of(st.binary(max_size=400), pieces))


@st.composite
def tables(draw: st.DrawFn) -> Case:
    """Lines of cells that need not have one width, one way of quoting or one encoding."""
    delimiter, end = draw(st.sampled_from([",", ";", "\t", "|", "^", "~"])), draw(st.sampled_from(["\n", "\r\n", "\r"]))
    letters = st.text(st.sampled_from("ab ,;|\t\"'\n\r.:0129-éßŁ日😀“”/\\#=\x85\u2028"), max_size=15)
    cell = st.one_of(letters, st.sampled_from(["", "NA", "1,5", "2024-01-02", "Yes", "No", "a; b", "Strongly agree"]))
    quoted = cell.map(lambda text: '"' + text.replace('"', '""') + '"')
    width = draw(st.integers(1, 8))
    rows = draw(
        st.lists(st.lists(st.one_of(cell, quoted), min_size=max(1, width - 1), max_size=width + 1), max_size=25)
    )
    text = end.join(delimiter.join(row) for row in rows)
    encoding = draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252", "utf-32"]))
    return Case(draw(NAMES), text.encode(encoding, "replace"))


def objects() -> st.SearchStrategy[Case]:
    """JSON of any shape, also one object a line."""
    leaves = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=12))
    keys = st.sampled_from(["a", "b", "id", "answers", "text", "", "A b", "items"])
    inner = lambda each: st.one_of(st.lists(each, max_size=5), st.dictionaries(keys, each, max_size=5))  # noqa: E731
    value = st.recursive(leaves, inner, max_leaves=25)
    one = value.map(lambda found: Case("file.json", json.dumps(found).encode()))
    lines = st.lists(value, max_size=8).map(
        lambda found: Case("file.jsonl", "\n".join(map(json.dumps, found)).encode())
    )
    return st.one_of(one, lines)


@st.composite
def damaged(draw: st.DrawFn) -> Case:
    """A file of the collection with bytes changed, put in, doubled, taken out, cut off, or pieces of another file."""
    case = draw(st.sampled_from(SEEDS))
    data = bytearray(case.data)
    for _ in range(draw(st.sampled_from([1, 1, 2, 5, 20]))):
        at, size = draw(st.integers(0, len(data))), draw(st.sampled_from([1, 1, 2, 8, 50, 500]))
        match draw(st.sampled_from(["change", "insert", "insert", "remove", "double", "move", "other", "cut"])):
            case "change" if at < len(data):
                data[at] = draw(st.integers(0, 255))
            case "insert":
                data[at:at] = draw(st.sampled_from(PIECES))
            case "remove":
                del data[at : at + size]
            case "double":
                data[at:at] = bytes(data[at : at + size]) * draw(st.sampled_from([1, 2, 30]))
            case "move":
                taken = bytes(data[at : at + size])
                del data[at : at + size]
                data += taken
            case "other":
                other = draw(st.sampled_from(SEEDS)).data
                data[at:at] = other[: draw(st.integers(0, min(len(other), 2_000)))]
            case "cut" if at > len(data) // 2:
                del data[at:]
    name = case.name if draw(st.integers(0, 9)) else draw(NAMES)
    return Case(name, bytes(data))


if __name__ == "__main__":
    main()
