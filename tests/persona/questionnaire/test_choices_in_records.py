"""Choices that a program keeps as records in one cell are choices; its other records are its own."""

from __future__ import annotations

import json

import pytest

from tests.questionnaires import columns, counts, notes, read

TOOLS = ["Slack", "Teams", "Mail"]
PEOPLE = 60
CHOSEN = [sorted({at % 3, at // 2 % 3}) for at in range(PEOPLE)]
COUNTS = {tool: sum(at in chosen for chosen in CHOSEN) for at, tool in enumerate(TOOLS)}


@pytest.mark.parametrize(
    "written",
    [
        lambda chosen: [{"id": at, "label": TOOLS[at]} for at in chosen],
        lambda chosen: [{"option_id": at, "choice": TOOLS[at]} for at in chosen],
        lambda chosen: {tool: at in chosen for at, tool in enumerate(TOOLS)},
        lambda chosen: {tool: int(at in chosen) for at, tool in enumerate(TOOLS)},
        lambda chosen: [TOOLS[at] for at in chosen],
    ],
    ids=["labels", "choices", "true and false", "1 and 0", "names alone"],
)
def test_records_of_what_was_chosen_are_a_multiple_choice(written) -> None:  # type: ignore[no-untyped-def]
    given = [json.dumps(written(chosen)) for chosen in CHOSEN]
    found = read(columns(**{"Which tools?": given, "Why?": notes()})).questions[0]
    assert (found.kind, found.use, counts(found)) == ("multiple_choice", "basis", COUNTS)


@pytest.mark.parametrize(
    "written",
    [
        lambda at: {"lat": 50 + at / 97, "lng": 8 + at / 89},
        lambda at: [{"name": f"photo-{at}.jpg", "url": f"https://example.org/{at}"}],
        lambda at: {"food": 1 + at % 5, "staff": 1 + at * 7 % 5},
        lambda at: [{"text": f"Message {at} of somebody", "role": "agent"}],
    ],
    ids=["places", "files", "ratings", "messages"],
)
def test_other_records_stay_those_of_a_program(written) -> None:  # type: ignore[no-untyped-def]
    given = [json.dumps(written(at)) for at in range(PEOPLE)]
    found = read(columns(**{"data": given, "Why?": notes()})).questions[0]
    assert (found.kind, found.use) == ("administration", "none")
