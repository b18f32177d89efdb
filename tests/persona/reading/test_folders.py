from __future__ import annotations

from pathlib import Path

import pytest

from persona.exceptions import DataError
from persona.outputs import experiment_for
from persona.reading.folders import source_files

TALK = "Interviewer: How do you plan?\nAnn: On paper.\nInterviewer: Why?\nAnn: It is quick, and I like paper.\n"


def test_source_files_counts_as_people_do_and_skips_what_holds_no_answers(tmp_path: Path) -> None:
    for name in (
        "P10.txt",
        "P2.TXT",
        "sub/P1.docx",
        "README.md",
        ".hidden.csv",
        "~$P2.docx",
        "photo.jpg",
        "all.csv.gz",
    ):
        path = tmp_path / "talks" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    found = source_files(["a.csv", tmp_path / "talks"])
    assert [path.name for path in found] == ["a.csv", "all.csv.gz", "P2.TXT", "P10.txt", "P1.docx"]


def test_source_files_of_a_folder_without_data_says_so(tmp_path: Path) -> None:
    with pytest.raises(DataError) as raised:
        list(source_files(tmp_path))
    assert raised.value.code == "folder_without_files"


def test_folder_of_interviews_becomes_one_table(tmp_path: Path) -> None:
    folder = tmp_path / "talks"
    folder.mkdir()
    for number in (1, 2, 10):
        (folder / f"P{number}.txt").write_text(TALK)
    table = experiment_for([folder], tmp_path / "out").table()
    assert table.names == ("Participant", "Transcript")
    assert [(row.source, row.cells["Participant"]) for row in table.page(1, 5)] == [
        ("P1.txt", "P1"),
        ("P2.txt", "P2"),
        ("P10.txt", "P10"),
    ]
