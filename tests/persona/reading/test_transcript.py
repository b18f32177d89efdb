"""Transcripts, plain texts and documents, as files."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from persona.exceptions import DataError
from tests.tables import workbook

if TYPE_CHECKING:
    from tests.persona.reading.conftest import Reader

TALK = "Interviewer: How do you plan?\r\nAnn: On paper.\r\nInterviewer: Why?\r\nAnn: It is quick.\r\n"
CELL = "Interviewer: How do you plan?\n\nAnn: On paper.\n\nInterviewer: Why?\n\nAnn: It is quick."
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@pytest.mark.parametrize("name", ["P03.txt", "P03.md", "P03.TXT"])
def test_interview_is_one_row_with_the_whole_talk(read: Reader, name: str) -> None:
    found = read(f"Notes\r\n\r\n{TALK}", name=name)
    assert (found.report.kind, found.report.names) == ("transcript", ("Participant", "Transcript"))
    assert (found.rows, found.lines) == ([("P03", CELL)], [3])


def test_several_interviews_in_a_file_are_a_row_each(read: Reader) -> None:
    found = read(f"# Interview 1\n{TALK}\n# Interview 2: no heading\n{TALK}\n# Participant 2\n{TALK}", name="all.md")
    assert [row[0] for row in found.rows] == ["Interview 1", "Participant 2"]
    assert found.lines == [2, 14]


def test_group_talk_is_a_row_a_participant_with_the_questions_before(read: Reader) -> None:
    talk = (
        "Mod: How do you plan?\nAnn: On paper.\nBo: Not at all.\nMod: Why?\nBo: No time.\nAnn: It is quick.\nMod: Ah.\n"
    )
    found = read(talk, name="group.txt")
    assert found.rows == [
        ("group, Ann", "Mod: How do you plan?\n\nAnn: On paper.\n\nMod: Why?\n\nAnn: It is quick."),
        ("group, Bo", "Mod: How do you plan?\n\nBo: Not at all.\n\nMod: Why?\n\nBo: No time."),
    ]


def test_leader_of_a_group_is_who_asks(read: Reader) -> None:
    talk = "Eva: How do you plan?\nAnn: On paper.\nBo: Not at all.\nEva: Why?\nBo: No time.\nAnn: It is quick.\n"
    assert [row[0] for row in read(talk, name="group.txt").rows] == ["group, Ann", "group, Bo"]


def test_plain_text_is_a_row_a_paragraph(read: Reader) -> None:
    found = read("Reports are slow,\nI gave up.\n\n\nA dark mode, please.\n", name="notes.txt")
    assert (found.report.kind, found.report.names) == ("text", ("Text",))
    assert (found.rows, found.lines) == ([("Reports are slow, I gave up.",), ("A dark mode, please.",)], [1, 5])


def test_table_in_a_text_file_stays_a_table(read: Reader) -> None:
    found = read("ID\tWhy?\n1\tSlow: very.\n2\tFine\n", name="export.txt")
    assert (found.report.kind, found.rows) == ("csv", [("1", "Slow: very."), ("2", "Fine")])


def test_answers_line_by_line_keep_their_question_as_name(read: Reader) -> None:
    found = read("What would help?\nFaster reports please\nA dark mode at last\n", name="answers.txt")
    assert (found.report.names, found.report.rows) == (("What would help?",), 2)


def test_chosen_delimiter_settles_that_it_is_a_table(read: Reader) -> None:
    assert read(TALK, name="P03.txt", delimiter=":", header=False).report.rows == 4


def document(body: str, *, before: str = "") -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("word/document.xml", f'{before}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
    return target.getvalue()


def paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def test_document_with_a_talk_is_one_row(read: Reader) -> None:
    body = "".join(map(paragraph, ["Notes", *TALK.split("\r\n")]))
    found = read(document(body), name="P03.docx")
    assert (found.report.kind, found.rows, found.lines) == ("transcript", [("P03", CELL)], [2])


def test_document_with_the_talk_in_a_table_is_one_row(read: Reader) -> None:
    cells = [line.split(": ") for line in TALK.split("\r\n") if line]
    rows = "".join(
        f"<w:tr><w:tc>{paragraph('00:01')}</w:tc><w:tc>{paragraph(name)}</w:tc><w:tc>{paragraph(text)}</w:tc></w:tr>"
        for name, text in cells
    )
    assert read(document(f"<w:tbl>{rows}</w:tbl>"), name="P03.docx").rows == [("P03", CELL)]


def test_document_without_a_talk_is_a_row_a_paragraph(read: Reader) -> None:
    runs = "<w:r><w:t>A </w:t></w:r><w:r><w:t>dark</w:t><w:br/><w:t>mode</w:t></w:r>"
    deleted = "<w:del><w:r><w:delText>x</w:delText></w:r></w:del>"
    found = read(
        document(paragraph("Reports are &amp; stay slow.") + paragraph("") + f"<w:p>{runs}{deleted}</w:p>"),
        name="notes.docx",
    )
    assert (found.rows, found.lines) == ([("Reports are & stay slow.",), ("A dark\nmode",)], [1, 3])


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (document(paragraph("&x;"), before='<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), "damaged"),
        (document("<w:p>"), "damaged"),
        (document(paragraph(" ")), "empty"),
        (document(paragraph("Fine as it is, thanks"))[:-40], "damaged"),
    ],
    ids=["entity", "broken", "empty", "cut off"],
)
def test_document_that_cannot_be_read_gives_one_sentence(read: Reader, data: bytes, code: str) -> None:
    with pytest.raises(DataError) as raised:
        read(data, name="x.docx")
    assert raised.value.code == code


def test_document_that_unpacks_to_more_than_the_limit_is_refused(read: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("persona.reading.unpacking.UNPACKED", 1_000_000)
    with pytest.raises(DataError) as raised:
        read(document(paragraph("x" * 2_000_000)), name="x.docx")
    assert raised.value.code == "unpacks_too_large"


ROWS = [
    (who, f"0:0{at}:{'01' if who == 'Eva' else '31'}", text)
    for at, who, text in (
        (0, "Eva", "How do you plan your week?"),
        (0, "Ann", "I do it all on paper. [laughs]"),
        (1, "Eva", "And why do you?"),
        (1, "Ann", "Because it is quick and cheap."),
    )
]


def test_table_of_talk_is_one_respondent_and_who_asks_is_none(read: Reader) -> None:
    csv = "".join(f"{who},{time},{text}\n" for who, time, text in [("Speaker", "Start", "Text"), *ROWS])
    found = read(csv, name="P07.csv")
    talk = "Eva (interviewer): How do you plan your week?\n\nAnn: I do it all on paper.\n\n"
    cell = f"{talk}Eva (interviewer): And why do you?\n\nAnn: Because it is quick and cheap."
    assert (found.report.kind, found.report.names) == ("csv", ("Participant", "Transcript"))
    assert (found.rows, found.lines) == ([("P07", cell)], [2])
    assert [(who.name, who.role, who.sure) for who in found.report.speakers] == [
        ("Eva", "asks", True),
        ("Ann", "answers", True),
    ]
    assert read(csv, name="P07.csv", layout="people_in_rows").report.rows == 4


def test_sheets_of_talk_are_an_interview_each(read: Reader) -> None:
    other = [("Bo" if who == "Ann" else who, time, text) for who, time, text in ROWS]
    head = ("Who", "Time", "What is said")
    found = read(workbook({"Read me": [["Three talks"]], "Ann": [head, *ROWS], "Bo": [head, *other]}))
    assert [row[0] for row in found.rows] == ["Ann", "Bo"]
    assert (found.report.sheets_read, [who.name for who in found.report.speakers]) == (
        {"Ann": 1, "Bo": 1},
        ["Eva", "Ann", "Bo"],
    )
