"""Who did something and when: never changed, and the same after a journey as JSON."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from pydantic import ValidationError

from persona.models.stamps import Stamp, Wording

WHEN = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)


def test_a_wording_comes_back_as_it_was_written() -> None:
    said = Wording(edit="e1", who="Ana", when=WHEN, text="One plan")

    assert Wording.model_validate_json(said.model_dump_json()) == said
    assert said.model_dump() == {"edit": "e1", "who": "Ana", "when": WHEN, "text": "One plan"}


@pytest.mark.parametrize("lacking", ["edit", "who", "when"])
def test_a_stamp_says_all_of_it(lacking: str) -> None:
    told = {"edit": "e1", "who": "Ana", "when": WHEN}

    with pytest.raises(ValidationError, match=lacking):
        Stamp.model_validate({name: value for name, value in told.items() if name != lacking})


def test_what_was_done_is_not_changed_afterwards() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Stamp(edit="e1", who="Ana", when=WHEN).who = "Ben"  # type: ignore[misc]
