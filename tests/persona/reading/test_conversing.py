"""Conversations inside JSON: what customers say is theirs, and what staff and machines answer is not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from persona.reading.conversing import are_parts, said_by_people

if TYPE_CHECKING:
    from tests.persona.reading.conftest import Reader

PARTS = [
    pytest.param(
        [
            {"author": {"type": "admin", "name": "May"}, "body": "How can I help?"},
            {"author": {"type": "user", "id": "u1"}, "body": "The page is empty"},
            {"author": {"type": "bot"}, "body": "Was this useful?"},
            {"author": {"type": "user", "id": "u1"}, "body": "No"},
        ],
        id="author and type",
    ),
    pytest.param(
        [
            {"role": "assistant", "content": "Hello"},
            {"role": "user", "content": "The page is empty"},
            {"role": "user", "content": "No"},
        ],
        id="role and content",
    ),
    pytest.param(
        [
            {"direction": "inbound", "text": "The page is empty"},
            {"direction": "outbound", "text": "We look at it"},
            {"direction": "inbound", "text": " No "},
        ],
        id="direction",
    ),
    pytest.param(
        [
            {"sender_type": "Customer", "message": "The page is empty"},
            {"sender_type": "Agent", "message": "Sorry!"},
            {"sender_type": "Customer", "message": "No"},
        ],
        id="sender type",
    ),
]


@pytest.mark.parametrize("parts", PARTS)
def test_only_the_words_of_customers_stay(parts: list[dict[str, Any]]) -> None:
    assert are_parts(parts)
    assert said_by_people(parts) == "The page is empty\nNo"


@pytest.mark.parametrize(
    "value",
    [
        pytest.param([], id="nothing"),
        pytest.param(["user", "admin"], id="words"),
        pytest.param([{"type": "user", "body": "Slow"}], id="a type of something else"),
        pytest.param([{"role": "Designer", "body": "Slow"}], id="a role at work"),
        pytest.param({"role": "user", "content": "Slow"}, id="one alone"),
    ],
)
def test_other_values_are_no_conversation(value: object) -> None:
    assert not are_parts(value)


@pytest.mark.parametrize("parts", PARTS[:2])
def test_conversations_of_one_customer_are_gathered(read: Reader, parts: list[dict[str, Any]]) -> None:
    told = [
        {
            "id": f"{at:06}",
            "source": {"author": {"type": "user", "id": f"u{at % 6}"}, "body": f"The import skipped {at} rows"},
            "parts": parts,
        }
        for at in range(24)
    ]
    found = read(json.dumps({"conversations": told}))

    assert (found.report.rows, found.report.names) == (
        6,
        ("source.author.id", "source.author.type", "source.body", "parts"),
    )
    said = "; ".join(f"The import skipped {at} rows" for at in (0, 6, 12, 18))
    assert found.rows[0] == ("u0", "user", said, "The page is empty\nNo")
