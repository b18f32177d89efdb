"""Where turns begin and end: what goes on with one, what stands above, between and below, and what is no talk."""

from __future__ import annotations

import pytest

from persona.reading.talk.turns import Line, Turn, find_turns, key


def lines(text: str) -> list[Line]:
    return [Line(number, line) for number, line in enumerate(text.split("\n"), 1)]


PLAIN = """Interview of 3 May

Interviewer: How do you plan?
Ann: On paper, mostly.
And a bit in my head.

Interviewer: Why?
Ann: It is quick: no menus."""
TURNS = [
    Turn(3, "Interviewer", "How do you plan?"),
    Turn(4, "Ann", "On paper, mostly.\nAnd a bit in my head."),
    Turn(7, "Interviewer", "Why?"),
    Turn(8, "Ann", "It is quick: no menus."),
]


def test_find_turns_joins_what_one_says_until_another_speaks() -> None:
    assert find_turns(lines(PLAIN)) == TURNS


@pytest.mark.parametrize(
    "text",
    [
        PLAIN.replace("Interviewer:", "**Interviewer:**").replace("Ann:", "**Ann**:"),
        PLAIN.replace("Interviewer:", "[00:01:10] Interviewer:").replace("Ann:", "00:12 - Ann:"),
        PLAIN.replace("Interviewer:", "Interviewer (00:10):"),
    ],
    ids=["bold", "time before", "time behind"],
)
def test_find_turns_sees_through_marks_and_times(text: str) -> None:
    assert find_turns(lines(text)) == TURNS


def test_find_turns_reads_names_above_what_is_said() -> None:
    text = "Ann Lee  0:03\nHow do you plan?\n\nBo  0:07\nOn paper.\n\nAnn Lee  0:12\nWhy?\n\nBo 1:00:09\nQuick."
    assert find_turns(lines(text)) == [
        Turn(1, "Ann Lee", "How do you plan?"),
        Turn(4, "Bo", "On paper."),
        Turn(7, "Ann Lee", "Why?"),
        Turn(10, "Bo", "Quick."),
    ]


def test_find_turns_joins_a_speaker_who_is_named_twice_in_a_row() -> None:
    assert find_turns(lines("A: one?\nB: two\nB: three\nA: four?\nB: five"))[1] == Turn(2, "B", "two\nthree")


@pytest.mark.parametrize(
    "text",
    [
        "Dear all,\nhere is the plan: nothing.\nNote: bring paper.\nRemember: be on time.\nYours, Ann",
        "Name: Ann\nAge: 34\nCity: Porto\nWhy: It is warm",
        "Ann: hello\nBo: hi",
        "",
    ],
    ids=["letter", "form", "too short", "nothing"],
)
def test_find_turns_of_other_texts_finds_none(text: str) -> None:
    assert find_turns(lines(text)) == []


def turns(text: str, *, cues: bool = False) -> list[tuple[int, str, str]]:
    return [tuple(turn) for turn in find_turns(lines(text), cues=cues)]


TALK = "Kim: How do you plan?\nAnn: On paper.\nKim: Why?\nAnn: It is quick."
FOUND = [(1, "Kim", "How do you plan?"), (2, "Ann", "On paper."), (3, "Kim", "Why?"), (4, "Ann", "It is quick.")]


def shifted(by: int) -> list[tuple[int, str, str]]:
    return [(line + by, name, text) for line, name, text in FOUND]


@pytest.mark.parametrize(
    ("before", "by"),
    [
        ("", 0),
        ("\n\n", 2),
        ("Interview of 3 May\n\n", 2),
        ("Interview of 3 May\nRoom 7\n", 2),
        ("Date: 3 May\nPlace: Room 7\n\n", 3),
        ("Present: Kim, Ann\n\n", 2),
        ("(recording starts)\n", 1),
        ("00:00:00\n", 1),
        ("***\n", 1),
    ],
)
def test_what_stands_above_the_first_turn_is_no_part_of_the_talk(before: str, by: int) -> None:
    assert turns(before + TALK) == shifted(by)


