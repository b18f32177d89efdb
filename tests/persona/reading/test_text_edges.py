"""Odd files of text: each is read whole, or what is wrong with it is told."""

from __future__ import annotations

import pytest

from tests.persona.reading.wanted import TWO, Wanted, found_in

EDGES: dict[str, tuple[str, Wanted]] = {
    "one row": ("ID,Why\n1,So\n", Wanted(TWO, [("1", "So")])),
    "one row without a line end": ("ID,Why\n1,So", Wanted(TWO, [("1", "So")])),
    "names only": ("ID,Why\n", Wanted(TWO, [])),
    "names only, without a line end": ("ID,Why", Wanted(TWO, [])),
    "one column": (
        "What would help?\nslow; dear\nfine, ok; so\nnothing\n",
        Wanted(("What would help?",), [("slow; dear",), ("fine, ok; so",), ("nothing",)], "\x1f"),
    ),
    "one column in quotation marks": (
        '"What would help?"\n"Faster, please"\n"Nothing, ""really"""\n',
        Wanted(("What would help?",), [("Faster, please",), ('Nothing, "really"',)], "\x1f"),
    ),
    "names twice, and in capitals": (
        "Age,Age,AGE,Age\n1,2,3,4\n4,5,6,7\n",
        Wanted(("Age", "Age (2)", "AGE", "Age (3)"), [("1", "2", "3", "4"), ("4", "5", "6", "7")]),
    ),
    "a column without a name": (
        "ID,,Why\n1,2,So\n3,4,No\n",
        Wanted(("ID", "Column 2", "Why"), [("1", "2", "So"), ("3", "4", "No")]),
    ),
    "a comma behind each line": (
        "ID,Why,\n1,So,\n2,No,\n",
        Wanted(("ID", "Why", "Column 3"), [("1", "So", ""), ("2", "No", "")]),
    ),
    "a comma behind each row but not behind the names": (
        "ID,Why\n1,So,\n2,No,\n3,Ja,\n",
        Wanted(("ID", "Why", "Column 3"), [("1", "So", ""), ("2", "No", ""), ("3", "Ja", "")]),
    ),
    "empty columns in front": (
        ",,ID,Why\n,,1,a\n,,2,b\n",
        Wanted(("Column 1", "Column 2", "ID", "Why"), [("", "", "1", "a"), ("", "", "2", "b")]),
    ),
    "years as names": (
        "Country,2019,2020,2021\nDE,1,2,3\nFR,4,5,6\n",
        Wanted(("Country", "2019", "2020", "2021"), [("DE", "1", "2", "3"), ("FR", "4", "5", "6")]),
    ),
    "no names": (
        "1,34,Fine as it is\n2,51,Too slow for me\n",
        Wanted(("Column 1", "Column 2", "Column 3"), [("1", "34", "Fine as it is"), ("2", "51", "Too slow for me")]),
    ),
    "pictures": ("ID,😀\n1,👍\n2,👎\n", Wanted(("ID", "😀"), [("1", "👍"), ("2", "👎")])),
    "a no-break blank in a name": ("a\u00a0b,c\n1,2\n3,4\n", Wanted(("a b", "c"), [("1", "2"), ("3", "4")])),
    "a line break in a name": ('"ID","Why\nso?"\n1,a\n2,b\n', Wanted(("ID", "Why so?"), [("1", "a"), ("2", "b")])),
    "quotation marks in a name": (
        '"ID","Say ""why"""\n1,a\n2,b\n',
        Wanted(("ID", 'Say "why"'), [("1", "a"), ("2", "b")]),
    ),
    "an answer of several lines": (
        'ID,Why\n1,"line one\nline two\n\nline four"\n2,x\n',
        Wanted(TWO, [("1", "line one\nline two\n\nline four"), ("2", "x")]),
    ),
    "line ends of Windows within an answer": (
        'ID,Why\r\n1,"a\r\nb"\r\n2,c\r\n',
        Wanted(TWO, [("1", "a\r\nb"), ("2", "c")]),
    ),
    "a carriage return too many": (
        "ID,Why\r\r\n1,a\r\r\n2,c\r\r\n",
        Wanted(TWO, [("1", "a"), ("2", "c")], notes={"blank_lines": 3}),
    ),
    "blank lines between rows": (
        "ID,Why\n\n1,a\n   \n2,b\n\t\n",
        Wanted(TWO, [("1", "a"), ("2", "b")], notes={"blank_lines": 3}),
    ),
    "a form feed at the end": (
        "ID,Why\n1,a\n2,c\n\x0c",
        Wanted(TWO, [("1", "a"), ("2", "c")], notes={"blank_lines": 1}),
    ),
    "the end of a file in DOS": (
        "ID,Why\n1,a\n2,c\n\x1a",
        Wanted(TWO, [("1", "a"), ("2", "c")], notes={"blank_lines": 1}),
    ),
    "rows of commas only": (
        "ID,Age,Why\n1,2,a\n,,\n , , \n2,3,b\n",
        Wanted(("ID", "Age", "Why"), [("1", "2", "a"), ("2", "3", "b")], left_out=[(3, "blank"), (4, "blank")]),
    ),
    "a title": (
        "Survey of May\n\nID,Age,Why\n1,34,a b c\n2,51,d e f\n3,4,g h\n",
        Wanted(
            ("ID", "Age", "Why"),
            [("1", "34", "a b c"), ("2", "51", "d e f"), ("3", "4", "g h")],
            titles=("Survey of May",),
        ),
    ),
    "titles as a spreadsheet writes them": (
        "Survey,,\nMay,,\n,,\nID,Age,Why\n1,34,a\n2,51,b\n",
        Wanted(("ID", "Age", "Why"), [("1", "34", "a"), ("2", "51", "b")], titles=("Survey", "May")),
    ),
    "comments": (
        "# exported, v1\n# by us\nID,Age,Why\n1,34,a\n2,51,b\n",
        Wanted(("ID", "Age", "Why"), [("1", "34", "a"), ("2", "51", "b")], titles=("# exported, v1", "# by us")),
    ),
    "short rows": (
        "a,b,c,d\n1,2\n1,2,3,4\n1\n1,2,3\n",
        Wanted(
            ("a", "b", "c", "d"),
            [("1", "2", "", ""), ("1", "2", "3", "4"), ("1", "2", "3", "")],
            left_out=[(4, "short_row")],
            mended=[(2, "padded"), (5, "padded")],
            notes={"padded": 2},
        ),
    ),
    "a comma in an answer without quotation marks": (
        "ID,Age,Why\n1,34,a\n2,51,b, c\n3,28,d\n",
        Wanted(("ID", "Age", "Why"), [("1", "34", "a"), ("3", "28", "d")], left_out=[(3, "long_row")]),
    ),
    "a second table below": (
        "ID,Why\n1,a\n2,b\n\nTown,Count,Share\nOslo,3,0.5\n",
        Wanted(TWO, [("1", "a"), ("2", "b")], left_out=[(5, "long_row"), (6, "long_row")], notes={"blank_lines": 1}),
    ),
    "the names once more at the end": (
        "ID,Why\n1,a\n2,b\nID,Why\n",
        Wanted(TWO, [("1", "a"), ("2", "b")], left_out=[(4, "repeated_header")]),
    ),
    "a quotation mark that never closes, in the last row": (
        'ID,Why\n1,"a"\n2,"b\n',
        Wanted(TWO, [("1", "a")], left_out=[(3, "unclosed_quote")]),
    ),
    "a quotation mark that never closes, at the very end": (
        'ID,Why\n1,"a"\n2,"b',
        Wanted(TWO, [("1", "a")], left_out=[(3, "cut_off_row")]),
    ),
    "a quotation mark that never closes, in the middle": (
        'ID,Why\n1,"a"\n2,"b\n3,"c"\n4,d\n',
        Wanted(TWO, [("1", "a"), ("3", "c"), ("4", "d")], left_out=[(3, "unclosed_quote")]),
    ),
    "inches": ('ID,Size\n1,5"\n2,7"\n3,12"\n', Wanted(("ID", "Size"), [("1", '5"'), ("2", '7"'), ("3", '12"')])),
    "quotation marks that were not doubled": (
        'ID,Why,Age\n1,"so, "yes" and no",34\n2,"fine",51\n',
        Wanted(
            ("ID", "Why", "Age"),
            [("1", 'so, "yes" and no', "34"), ("2", "fine", "51")],
            mended=[(2, "stray_quotes")],
            notes={"stray_quotes": 1},
        ),
    ),
    "nothing said with dashes is no rule": (
        "ID,Age,Why\n--,--,--\n2,51,slow\n3,4,x\n",
        Wanted(("ID", "Age", "Why"), [("--", "--", "--"), ("2", "51", "slow"), ("3", "4", "x")]),
    ),
    "an answer of dashes is no rule": (
        "ID,Age,Why\n1,34,-----\n2,51,slow\n",
        Wanted(("ID", "Age", "Why"), [("1", "34", "-----"), ("2", "51", "slow")]),
    ),
    "a total below": (
        "ID,Age,Why\n1,34,a\n2,51,b\n3,28,c\nTotal,3,\n",
        Wanted(("ID", "Age", "Why"), [("1", "34", "a"), ("2", "51", "b"), ("3", "28", "c")], left_out=[(5, "footer")]),
    ),
}


@pytest.mark.parametrize("edge", EDGES)
def test_odd_files_are_read_whole_or_told(edge: str) -> None:
    text, wanted = EDGES[edge]
    assert found_in(text) == wanted
