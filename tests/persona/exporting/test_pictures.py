"""Pictures that people bring: only what is seen goes on, and nothing that is no picture, too large or a drawing."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persona.exceptions import ConfigurationError
from persona.exporting.pictures import LARGEST_FILE, re_encoded

Image = pytest.importorskip("PIL.Image")
SECRET = b"Somebody was here"


def file(kind: str, size: tuple[int, int] = (40, 20), colour: str = "#7a1f5c", **more: Any) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", size, colour).save(made, kind, **more)
    return made.getvalue()


def opened(data: bytes) -> Any:
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_every_kind_becomes_a_png(kind: str) -> None:
    seen = opened(re_encoded(file(kind), 30))

    assert (seen.format, seen.size, seen.mode) == ("PNG", (30, 15), "RGBA")
    assert max(abs(a - b) for a, b in zip(seen.getpixel((5, 5)), (0x7A, 0x1F, 0x5C, 255), strict=True)) < 4


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_what_a_camera_wrote_beside_the_picture_is_gone(kind: str) -> None:
    exif = Image.Exif()
    exif[0x013B], exif[0x0112] = SECRET.decode(), 6  # who made it; turned by a quarter
    told = file(kind, exif=exif, icc_profile=SECRET)
    made = re_encoded(told, 40)

    assert (SECRET in told, SECRET in made) == (True, False)
    assert (opened(made).size, dict(opened(made).getexif()), opened(made).info) == ((20, 40), {}, {})


def test_what_is_seen_through_stays_so() -> None:
    clear = io.BytesIO()
    Image.new("RGBA", (4, 4), (1, 2, 3, 0)).save(clear, "PNG")

    assert opened(re_encoded(clear.getvalue(), 40)).getpixel((0, 0))[3] == 0


def test_small_ones_are_not_made_larger() -> None:
    assert opened(re_encoded(file("PNG", (3, 2)), 480)).size == (3, 2)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00" * 100,
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        b"%PDF-1.7",
        b"MZ" + b"\x00" * 60,
        file("PNG")[:40],
        file("JPEG")[:200],
        file("BMP"),
        file("TIFF"),
    ],
    ids=["nothing", "zeros", "svg", "pdf", "program", "cut-png", "cut-jpeg", "bmp", "tiff"],
)
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(ConfigurationError) as refused:
        re_encoded(data, 40)

    assert refused.value.code == "picture_unreadable"


def test_too_many_bytes_are_not_even_opened() -> None:
    with pytest.raises(ConfigurationError) as refused:
        re_encoded(file("PNG") + b"0" * LARGEST_FILE, 40)

    assert refused.value.message == "The picture is larger than 2 MB: it has 2 MB."


@pytest.mark.parametrize("side", [30_000, 5_001])
def test_a_small_file_of_a_huge_picture_is_not_decoded(side: int) -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")
    with pytest.raises(ConfigurationError) as refused:
        re_encoded(bomb, 40)

    assert refused.value.code in ("picture_too_many_pixels", "picture_unreadable")


@given(st.binary(max_size=300), st.integers(0, 200))
def test_whatever_the_bytes_it_is_a_picture_or_a_plain_sentence(noise: bytes, at: int) -> None:
    whole = file("PNG")
    try:
        told = opened(re_encoded(whole[:at] + noise + whole[at:], 40)).format
    except ConfigurationError as refused:
        told = refused.code.partition("_")[0]
    assert told in ("PNG", "picture")
