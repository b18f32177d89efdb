"""The rule by which one column gets its kind: what decides, in the words that people are told."""

from __future__ import annotations

import pytest

from persona.questionnaire.context import Context, Settings
from persona.questionnaire.drafts import Draft, Unsure
from persona.questionnaire.identifiers import GivenAnswers
from persona.questionnaire.models import NumberRange
from persona.questionnaire.single import is_personal, read_column
from persona.questionnaire.values.seen import Seen
from tests.questionnaires import filled, table_of, view

NAMES = "Ann Ben Cas Dee Eli Fay Gus Hal Ida Jon Kay Lea Max Ned Ola Pia Rob Sue Tom Uwe Vic".replace(" ", "; ")
JOBS = "nurse cook clerk smith baker judge tailor pilot farmer waiter driver painter teacher".replace(" ", "; ")
# Heading ~ cells (repeated for 60 people) ~ kind ~ why it is that.
DECIDED = """
Empty ~  ~ unused ~ every cell is empty
Country ~ Belgium ~ single_choice ~ every answer is the same
UserLanguage ~ EN ~ administration ~ every answer is the same
Collector ID ~ 4711 ~ administration ~ every answer is the same
Answer ~ [withheld] ~ open_answer ~ its answers were taken out before the file was given away
Kommentar ~ (geschwärzt)| ~ open_answer ~ its answers were taken out before the file was given away
Avis ~ caviardé ~ open_answer ~ its answers were taken out before the file was given away
IP address ~ 10.0.0.1 ~ personal_data ~ its cells are addresses of computers
Client IP ~ 2001:db8:0:0:0:0:0:{n} ~ personal_data ~ its cells are addresses of computers
Version ~ 10.0.{n}.1 ~ single_choice ~ its cells are versions of a program
Kontakt ~ +49 170 12345{n:02} ~ personal_data ~ most cells hold e-mail addresses, phone or account numbers
連絡先 ~ hanako{n}@example.jp ~ personal_data ~ most cells hold e-mail addresses, phone or account numbers
Bank ~ DE89 3704 0044 0532 0130 00 ~ single_choice ~ every answer is the same
Correo electrónico ~ ana{n}@; jo{n}@ ~ personal_data ~ its cells are e-mail addresses
First name ~ NAMES ~ personal_data ~ its name and its cells say that it holds people's names
Nombre ~ de la Cruz Ana; Ruiz Luz ~ single_choice ~ its answers come from a short list
Straße ~ Hauptstraße {n} ~ personal_data ~ its name and its cells say that it holds addresses
Telefon ~ 0170/55{n:04} ~ personal_data ~ most cells hold e-mail addresses, phone or account numbers
Telefon ~ intern 55{n:04} ~ personal_data ~ its name and its cells say that it holds phone numbers
Status ~ Complete; Complete; Partial ~ administration ~ it says how far each row came
Duration (in seconds) ~ {n}34 ~ administration ~ its name says that the survey tool wrote it
StartDate ~ 2024-03-{d:02} 10:11:12 ~ administration ~ its name says that the survey tool wrote it
Developer reply ~ Thank you {n}! ~ administration ~ it holds replies to the people, and nothing that they said
商家回复 ~ 谢谢{n} ~ administration ~ it holds replies to the people, and nothing that they said
App ~ 2.10.{n}; v3.1.0 ~ single_choice ~ its cells are versions of a program
Reviewer locale ~ en-US; de-AT; zh-Hans ~ single_choice ~ its cells are codes of languages
Język ~ pl; en; de ~ single_choice ~ its cells are codes of languages
言語 ~ ja; en ~ single_choice ~ its cells are codes of languages
Person ~ Participant {n} ~ identifier ~ every row has a number of its own behind one word
Teilnehmerin ~ Teilnehmerin {n} ~ identifier ~ every row has a number of its own behind one word
Preis ~ {n} Euro ~ number ~ its cells are numbers
respondent_id ~ {n} ~ identifier ~ its name says that it tells rows apart
Kundennummer ~ 4711; 4712; 4713; 4714 ~ identifier ~ its name says that it tells rows apart
Mark ~ 3f2504e0-4f89-11d3-9a0c-0305e82c{n:04} ~ identifier ~ every row has a code of its own
Mark ~ uuid:3f2504e0-4f89-11d3-9a0c-0305e82c{n:04} ~ identifier ~ every row has a code of its own
Mark ~ {n} ~ identifier ~ every row has a number of its own, in one run
Numer gospodarstwa ~ 7{n:02}3 ~ identifier ~ every row has a number of its own, in equal steps
Mark ~ 48151623{n:04} ~ identifier ~ every row has a number of its own, in one run
Mark ~ {n:02}4815162342 ~ identifier ~ every row has a long number of its own
Mark ~ X7{n}K9 ~ identifier ~ every row has a code of its own
Mark ~ {n}.50 € ~ number ~ its cells are numbers
価格 ~ {n},000円 ~ number ~ its cells are numbers
weight ~ 0.8; 1.2; 0.95; 1.05; 1.31 ~ weight ~ its name and its numbers say how many people a row stands for
weight ~ 0.8; 1.2 ~ weight ~ its name and its numbers say how many people a row stands for
Gewicht ~ 0,84; 1,13; 1,02 ~ weight ~ its name and its numbers say how many people a row stands for
weight ~ 1; 2; 3 ~ single_choice ~ its cells are two or three numbers, which say too little to be a quantity
weight ~ 0.5; low; 1.5 ~ single_choice ~ its answers come from a short list
weight ~ 61; 72; 58; 90; 77 ~ number ~ its cells are numbers
weight ~ 61 kg; 72 kg; 58 kg; 90 kg ~ number ~ its cells are numbers
weight ~ -0.4; 1; 2; 0.5; 3 ~ number ~ its cells are numbers
Body weight ~ 0.8; 1.2; 0.95; 1.05 ~ number ~ its cells are numbers
Satisfied? ~ 1; 2; 3; 4; 5 ~ rating ~ the question asks for a rating
Rating ~ ★★★; ★; ★★★★★ ~ rating ~ its answers are marks on a scale
Q4 ~ Never; Rarely; Often; Always ~ rating ~ its answers are steps of one scale
Q4 ~ 1 - never; 2; 3; 4; 5 - always ~ rating ~ its answers are numbers, with words at some of them
Besuch ~ 05.03.2024; 11.04.2024; 20.05.2024 ~ date ~ its cells are dates
來店日 ~ 2024年3月5日; 2024年4月11日 ~ date ~ its cells are dates
Bedtime ~ 21:{n:02}; 22:{n:02} ~ date ~ its cells are times
Tools ~ Slack;Teams|Teams;Zoom|Slack|Zoom;Slack ~ multiple_choice ~ one cell holds several choices from one list
Rank these ~ A;B;C|B;A;C|C;A;B|A;C;B|B;C;A ~ ranking ~ one cell holds the same things in another order each time
Hours ~ 1.5; 2; 3.25; 8 ~ number ~ its cells are numbers
Pets ~ 0; 1; 0; 2; 0 ~ single_choice ~ no word tells what its numbers mean
Age ~ 18-24; 25-34; 35-44; 45+ ~ single_choice ~ its answers are ranges
Brand ~ 1; 2; 7; 12; 13 ~ single_choice ~ a few codes, and the question asks for kinds
Other, please specify ~ my {n} aunts; an ad ~ open_answer ~ its name asks for another answer in people's own words
Do you cook? ~ Yes; No ~ single_choice ~ its answers come from a short list
Why? ~ Because number {n} was nice to me and quick ~ open_answer ~ its answers are sentences in people's own words
Job ~ JOBS ~ single_choice ~ its answers are short and many people share them
Animal ~ cat {n}; dog {n} ~ open_answer ~ its answers are in people's own words
Word ~ JOBS ~ single_choice ~ its answers are short and many people share them
Token ~ k{n} ~ identifier ~ every row has a number of its own behind one word
何が良かったですか？ ~ {n}番の店員が親切でした ~ open_answer ~ its answers are in people's own words
"""


