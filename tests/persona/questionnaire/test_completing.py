"""What people name who choose what no option offers: known by who filled it in, in any language."""

from __future__ import annotations

from random import Random

import pytest

from tests.questionnaires import Rows, columns, notes, read

PEOPLE = 60
OWN = (
    "corner shop",
    "weekly market",
    "the farm",
    "my bakery",
    "petrol station",
    "vending machine",
    "a friend's garden",
)
STARS = [str(1 + at % 5) for at in range(PEOPLE)]


def choices(options: str, seed: int = 2) -> list[str]:
    """The last option is chosen by few."""
    *most, last = options.split("|")
    draw = Random(seed)
    return [last if at % 6 == 5 else draw.choice(most) for at in range(PEOPLE)]


def named(chosen: list[str], option: str, *texts: str) -> list[str]:
    """What those name who chose the option; of one who did, nothing."""
    which = iter(range(PEOPLE))
    filled = [texts[next(which) % len(texts)] if option in cell else "" for cell in chosen]
    filled[filled.index(texts[0])] = ""
    return filled


def told(table: Rows) -> list[tuple[str, str, str | None]]:
    return [(str(question.kind), question.use, question.of) for question in read(table).questions[:2]]


@pytest.mark.parametrize(
    ("question", "options", "name"),
    [
        ("Where do you shop?", "Lidl|Aldi|Rewe|Something else", "And that is"),
        ("¿Dónde compra?", "Dia|Lidl|Mercadona|Ninguna de estas", "Indique cuál"),
        ("q7", "1|2|3|96", "q7_spec"),
        ("どこで買いますか", "イオン|西友|成城石井|上記以外", "店名"),
    ],
    ids=["English", "Spanish", "codes", "Japanese"],
)
def test_own_words_of_those_who_chose_one_option_complete_its_question(question: str, options: str, name: str) -> None:
    chosen = choices(options)
    texts = named(chosen, options.rpartition("|")[2], *OWN)
    found = read(columns(**{question: chosen, name: texts, "Stars (1-5)": STARS}))

    assert [(str(q.kind), q.use, q.of) for q in found.questions[:2]] == [
        ("single_choice", "basis", None),
        ("open_answer", "describe", found.questions[0].id),
    ]


@pytest.mark.parametrize(
    ("question", "options", "name"),
    [
        ("Var handlar du?", "H&M|Zara|Annat", "Annat, vad?"),
        ("What do you use?", "Gym|Pool|Something else:", "Something else: - Text"),
        ("shida", "maji|umeme|nyingine", "shida_nyingine"),
        ("Which app?", "A|B|Another app", "Name of it"),
    ],
    ids=["Swedish", "Qualtrics", "XLSForm", "English"],
)
def test_few_different_words_complete_it_where_the_option_or_the_name_says_so(
    question: str, options: str, name: str
) -> None:
    options = options.replace("Another app", "Other")
    chosen = choices(options)
    texts = named(chosen, options.rpartition("|")[2], "Lindex", "Lindex", "Kappahl")

    assert [use for _, use, of in told(columns(**{question: chosen, name: texts, "x": notes()})) if of] == ["describe"]


@pytest.mark.parametrize("mark", ["; ", ", ", "|"])
def test_the_option_may_be_one_of_several_in_a_cell(mark: str) -> None:
    draw = Random(4)
    chosen = [mark.join(draw.sample(["Bus", "Tram", "Bike"], 2) + ["???"] * (at % 6 == 5)) for at in range(PEOPLE)]
    texts = named(chosen, "???", *OWN)
    found = read(columns(**{"How do you travel?": chosen, "By what?": texts, "Stars (1-5)": STARS}))

    assert [(str(q.kind), q.of) for q in found.questions[:2]] == [
        ("multiple_choice", None),
        ("open_answer", found.questions[0].id),
    ]


@pytest.mark.parametrize("on", ["1", "x", "Yes"])
def test_the_option_may_have_a_column_of_its_own(on: str) -> None:
    draw = Random(6)
    off = {"1": "0", "x": "", "Yes": "No"}[on]
    boxes = {f"Transport [{name}]": [draw.choice([on, off]) for _ in range(PEOPLE)] for name in ("Bus", "Tram", "Bike")}
    fourth = [on if at % 6 == 5 else off for at in range(PEOPLE)]
    texts = named([cell or "-" for cell in fourth], on, *OWN)
    found = read(columns(**boxes, **{"Transport [Something]": fourth, "By what": texts, "Stars (1-5)": STARS}))

    assert [(str(q.kind), q.of) for q in found.questions[:2]] == [
        ("multiple_choice", None),
        ("open_answer", found.questions[0].id),
    ]


def filtered(answer: str) -> list[str]:
    return [answer if at % 6 == 5 else "" for at in range(PEOPLE)]


@pytest.mark.parametrize(
    ("options", "name", "texts"),
    [
        ("Yes|No", "Which one?", OWN),  # a question that only some were asked
        ("Bus|Bike|Car", "Which fuel does your car use?", ("petrol", "diesel")),
        (
            "Good|Bad|Never again",
            "What went wrong?",
            tuple(f"They came {at} hours late and did not say why" for at in range(9)),
        ),
    ],
    ids=["yes and no", "a closed question", "sentences"],
)
def test_a_question_that_only_some_were_asked_stays_one(options: str, name: str, texts: tuple[str, ...]) -> None:
    chosen = choices(options)
    filled = named(chosen, options.rpartition("|")[2], *texts)

    assert told(columns(**{"Which of these?": chosen, name: filled, "Stars (1-5)": STARS}))[1][2] is None


def test_words_that_all_kinds_of_people_wrote_complete_nothing() -> None:
    chosen = choices("Lidl|Aldi|Rewe|Something else")
    texts = [f"place {at}" if at % 5 == 0 else "" for at in range(PEOPLE)]

    assert told(columns(**{"Where do you shop?": chosen, "And that is": texts, "Stars (1-5)": STARS}))[1][2] is None
