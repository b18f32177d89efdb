"""Rows told by their content: advertisements, the same answers sent twice, tables of totals."""

from __future__ import annotations

import pytest

from persona.exceptions import DataError
from persona.questionnaire.rows.content import advertisements, same_answers
from persona.questionnaire.rows.trials import trials
from tests.questionnaires import Rows, read

WATCHES = "Buy cheap watches at http://spam.example now!"


def told(at: int) -> str:
    return f"The evening number {at} was warm, and the food was very good indeed"


def answered(people: int = 40) -> list[list[str]]:
    return [[f"2024-01-{1 + at % 28:02} 10:{at:02}", told(at), "12345"[at % 5], "YN"[at % 2]] for at in range(people)]


HEAD = ["ts", "What did you like?", "How likely are you to return?", "Cook?"]


@pytest.mark.parametrize(
    ("times", "text", "found"),
    [
        (3, WATCHES, 3),
        (2, WATCHES, 0),  # two people may link to the same page
        (3, "https://spam.example/a-page-of-its-own-that-is-long", 3),  # others write sentences there
        (3, "Nothing that I would want to be changed at all", 0),
        (40, WATCHES, 0),  # half of all rows: a sentence of the tool
    ],
)
def test_one_advertisement_in_many_rows(times: int, text: str, found: int) -> None:
    rows = answered() + [[f"2024-02-01 11:{at:02}", text, "5", "Y"] for at in range(times)]

    assert sorted(advertisements(Rows(HEAD, rows))) == [41 + at for at in range(found)]


LOANS = "Mr Harry lends money within a day at two percent, {} for more"


@pytest.mark.parametrize(
    "contact",
    ["WhatsApp him", "write to harry@loans.example", "call +1 (555) 010-9999", "加微 harry01", "https://h.example"],
)
def test_an_advertisement_may_name_any_way_to_its_sender(contact: str) -> None:
    rows = answered() + [[f"2024-02-01 11:{at:02}", LOANS.format(contact), "5", "Y"] for at in range(3)]

    assert sorted(advertisements(Rows(HEAD, rows))) == [41, 42, 43]


@pytest.mark.parametrize("mark", ["; ", ", ", "|"])
def test_tools_that_several_people_tick_are_none(mark: str) -> None:
    tools = ("Google Calendar", "Google Docs", "Notion", "WhatsApp", "Paper planner", "Outlook mail")
    rows = [
        [row[0], mark.join(tool for n, tool in enumerate(tools) if at % 21 + 43 >> n & 1), *row[2:]]
        for at, row in enumerate(answered())
    ]

    assert advertisements(Rows(HEAD, rows)) == {}


def test_a_place_and_its_days_that_many_chose_are_none() -> None:
    rows = [
        [row[0], f"Town Hall, Leeds, UK - Nov {20 + at % 5}-{21 + at % 5} 2016", *row[2:]]
        for at, row in enumerate(answered())
    ]

    assert advertisements(Rows(HEAD, rows)) == {}


def test_links_alone_where_others_write_sentences_are_advertisements() -> None:
    links = [f"https://spam{at}.example/x?page={at}" for at in range(4)]
    rows = answered() + [[f"2024-02-01 11:{at:02}", link, "5", "Y"] for at, link in enumerate(links)]

    assert advertisements(Rows(HEAD, rows)) == dict(zip((41, 42, 43, 44), links, strict=True))


@pytest.mark.parametrize("asked", [2, 40])
def test_links_that_were_asked_for_or_hardly_occur_are_none(asked: int) -> None:
    rows = answered()
    for at, row in enumerate(rows[:asked]):
        row[1] = f"https://portfolio.example/person/{at}"

    assert advertisements(Rows(HEAD, rows)) == {}


