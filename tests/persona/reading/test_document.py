"""Paragraphs of word-processor documents: what is read of the XML, and what is only there for programs."""

from __future__ import annotations

import io

import pytest

from persona.exceptions import DataError
from persona.reading.document import _Paragraphs, _table_row

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OTHER = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def paragraphs(body: str) -> list[str]:
    found = _Paragraphs()
    whole = f'<w:document xmlns:w="{WORD}" xmlns:mc="{OTHER}"><w:body>{body}</w:body></w:document>'
    found.read(io.BytesIO(whole.encode()).read)
    assert [line.number for line in found.lines] == list(range(1, len(found.lines) + 1))
    return [line.text for line in found.lines]


def text(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(*words: str) -> str:
    return f"<w:p>{''.join(map(text, words))}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    made = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in made)}</w:tbl>"


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param(paragraph("On paper."), ["On paper."], id="one run"),
        pytest.param(paragraph("On ", "pa", "per."), ["On paper."], id="a word in several runs"),
        pytest.param(paragraph("a") + paragraph() + paragraph("b"), ["a", "", "b"], id="an empty one between"),
        pytest.param(paragraph("a &amp; b &lt;c&gt;"), ["a & b <c>"], id="signs"),
        pytest.param(f"<w:p>{text('a')}<w:r><w:br/></w:r>{text('b')}</w:p>", ["a\nb"], id="a line break"),
        pytest.param(f"<w:p>{text('a')}<w:r><w:cr/></w:r>{text('b')}</w:p>", ["a\nb"], id="an old line break"),
        pytest.param(f"<w:p>{text('a')}<w:r><w:tab/></w:r>{text('b')}</w:p>", ["a\tb"], id="a tab"),
        pytest.param(f"<w:p>{text('a')}<w:r><w:noBreakHyphen/></w:r>{text('b')}</w:p>", ["a-b"], id="a hyphen"),
        pytest.param(
            f"<w:p>{text('a')}<w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>", ["a"], id="deleted words"
        ),
        pytest.param(f"<w:p><w:ins>{text('a')}</w:ins></w:p>", ["a"], id="inserted words"),
        pytest.param(f"<w:p><w:hyperlink>{text('a')}</w:hyperlink></w:p>", ["a"], id="a link"),
        pytest.param("<w:p><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>", [""], id="a field"),
        pytest.param("<w:br/><w:t>x</w:t>", [], id="words in no paragraph"),
        pytest.param(
            f"<w:p>{text('a')}<mc:Fallback>{paragraph('x')}</mc:Fallback>{text('b')}</w:p>",
            ["ab"],
            id="a box that is there twice",
        ),
        pytest.param(f"<w:p>{text('a')}{paragraph('box')}{text('b')}</w:p>", ["box", "ab"], id="a box in a paragraph"),
    ],
)
def test_a_paragraph_is_what_people_see(body: str, wanted: list[str]) -> None:
    assert paragraphs(body) == wanted


def test_rows_of_a_table_are_lines_between_the_paragraphs() -> None:
    body = paragraph("a") + table(("Ann", "On paper."), ("Kim", "Why?")) + paragraph("b")
    assert paragraphs(body) == ["a", "Ann: On paper.", "Kim: Why?", "b"]


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        (["Ann", "On paper."], "Ann: On paper."),
        (["00:12", "Ann", "On paper."], "Ann: On paper."),
        (["Ann", "00:12", "On paper."], "Ann: On paper."),
        (["", "Ann", "", "On paper."], "Ann: On paper."),
        (["Ann:", "On paper."], "Ann: | On paper."),
        (["x" * 41, "On paper."], "x" * 41 + " | On paper."),
        (["1", "Ann", "On paper."], "1 | Ann | On paper."),
        (["On paper."], "On paper."),
        (["00:12"], ""),
        ([], ""),
    ],
)
def test_a_row_of_two_cells_is_what_somebody_says(cells: list[str], line: str) -> None:
    assert _table_row(cells) == line


@pytest.mark.parametrize("body", ["<w:p>", "</w:p>", "<w:p>&nope;</w:p>", "<w:p a=b/>", "\x00"])
def test_broken_xml_is_one_sentence(body: str) -> None:
    with pytest.raises(DataError) as raised:
        paragraphs(body)
    assert raised.value.message == "The file is damaged and could not be opened (Word)."
