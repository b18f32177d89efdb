from __future__ import annotations

from datetime import timedelta

import pytest

from persona.edits import AddStatement, CountQuote, Stamp, StatementMarks, apply
from persona.models import Asked, Evidence, Statement
from tests.persona.edits.logs import FIRST, GENERATED, NOON, SECOND, WHO, log, statement, told
from tests.persona.exporting.results import said

FIRST_QUOTE = FIRST.statements[0].evidence[0]
ANOTHER = said(9, "my plan, on Sunday")


def count(quote: Evidence = FIRST_QUOTE, *, counted: bool = False, others: bool = False) -> CountQuote:
    return CountQuote(statement="1-goal-1", quote=quote, counted=counted, others_count=others)


def test_a_quote_that_does_not_count_takes_its_person_out_of_the_number() -> None:
    applied = apply(GENERATED, log(count()))
    old = FIRST.statements[0]
    note = "2 of 8 say something like this"
    new = old.model_copy(
        update={
            "support": 2,
            "note": note,
            "evidence": (FIRST_QUOTE.model_copy(update={"counted": False}), *old.evidence[1:]),
        }
    )
    story = (WHO, told("1-goal-1", note), told("1-goal-2"))

    assert applied.result.personas[0] == FIRST.model_copy(
        update={
            "statements": (new, *FIRST.statements[1:]),
            "story": story,
            "summary": " ".join(sentence.text for sentence in story),
        }
    )
    assert (applied.changes[0].before, applied.changes[0].after) == ("3", "2")
    assert applied.personas[0].marks == {
        "1-goal-1": StatementMarks(
            statement="1-goal-1",
            changed=Stamp(edit="e1", who="Ana", when=NOON + timedelta(minutes=1)),
            original=old,
        )
    }


@pytest.mark.parametrize(
    ("actions", "support", "strength"),
    [
        ([count(ANOTHER, counted=True)], 4, "clear"),
        ([count(ANOTHER, counted=True), count(said(10, "plan"), counted=True)], 5, "strong"),
        ([count(ANOTHER, counted=True, others=True)], 3, "clear"),
        ([count(said(2, "the same person again", column="Else?"), counted=True)], 3, "clear"),
        ([count(said(2, "the same person again", column="Else?"), counted=True), count()], 3, "clear"),
        ([count(said(2, "words", column="1-goal-1?"))], 2, "clear"),
        ([count(), count()], 2, "clear"),
        ([count(), count(counted=True)], 3, "clear"),
        ([count(said(11, "beyond those that are listed"))], 2, "clear"),
        ([count(FIRST.statements[0].evidence[1]), count()], 1, "weak"),
    ],
)
def test_the_number_follows_people_not_quotes(actions: list[CountQuote], support: int, strength: str) -> None:
    new = apply(GENERATED, log(*actions)).result.personas[0].statements[0]

    assert (new.support, new.strength, new.origin, new.text) == (support, strength, "quoted", "words of 1-goal-1")


def test_what_nobody_says_any_more_is_not_shown_to_readers() -> None:
    edits = log(*(count(quote) for quote in FIRST.statements[0].evidence))
    applied = apply(GENERATED, edits)

    assert [each.id for each in applied.result.personas[0].statements] == ["1-goal-2", "1-frustration-1"]
    assert applied.personas[0].persona.statements[0].support == 0
    assert (applied.shares.hidden, applied.shares.kept) == (1, 4)


def test_a_count_of_ticked_answers_does_not_follow_quotes() -> None:
    counted = Statement(
        id="1-goal-1", kind="goal", text="Cooks: 50 %", origin="counted", strength="clear", support=4, base=8,
        note="4 of 8 who answered", evidence=(), asked=(Asked(column="a", question="Do you cook?"),), share=0.5,
    )  # fmt: skip
    result = GENERATED.model_copy(update={"personas": (FIRST.model_copy(update={"statements": (counted,)}), SECOND)})

    assert [change.problem for change in apply(result, log(count())).not_applied] == [
        "This number counts ticked answers: quotes do not change it."
    ]


def test_words_weaker_than_their_number_stay_so() -> None:
    weak = FIRST.statements[0].model_copy(update={"strength": "weak", "origin": "model"})
    result = GENERATED.model_copy(update={"personas": (FIRST.model_copy(update={"statements": (weak,)}), SECOND)})
    more = [count(said(row, "plan"), counted=True) for row in (9, 10, 11)]
    new = apply(result, log(*more)).result.personas[0].statements[0]

    assert (new.support, new.strength) == (6, "weak")


@pytest.mark.parametrize(
    ("text", "origin", "shown"), [(None, "quoted", "A list by shop"), ("A list in order", "person", "A list in order")]
)
def test_a_statement_is_made_of_quotes(text: str | None, origin: str, shown: str) -> None:
    quotes = (said(4, "A list by shop", counted=False), said(4, "a list"), said(6, "lists"))
    applied = apply(GENERATED, log(AddStatement(persona=2, kind="goal", text=text, quotes=quotes)))
    made = statement("2-edit-e1", "goal", shown, rows=()).model_copy(
        update={
            "origin": origin,
            "support": 2,
            "base": 10,
            "note": "2 of 10 say something like this",
            "evidence": (said(4, "A list by shop"), said(4, "a list"), said(6, "lists")),
        }
    )

    assert applied.result.personas[1].statements == (SECOND.statements[0], made, SECOND.statements[1])
    assert (applied.changes[0].persona, applied.changes[0].statement) == (2, "2-edit-e1")
