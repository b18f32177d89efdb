"""Files and folders appear whole or not at all."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from persona import files

if TYPE_CHECKING:
    from collections.abc import Iterator


def tree(folder: Path) -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): p.read_text() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_write_text_replaces_the_whole_file_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    files.write_text(tmp_path / "a.txt", "a long first text\n")
    files.write_text(tmp_path / "a.txt", "é\n")

    assert tree(tmp_path) == {"a.txt": "é\n"}


def test_write_bytes_that_fails_keeps_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files.write_text(tmp_path / "a.txt", "old")
    monkeypatch.setattr(os, "fsync", full_disk)

    with pytest.raises(OSError, match="full"):
        files.write_text(tmp_path / "a.txt", "new")

    assert tree(tmp_path) == {"a.txt": "old"}


def full_disk(_handle: int) -> None:
    raise OSError("the disk is full")


def test_new_folder_appears_when_the_block_ends(tmp_path: Path) -> None:
    with files.new_folder(tmp_path / "deep" / "folder") as folder:
        (folder / "a.txt").write_text("a")
        assert not (tmp_path / "deep" / "folder").exists()

    assert tree(tmp_path) == {"deep/folder/a.txt": "a"}


def test_new_folder_vanishes_when_the_block_fails(tmp_path: Path) -> None:
    def fill_half() -> None:
        with files.new_folder(tmp_path / "deep" / "folder") as folder:
            (folder / "a.txt").write_text("a")
            raise ValueError("half done")

    with pytest.raises(ValueError, match="half"):
        fill_half()

    assert list(tmp_path.iterdir()) == []


def test_new_folder_takes_the_place_of_an_older_one(tmp_path: Path) -> None:
    for text in ("old", "new"):
        with files.new_folder(tmp_path / "folder") as folder:
            (folder / f"{text}.txt").write_text(text)

    assert tree(tmp_path) == {"folder/new.txt": "new"}


def test_restore_brings_back_a_folder_that_was_being_replaced(tmp_path: Path) -> None:
    (tmp_path / ".old-folder").mkdir()
    (tmp_path / ".old-folder" / "a.txt").write_text("a")

    files.restore(tmp_path / "folder")
    files.restore(tmp_path / "folder")

    assert tree(tmp_path) == {"folder/a.txt": "a"}


def test_sweep_removes_only_what_was_abandoned_a_day_ago(tmp_path: Path) -> None:
    for name in (".new-old", ".new-young", "kept"):
        (tmp_path / name).mkdir()
    (tmp_path / ".new-file").write_text("")
    for name in (".new-old", ".new-file", "kept"):
        os.utime(tmp_path / name, (0, 0))

    files.sweep(tmp_path)

    assert sorted(path.name for path in tmp_path.iterdir()) == [".new-young", "kept"]


def test_remove_folder_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "folder" / "deep").mkdir(parents=True)

    files.remove_folder(tmp_path / "folder")

    assert list(tmp_path.iterdir()) == []


def test_sha256_of_is_that_of_the_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc" * 100_000)

    assert files.sha256_of(tmp_path / "a") == hashlib.sha256(b"abc" * 100_000).hexdigest()


@pytest.mark.parametrize(
    ("path", "name"),
    [("a.csv", "a.csv"), ("folder/b.csv", "b.csv"), (".hidden", ".hidden"), ("/", "/")],
)
def test_a_path_is_called_by_its_last_part(path: str, name: str) -> None:
    assert files.called(Path(path)) == name


@pytest.mark.parametrize("path", [".", "./", "sub/.."])
def test_a_path_of_dots_is_called_as_the_folder_it_leads_to(
    path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "survey" / "sub").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "survey")

    assert files.called(Path(path)) == "survey"


def test_parts_are_written_one_after_the_other(tmp_path: Path) -> None:
    files.write_parts(tmp_path / "a.txt", (bytes([65 + at]) for at in range(3)))

    assert tree(tmp_path) == {"a.txt": "ABC"}


def test_parts_that_break_off_leave_nothing(tmp_path: Path) -> None:
    def parts() -> Iterator[bytes]:
        yield b"half"
        raise ValueError("no more")

    with pytest.raises(ValueError, match="no more"):
        files.write_parts(tmp_path / "a.txt", parts())

    assert tree(tmp_path) == {}


def test_a_copy_holds_the_same_bytes_and_stays_when_the_first_goes(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\0\r\n\xff")
    files.copy_file(tmp_path / "a", tmp_path / "b")
    (tmp_path / "a").unlink()

    assert (tmp_path / "b").read_bytes() == b"\0\r\n\xff"


def test_empty_folders_are_removed_from_the_inmost_on_up_to_one_that_is_used(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b" / "c"
    deep.mkdir(parents=True)
    (tmp_path / "a" / "kept.txt").write_text("x")

    files.remove_empty([deep, deep.parent, deep.parent.parent])

    assert tree(tmp_path) == {"a/kept.txt": "x"}
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["kept.txt"]


def test_a_folder_that_fails_keeps_the_one_that_was_there(tmp_path: Path) -> None:
    with files.new_folder(tmp_path / "folder") as folder:
        (folder / "a.txt").write_text("old")

    def fill_half() -> None:
        with files.new_folder(tmp_path / "folder") as folder:
            (folder / "a.txt").write_text("new")
            raise ValueError("half done")

    with pytest.raises(ValueError, match="half"):
        fill_half()

    assert tree(tmp_path) == {"folder/a.txt": "old"}


def test_nothing_is_brought_back_over_what_is_there(tmp_path: Path) -> None:
    for name in ("folder", ".old-folder"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(name)

    files.restore(tmp_path / "folder")

    assert tree(tmp_path) == {".old-folder/a.txt": ".old-folder", "folder/a.txt": "folder"}
