"""The question that a block of columns becomes: its options, what is ticked, and what people are asked."""

from __future__ import annotations

import pytest

from persona.questionnaire.blocks.drafting import draft_block, unanswered
from persona.questionnaire.blocks.finding import tick_block
from persona.questionnaire.blocks.shapes import Block
from persona.questionnaire.drafts import Draft, Unsure
from persona.questionnaire.kinds import QuestionKind as Kind
from persona.questionnaire.models import Option, Recoding
from tests.questionnaires import filled, view, views

ITEMS = ("Slack", "Teams", "Zoom")


def boxes(*columns: str) -> Block:
    cells = {f"Q5 [{item}]": filled(text) for item, text in zip(ITEMS, columns, strict=False)}
    found = tick_block(views(**cells), "Q5", ITEMS[: len(columns)])
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("columns", "counts", "ticked", "left"),
    [
        (("1; 0; 1", "0; 1; 1", "0; 0; 1"), (40, 40, 20), {0: ("1",), 1: ("1",), 2: ("1",)},
         {0: ("0",), 1: ("0",), 2: ("0",)}),
        (("Slack||", "Teams|Teams|", "||Zoom"), (20, 40, 20), {0: ("Slack",), 1: ("Teams",), 2: ("Zoom",)}, {}),
        (("x||", "x|x|", "||x"), (20, 40, 20), {0: ("x",), 1: ("x",), 2: ("x",)}, {}),
        (("Yes; No; Yes", "No; Yes; Yes", "No; No; Yes"), (40, 40, 20), {0: ("Yes",), 1: ("Yes",), 2: ("Yes",)},
         {0: ("No",), 1: ("No",), 2: ("No",)}),
        (("ja; nein; ja", "nein; ja; ja", "nein; nein; ja"), (40, 40, 20), {0: ("ja",), 1: ("ja",), 2: ("ja",)},
         {0: ("nein",), 1: ("nein",), 2: ("nein",)}),
    ],
    ids=["zeros and ones", "the option itself", "crosses", "yes and no", "German"],
)  # fmt: skip
def test_boxes_to_tick(
    columns: tuple[str, ...],
    counts: tuple[int, ...],
    ticked: dict[int, tuple[str, ...]],
    left: dict[int, tuple[str, ...]],
) -> None:
    found = draft_block(boxes(*columns))

    assert (found.kind, found.text, found.items) == ("multiple_choice", "Q5", ITEMS)
    assert found.options == tuple(
        Option(label=item, count=count, column=at) for at, (item, count) in enumerate(zip(ITEMS, counts, strict=True))
    )
    assert found.recoding == Recoding(labels=dict(enumerate(ITEMS)), ticked=ticked, left=left)


def ranked(*columns: str) -> Draft:
    cells = {f"Rank [{item}]": filled(text) for item, text in zip(ITEMS, columns, strict=True)}
    return draft_block(Block(Kind.RANKING, tuple(views(**cells)), "Rank", ITEMS, "why"))


@pytest.mark.parametrize("mark", ["", "."])
def test_ranked_things_are_counted_where_they_came_first(mark: str) -> None:
    columns = ("1; 2; 3", "2; 1; 1", "3; 3; 2")
    found = ranked(*("; ".join(f"{cell}{mark}" for cell in column.split("; ")) for column in columns))

    assert [(o.label, o.count, o.column) for o in found.options] == [("Slack", 20, 0), ("Teams", 40, 1), ("Zoom", 0, 2)]


def test_slots_count_what_stands_in_any_of_them() -> None:
    found = ranked("Tea; Milk; tea", "Milk; Tea; Juice", "Juice; k. A.; Milk")

    assert found.options == tuple(Option(label=o, count=n) for o, n in (("Milk", 60), ("Tea", 60), ("Juice", 40)))
    assert found.no_answer == ("k. A.",)


def test_what_is_not_sure_is_asked_with_the_first_columns_as_evidence() -> None:
    columns = tuple(views(a=filled("x|"), b=filled("|y"), c=filled("z"), d=filled("w")))
    block = boxes("1; 0", "0; 1", "1; 1")
    unsure = Block(Kind.MULTIPLE, block.columns, "Q5", ITEMS, "why", "likely", block.ticks)

    assert draft_block(unsure).unsure == (
        Unsure(
            "join_columns", "together", {"count": 3, "first": "Q5 [Slack]", "last": "Q5 [Zoom]"},
            ("Q5 [Slack]", "Q5 [Teams]", "Q5 [Zoom]"),
        ),
    )  # fmt: skip
    assert draft_block(block).unsure == ()
    assert draft_block(Block(Kind.MULTIPLE, columns, "Q", tuple("abcd"), "why", "likely")).unsure == ()


def test_a_column_before_the_boxes_holds_the_same_in_one_cell() -> None:
    block = boxes("1; 0; 1", "0; 1; 1", "0; 0; 1")
    head = view("Which tools?", filled("Slack Zoom|Teams|Slack Teams Zoom"), at=9)
    found = draft_block(Block(Kind.MULTIPLE, block.columns, "Q5", ITEMS, "why", "sure", block.ticks, head))

    assert (found.text, found.items, found.columns[0]) == ("Which tools?", ("", *ITEMS), head)
    assert found.separator == " "
    assert [option.column for option in found.options] == [0, 1, 2]


@pytest.mark.parametrize(
    ("columns", "silent"),
    [
        (("Slack||", "Teams|Teams|", "||Zoom"), {""}),
        (("1; 0; 1", "0; 1; 1", "0; 0; 1"), {""}),
    ],
    ids=["a box that is left says nothing where nothing is written", "a zero is an answer"],
)
def test_cells_that_are_no_answer(columns: tuple[str, ...], silent: set[str]) -> None:
    block = boxes(*columns)

    assert unanswered(draft_block(block), block.columns[0], block) == silent


def test_refusals_are_no_answer_and_want_of_an_opinion_is_one() -> None:
    column = view("Q", filled("Yes; No; k. A.; weiß nicht"))
    draft = Draft((column,), "Q", Kind.SINGLE, "", no_answer=("k. A.", "-9"))

    assert unanswered(draft, column, None) == {"", "k. A.", "-9"}
