"""What is made of messages: sizes as people read them, problems with their places, and an error of each kind."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persona.exceptions import ConfigurationError, DataError, EditError, PersonaError
from persona.messages import configuration_error, data_error, edit_error, file_size, problem

SCALE = {"byte": 1, "bytes": 1, "kB": 1e3, "MB": 1e6, "GB": 1e9}


@given(st.integers(0, 10**15))
def test_a_size_is_within_half_a_percent_and_never_a_thousand_of_the_smaller_unit(size: int) -> None:
    number, unit = file_size(size).replace(",", "").split()

    assert abs(float(number) * SCALE[unit] - size) <= max(size, 1) * 0.005
    assert unit == "GB" or float(number) < 1_000
    assert not re.search("e", number)


@pytest.mark.parametrize(
    ("size", "told"),
    [(0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1_000, "1 kB"), (999_499, "999 kB"), (999_999, "1 MB")],
)
def test_sizes_at_the_ends_of_their_units(size: int, told: str) -> None:
    assert file_size(size) == told


def test_a_problem_says_its_place_in_the_sentence_and_beside_it() -> None:
    found = problem("too_many_columns", line=3, found=30, limit=20)

    assert (found.code, found.line, found.column, "3" in found.message or "30" in found.message) == (
        "too_many_columns",
        3,
        None,
        True,
    )


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (data_error("empty"), DataError),
        (configuration_error("too_many_teams", limit=20), ConfigurationError),
        (edit_error("edit_locked", persona="Planners", who="Ben"), EditError),
    ],
)
def test_an_error_has_code_sentence_and_hint_and_is_of_the_kind(error: PersonaError, kind: type[PersonaError]) -> None:
    assert type(error) is kind
    assert (bool(error.message), "{" in error.message + error.hint, str(error) != "") == (True, False, True)


def test_a_code_that_nobody_knows_and_a_value_that_is_missing_are_faults_of_ours() -> None:
    with pytest.raises(KeyError, match="no_such_code"):
        data_error("no_such_code")
    with pytest.raises(KeyError, match="limit"):
        configuration_error("too_many_teams")
