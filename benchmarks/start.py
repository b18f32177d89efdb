"""How long `import persona` and `persona --help` take, and how large an install without extras is.

python -m benchmarks start
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from importlib.metadata import distribution, requires
from pathlib import Path
from statistics import median

from packaging.requirements import Requirement

from benchmarks.report import section, verdict

IMPORT, HELP, MEGABYTES = 0.15, 0.35, 420
ROUNDS = 15


def main() -> None:
    """Print a table; exit 1 when a limit is broken."""
    bare = ["-c", "pass"]
    importing, helping = ["-c", "import persona"], ["-m", "persona", "--help"]
    with section("start", save=True) as report, tempfile.TemporaryDirectory() as folder:
        empty, imported, helped = (_seconds(arguments, folder) for arguments in (bare, importing, helping))
        size = _megabytes("persona")
        report.say(f"Best and median of {ROUNDS} fresh processes. An empty process takes {_both(empty)}.")
        bars = [
            (f"`import persona` ≤ {IMPORT} s", _both(imported), min(imported) <= IMPORT),
            (f"`persona --help` ≤ {HELP} s", _both(helped), min(helped) <= HELP),
            (f"install without extras < {MEGABYTES} MB", f"{size:.0f} MB", size < MEGABYTES),
        ]
        good = verdict(bars, report)
    sys.exit(not good)


def _seconds(arguments: list[str], folder: str) -> list[float]:
    found = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True, cwd=folder)
        found.append(time.perf_counter() - started)
    return found


def _both(seconds: list[float]) -> str:
    return f"{min(seconds):.2f} s ({median(seconds):.2f})"


def _megabytes(name: str) -> float:
    """The files of the package and of all that it needs without extras; what was compiled on first use not counted."""
    wanted, seen = [name], set[str]()
    while wanted:
        if (one := wanted.pop()) in seen:
            continue
        seen.add(one)
        for line in requires(one) or ():
            needed = Requirement(line)
            if needed.marker is None or needed.marker.evaluate({"extra": ""}):
                wanted.append(needed.name.lower())
    files = {Path(str(file.locate())) for one in seen for file in distribution(one).files or ()}
    own = Path(__file__).parent.parent / "persona"
    files |= set(own.rglob("*"))
    return sum(file.stat().st_size for file in files if file.is_file() and file.suffix != ".pyc") / 1e6


if __name__ == "__main__":
    main()
