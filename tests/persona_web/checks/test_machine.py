"""Checks of the machine, each with a folder or a package that is not as it should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core import disk
from persona_web.checks import machine
from persona_web.env import Env

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_folder_that_keeps_files_is_in_order(tmp_path: Path) -> None:
    env = Env(data_dir=tmp_path / "new")

    assert (list(machine.storage(env)), list(env.data_dir.iterdir())) == ([], [])


def test_where_a_file_lies_no_folder_can_be(tmp_path: Path) -> None:
    (tmp_path / "data").touch(0o600)

    assert list(machine.storage(Env(data_dir=tmp_path / "data"))) == [
        f"DATA_DIR {tmp_path}/data cannot keep files: File exists. Whoever runs the app must be its owner."
    ]


def test_a_folder_that_others_can_read_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)

    assert list(machine.storage(Env(data_dir=tmp_path))) == [
        f"Others on this machine can look into {tmp_path}, where answers lie. To change that: chmod 700 {tmp_path}"
    ]


def test_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "LEAST_ROOM", 2**62)

    [sentence] = machine.room(Env(data_dir=tmp_path))
    assert sentence.startswith(f"The disk of {tmp_path} is full: less than ")


def test_a_disk_that_will_be_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine.shutil, "disk_usage", lambda _folder: machine.shutil._ntuple_diskusage(100, 95, 5))

    assert list(machine.scarce_room(Env(data_dir=tmp_path))) == [f"The disk of {tmp_path} is 95% full."]


def test_packages_other_than_those_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = ["numpy>=999", "no-such-package-of-ours", "duckdb>=0", 'also-missing; extra == "client"']
    monkeypatch.setattr(machine, "requires", lambda _name: wanted)
    found = machine.version("numpy")

    assert list(machine.versions(Env())) == [
        f"numpy {found} is installed, >=999 is needed: install persona-web again.",
        "no-such-package-of-ours is missing: install persona-web again.",
    ]


def test_what_is_installed_here_is_what_is_asked_for() -> None:
    assert list(machine.versions(Env())) == []
