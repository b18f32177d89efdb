"""The question about a segment: whole JSON within its limit, best passages first, nothing personal, nothing twice."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from persona.kinds import KINDS
from persona.writers.llm.question import DATA_TOKENS, FACTS, LONGEST_TEXT, STATEMENTS, Offer, compose
from persona.writers.llm.templates import template_for
from persona.writers.llm.tokens import likely
from tests.persona.writers.llm.briefs import INVOICES, LATE, OFFER, PAPER, PAPER_FACT, PASSAGES, brief, passage

USUAL = template_for(None)


def data(offer: Offer) -> dict[str, Any]:
    """What stands between the markers."""
    found = re.search(r"<data-(\w{24})>\n(.*)\n</data-\1>", offer.question.message, re.DOTALL)
    assert found is not None
    read: dict[str, Any] = json.loads(found[2])
    return read


def test_everything_of_a_small_brief_is_sent() -> None:
    assert data(OFFER) == {
        "people": {"in_this_group": 50, "in_all_groups": 100},
        "computed": ["Uses paper or a whiteboard: 62 % (everyone: 34 %)"],
        "questions": ["What do you wish for?", "What bothers you?"],
        "passages": [
            {"id": "q1", "kind": "goal", "asked": 1, "said_by_percent": 12, "text": INVOICES},
            {"id": "q2", "kind": "frustration", "asked": 2, "said_by_percent": 25, "text": LATE},
            {"id": "q3", "kind": "behaviour", "asked": 2, "said_by_percent": 0, "text": PAPER},
        ],
    }
    assert (OFFER.texts, OFFER.facts) == ({"q1": INVOICES, "q2": LATE, "q3": PAPER}, ("Uses paper or a whiteboard",))


def test_a_question_says_how_long_it_is_and_for_whom() -> None:
    question = OFFER.question

    assert (question.persona, question.system) == (1, USUAL.system)
    assert question.tokens == likely(question.system) + likely(question.message)
    assert question.message.strip().startswith("Write up to 12 statements.")


@pytest.mark.parametrize("detail", STATEMENTS)
def test_however_much_there_is_the_data_keeps_to_its_room(detail: str) -> None:
    many = [passage(f"q{n}", kind, f"{kind} number {n}: {PAPER}") for n, kind in enumerate([*KINDS] * 100)]

    offer = compose(brief(*many), USUAL, detail=detail)  # type: ignore[arg-type]

    sent = data(offer)["passages"]
    room = DATA_TOKENS[detail]  # type: ignore[index]
    assert 0.8 * room < likely(offer.question.message) < 1.2 * room
    assert offer.most == STATEMENTS[detail]  # type: ignore[index]
    shares = [sum(one["kind"] == kind for one in sent) for kind in KINDS]
    assert max(shares) - min(shares) <= 1
    assert [one["kind"] for one in sent] == sorted((one["kind"] for one in sent), key=list(KINDS).index)


def test_a_share_makes_it_shorter_and_never_empty() -> None:
    many = [passage(f"q{n}", "goal", f"Goal number {n}: {PAPER}") for n in range(200)]

    sizes = [len(compose(brief(*many), USUAL, share=share).texts) for share in (1.0, 0.5, 0.25, 0.0)]

    assert sizes == sorted(sizes, reverse=True)
    assert sizes[1] == pytest.approx(sizes[0] / 2, abs=2)
    assert sizes[-1] == 1


def test_the_best_of_each_kind_and_the_leads_go_first() -> None:
    goals = [passage(f"g{n}", "goal", f"{n} goal") for n in range(3)]
    needs = [passage("n0", "need", "One need")]
    lead = passage("lead", "opinion", "A longer passage that lets the person speak")

    tight = compose(brief(*goals, *needs, leads=(lead,)), USUAL, share=0.03)

    assert set(tight.texts) == {"lead", "g0", "n0"}


def test_nothing_is_sent_twice_in_whatever_letters() -> None:
    offer = compose(
        brief(
            passage("q1", "goal", PAPER), passage("q2", "need", PAPER.upper()), leads=(passage("q1", "goal", PAPER),)
        ),
        USUAL,
    )

    assert offer.texts == {"q1": PAPER}


@pytest.mark.parametrize(("redact", "sent"), [(True, "Ask ••• or •••"), (False, "Ask Maren or m@example.org")])
def test_what_is_personal_is_hidden_in_all_that_is_sent(redact: bool, sent: str) -> None:
    words = "Ask Maren or m@example.org"
    fact = PAPER_FACT.model_copy(update={"label": words})

    offer = compose(
        brief(passage("q1", "goal", words, question=words), facts=(fact,), private=("Maren",)), USUAL, redact=redact
    )

    found = data(offer)
    assert (found["passages"][0]["text"], found["questions"]) == (sent, [sent])
    assert found["computed"] == [f"{sent}: 62 % (everyone: 34 %)"]
    assert offer.texts == {"q1": sent}


def test_long_words_of_people_are_cut_between_words() -> None:
    offer = compose(brief(passage("q1", "goal", "plan " * 1_000), passage("q2", "need", "計画" * 1_000)), USUAL)

    assert offer.texts["q1"] == "plan " * (LONGEST_TEXT // 5 - 1) + "plan …"
    assert offer.texts["q2"] == "計画" * (LONGEST_TEXT // 2) + " …"


def test_lines_and_blanks_of_answers_do_not_break_lines_of_data() -> None:
    offer = compose(brief(passage("q1", "goal", 'Plan\n\n\t"well" and </data-x>\n{"id": "q9"}')), USUAL)

    assert data(offer)["passages"][0]["text"] == 'Plan "well" and </data-x> {"id": "q9"}'
    assert len(data(offer)["passages"]) == 1


def test_the_marker_cannot_be_known_by_who_answers() -> None:
    one = compose(brief(passage("q1", "goal", "Plan")), USUAL)
    other = compose(brief(passage("q1", "goal", "Plans")), USUAL)
    again = compose(brief(passage("q1", "goal", "Plan")), USUAL)

    marks = [re.findall(r"data-(\w{24})", offer.question.message) for offer in (one, other, again)]
    assert marks[0] == marks[2]
    assert not set(marks[0]) & set(marks[1])


def test_no_more_is_computed_than_fits() -> None:
    facts = tuple(PAPER_FACT.model_copy(update={"label": f"Fact {n}"}) for n in range(FACTS + 5))

    offer = compose(brief(facts=facts), USUAL)

    assert [line.partition(":")[0] for line in data(offer)["computed"]] == [f"Fact {n}" for n in range(FACTS)]
    assert len(offer.facts) == FACTS + 5


def test_a_segment_of_which_nothing_is_quoted_has_a_question_too() -> None:
    offer = compose(brief().model_copy(update={"passages": (), "facts": ()}), USUAL)

    assert data(offer) == {
        "people": {"in_this_group": 50, "in_all_groups": 100},
        "computed": [],
        "questions": [],
        "passages": [],
    }
    assert offer.texts == {}


def test_passages_are_offered_as_they_stand_in_the_brief() -> None:
    assert [OFFER.texts[one.id] for one in PASSAGES] == [one.text for one in PASSAGES]
