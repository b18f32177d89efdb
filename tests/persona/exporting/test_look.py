"""A look of one's own: colours that can be read on every page, and a logo in every format that has pictures."""

from __future__ import annotations

import io
from base64 import b64encode
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persona.exceptions import ConfigurationError
from persona.exporting.formats import FORMATS, export
from persona.exporting.look import LINES, NIGHT, PAPER, TEXT, Look, colour_of, contrast, readable
from persona.exporting.pictures import LOGO, re_encoded
from tests.persona.exporting.results import RESULT
from tests.persona.exporting.test_nothing_hidden_leaves import QUICK

Image = pytest.importorskip("PIL.Image")
COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def logo() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (90, 30), "#7a1f5c").save(file, "PNG")
    return re_encoded(file.getvalue(), LOGO)


@pytest.mark.parametrize(
    ("written", "colour"),
    [("#7A1F5C", "#7a1f5c"), (" 7a1f5c ", "#7a1f5c"), ("#fa0", "#ffaa00"), ("", ""), ("  ", "")],
)
def test_a_colour_is_written_with_or_without_its_sign(written: str, colour: str) -> None:
    assert colour_of(written) == colour


@pytest.mark.parametrize("written", ["red", "#12345", "#1234567", "#7a1f5g", "url(x)", "#7a1f5c;}", "١٢٣"])
def test_what_is_no_colour_is_told(written: str) -> None:
    with pytest.raises(ConfigurationError) as refused:
        colour_of(written)

    assert (refused.value.code, refused.value.message) == ("colour_unknown", f"“{written}” is no colour that we know.")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#ffffff", "#000000", 21.0), ("#777777", "#ffffff", 4.48), ("#0000ff", "#ff0000", 2.15)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert (round(contrast(one, other), 2), round(contrast(other, one), 2)) == (ratio, ratio)


@given(COLOURS, COLOURS)
def test_every_colour_becomes_readable_on_every_other(colour: str, on: str) -> None:
    assert contrast(readable(colour, on, TEXT), on) >= TEXT


@given(COLOURS)
def test_a_colour_that_can_be_read_already_stays(colour: str) -> None:
    look = Look(titles=colour, lines=colour)

    assert (look.title_ink == colour) == (contrast(colour, PAPER) >= TEXT)
    assert (look.title_glow == colour) == (contrast(colour, NIGHT) >= TEXT)
    assert (look.line_ink == colour) == (contrast(colour, PAPER) >= LINES)
    assert (look.line_glow == colour) == (contrast(colour, NIGHT) >= LINES)


def test_without_a_colour_nothing_is_coloured() -> None:
    look = Look()

    assert (look.title_ink, look.title_glow, look.line_ink, look.line_glow) == ("", "", "", "")


def test_formats_with_pictures_have_the_look_and_tables_have_none() -> None:
    look = Look(logo=logo(), titles="#7a1f5c", lines="#2c6ca3")

    changed = [kind for kind in QUICK if export(RESULT, kind, look=look) != export(RESULT, kind)]
    assert [kind for kind in changed if kind != "xlsx"] == ["pptx", "docx", "html"]  # a workbook holds when it was made


@pytest.mark.parametrize("kind", ["docx", "pptx"])
def test_office_files_hold_the_logo_and_the_colours(kind: str) -> None:
    with ZipFile(io.BytesIO(export(RESULT, kind, look=Look(logo=logo(), titles="#7a1f5c", lines="#2c6ca3")))) as parts:
        pictures = [parts.read(name) for name in parts.namelist() if name.endswith(".png")]
        text = "".join(parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml"))

    assert (logo() in pictures, "7A1F5C" in text, "2C6CA3" in text) == (True, True, True)


def test_html_holds_its_logo_itself_and_colours_for_light_and_dark() -> None:
    page = export(RESULT, "html", look=Look(logo=logo(), titles="#7a1f5c", lines="#ffffff")).decode()

    assert f'src="data:image/png;base64,{b64encode(logo()).decode()}"' in page
    assert "light-dark(#7a1f5c, #b27da0)" in page
    assert "light-dark(#ffffff" not in page


@pytest.mark.parametrize("kind", ["pdf", "png"])
def test_pages_that_are_typeset_show_it(kind: str) -> None:
    pytest.importorskip("typst", reason="the export extra is not installed")
    draw = FORMATS[kind].pictures  # type: ignore[index]
    assert draw is not None
    seen = draw(RESULT, None, Look(logo=logo(), lines="#2c6ca3"))[0]

    colours = {colour for _, colour in Image.open(io.BytesIO(seen)).convert("RGB").getcolors(1 << 24)}
    assert {(0x7A, 0x1F, 0x5C), (0x2C, 0x6C, 0xA3)} <= colours
