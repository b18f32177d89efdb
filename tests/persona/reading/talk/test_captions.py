"""Subtitles, as meeting programs, video sites and programs for speech write them."""

from __future__ import annotations

import pytest

from persona.reading.talk.captions import are_captions, spoken_lines
from persona.reading.talk.turns import Line


def lines(text: str) -> list[Line]:
    return [Line(number, line) for number, line in enumerate(text.split("\n"), 1)]


def spoken(text: str) -> list[tuple[int, str]]:
    assert are_captions(lines(text))
    return [(line.number, line.text) for line in spoken_lines(lines(text))]


ZOOM = """WEBVTT

1
00:00:03.120 --> 00:00:05.900
Robin Berg: How do you plan?

2
00:00:06.000 --> 00:00:09.480
Dana Maker: On paper: a list.
"""
TEAMS = """WEBVTT

a7939eec-6426-4bd1-a586-66ccb1a4ab01/14-0
00:00:03.120 --> 00:00:05.900
<v Robin Berg>How do you plan?</v>

a7939eec-6426-4bd1-a586-66ccb1a4ab01/15-0
00:00:06.000 --> 00:00:09.480
<v Dana Maker>On paper:
a list.</v>
"""
MEET = """WEBVTT - made by a meeting

NOTE
This was made by a computer.

STYLE
::cue { color: white }

00:03.120 --> 00:05.900 align:start position:10%
<v.first.loud Robin Berg>How do <c.yellow>you</c> plan?

00:06.000 --> 00:09.480
<v Dana Maker>On <00:00:07.000>paper: <i>a list</i>.
"""
SRT = """1
00:00:03,120 --> 00:00:05,900
Robin Berg: How do you plan?

2
00:00:06,000 --> 00:00:09,480
Dana Maker: On paper: a list."""
SBV = """0:00:03.120,0:00:05.900
Robin Berg: How do you plan?

0:00:06.000,0:00:09.480
Dana Maker: On paper: a list.
"""
OLD_TEAMS = """0:0:3.120 --> 0:0:5.900
Robin Berg
How do you plan?
0:0:6.0 --> 0:0:9.480
Dana Maker
On paper: a list.
0:0:10.0 --> 0:0:11.480
Robin Berg
Why?
0:0:12.0 --> 0:0:13.480
Dana Maker
It is quick."""
WHISPER = """[00:00:03.120 --> 00:00:05.900]  Robin Berg: How do you plan?
[00:00:06.000 --> 00:00:09.480]  Dana Maker: On paper."""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(ZOOM, [(4, "Robin Berg: How do you plan?"), (8, "Dana Maker: On paper: a list.")], id="Zoom"),
        pytest.param(TEAMS, [(4, "Robin Berg: How do you plan?"), (8, "Dana Maker: On paper: a list.")], id="Teams"),
        pytest.param(MEET, [(9, "Robin Berg: How do you plan?"), (12, "Dana Maker: On paper: a list.")], id="styles"),
        pytest.param(SRT, [(2, "Robin Berg: How do you plan?"), (6, "Dana Maker: On paper: a list.")], id="SRT"),
        pytest.param(SBV, [(1, "Robin Berg: How do you plan?"), (4, "Dana Maker: On paper: a list.")], id="YouTube"),
        pytest.param(
            OLD_TEAMS,
            [
                (1, "Robin Berg: How do you plan?"),
                (4, "Dana Maker: On paper: a list."),
                (7, "Robin Berg: Why?"),
                (10, "Dana Maker: It is quick."),
            ],
            id="names above what is said",
        ),
    ],
)
def test_each_cue_is_a_line_that_somebody_said(text: str, wanted: list[tuple[int, str]]) -> None:
    assert spoken(text) == wanted


