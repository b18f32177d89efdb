"""All benchmarks one after the other, or those named: python -m benchmarks grouping scale --rows 100000."""

from __future__ import annotations

import subprocess
import sys
from itertools import takewhile

ALL = (
    "start",
    "pages",
    "home",
    "reading",
    "scale",
    "generate",
    "grouping",
    "second",
    "small",
    "groups",
    "edits",
    "waves",
    "exporting",
    "writing",
    "real",
    "fuzzing",
    "models",
    "fairness",
    "api_fuzz",
    "api_once",
    "api_load",
    "api_overhead",
)


def main() -> None:
    """Run each in a process of its own, options passed on; exit 1 when one broke a limit."""
    names = list(takewhile(lambda word: word in ALL, sys.argv[1:]))
    options = sys.argv[1 + len(names) :]
    if options and not names:
        sys.exit(f"There is no benchmark {options[0]}. There are: {', '.join(ALL)}.")
    failed = []
    for name in names or ALL:
        print(f"== {name}", flush=True)
        if subprocess.run([sys.executable, "-m", f"benchmarks.{name}", *options], check=False).returncode:
            failed.append(name)
    if failed:
        sys.exit(f"Over a limit: {', '.join(failed)}")


if __name__ == "__main__":
    main()
