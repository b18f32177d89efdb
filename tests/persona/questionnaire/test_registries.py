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
    """Something for each place to be filled in; a number where the words around it depend on one."""
    places = [(name, spec) for text in texts for _, name, spec, _ in string.Formatter().parse(text) if name]
    return {name: f"<{name}>" for name, _ in places} | {name: 3 for name, spec in places if spec}


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


@pytest.mark.parametrize(
    ("code", "rows", "sentence"),
    [
        (DoubtCode.NOT_PEOPLE, 1, "Is the 1 row that looks like spam a real answer?"),
        (DoubtCode.NOT_PEOPLE, 2, "Are the 2 rows that look like spam real answers?"),
        (DoubtCode.DUPLICATES, 1, "1 row repeats an earlier one (same id). Is it the same person again?"),
        (DoubtCode.DUPLICATES, 2, "2 rows repeat an earlier one (same id). Are they the same people again?"),
    ],
)
def test_one_row_is_and_two_rows_are(code: DoubtCode, rows: int, sentence: str) -> None:
    assert raise_doubt(code, "file", rows=rows, what="spam", how="same id").sentence == sentence


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
