"""One question over several columns, by the names that each survey tool gives them: ticks, ratings, rankings."""

from __future__ import annotations

from itertools import permutations

import pytest

from persona.questionnaire.models import Item, Option, Scale
from tests.questionnaires import Rows, cells, columns, notes, read

TOOLS = ("Slack", "Teams", "Zoom")
FORMS = {
    "Google Forms": "Which tools do you use? [{item}]",
    "Qualtrics": "Which tools do you use? - {item}",
    "Qualtrics, select all": "Which tools do you use? (select all that apply) - {item}",
    "Qualtrics, selected choice": "Which tools do you use? - Selected Choice - {item}",
    "SurveyMonkey": "Which tools do you use? {item}",
    "Alchemer": "{item}:Which tools do you use?",
    "LimeSurvey, full": "G1Q2[SQ00{number}]. Which tools do you use? [{item}]",
    "LimeSurvey, text": "Which tools do you use?  [{item}]",
    "Kobo": "tools/{item}",
    "Kobo, in a group": "grp_work/tools/{item}",
    "ODK": "tools.{item}",
    "REDCap": "Which tools do you use? (choice={item})",
    "SoSci": "Tools: {item}",
    "Unipark": "Which tools do you use?: {item}",
    "Typeform": "Which tools do you use? | {item}",
    "German": "Welche Werkzeuge nutzen Sie? [{item}]",
    "Japanese": "どのツールを使いますか？ [{item}]",
    "Chinese": "您使用哪些工具？ - {item}",
    "Arabic": "ما الأدوات التي تستخدمها؟ [{item}]",
    "Russian": "Какие инструменты? - {item}",
}


def named(form: str) -> list[str]:
    return [FORMS[form].format(item=tool, number=at) for at, tool in enumerate(TOOLS, 1)]


