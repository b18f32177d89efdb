"""The registries of kinds, doubts, notes and reasons are total, and their texts can be filled in."""

from __future__ import annotations

import string

import pytest
from pydantic import ValidationError

from persona.questionnaire.codes import DoubtCode, ExcludedReason, NoteCode
from persona.questionnaire.doubts import DOUBTS, raise_doubt
from persona.questionnaire.kinds import KINDS, QuestionKind, answered, closed, numeric
from persona.questionnaire.models import Answer, Doubt, ExcludedRows, Question
from persona.questionnaire.notes import NOTES, REASONS, make_note


def words_of(*texts: str) -> dict[str, object]:
    return {name: f"<{name}>" for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}


def test_registries_are_total():
    assert list(KINDS) == list(QuestionKind)
    assert list(DOUBTS) == list(DoubtCode)
    assert list(NOTES) == list(NoteCode)
    assert list(REASONS) == list(ExcludedReason)


def test_every_kind_is_closed_numeric_open_or_apart_and_only_what_is_apart_is_unused_by_default():
    assert {kind for kind in QuestionKind if not answered(kind)} == {
        kind for kind, facts in KINDS.items() if facts.default_use == "none"
    }
    assert not [kind for kind in QuestionKind if closed(kind) and numeric(kind)]


@pytest.mark.parametrize("code", list(DoubtCode))
def test_every_doubt_is_one_question_with_two_to_four_answers_and_a_default(code):
    template = DOUBTS[code]
    texts = [template.sentence, *(text for answer in template.answers for text in answer)]

    doubt = raise_doubt(code, "q1", evidence=["a", "b", "c", "d"], **words_of(*texts))

    assert doubt.id == f"{code}:q1"
    assert "?" in doubt.sentence
    assert 2 <= len(doubt.answers) <= 4
    assert doubt.default == doubt.answers[0].value
    assert doubt.evidence == ("a", "b", "c")
    assert len({answer.value for answer in doubt.answers}) == len(doubt.answers)
    assert all(answer.label and answer.effect.endswith(".") for answer in doubt.answers)


@pytest.mark.parametrize("code", list(NoteCode))
def test_every_note_is_a_sentence(code):
    words = words_of(NOTES[code])
    words.pop("rows", None)

    assert make_note(code, rows=3, **words).sentence.endswith(".")


def test_a_default_must_be_one_of_the_answers():
    with pytest.raises(ValidationError):
        Doubt(
            code=DoubtCode.WEIGHT,
            about="q1",
            sentence="?",
            default="x",
            answers=(Answer(value="y", label="", effect=""),),
        )


def test_a_question_needs_a_name_for_each_column():
    with pytest.raises(ValidationError):
        Question(id="q1", text="?", kind=QuestionKind.OPEN, columns=(1, 2), names=("a",), use="basis")


def test_excluded_rows_are_counted():
    rows = ExcludedRows(reason=ExcludedReason.TEST, rows=(3, 4), evidence=("test",))

    assert rows.counted().model_dump() == {"reason": "test", "rows": 2, "default": "left_out", "spans": ((3, 4),)}
