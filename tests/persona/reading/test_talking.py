"""Talk in tables: who asks where several tables have one person in common, and rows of one speaker become one turn."""

from __future__ import annotations

import pytest

from persona.reading.options import DialectChoice
from persona.reading.rows import Row
from persona.reading.talk.tables import TalkColumns
from persona.reading.talking import TableOfTalk, may_be_talk, read_talks, table_of_talk

NOBODY_CHOSE = DialectChoice()
PLAIN = TalkColumns(0, 1, None, (0,))
TALE = (
    "I plan on Sunday evening and by Wednesday nothing of it is left.",
    "We had a list on the fridge, and then nobody looked at it any more.",
    "The children want something else, so I start again from nothing.",
    "It is the shopping that breaks it: what I need is never there.",
)


def table(title: str, *said: tuple[str, str], columns: TalkColumns = PLAIN) -> TableOfTalk:
    return TableOfTalk(title, [Row(number, cells) for number, cells in enumerate(said, 2)], columns)


ASKED = ("How do you plan?", "I see.", "And then?", "Say more of that.")
SILENT = ("Plans, then.", "I see.", "Right, go on.", "Say more of that.")


def talk_of(title: str, asker: str, teller: str, asked: tuple[str, ...] = ASKED, more: str = "") -> TableOfTalk:
    """Four things to say something to, and four tales, each with `more` at its end."""
    pairs = zip(asked, TALE, strict=True)
    return table(title, *(turn for words, tale in pairs for turn in ((asker, words), (teller, tale + more))))


def roles(tables: list[TableOfTalk], choice: DialectChoice = NOBODY_CHOSE) -> list[dict[str, str]]:
    found = [talk for part in read_talks(tables, choice) for talk in part]
    return [dict(talk.cast.roles) for talk in found]


def test_who_is_in_all_of_several_tables_asks() -> None:
    tables = [talk_of(title, "Maria", name) for title, name in (("One", "Paul"), ("Two", "Ines"), ("Three", "Jon"))]

    assert roles(tables) == [
        {"Maria": "asks", "Paul": "answers"},
        {"Maria": "asks", "Ines": "answers"},
        {"Maria": "asks", "Jon": "answers"},
    ]


def test_what_one_table_alone_would_tell_wrongly_the_others_put_right() -> None:
    odd = table(
        "Odd",
        *(
            (name, text)
            for row, tale in zip(SILENT, TALE, strict=True)
            for name, text in (("Maria", row), ("Jon", f"{tale} Who would not?" if tale == TALE[0] else tale))
        ),
    )
    clear = [talk_of("One", "Maria", "Paul"), talk_of("Two", "Maria", "Ines")]

    alone, [*_, together] = roles([odd]), roles([*clear, odd])

    assert alone == [{"Maria": "answers", "Jon": "asks"}]
    assert together == {"Maria": "asks", "Jon": "answers"}


@pytest.mark.parametrize(
    "second",
    [
        talk_of("Two", "Ines", "Paul", SILENT),  # nobody but who answers is in both
        talk_of("Two", "Maria", "Paul", SILENT),  # both are in both
        table("Two", ("Maria", SILENT[0]), ("Maria", SILENT[1])),  # one is alone in it
        talk_of("Two", "Maria", "Ines", SILENT, " Why? Who would not? How else?"),  # others ask more
    ],
    ids=["nobody", "both", "alone", "others ask"],
)
def test_where_nobody_is_plainly_there_to_ask_each_table_tells_of_itself(second: TableOfTalk) -> None:
    first = talk_of("One", "Maria", "Paul", SILENT)

    assert roles([first, second]) == roles([first]) + roles([second])


def test_a_person_says_otherwise() -> None:
    tables = [talk_of(title, "Maria", name) for title, name in (("One", "Paul"), ("Two", "Ines"))]
    choice = DialectChoice(speakers=(("Maria", "answers"), ("Paul", "asks")))

    found = roles(tables, choice)

    assert (found[0], found[1]["Maria"]) == ({"Maria": "answers", "Paul": "asks"}, "answers")


def test_rows_of_one_speaker_are_one_turn_and_empty_lines_part_nothing() -> None:
    [[talk]] = read_talks(
        [
            table(
                "One",
                ("Maria", "How do you plan?"),
                ("Paul", "  On Sunday.\n\n\n  In the evening. "),
                ("Paul", "And on Monday."),
                ("", "Mostly."),
                ("Maria", "Why?"),
                ("Paul", ""),
            )
        ],
        NOBODY_CHOSE,
    )

    said = [(turn.speaker, turn.text) for turn in talk.turns]
    assert said[:2] == [("Maria", "How do you plan?"), ("Paul", "On Sunday.\nIn the evening. And on Monday. Mostly.")]
    assert talk.title == "One"


def test_several_interviews_of_one_table_are_numbered_or_named_by_their_column() -> None:
    rows = (("Maria", "How?", "Kitchen"), ("Paul", TALE[0], ""), ("Maria", "Why?", "Garden"), ("Ines", TALE[1], ""))
    named = TableOfTalk("Notes", [Row(n, row) for n, row in enumerate(rows, 2)], TalkColumns(0, 1, 2, (0, 2)))
    numbered = named._replace(columns=TalkColumns(0, 1, None, (0, 2)))

    found = [[talk.title for talk in part] for part in read_talks([named, numbered], NOBODY_CHOSE)]

    assert found == [["Kitchen", "Garden"], ["Notes, 1", "Notes, 2"]]


@pytest.mark.parametrize(
    ("choice", "may"),
    [
        (DialectChoice(), True),
        (DialectChoice(header_rows=1), True),
        (DialectChoice(header_rows=2), False),
        (DialectChoice(layout="people_in_rows"), False),
    ],
)
def test_where_somebody_said_that_a_row_is_a_person_it_is_none(choice: DialectChoice, may: bool) -> None:
    assert may_be_talk(choice) is may


@pytest.mark.parametrize("width", [2, 41])
def test_a_wide_table_is_not_looked_through(width: int) -> None:
    rows = [("Speaker", "Text")]
    for question, tale in zip(("How?", "Why?", "And then?", "So?"), TALE, strict=True):
        rows += [("Maria", question), ("Paul", tale)]
    wide = [Row(n, (*row, *[""] * (width - 2))) for n, row in enumerate(rows, 1)]

    found = table_of_talk("Notes", wide, width, NOBODY_CHOSE)

    assert (found and found.columns[:2]) == ((0, 1) if width == 2 else None)


def test_names_without_rows_are_no_talk() -> None:
    assert table_of_talk("Notes", [Row(1, ("Speaker", "Text"))], 2, NOBODY_CHOSE) is None
    assert table_of_talk("Notes", [], 2, NOBODY_CHOSE) is None
