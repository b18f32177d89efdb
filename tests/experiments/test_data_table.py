from __future__ import annotations

import pytest

from core.pages.icons import icon
from experiments.data_report import ROLES
from experiments.data_table import NOBODY, Heading, Piece, TableLine, menu, persona_cell
from persona.models import Column, ColumnRole


def heading(name: str, role: ColumnRole, position: int = 0) -> Heading:
    known = {"position": position, "basis": False, "question": "", "filled": 1, "distinct": 1}
    return Heading(Column(name=name, role=role, **known), ROLES[role])


def test_cells_are_escaped_and_marked_as_they_were_found() -> None:
    columns = heading('a "b"', ColumnRole.OPEN), heading("mail", ColumnRole.PERSONAL), heading("km", ColumnRole.NUMBER)
    pieces = [Piece("<b>{}"), Piece("it's", "find"), Piece("&", "evidence")]

    line = TableLine(7, 0, list(zip(columns, (pieces, [], [Piece("1 < 2")]), strict=True)), is_hit=False)

    assert line.markup() == (
        '<tr id="r7"><th scope="row">7</th>'
        '<td class="long" data-l="a &quot;b&quot;"><span dir="auto">&lt;b&gt;{}<mark class="find">it&#x27;s</mark>'
        "<mark>&amp;</mark></span></td>"
        '<td class="hid" data-l="mail"><span aria-hidden="true">•••••</span><span class="vh">Hidden</span></td>'
        '<td class="num" data-l="km"><span dir="auto">1 &lt; 2</span></td></tr>\n'
    )


def test_the_row_asked_for_is_told_and_so_is_its_persona() -> None:
    line = TableLine(1200, 2, [(heading("city", ColumnRole.CATEGORY), [])], is_hit=True)

    assert line.markup(persona_cell(2, "Ana <B>")) == (
        '<tr id="r1200" class="hit" aria-current="true"><th scope="row">1200</th>'
        '<td class="p2 nowrap" data-l="Persona"><span class="chip p">Ana &lt;B&gt;</span></td>'
        '<td data-l="city"><span dir="auto"></span></td></tr>\n'
    )
    assert NOBODY == '<td class="p0 nowrap" data-l="Persona"></td>'


def test_an_open_answer_says_its_language_however_it_is_cut() -> None:
    words = "Das dauert mir jedes Mal ", "viel", " zu lange."
    said = [Piece(words[0]), Piece(words[1], "find"), Piece(words[2])]

    [whole, cut] = (
        TableLine(1, 0, [(heading("q", ColumnRole.OPEN), pieces)], is_hit=False).markup()
        for pieces in ([Piece("".join(words))], said)
    )

    assert '<span lang="de" dir="auto">Das dauert mir jedes Mal viel zu lange.</span>' in whole
    assert 'lang="de" dir="auto">Das dauert mir jedes Mal <mark class="find">viel</mark> zu lange.</span>' in cut


@pytest.mark.parametrize(
    ("role", "css", "word"),
    [(ColumnRole.RATING, ' class="num"', "Rating"), (ColumnRole.OPEN, "", "Open answer")],
)
def test_a_column_is_headed_by_its_name_and_role(role: ColumnRole, css: str, word: str) -> None:
    drawn = icon(ROLES[role].icon)
    assert heading("Rate <us>", role).markup == (
        f'<th scope="col"{css}>Rate &lt;us&gt;<span class="role">{drawn}{word}</span></th>'
    )


def test_a_long_name_is_cut_before_it_is_escaped() -> None:
    assert heading("&" * 61, ColumnRole.OPEN).markup.startswith(f'<th scope="col">{"&amp;" * 59}…<span')


def test_the_menu_offers_every_column_and_ticks_those_shown() -> None:
    first, second = heading("a&b", ColumnRole.OPEN), heading("mail", ColumnRole.PERSONAL, position=4)

    assert menu([first, second], [second]) == (
        '<label class="check small"><input type="checkbox" name="c" value="0"><span>a&amp;b</span></label>'
        '<label class="check small"><input type="checkbox" name="c" value="4" checked><span>mail</span></label>'
    )