@pytest.mark.parametrize(("answer", "people"), [(None, 40), ("leave_out", 40), ("keep", 43)])
def test_advertisements_are_no_respondents_until_a_person_says_so(answer: str | None, people: int) -> None:
    rows = answered() + [[f"2024-02-01 11:{at:02}", WATCHES, "5", "Y"] for at in range(3)]
    found = read(Rows(HEAD, rows), {"not_people:spam": answer} if answer else None)

    assert (found.respondents, [(d.id, d.evidence) for d in found.doubts if d.code == "not_people"]) == (
        people,
        [("not_people:spam", (WATCHES,))],
    )


def test_the_same_answers_with_another_time_are_one_person() -> None:
    rows = answered()
    rows.append(["2024-03-09 12:00", *rows[3][1:]])

    assert same_answers(Rows(HEAD, rows)).rows == (41,)
    for answer, people in ((None, 40), ("leave_out", 40), ("keep", 41)):
        found = read(Rows(HEAD, rows), {"duplicates:file": answer} if answer else None)
        assert (found.respondents, [d.id for d in found.doubts if d.code == "duplicates"]) == (
            people,
            ["duplicates:file"],
        )


@pytest.mark.parametrize(
    "change",
    [
        lambda row: ["t", row[1], "1" if row[2] != "1" else "2", row[3]],  # another rating
        lambda row: ["t", row[1] + " again", *row[2:]],  # other words
    ],
)
def test_other_answers_are_other_people(change) -> None:
    rows = answered()
    rows.append(change(rows[3]))

    assert same_answers(Rows(HEAD, rows)) is None


def test_texts_that_many_share_prove_nothing() -> None:
    texts = ["I would not know what should be changed about it", "It takes far too long until somebody answers"]
    rows = [[f"P{at:04}", texts[at % 2], "123"[at % 3], "YN"[at % 2]] for at in range(40)]

    assert same_answers(Rows(HEAD, rows)) is None


BUYS = ["ID", "Sent", "Email", "What did you buy?", "Help?"]


def buyers(people: int = 40) -> list[list[str]]:
    return [
        [f"{900 + at}", f"0{1 + at % 9}.03.2024 1{at % 10}:{at:02}", f"ana{at}@shop.es", "HSB"[at % 3], "YN"[at % 2]]
        for at in range(people)
    ]


@pytest.mark.parametrize(
    ("change", "again"),
    [
        ({0: "990"}, True),  # sent twice in one minute
        ({0: "990", 1: "09.03.2024 23:59"}, True),  # by one address, later
        ({0: "990", 2: "bo@shop.es"}, False),  # another person in the same minute
        ({0: "990", 3: "X"}, False),  # another answer
        ({0: "990", 1: "", 2: ""}, False),  # nothing that tells people apart
    ],
)
def test_short_answers_are_sent_twice_by_one_address(change: dict[int, str], again: bool) -> None:
    rows = buyers()
    rows.append([change.get(at, cell) for at, cell in enumerate(rows[3])])
    found = same_answers(Rows(BUYS, rows))

    assert (found.rows if found else ()) == ((41,) if again else ())


@pytest.mark.parametrize(
    "texts",
    [
        ["prueba", "test test", "esto es una prueba"],
        ["Dies ist ein Test", "Test 2", "asdfasdf"],
        ["ceci est un test", "essai", "Test!"],
        ["isto é um teste", "teste", "qwerty"],
        ["To jest test", "próba", "test, test"],
        ["тест", "это тест", "проверка"],
        ["テスト", "テストです。", "これはテスト"],
    ],
)
def test_rows_in_which_all_that_is_written_says_test(texts: list[str]) -> None:
    rows = answered() + [["2024-02-01 11:00", text, "5", "Y"] for text in texts]

    assert trials(Rows(HEAD, rows)) == {41 + at: text for at, text in enumerate(texts)}


