from __future__ import annotations

import numpy as np
import pytest

from persona.evidence import gathering
from persona.evidence.gathering import COPIED_LETTERS, Gathered, gather, habits
from persona.evidence.models import Answers

FORM = (
    "Please tell us in your own words what you think about the visit, and leave this whole line out if you have nothing"
    " at all to say."
)
TEXTS = ["The queue is long", "the queue is long. Staff were kind", "", "ok", FORM, FORM, FORM, "Staff were kind"]


def test_each_wording_stands_once_and_each_passage_has_its_place() -> None:
    found = gather(Answers("visit", "", range(1, 9), TEXTS))

    assert sorted(text.casefold() for text in found.texts) == ["staff were kind", "the queue is long"]
    assert [
        (row, TEXTS[row - 1][start:end].casefold() == found.texts[wording].casefold())
        for row, start, end, wording in zip(
            found.rows.tolist(), found.starts.tolist(), found.ends.tolist(), found.wording.tolist(), strict=True
        )
    ] == [(1, True), (2, True), (2, True), (8, True)]


def test_openers_are_left_out_and_places_stay_true() -> None:
    found = gather(Answers("visit", "", [1], ["Honestly, the queue is long"]), openers=frozenset({"honestly"}))

    assert (list(found.texts), found.starts.tolist(), found.ends.tolist()) == (["the queue is long"], [10], [27])


def test_nothing_said_is_nothing_gathered() -> None:
    assert list(gather(Answers("visit", "", [1], ["..."])).texts) == []


def heard(found: Gathered) -> list[tuple[int, int, int, str]]:
    """Every passage: its row, its place in the cell, and its words."""
    return [
        (row, start, end, found.texts[wording])
        for row, start, end, wording in zip(
            found.rows.tolist(), found.starts.tolist(), found.ends.tolist(), found.wording.tolist(), strict=True
        )
    ]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        pytest.param("good", ["good"], id="a word of four letters"),
        pytest.param("bad", [], id="a shorter one"),
        pytest.param("is bad", ["is bad"], id="a shorter one beside another"),
        pytest.param("it is", [], id="only words that all share"),
        pytest.param("42 13", [], id="only numbers"),
        pytest.param("rye " * 40, ["rye " * 39 + "rye"], id="the longest passage"),
        pytest.param("rye " * 41, [], id="one word longer"),
        pytest.param("料金が高い", ["料金が高い"], id="a script without spaces"),
        pytest.param("Stale bread. Dirty floor!", ["Stale bread", "Dirty floor"], id="two sentences"),
        pytest.param("Mail me@example.org about bread. Dirty floor", ["Dirty floor"], id="personal data"),
        pytest.param("<b>Stale bread</b>", ["Stale bread"], id="markup"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_passages_that_say_something(cell: str, expected: list[str]) -> None:
    found = gather(Answers("visit", "", [1], [cell]))

    assert [text for *_, text in heard(found)] == expected
    assert [cell[start:end] for _, start, end, _ in heard(found)] == expected


@pytest.mark.parametrize(
    ("letters", "times", "kept"),
    [
        pytest.param(COPIED_LETTERS, 3, 0, id="long, of three people"),
        pytest.param(COPIED_LETTERS, 2, 2, id="long, of two people"),
        pytest.param(COPIED_LETTERS - 1, 3, 3, id="a letter shorter"),
    ],
)
def test_a_long_text_that_several_people_wrote_is_the_forms(letters: int, times: int, kept: int) -> None:
    text = "the " + "queue" * 40
    found = gather(Answers("visit", "", range(1, times + 1), [text[:letters]] * times))

    assert len(found.rows) == kept


def test_personal_data_is_gathered_only_where_it_may_be() -> None:
    cell = "Mail me@example.org about bread"

    assert heard(gather(Answers("visit", "", [1], [cell]), redact=False)) == [(1, 0, 31, cell)]


def test_rows_are_those_of_the_table_whichever_are_asked() -> None:
    texts = ["The floor is dirty", "", "Stale bread. The floor is dirty"]

    assert heard(gather(Answers("visit", "", [4, 9, 12], texts))) == [
        (4, 0, 18, "The floor is dirty"),
        (12, 0, 11, "Stale bread"),
        (12, 13, 31, "The floor is dirty"),
    ]


def test_the_commonest_wording_stands_first_and_a_seed_decides_only_among_equals() -> None:
    texts = ["new bread", "dirty floor", *["old bread"] * 2, *["a long queue"] * 3, "cold soup", "dark hall"]
    found = [gather(Answers("visit", "", range(1, 10), texts), seed=seed) for seed in range(4)]

    assert {tuple(one.texts[:2]) for one in found} == {("a long queue", "old bread")}
    assert {tuple(sorted(one.texts[2:])) for one in found} == {("cold soup", "dark hall", "dirty floor", "new bread")}
    assert len({tuple(one.texts) for one in found}) > 1
    assert all(heard(one) == heard(found[0]) for one in found)


def test_a_wording_is_shown_as_it_is_first_written() -> None:
    found = gather(Answers("visit", "", range(1, 4), ["STALE BREAD", "stale bread", "Stale bread"]))

    assert (list(found.texts), found.wording.tolist()) == (["STALE BREAD"], [0, 0, 0])


@pytest.mark.parametrize(("question", "expected"), [("How was it?", "How was it?"), ("", "visit")])
def test_the_name_of_the_column_stands_for_a_question_that_nobody_knows(question: str, expected: str) -> None:
    assert gather(Answers("visit", question, [], [])).question == expected


def test_passages_of_some_wordings() -> None:
    found = gather(Answers("visit", "", [1, 2], ["Stale bread. Dirty floor. Stale bread", "Dirty floor"]))
    is_bread = np.array([text == "Stale bread" for text in found.texts])

    assert (found.of(is_bread).tolist(), found.of(~is_bread).tolist()) == ([0, 2], [1, 3])
    assert found.of(np.zeros(2, bool)).tolist() == []


def test_somebody_may_stop_while_many_cells_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "TICK", 2)
    ticks: list[None] = []

    gather(Answers("visit", "", range(5), ["a", "b", "a", "c", "d"]), tick=lambda: ticks.append(None))

    assert len(ticks) == 2  # before the first and the third of four distinct cells


