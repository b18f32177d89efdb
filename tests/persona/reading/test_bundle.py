"""ZIP archives: the answers in them are read, the rest is left alone, and what is wrong is one sentence."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from persona.exceptions import DataError
from tests.tables import workbook

if TYPE_CHECKING:
    from tests.persona.reading.conftest import Reader

ONE = 'Timestamp,How old are you?,Why?\n2024-05-01,34,"Slow, and dear"\n2024-05-02,51,Fine for what I need\n'
OTHER = "Why?,Timestamp,How old are you?\nToo many menus for me,2024-05-03,28\n"
TALK = "Interviewer: How do you plan?\nAnn: On paper.\nInterviewer: Why?\nAnn: It is quick.\n"
ROWS = [("2024-05-01", "34", "Slow, and dear"), ("2024-05-02", "51", "Fine for what I need")]


def bundle(members: dict[str, str | bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return target.getvalue()


def test_a_form_as_google_gives_it_is_its_only_table(read: Reader) -> None:
    found = read(
        bundle({"My survey.csv/My survey.csv": ONE, "__MACOSX/._My survey.csv": "x"}), name="My survey.csv.zip"
    )
    assert (found.report.kind, found.report.sheets, found.report.sheet) == ("zip", ("My survey.csv",), "My survey.csv")
    assert (found.report.names, found.rows) == (("Timestamp", "How old are you?", "Why?"), ROWS)


def test_tables_with_the_same_columns_are_read_together(read: Reader) -> None:
    found = read(bundle({"wave 2.csv": OTHER.replace(",", ";"), "wave 1.csv": ONE, "photo.jpg": b"\xff\xd8\xff"}))
    assert found.report.sheets_read == {"wave 1.csv": 2, "wave 2.csv": 1}
    assert found.rows == [*ROWS, ("2024-05-03", "28", "Too many menus for me")]


def test_a_code_book_beside_the_answers_is_used(read: Reader) -> None:
    codes = workbook(
        {
            "Codes": [
                ["Variable", "Text", "Code", "Label"],
                ["q1", "How often?", 1, "Never"],
                ["", "", 2, "Often"],
                ["why", "Why so?"],
            ]
        }
    )
    found = read(bundle({"data.tsv": "q1\twhy\n1\tIt is slow\n2\tIt is dear to me\n", "codebook.xlsx": codes}))
    assert (found.report.sheet, found.report.labels) == ("data.tsv", ("How often?", "Why so?"))
    assert found.rows == [("Never", "It is slow"), ("Often", "It is dear to me")]


def test_interviews_in_an_archive_are_a_respondent_each(read: Reader) -> None:
    found = read(bundle({"P1.txt": TALK, "P2.txt": TALK.replace("Ann", "Bo"), "README.txt": "Made in May"}))
    assert [row[0] for row in found.rows] == ["P1", "P2"]
    assert [(speaker.name, speaker.role) for speaker in found.report.speakers] == [
        ("Interviewer", "asks"),
        ("Ann", "answers"),
        ("Bo", "answers"),
    ]


def test_a_guide_beside_interviews_is_no_answer(read: Reader) -> None:
    guide = "Warm up\n\n" + "\n\n".join(f"Ask how they plan week {n}, and why they do it so." for n in range(9))
    talks = {f"int_{n}.txt": TALK.replace("Ann", name) for n, name in enumerate(("Ben", "Cleo"))}
    found = read(bundle({"guide.txt": guide, **talks}))
    assert ([row[0] for row in found.rows], list(found.report.sheets_read)) == (["int_0", "int_1"], list(talks))


def test_one_member_may_be_chosen(read: Reader) -> None:
    assert read(bundle({"a.csv": ONE, "b.csv": OTHER}), sheet="b.csv").report.rows == 1


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({"a.jpg": b"\xff\xd8\xff", "b.png": b"\x89PNG"}, "bundle_without_tables"),
        ({"inner.zip": bundle({"a.csv": ONE})}, "bundle_without_tables"),
        ({"inner.csv": bundle({"a.csv": ONE})}, "bundle_without_tables"),
        ({f"{n}.csv": ONE for n in range(501)}, "too_many_members"),
        ({"a.csv": ONE, "b.csv": b"%PDF-1.7"}, "not_a_table"),
        ({"../../a.csv": ONE.split("\n", maxsplit=1)[0]}, "no_rows"),
    ],
    ids=["pictures", "an archive inside", "an archive under another name", "too many", "a document", "no answers"],
)
def test_an_archive_that_cannot_be_read_gives_one_sentence(
    read: Reader, members: dict[str, str | bytes], code: str
) -> None:
    with pytest.raises(DataError) as raised:
        read(bundle(members))
    assert raised.value.code == code
