"""Labels in the place of codes: all codes told, points of a scale, codes apart from numbers, and columns that stay."""

from __future__ import annotations

import pytest

from persona.reading.labelling import labelled

YES_NO = {"1": "Yes", "2": "No"}
AGREE = {"1": "Disagree", "2": "Rather not", "3": "Neither", "4": "Rather", "5": "Agree"}
ENDS = {"1": "Not at all", "7": "Completely"}


@pytest.mark.parametrize(
    ("labels", "cells", "written"),
    [
        pytest.param(YES_NO, ["1", "2", "1", ""], YES_NO, id="all codes have a label"),
        pytest.param(AGREE, ["2", "4"], AGREE, id="more labels than codes that were given"),
        pytest.param({**YES_NO, "9": "No answer"}, ["1", "9"], {**YES_NO, "9": "No answer"}, id="a code for no answer"),
        pytest.param({"a": "Ann", "b": "Bo"}, ["a", "b"], {"a": "Ann", "b": "Bo"}, id="codes that are letters"),
        pytest.param({"1": "1", "2": "2"}, ["1", "2"], {}, id="labels that say the code again"),
        pytest.param({"1": "", "2": ""}, ["1", "2"], {}, id="labels that say nothing"),
        pytest.param({}, ["1", "2"], {}, id="no labels"),
        pytest.param(YES_NO, [], {}, id="no cells"),
        pytest.param(YES_NO, ["", ""], {}, id="empty cells only"),
        pytest.param(YES_NO, ["Yes", "No", "1"], {}, id="most cells are words already"),
        pytest.param(YES_NO, ["1", "2", "Maybe"], YES_NO, id="one word among the codes"),
        pytest.param(YES_NO, ["1", "Maybe"], {}, id="half of the cells are words"),
    ],
)
def test_codes_that_all_have_a_label_are_the_labels(
    labels: dict[str, str], cells: list[str], written: dict[str, str]
) -> None:
    assert labelled(labels, cells) == written


@pytest.mark.parametrize(
    ("labels", "cells", "written"),
    [
        pytest.param(ENDS, "1234567", {"1": "1 (Not at all)", "7": "7 (Completely)"}, id="both ends"),
        pytest.param(ENDS, "23456", {"1": "1 (Not at all)", "7": "7 (Completely)"}, id="ends that nobody chose"),
        pytest.param(
            {"0": "Never", "5": "So so", "10": "Always"},
            [str(n) for n in range(11)],
            {"0": "0 (Never)", "5": "5 (So so)", "10": "10 (Always)"},
            id="eleven points with a middle",
        ),
        pytest.param(
            {**ENDS, "99": "Don’t know"},
            [*"1234567", "99"],
            {"1": "1 (Not at all)", "7": "7 (Completely)", "99": "Don’t know"},
            id="a code apart from the scale",
        ),
        pytest.param(
            {"-3": "Cold", "3": "Hot"},
            ["-3", "-2", "-1", "0", "1", "2", "3"],
            {"-3": "-3 (Cold)", "3": "3 (Hot)"},
            id="negative points",
        ),
        pytest.param(
            {**ENDS, "-9": "Refused"},
            [*"1234567", "-9"],
            {"1": "1 (Not at all)", "7": "7 (Completely)", "-9": "Refused"},
            id="a negative code apart",
        ),
        pytest.param({"1": "Low", "3": "High"}, ["1", "2", "3"], {"1": "1 (Low)", "3": "3 (High)"}, id="three points"),
        pytest.param({"1": "Low"}, ["2", "3", "4"], {"1": "1 (Low)"}, id="the next point below"),
        pytest.param({"5": "High"}, ["2", "3", "4"], {"5": "5 (High)"}, id="the next point above"),
        pytest.param({"a": "None"}, ["1", "2", "a"], {"a": "None"}, id="a letter beside points"),
    ],
)
def test_labelled_points_of_a_scale_keep_their_number(
    labels: dict[str, str], cells: list[str] | str, written: dict[str, str]
) -> None:
    assert labelled(labels, cells) == written


@pytest.mark.parametrize(
    ("labels", "cells", "written"),
    [
        pytest.param({"98": "Don’t know"}, ["34", "51", "98"], {"98": "Don’t know"}, id="ages with one code"),
        pytest.param(
            {"97": "Refused", "98": "Don’t know"},
            ["18", "34", "67"],
            {"97": "Refused", "98": "Don’t know"},
            id="codes that nobody has",
        ),
        pytest.param({"0": "None"}, ["0", "1200", "3500"], {"0": "None"}, id="an amount of nothing"),
        pytest.param({"99": "99 or older"}, ["98", "34", "97"], {}, id="the next number of many is a number"),
        pytest.param({"40": "forty"}, ["34", "51", "98"], {}, id="a number among many"),
        pytest.param({"-1": "None"}, ["1.5", "2.5", "30"], {"-1": "None"}, id="numbers with a point"),
    ],
)
def test_in_a_column_of_numbers_only_codes_apart_have_words(
    labels: dict[str, str], cells: list[str], written: dict[str, str]
) -> None:
    assert labelled(labels, cells) == written
