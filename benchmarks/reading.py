"""How long reading takes beside DuckDB's own COPY of the same file, how much memory, and what the time is spent on.

    python -m benchmarks reading [rows …]        (1 000 000 rows are 530 MB; the default is 100 000 and 1 000 000)

The limit is 3 times the COPY on one thread, and 400 MB; each is measured in a process of its own, best of three.
"""

from __future__ import annotations

import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

from benchmarks.report import Report, kept, section

RATIO, AIM, MEGABYTES = 3.0, 1.5, 400
ROUNDS = 3
SIZES = (100_000, 1_000_000)
PARTS = {
    "open_text": "a first look at all bytes (encoding, SHA-256)",
    "split": "cutting into records (NumPy)",
    "write_bytes": "handing clean records over (a temporary file)",
    "_copy": "parsing and writing Parquet (DuckDB, on a thread of its own)",
}
WORDS = [
    *("the", "report", "takes", "ages", "to", "load", "and", "nobody", "knows", "why", "it", "was", "built", "like"),
    *("that", "we", "just", "want", "our", "numbers", "before", "Monday", "morning", "without", "asking", "an"),
    *("analyst", "every", "single", "time", "because", "questions", "change", "daily", "and", "copies", "differ"),
]


def main() -> None:
    """Print one line a size; exit 1 when a limit is broken."""
    sizes = tuple(int(argument) for argument in sys.argv[1:])
    good = True
    with section("reading", save=not sizes) as report, tempfile.TemporaryDirectory() as folder:
        report.head("rows", "MB", "read s", "COPY s", "ratio", "CPU ratio", "peak MB", f"≤ {RATIO:g} ×, {MEGABYTES} MB")
        for rows in sizes or SIZES:
            path = Path(folder) / f"{rows}.csv"
            make_file(path, rows)
            good &= compare(report, path, rows)
        report.end()
        tell_parts(report, path)
    sys.exit(not good)


def make_file(path: Path, rows: int) -> None:
    """Eight columns, two of them texts of about 45 words with commas, quotation marks and line breaks."""
    rnd = random.Random(7)
    pieces = [_words(rnd) for _ in range(2000)]
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write("ID,Age,City,Tools,Rating,Joined,What is hard?,What would help?\n")
        for row in range(1, rows + 1):
            city = rnd.choice(("Porto", "Kraków", "Zürich", '"New York, NY"'))
            tools = rnd.choice(("Excel", "Excel; Jira", "Notion; Slack; Excel", ""))
            start = f"{row},{rnd.randint(18, 80)},{city},{tools},{rnd.randint(1, 5)},2024-0{rnd.randint(1, 9)}-11"
            file.write(f"{start},{_text(rnd, pieces)},{_text(rnd, pieces)}\n")


def _words(rnd: random.Random) -> str:
    words = rnd.choices(WORDS, k=rnd.randint(8, 22))
    if rnd.random() < 0.1:
        words[5] = '""so to say""'
    if rnd.random() < 0.03:
        words[3] += "\n"
    return " ".join(words)


def _text(rnd: random.Random, pieces: list[str]) -> str:
    return f'"{", ".join(rnd.choices(pieces, k=3))}."'


def compare(report: Report, path: Path, rows: int) -> bool:
    """Whether reading one file stays within the limits."""
    rounds = [(measure("copy", path), measure("read", path)) for _ in range(ROUNDS)]
    copy, read = ({key: min(one[side][key] for one in rounds) for key in ("seconds", "processor")} for side in (0, 1))
    memory = max(one[1]["megabytes"] for one in rounds)
    ratio = read["seconds"] / copy["seconds"]
    good = ratio <= RATIO and memory <= MEGABYTES
    report.row(
        f"{rows:,}",
        f"{path.stat().st_size / 1e6:,.0f}",
        f"{read['seconds']:.2f}",
        f"{copy['seconds']:.2f}",
        f"{ratio:.2f}",
        f"{read['processor'] / copy['processor']:.2f}",
        f"{memory:.0f}",
        kept(good),
    )
    return good


def tell_parts(report: Report, path: Path) -> None:
    """What the time of the largest file is spent on, in seconds of processor beside the COPY's."""
    found, copy = measure("parts", path), measure("copy", path)["processor"]
    report.head("part of reading", "CPU s", "of the COPY")
    for name, meaning in PARTS.items():
        report.row(meaning, f"{found[name]:.2f}", f"{found[name] / copy:.2f} ×")
    rest = found["processor"] - sum(found[name] for name in PARTS)
    report.row("reading blocks, checking widths and cells, the rest", f"{rest:.2f}", f"{rest / copy:.2f} ×")
    report.row("**all**", f"{found['processor']:.2f}", f"{found['processor'] / copy:.2f} ×")
    report.end()
    engine, own = found["_copy"] / copy, (found["processor"] - found["_copy"]) / copy
    report.say(
        f"What holds it from {AIM:g} ×: of a COPY's time DuckDB spends {engine:.2f} × on parsing and writing the clean"
        f" records, in parts of 50,000 rows, with line numbers. The other {own:.2f} × go on what a COPY does not"
        " do: every byte is looked at once before (encoding and hash), every record is cut, counted and checked, so"
        " that a line that does not fit is named and the others are kept. On two free cores both go on at once; on one"
        " they add up."
    )


def measure(what: str, path: Path) -> dict[str, float]:
    """Seconds and peak memory of one way, in a fresh process."""
    command = [sys.executable, "-m", "benchmarks.reading", what, str(path)]
    found: dict[str, float] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    return found


def run_once(what: str, path: Path) -> None:
    """The measured process: print its own seconds and memory."""
    import duckdb

    from persona.reading import Limits, read_source

    spent = _timed() if what == "parts" else {}
    with tempfile.TemporaryDirectory() as folder:
        start, processor = time.perf_counter(), time.process_time()
        if what == "copy":
            target = Path(folder) / "all.parquet"
            duckdb.connect(config={"threads": 1}).execute(
                f"COPY (FROM read_csv('{path}', all_varchar=true, header=true)) TO '{target}'"
                " (FORMAT parquet, COMPRESSION zstd)"
            )
        else:
            read_source(path, Path(folder), limits=Limits(bytes=10**10, rows=10**7))
        found = {"seconds": time.perf_counter() - start, "processor": time.process_time() - processor, **spent}
    print(json.dumps(found | {"megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))


def _timed() -> dict[str, float]:
    """Seconds of processor of each part, counted on the thread that does it."""
    from persona.reading import parquet, report, text

    spent = dict.fromkeys(PARTS, 0.0)

    def count(home: Any, name: str) -> None:
        done: Callable[..., Any] = getattr(home, name)

        @wraps(done)
        def timed(*values: Any, **named: Any) -> Any:
            start = time.thread_time()
            try:
                return done(*values, **named)
            finally:
                spent[name] += time.thread_time() - start

        setattr(home, name, timed)

    for home, name in ((report, "open_text"), (text, "split"), (Path, "write_bytes"), (parquet, "_copy")):
        count(home, name)
    return spent


if __name__ == "__main__":
    if len(sys.argv) == 3 and sys.argv[1] in ("read", "copy", "parts"):
        run_once(sys.argv[1], Path(sys.argv[2]))
    else:
        main()
