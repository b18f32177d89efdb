#!/usr/bin/env python3
"""For each package: lines of code and of its tests, and with a report of coverage how much of the code is reached."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("persona", "core", "accounts", "experiments", "generation", "persona_web")
# Tests of the API as a whole stand for what answers it, in whichever room.
API = "tests/api"
LEAST = 1.0
REACHED = 80
"""Per cent of lines and branches that tests must reach; the aim is 92: raise it to what a whole run shows."""


def main(report: str = "") -> None:
    """Print the table; with a report, exit 1 where too little is reached."""
    reached, whole = coverage(Path(report)) if report else ({}, None)
    code, tests = lines()
    print(f"{'package':28}{'code':>7}{'tests':>7}{'ratio':>7}{'reached':>9}")
    for name in sorted(code):
        share = f"{reached[name]:8.1f}%" if name in reached else ""
        ratio = tests[name] / code[name]
        print(f"{name:28}{code[name]:7}{tests[name]:7}{ratio:7.2f}{share:>9}{'' if ratio >= LEAST else '  few tests'}")
    ratio = sum(tests.values()) / sum(code.values())
    share = "" if whole is None else f"{whole:8.1f}%"
    print(f"{'all':28}{sum(code.values()):7}{sum(tests.values()):7}{ratio:7.2f}{share:>9}")
    if whole is not None and whole < REACHED:
        sys.exit(f"Tests reach {whole:.1f} % of the code; they must reach {REACHED}.")


def lines() -> tuple[Counter[str], Counter[str]]:
    """Lines of code and of tests by package; migrations are neither."""
    code: Counter[str] = Counter()
    tests: Counter[str] = Counter()
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.py"]
    for name in subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split():
        path = Path(name)
        if "migrations" in path.parts or not (ROOT / path).exists():
            continue
        length = (ROOT / path).read_bytes().count(b"\n")
        if path.parts[0] in ROOMS:
            code[package(path)] += length
        elif path.parts[0] == "tests":
            tests["api" if name.startswith(API) else package(mirrored(path))] += length
    return code, tests


def mirrored(path: Path) -> Path:
    """Where the code lies that a file of tests is for: `tests/persona/test_messages.py` may be for a package."""
    inner = Path(*path.parts[1:])
    named = inner.with_name(inner.stem.removeprefix("test_"))
    return named / "all" if (ROOT / named).is_dir() else inner


def package(path: Path) -> str:
    """The room, and the package in it; what answers the API is one package, wherever it stands."""
    if path.parts[0] != "persona" and ("api" in path.stem or "schemas" in path.stem or "api" in path.parts[:-1]):
        return "api"
    if path.parts[:2] == ("core", "http"):
        return "api"
    return "/".join(path.parts[:2]) if len(path.parts) > 2 else path.parts[0]


def coverage(report: Path) -> tuple[dict[str, float], float]:
    """Per cent of lines and branches that tests reach, by package and of all."""
    found: Counter[str] = Counter()
    all_of: Counter[str] = Counter()
    for name, file in json.loads(report.read_text(encoding="utf-8"))["files"].items():
        summary, where = file["summary"], package(Path(name))
        covered = summary["covered_lines"] + summary["covered_branches"]
        found[where] += covered
        all_of[where] += covered + summary["missing_lines"] + summary["missing_branches"]
    by_package = {name: 100 * found[name] / all_of[name] for name in all_of if all_of[name]}
    return by_package, 100 * found.total() / all_of.total()


if __name__ == "__main__":
    main(*sys.argv[1:])