@pytest.mark.parametrize(("answer", "people"), [(None, 40), ("leave_out", 40), ("keep", 41)])
def test_trials_are_no_respondents_until_a_person_says_so(answer: str | None, people: int) -> None:
    rows = [*answered(), ["2024-02-01 11:00", "just a test", "5", "Y"]]
    found = read(Rows(HEAD, rows), {"not_people:test": answer} if answer else None)

    assert (found.respondents, [(d.id, d.evidence) for d in found.doubts if d.code == "not_people"]) == (
        people,
        [("not_people:test", ("just a test",))],
    )


@pytest.mark.parametrize(
    "text", ["The test was too long", "I test software", "Protest", "Testing of new ideas", "", "contest", "5"]
)
def test_a_word_about_tests_is_an_answer(text: str) -> None:
    assert trials(Rows(HEAD, [*answered(), ["2024-02-01 11:00", text, "5", "Y"]])) == {}


def test_an_address_of_a_trial_with_words_of_a_person_is_a_person() -> None:
    rows = [[f"ana{at}@shop.es", told(at)] for at in range(40)]
    rows += [["test@test.com", "I really liked the evening"], ["test1@shop.es", "test"], ["prueba@shop.es", ""]]

    assert trials(Rows(["Email", "What did you like?"], rows)) == {42: "test1@shop.es", 43: "prueba@shop.es"}


def test_an_option_that_many_chose_is_no_trial() -> None:
    rows = [[f"P{at}", "Test" if at % 2 else "Control", "12345"[at % 5]] for at in range(40)]

    assert trials(Rows(["id", "Arm", "How was it?"], rows)) == {}


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        ("Which tools?|Total|18-34|35+", "Slack|64%|70%|61%/Teams|52%|40%|55%/Mail|90%|85%|92%/Base|1204|400|804"),
        ("Answer Choices|Responses|Column 3", "Very good|34.12%|87/Good|40.00%|102/Poor|25.88%|66"),
        ("Altersgruppe|Anzahl|Anteil", "18-29 Jahre|40|20/30-49 Jahre|100|50/50 und älter|60|30"),
        ("Réponse|Homme|Femme", "Oui|0,6|0,5/Non|0,3|0,3/Ne sait pas|0,1|0,2/Ensemble|1|1"),
        ("|Africa|Column 3|Asia|Column 5", "Yes|0.5|118|0.25|59/No|0.3|71|0.35|83/Unsure|0.2|47|0.4|94"),
    ],
)
def test_a_table_of_totals_and_shares_is_refused_in_one_sentence(head: str, rows: str) -> None:
    with pytest.raises(DataError, match="totals and shares of people, and no respondents") as raised:
        read(Rows(head.split("|"), [row.split("|") for row in rows.split("/")]))

    assert (raised.value.code, "one row a respondent" in (raised.value.hint or "")) == ("summary_table", True)


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        (["Student", "Test 1 (%)", "Test 2 (%)"], [["Ana", "60%", "71%"], ["Bo", "80%", "64%"], ["Cy", "55%", "90%"]]),
        (["id", "Age", "Score"], [["a", "30", "3"], ["b", "40", "5"], ["c", "30", "4"]]),  # ages that make 100
        (["Name", "City", "Share"], [["Ana", "Gent", "50"], ["Bo", "Brugge", "30"], ["Cy", "Aalst", "20"]]),
        (["q", "a"], [["x", "1"], ["y", "2"]]),
    ],
)
def test_people_with_numbers_are_no_summary(head: list[str], rows: list[list[str]]) -> None:
    assert read(Rows(head, rows)).rows == len(rows)


def test_a_column_of_live_and_test_rows_tells_the_tests() -> None:
    rows = [[str(1000 + at), "Live" if at % 8 else "Test", "Good" if at % 3 else "Bad", told(at)] for at in range(40)]
    found = read(Rows(["Respondent", "Type", "How was it?", "Comment"], rows))

    assert [(e.reason, e.rows, e.default) for e in found.excluded] == [("test", 5, "left_out")]
    assert found.respondents == 35
