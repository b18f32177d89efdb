"""From single columns to the whole questionnaire: uses, reasons, who answered, weights, what is protected and told."""

from __future__ import annotations

import pytest

from persona.models import QuestionChoice
from persona.questionnaire.models import Excluded, Item, Questionnaire, QuestionnaireNote, Sensitive
from tests.questionnaires import Rows, cells, columns, filled, notes, read

PEOPLE = 60
FILE = {
    "respondent_id": [str(1000 + at) for at in range(PEOPLE)],
    "Email": [f"p{at}@example.com" for at in range(PEOPLE)],
    "Gender": cells("Female", "Male", "Other"),
    "Religion": cells("Catholic", "Muslim", "None"),
    "wt": cells("0.8", "1.2", "", "1.1"),
    "Satisfied?": cells("1", "2", "3", "4", "5", ""),
    "Rate us: Price": cells("1", "2", "3", "4", "5", "3"),
    "Rate us: Speed": cells("5", "4", "3", "2", "1", "3"),
    "Tools? [Slack]": cells("1", "0", "1"),
    "Tools? [Teams]": cells("0", "1", "1"),
    "Tools? [other]": cells("my own tool", *[""] * 9),
    "Last visit": cells("2024-03-05", "2024-04-11", "2024-05-20"),
    "Why?": [
        f"It is so for {at} reasons" + (f", write to a{at}@b.com" if at % 10 == 0 else "") for at in range(PEOPLE)
    ],
}
BASIS, DESCRIBES, APART = (
    f"; it {how}"
    for how in ("helps to form the groups.", "only describes the groups", "takes no part in the grouping.")
)
WHO = "its name speaks of who people are, not of what they think or do."
WHOLE = {
    "respondent_id": ("identifier", "none", 60, f"Its name says that it tells rows apart{APART}"),
    "email": ("personal_data", "none", 60, f"Most cells hold e-mail addresses, phone or account numbers{APART}"),
    "gender": (
        "single_choice", "describe", 60,
        f"Its answers come from a short list{DESCRIBES}: {WHO}",
    ),
    "religion": (
        "single_choice", "describe", 60,
        f"Its answers come from a short list{DESCRIBES}: it tells about religion, which law protects.",
    ),
    "wt": ("weight", "none", 45, f"Its name and its numbers say how many people a row stands for{APART}"),
    "satisfied": ("rating", "basis", 50, f"3 columns side by side use the same numbers{BASIS}"),
    "rate-us": ("rating_battery", "basis", 60, f"Its columns share a beginning and a scale{BASIS}"),
    "tools": ("multiple_choice", "basis", 60, f"Their names share a beginning, and each holds one option{BASIS}"),
    "tools-other": (
        "open_answer", "describe", 6,
        f"Its name asks for another answer in people's own words{DESCRIBES}: it only completes another question.",
    ),
    "last-visit": (
        "date", "describe", 60, f"Its cells are dates{DESCRIBES}: days say nothing about what people think or do.",
    ),
    "why": ("open_answer", "basis", 60, f"Its answers are sentences in people's own words{BASIS}"),
}  # fmt: skip


@pytest.fixture(scope="module")
def found() -> Questionnaire:
    return read(columns(**FILE))


@pytest.mark.parametrize("key", WHOLE)
def test_a_question_its_use_and_the_reason(found: Questionnaire, key: str) -> None:
    question = found.question(key)

    assert (question.kind, question.use, question.answered, question.reason) == WHOLE[key]


def test_the_questions_stand_in_the_order_of_their_columns_and_hold_each_once(found: Questionnaire) -> None:
    assert [question.id for question in found.questions] == list(WHOLE)
    assert [column for question in found.questions for column in question.columns] == list(range(len(FILE)))
    assert [name for question in found.questions for name in question.names] == list(FILE)


def test_only_sets_and_rankings_have_items(found: Questionnaire) -> None:
    assert {question.id: question.items for question in found.questions if question.items} == {
        "rate-us": (Item(label="Price", column=6), Item(label="Speed", column=7)),
    }


def test_what_is_personal_is_hidden_masked_or_counted(found: Questionnaire) -> None:
    assert (found.personal, found.question("email").examples) == ((1,), ())
    assert {question.id: question.personal for question in found.questions if question.personal} == {"why": 6}
    assert found.question("why").examples[0] == "It is so for 0 reasons, write to a•@•.com"


def test_what_completes_a_question_names_it(found: Questionnaire) -> None:
    assert {question.id: question.of for question in found.questions if question.of} == {"tools-other": "tools"}


