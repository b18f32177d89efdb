"""Selection: support and distinctness decide; nothing twice, nobody three times, the cleaner wording wins."""

from __future__ import annotations

from collections import Counter

from persona.writing.candidates import candidates
from persona.writing.leads import choose_leads
from persona.writing.novelty import alike
from persona.writing.selection import Selection
from persona.writing.words import words
from tests.answers import GOAL, HABIT, PAIN, corpus_of, kitchen_rows

ROWS, GROUPS = kitchen_rows(120)
CORPUS = corpus_of({name: [row[i] for row in ROWS] for i, name in enumerate((GOAL, PAIN, HABIT), start=4)}, GROUPS)


def selection(segment: int, *, per_kind: int = 5, taken: set[str] | None = None) -> Selection:
    chosen = Selection(CORPUS, segment, per_kind, taken or set())
    chosen.choose()
    return chosen


def test_candidates_count_people_inside_and_outside() -> None:
    field = candidates(CORPUS, 1, "frustration")
    best = next(c for c in field.candidates if "Flour gets" in c.unit.text)
    told = {row for row, cells in enumerate(ROWS) if "Flour gets" in cells[5]}
    assert best.support == len(told)
    assert best.others == 0
    assert best.z > 2


def test_choices_are_of_their_segment_and_set_it_apart() -> None:
    for segment, telling in (
        (1, "dough|crust|flour|bread|loaves|starter|rolls"),
        (2, "fish|cook|waiter|plate|costs|menu|fridge"),
    ):
        for choice in selection(segment).choices:
            assert CORPUS.segments[choice.index] == segment
            assert any(word in choice.unit.text.lower() for word in telling.split("|")), choice.unit.text


def test_no_two_choices_are_alike() -> None:
    chosen = selection(1).choices
    for number, choice in enumerate(chosen):
        assert not any(alike(choice.unit.text, other.unit.text) for other in chosen[:number])
    assert len({choice.unit.text.lower() for choice in chosen}) == len(chosen)


def test_nobody_is_quoted_more_than_twice_and_never_in_words_taken_elsewhere() -> None:
    first = selection(1)
    leads = choose_leads(first, 3)
    times = Counter(choice.unit.person for choice in (*first.choices, *leads))
    assert max(times.values()) <= 2
    text = first.choices[0].unit.text.lower()
    again = selection(1, taken={text})
    assert text not in {choice.unit.text.lower() for choice in again.choices}


def test_per_kind_limits_statements_but_for_one_more_that_is_clearly_their_own() -> None:
    assert Counter(choice.kind for choice in selection(1, per_kind=2).choices) == {
        "goal": 2,
        "frustration": 3,
        "behaviour": 3,
    }
    said = [f"The {thing} is never where it should be" for thing in ("oven", "spoon", "towel", "salt")]
    corpus = corpus_of({"Comments": said * 10}, [1] * 20 + [2] * 20)
    assert len(Selection(corpus, 1, 2, set()).choose()) <= 2  # only answers to a question have one more


def test_what_all_say_fills_no_places_beyond_the_second() -> None:
    own = ("The crust burns before the middle is baked", "Flour gets into every corner of the kitchen")
    common = ("I forget my password every time", "Support takes days to answer", "Nobody reads the weekly plan")
    inside = [text for text in own for _ in range(12)] + [text for text in common for _ in range(6)]
    outside = [text for text in common for _ in range(14)]
    corpus = corpus_of({PAIN: inside + outside}, [1] * len(inside) + [2] * len(outside))
    assert {choice.unit.text for choice in Selection(corpus, 1, 5, set()).choose()} == set(own)


def test_leads_are_the_segments_own_before_what_all_say() -> None:
    own = "I weigh the flour on an old scale and note the time on the wall"
    common = "I made a list of everything and crossed things off until supper"
    corpus = corpus_of({HABIT: [own] * 8 + [common] * 8 + [common] * 10}, [1] * 16 + [2] * 10)
    chosen = Selection(corpus, 1, 1, set())
    assert [lead.unit.text for lead in choose_leads(chosen, 2)] == []
    chosen.choose()
    assert common not in {choice.unit.text for choice in (*chosen.choices, *choose_leads(chosen, 2))}


def test_leads_say_something_else_than_the_statements() -> None:
    chosen = selection(2)
    leads = choose_leads(chosen, 3)
    assert leads
    assert len({lead.unit.column for lead in leads}) == len(leads)
    for lead in leads:
        assert len(words(lead.unit.text)) >= 8
        assert not any(alike(lead.unit.text, choice.unit.text) for choice in chosen.choices)


def test_spares_are_more_passages_that_do_not_stand_by_themselves() -> None:
    chosen = selection(1, per_kind=1)
    spares = chosen.spares()
    assert spares
    assert not any(choice.stands for choice in spares)
    assert not {choice.index for choice in spares} & {choice.index for choice in chosen.choices}


def test_the_cleaner_wording_of_the_same_is_shown() -> None:
    said = (
        ["the notes are lost after every sync"] * 2 + ["The notes are lost after every sync"] * 4 + ["I like cake"] * 6
    )
    corpus = corpus_of({PAIN: said}, [1] * 6 + [2] * 6)
    chosen = Selection(corpus, 1, 5, set())
    assert [choice.unit.text for choice in chosen.choose()] == ["The notes are lost after every sync"]


def test_a_single_segment_shows_what_most_people_say() -> None:
    corpus = corpus_of(
        {PAIN: ["The notes are lost after every sync"] * 5 + ["Nobody reads the weekly plan"] * 4}, [1] * 9
    )
    assert {choice.unit.text for choice in Selection(corpus, 1, 5, set()).choose()} == {
        "The notes are lost after every sync",
        "Nobody reads the weekly plan",
    }


def test_a_whole_sentence_speaks_for_those_who_only_name_the_thing() -> None:
    said = ["the steep learning curve"] * 4 + ["The learning curve is steep"] * 3 + ["Nobody reads the plan"] * 7
    corpus = corpus_of({PAIN: said}, [1] * 7 + [2] * 7)
    assert [choice.unit.text for choice in Selection(corpus, 1, 5, set()).choose()] == ["The learning curve is steep"]


def test_what_one_kind_says_no_kin_says_again() -> None:
    goals = ["I want to order a new card at home"] * 5 + [""] * 5 + ["I want to sleep all day"] * 10
    needs = [""] * 5 + ["I need to order a new card at home"] * 5 + ["I need more pillows in my room"] * 10
    corpus = corpus_of({GOAL: goals, "What do you need?": needs}, [1] * 10 + [2] * 10)
    assert [choice.unit.text for choice in Selection(corpus, 1, 5, set()).choose()] == [
        "I want to order a new card at home"
    ]


def test_several_speak_for_a_bare_name_before_one_alone() -> None:
    several = "manage large datasets such as maps and photos"
    said = ["Manage large datasets"] * 6 + [several] * 2
    said += ["Reproduction helps our team manage large datasets in shared memory"]
    corpus = corpus_of({PAIN: [*said, *["Nobody reads the weekly plan"] * 10]}, [1] * 9 + [2] * 10)
    assert [choice.unit.text for choice in Selection(corpus, 1, 5, set()).choose()] == [several]
