"""PDF: opened again by another program, nothing in people's words runs, no sheet overflows or stays empty."""

from __future__ import annotations

import time
from datetime import date

import pytest

from benchmarks.exporting import blank, overflows
from persona.exporting.paper import typeset
from persona.exporting.paper.pdf import contents, pdf
from tests.persona.exporting.paper.studies import SIX, STUDIES, persona, quoted, study

pypdfium2 = pytest.importorskip("pypdfium2")
Image = pytest.importorskip("PIL.Image")
typst = pytest.importorskip("typst", reason="the export extra is not installed")

DAY = date(2026, 5, 19)
HOSTILE = '#read("/etc/passwd") $x^2$ *b* _i_ @ref <label> \\ #eval("1+1") `raw` [x](y) // no comment'
STATEMENTS = {
    "Latin": "Ich plane das Abendessen am Sonntag",
    "Cyrillic": "Планирую ужин в воскресенье",
    "Greek": "Σχεδιάζω το δείπνο την Κυριακή",
    "Hebrew": "אני מתכנן את הארוחה",
    "Arabic": "أخطط للعشاء يوم الأحد",
    "Chinese": "我周日计划晚餐",
    "Japanese": "にちようにゆうしょくをけいかくする",
    "Korean": "일요일에 저녁을 계획한다",
}


def pages(data: bytes) -> list[str]:
    """The text of each page, as PDFium reads it."""
    document = pypdfium2.PdfDocument(data)
    return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def test_a_sheet_each_and_the_method_page() -> None:
    made = pages(pdf(STUDIES["much and little"], DAY))

    assert len(made) == 5
    assert [("Goals" in text, "In their words" in text) for text in made] == [
        (True, True), (False, True), (False, False), (True, True), (False, False),
    ]  # fmt: skip
    assert made[-1].startswith("Meals [2026] How these personas were made")
    assert "19 May 2026" in made[-1]


@pytest.mark.parametrize("name", STUDIES)
def test_no_sheet_overflows_or_is_a_quarter_empty(name: str) -> None:
    result = STUDIES[name]

    *sheets, _ = typeset.typeset("sheets.typ", contents(result, None), kind="png", day=None, ppi=20)

    assert overflows(result) == [False] * len(result.personas)
    assert [number for number, picture in enumerate(sheets, 1) if blank(picture) > 0.25] == []


def test_words_are_shown_and_never_run() -> None:
    hostile = persona(label=HOSTILE, tagline=HOSTILE, statements=(quoted(1, text=HOSTILE),))

    made = pages(pdf(study(hostile, experiment=HOSTILE), DAY))

    assert "root:" not in "".join(made)
    for token in ('#read("/etc/passwd")', "$x^2$", "*b*", "_i_", "@ref", "<label>", '#eval("1+1")', "`raw`", "[x](y)"):
        assert token in made[0], token


def test_two_hundred_statements_in_eight_scripts_are_readable_or_named() -> None:
    kinds = ("goal", "need", "frustration", "behaviour", "motivation", "delight", "opinion")
    people = [
        persona(i, label=script, statements=tuple(quoted(n, kinds[n % 7], text) for n in range(25)))
        for i, (script, text) in enumerate(STATEMENTS.items(), 1)
    ]

    *sheets, method = pages(pdf(study(*people), DAY))

    named = {script for script in STATEMENTS if script in method.partition("Not readable here")[2]}
    assert named == set(typeset.unreadable("".join(STATEMENTS.values())))
    for text, (script, statement) in zip(sheets, STATEMENTS.items(), strict=False):
        if script not in named:
            # A program that reads from the right may turn words round: their letters are all there.
            assert sum(text.count(letter) for letter in statement[:5]) >= 20, (script, text)


def test_six_personas_take_less_than_two_seconds_and_give_the_same_bytes() -> None:
    before = time.process_time()
    first = pdf(SIX, DAY)
    took = time.process_time() - before

    assert took < 2
    assert pdf(SIX, DAY) == first
