"""How long reading takes beside DuckDB's own COPY of the same file, and how much memory.

    python benchmarks/reading.py [rows …]        (1 000 000 rows are 530 MB; the default is 100 000 and 1 000 000)

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
from pathlib import Path

RATIO, MEGABYTES = 3.0, 400
ROUNDS = 3
WORDS = [
    *("the", "report", "takes", "ages", "to", "load", "and", "nobody", "knows", "why", "it", "was", "built", "like"),
    *("that", "we", "just", "want", "our", "numbers", "before", "Monday", "morning", "without", "asking", "an"),
    *("analyst", "every", "single", "time", "because", "questions", "change", "daily", "and", "copies", "differ"),
]


def main() -> None:
    """Print one line a size; exit 1 when a limit is broken."""
    sizes = [int(argument) for argument in sys.argv[1:]] or [100_000, 1_000_000]
    good = True
    with tempfile.TemporaryDirectory() as folder:
        for rows in sizes:
            path = Path(folder) / f"{rows}.csv"
            make_file(path, rows)
            good &= compare(path, rows)
            path.unlink()
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


def compare(path: Path, rows: int) -> bool:
    """Whether reading one file stays within the limits."""
    rounds = [(measure("copy", path), measure("read", path)) for _ in range(ROUNDS)]
    copy = min(first["seconds"] for first, _ in rounds)
    read = min(second["seconds"] for _, second in rounds)
    memory = max(second["megabytes"] for _, second in rounds)
    print(
        f"{rows:>9,} rows, {path.stat().st_size / 1e6:,.0f} MB: read {read:.2f} s, COPY {copy:.2f} s,"
        f" ratio {read / copy:.2f} (limit {RATIO:g}), peak {memory:.0f} MB (limit {MEGABYTES})",
        flush=True,
    )
    return read <= RATIO * copy and memory <= MEGABYTES


def measure(what: str, path: Path) -> dict[str, float]:
    """Seconds and peak memory of one way, in a fresh process."""
    command = [sys.executable, __file__, what, str(path)]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


def run_once(what: str, path: Path) -> None:
    """The measured process: print its own seconds and memory."""
    import duckdb

    from persona.reading import Limits, read_source

    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        if what == "read":
            read_source(path, Path(folder), limits=Limits(bytes=10**10, rows=10**7))
        else:
            target = Path(folder) / "all.parquet"
            duckdb.connect(config={"threads": 1}).execute(
                f"COPY (FROM read_csv('{path}', all_varchar=true, header=true)) TO '{target}'"
                " (FORMAT parquet, COMPRESSION zstd)"
            )
        seconds = time.perf_counter() - start
    print(json.dumps({"seconds": seconds, "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))


if __name__ == "__main__":
    if len(sys.argv) == 3 and sys.argv[1] in ("read", "copy"):
        run_once(sys.argv[1], Path(sys.argv[2]))
    else:
        main()
