"""What a benchmark prints, and its own section of docs/benchmarks.md; the rest of the page is left as it is."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

PAGE = Path(__file__).parent.parent / "docs" / "benchmarks.md"
LIBRARIES = ("numpy", "scikit-learn", "duckdb", "pydantic")


class Report:
    """Lines of Markdown, shown at once and kept."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def say(self, text: str = "") -> None:
        """A paragraph."""
        self._add(text, "")

    def head(self, *names: str) -> None:
        """The first line of a table; columns after the first hold numbers."""
        self._add(f"| {' | '.join(names)} |", f"|---{'|---:' * (len(names) - 1)}|")

    def row(self, *cells: object) -> None:
        """One line of a table."""
        self._add(f"| {' | '.join(str(cell) for cell in cells)} |")

    def end(self) -> None:
        """The end of a table."""
        self._add("")

    def _add(self, *lines: str) -> None:
        self.lines += lines
        print(*lines, sep="\n", flush=True)


@contextmanager
def section(name: str, *, save: bool) -> Iterator[Report]:
    """The report of one part; with `save` it becomes the part's section of the page, whether limits held or not."""
    report, before = Report(), conditions()
    yield report
    if save:
        write(PAGE, name, "\n".join([f"*{before}*", "", *report.lines]).strip())


def write(page: Path, name: str, text: str) -> None:
    """Put the text between the two marks of a section."""
    start, end = f"<!-- {name}: written by make bench -->", f"<!-- end of {name} -->"
    old = page.read_text(encoding="utf-8")
    if start not in old:
        raise SystemExit(f"{page.name} has no section {start}")
    before, _, rest = old.partition(start)
    _, _, after = rest.partition(end)
    page.write_text(f"{before}{start}\n\n{text}\n\n{end}{after}", encoding="utf-8")


def conditions() -> str:
    """When, on what and with what: one line."""
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    when = datetime.now(UTC)
    return (
        f"{when.day} {when:%B %Y}, {when:%H:%M} UTC, commit {_commit()}. {_processor()}, {os.cpu_count()} cores,"
        f" {_memory():.0f} GB, load before {load}. Python {platform.python_version()}, {libraries}."
    )


def _commit() -> str:
    command = ["git", "-C", str(PAGE.parent), "rev-parse", "--short", "HEAD"]
    return subprocess.run(command, check=False, capture_output=True, text=True).stdout.strip() or "unknown"


def _processor() -> str:
    try:
        found = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text(encoding="utf-8"))
    except OSError:
        found = None
    return found[1].strip() if found else platform.machine()


def _memory() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9


def figure(value: float | None, digits: int = 2) -> str:
    """A number, or a dash where there is none."""
    return "–" if value is None else f"{value:.{digits}f}"


def kept(good: bool) -> str:
    """Whether a limit was kept, in a word."""
    return "yes" if good else "**no**"


def verdict(bars: Sequence[tuple[str, str, bool]], report: Report) -> bool:
    """A table of limits, what was found, and whether each was kept; True when all were."""
    report.head("limit", "found", "kept")
    for limit, found, good in bars:
        report.row(limit, found, kept(good))
    report.end()
    return all(good for _, _, good in bars)
