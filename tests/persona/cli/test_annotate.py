"""`persona annotate`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from persona.annotating import annotate

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Command

GIVEN = [
    {"id": "1", "question": "What do you like least?", "text": "Cryptic error messages"},
    {"id": "2", "question": "", "a": "The queue is too long", "b": "The queues are much too long"},
]


def given(tmp_path: Path) -> Path:
    path = tmp_path / "given.jsonl"
    path.write_text("".join(f"{json.dumps(one)}\n" for one in GIVEN), encoding="utf-8")
    return path


def test_one_line_in_one_line_out(command: Command, tmp_path: Path) -> None:
    said = command("annotate", given(tmp_path), "--json")

    assert (said.code, said.err) == (0, "")
    assert [json.loads(line) for line in said.out.splitlines()] == [one.model_dump() for one in annotate(GIVEN)]


def test_people_get_numbers(command: Command, tmp_path: Path) -> None:
    said = command("annotate", given(tmp_path))

    assert said.out.splitlines() == [
        "1 sentences, 1 of them can be shown",
        "       1  frustration",
        "1 pairs: 1 count, 0 say the opposite",
    ]


def test_a_line_that_is_no_object_ends_it(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "given.jsonl"
    path.write_text("{}\n", encoding="utf-8")
    said = command("annotate", path)

    assert (said.code, said.out) == (1, "")
    assert said.err.splitlines()[0] == "Error: Line 1 has no “id” that can be used."
