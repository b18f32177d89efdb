"""PowerPoint: opened again, text and charts can be edited, nothing overflows, it ends with how it was made."""

from __future__ import annotations

import time
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest

from tests.persona.exporting.paper.studies import FULL, SIX, STUDIES, persona, quoted, study

pptx = pytest.importorskip("pptx", reason="the export extra is not installed")

from persona.exporting.slides import COLUMN_LINES, _columns, slides  # noqa: E402 -- it needs the library above

if TYPE_CHECKING:
    from persona.models import GenerationResult

DAY = date(2026, 5, 19)


def opened(result: GenerationResult) -> list[Any]:
    return list(pptx.Presentation(BytesIO(slides(result, DAY))).slides)


def words(slide: Any) -> str:
    frames = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    cells = [cell.text for shape in slide.shapes if shape.has_table for cell in shape.table.iter_cells()]
    return "\n".join([*frames, *cells])


def test_a_slide_for_all_two_for_each_and_the_method_at_the_end() -> None:
    made = opened(STUDIES["much and little"])

    assert [slide.shapes.title.text.partition(":")[0] for slide in made] == [
        "Meals [2026]",
        "Who they are",
        "Settles all dinners before Monday, uses a paper list and shops once a week",
        "Settles all dinners before Monday, uses a paper list and shops once a week",
        "The Sunday planner number 2",
        "The Sunday planner number 2",
        "Kim",
        "The Sunday planner number 4",
        "The Sunday planner number 4",
        *["How these personas were made"] * 3,
    ]
    assert "19 May 2026" in words(made[-3])


def test_charts_are_native_and_hold_their_numbers() -> None:
    everyone, persona_, *_ = [
        slide for slide in opened(STUDIES["much and little"]) if any(s.has_chart for s in slide.shapes)
    ]

    (shares,) = (shape.chart for shape in everyone.shapes if shape.has_chart)
    (beside,) = (shape.chart for shape in persona_.shapes if shape.has_chart)
    assert [list(series.values) for series in shares.plots[0].series] == [[30.0, 4.0, 30.0, 30.0]]
    assert [(series.name, set(series.values)) for series in beside.plots[0].series] == [
        ("This persona", {62.0}),
        ("Everyone", {34.0}),
    ]


def test_titles_stand_where_the_master_says() -> None:
    deck = pptx.Presentation(BytesIO(slides(STUDIES["interviews"], DAY)))

    titles = {(shape.left, shape.width) for slide in deck.slides for shape in [slide.shapes.title]}
    assert titles == {(deck.slide_master.placeholders[0].left, deck.slide_master.placeholders[0].width)}
    assert deck.slide_width / deck.slide_height == pytest.approx(16 / 9, abs=0.001)


def test_statements_without_room_are_left_out_by_rank() -> None:
    from persona.exporting.paper.sheet import sheet

    told = sheet(FULL, study(FULL))
    columns = _columns(told)

    lines = [text for column in columns for text, _, is_bold in column if not is_bold]
    assert 0 < len(lines) < len(told.ranked)
    assert max(map(len, columns)) <= COLUMN_LINES
    first = {
        f"{told.sections[s].lines[i].said.text} ({told.sections[s].lines[i].chip})"
        for s, i in told.ranked[: len(lines)]
    }
    assert set(lines) == first


def test_words_of_people_are_text_alone() -> None:
    hostile = 'A\x00B\x0b & <a:t> =cmd|"/C calc"!A1 \ud800 שלום'
    made = slides(study(persona(label=hostile, statements=(quoted(1, text=hostile),))), DAY)

    (title, *_) = [slide.shapes.title.text for slide in pptx.Presentation(BytesIO(made)).slides][1:]
    assert title == 'AB & <a:t> =cmd|"/C calc"!A1  שלום'


def test_six_personas_take_less_than_two_seconds() -> None:
    slides(STUDIES["interviews"])  # what is imported once
    before = time.process_time()

    slides(SIX, DAY)

    assert time.process_time() - before < 2