def test_habits_are_learnt_from_what_is_said_to_several_questions() -> None:
    said = ("the app is slow", "I lose my work", "nobody answers", "it costs much", "we print all")
    asked = [
        Answers(name, "", range(1, 6), [f"{opener}, {text}" for text in said])
        for name, opener in (("annoys", "Honestly"), ("wishes", "honestly"), ("else", "In Berlin"))
    ]

    assert habits(asked) == {"honestly"}
    assert habits(asked[:1]) == frozenset()
    assert habits([]) == frozenset()


@pytest.mark.parametrize(("name", "value"), [("OPENERS_FROM", 4), ("OPENERS_READ", 3)])
def test_habits_are_learnt_from_a_part_of_what_is_said(name: str, value: int, monkeypatch: pytest.MonkeyPatch) -> None:
    said = ("the app is slow", "I lose my work", "nobody answers")
    asked = [Answers(column, "", range(3), [f"Honestly, {text}" for text in said]) for column in ("annoys", "wishes")]
    monkeypatch.setattr("persona.text.openers.CONTINUED", 3)
    assert habits(asked) == {"honestly"}

    monkeypatch.setattr(gathering, name, 2 if name == "OPENERS_FROM" else value)

    assert habits(asked) == frozenset()


ASKS = "How did we do today?"
OWN = [
    "The queue is long",
    "Staff were kind",
    "My parcel came late",
    "Nobody answers the phone",
    "Prices went up again",
]


def letters(standing: str, times: int) -> list[str]:
    """Twenty answers; so many of them carry a sentence that is not their writer's."""
    return [f"{OWN[place % 5]} {place}. {standing if place < times else ''}".strip() for place in range(20)]


@pytest.mark.parametrize(
    ("standing", "times", "stays"),
    [
        pytest.param(ASKS, 4, False, id="a fifth of the cells carry it"),
        pytest.param(ASKS, 3, True, id="fewer do"),
        pytest.param("Many thanks indeed", 20, True, id="too short to be anybody's text"),
        pytest.param("お問い合わせありがとうございます。", 20, False, id="a script without spaces"),
    ],
)
def test_a_sentence_that_stands_in_a_fifth_of_the_cells_is_no_evidence(standing: str, times: int, stays: bool) -> None:
    cells = letters(standing, times)

    found = gather(Answers("visit", "", range(1, 21), cells))

    assert {text for _, _, _, text in heard(found)} == {
        *(f"{OWN[place % 5]} {place}" for place in range(20)),
        *([standing.rstrip("?。")] if stays else []),
    }
    assert all(cells[row - 1][start:end] == text for row, start, end, text in heard(found))


def test_an_answer_that_many_give_as_a_whole_is_theirs() -> None:
    cells = ["I would change nothing at all"] * 5 + OWN * 3

    assert len([text for _, _, _, text in heard(gather(Answers("change", "", range(1, 21), cells)))]) == 20


@pytest.mark.parametrize(("alone", "kept"), [(1, 0), (2, 12)])
def test_what_more_than_a_tenth_answer_with_alone_is_theirs_though_others_add_to_it(alone: int, kept: int) -> None:
    clubs = "The clubs after school are great"
    cells = [clubs] * alone + [f"{clubs}. {own}." for own in (OWN * 3)[: 12 - alone]] + OWN

    found = heard(gather(Answers("good", "", range(1, len(cells) + 1), cells)))

    assert sum(text == clubs for _, _, _, text in found) == kept


def test_sentences_that_are_all_that_people_wrote_are_theirs() -> None:
    cells = [f"{OWN[place % 3]}. {OWN[3 + place % 2]}." for place in range(12)]

    found = heard(gather(Answers("visit", "", range(1, 13), cells)))

    assert sorted({row for row, _, _, _ in found}) == list(range(1, 13))
    assert {text for _, _, _, text in found} == set(OWN)


def test_short_answers_to_the_same_long_questions_are_no_copies() -> None:
    asks = "Where do you get your water from, and how far is it to go there every day?"
    cell = f"Interviewer: {asks}\nParticipant: From the pump.\nInterviewer: {asks}\nParticipant: Half a mile away."

    found = heard(gather(Answers("interview", "", range(1, 5), [cell] * 4)))

    assert [(row, text) for row, _, _, text in found] == [
        (row, text) for row in range(1, 5) for text in ("From the pump", "Half a mile away")
    ]


def test_among_few_cells_nothing_is_called_a_form() -> None:
    cells = [f"{own}. {ASKS}" for own in OWN]

    assert "How did we do today" in gather(Answers("visit", "", range(1, 6), cells)).texts
