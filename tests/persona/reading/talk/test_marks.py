"""Each way of naming a speaker, line by line: the name, what else the line says, and lines that only look alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona.reading.talk.marks import Mark, alone, by_bracket, by_colon, by_dash, by_letter, by_time

if TYPE_CHECKING:
    from persona.reading.talk.marks import Form


def found_in(form: Form, line: str, *, before: str = "", after: str = "") -> Mark | None:
    """What a form makes of a line between two others."""
    return form([before, line, after], 1)


@pytest.mark.parametrize(
    ("line", "name", "text"),
    [
        ("Ann: On paper.", "Ann", "On paper."),
        ("Ann:", "Ann", ""),
        ("  Ann :  On paper.", "Ann", "On paper."),
        ("Ann Lee-Miller: On paper.", "Ann Lee-Miller", "On paper."),
        ("Dr. Ann Lee: On paper.", "Dr. Ann Lee", "On paper."),
        ("O'Neill: On paper.", "O'Neill", "On paper."),
        ("P1: On paper.", "P1", "On paper."),
        ("**Ann:** On paper.", "Ann", "On paper."),
        ("**Ann**: On paper.", "Ann", "On paper."),
        ("__Ann__: On paper.", "Ann", "On paper."),
        (">> Ann: On paper.", "Ann", "On paper."),
        ("12 Ann: On paper.", "Ann", "On paper."),
        ("12. Ann: On paper.", "Ann", "On paper."),
        ("[12] Ann: On paper.", "Ann", "On paper."),
        ("#12 Ann: On paper.", "Ann", "On paper."),
        ("[00:12] Ann: On paper.", "Ann", "On paper."),
        ("00:12 Ann: On paper.", "Ann", "On paper."),
        ("00:12 - Ann: On paper.", "Ann", "On paper."),
        ("(00:12:03) Ann: On paper.", "Ann", "On paper."),
        ("Ann (00:12): On paper.", "Ann", "On paper."),
        ("Ann [00:12:03]: On paper.", "Ann", "On paper."),
        ("Ann, 00:12: On paper.", "Ann", "On paper."),
        ("Ann - 00:12: On paper.", "Ann", "On paper."),
        ("[00:01 - 00:05] Ann: On paper.", "Ann", "On paper."),
        ("安：写在纸上。", "安", "写在纸上。"),
        ("田中 ： 紙に書きます。", "田中", "紙に書きます。"),
        ("Анна: На бумаге.", "Анна", "На бумаге."),
        ("سارة: على الورق.", "سارة", "على الورق."),
        ("Ann (she/her): On paper.", "Ann (she/her)", "On paper."),
        ("Ann: It is: quick.", "Ann", "It is: quick."),
        ("Ann: at 10:15", "Ann", "at 10:15"),
        ("Ann: On paper. [00:12:03]", "Ann", "On paper."),
        ("From Ann Lee to Everyone: On paper.", "Ann Lee", "On paper."),
    ],
)
def test_a_name_stands_before_a_colon(line: str, name: str, text: str) -> None:
    assert found_in(by_colon, line) == Mark(name, text)


@pytest.mark.parametrize(
    "line",
    [
        "On paper.",
        "",
        ":",
        ": On paper.",
        "at 10:15 we go",
        "https://example.org",
        "10:15",
        "Ann:On paper.",
        "Is it so? Ann: yes",
        "“Ann: On paper.”",
        "A name that is far too long to be that of anybody at all: so",
        "12: On paper.",
    ],
)
def test_other_colons_name_nobody(line: str) -> None:
    assert found_in(by_colon, line) is None


@pytest.mark.parametrize(
    ("line", "name", "text"),
    [
        ("[Ann] On paper.", "Ann", "On paper."),
        ("[Ann]: On paper.", "Ann", "On paper."),
        ("[Ann]", "Ann", ""),
        ("{Ann} On paper.", "Ann", "On paper."),
        ("<Ann> On paper.", "Ann", "On paper."),
        ("(Ann) On paper.", "Ann", "On paper."),
        ("【安】写在纸上。", "安", "写在纸上。"),
        ("［安］写在纸上。", "安", "写在纸上。"),
        ("**Ann** On paper.", "Ann", "On paper."),
        ("**Ann**", "Ann", ""),
        ("[Ann Lee] 10:15:02", "Ann Lee", ""),
        ("[00:12] [Ann] On paper.", "Ann", "On paper."),
        ("00:12 <Ann> On paper.", "Ann", "On paper."),
        ("3. [Ann] On paper.", "Ann", "On paper."),
    ],
)
def test_a_name_stands_in_brackets(line: str, name: str, text: str) -> None:
    assert found_in(by_bracket, line) == Mark(name, text)


@pytest.mark.parametrize(
    "line", ["On [Ann] paper", "[] On paper.", "[00:12] On paper.", "[Ann On paper.", "[1] On paper."]
)
def test_other_brackets_name_nobody(line: str) -> None:
    assert found_in(by_bracket, line) is None


@pytest.mark.parametrize(
    ("line", "before", "after", "name"),
    [
        ("Ann Lee  0:07", "", "On paper.", "Ann Lee"),
        ("Ann Lee 00:07", "", "On paper.", "Ann Lee"),
        ("Ann Lee (0:07)", "", "On paper.", "Ann Lee"),
        ("Ann Lee (0:07):", "", "On paper.", "Ann Lee"),
        ("Ann Lee - 0:07", "", "On paper.", "Ann Lee"),
        ("Ann Lee, 0:07", "", "On paper.", "Ann Lee"),
        ("**Ann Lee** 0:07", "", "On paper.", "Ann Lee"),
        ("0:07 Ann Lee", "", "On paper.", "Ann Lee"),
        ("[00:00:07] Ann Lee", "", "On paper.", "Ann Lee"),
        ("00:00:07 - Ann Lee:", "", "On paper.", "Ann Lee"),
        ("Ann Lee 10:15 AM", "", "On paper.", "Ann Lee"),
        ("Ann Lee", "", "0:07", "Ann Lee"),
        ("Ann Lee", "0:0:7.0 --> 0:0:9.0", "On paper.", "Ann Lee"),
    ],
)
def test_a_name_stands_with_a_time_above_what_is_said(line: str, before: str, after: str, name: str) -> None:
    assert found_in(by_time, line, before=before, after=after) == Mark(name, "")


@pytest.mark.parametrize(
    ("line", "before", "after"),
    [
        ("0:07", "", "On paper."),
        ("On paper.", "0:07", "Ann"),
        ("Ann Lee", "", "On paper."),
        ("Ann Lee", "0:07", "0:09"),
        ("We met at 10:15 and then at 10:30.", "", ""),
        ("12 0:07", "", "On paper."),
        ("", "0:07", ""),
    ],
)
def test_other_times_name_nobody(line: str, before: str, after: str) -> None:
    assert found_in(by_time, line, before=before, after=after) is None


@pytest.mark.parametrize(
    ("line", "name", "text"),
    [
        ("Ann – On paper.", "Ann", "On paper."),
        ("Ann — On paper.", "Ann", "On paper."),
        ("Ann - On paper.", "Ann", "On paper."),
        ("Ann -> On paper.", "Ann", "On paper."),
        ("Ann => On paper.", "Ann", "On paper."),
        ("Ann | On paper.", "Ann", "On paper."),
        ("Ann\tOn paper.", "Ann", "On paper."),
        ("P 1\tOn paper - mostly.", "P 1", "On paper - mostly."),
    ],
)
def test_a_name_stands_before_a_dash_or_a_tab(line: str, name: str, text: str) -> None:
    assert found_in(by_dash, line) == Mark(name, text)


@pytest.mark.parametrize("line", ["On paper.", "Ann-Lee is here", "– On paper.", "Ann –", "Ann\t", "12 – On paper."])
def test_other_dashes_name_nobody(line: str) -> None:
    assert found_in(by_dash, line) is None


@pytest.mark.parametrize(
    ("line", "name", "text"),
    [
        ("Q. How do you plan?", "Q", "How do you plan?"),
        ("A. On paper.", "A", "On paper."),
        ("Q1. How do you plan?", "Q", "How do you plan?"),
        ("A12) On paper.", "A", "On paper."),
        ("**Q.** How do you plan?", "Q", "How do you plan?"),
        ("INT. How do you plan?", "INT", "How do you plan?"),
        ("R) On paper.", "R", "On paper."),
    ],
)
def test_a_letter_with_a_point_stands_for_who_speaks(line: str, name: str, text: str) -> None:
    assert found_in(by_letter, line) == Mark(name, text)


@pytest.mark.parametrize("line", ["B. On paper.", "Q How?", "A.", "Q.How?", "a. first", "QA. How?"])
def test_other_letters_name_nobody(line: str) -> None:
    assert found_in(by_letter, line) is None


@pytest.mark.parametrize(
    ("line", "after", "name"),
    [
        ("Ann", "On paper, mostly.", "Ann"),
        ("## Ann Lee", "On paper, mostly.", "Ann Lee"),
        ("*Ann*", "On paper, mostly.", "Ann"),
        ("安", "写在纸上。", "安"),
    ],
)
def test_a_name_may_stand_alone_above_what_is_said(line: str, after: str, name: str) -> None:
    assert found_in(alone, line, after=after) == Mark(name, "")


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("Ann", ""),
        ("Ann", "No"),
        ("On paper.", "And then in my head."),
        ("12", "On paper, mostly."),
        ("Is it you?", "On paper, mostly."),
        ("A line that is by far too long for any name", "On paper, mostly, and on the board as well."),
    ],
)
def test_other_lines_alone_name_nobody(line: str, after: str) -> None:
    assert found_in(alone, line, after=after) is None


@pytest.mark.parametrize("form", [by_colon, by_bracket, by_time, by_dash, by_letter, alone])
def test_the_first_and_the_last_line_have_no_neighbour(form: Form) -> None:
    assert form(["x."], 0) is None


@pytest.mark.parametrize("form", [by_colon, by_bracket, by_time, by_dash, by_letter, alone])
@pytest.mark.parametrize("line", ["(" * 3_000, "a " * 3_000, "1:" * 3_000, "**" * 3_000, "[a" * 3_000, "- " * 3_000])
def test_a_line_made_to_be_slow_is_looked_at_quickly(form: Form, line: str) -> None:
    assert found_in(form, line, after=line) is None
