"""Units: pieces of answers with their places; openers, chat and beginnings are learnt from the answers."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from persona.writing.units import Cell, Habits, Splitter, answers, learn_chat, learn_habits, says_nothing
from tests.answers import STEMMER, unit

HOW, WHY = "How do you plan?", "Why do you plan?"


def cells(texts: list[str]) -> list[Cell]:
    return [Cell(row, row - 1, text) for row, text in enumerate(texts, start=1)]


def texts_of(text: str, *, habits: Habits = Habits(), redact: bool = True) -> list[str]:  # noqa: B008 -- frozen
    splitter = Splitter({HOW: HOW}, habits, STEMMER, redact=redact)
    found = splitter.units(HOW, Cell(1, 0, text))
    assert [text[u.start : u.end] for u in found] == [u.text for u in found]
    return [u.text for u in found]


def test_units_stand_where_they_say() -> None:
    assert texts_of("Well, I plan on paper. Then I forget it! 🙂 Ümläuts too: ñandú.") == [
        "I plan on paper",
        "Then I forget it!",
        "🙂 Ümläuts too: ñandú",
    ]


def test_non_answers_and_talk_about_the_survey_are_no_units() -> None:
    assert not answers("n/a")
    assert not answers("")
    assert says_nothing("Thanks for this survey")
    assert texts_of("I plan on paper. Sorry for the typos, great survey!") == ["I plan on paper"]


def test_personal_data_and_links_are_not_quoted_unless_wished() -> None:
    text = (
        "Write to ana@example.com please. Call +351 912 345 678 at noon. Read www.example.com first. I plan on paper."
    )
    assert texts_of(text) == ["I plan on paper"]
    assert len(texts_of(text, redact=False)) == 4


def test_openers_are_learnt_from_two_questions() -> None:
    said = ["Long story short, " + rest for rest in ("I plan", "we guess", "my boss decides", "nobody does")]
    columns = {HOW: cells([*said, "Long story short: it works"]), WHY: cells(said)}
    habits = learn_habits(columns, {HOW: HOW, WHY: WHY})
    assert habits.openers == {"long story short"}
    assert texts_of("Long story shrot, I plan on paper", habits=habits) == ["I plan on paper"]  # and their misspellings


def test_beginnings_are_learnt_and_cut_at() -> None:
    habits = learn_habits({HOW: cells(["nobody reads the plan"] * 3)}, {HOW: HOW})
    text = "I write it every Sunday evening and nobody reads the plan"
    assert texts_of(text, habits=habits) == ["I write it every Sunday evening", "nobody reads the plan"]
    assert texts_of(text) == [text]


def test_languages_are_learnt_by_column() -> None:
    habits = learn_habits({HOW: cells(["Ich plane das nicht mit der App und es ist gut"])}, {HOW: HOW})
    assert habits.languages == {HOW: "de"}


def test_chat_is_what_people_say_whatever_they_are_asked() -> None:
    dog = [unit("The dog barks again", question=question, row=row) for row, question in enumerate((HOW, HOW, WHY, WHY))]
    plan = [unit("I plan on paper", question=HOW, row=row) for row in range(6)]
    assert learn_chat([*dog, *plan]) == {dog[0].stems}


def test_sentences_of_long_answers_are_marked() -> None:
    splitter = Splitter({HOW: HOW}, Habits(), STEMMER)
    short, long = "One is fine. Two is fine.", "One is fine. Two is fine. Three is fine. Four is fine."
    assert [(p.first, p.long) for p in splitter.pieces(HOW, short)] == [(True, False), (False, False)]
    assert [(p.first, p.long) for p in splitter.pieces(HOW, long)] == [(True, True), *[(False, True)] * 3]


def test_the_end_of_what_was_cut_off_where_answers_were_stored_is_known() -> None:
    whole = "I plan the whole week on Sunday evening. My list hangs in the kitchen where everybody can read it"
    stored = [f"{whole}. And then {name} sta" for name in ("Ann", "Bob", "Cem", "Dan", "Eva")]
    habits = learn_habits({HOW: cells([*stored, "I plan on paper"])}, {HOW: HOW})
    splitter = Splitter({HOW: HOW}, habits, STEMMER)
    assert [one.cut_off for one in splitter.units(HOW, Cell(1, 0, stored[0]))] == [False, False, True]
    assert [one.cut_off for one in splitter.units(HOW, Cell(1, 0, f"{whole} and then I started to write."))] == [
        False
    ] * 2
    assert [one.cut_off for one in splitter.units(HOW, Cell(1, 0, "I plan on paper"))] == [False]
    assert learn_habits({HOW: cells([f"{text}rted." for text in stored])}, {HOW: HOW}).limits == {}


@given(
    st.lists(
        st.sampled_from(
            [
                "I plan",
                "on paper",
                ". ",
                ", ",
                "\n",
                "AI: ",
                "\nUser: ",
                "?",
                "…",
                "(",
                ")",
                "“",
                "🙂",
                " and ",
                " - ",
                "e.g. ",
            ]
        )
        | st.text(max_size=12),
        max_size=30,
    ).map("".join)
)
def test_whatever_is_written_units_stand_where_they_say(text: str) -> None:
    found = Splitter({HOW: HOW}, Habits(), STEMMER).units(HOW, Cell(1, 0, text))
    assert [text[one.start : one.end] for one in found] == [one.text for one in found]
    assert all(one.text.strip() for one in found)
    assert all(one.end <= following.start for one, following in pairwise(found))
