"""Quick starts: while modules are imported, nothing is collected.

Imports make much and leave next to nothing behind: to look for it again and again takes a fifth of a start.
"""

from __future__ import annotations

import atexit
import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the garbage collector, as far as it was on."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            collect_from_here()


def collect_from_here() -> None:
    """Collect as usual, but never look through what is there already: modules stay, and forks then share them."""
    gc.freeze()
    gc.enable()
    atexit.register(gc.unfreeze)  # at the end all goes: DuckDB tells the terminal of whatever is left over
