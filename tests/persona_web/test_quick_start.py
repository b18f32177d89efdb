"""Starting without collecting, and collecting as ever afterwards."""

from __future__ import annotations

import gc
import subprocess
import sys
from ast import literal_eval

import pytest

from persona_web.quick_start import uncollected


def test_nothing_is_collected_until_everything_is_there() -> None:
    try:
        with uncollected():
            inside = gc.isenabled()
        assert (inside, gc.isenabled(), gc.get_freeze_count() > 0) == (False, True, True)
    finally:
        gc.unfreeze()


def test_a_fault_leaves_the_collector_on() -> None:
    try:
        with pytest.raises(ImportError), uncollected():
            raise ImportError
        assert gc.isenabled()
    finally:
        gc.unfreeze()


def test_whoever_collects_nothing_anyway_goes_on_so() -> None:
    gc.disable()
    try:
        with uncollected():
            pass
        assert (gc.isenabled(), gc.get_freeze_count()) == (False, 0)
    finally:
        gc.enable()


def test_at_the_end_nothing_is_said_of_what_is_left_over() -> None:
    code = "import duckdb; from persona_web.quick_start import collect_from_here; collect_from_here()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert (done.stdout, done.stderr) == ("", "")


def test_both_doors_of_the_web_collect_once_they_are_open() -> None:
    code = "import gc, persona_web.wsgi, persona_web.asgi; print((gc.isenabled(), gc.get_freeze_count() > 0))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert literal_eval(done.stdout) == (True, True)
