"""Questionnaires kept beside their data: the same as understood anew, few of them, and none of other data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona.exceptions import ConfigurationError
from persona.models import QuestionChoice, QuestionKind
from persona.questionnaire import keeping
from persona.questionnaire.keeping import KeptQuestionnaires
from tests.questionnaires import cells, columns, notes, read

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from persona.questionnaire.models import Questionnaire

TABLE = columns(
    content=cells("1", "2", "3", "4", "5"),
    cook=cells("At home", "At work", "Nowhere"),
    plan=cells("Yes", "No", "Never"),
    note=notes(),
)
DESCRIBES = {"cook": QuestionChoice(use="describe")}
NAMED = {"content": QuestionChoice(kind=QuestionKind.SINGLE)}


class Counted:
    """Understands, and notes of what."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, ...]] = []

    def __call__(self, answers: Mapping[str, str], questions: Mapping[str, QuestionChoice]) -> Questionnaire:
        self.asked.append(tuple(questions))
        return read(TABLE, answers=answers, questions=questions)


@pytest.fixture
def work() -> Counted:
    return Counted()


def test_uses_are_told_of_what_was_read_without_understanding(tmp_path: Path, work: Counted) -> None:
    kept = KeptQuestionnaires(tmp_path / "kept", "table", work, read(TABLE))

    assert kept.of({}, DESCRIBES) == read(TABLE, questions=DESCRIBES)
    assert (work.asked, (tmp_path / "kept").exists()) == ([], False)


def test_what_else_was_said_is_understood_once(tmp_path: Path, work: Counted) -> None:
    for _ in range(2):  # a second process finds what the first one kept
        kept = KeptQuestionnaires(tmp_path / "kept", "table", work, read(TABLE))
        assert kept.of({}, {**NAMED, **DESCRIBES}) == read(TABLE, questions={**NAMED, **DESCRIBES})
    assert work.asked == [("content",)]

    KeptQuestionnaires(tmp_path / "kept", "other bytes", work).of({}, NAMED)
    assert work.asked == [("content",), ("content",)]


def test_where_columns_are_joined_all_is_understood_anew(tmp_path: Path, work: Counted) -> None:
    said = {"cook": QuestionChoice(columns=("cook", "plan")), "content": QuestionChoice(use="describe")}
    kept = KeptQuestionnaires(tmp_path / "kept", "table", work, read(TABLE))

    assert kept.of({}, said) == read(TABLE, questions=said)
    assert work.asked == [("cook",), ("cook", "content")]


def test_what_cannot_be_said_is_refused_as_ever(tmp_path: Path, work: Counted) -> None:
    kept = KeptQuestionnaires(tmp_path / "kept", "table", work, read(TABLE))

    with pytest.raises(ConfigurationError, match="nobody"):
        kept.of({}, {"nobody": QuestionChoice(use="describe")})


def test_few_are_kept_and_a_torn_one_is_made_anew(
    tmp_path: Path, work: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "MOST", 2)
    kept = KeptQuestionnaires(tmp_path / "kept", "table", work, read(TABLE))
    for kind in (QuestionKind.SINGLE, QuestionKind.RATING, QuestionKind.NUMBER):
        kept.of({}, {"content": QuestionChoice(kind=kind)})
    files = list((tmp_path / "kept").iterdir())
    for file in files:
        file.write_text("{")

    assert len(files) == 2
    number = {"content": QuestionChoice(kind=QuestionKind.NUMBER)}
    assert kept.of({}, number) == read(TABLE, questions=number)
    assert len(work.asked) == 4
