"""Several files become one archive: every file of theirs under a name of its own, always in the same bytes."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from experiments.packing import MEMBERS, Member, name_of, pack
from persona.exceptions import DataError

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings


def file(folder: Path, text: str, name: str, stored: str | None = None) -> Member:
    path = folder / (stored or name)
    path.write_text(text)
    return Member(path, name)


def held(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as packed:
        return {name: packed.read(name).decode() for name in packed.namelist()}


def test_files_keep_their_names_and_their_order(tmp_path: Path) -> None:
    members = [
        file(tmp_path, "a", "wave 2.csv"),
        file(tmp_path, "b", "C:\\data\\wave 1.csv", "1"),
        file(tmp_path, "c", "wave 1.csv", "2"),
    ]
    pack(tmp_path / "packed", members)
    assert held(tmp_path / "packed") == {"wave 2.csv": "a", "wave 1.csv": "b", "wave 1 (2).csv": "c"}
    assert name_of(members) == "wave 2.csv and 2 more.zip"


def test_what_is_added_to_an_archive_stands_in_it(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "old", "w") as old:
        old.writestr("study/", "")
        old.writestr("study/a.csv", "a")
    members = [Member(tmp_path / "old", "first.csv and 1 more.zip"), file(tmp_path, "b", "a.csv")]
    pack(tmp_path / "packed", members)
    assert held(tmp_path / "packed") == {"a.csv": "a", "a (2).csv": "b"}
    assert name_of(members) == "first.csv and 1 more and 1 more.zip"


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    members = [file(tmp_path, "a", "a.csv"), file(tmp_path, "%PDF-1.4", "b.pdf")]
    for name in ("one", "two"):
        pack(tmp_path / name, members)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_what_unpacks_to_more_than_one_may_upload_is_refused(tmp_path: Path, settings: Settings) -> None:
    settings.ENV = settings.ENV.model_copy(update={"max_upload_mb": 1})
    with zipfile.ZipFile(tmp_path / "bomb", "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("a.csv", "x" * 2_000_000)
    with pytest.raises(DataError) as raised:
        pack(tmp_path / "packed", [Member(tmp_path / "bomb", "a.zip"), file(tmp_path, "b", "b.csv")])
    assert raised.value.code == "too_large"


def test_too_many_files_are_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "many", "w") as many:
        for number in range(MEMBERS):
            many.writestr(f"{number}.csv", "x")
    with pytest.raises(DataError) as raised:
        pack(tmp_path / "packed", [Member(tmp_path / "many", "a.zip"), file(tmp_path, "b", "b.csv")])
    assert raised.value.code == "too_many_members"
