from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from persona.writers.llm.lexical_overlap import LexicalOverlap, lexical_overlap, said, sentences

INVOICES = ("q1", "I want to get invoices out the same day the job is done")
LATE = ("q2", "Clients pay late and nothing reminds them except me")
EXPORT = ("q3", "I don't want to export the plan to a spreadsheet every week")
TWO = ("q4", "I planned three lessons in an hour and improvised the fourth")


@pytest.mark.parametrize(
    ("text", "passages", "strength", "cited"),
    [
        ("I want to get invoices out the same day the job is done", [INVOICES], "strong", ("q1",)),
        ("get invoices out the same day", [INVOICES, LATE], "strong", ("q1",)),
        ("Wants to get invoices out the same day the job is done.", [INVOICES], "strong", ("q1",)),
        ("Invoices go out on the day a job is done; clients pay late.", [INVOICES, LATE], "strong", ("q1", "q2")),
        ("Does not want to export plans to spreadsheets", [EXPORT], "strong", ("q3",)),
        ("Doesn't want to export the plan to a spreadsheet every week", [EXPORT], "strong", ("q3",)),
        ("Planned 3 lessons in an hour", [TWO], "strong", ("q4",)),
        (
            "Rechnungen gehen am selben Tag raus",
            [("q1", "Rechnungen sollen am selben Tag raus gehen")],
            "strong",
            ("q1",),
        ),
    ],
)
def test_what_passages_say_is_supported(
    text: str, passages: list[tuple[str, str]], strength: str, cited: tuple[str, ...]
) -> None:
    assert lexical_overlap(text, passages) == LexicalOverlap(strength, cited)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "passages", "reason"),
    [
        ("I want to get invoices never the same day the job is done", [INVOICES], "negation"),
        ("Clients pay late and never reminds them except", [LATE], "negation"),
        ("Share notes never losing the latest", [("q5", "Share notes without losing the latest version")], "negation"),
        ("I look organised even when I'm", [("q6", "I look organised even when I'm not")], "negation"),
        ("I planned never lessons in an hour and improvised the fourth", [TWO], "negation"),
        ("Clients pay late and nothing reminds never except me", [LATE], "negation"),
        ("I want to get receipts out the same day the job is done", [INVOICES], "altered"),
        ("I want to get invoices out the same week the job is done", [INVOICES], "altered"),
        ("want to export the plan to a spreadsheet every week", [EXPORT], "negation"),
        ("Wants to export the plan to a spreadsheet", [EXPORT], "negation"),
        ("I planned five lessons in an hour and improvised the fourth", [TWO], "number"),
        ("Honestly the zeppelin dashboard made me plan billing every morning", [INVOICES, LATE], "unsupported"),
        ("Loves travelling to Spain with friends", [INVOICES], "unsupported"),
        ("Invoices go out the same day. They love spreadsheets.", [INVOICES], "unsupported"),
    ],
)
def test_what_passages_do_not_say_is_not_supported(text: str, passages: list[tuple[str, str]], reason: str) -> None:
    assert lexical_overlap(text, passages) == LexicalOverlap(None, (), reason)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("Wants invoices out quickly once a job is done", "clear"),
        ("Sends invoices at the end of the job day", "weak"),
    ],
)
def test_the_looser_a_paraphrase_the_weaker(text: str, strength: str) -> None:
    assert lexical_overlap(text, [INVOICES]).strength == strength


@pytest.mark.parametrize(
    ("passage", "altered"),
    [
        ("I plan the week on paper every Sunday", "I plan the week on paper every Monday"),
        ("The app is bad for planning a week with children", "The app is good for planning a week with children"),
        ("It is hard to find a room for two hours", "It is easy to find a room for two hours"),
        ("I sometimes write reports at home after dinner", "I always write reports at home after dinner"),
        ("I write reports at home after dinner", "I often write reports at home after dinner"),
        ("I was sad to see the old calendar go", "I was glad to see the old calendar go"),
        ("Today the plan of the week is on the wall", "Tomorrow the plan of the week is on the wall"),
        ("Die Planung der Woche ist schlecht für Eltern", "Die Planung der Woche ist gut für Eltern"),
    ],
)
def test_a_copy_does_not_change_how_often_when_or_how_good(passage: str, altered: str) -> None:
    assert lexical_overlap(altered, [("q1", passage)]) == LexicalOverlap(None, (), "altered")
    assert lexical_overlap(passage, [("q1", passage)]) == LexicalOverlap("strong", ("q1",))


@pytest.mark.parametrize(
    ("passage", "claim"),
    [
        ("I want to see the plan of the whole team", "Needs to see the plan of the whole team"),
        ("I use paper for the plan of the week", "Makes the plan of the week on paper"),
        ("I really want to see the plan of the team", "Wants to see the plan of the team"),
    ],
)
def test_words_that_say_nothing_by_themselves_may_stand_for_each_other(passage: str, claim: str) -> None:
    assert lexical_overlap(claim, [("q1", passage)]).strength is not None


@settings(max_examples=40)
@given(st.lists(st.sampled_from([INVOICES, LATE, EXPORT, TWO]), min_size=1, unique=True), st.data())
def test_what_one_passage_carries_more_passages_carry_too(passages: list[tuple[str, str]], data: st.DataObject) -> None:
    id_, text = data.draw(st.sampled_from(passages))
    words = text.split()
    start = data.draw(st.integers(0, len(words) - 5))

    alone, among = (lexical_overlap(" ".join(words[start : start + 5]), found) for found in ([(id_, text)], passages))

    assert (among.strength, id_ in among.cited) == (alone.strength, bool(alone.cited))


def test_only_passages_that_say_it_stay_cited() -> None:
    assert lexical_overlap("Clients pay late", [INVOICES, LATE]).cited == ("q2",)


def test_a_text_is_words_stems_numbers_and_direction() -> None:
    found = said("I never print 20 reports", "en")

    assert (found.words, found.numbers, found.negative) == (("i", "never", "print", "20", "reports"), {"20"}, True)
    assert {"print", "report"} <= found.stems


def test_sentences_end_where_a_new_one_begins() -> None:
    assert sentences("Uses e.g. paper. Wants 2.5 hours! Then sleeps") == [
        "Uses e.g. paper.",
        "Wants 2.5 hours!",
        "Then sleeps",
    ]


def test_many_threads_judge_at_a_time() -> None:
    with ThreadPoolExecutor(8) as threads:
        jobs = [
            threads.submit(lexical_overlap, text, [(id_, passage)])
            for number in range(50)
            for id_, passage in (INVOICES, LATE, EXPORT, TWO)
            for text in [f"{passage} {'verbally conditionally educational' * (number % 3)}".strip()]
        ]
        found = [job.result() for job in jobs]

    assert {one.strength for one in found[:4]} == {"strong"}
