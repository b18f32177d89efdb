"""From cells as they stand in a file to recoded ones, for each kind of question and each odd cell."""

from __future__ import annotations

import pytest

from persona.questionnaire.kinds import QuestionKind as Kind
from persona.questionnaire.models import NumberRange, Option, Question, Recoding, Scale
from persona.recoding import mappings
from persona.recoding.cells import SEPARATOR
from persona.recoding.mappings import Mapping, is_silent, labels_by_spelling, mapping_of
from tests.persona.recoding.questions import options, question


def recoded(asked: Question, *cells: str) -> list[str]:
    found = mapping_of(asked)
    assert found is not None
    return found.all(cells)


def both(*labels: str) -> str:
    return SEPARATOR.join(labels)


# -- open answers and what stays ----------------------------------------------------------------------------
@pytest.mark.parametrize(
    "kind", [Kind.OPEN, Kind.DATE, Kind.IDENTIFIER, Kind.ADMINISTRATION, Kind.PERSONAL, Kind.UNUSED]
)
def test_some_kinds_stay_as_they_stand_in_the_file(kind: Kind) -> None:
    assert mapping_of(question(kind)) is None


def test_open_answers_lose_codes_for_no_answer_only() -> None:
    asked = question(Kind.OPEN, no_answer=("99", "n/a"))
    assert recoded(asked, " It is slow\u00a0", "99", " 99 ", "n/a", "N/A", "199", "") == [
        *(" It is slow\u00a0", "", "", "", "N/A", "199", "")
    ]


# -- one of a few -------------------------------------------------------------------------------------------
PLAN = question(
    Kind.SINGLE,
    options=options("Free", "Paid", "Don’t know", spellings={"Free": ("free", "0"), "Paid": ("1", "paid plan")}),
    no_answer=("-9",),
)


@pytest.mark.parametrize(
    ("cell", "label"),
    [
        ("Free", "Free"),
        (" free ", "Free"),
        ("FREE", "Free"),
        ("0", "Free"),
        ("1", "Paid"),
        ("Paid  plan", "Paid"),
        ("Don't know", "Don’t know"),
        ("Team", "Team"),
        ("Two\nlines", "Two lines"),
        ("-9", ""),
        (" -9 ", ""),
        ("N/A", ""),
        ("", ""),
        ("  ", ""),
    ],
)
def test_a_cell_of_a_single_choice_is_the_label_of_its_option(cell: str, label: str) -> None:
    assert recoded(PLAN, cell) == [label]


def test_labels_go_before_spellings_of_others() -> None:
    found = labels_by_spelling([Option(label="No", count=1, spellings=("yes",)), Option(label="Yes", count=1)])
    assert {found[key] for key in found} == {"No", "Yes"}
    assert recoded(question(Kind.SINGLE, options=options("No", "Yes", spellings={"No": ("yes",)})), "yes") == ["Yes"]


@pytest.mark.parametrize(
    ("text", "is_no_answer"),
    [("-9", True), ("N/A", True), ("-", True), ("Free", False), ("Team", False), ("Don't know", False)],
)
def test_what_is_no_option_may_be_no_answer(text: str, is_no_answer: bool) -> None:
    assert is_silent(text, PLAN) is is_no_answer


# -- places on a scale --------------------------------------------------------------------------------------
STARS = question(Kind.RATING, scale=Scale(low=1, high=5), no_answer=("99",))
WORDS = question(
    Kind.RATING,
    scale=Scale(low=1, high=3, words=("Never", "Sometimes", "Always")),
    options=(Option(label="Not for me", count=2, no_opinion=True, spellings=("n.f.m.",)),),
    recoding=Recoding(values={"1": 1.0, "2": 2.0, "3": 3.0, "now and then": 2.0, "all day": 9.0}),
)
ENDS = question(
    Kind.BATTERY, scale=Scale(low=0, high=10), recoding=Recoding(values={"Not at all": 0.0, "10 (Completely)": 10.0})
)


@pytest.mark.parametrize(
    ("asked", "cell", "place"),
    [
        (STARS, "3", "3"),
        (STARS, " 3 ", "3"),
        (STARS, "3.0", "3"),
        (STARS, "3,5", "3.5"),
        (STARS, "0", ""),
        (STARS, "6", ""),
        (STARS, "99", ""),
        (STARS, "good", ""),
        (STARS, "", ""),
        (WORDS, "Never", "Never"),
        (WORDS, " ALWAYS ", "Always"),
        (WORDS, "2", "Sometimes"),
        (WORDS, "Now and Then", "Sometimes"),
        (WORDS, "all day", ""),
        (WORDS, "N.f.m.", "Not for me"),
        (WORDS, "not for me", "Not for me"),
        (WORDS, "4", ""),
        (WORDS, "whenever", ""),
        (ENDS, "Not at all", "0"),
        (ENDS, "not at all", "0"),
        (ENDS, "10 (completely)", "10"),
        (ENDS, "7", "7"),
        (ENDS, "11", ""),
        (question(Kind.RATING), "7", "7"),
    ],
)
def test_a_rating_is_a_place_on_its_scale(asked: Question, cell: str, place: str) -> None:
    assert recoded(asked, cell) == [place]