def decided(name: str, given: str, **answers: str) -> Draft:
    return read_column(view(name, filled(given)), Context(Settings(GivenAnswers(answers))))


@pytest.mark.parametrize(("name", "given", "kind", "why"), table_of(DECIDED))
def test_what_decides_the_kind(name: str, given: str, kind: str, why: str) -> None:
    found = decided(name, given.replace("NAMES", NAMES).replace("JOBS", JOBS))

    assert (found.kind, found.reason) == (kind, why)


@pytest.mark.parametrize(
    ("name", "given", "what", "masked", "otherwise"),
    [
        ("First name", f"{NAMES}; x1; y2; z3; w4", "people's names", ("A•••", "B•••", "C•••"), "single_choice"),
        ("Straße", "Hauptstraße {n}; Am Bach; Weg {n}", "addresses", ("A•••", "H•••", "H•••"), "open_answer"),
        ("Telefon", "ext. 55{n:04}; keins; ext. 56{n:04}", "phone numbers", ("k•••", "e•••", "e•••"), "open_answer"),
    ],
)
def test_what_may_be_personal_is_asked_about_with_its_cells_masked(
    name: str, given: str, what: str, masked: tuple[str, ...], otherwise: str
) -> None:
    hidden, shown = decided(name, given), decided(name, given, personal_data="show")

    assert (hidden.kind, hidden.reason) == ("personal_data", f"its name and its cells say that it holds {what}")
    assert hidden.unsure == (Unsure("personal_data", "hide", {"question": name, "what": what}, masked),)
    assert (shown.kind, shown.unsure) == (otherwise, ())


