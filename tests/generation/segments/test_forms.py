"""What the page of groups sends: one button, names that were typed, and nothing that makes no sense."""

from __future__ import annotations

import pytest
from django.http import QueryDict

from generation.segments.forms import ACTIONS, LONGEST_NAME, GroupsForm
from persona.models import MAX_PERSONAS, Merge, Rename

CALLED = ("Planners", "", "Rushers")


def form(**sent: str) -> GroupsForm:
    data = QueryDict(mutable=True)
    data.update({"seen": "3"} | sent)
    return GroupsForm(CALLED, data)


def names(*typed: str, was: tuple[str, ...] = CALLED) -> dict[str, str]:
    """The fields of names as the page sends them, with what stood in them."""
    fields = {f"name_{number}": name for number, name in enumerate(typed, start=1)}
    return fields | {f"was_{number}": name for number, name in enumerate(was, start=1)}


@pytest.mark.parametrize("action", ACTIONS)
def test_the_button_that_was_pressed_is_known(action: str) -> None:
    assert form(**{action: "1"}).action == action


def test_without_a_button_names_alone_are_sent() -> None:
    assert (form().action, form(other="1").action, list(form().renamed)) == ("", "", [])


@pytest.mark.parametrize(
    ("typed", "renamed"),
    [
        (("Planners", "", "Rushers"), []),
        (("Sunday planners", "", "Rushers"), [(1, "Sunday planners")]),
        (("Planners", "  Cooks \n of  all ", "Rushers"), [(2, "Cooks of all")]),
        (("", "", ""), []),
        ((" ", " ", " "), []),
        (("A", "B", "C"), [(1, "A"), (2, "B"), (3, "C")]),
        (("<b>A</b>",), [(1, "<b>A</b>")]),
    ],
    ids=str,
)
def test_only_names_that_differ_from_those_on_the_page_are_new(
    typed: tuple[str, ...], renamed: list[tuple[int, str]]
) -> None:
    assert list(form(**names(*typed)).renamed) == [Rename(segment=number, name=name) for number, name in renamed]


def test_names_of_groups_that_are_not_there_are_passed_over() -> None:
    assert form(name_4="Somebody", name_x="y").typed == {}


def test_a_name_that_was_changed_back_is_not_sent_again() -> None:
    assert form(**names("Planners", was=("Planners",))).typed == {}
    assert form(name_1="Planners").typed == {1: "Planners"}  # a page that says nothing of what was there


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"seen": ""}, "seen"),
        ({"seen": "-1"}, "seen"),
        ({"seen": "x"}, "seen"),
        ({"merge": "1"}, "merge"),
        ({"merge": "1,"}, "merge"),
        ({"merge": "1,x"}, "merge"),
        ({"merge": "1,1234"}, "merge"),
        ({"merge": "1,-2"}, "merge"),
        ({"merge": "1, 2"}, "merge"),
        ({"split": "0"}, "split"),
        ({"split": "x"}, "split"),
        ({"number": "0"}, "number"),
        ({"number": str(MAX_PERSONAS + 1)}, "number"),
        ({"describe": "x" * 2001}, "describe"),
        ({"describe": "a\0b"}, "describe"),
        ({"name_1": "x" * (LONGEST_NAME + 1)}, "name_1"),
        ({"name_2": "a\0b"}, "name_2"),
    ],
    ids=str,
)
def test_what_makes_no_sense_is_refused_in_its_field(sent: dict[str, str], field: str) -> None:
    sent_form = form(**sent)

    assert (sent_form.is_valid(), list(sent_form.errors)) == (False, [field])


@pytest.mark.parametrize(
    ("sent", "segments"), [("1,2", (1, 2)), ("3,1,2", (3, 1, 2)), ("12,7", (12, 7)), ("001,2", (1, 2))]
)
def test_groups_are_merged_by_their_numbers(sent: str, segments: tuple[int, ...]) -> None:
    merged = form(merge=sent)

    assert merged.is_valid()
    assert merged.merged == Merge(segments=segments)


def test_what_is_sent_is_told_as_numbers() -> None:
    sent = form(split="2", number="4", describe=" Which plan? ", notify="on")

    assert sent.is_valid()
    told = {name: sent.cleaned_data[name] for name in ("seen", "split", "number", "describe", "notify")}
    assert told == {"seen": 3, "split": 2, "number": 4, "describe": "Which plan?", "notify": True}


def test_a_name_that_is_too_long_is_told_in_words() -> None:
    sent = form(name_1="x" * (LONGEST_NAME + 1))

    assert sent.errors["name_1"] == [f"A name has at most {LONGEST_NAME} characters."]


def test_each_group_has_a_field_with_its_name() -> None:
    fresh = GroupsForm(CALLED)

    assert [(fresh[f"name_{n}"].label, fresh[f"name_{n}"].value()) for n in (1, 2, 3)] == [
        ("Name of group 1", "Planners"),
        ("Name of group 2", ""),
        ("Name of group 3", "Rushers"),
    ]
    assert "name_4" not in fresh.fields