@pytest.mark.parametrize(
    ("cue", "wanted"),
    [
        pytest.param(["How do", "you plan?"], ["How do you plan?"], id="two lines"),
        pytest.param(["- How?", "- So."], ["How? - So."], id="dashes of two speakers"),
        pytest.param([">> How do you plan?"], ["How do you plan?"], id="change of speaker"),
        pytest.param([">>> How do you plan?"], ["How do you plan?"], id="change of speaker, longer"),
        pytest.param(["– How do you plan?"], ["How do you plan?"], id="change of speaker, dash"),
        pytest.param(["Tom &amp; Ann &lt;3"], ["Tom & Ann <3"], id="entities"),
        pytest.param(["<b>How</b> do <u>you</u> plan?"], ["How do you plan?"], id="tags"),
        pytest.param(["<c.colorE5E5E5>How</c> do"], ["How do"], id="colours"),
        pytest.param(["How<00:00:01.500><c> do</c>"], ["How do"], id="times of words"),
        pytest.param(["<v Ann>How?</v><v Bo>So.</v>"], ["Ann: How?", "Bo: So."], id="two voices"),
        pytest.param(["Well. <v Bo>So."], ["Well.", "Bo: So."], id="nobody, then a voice"),
        pytest.param(["<v Ann: guest>How?"], ["Ann  guest: How?"], id="a colon in a name"),
        pytest.param(["<v Tom &amp; Ann>How?"], ["Tom & Ann: How?"], id="an entity in a name"),
        pytest.param(["<v Ann></v>"], [], id="a voice that says nothing"),
        pytest.param(["a < b and b > a"], ["a < b and b > a"], id="signs that are no tags"),
        pytest.param(["10"], ["10"], id="a number that is said"),
        pytest.param(["  How do you plan?  "], ["How do you plan?"], id="blanks around"),
        pytest.param([], [], id="nothing is said"),
    ],
)
def test_what_a_cue_says_is_plain_text(cue: list[str], wanted: list[str]) -> None:
    text = "\n".join(["WEBVTT", "", "1", "00:01.000 --> 00:02.000", *cue, ""])
    assert spoken(text) == [(4, words) for words in wanted]


def test_numbers_of_cues_without_blank_lines_are_not_said() -> None:
    text = "1\n00:00:01,0 --> 00:00:02,0\nHow?\n2\n00:00:02,0 --> 00:00:03,0\nSo.\n3\n00:00:03,0 --> 00:00:04,0\n42"
    assert spoken(text) == [(2, "How?"), (5, "So."), (8, "42")]


def test_cues_on_one_line_each_follow_each_other_without_blanks() -> None:
    text = "00:01.0 --> 00:02.0\nHow?\n00:02.0 --> 00:03.0\nSo.\n00:03.0 --> 00:04.0"
    assert spoken(text) == [(1, "How?"), (3, "So.")]


def test_lines_between_a_blank_and_the_next_time_belong_to_nobody() -> None:
    text = "WEBVTT\n\n00:01.0 --> 00:02.0\nHow?\n\nNOTE somebody laughs\n\n00:02.0 --> 00:03.0\nSo.\n\nthe end"
    assert spoken(text) == [(3, "How?"), (8, "So.")]


def test_names_above_are_names_only_where_few_come_again() -> None:
    pairs = [("Slow and", "dear"), ("Too many", "menus"), ("I like", "paper"), ("Fine for", "me")]
    text = "\n\n".join(f"00:0{n}.0 --> 00:0{n}.9\n{one}\n{two}" for n, (one, two) in enumerate(pairs, 1))
    assert [said for _, said in spoken(text)] == ["Slow and dear", "Too many menus", "I like paper", "Fine for me"]


def test_a_line_break_within_a_paragraph_of_a_document_ends_a_line() -> None:
    found = spoken_lines([Line(1, "0:0:1.0 --> 0:0:2.0\nAnn: How?"), Line(2, "0:0:2.0 --> 0:0:3.0\nBo: So.")])
    assert [(line.number, line.text) for line in found] == [(1, "Ann: How?"), (2, "Bo: So.")]


@pytest.mark.parametrize(
    ("text", "are"),
    [
        pytest.param(ZOOM, True, id="heading and times"),
        pytest.param("\ufeffWEBVTT\n\n00:01.0 --> 00:02.0\nHow?", True, id="mark before the heading"),
        pytest.param("  \nWEBVTT Kind: captions; Language: en\n\n00:01.0 --> 00:02.0\nHow?", True, id="told language"),
        pytest.param("WEBVTT\n\nHow do you plan?", False, id="heading without times"),
        pytest.param("WEBVTTISH\n\n00:01.0 --> 00:02.0\nHow?", False, id="another word"),
        pytest.param(SRT, True, id="two times"),
        pytest.param(WHISPER, False, id="times in the lines of talk"),
        pytest.param("00:01.0 --> 00:02.0\nHow?", False, id="one time without a heading"),
        pytest.param("00:01.0 --> 00:02.0\nHow?\n" * 2 + "So it is.\n" * 30, False, id="few among many lines"),
        pytest.param("", False, id="nothing"),
        pytest.param("\n \n", False, id="blanks"),
        pytest.param("ID,Why\n1,10:15 --> 10:30\n2,so\n", False, id="times in a table"),
    ],
)
def test_subtitles_are_known_by_their_times(text: str, are: bool) -> None:
    assert are_captions(lines(text)) is are
