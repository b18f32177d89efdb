"""Bytes block by block: plain or unpacked, counted, hashed, and stopped at a limit."""

from __future__ import annotations

import gzip
import hashlib
import zlib
from typing import TYPE_CHECKING

import pytest

from persona.exceptions import DataError
from persona.reading.options import Limits
from persona.reading.streams import BLOCK, ByteSource

if TYPE_CHECKING:
    from pathlib import Path

TEXT = b"".join(b"%d,some answer\n" % n for n in range(400))
LONG = b"x" * (2 * BLOCK + 5)


def read(path: Path, data: bytes, *, packed: bool, limits: Limits | None = None) -> tuple[bytes, list[int], str]:
    """What comes out, the places told on the way, and the hash of what went in."""
    path.write_bytes(data)
    places: list[int] = []
    digest = hashlib.sha256()
    source = ByteSource(path, packed, limits or Limits())
    return b"".join(source.blocks(places.append, digest.update)), places, digest.hexdigest()


@pytest.mark.parametrize("data", [b"", b"a", TEXT, LONG], ids=["nothing", "a byte", "text", "several blocks"])
def test_a_plain_file_comes_as_it_is(tmp_path: Path, data: bytes) -> None:
    found, places, sha256 = read(tmp_path / "a.csv", data, packed=False)
    assert (found, sha256) == (data, hashlib.sha256(data).hexdigest())
    assert places == [min(end, len(data)) for end in range(BLOCK, len(data) + BLOCK, BLOCK)]


@pytest.mark.parametrize(
    ("packed", "plain"),
    [
        pytest.param(gzip.compress(TEXT), TEXT, id="one member"),
        pytest.param(gzip.compress(TEXT[:100]) + gzip.compress(TEXT[100:]), TEXT, id="two members, as pigz writes"),
        pytest.param(gzip.compress(TEXT, 0), TEXT, id="stored"),
        pytest.param(gzip.compress(LONG), LONG, id="several blocks"),
        pytest.param(gzip.compress(b""), b"", id="nothing"),
        pytest.param(gzip.compress(TEXT) + bytes(512), TEXT, id="zeros behind, as tapes write"),
    ],
)
def test_a_packed_file_comes_unpacked_and_is_hashed_as_it_came(tmp_path: Path, packed: bytes, plain: bytes) -> None:
    found, places, sha256 = read(tmp_path / "a.gz", packed, packed=True)
    assert (found, sha256) == (plain, hashlib.sha256(packed).hexdigest())
    assert places == sorted(places)
    assert places[-1:] == ([len(packed)] if plain else [])


def broken(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]


PACKED = gzip.compress(TEXT)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(PACKED[:-1], "cut_off", id="the last byte is missing"),
        pytest.param(PACKED[:-8], "cut_off", id="the sums are missing"),
        pytest.param(PACKED[: len(PACKED) // 2], "cut_off", id="half a download"),
        pytest.param(PACKED[:5], "cut_off", id="the head is cut"),
        pytest.param(broken(PACKED, -6 % len(PACKED)), "damaged", id="another sum"),
        pytest.param(broken(PACKED, 2), "damaged", id="another way of packing"),
        pytest.param(PACKED + b"and more", "damaged", id="something behind"),
        pytest.param(PACKED[:10] + b"\xff" * 20, "damaged", id="no packed bytes"),
        pytest.param(b"\x1f\x8b" + zlib.compress(TEXT), "damaged", id="two right bytes only"),
    ],
)
def test_a_packed_file_that_is_broken_is_told_apart_from_half_of_one(tmp_path: Path, data: bytes, code: str) -> None:
    with pytest.raises(DataError) as raised:
        read(tmp_path / "a.gz", data, packed=True)
    assert raised.value.code == code


def test_unpacking_stops_at_the_limit_and_not_behind_it(tmp_path: Path) -> None:
    limits = Limits(unpacked=len(LONG))
    assert read(tmp_path / "a.gz", gzip.compress(LONG), packed=True, limits=limits)[0] == LONG
    with pytest.raises(DataError) as raised:
        read(tmp_path / "a.gz", gzip.compress(LONG + b"y"), packed=True, limits=limits)
    assert (raised.value.code, raised.value.message) == ("unpacks_too_large", "The file unpacks to more than 4.19 MB.")


def test_a_file_that_grows_while_it_is_read_stops_at_its_limit(tmp_path: Path) -> None:
    with pytest.raises(DataError) as raised:
        read(tmp_path / "a.csv", TEXT, packed=False, limits=Limits(bytes=1000))
    assert (raised.value.code, raised.value.message) == (
        "too_large",
        "The file has 6.29 kB, and at most 1 kB can be read.",
    )


@pytest.mark.parametrize(
    ("size", "unpacked", "seconds"),
    [
        (0, 1_000_000_000, 45),
        (1_000_000, 1_020_000_000, 45),
        (200_000_000, 5_000_000_000, 58),
        (10**9, 8_000_000_000, 111),
    ],
)
def test_limits_grow_with_the_file(size: int, unpacked: int, seconds: int) -> None:
    assert (Limits().unpacked_for(size), Limits().time_for(size)) == (unpacked, seconds)