@pytest.mark.parametrize(
    "after",
    [
        "\n",
        "\n\n\n",
        "\n[End of recording]",
        "\n(recording stops)",
        "\n---",
        "\n***",
        "\nTranscribed by https://example.org",
        "\nEnd of interview",
        "\n\nEnde der Aufnahme",
        "\n\nwww.example.org",
        "\n00:12:03",
    ],
)
def test_what_stands_below_the_last_turn_is_no_part_of_it_either(after: str) -> None:
    assert turns(TALK + after) == FOUND


@pytest.mark.parametrize(
    ("between", "said"),
    [
        ("And a board.", "On paper.\nAnd a board."),
        ("  And a board.  ", "On paper.\nAnd a board."),
        ("And\na board.", "On paper.\nAnd\na board."),
        ("[00:00:12] And a board.", "On paper.\nAnd a board."),
        ("(laughs)", "On paper."),
        ("[pause]", "On paper."),
        ("*door opens*", "On paper."),
        ("（笑）", "On paper."),
        ("00:01:12", "On paper."),
        ("[00:01:12]", "On paper."),
        ("And this: a board.", "On paper. And this: a board."),
        ("10:15 is when I start", "On paper.\n10:15 is when I start"),
        ("-----", "On paper."),
    ],
)
def test_a_line_without_a_name_goes_on_with_the_turn(between: str, said: str) -> None:
    found = turns(TALK.replace("On paper.", f"On paper.\n{between}"))
    assert [text for _, _, text in found] == ["How do you plan?", said, "Why?", "It is quick."]


def test_a_turn_may_go_on_over_paragraphs() -> None:
    text = "Kim: How?\n\nAnn: On paper.\n\nAnd on a board.\n\nKim: Why?\n\nAnn: It is quick.\n\nAnd it lasts."
    assert turns(text)[1] == (3, "Ann", "On paper.\nAnd on a board.")
    assert turns(text)[-1] == (9, "Ann", "It is quick.\nAnd it lasts.")


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (("Ann", "ANN", "ann", "Ann."), "Ann"),
        (("ann", "ANN", "Ann", "ann"), "Ann"),
        (("Ann (she/her)", "Ann", "ANN", "Ann (guest)"), "Ann (she/her)"),
        (("ANN", "Ann", "Ann", "Ann"), "ANN"),
        (("안", "안", "안", "안"), "안"),
    ],
)
def test_one_name_in_several_spellings_is_one_speaker(names: tuple[str, ...], shown: str) -> None:
    text = "\n".join(f"Kim: Question {n}?\n{name}: Answer {n}." for n, name in enumerate(names))
    assert [name for _, name, _ in turns(text)] == ["Kim", shown] * 4


@pytest.mark.parametrize(
    ("one", "other"), [("Ann", "ann"), ("ANN LEE", "Ann Lee"), ("Ann (she/her)", "ann"), ("Ann.", "Ann"), ("É", "é")]
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), [("Ann", "Anna"), ("P1", "P2"), ("(she)", "Ann"), ("A", "Á")])
def test_other_names_have_another(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_who_is_named_in_brackets_only_keeps_the_brackets() -> None:
    assert key("(guest)") == "(guest)"


def test_someone_who_speaks_once_in_a_marked_talk_is_a_speaker() -> None:
    text = TALK + "\nWaiter: More coffee?"
    assert turns(text)[-1] == (5, "Waiter", "More coffee?")


def test_words_before_a_colon_within_long_turns_are_no_speakers() -> None:
    long = "I do the following:\nMonday: lists.\nFriday: nothing.\nThat is all of it.\n" * 2
    found = turns(f"Kim: How?\n\nAnn: {long}\nKim: Why?\n\nAnn: {long}\nKim: So?\n\nAnn: {long}\nKim: Ah.\n\nAnn: Yes.")
    assert {name for _, name, _ in found} <= {"Kim", "Ann", "Monday", "Friday", "I do the following"}
    assert [name for _, name, _ in found][:2] == ["Kim", "Ann"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Q1: How do you plan?\nA1: On paper.\nQ2: Why?\nA2: Quick.\nQ3: Else?\nA3: No.", id="Q1, A1"),
        pytest.param(
            "Question 1: How do you plan?\nAnswer: On paper.\nQuestion 2: Why?\nAnswer: Quick.\n"
            "Question 3: Else?\nAnswer: No.",
            id="only questions have numbers",
        ),
        pytest.param(
            "Frage 1: How do you plan?\nAntwort 1: On paper.\nFrage 2: Why?\nAntwort 2: Quick.\n"
            "Frage 3: Else?\nAntwort 3: No.",
            id="in German",
        ),
    ],
)
def test_numbers_of_questions_are_no_part_of_a_name(text: str) -> None:
    found = turns(text)
    assert len({name for _, name, _ in found}) == 2
    assert [said for _, _, said in found] == ["How do you plan?", "On paper.", "Why?", "Quick.", "Else?", "No."]