def test_surely_personal_cells_are_hidden_whatever_is_said() -> None:
    assert decided("Contact", "person{n}@example.com", personal_data="show").kind == "personal_data"
    assert decided("First name", NAMES, personal_data="show").kind == "personal_data"


WEIGHTS = "0.8; 1.2; 0.95; 1.05; 1.31"
UNUSED = Seen("weights_not_used", 60, ())


@pytest.mark.parametrize(
    ("said", "kind", "told"),
    [(None, "weight", (UNUSED,)), ("ignore", "weight", (UNUSED,)), ("use", "weight", ()), ("no_weight", "number", ())],
)
def test_each_answer_about_a_weight(said: str | None, kind: str, told: tuple[Seen, ...]) -> None:
    found = decided("wt_final", WEIGHTS, **({"weight": said} if said else {}))

    assert (found.kind, found.seen) == (kind, told)
    assert found.numbers == NumberRange(min=0.8, median=1.05, max=1.31)
    asked = (Unsure("weight", "ignore", {"question": "wt_final"}, ("0.8", "0.95", "1.05")),)
    assert found.unsure == (asked if kind == "weight" else ())


def test_a_gate_is_written_by_the_tool_whatever_it_asks() -> None:
    column = view("Do you agree to take part?", filled("Yes; Yes; No"), at=3)

    assert (
        read_column(column, Context(gates=frozenset({3}))).reason == "who gave its rarer answer was asked nothing more"
    )
    assert read_column(column, Context(gates=frozenset({4}))).kind == "single_choice"


@pytest.mark.parametrize(
    ("text", "is_it"),
    [
        ("ann@example.com", True), ("write to ann@example.com", True), ("+49 170 1234567", True),
        ("You can write to me whenever you like, at ann@example.com", False), ("12", False),
        ("DE89370400440532013000", True),
    ],
)  # fmt: skip
def test_a_cell_that_is_little_else_than_personal(text: str, is_it: bool) -> None:
    assert is_personal(text) is is_it


@pytest.mark.parametrize("ends", ["?", "？", "؟", " ? "])
def test_a_heading_that_asks_in_any_script_is_answered_in_words_of_ones_own(ends: str) -> None:
    words = [f"{a}{b}ole" for a in "bcdfgm" for b in "aeiourltsn"]

    assert read_column(view(f"Favourite{ends}", words), Context()).reason == "its answers are in people's own words"


@pytest.mark.parametrize(("name", "kind"), [("好きな人？", "open_answer"), ("好きな人", "personal_data")])
def test_full_names_below_a_question_are_answers(name: str, kind: str) -> None:
    people = [f"{a} {b}" for a in NAMES.split("; ")[:10] for b in ("Rowe", "Tate", "Voss", "Wynn", "Abel", "Boyd")]

    assert read_column(view(name, people), Context()).kind == kind
