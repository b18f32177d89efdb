"""What stands of an answer: statement by statement, each with the reason why it does not."""

from __future__ import annotations

from typing import Any

import pytest

from persona.models import Dropped
from persona.writers.llm.grounding import ASK_AGAIN, MAX_CITED, REASONS, Grounding, reasons
from persona.writers.llm.question import compose
from persona.writers.llm.reply import Reply
from persona.writers.llm.templates import template_for
from persona.writing import DraftStatement
from tests.persona.writers.llm.briefs import INVOICES, LATE, OFFER, PAPER, brief, passage

NOWHERE = "Loves sailing round the world"


def statement(text: str, *ids: str, kind: str = "goal") -> dict[str, Any]:
    return {"kind": kind, "quote_or_paraphrase": text, "evidence_ids": list(ids)}


def reply(*statements: dict[str, Any], tagline: str = NOWHERE, summary: dict[str, Any] | None = None) -> Reply:
    return Reply.model_validate(
        {"tagline": tagline, "summary": summary or statement(NOWHERE, "q1"), "statements": statements}
    )


def heard(*replies: Reply) -> Grounding:
    grounding = Grounding(OFFER)
    for one in replies:
        grounding.hear(one)
    return grounding


def lost(grounding: Grounding) -> list[tuple[str, str]]:
    return [(one.text, one.reason) for one in grounding.dropped if one.kind not in ("tagline", "summary")]


def test_words_of_a_passage_stand_with_their_own_punctuation() -> None:
    grounding = heard(reply(statement(f"  {INVOICES.upper()}. ", "q1")))

    assert grounding.statements == (DraftStatement(kind="goal", text=INVOICES, evidence=("q1",), agreement="strong"),)
    assert lost(grounding) == []


@pytest.mark.parametrize("id_", ["[q1]", '"q1"', " q1 ", "'q1'", "['q1']"])
def test_ids_are_known_with_the_signs_models_put_around_them(id_: str) -> None:
    assert heard(reply(statement(INVOICES, id_))).statements[0].evidence == ("q1",)


@pytest.mark.parametrize(
    ("text", "ids", "reason"),
    [
        (INVOICES, ["q99"], "uncited"),
        (INVOICES, ["Q1"], "uncited"),
        (INVOICES, ["q1, q2"], "uncited"),
        (INVOICES, ["q2"], "unsupported"),
        (NOWHERE, ["q1"], "unsupported"),
        ("I plan the week on paper every Monday evening", ["q3"], "altered"),
        ("I never plan the week on paper every Sunday evening", ["q3"], "negation"),
        ("I plan 7 weeks on paper every Sunday evening", ["q3"], "number"),
    ],
)
def test_what_does_not_stand_has_its_reason(text: str, ids: list[str], reason: str) -> None:
    grounding = heard(reply(statement(text, *ids)))

    assert (grounding.statements, lost(grounding)) == ((), [(text, reason)])
    assert reason in REASONS


def test_an_id_nobody_offered_does_not_spoil_one_that_was() -> None:
    (found,) = heard(reply(statement(INVOICES, "q99", "q1", "q1", "q2"))).statements

    assert found.evidence == ("q1",)


def test_no_more_is_cited_than_people_read() -> None:
    many = [passage(f"q{number}", "goal", PAPER if number == 0 else f"{PAPER} ({number})") for number in range(8)]
    grounding = Grounding(compose(brief(*many), template_for(None)))

    grounding.hear(reply(statement(PAPER, *(one.id for one in many))))

    assert grounding.statements[0].evidence == tuple(f"q{number}" for number in range(MAX_CITED))


def test_the_same_words_stand_once_over_all_answers() -> None:
    grounding = heard(
        reply(statement(INVOICES, "q1"), statement(f"{INVOICES}!", "q1")), reply(statement(INVOICES.lower(), "q1"))
    )

    assert [one.text for one in grounding.statements] == [INVOICES]


