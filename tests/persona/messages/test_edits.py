"""Why an edit cannot be made, in words: each message is used, and says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

import persona
from persona.exceptions import EditError
from persona.messages import edit_error, hint, sentence
from persona.messages.edits import EDITS

ROOT = Path(persona.__file__).parents[1]


def test_every_message_is_used() -> None:
    modules = [path for room in ("persona", "generation") for path in (ROOT / room).rglob("*.py")]
    code = "".join(path.read_text(encoding="utf-8") for path in modules if path.parts[-2:] != ("messages", "edits.py"))

    assert [name for name in EDITS if f'"{name}"' not in code] == []


@pytest.mark.parametrize("code", sorted(code for code in EDITS if code != "merged_by_adding"))
def test_every_message_says_what_to_do(code: str) -> None:
    assert EDITS[code].hint


def test_an_error_carries_its_sentence_hint_and_code() -> None:
    error = edit_error("edit_locked", persona="The planner", who="Ana")

    assert type(error) is EditError
    assert (error.code, str(error), error.hint, error.retryable) == (
        "edit_locked", "“The planner” is locked by Ana.", "Open it first, then change it.", False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("code", "values", "text", "what_to_do"),
    [
        (
            "edit_too_long", {"what": "label", "length": "1,201", "limit": "200"},
            "The label has 1,201 characters, and 200 are the most.", "Say it in fewer words: nothing is lost yet.",
        ),
        (
            "edit_persona_merged", {"persona": 1, "into": "3"},
            "Persona 1 was merged into persona 3.", "Change that one, or undo the merge.",
        ),
        (
            "edit_conflict", {"who": "Jonas"},
            "Jonas changed this before you.", "Nothing is lost: choose which of the two wordings readers see.",
        ),
        (
            "edit_line_torn", {"line": 7},
            "Line 7 of the edits was not written to its end and is left out.",
            "Make that change again; all edits before it are there.",
        ),
        (
            "carry_no_persona", {"persona": "The planner"},
            "No persona of the new result has the people and words of “The planner”.",
            "Make the change again where it belongs.",
        ),
    ],
)  # fmt: skip
def test_what_people_read(code: str, values: dict[str, object], text: str, what_to_do: str) -> None:
    assert (sentence(code, **values), hint(code, **values)) == (text, what_to_do)