@pytest.mark.parametrize(
    ("cell", "rank"), [("1", "1"), ("2.", "2"), (" 3 ", "3"), ("", ""), ("first", ""), ("1.0", "1")]
)
def test_a_rank_is_a_number(cell: str, rank: str) -> None:
    assert recoded(question(Kind.RANKING, "A", "B"), cell) == [rank]


# -- numbers ------------------------------------------------------------------------------------------------
AGE = question(Kind.NUMBER, numbers=NumberRange(min=18, median=40, max=99), no_answer=("999",))
HOURS = question(Kind.NUMBER, numbers=NumberRange(min=0, median=2, max=60), recoding=Recoding(decimal=","))
POINTS = question(Kind.NUMBER, recoding=Recoding(out_of=20.0))
WEIGHT = question(Kind.WEIGHT)


@pytest.mark.parametrize(
    ("asked", "cell", "value"),
    [
        (AGE, "34", "34"),
        (AGE, " 34 ", "34"),
        (AGE, "34.0", "34"),
        (AGE, "34 years", "34"),
        (AGE, "17", ""),
        (AGE, "1984", ""),
        (AGE, "999", ""),
        (AGE, "old", ""),
        (AGE, "", ""),
        (HOURS, "1,5", "1.5"),
        (HOURS, "3,125", "3.125"),
        (HOURS, "61", ""),
        (POINTS, "17/20", "17"),
        (POINTS, "17 / 20", "17"),
        (POINTS, "12,5/20", "12.5"),
        (WEIGHT, "0.75", "0.75"),
        (WEIGHT, "0,75", "0.75"),
        (WEIGHT, "", ""),
    ],
)
def test_a_number_is_read_as_the_column_says(asked: Question, cell: str, value: str) -> None:
    assert recoded(asked, cell) == [value]


# -- several choices in a cell --------------------------------------------------------------------------------
def tools(separator: str | None, *labels: str) -> Question:
    return question(
        Kind.MULTIPLE,
        options=options(*(labels or ("App", "Paper", "Lists (long, short)")), spellings={"App": ("my app",)}),
        separator=separator,
        no_answer=("-9",),
    )


@pytest.mark.parametrize(
    ("separator", "cell", "chosen"),
    [
        (",", "App", "App"),
        (", ", "App, Paper", both("App", "Paper")),
        (",", "Paper,App", both("Paper", "App")),
        (", ", "App, App", "App"),
        (", ", "Lists (long, short), App", both("Lists (long, short)", "App")),
        (", ", "App, Lists (long, short)", both("App", "Lists (long, short)")),
        (", ", "MY APP, paper", both("App", "Paper")),
        (", ", "App, Board", both("App", "Board")),
        (", ", "App & Paper", both("App", "Paper")),  # somebody's own mark, between options that there are
        (";", "App/Paper; my app", both("App", "Paper")),
        (", ", "App & Board", "App & Board"),
        (",", "-9", ""),
        (",", "N/A", ""),
        (",", "", ""),
        (";", "App; Paper", both("App", "Paper")),
        (";", "App;Paper;", both("App", "Paper")),
        (";", "Lists (long, short);App", both("Lists (long, short)", "App")),
        ("|", "App|Paper", both("App", "Paper")),
        ("\n", "App\nPaper", both("App", "Paper")),
        (None, "App", "App"),
        (None, "App, Paper", "App, Paper"),
        ("~~", "App~~Paper", both("App", "Paper")),
        ("[]", '["App", "Paper"]', both("App", "Paper")),
    ],
)
def test_each_choice_of_a_cell_is_the_label_of_its_option(separator: str | None, cell: str, chosen: str) -> None:
    mark = mappings.LIST_MARK if separator == "[]" else separator
    assert recoded(tools(mark), cell) == [chosen]


def test_words_of_field_tools_are_parted_by_blanks() -> None:
    asked = tools(mappings.SLUG_MARK, "app", "paper_and_pen", "board")
    assert recoded(asked, "app paper_and_pen", " board  app ", "app") == [
        both("app", "paper_and_pen"),
        both("board", "app"),
        "app",
    ]


@pytest.mark.parametrize(("cell", "chosen"), [("[]", ""), ("[ ]", ""), ("['App']", "App"), ("App", "App")])
def test_an_empty_list_is_no_answer(cell: str, chosen: str) -> None:
    assert recoded(tools(mappings.LIST_MARK), cell) == [chosen]


# -- the dictionary -------------------------------------------------------------------------------------------
def test_each_text_is_looked_at_once() -> None:
    asked: list[str] = []

    def recode(text: str) -> str:
        asked.append(text)
        return text.upper()

    assert Mapping(recode).all(["a", "b", "a", "a", "b"]) == ["A", "B", "A", "A", "B"]
    assert asked == ["a", "b"]


def test_a_mapping_of_many_texts_is_begun_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mappings, "_REMEMBERED", 3)
    mapping = Mapping(str.upper)
    assert mapping.all("abcdea") == list("ABCDEA")
    assert len(mapping) <= 3
