"""All benchmarks one after the other, or those named: python -m benchmarks reading generate."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
ALL = ("reading", "generate")


def main() -> None:
    """Run each in a process of its own; exit 1 when one broke a budget."""
    names = sys.argv[1:] or ALL
    failed = []
    for name in names:
        print(f"== {name}", flush=True)
        if subprocess.run([sys.executable, HERE / f"{name}.py"], check=False).returncode:
            failed.append(name)
    if failed:
        sys.exit(f"Over budget: {', '.join(failed)}")


if __name__ == "__main__":
    main()
