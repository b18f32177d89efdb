from __future__ import annotations

from typing import TYPE_CHECKING

from core import disk

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_disk_with_room(tmp_path: Path) -> None:
    assert disk.has_room(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_disk_with_too_little_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "LEAST_ROOM", 2**62)

    assert not disk.has_room(tmp_path)


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    assert not disk.has_room(tmp_path / "gone")
