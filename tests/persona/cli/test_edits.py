"""Edits of segments given as options: read, and put into an order in which they can be made."""

from __future__ import annotations

import pytest
import typer

from persona.cli.edits import read_edits
from persona.models import Edit, Merge, Rename, Split


def test_without_options_there_are_none() -> None:
    assert read_edits(None, None, None) == ()
    assert read_edits([], [], []) == ()


@pytest.mark.parametrize(
    ("renames", "merges", "splits", "expected"),
    [
        (["2=Paper planners"], None, None, (Rename(segment=2, name="Paper planners"),)),
        (["1=a = b"], None, None, (Rename(segment=1, name="a = b"),)),
        (None, ["2,3"], None, (Merge(segments=(2, 3)),)),
        (None, [" 4, 1 ,2"], None, (Merge(segments=(1, 2, 4)),)),
        (None, None, ["3"], (Split(segment=3, into=2),)),
        (None, None, ["3=4"], (Split(segment=3, into=4),)),
    ],
)
def test_each_is_read(
    renames: list[str] | None, merges: list[str] | None, splits: list[str] | None, expected: tuple[Edit, ...]
) -> None:
    assert read_edits(renames, merges, splits) == expected


def test_names_are_given_while_the_numbers_are_those_that_were_shown() -> None:
    edits = read_edits(["4=Last", "1=First"], ["2,3"], None)

    assert [edit for edit in edits if isinstance(edit, Rename)] == list(edits[:2])
    assert edits[2:] == (Merge(segments=(2, 3)),)


@pytest.mark.parametrize(
    ("renames", "merges", "splits", "text"),
    [
        (["two=Name"], None, None, "two=Name"),
        (["2"], None, None, "2"),
        (["0=Name"], None, None, "0=Name"),
        (None, ["2"], None, "2"),
        (None, ["2;3"], None, "2;3"),
        (None, None, ["1=1"], "1=1"),
        (None, None, ["=3"], "=3"),
    ],
)
def test_what_cannot_be_used_is_one_sentence(
    renames: list[str] | None, merges: list[str] | None, splits: list[str] | None, text: str
) -> None:
    with pytest.raises(typer.BadParameter) as caught:
        read_edits(renames, merges, splits)

    assert caught.value.message == (
        f'"{text}" cannot be used; edits read --rename 2="A name", --merge 2,3 and --split 1 or --split 1=3.'
    )
