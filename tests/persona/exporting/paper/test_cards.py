"""Cards: one picture of all personas chosen; a drawing loads nothing and runs nothing."""

from __future__ import annotations

from io import BytesIO
from xml.etree import ElementTree

import pytest

from tests.persona.exporting.paper.studies import FULL, SIX, STUDIES, persona, quoted, study

Image = pytest.importorskip("PIL.Image")
pytest.importorskip("typst", reason="the export extra is not installed")

from persona.exporting.paper.cards import cards, charts  # noqa: E402 -- it needs the libraries above


def test_one_card_is_half_as_wide_as_two_columns() -> None:
    one, all_ = (Image.open(BytesIO(cards(result, "png"))) for result in (study(FULL), STUDIES["much and little"]))

    assert (one.format, round(all_.width / one.width, 1)) == ("PNG", 1.9)
    assert all_.height > one.height > 400


def test_a_drawing_holds_shapes_alone() -> None:
    hostile = '</text><script>alert(1)</script><image href="http://example.com/x.png"/>'
    drawn = cards(study(persona(label=hostile, statements=(quoted(1, text=hostile),))), "svg").decode()

    tags = {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(drawn).iter()}
    assert tags <= {"svg", "g", "path", "use", "defs", "symbol", "clipPath", "rect", "style", "circle", "line"}
    assert "example.com" not in drawn


def test_charts_tell_each_persona_beside_everyone_and_all_in_one_count() -> None:
    drawn = charts(SIX, "svg")
    picture = Image.open(BytesIO(charts(SIX, "png")))

    assert drawn.startswith(b"<svg")
    assert b"<script" not in drawn
    assert picture.height > picture.width > 1_000
    assert charts(STUDIES["much and little"].model_copy(update={"personas": ()}), "svg").startswith(b"<svg")
