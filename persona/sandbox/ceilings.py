"""What the operating system refuses to a process that reads an untrusted file."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from persona.reading.options import Limits

SPARE_SECONDS = 5  # of processor, to tell of the end; then the system ends it without a word
FILES = 256


def set_ceilings(limits: Limits, seconds: int) -> None:
    """Limit memory, seconds of processor, files and what is readable by others, from now on and for good.

    Where the system has no such limits (Windows), the process is still one of its own, and ended when its time is up.
    """
    os.umask(0o077)
    if sys.platform == "win32":
        return
    import resource

    # Of the address space, what can be written to: programs reserve far more than they use.
    data = resource.RLIMIT_DATA if sys.platform == "linux" else resource.RLIMIT_AS
    for which, most in (
        (data, limits.memory),
        (resource.RLIMIT_FSIZE, max(limits.unpacked, limits.bytes)),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, FILES),
    ):
        _lower(which, most)
    _lower(resource.RLIMIT_CPU, seconds, spare=SPARE_SECONDS)


def _lower(which: int, most: int, *, spare: int = 0) -> None:
    import resource

    _, hard = resource.getrlimit(which)
    last = most + spare if hard == resource.RLIM_INFINITY else min(most + spare, hard)
    resource.setrlimit(which, (min(most, last), last))
