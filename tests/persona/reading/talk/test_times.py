"""Times in transcripts, as recorders, meeting programs and people who type write them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persona.reading.talk.times import CUE, ONLY, SPAN, TIME, without_times


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("0:07", id="Otter"),
        pytest.param("00:07", id="Teams"),
        pytest.param("1:02:03", id="an hour later"),
        pytest.param("01:02:03.456", id="milliseconds"),
        pytest.param("01:02:03,456", id="milliseconds behind a comma"),
        pytest.param("102:03", id="more than 99 minutes"),
        pytest.param("00:01:02-3", id="f4 with tenths"),
        pytest.param("[00:01:02]", id="square brackets"),
        pytest.param("(00:01:02)", id="round brackets"),
        pytest.param("{00:01:02}", id="braces"),
        pytest.param("<00:01:02>", id="angle brackets"),
        pytest.param("#00:01:02-3#", id="MAXQDA"),
        pytest.param("（00:01:02）", id="full-width round brackets"),
        pytest.param("［00:01:02］", id="full-width square brackets"),
        pytest.param("【00:01:02】", id="lenticular brackets"),
        pytest.param("[ 0:07 ]", id="blanks inside"),
        pytest.param("10:15 AM", id="time of day"),
        pytest.param("10:15am", id="time of day without a blank"),
        pytest.param("14:05 Uhr", id="time of day in German"),
        pytest.param("12:40 min", id="minutes"),
        pytest.param("1h 02m 03s", id="hours in letters"),
        pytest.param("1h02", id="hours in letters, short"),
        pytest.param("[00:01 - 00:05]", id="span"),
        pytest.param("00:01 --> 00:05", id="span of subtitles"),
        pytest.param("00:01 – 00:05", id="span with a long dash"),
        pytest.param("0:01 to 0:05", id="span in words"),
        pytest.param("00:00:01.000 → 00:00:05.000", id="span with an arrow"),
        pytest.param("  0:07\t", id="blanks around"),
    ],
)
def test_a_line_with_a_time_and_nothing_else_is_known(text: str) -> None:
    assert ONLY.fullmatch(text)


@pytest.mark.parametrize(
    "text",
    ["", "7", "7.30", "10:", ":10", "0:07 Ann", "Ann 0:07", "10:15 or so", "2024-05-03", "1 h", "ratio 1:2:3:4:5"],
)
def test_other_lines_are_no_times(text: str) -> None:
    assert ONLY.fullmatch(text) is None


@pytest.mark.parametrize(
    ("line", "is_cue"),
    [
        ("00:00:01.000 --> 00:00:04.000", True),
        ("00:01.000 --> 00:04.000", True),
        ("00:00:01,000-->00:00:04,000", True),
        ("00:00:01.000 --> 00:00:04.000 align:start position:0%", True),
        ("0:0:3.0 --> 0:0:3.790", True),
        ("00:00:01.000 -> 00:00:04.000", False),
        ("Ann 00:00:01.000 --> 00:00:04.000", False),
        ("00:00:01.000 -->", False),
    ],
)
def test_the_line_above_a_subtitle_is_a_cue(line: str, is_cue: bool) -> None:
    assert bool(CUE.fullmatch(line)) is is_cue


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("We plan on paper.", "We plan on paper."),
        ("We plan [00:12:03] on paper.", "We plan on paper."),
        ("We plan on paper. #00:12:03-4#", "We plan on paper."),
        ("[0:12] We plan on paper.", "We plan on paper."),
        ("We plan <00:12:03.456> on paper.", "We plan on paper."),
        ("We plan (00:12:03) on paper.", "We plan on paper."),
        ("We plan [00:12 - 00:15] on paper.", "We plan on paper."),
        ("We plan ［00:12:03］on paper.", "We planon paper."),
        ("We get up (7:30) and plan at 8:15.", "We get up (7:30) and plan at 8:15."),
        ("[laughs] We plan [x] on paper.", "[laughs] We plan [x] on paper."),
        ("A ratio of 1:2 [or 2:1]", "A ratio of 1:2 [or 2:1]"),
        ("[00:12:03][00:12:09]", ""),
        ("   ", ""),
        ("", ""),
    ],
)
def test_marks_of_the_recording_are_no_words(line: str, plain: str) -> None:
    assert without_times(line) == plain


@given(st.integers(0, 99), st.integers(0, 59), st.integers(0, 59), st.sampled_from(["[{}]", "#{}#", "<{}>", "({})"]))
def test_any_time_of_a_recording_in_brackets_goes(hours: int, minutes: int, seconds: int, around: str) -> None:
    mark = around.format(f"{hours:02}:{minutes:02}:{seconds:02}")
    assert without_times(f"So {mark} it is") == "So it is"
    assert without_times(f"{mark} So it is") == "So it is"


@given(st.integers(0, 999), st.integers(0, 59))
def test_a_time_is_a_span_that_goes_nowhere(minutes: int, seconds: int) -> None:
    text = f"{minutes}:{seconds:02}"
    assert re.fullmatch(SPAN, text)
    assert re.fullmatch(TIME, text)
    assert re.fullmatch(SPAN, f"{text} - {text}")


def test_a_line_of_many_brackets_takes_linear_time() -> None:
    assert without_times("[0:" * 20_000) == "[0:" * 20_000
    assert ONLY.fullmatch("1:1" * 20_000) is None
