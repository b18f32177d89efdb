"""A look of one's own: a logo and two colours on what is exported, always so that text can be read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from persona.models import Sections

TEXT, LINES = 4.5, 3.0
"""The least contrast of text and of lines with what they stand on, as WCAG 2 asks (AA)."""
PAPER, NIGHT = "#f0eee9", "#282623"
"""The darkest surface of light pages and the lightest of dark ones: what can be read on these can be read on all."""
STEPS = 200
_HEX = re.compile(r"#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How exports look; whatever is left out looks as ours.

    Example:
        >>> logo = re_encoded(path.read_bytes(), LOGO)                      # doctest: +SKIP
        >>> export(result, "pdf", look=Look(logo=logo, titles="#7a1f5c"))   # doctest: +SKIP
    """

    logo: bytes | None = None
    """A PNG file, as `pictures.re_encoded` makes it."""
    titles: str = ""
    """The colour of titles, "#7a1f5c"."""
    lines: str = ""
    """The colour of lines and bands."""
    sections: Sections | None = None
    """Which sections of personas are shown, in which order, where the result itself does not say."""
    portraits: Mapping[int, bytes] = field(default_factory=dict)
    """By the number of a persona, a square PNG file in place of the drawing."""

    @property
    def title_ink(self) -> str:
        """The colour of titles on paper, as dark as it takes; "" where none was chosen."""
        return readable(self.titles, PAPER, TEXT) if self.titles else ""

    @property
    def line_ink(self) -> str:
        """The colour of lines on paper; "" where none was chosen."""
        return readable(self.lines, PAPER, LINES) if self.lines else ""

    @property
    def title_glow(self) -> str:
        """The colour of titles on dark pages; "" where none was chosen."""
        return readable(self.titles, NIGHT, TEXT) if self.titles else ""

    @property
    def line_glow(self) -> str:
        """The colour of lines on dark pages; "" where none was chosen."""
        return readable(self.lines, NIGHT, LINES) if self.lines else ""


OURS = Look()


def colour_of(text: str) -> str:
    """A colour as people write it, with or without its sign: "#7a1f5c"; "" stays "".

    Raises:
        ConfigurationError: it is none.
    """
    given = text.strip()
    if not given:
        return ""
    found = _HEX.fullmatch(given)
    if found is None:
        from persona.messages import configuration_error  # late: it brings all models

        raise configuration_error("colour_unknown", colour=given[:40])
    digits = found[1].lower()
    return "#" + (digits if len(digits) == 6 else "".join(2 * digit for digit in digits))


def contrast(one: str, other: str) -> float:
    """How well one colour is seen on another, from 1 to 21, as WCAG 2 counts it.

    >>> contrast("#ffffff", "#000000")
    21.0
    """
    darker, lighter = sorted((_light(one), _light(other)))
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: str, on: str, least: float) -> str:
    """The colour itself, or the nearest to it on the way to black or white that is seen well enough on another one."""
    end = 0 if _light(on) > 0.18 else 255  # from about here on black is seen better than white
    parts = _parts(colour)
    for step in range(STEPS + 1):
        mixed = _hex([round(part + (end - part) * step / STEPS) for part in parts])
        if contrast(mixed, on) >= least:
            return mixed
    return _hex([end] * 3)


def _parts(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def _hex(parts: Sequence[int]) -> str:
    return "#" + "".join(f"{part:02x}" for part in parts)


def _light(colour: str) -> float:
    """Relative luminance, 0 to 1."""
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
