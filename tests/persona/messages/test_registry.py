"""The rooms of messages, put together: no code twice, no sentence twice, each with what can be done."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest

from persona.exceptions import ConfigurationError, DataError
from persona.messages import FILES, LEFT_OUT, MESSAGES, NOTES, REPAIRED, configuration_error, data_error, note, problem
from persona.messages.accounts import ACCOUNTS
from persona.messages.asking import ASKING
from persona.messages.comparing import COMPARING
from persona.messages.edits import EDITS
from persona.messages.experiments import EXPERIMENTS, GATES, GROUPS, PORTRAITS
from persona.messages.exports import METHOD
from persona.messages.models import MODELS
from persona.messages.servers import SERVERS
from persona.messages.shares import SHARES
from persona.models import Problem

ROOMS = {
    "accounts": ACCOUNTS,
    "experiments": EXPERIMENTS,
    "gates": GATES,
    "groups": GROUPS,
    "portraits": PORTRAITS,
    "models": MODELS,
    "servers": SERVERS,
    "files": FILES,
    "left out": LEFT_OUT,
    "repaired": REPAIRED,
    "edits": EDITS,
    "exports": METHOD,
    "asking": ASKING,
    "comparing": COMPARING,
    "shares": SHARES,
}
# These say how things are; there is nothing to do about them.
NOTHING_TO_DO = {
    "model_unsupported",
    "lines_skipped",
    "rows_left_out",
    "encoding_guessed",
    "few_rows",
    "no_open_answers",
    "personal_data",
    "merged_by_adding",
    *PORTRAITS,
    *(code for code in METHOD if code.startswith("method_")),
    *(ASKING.keys() - {"ask_empty", "ask_long", "ask_filter_question", "ask_filter_persona", "ask_no_model"}),
    *(COMPARING.keys() - {"nothing_alike", "compare_two_to_four"}),
}


@pytest.mark.parametrize(("first", "second"), list(combinations(ROOMS, 2)))
def test_no_code_stands_in_two_rooms(first: str, second: str) -> None:
    assert ROOMS[first].keys() & ROOMS[second].keys() == set()


def test_all_rooms_are_in_the_registry() -> None:
    assert {code: message for room in ROOMS.values() for code, message in room.items()} == MESSAGES


def test_no_two_codes_say_the_same() -> None:
    sentences = Counter(message.text for message in MESSAGES.values())

    assert [text for text, count in sentences.items() if count > 1] == []


def test_every_error_says_what_to_do_now() -> None:
    assert {code for code, message in MESSAGES.items() if not message.hint} == NOTHING_TO_DO


def test_a_repair_that_is_counted_has_words_for_one_line_and_for_many() -> None:
    """A line's own repair names it; the report's count does not."""
    both = REPAIRED.keys() & NOTES.keys()

    assert both == REPAIRED.keys()
    assert [code for code in both if "{line}" not in REPAIRED[code].text or "{line}" in "".join(NOTES[code])] == []


@pytest.mark.parametrize("count", [0, 2, 1_000])
def test_any_count_but_one_is_in_the_plural(count: int) -> None:
    assert note("blank_lines", count) == f"{count:,} blank lines were skipped."


def test_a_problem_in_a_column_knows_its_place() -> None:
    found = problem("one_column", line=1, column="Comments")

    assert found == Problem(
        code="one_column",
        message="Line 1: the file has only one column, “Comments”, and it holds no written answers.",
        line=1,
        column="Comments",
        hint="If there should be more columns, choose what stands between the cells: comma, semicolon or tab.",
    )


def test_errors_of_files_and_of_settings_are_two_kinds() -> None:
    told = data_error("too_large", found="3 GB", limit="2 GB"), configuration_error("run_missing", name="r1")

    assert [(type(error), error.code, error.message) for error in told] == [
        (DataError, "too_large", "The file has 3 GB, and at most 2 GB can be read."),
        (ConfigurationError, "run_missing", "There is no run “r1”."),
    ]
    assert [error.retryable for error in told] == [False, False]
