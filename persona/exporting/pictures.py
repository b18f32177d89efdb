"""Pictures that people bring: decoded and drawn anew, so that nothing of their file but what is seen goes on."""

from __future__ import annotations

import io
import warnings
from base64 import b64decode

LARGEST_FILE = 2_000_000
"""Bytes."""
LARGEST_PICTURE = 25_000_000
"""Pixels that are decoded: some files of a few kilobytes hold thousands of millions."""
LOGO, PORTRAIT = 480, 400
"""Pixels that a logo may be wide and high, and of the sides of a portrait."""
KINDS = ("PNG", "JPEG", "WEBP", "GIF")
"""What is read; never SVG, which may hold scripts and addresses."""


def from_base64(text: str) -> bytes:
    """The file that a text of an API holds.

    Raises:
        ConfigurationError: it is no Base64.
    """
    from persona.messages import configuration_error  # late: it brings all models

    try:
        return b64decode(text, validate=True)
    except ValueError as error:
        raise configuration_error("picture_unreadable") from error


def re_encoded(data: bytes, side: int, *, square: bool = False) -> bytes:
    """A picture as a new PNG file, upright and at most `side` pixels wide and high; of a moving one the first frame.

    `square`: of a wide or high one the middle.

    What cameras and programs write beside it (place, time, owner, comments, colour profiles) is gone.

    Raises:
        ConfigurationError: it is too large, no picture of `KINDS`, or Pillow is not installed.
    """
    from persona.messages import configuration_error, file_size  # late: it brings all models

    try:
        from PIL import Image, ImageOps
    except ImportError as error:
        raise configuration_error("extra_missing", what="A picture", extra="export") from error
    if len(data) > LARGEST_FILE:
        raise configuration_error("picture_too_large", size=file_size(len(data)), limit=file_size(LARGEST_FILE))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the check below is stricter
            opened = Image.open(io.BytesIO(data), formats=KINDS)
            if opened.width * opened.height > LARGEST_PICTURE:
                raise configuration_error("picture_too_many_pixels", width=opened.width, height=opened.height)
            opened.draft("RGB", (side, side))
            upright = ImageOps.exif_transpose(opened)
            if square:
                edge = min(side, *upright.size)
                upright = ImageOps.fit(upright, (edge, edge))
            upright.thumbnail((side, side))
            seen = upright.convert("RGBA")
    except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError) as error:
        raise configuration_error("picture_unreadable") from error
    drawn = Image.new("RGBA", seen.size)  # a new one: the other carries what its file said beside the picture
    drawn.paste(seen)
    file = io.BytesIO()
    drawn.save(file, "PNG", optimize=True)
    return file.getvalue()