TICKS = {
    "1 and 0": ("1", "0"),
    "the option": ("{item}", ""),
    "yes and no": ("Yes", "No"),
    "x": ("x", ""),
    "1": ("1", ""),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("ticks", TICKS)
def test_boxes_of_one_question(form: str, ticks: str) -> None:
    on, off = TICKS[ticks]
    boxes = [(on, off), (off, on, on), (off, off, off, on)]
    names = named(form)
    table = {
        name: cells(*(cell.format(item=tool) for cell in box))
        for name, tool, box in zip(names, TOOLS, boxes, strict=True)
    }
    question = read(columns(**{"id": [str(at) for at in range(60)], **table, "note": notes()})).questions[1]

    assert (question.kind, question.use, question.columns, question.names) == (
        "multiple_choice", "basis", (1, 2, 3), tuple(names),
    )  # fmt: skip
    assert question.options == tuple(
        Option(label=tool, count=count, column=at)
        for at, (tool, count) in enumerate(zip(TOOLS, (30, 40, 15), strict=True), 1)
    )


@pytest.mark.parametrize("form", FORMS)
def test_ratings_of_one_question(form: str) -> None:
    names = named(form)
    rated = [cells("1", "2", "3", "4", "5"), cells("5", "4", "3", "2", "1"), cells("3", "1", "5", "2", "4")]
    table = dict(zip(names, rated, strict=True))
    question = read(columns(**{"id": [str(at) for at in range(60)], **table, "note": notes()})).questions[1]

    assert (question.kind, question.use, question.names) == ("rating_battery", "basis", tuple(names))
    assert question.items == tuple(Item(label=tool, column=at) for at, tool in enumerate(TOOLS, 1))
    assert question.scale
    assert (question.scale.low, question.scale.high, question.answered) == (1, 5, 60)


AGREE = ("Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree")


@pytest.mark.parametrize("form", FORMS)
def test_ratings_in_words_of_one_question(form: str) -> None:
    names = named(form)
    table = {name: cells(*AGREE[at:], *AGREE[:at]) for at, name in enumerate(names)}
    question = read(columns(**{"id": [str(at) for at in range(60)], **table, "note": notes()})).questions[1]

    assert (question.kind, question.names) == ("rating_battery", tuple(names))
    assert [item.label for item in question.items] == list(TOOLS)
    assert question.scale == Scale(
        low=1, high=5, low_label=AGREE[0], high_label=AGREE[-1], higher_is="more", words=AGREE
    )


@pytest.mark.parametrize("form", FORMS)
def test_places_of_one_ranking(form: str) -> None:
    names = named(form)
    orders = list(permutations("123"))
    table = {name: cells(*(order[at] for order in orders)) for at, name in enumerate(names)}
    question = read(columns(**{"id": [str(at) for at in range(60)], **table, "note": notes()})).questions[1]

    assert (question.kind, question.use, question.names) == ("ranking", "basis", tuple(names))
    assert [(option.label, option.count) for option in question.options] == [(tool, 20) for tool in TOOLS]


SLOTS = ("Rank 1|Rank 2|Rank 3", "1|2|3", "First choice|Second choice|Third choice", "1st|2nd|3rd",
         "Rang 1|Rang 2|Rang 3",          "Platz 1|Platz 2|Platz 3", "Priority 1|Priority 2|Priority 3")  # fmt: skip


@pytest.mark.parametrize("slots", SLOTS)
@pytest.mark.parametrize("form", ["Please rank the tools [{item}]", "Please rank the tools - {item}", "rank/{item}"])
def test_first_second_and_third_of_one_ranking(form: str, slots: str) -> None:
    names = [form.format(item=slot) for slot in slots.split("|")]
    orders = list(permutations(TOOLS))
    table = {name: cells(*(order[at] for order in orders)) for at, name in enumerate(names)}
    question = read(columns(**{"id": [str(at) for at in range(60)], **table, "note": notes()})).questions[1]

    assert (question.kind, question.columns) == ("ranking", (1, 2, 3))
    assert {option.label: option.count for option in question.options} == dict.fromkeys(TOOLS, 60)


ONE_CELL = {
    "Microsoft Forms": ("Please rank the tools", "{};{};{};", ";"),
    "semicolons": ("tools", "{};{};{}", ";"),
    "commas": ("Order of preference", "{}, {}, {}", ", "),
    "a list": ("tools", '["{}", "{}", "{}"]', "[]"),
    "lines": ("tools", "{}\n{}\n{}", "\n"),
}


@pytest.mark.parametrize("form", ONE_CELL)
def test_an_order_in_one_cell(form: str) -> None:
    name, pattern, mark = ONE_CELL[form]
    orders = [pattern.format(*order) for order in permutations(TOOLS)]
    question = read(columns(**{name: cells(*orders), "note": notes()})).questions[0]

    assert (question.kind, question.separator, question.answered) == ("ranking", mark, 60)
    assert {option.label: option.count for option in question.options} == dict.fromkeys(TOOLS, 20)


APART: dict[str, tuple[dict[str, tuple[str, ...]], int]] = {
    "a rating beside a choice": ({"Q1": ("1", "2", "3", "4", "5"), "Q2": ("Bus", "Car", "Bike")}, 2),
    "two questions of yes and no": ({"Do you cook?": ("Yes", "No"), "Do you smoke?": ("No", "Yes", "No")}, 2),
    "two scales": (
        {"How good? - Price": ("1", "2", "3", "4", "5"), "How often? - Visits": ("0", "10", "7", "3", "9")}, 2,
    ),
    "counts with one beginning": ({"Hours at work": ("38", "41", "12"), "Hours of sleep": ("8", "7", "6")}, 2),
    "an age and a rating": ({"Q1": ("34", "28", "51", "66"), "Q2": ("1", "2", "3", "4", "5")}, 2),
}  # fmt: skip


@pytest.mark.parametrize("case", APART)
def test_neighbours_that_are_questions_of_their_own(case: str) -> None:
    table, most = APART[case]
    found = read(columns(**{name: cells(*given) for name, given in table.items()}, note=notes()))

    assert [len(question.columns) for question in found.questions[:most]] == [1] * most


def test_an_other_field_after_boxes_is_an_answer_of_its_own() -> None:
    names = [*named("Qualtrics"), "Which tools do you use? - Other (please specify)"]
    rows = [
        ["1" if at % 2 else "0", "0" if at % 3 else "1", "0", f"Tool {at}" if at % 10 == 0 else ""] for at in range(60)
    ]
    found = read(Rows(names, rows))

    assert [(q.kind, q.use, q.columns, q.of) for q in found.questions] == [
        ("multiple_choice", "basis", (0, 1, 2), None),
        ("open_answer", "describe", (3,), "which-tools-do-you-use"),
    ]


def test_nobody_who_skipped_the_question_left_its_boxes() -> None:
    rows = [["Slack", "", ""], ["", "Teams", ""], ["", "", ""], ["Slack", "Teams", ""]] * 15
    question = read(Rows(named("Google Forms"), rows)).questions[0]

    assert question.answered == 45
    assert [(option.label, option.count) for option in question.options] == [("Slack", 30), ("Teams", 30), ("Zoom", 0)]
