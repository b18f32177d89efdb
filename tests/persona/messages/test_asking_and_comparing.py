"""What is told of questions and of two waves: every message with values, one and many, and none forgotten."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import persona
from persona.messages import MESSAGES, sentence
from persona.messages.asking import ASKING
from persona.messages.comparing import COMPARING
from persona.messages.exports import METHOD
from persona.numerals import counted, people

ROOM = Path(persona.__file__).parent
ROOMS = {"asking": ASKING, "comparing": COMPARING, "exports": METHOD}
BUILT = {
    "ask_distribution", "ask_counted",
    *(f"group_{status}" for status in ("grown", "shrunk", "same", "redrawn", "new", "gone")),
    "group_new_nobody", "group_gone_nobody", *(f"share_{word}" for word in ("rose", "fell", "same")),
    *(f"mean_{word}" for word in ("rose", "fell", "same")),
}  # fmt: skip
"""Codes that are put together of two words where they are used."""


def used() -> str:
    """All code that may tell them."""
    root = ROOM.parent
    rooms = [ROOM, root / "generation", root / "experiments"]
    files = [path for room in rooms for path in room.rglob("*.py") if "messages" not in path.parts]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


@pytest.fixture(scope="module")
def code() -> str:
    return used()


@pytest.mark.parametrize("room", list(ROOMS))
def test_every_message_is_told_somewhere(room: str, code: str) -> None:
    parts = re.findall(r'"([a-z_]+?_)\{|\{[^}]*\}(_[a-z_]+)"|f"([a-z]+_)\{', code)
    begun = {part for found in parts for part in found if part}
    silent = [
        name
        for name in ROOMS[room]
        if not re.search(rf'["\']{name}["\']', code)
        and name not in BUILT
        and not any(name.startswith(part) or name.endswith(part) for part in begun)
    ]

    assert silent == []


@pytest.mark.parametrize("room", list(ROOMS))
def test_every_message_is_in_the_registry_and_takes_any_value(room: str) -> None:
    for name, message in ROOMS[room].items():
        values = dict.fromkeys(re.findall(r"\{(\w+)", message.text + message.hint), "{x} %s")
        told = sentence(name, **values)
        assert MESSAGES[name] == message
        assert told.count("{x} %s") == len(re.findall(r"\{\w+", message.text))


@pytest.mark.parametrize(
    ("name", "values", "told"),
    [
        ("ask_spoken_one", {"base": people(1)}, "One of 1 person who wrote something speaks of this."),
        ("ask_spoken_one", {"base": people(1_200)}, "One of 1,200 people who wrote something speaks of this."),
        (
            "ask_spoken",
            {"people": 2, "base": people(9), "passages": counted(3, "passage")},
            "2 of 9 people who wrote something speak of this, in 3 passages.",
        ),
        (
            "ask_nothing",
            {"passages": counted(1, "passage"), "base": people(1)},
            "Nothing in the data speaks of this. We looked through 1 passage of 1 person.",
        ),
        (
            "people_in_both",
            {"people": people(1), "same": 1},
            "1 person answered both times, 1 of them in the same group again.",
        ),
        ("one_of_some_still_there", {"groups": "three groups"}, "One of three groups is still there."),
        ("one_not_there", {}, "The one group is not there any more."),
    ],
)
def test_one_and_many_agree(name: str, values: dict[str, object], told: str) -> None:
    assert sentence(name, **values) == told


def test_no_message_counts_people_by_itself() -> None:
    """They come with their number: “1 person”."""
    found = [
        name for room in (ASKING, COMPARING) for name, told in room.items() if re.search(r"\{base\} people", told.text)
    ]

    assert found == []


@pytest.mark.parametrize(
    ("name", "values", "told"),
    [
        ("group_new", {"name": "A", "people": people(1)}, "“A” is new. Before, only 1 person answered like this."),
        ("group_again", {"name": "A", "shared": 1, "people": people(1)}, "“A” comes back with 1 of its 1 person."),
        ("groups_few_questions", {"count": counted(1, "question")}, "Both asked only 1 question alike, so groups"),
        ("ask_counted", {"count": 1, "base": people(1), "question": "Q", "option": "O", "share": "100 %"},
         "1 of 1 person who answered “Q” said “O” (100 %)."),
        ("ask_distribution", {"base": people(1), "question": "Q", "option": "O", "share": "100 %"},
         "1 person answered “Q”; most often “O” (100 %)."),
        ("grouped_twice", {"same": 1, "people": people(1)}, "The same answers, grouped twice: 1 of 1 person"),
    ],
)  # fmt: skip
def test_of_one_person_nothing_is_told_as_of_many(name: str, values: dict[str, object], told: str) -> None:
    assert sentence(name, **values).startswith(told)
