"""Questions to a finished run, and their answers, as they cross the border: what is taken, kept and refused."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from persona.models import Evidence
from persona.models.asking import (
    AskedAnswer,
    AskedPassage,
    CountedAnswer,
    GivenAnswer,
    Phrased,
    PhrasedSentence,
    QuoteFilter,
    SaidBy,
)
from persona.models.crosstables import Cell, CrossLine

PLACE = Evidence(source="a.csv", row=1, line=2, column="Why", start=0, end=5, quote="Bread")
PASSAGE = AskedPassage(evidence=PLACE, row=1, question="Why?", cell="Bread, please", persona=None)
NOBODY = CrossLine(option=None, cells=(Cell(persona=None, base=0),))
WHOLE = AskedAnswer(
    question="Who wants bread?",
    found=True,
    sentence="One of 2 people who wrote something speaks of this.",
    passages=(PASSAGE,),
    total=1,
    people=1,
    base=2,
    personas=(SaidBy(persona=1, label="Bakers", people=1, base=2),),
    counts=(
        CountedAnswer(
            question="Role?", column="q1", lines=(CrossLine(option=None, cells=(Cell(persona=None, base=0),)),)
        ),
    ),
    closest=(PASSAGE,),
    notes=("A note.",),
    phrased=Phrased(model="openai:x", sentences=(PhrasedSentence(text="Bread.", passages=(1,)),), read=1),
    filter=QuoteFilter(personas=(1,), answers=(GivenAnswer(column="q1", option="Cook"),), language="en"),
)


def test_an_answer_is_read_back_as_it_was() -> None:
    assert AskedAnswer.model_validate_json(WHOLE.model_dump_json()) == WHOLE
    assert AskedAnswer.model_validate(WHOLE.model_dump()) == WHOLE


def test_of_an_answer_little_has_to_be_said() -> None:
    bare = AskedAnswer(question="?", found=False, sentence="Nothing.")

    assert (bare.passages, bare.total, bare.people, bare.base, bare.phrased, bare.filter) == (
        (), 0, 0, 0, None, QuoteFilter(),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "is_empty"),
    [
        (QuoteFilter(), True),
        (QuoteFilter(language=""), True),
        (QuoteFilter(personas=(1,)), False),
        (QuoteFilter(language="de"), False),
        (QuoteFilter(answers=(GivenAnswer(column="q1", option=""),)), False),
    ],
)
def test_an_empty_filter_wants_everybody(wanted: QuoteFilter, is_empty: bool) -> None:
    assert wanted.is_empty is is_empty


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (QuoteFilter, {"personas": ["one"]}),
        (QuoteFilter, {"people": [1]}),
        (QuoteFilter, {"answers": [{"column": "q1"}]}),
        (GivenAnswer, {"column": "q1", "option": None}),
        (AskedAnswer, {"question": "?", "found": "perhaps", "sentence": "."}),
        (AskedPassage, {"row": 1, "question": "?", "cell": "", "persona": None}),
        (SaidBy, {"persona": 1, "label": "x", "people": 1.5, "base": 2}),
    ],
)
def test_what_is_none_is_refused(kind: type, data: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        kind.model_validate(data)  # type: ignore[attr-defined]


def test_nothing_of_an_answer_is_changed_afterwards() -> None:
    with pytest.raises(ValidationError):
        WHOLE.people = 7  # type: ignore[misc]


def test_the_same_answer_is_the_same_bytes_whatever_it_was_made_of() -> None:
    again = AskedAnswer.model_validate(WHOLE.model_dump(mode="json"))

    assert again.model_dump_json() == WHOLE.model_dump_json()
    assert hash(again.filter) == hash(WHOLE.filter)
