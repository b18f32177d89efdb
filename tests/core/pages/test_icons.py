"""Drawings of the sprite."""

from __future__ import annotations

import pytest

from core.pages.icons import face, icon, mark


def test_an_icon_is_for_the_eye_only() -> None:
    drawn = icon("quote", "spin")

    assert drawn.startswith('<svg class="i spin" aria-hidden="true"><use href="/static/icons')
    assert drawn.endswith('#quote"/></svg>')


@pytest.mark.parametrize(
    ("position", "size", "css", "end"),
    [(1, "", "face p1", "#face1"), (6, "l", "face l p6", "#face6"), (7, "s", "face s p7", "#face1")],
)
def test_faces_go_round_in_other_colours(position: int, size: str, css: str, end: str) -> None:
    drawn = face(position, size)

    assert (f'<svg class="{css}" aria-hidden="true">' in drawn, drawn.endswith(f'{end}"/></svg>')) == (True, True)


@pytest.mark.parametrize(("position", "end"), [(1, "#mark1"), (8, "#mark8"), (9, "#mark1")])
def test_marks_go_round_in_other_colours(position: int, end: str) -> None:
    assert mark(position).endswith(f'{end}"/></svg>')
    assert f'class="face p{position}"' in mark(position)
