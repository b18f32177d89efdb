"""Text files: which of them are tables, and which are talk or paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona.exceptions import DataError
from persona.reading import prose
from persona.reading.job import Job
from persona.reading.ledger import Ledger
from persona.reading.opening import open_text
from persona.reading.options import DialectChoice, Limits
from persona.reading.progress import ReadProgress
from persona.reading.prose import is_prose

if TYPE_CHECKING:
    from pathlib import Path

TALK = "Interviewer: What do you do?\nAnn: I cook and I read.\nInterviewer: And why?\nAnn: For peace.\n" * 3
PARAGRAPHS = "I like the trails.\nThey are calm.\n\nThe maps are too small for me, and dear.\n\nNothing to add.\n"
TABLE = "name,age,why\n" + "".join(f"p{at},{20 + at},because {at}\n" for at in range(20))
SEMICOLONS = TABLE.replace(",", ";")
ONE_A_LINE = "".join(f"I walk {at} miles a day, and more on Sundays\n" for at in range(20))
SUBTITLES = "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Ann>I cook.\n\n00:00:05.000 --> 00:00:09.000\n<v Bo>Why?\n"
SRT = "1\n00:00:01,000 --> 00:00:04,000\nI cook.\n\n2\n00:00:05,000 --> 00:00:09,000\nAnd why?\n"


def asked(text: str, name: str, folder: Path, **choice: str) -> bool:
    path = folder / "given"
    path.write_text(text, "utf-8")
    size = path.stat().st_size
    with Ledger(folder) as ledger:
        job = Job(path, folder, name, Limits(), DialectChoice(**choice), ledger, ReadProgress(None, size))
        return is_prose(job, open_text(job))


@pytest.mark.parametrize(
    ("name", "text", "is_it"),
    [
        ("talk.txt", TALK, True),
        ("TALK.TXT", TALK, True),
        ("talk.md", TALK, True),
        ("talk.csv", TALK, False),
        ("paragraphs.txt", PARAGRAPHS, True),
        ("paragraphs.markdown", PARAGRAPHS, True),
        ("paragraphs.csv", PARAGRAPHS, False),
        ("table.txt", TABLE, False),
        ("table.text", SEMICOLONS, False),
        ("one a line.txt", ONE_A_LINE, False),
        ("one a line.csv", ONE_A_LINE, False),
        ("subtitles.vtt", SUBTITLES, True),
        ("subtitles.txt", SUBTITLES, True),
        ("subtitles.csv", SUBTITLES, True),
        ("subtitles", SRT, True),
        ("subtitles.srt", SRT, True),
    ],
)
def test_what_a_text_is(name: str, text: str, is_it: bool, tmp_path: Path) -> None:
    assert asked(text, name, tmp_path) is is_it
    assert asked(text.replace("\n", "\r\n"), name, tmp_path) is is_it


@pytest.mark.parametrize("text", [TALK, PARAGRAPHS, SUBTITLES])
def test_a_delimiter_that_a_person_chose_makes_it_a_table(text: str, tmp_path: Path) -> None:
    assert not asked(text, "talk.txt", tmp_path, delimiter=":")


def test_a_text_beyond_its_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prose, "LONGEST", 50)
    path = tmp_path / "talk.txt"
    path.write_text(TALK, "utf-8")
    with Ledger(tmp_path) as ledger:
        job = Job(path, tmp_path, path.name, Limits(), DialectChoice(), ledger, ReadProgress(None, len(TALK)))
        with pytest.raises(DataError, match="50 bytes"):
            prose.read_prose(job, open_text(job))