def test_numbers_of_people_are_part_of_their_name() -> None:
    text = "P1: On paper.\nP2: In my head.\nP1: Always.\nP2: Never.\nP3: Both.\nP3: Rather."
    assert [name for _, name, _ in turns(text)] == ["P1", "P2", "P1", "P2", "P3"]


NO_TALK = {
    "nothing": "",
    "blanks": " \n\n \n",
    "prose": "I plan on paper.\nIt is quick.\nAnd it lasts.\nThat is all.",
    "one who speaks": "Ann: one\nAnn: two\nAnn: three\nAnn: four",
    "too few turns": "Kim: How?\nAnn: So.\nKim: Ah.",
    "all different": "Age: 34\nTown: Porto\nJob: Cook\nWhy: So\nWhere: Here",
    "records": "Name: Ann\nAge: 34\nWhy: Quick\n\nName: Bo\nAge: 51\nWhy: Slow\n\nName: Cleo\nAge: 28\nWhy: Dear",
    "a list with dashes": "Monday - lists\nTuesday - calls\nFriday - nothing\nSunday - rest",
    "a table with tabs": "ID\tWhy\n1\tSlow\n2\tDear\n3\tFine\n4\tOld",
    "a log": "10:15 started\n10:16 stopped\n10:17 started\n10:18 stopped",
    "addresses": "http://a.example\nhttp://b.example\nhttp://a.example\nhttp://b.example",
    "a poem": "So\nlong\nit\nwas\nand\nshort",
    "more than twenty": "\n".join(f"Speaker {n % 25}x: word {n}." for n in range(60)),
}


@pytest.mark.parametrize("text", NO_TALK.values(), ids=NO_TALK.keys())
def test_other_texts_are_no_conversation(text: str) -> None:
    assert turns(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("Ann: On paper.", [(1, "Ann", "On paper.")], id="one cue"),
        pytest.param("Ann: one\nAnn: two", [(1, "Ann", "one\ntwo")], id="one speaker"),
        pytest.param(
            "Ann: one\nand more\nBo: two", [(1, "Ann", "one\nand more"), (3, "Bo", "two")], id="unnamed goes on"
        ),
        pytest.param(
            "Ann: one\nAnn: two\nno name\nBo: x", [(1, "Ann", "one\ntwo"), (4, "Bo", "x")], id="each is named"
        ),
        pytest.param("no name\nnone either", [], id="nobody is named"),
    ],
)
def test_of_cues_it_is_known_that_somebody_says_them(text: str, wanted: list[tuple[int, str, str]]) -> None:
    assert turns(text, cues=True) == wanted


def test_turns_that_say_nothing_are_left_out() -> None:
    assert turns("Kim: How?\nAnn:\nKim: Why?\nAnn: So.\nKim:\nAnn: Yes.") == [
        (1, "Kim", "How?"),
        (3, "Kim", "Why?"),
        (4, "Ann", "So."),
        (6, "Ann", "Yes."),
    ]


def test_many_blanks_between_words_are_one() -> None:
    assert turns(TALK.replace(" ", "   ").replace("do  ", "do\u00a0")) == FOUND


def test_paragraphs_of_a_document_keep_their_numbers() -> None:
    paragraphs = [
        Line(3, "Kim\nHow do you plan, then?"),
        Line(5, "Ann\nOn paper, I think."),
        Line(8, "Kim\nWhy is it so?"),
    ]
    found = find_turns([*paragraphs, Line(9, "Ann\nIt is quick, I think.")])
    assert found == [
        Turn(3, "Kim", "How do you plan, then?"),
        Turn(5, "Ann", "On paper, I think."),
        Turn(8, "Kim", "Why is it so?"),
        Turn(9, "Ann", "It is quick, I think."),
    ]


def test_a_long_talk_takes_linear_time() -> None:
    assert len(turns("\n".join([TALK] * 400))) == 1_600
