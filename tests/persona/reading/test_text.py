"""Tables in text as tools, programs and people write them: each is read whole, and what was not read is told."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from persona.exceptions import DataError
from persona.reading.options import DialectChoice
from persona.reading.text import LINES, SAMPLE, _line_ends, _sampled, guess_shape, read_head
from tests.persona.reading.plain import plain
from tests.persona.reading.wanted import Wanted, found_in

NAMES = ("ID", "Age", "Why?")
ROWS = [("1", "34", "Fine, as it is"), ("2", "51", "Too slow"), ("3", "28", "")]
SAME = {
    "RFC 4180": 'ID,Age,Why?\r\n1,34,"Fine, as it is"\r\n2,51,Too slow\r\n3,28,\r\n',
    "all cells in quotation marks": (
        '"ID","Age","Why?"\n"1","34","Fine, as it is"\n"2","51","Too slow"\n"3","28",""\n'
    ),
    "words in quotation marks": '"ID","Age","Why?"\n1,34,"Fine, as it is"\n2,51,"Too slow"\n3,28,""\n',
    "old Mac": 'ID,Age,Why?\r1,34,"Fine, as it is"\r2,51,Too slow\r3,28,\r',
    "line ends of several systems": 'ID,Age,Why?\r\n1,34,"Fine, as it is"\n2,51,Too slow\r3,28,\n',
    "no line end at the end": 'ID,Age,Why?\n1,34,"Fine, as it is"\n2,51,Too slow\n3,28,',
    "a first line for Excel": 'sep=,\r\nID,Age,Why?\r\n1,34,"Fine, as it is"\r\n2,51,Too slow\r\n3,28,\r\n',
    "that line in quotation marks": '"sep=,"\nID,Age,Why?\n1,34,"Fine, as it is"\n2,51,Too slow\n3,28,\n',
    "that line in capitals": 'SEP=,\nID,Age,Why?\n1,34,"Fine, as it is"\n2,51,Too slow\n3,28,\n',
    "blanks before quotation marks": 'ID, Age, Why?\n1,34, "Fine, as it is"\n2,51, "Too slow"\n3,28,\n',
    "single quotation marks": "ID,Age,Why?\n1,34,'Fine, as it is'\n2,51,'Too slow'\n3,28,''\n",
}


@pytest.mark.parametrize("way", SAME)
def test_one_table_is_the_same_in_every_way_to_write_it(way: str) -> None:
    assert found_in(SAME[way]) == Wanted(NAMES, ROWS)


SEPARATED = {
    "semicolon": ";",
    "tab": "\t",
    "vertical bar": "|",
    "caret": "^",
    "tilde": "~",
    "unit separator": "\x1f",
}


@pytest.mark.parametrize("sign", SEPARATED.values(), ids=SEPARATED.keys())
def test_other_signs_stand_between_cells(sign: str) -> None:
    rows = [NAMES, *ROWS]
    assert found_in("\n".join(sign.join(row) for row in rows) + "\n") == Wanted(NAMES, ROWS, sign)


@pytest.mark.parametrize("sign", [*",;\t|^~", "\x1f"])
def test_a_first_line_names_the_sign(sign: str) -> None:
    rows = [("ID", "a;b,c|d"), ("1", "x,y;z"), ("2", "w")]
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=sign).writerows(rows)
    found = found_in(f"sep={sign}\r\n{text.getvalue()}")
    assert (found.sep, found.names, found.rows) == (sign, rows[0], rows[1:])


TOOLS: dict[str, tuple[str, Wanted]] = {
    "Google Forms": (
        (
            'Timestamp,How old are you?,"Which tools do you use? [Excel]",Why?\n'
            '2024/05/01 10:00:00 AM GMT+2,34,Yes,"So, so"\n2024/05/01 11:00:00 AM GMT+2,51,No,\n'
        ),
        Wanted(
            ("Timestamp", "How old are you?", "Which tools do you use? [Excel]", "Why?"),
            [
                ("2024/05/01 10:00:00 AM GMT+2", "34", "Yes", "So, so"),
                ("2024/05/01 11:00:00 AM GMT+2", "51", "No", ""),
            ],
        ),
    ),
    "SurveyMonkey": (
        (
            "Respondent ID,Start Date,What tools?,,,Why?\n,,Excel,Jira,Other (please specify),Open-Ended Response\n"
            "101,05/01/2024 10:00:00 AM,Excel,,,Because\n102,05/01/2024 11:00:00 AM,,Jira,Paper,So it is\n"
        ),
        Wanted(
            (
                "Respondent ID",
                "Start Date",
                "What tools? - Excel",
                "What tools? - Jira",
                "What tools? - Other (please specify)",
                "Why?",
            ),
            [
                ("101", "05/01/2024 10:00:00 AM", "Excel", "", "", "Because"),
                ("102", "05/01/2024 11:00:00 AM", "", "Jira", "Paper", "So it is"),
            ],
        ),
    ),
    "Qualtrics": (
        (
            'StartDate,Status,Q1,Q2_TEXT\nStart Date,Response Type,How old?,"Why, then?"\n'
            '"{""ImportId"":""startDate"",""timeZone"":""Europe/Berlin""}","{""ImportId"":""status""}",'
            '"{""ImportId"":""QID1""}","{""ImportId"":""QID2_TEXT""}"\n'
            '2024-05-01 10:00:00,IP Address,34,Because\n2024-05-02 10:00:00,IP Address,51,"No, not"\n'
        ),
        Wanted(
            ("StartDate", "Status", "Q1", "Q2_TEXT"),
            [
                ("2024-05-01 10:00:00", "IP Address", "34", "Because"),
                ("2024-05-02 10:00:00", "IP Address", "51", "No, not"),
            ],
            labels=("Start Date", "Response Type", "How old?", "Why, then?"),
        ),
    ),
    "Typeform": (
        (
            "#,How old are you?,What bothers you?,Submit Date (UTC),Network ID\n"
            "abc123,34,Too slow,2024-05-01 10:01:00,f00\ndef456,51,Nothing,2024-05-01 11:01:00,f01\n"
        ),
        Wanted(
            ("#", "How old are you?", "What bothers you?", "Submit Date (UTC)", "Network ID"),
            [
                ("abc123", "34", "Too slow", "2024-05-01 10:01:00", "f00"),
                ("def456", "51", "Nothing", "2024-05-01 11:01:00", "f01"),
            ],
        ),
    ),
    "LimeSurvey": (
        '"id","submitdate","Q1[SQ001]","Q1[SQ002]"\n"1","2024-05-01 10:00:00","Yes","No"\n"2","","No","Yes"\n',
        Wanted(
            ("id", "submitdate", "Q1[SQ001]", "Q1[SQ002]"),
            [("1", "2024-05-01 10:00:00", "Yes", "No"), ("2", "", "No", "Yes")],
        ),
    ),
    "KoboToolbox": (
        (
            'start;"Quel âge ?";"Quels outils ?";"Quels outils ?/Excel";"Quels outils ?/Jira";_id;_uuid\n'
            '"2024-05-01T10:00:00.000+02:00";"34";"Excel Jira";"1";"1";"1";"a-b"\n'
            '"2024-05-01T11:00:00.000+02:00";"51";"Jira";"0";"1";"2";"c-d"\n'
        ),
        Wanted(
            ("start", "Quel âge ?", "Quels outils ?", "Quels outils ?/Excel", "Quels outils ?/Jira", "_id", "_uuid"),
            [
                ("2024-05-01T10:00:00.000+02:00", "34", "Excel Jira", "1", "1", "1", "a-b"),
                ("2024-05-01T11:00:00.000+02:00", "51", "Jira", "0", "1", "2", "c-d"),
            ],
            ";",
        ),
    ),
    "REDCap": (
        "record_id,redcap_event_name,age,why,complete\n1,baseline_arm_1,34,fine,2\n2,baseline_arm_1,51,slow,2\n",
        Wanted(
            ("record_id", "redcap_event_name", "age", "why", "complete"),
            [("1", "baseline_arm_1", "34", "fine", "2"), ("2", "baseline_arm_1", "51", "slow", "2")],
        ),
    ),
    "Microsoft Forms, saved in German": (
        (
            '"ID";"Startzeit";"E-Mail";"Name";"Wie alt sind Sie?"\n"1";"01.05.2024 10:00:00";"anonymous";"";"34"\n'
            '"2";"01.05.2024 10:05:00";"anonymous";"";"51,5"\n'
        ),
        Wanted(
            ("ID", "Startzeit", "E-Mail", "Name", "Wie alt sind Sie?"),
            [
                ("1", "01.05.2024 10:00:00", "anonymous", "", "34"),
                ("2", "01.05.2024 10:05:00", "anonymous", "", "51,5"),
            ],
            ";",
        ),
    ),
    "Stata": (
        'id\tage\twhy\n1\t34\t"fine, as it is"\n2\t51\t"slow"\n',
        Wanted(("id", "age", "why"), [("1", "34", "fine, as it is"), ("2", "51", "slow")], "\t"),
    ),
    "R, write.csv": (
        '"","ID","Age","Why"\n"1",1,34,"fine as it is"\n"2",2,NA,"slow"\n',
        Wanted(("Column 1", "ID", "Age", "Why"), [("1", "1", "34", "fine as it is"), ("2", "2", "NA", "slow")]),
    ),
    "R, write.table with tabs": (
        '"ID"\t"Age"\t"Why"\n"1"\t1\t34\t"fine as it is"\n"2"\t2\tNA\t"slow"\n',
        Wanted(("Row", "ID", "Age", "Why"), [("1", "1", "34", "fine as it is"), ("2", "2", "NA", "slow")], "\t"),
    ),
    "pandas, with its index": (
        ",Age,Why\n0,34,So\n1,51,No\n",
        Wanted(("Column 1", "Age", "Why"), [("0", "34", "So"), ("1", "51", "No")]),
    ),
    "MySQL, with backslashes": (
        'ID,Why\n1,"a \\"b\\", c"\n2,"d"\n',
        Wanted(("ID", "Why"), [("1", 'a "b", c'), ("2", "d")]),
    ),
    "MySQL, tabs and missing values": (
        "ID\tAge\tWhy\n1\t34\tFine\n2\t\\N\tSlow\n",
        Wanted(("ID", "Age", "Why"), [("1", "34", "Fine"), ("2", "\\N", "Slow")], "\t"),
    ),
    "SQL Server, with a rule below the names": (
        "ID,Age,Why\n--,---,---\n1,34,fine\n2,51,slow\n\n(2 rows affected)\n",
        Wanted(
            ("ID", "Age", "Why"),
            [("1", "34", "fine"), ("2", "51", "slow")],
            left_out=[(6, "short_row")],
            notes={"blank_lines": 1},
        ),
    ),
    "PostgreSQL, as it shows a table": (
        " id | age | why\n----+-----+------\n  1 |  34 | fine\n  2 |  51 | slow\n(2 rows)\n",
        Wanted(
            ("id", "age", "why"),
            [("  1 ", "  34 ", " fine"), ("  2 ", "  51 ", " slow")],
            "|",
            left_out=[(2, "short_row"), (5, "short_row")],
        ),
    ),
    "Markdown": (
        "| ID | Age | Why |\n|:---|----:|:---:|\n| 1 | 34 | Fine |\n| 2 | 51 | Slow |\n",
        Wanted(
            ("Column 1", "ID", "Age", "Why", "Column 5"),
            [("", " 1 ", " 34 ", " Fine ", ""), ("", " 2 ", " 51 ", " Slow ", "")],
            "|",
        ),
    ),
    "headings above names, as people merge cells": (
        ",Mornings,,Evenings,\nID,Tea,Coffee,Tea,Coffee\n1,5,4,3,2\n2,1,2,3,4\n3,2,2,3,4\n",
        Wanted(
            ("ID", "Mornings - Tea", "Mornings - Coffee", "Evenings - Tea", "Evenings - Coffee"),
            [("1", "5", "4", "3", "2"), ("2", "1", "2", "3", "4"), ("3", "2", "2", "3", "4")],
        ),
    ),
    "objects in cells": (
        'ID,Data\n1,"{""a"": 1, ""b"": [1,2]}"\n2,"{""a"": 2}"\n',
        Wanted(("ID", "Data"), [("1", '{"a": 1, "b": [1,2]}'), ("2", '{"a": 2}')]),
    ),
    "objects in cells without quotation marks": (
        'ID;Data\n1;{"a": 1, "b": 2}\n2;{"a": 2}\n',
        Wanted(("ID", "Data"), [("1", '{"a": 1, "b": 2}'), ("2", '{"a": 2}')], ";"),
    ),
}


@pytest.mark.parametrize("tool", TOOLS)
def test_what_a_tool_writes_is_read_whole(tool: str) -> None:
    text, wanted = TOOLS[tool]
    assert found_in(text) == wanted


@pytest.mark.parametrize(
    ("text", "choice", "wanted"),
    [
        pytest.param(
            '"ID" "Age" "Why"\n"1" 1 34 "fine as it is"\n"2" 2 51 "slow"\n',
            DialectChoice(delimiter=" "),
            Wanted(("Row", "ID", "Age", "Why"), [("1", "1", "34", "fine as it is"), ("2", "2", "51", "slow")], " "),
            id="blanks, as R writes them",
        ),
        pytest.param(
            "a:b\n1:x, y\n2:z\n",
            DialectChoice(delimiter=":"),
            Wanted(("a", "b"), [("1", "x, y"), ("2", "z")], ":"),
            id="colons",
        ),
        pytest.param(
            "a,b;c\n1,2;3\n4,5;6\n",
            DialectChoice(delimiter=";"),
            Wanted(("a,b", "c"), [("1,2", "3"), ("4,5", "6")], ";"),
            id="another sign than the likely one",
        ),
        pytest.param(
            "Name,Town\nAnn,Porto\nBo,Lyon\n",
            DialectChoice(header=False),
            Wanted(("Column 1", "Column 2"), [("Name", "Town"), ("Ann", "Porto"), ("Bo", "Lyon")]),
            id="no names",
        ),
        pytest.param(
            "1,2\n3,4\n5,6\n",
            DialectChoice(header=True),
            Wanted(("1", "2"), [("3", "4"), ("5", "6")]),
            id="names that look like numbers",
        ),
        pytest.param(
            "Q1,Q2\nAge,Why\n34,a\n51,b\n",
            DialectChoice(header_rows=2),
            Wanted(("Q1", "Q2"), [("34", "a"), ("51", "b")], labels=("Age", "Why")),
            id="two rows of names",
        ),
        pytest.param(
            "Q1,Q2\nAge,Why\n34,a\n51,b\n",
            DialectChoice(header_rows=1),
            Wanted(("Q1", "Q2"), [("Age", "Why"), ("34", "a"), ("51", "b")]),
            id="one row of names",
        ),
    ],
)
def test_a_persons_word_is_taken(text: str, choice: DialectChoice, wanted: Wanted) -> None:
    assert found_in(text, choice) == wanted


@pytest.mark.parametrize("text", ["", " \n\t\r\n", "\x1a", "\x0c\x0b\n", "   "])
def test_a_text_of_blanks_is_empty(text: str) -> None:
    with pytest.raises(DataError) as raised:
        plain(text)
    assert raised.value.code == "empty"


@pytest.mark.parametrize(
    ("head", "ends"),
    [
        (b"a,b\n1,2\n", ("LF",)),
        (b"a,b\r\n1,2\r\n", ("CRLF",)),
        (b"a,b\r1,2\r", ("CR",)),
        (b"a,b\r\n1,2\n3,4\r", ("LF", "CRLF", "CR")),
        (b"a,b", ()),
        (b"a\r\r\nb", ("CRLF", "CR")),
        (b"a\n\rb", ("LF", "CR")),
    ],
)
def test_line_ends_are_told_by_their_names(head: bytes, ends: tuple[str, ...]) -> None:
    assert _line_ends(head) == ends


WIDE = b"x" * SAMPLE


@pytest.mark.parametrize(
    ("head", "size"),
    [
        pytest.param(b"a\n" * 10, SAMPLE, id="short lines"),
        pytest.param(b"a\r" * 10, SAMPLE, id="lines of old Macs"),
        pytest.param((WIDE + b"\n") * LINES, LINES * (SAMPLE + 1), id="as many long lines as are needed"),
        pytest.param((WIDE + b"\n") * (LINES + 3), LINES * (SAMPLE + 1), id="more than are needed"),
        pytest.param(WIDE * 2, 4 << 20, id="no line end yet"),
    ],
)
def test_some_whole_lines_tell_the_dialect(head: bytes, size: int) -> None:
    assert _sampled(head) == size


def test_the_head_is_read_until_it_is_enough() -> None:
    blocks = [b"a,b\n"] * 3 + [b"1,2\n" * SAMPLE, b"never read"]
    left = iter(blocks)
    head, ended = read_head(left)
    assert (head, ended, list(left)) == (b"".join(blocks[:4]), False, [b"never read"])


def test_half_a_line_at_the_end_of_the_sample_does_not_count() -> None:
    head = b"a;b;c\n" + b"1;2;3\n" * SAMPLE + b"7,7,7,7,7"
    shape = guess_shape(head, False, DialectChoice())
    assert (shape.dialect.delimiter, shape.width, shape.share) == (b";", 3, 1.0)


CELLS = st.text(st.sampled_from("abc ,;|\t\"'\n.:019éж日😀"), max_size=8).map(lambda text: f"w{text}w")
TABLES = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=2, max_size=6)
)


@settings(max_examples=60, deadline=None)
@given(TABLES, st.sampled_from(",;\t|^~"), st.sampled_from(["\n", "\r\n"]))
def test_what_python_writes_with_all_its_marks_is_read_again(rows: list[list[str]], sign: str, end: str) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=sign, lineterminator=end, quoting=csv.QUOTE_ALL).writerows(rows)
    found = found_in(text.getvalue(), DialectChoice(delimiter=sign, header=False))
    assert found.rows == [tuple(row) for row in rows]
    assert (found.left_out, found.mended) == ([], [])
