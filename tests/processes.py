"""Looking at processes from outside."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE = 60.0


def eventually(holds: Callable[[], object]) -> bool:
    """Whether it comes to hold before patience ends."""
    deadline, pause = time.monotonic() + PATIENCE, 0.02
    while time.monotonic() < deadline:
        if holds():
            return True
        time.sleep(pause)
        pause = min(2 * pause, 0.2)  # looking is not free, least of all where everything waits already
    return False


def is_alive(pid: int) -> bool:
    """Whether the process runs; a dead one whose end nobody has read does not."""
    return _parent(pid) is not None


def parents() -> dict[int, int]:
    """Every running process and its parent (Linux)."""
    pids = [int(folder.name) for folder in Path("/proc").iterdir() if folder.name.isdigit()]
    return {pid: parent for pid in pids if (parent := _parent(pid)) is not None}


def _parent(pid: int) -> int | None:
    try:
        state, parent, *_ = Path(f"/proc/{pid}/stat").read_text(errors="replace").rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return None
    return None if state == "Z" else int(parent)


def family(pid: int) -> set[int]:
    """All that the process has started, and what that has started."""
    known, found = parents(), {pid}
    while more := {child for child, parent in known.items() if parent in found} - found:
        found |= more
    return found - {pid}
