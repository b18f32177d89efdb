"""Archives: what is wrong with one becomes a sentence, and none unpacks to more than is allowed."""

from __future__ import annotations

import io
import struct
import zipfile
from typing import TYPE_CHECKING

import pytest

from persona.exceptions import DataError
from persona.reading import unpacking
from persona.reading.unpacking import archive, check_unpacked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAMAGED = "The file is damaged and could not be opened (Excel)."


def packed(members: dict[str, bytes], way: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", way) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return target.getvalue()


def looked_at(path: Path, data: bytes) -> dict[str, bytes]:
    """All members, as they are unpacked for a look."""
    path.write_bytes(data)
    found: dict[str, bytes] = {}

    def look(name: str, blocks: Iterator[bytes]) -> None:
        found[name] = b"".join(blocks)

    with archive(path, "Excel") as opened:
        check_unpacked(opened, look)
    return found


def refused(path: Path, data: bytes) -> tuple[str, str]:
    with pytest.raises(DataError) as raised:
        looked_at(path, data)
    return raised.value.code, raised.value.message


MEMBERS = {"a.xml": b"<a/>", "deep/b.bin": bytes(range(256)) * 9, "empty": b"", "é安.txt": "é安".encode()}


@pytest.mark.parametrize("way", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_every_member_is_seen_whole(tmp_path: Path, way: int) -> None:
    assert looked_at(tmp_path / "a.zip", packed(MEMBERS, way)) == MEMBERS


@pytest.mark.parametrize("before", [b"", b"something a mail program put before it\n"])
def test_what_stands_before_an_archive_does_not_matter(tmp_path: Path, before: bytes) -> None:
    assert looked_at(tmp_path / "a.zip", before + packed(MEMBERS)) == MEMBERS


def test_nobody_need_look(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(packed(MEMBERS))
    with archive(tmp_path / "a.zip", "Excel") as opened:
        check_unpacked(opened)
        assert {info.filename: info.file_size for info in opened.infolist()} == {
            name: len(data) for name, data in MEMBERS.items()
        }  # sizes and sums are as they were
        assert opened.read("a.xml") == b"<a/>"


WHOLE = packed(MEMBERS)
BROKEN = {
    "nothing": b"",
    "no archive": b"ID,Why\n1,so\n",
    "the end is missing": WHOLE[:-10],
    "half of it": WHOLE[: len(WHOLE) // 2],
    "the list of members is broken": WHOLE.replace(b"PK\x01\x02", b"PK\x09\x09"),
    "a member is not where it should be": WHOLE.replace(b"PK\x03\x04", b"PK\x09\x09", 1),
    "packed bytes are broken": WHOLE.replace(bytes(range(1, 30)), b"\xff" * 29, 1)[:-1],
    "another way of packing": packed(MEMBERS, zipfile.ZIP_BZIP2),
    "still another": packed(MEMBERS, zipfile.ZIP_LZMA),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_archive_is_one_sentence(tmp_path: Path, case: str) -> None:
    assert refused(tmp_path / "a.zip", BROKEN[case]) == ("damaged", DAMAGED)


def test_a_member_larger_than_is_allowed_is_refused_by_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpacking, "UNPACKED", 2000)
    message = "The file unpacks to more than 2 kB."
    assert refused(tmp_path / "a.zip", packed(MEMBERS)) == ("unpacks_too_large", message)


def test_members_that_are_too_large_together_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "UNPACKED", 2000)
    assert refused(tmp_path / "a.zip", packed({f"{n}": bytes(500) for n in range(5)}))[0] == "unpacks_too_large"
    assert len(looked_at(tmp_path / "a.zip", packed({f"{n}": bytes(500) for n in range(4)}))) == 4


def test_a_member_that_says_less_than_it_holds_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "UNPACKED", 2000)
    data = packed({"a": bytes(5000)})
    lie = data.replace(struct.pack("<I", 5000), struct.pack("<I", 50))
    assert lie != data
    assert refused(tmp_path / "a.zip", lie) == ("unpacks_too_large", "The file unpacks to more than 2 kB.")


def test_too_many_members_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "MEMBERS", 3)
    assert refused(tmp_path / "a.zip", packed(MEMBERS))[0] == "unpacks_too_large"


def test_a_list_of_members_that_is_too_long_is_not_read(tmp_path: Path) -> None:
    end = WHOLE.rindex(b"PK\x05\x06")
    lie = WHOLE[: end + 12] + struct.pack("<I", 900_000_000) + WHOLE[end + 16 :]
    assert refused(tmp_path / "a.zip", lie) == ("unpacks_too_large", "The file unpacks to more than 1 GB.")


def test_too_deep_a_walk_is_left_to_whoever_watches(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(WHOLE)
    with pytest.raises(RecursionError), archive(tmp_path / "a.zip", "Excel"):
        raise RecursionError