def test_what_law_protects_is_told_and_asked_about(found: Questionnaire) -> None:
    assert found.sensitive == (Sensitive(column=3, category="religion"),)
    assert [(doubt.id, doubt.default) for doubt in found.doubts if doubt.code == "sensitive"] == [
        ("sensitive:religion", "describe")
    ]


UNUSED = "Shares are not weighted: the weight “wt” is not used."
USED = "Shares and means are weighted by “wt”; bases and counts are numbers of people."
WITHOUT = "15 rows have no weight in “wt” and add nothing to weighted shares."


@pytest.mark.parametrize(
    ("said", "weighted", "told"),
    [
        (None, False, [("weights_not_used", UNUSED, 45)]),
        ("ignore", False, [("weights_not_used", UNUSED, 45)]),
        ("use", True, [("weights_used", USED, None), ("without_weight", WITHOUT, 15)]),
        ("no_weight", False, []),
    ],
)
def test_how_a_weight_is_used_is_told(
    said: str | None, weighted: bool, told: list[tuple[str, str, int | None]]
) -> None:
    found = read(columns(**FILE), {"weight:wt": said} if said else None)

    assert (found.weight, found.weighted) == (None if said == "no_weight" else "wt", weighted)
    about = [(note.code, note.sentence, note.rows) for note in found.notes if note.about == "wt"]
    assert about == told


def test_of_two_weights_the_one_that_a_person_wants_goes_first() -> None:
    table = columns(wt_a=filled("0.8; 1.2"), wt_b=filled("0.9; 1.1"), note=notes(), cook=filled("Yes; No"))

    assert [read(table).weight, read(table, {"weight:wt_b": "use"}).weight] == ["wt_a", "wt_b"]


def test_doubts_of_one_kind_are_asked_once_and_answered_for_all() -> None:
    rows = [filled("1; 2; 3; 4; 5; 6; 7", 56), filled("7; 6; 5; 4; 3; 2; 1", 56), filled("1; 3; 5; 7; 2; 4; 6", 56)]
    apart = filled("x; y; z", 56)
    table = columns(Alpha=rows[0], a=apart, Beta=rows[1], b=apart[1:] + apart[:1], Gamma=rows[2], note=notes(56))
    asked = read(table)
    (doubt,) = (doubt for doubt in asked.doubts if doubt.code == "scale_direction")
    answered = read(table, {doubt.id: "1_is_best"})

    assert (doubt.about, doubt.default, doubt.evidence) == ("alpha", "7_is_best", ("1", "2", "3"))
    assert doubt.sentence == "On “Alpha (and 2 more like it)”, which end of the scale means more: 1 or 7?"
    for questions, higher in ((asked, "more"), (answered, "less")):
        assert [questions.question(key).scale.higher_is for key in ("alpha", "beta", "gamma")] == [higher] * 3


def test_people_who_answered_nothing_are_no_respondents() -> None:
    given = [[str(at), "Yes" if at % 6 else "", f"Note {at}" if at % 6 else " "] for at in range(1, 31)]
    found = read(Rows(["id", "Cook?", "note"], given))

    assert found.excluded == (Excluded(reason="empty", rows=5, spans=((6, 6), (12, 12), (18, 18), (24, 24), (30, 30))),)
    assert (found.rows, found.respondents, found.question("cook").answered) == (30, 25, 25)


@pytest.mark.parametrize(
    ("given", "code", "sentence", "rows"),
    [
        ("Bus; bus; Car", "spellings", "“Q”: 2 spellings of the same answers count as one (“Bus”, “bus”).", 2),
        ("12; 40; 31; #N/A; 25", "error_cells",
         "12 cells of “Q” hold a spreadsheet error (“#N/A”) and count as empty.", 12),
        ("12; 40; 31; don't know; 25", "no_opinion", "In “Q”, 12 people take no side (“don't know”).", 12),
    ],
)  # fmt: skip
def test_what_was_seen_in_a_column_is_told_of_its_question(given: str, code: str, sentence: str, rows: int) -> None:
    found = read(columns(Q=filled(given), cook=filled("Yes; No"), note=notes()))

    assert QuestionnaireNote(code=code, sentence=sentence, rows=rows, about="q") in found.notes


def test_a_use_that_a_person_chose_is_the_reason() -> None:
    found = read(columns(**FILE), questions={"gender": QuestionChoice(use="basis"), "why": QuestionChoice(use="none")})

    assert (found.question("gender").use, found.question("why").use) == ("basis", "none")
    assert found.question("gender").reason.endswith("; it helps to form the groups: you chose it.")
    assert found.question("why").reason.endswith("; it takes no part in the grouping: you chose it.")
