"""Marks between several answers of one cell, brackets and quotes around them, and lists as programs write them."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from persona.questionnaire.values.choices import split_choices
from persona.questionnaire.values.separators import SEPARATORS, listed, pieces, quick_parts

TOOLS = ("Slack", "Teams", "Zoom", "Email")
BY_MARK = {separator.mark: separator for separator in SEPARATORS}


def ticks(mark: str, options: tuple[str, ...] = TOOLS, before: str = "", after: str = "") -> list[list[str]]:
    """What 60 people ticked, one to three each; the cells are made by `written`."""
    chance = random.Random(3)
    return [chance.sample(options, chance.randint(1, 3)) for _ in range(60)]


WRITTEN = {
    ";": ";", "; ": ";", " ; ": ";", ",": ",", ", ": ", ", "|": "|", " | ": "|", "||": "|", "\n": "\n", "\r\n": "\n",
    "<br>": "\n", "<br/>": "\n", "\t": "\t", " • ": "•", "::": "::", ":::": "::", " / ": " / ", "/": "/",
    " + ": " + ", " & ": " & ", "；": "；", "、": "、", "，": "，", "┋": "┋", "، ": "،", "؛ ": "؛",
}  # fmt: skip


@pytest.mark.parametrize("mark", WRITTEN)
def test_each_mark_parts_the_answers_and_each_is_counted(mark: str) -> None:
    given = ticks(mark)
    found = split_choices(Counter(mark.join(row) for row in given))

    assert found is not None
    assert found.separator == WRITTEN[mark]
    assert found.options == Counter(option for row in given for option in row)
    assert found.written == {}
    assert all(set(found.ticked[mark.join(row)]) == set(row) for row in given)


@pytest.mark.parametrize("mark", [" - ", " and ", " und ", "^", "~", "#", "\\"])
def test_marks_that_stand_inside_of_answers_part_nothing(mark: str) -> None:
    assert split_choices(Counter(mark.join(row) for row in ticks(mark))) is None


@pytest.mark.parametrize(
    ("options", "mark"),
    [
        (("Reading, writing", "Music (rock, pop)", "Sport", "Travel"), ";"),
        (("Reading, writing", "Music (rock, pop)", "Sport", "Travel"), ", "),
        (("R&D", "Sales", "Human resources", "IT / support"), ";"),
        (("C++", "C#", "Node.js", "T-SQL"), ", "),
        (("コーヒー", "お茶", "水", "ジュース"), "、"),
        (("قهوة", "شاي", "ماء", "عصير"), "، "),
        (("Café", "Thé glacé", "Eau (plate)", "Jus d'orange"), "; "),
        (("1-2 hours", "3-4 hours", "At night", "Never"), "|"),
    ],
)
def test_options_that_hold_marks_themselves_stay_whole(options: tuple[str, ...], mark: str) -> None:
    given = ticks(mark, options)
    found = split_choices(Counter(mark.join(row) for row in given))

    assert found is not None
    assert found.options == Counter(option for row in given for option in row)


def test_every_cell_of_microsoft_forms_ends_with_the_mark() -> None:
    given = ticks(";")
    found = split_choices(Counter(";".join(row) + ";" for row in given))

    assert found is not None
    assert (found.separator, found.options) == (";", Counter(option for row in given for option in row))


def test_quotes_around_each_answer_are_no_part_of_it() -> None:
    given = ticks(",")
    found = split_choices(Counter(",".join(f'"{option}"' for option in row) for row in given))

    assert found is not None
    assert (found.separator, found.options) == (",", Counter(option for row in given for option in row))


WHOLE = """
Paris, France|Lyon, France|Oslo, Norway|Bergen, Norway
Smith, Anna|Meyer, Karl|Ng, Li|Lopez, Ana
Yes, often|Yes, sometimes|No, never
he/him|she/her|they/them
Work/study|Leisure/sport|Other
Mon 9:00|Tue 10:00
1,000|2,000|3,500
12, High Street|14, Low Road
R & D|Sales|HR
Black / white|Red|Blue
VP, Sales|VP, Marketing|Director, Sales
Level 1 - low|Level 2 - mid
I like it, but it is slow; it breaks.|No, never; too expensive.|It works, mostly.
https://a.b/c|https://a.b/d
1-2|3-4|5+
Primary, no degree|Secondary, with degree|Tertiary, with degree
Black or African American|Hispanic, Latino or Spanish|White
Female|Male|Non-binary / third gender
New York|New Delhi|York|Delhi
C++|C|C#|Java
05/03/2024|06/03/2024|07/03/2024
4/5|3/5|5/5
Berlin، ألمانيا|Paris، فرنسا
"""


@pytest.mark.parametrize("line", WHOLE.strip().splitlines())
def test_one_answer_with_a_mark_in_it_is_not_parted(line: str) -> None:
    assert split_choices(Counter(line.split("|") * 15)) is None


@pytest.mark.parametrize(
    ("text", "mark", "parts"),
    [
        ("a;b ; c", ";", ["a", "b", "c"]),
        (";;a;;b;", ";", ["a", "b"]),
        ("", ";", []),
        ("Music (rock; pop);Sport", ";", ["Music (rock; pop)", "Sport"]),
        ("Music (rock; pop", ";", ["Music (rock", "pop"]),
        ('"a;b";c', ";", ["a;b", "c"]),
        ('say "a;b" twice;c', ";", ['say "a;b" twice', "c"]),
        ("“a; b”; c", ";", ["“a; b”", "c"]),
        ("「甲；乙」；丙", "；", ["「甲；乙」", "丙"]),
        ("1,234,5", ",", ["1,234", "5"]),
        ("a, b,c", ", ", ["a", "b", "c"]),
        ("either/or", "/", ["either", "or"]),
        ("[a; [b; c]]; d", ";", ["[a; [b; c]]", "d"]),
    ],
)
def test_pieces_of_a_cell(text: str, mark: str, parts: list[str]) -> None:
    assert [text[piece.start : piece.end] for piece in pieces(text, BY_MARK[mark])] == parts


@pytest.mark.parametrize(
    ("text", "parts"), [("a; b;;c", ["a", "b", "c"]), ("a (b; c); d", None), ('"a";b', None), ("", [])]
)
def test_cells_without_brackets_are_cut_at_once(text: str, parts: list[str] | None) -> None:
    assert quick_parts(text, BY_MARK[";"]) == parts


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ('["Slack", "Teams"]', ("Slack", "Teams")),
        ("['Slack', 'Teams']", ("Slack", "Teams")),
        ("('Slack', 'Teams')", None),
        ("{Slack,Teams}", ("Slack", "Teams")),
        ('{"Slack","MS Teams"}', ("Slack", "MS Teams")),
        ("{'Slack', 'MS Teams'}", ("Slack", "MS Teams")),
        ("[Slack, Teams]", ("Slack", "Teams")),
        ("[]", ()),
        ("{}", None),
        ("[1, 3]", ("1", "3")),
        ('[""]', ()),
        (' ["Slack"] ', ("Slack",)),
        ('{"Slack": true, "Teams": false}', ("Slack",)),
        ("{'Slack': True, 'Teams': True}", ("Slack", "Teams")),
        ('{"Slack": 3, "Teams": 1}', None),
        ('[{"label": "Slack"}, {"value": "t", "label": "Teams"}]', ("Slack", "Teams")),
        ('[{"id": 7}]', None),
        ("[[1, 2], [3]]", None),
        ("Slack, Teams", None),
        ("[see note: it is broken]", None),
        ("", None),
    ],
)
def test_lists_as_programs_write_them(text: str, entries: tuple[str, ...] | None) -> None:
    assert listed(text) == entries
