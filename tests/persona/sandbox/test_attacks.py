from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from persona.exceptions import DataError
from persona.reading import DialectChoice, Limits
from persona.source import add_source
from tests.persona.sandbox.attacks import ATTACKS
from tests.persona.sandbox.readers import readers

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems limit no memory")

MOST = 2 << 30  # bytes
SLOW = (
    "endless strings of nothing",
    "a member that says less than it holds",
    "tags inside tags",
    "one list of many",
    "one long answer, shown by every row",
)
"""Each is a second form of an attack that is over sooner."""


@pytest.mark.parametrize("name", [pytest.param(n, marks=[pytest.mark.long] if n in SLOW else []) for n in ATTACKS])
def test_a_poisoned_file_ends_in_one_sentence_within_its_limits(tmp_path: Path, name: str) -> None:
    code, make = ATTACKS[name]
    upload = tmp_path / "upload"
    upload.write_bytes(make(tmp_path))
    peaks = [0]

    with pytest.raises(DataError) as told:
        add_source(
            upload,
            tmp_path / "source",
            limits=Limits(),
            dialect=DialectChoice(),
            on_progress=lambda _done, _total: peaks.append(max(map(peak, readers()), default=0)),
        )

    assert (told.value.code, bool(told.value.hint), "\n" in told.value.message) == (code, True, False)
    assert max(peaks) < MOST
    assert not (tmp_path / "source").exists()


def peak(pid: int) -> int:
    """The most memory that a process has held, in bytes."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    found = re.search(r"VmHWM:\s*(\d+) kB", status)
    return int(found.group(1)) * 1024 if found else 0
