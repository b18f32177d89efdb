"""The disk: whether there is room to go on."""

from __future__ import annotations

import logging
import shutil
import tempfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

logger = logging.getLogger(__name__)
LEAST_ROOM = 100_000_000  # bytes: below, the next upload or run may not be kept
PROBE = b"x" * 4096


def has_room(folder: Path) -> bool:
    """Whether there is enough room to go on, and something can really be written."""
    try:
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(PROBE)
        return shutil.disk_usage(folder).free >= LEAST_ROOM
    except OSError:
        logger.warning("Nothing can be written in %s", folder, exc_info=True)
        return False


def is_open_to_others(folder: Path) -> bool:
    """Whether other people of this machine can look into a folder that is there already."""
    try:
        return bool(folder.expanduser().stat().st_mode & 0o077)
    except FileNotFoundError:
        return False