def test_statements_stand_in_the_order_of_kinds_and_no_more_than_were_asked_for() -> None:
    said = [("behaviour", PAPER, "q3"), ("frustration", LATE, "q2"), ("goal", INVOICES, "q1")]
    claims = [statement(text, id_, kind=kind) for kind, text, id_ in said]
    grounding = heard(reply(*claims))
    few = Grounding(compose(brief(), template_for(None), detail="short"))
    words = INVOICES.split()
    few.hear(reply(*(statement(" ".join(words[: 5 + n]), "q1") for n in range(9))))

    assert [one.kind for one in grounding.statements] == ["goal", "frustration", "behaviour"]
    assert len(few.kept) == 9
    assert len(few.statements) == 8


def test_an_answer_after_the_first_only_adds_and_tells_only_its_own_losses() -> None:
    grounding = Grounding(OFFER)
    first = grounding.hear(reply(statement(INVOICES, "q1"), statement(NOWHERE, "q1")))
    second = grounding.hear(reply(statement(LATE, "q2", kind="frustration"), statement("Hates Mondays", "q3")))

    assert [one.text for one in first] == [NOWHERE]
    assert [one.text for one in second] == ["Hates Mondays"]
    assert [one.text for one in grounding.statements] == [INVOICES, LATE]
    assert lost(grounding) == [("Hates Mondays", "unsupported")]


@pytest.mark.parametrize(
    ("tagline", "stands"),
    [
        ("Plans the week on paper", True),
        ("Uses paper or a whiteboard", True),
        ("Plans on paper, clients pay late", True),
        ("Plans on paper, and sails round the world", False),
        ("Sails round the world", False),
        ("The and of", False),
        ("—", False),
    ],
)
def test_each_piece_of_a_tagline_stands_somewhere(tagline: str, stands: bool) -> None:
    grounding = heard(reply(statement(INVOICES, "q1"), tagline=tagline))

    assert grounding.tagline == (tagline if stands else None)
    assert [one.text for one in grounding.dropped if one.kind == "tagline"] == ([] if stands else [tagline])


def test_a_summary_keeps_the_sentences_that_stand() -> None:
    words = f"{PAPER}. {NOWHERE}. Clients pay late and nothing reminds them except me."

    grounding = heard(reply(statement(INVOICES, "q1"), summary=statement(words, "q2", "q3")))

    assert grounding.summary == f"{PAPER}. Clients pay late and nothing reminds them except me."
    assert [one for one in grounding.dropped if one.kind == "summary"] == [
        Dropped(kind="summary", text=f"{NOWHERE}.", reason="unsupported")
    ]


def test_a_summary_may_say_what_is_computed_but_must_cite_somebody() -> None:
    cited = heard(reply(statement(INVOICES, "q1"), summary=statement("Uses paper or a whiteboard", "q1")))
    uncited = heard(reply(statement(INVOICES, "q1"), summary=statement("Uses paper or a whiteboard", "q99")))

    assert (cited.summary, uncited.summary) == ("Uses paper or a whiteboard", None)


def test_a_summary_that_invents_a_number_loses_it() -> None:
    grounding = heard(reply(statement(INVOICES, "q1"), summary=statement("87 % plan the week on paper", "q3")))

    assert grounding.summary is None
    assert [(one.kind, one.reason) for one in grounding.dropped] == [("summary", "number"), ("tagline", "unsupported")]


def test_a_better_tagline_and_summary_of_a_later_answer_are_taken_and_the_first_that_stands_stays() -> None:
    bad = reply(statement(INVOICES, "q1"))
    good = reply(statement(INVOICES, "q1"), tagline="Plans the week on paper", summary=statement(PAPER, "q3"))
    other = reply(statement(INVOICES, "q1"), tagline="Clients pay late", summary=statement(LATE, "q2"))

    grounding = heard(bad, good, other)

    assert (grounding.tagline, grounding.summary, grounding.dropped) == ("Plans the week on paper", PAPER, [])


def test_the_model_is_told_what_it_cannot_use_and_why() -> None:
    missed = [
        Dropped(kind="goal", text="x" * 300, reason="uncited"),
        Dropped(kind="need", text=NOWHERE, reason="altered"),
    ]

    assert reasons(missed) == "\n".join(
        [
            "These statements cannot be used:",
            f"- “{'x' * 200}”: it cites no passage of the data.",
            f"- “{NOWHERE}”: it changes a word of the passage it copies.",
            ASK_AGAIN,
        ]
    )
