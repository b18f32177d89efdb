"""The form of an answer: what models send that is nearly right, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from persona.kinds import KINDS
from persona.writers.llm.reply import CITED, Reply

CLAIM = {"quote_or_paraphrase": "Plans on paper", "evidence_ids": ["q1"]}
WHOLE = {"tagline": "Plans on paper", "summary": CLAIM, "statements": [CLAIM | {"kind": "goal"}]}


def refused(**changes: object) -> list[tuple[Any, str]]:
    """Where an answer with these changes is refused, and why."""
    with pytest.raises(ValidationError) as caught:
        Reply.model_validate(WHOLE | changes)
    return [(error["loc"], error["type"]) for error in caught.value.errors()]


def statement(**changes: object) -> list[dict[str, object]]:
    return [CLAIM | {"kind": "goal"} | changes]


def test_blanks_around_words_and_what_nobody_asked_for_are_left_out() -> None:
    reply = Reply.model_validate(
        {"thoughts": "hm", **WHOLE, "tagline": "  Plans on paper\n", "statements": statement(sure=0.9)}
    )

    assert reply == Reply.model_validate(WHOLE)
    assert reply.model_dump().keys() == {"tagline", "summary", "statements"}
    assert reply.statements[0].text == "Plans on paper"


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_answered(kind: str) -> None:
    (found,) = Reply.model_validate(WHOLE | {"statements": statement(kind=kind)}).statements

    assert found.kind == kind


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"tagline": "  "}, [(("tagline",), "string_too_short")]),
        ({"tagline": "x" * 161}, [(("tagline",), "string_too_long")]),
        ({"tagline": None}, [(("tagline",), "string_type")]),
        ({"summary": "Plans on paper"}, [(("summary",), "model_type")]),
        ({"summary": {}}, [
            (("summary", "quote_or_paraphrase"), "missing"), (("summary", "evidence_ids"), "missing"),
        ]),
        ({"statements": []}, [(("statements",), "too_short")]),
        ({"statements": statement() * 31}, [(("statements",), "too_long")]),
        ({"statements": {"0": CLAIM}}, [(("statements",), "list_type")]),
        ({"statements": statement(kind="dream")}, [(("statements", 0, "kind"), "literal_error")]),
        ({"statements": statement(kind=None)}, [(("statements", 0, "kind"), "literal_error")]),
        ({"statements": statement(evidence_ids=[])}, [(("statements", 0, "evidence_ids"), "too_short")]),
        ({"statements": statement(evidence_ids="q1")}, [(("statements", 0, "evidence_ids"), "list_type")]),
        ({"statements": statement(evidence_ids=[1])}, [(("statements", 0, "evidence_ids", 0), "string_type")]),
        (
            {"statements": statement(evidence_ids=["q1"] * (CITED + 1))},
            [(("statements", 0, "evidence_ids"), "too_long")],
        ),
        (
            {"statements": statement(quote_or_paraphrase="x" * 601)},
            [(("statements", 0, "quote_or_paraphrase"), "string_too_long")],
        ),
    ],
)  # fmt: skip
def test_what_is_not_in_the_form_is_refused_with_its_place(changes: dict[str, object], where: list[object]) -> None:
    assert refused(**changes) == where


def test_json_that_was_cut_off_is_no_answer() -> None:
    text = Reply.model_validate(WHOLE).model_dump_json()

    for length in (0, 1, len(text) // 2, len(text) - 1):
        with pytest.raises(ValidationError):
            Reply.model_validate_json(text[:length])


def test_the_model_is_told_what_each_part_is_for() -> None:
    schema = Reply.model_json_schema()

    claim = schema["$defs"]["StatementReply"]["properties"]
    assert claim["quote_or_paraphrase"]["description"].startswith("A cited passage word for word")
    assert claim["kind"]["enum"] == list(KINDS)
    assert (claim["evidence_ids"]["minItems"], claim["evidence_ids"]["maxItems"]) == (1, CITED)
    assert schema["properties"]["tagline"]["description"] == "At most ten words, in terms of the passages."
