from __future__ import annotations

import numpy as np
import pytest

from persona.text.likeness import (
    BY_WORDS,
    FEATURES,
    OPPOSITE,
    Likeness,
    Read,
    Verdict,
    features,
    grams,
    is_negated,
    likeness,
    read,
    weight,
)
from persona.text.words import words

QUESTION = "What do you like least?"


def verdict(a: str, b: str) -> tuple[bool, bool]:
    one, two = read([a, b], [QUESTION, QUESTION])
    said = likeness().judge([one], [two])[0]
    return said.counts, said.is_opposite


@pytest.mark.parametrize(
    ("statement", "said", "counts"),
    [
        ("The queue is too long", "The queues are much too long", True),
        ("The queue is too long", "the queue was too long and nobody opened a second till", True),
        ("The queue is too long", "I prefer tea to coffee", False),
        ("The fabric is soft", "My order arrived two weeks late", False),
    ],
)
def test_who_counts(statement: str, said: str, counts: bool) -> None:
    assert verdict(statement, said)[0] is counts


def test_values_have_names() -> None:
    one, two = read(["Error messages are cryptic", "cryptic error messages"], [QUESTION, QUESTION])
    values = dict(zip(FEATURES, features(one, two), strict=True))

    assert values["held"] == pytest.approx(1)
    assert values["turned"] == 0
    assert values["meaning"] > 0.6


def test_no_pairs_no_verdicts() -> None:
    assert likeness().judge([], []) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bread!", {"bre", "rea", "ead"}),
        ("a B", {"a b"}),
        ("ab", {"ab"}),
        ("", {""}),
        ("水", {"水"}),
    ],
)
def test_three_letters_each(text: str, expected: set[str]) -> None:
    assert grams(text) == expected


@pytest.mark.parametrize(("word", "expected"), [("", 1), ("a", 1.1), ("documents", 1.9), ("x" * 10, 2), ("x" * 40, 2)])
def test_long_words_weigh_more(word: str, expected: float) -> None:
    assert weight(word) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("the queue is long", False),
        ("the queue is not long", True),
        ("nobody does not wait", False),  # two turn it round twice
        ("it isn't long", True),
        ("die schlange ist nie kurz", True),
        ("", False),
    ],
)
def test_a_negation_turns_a_statement_round(said: str, *, expected: bool) -> None:
    assert is_negated(said.split()) is expected


def test_a_passage_is_read_by_the_words_that_say_something() -> None:
    queue, nothing = read(["The queue, the QUEUE is long", "it is what it is"], [QUESTION] * 2)

    assert (queue.words, nothing.words) == (("queue", "long"), ("it", "is", "what"))
    assert np.linalg.norm(queue.vectors, axis=1) == pytest.approx([1, 1], abs=1e-5)
    assert queue.weights == pytest.approx([1.5, 1.4])
    assert read([], []) == []


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(
            "The queue is long", "the queue was long", {"held": 1, "holding": 1, "few": 0, "shorter": 0}, id="the same"
        ),
        pytest.param("The queue is long", "The queue", {"holding": 1, "few": 1, "turned": 0}, id="less"),
        pytest.param("The queue is long", "The queue is not long", {"turned": 1}, id="turned round"),
        pytest.param("Wait 40 minutes", "Wait 50 minutes", {"numbers_clash": 1}, id="another number"),
        pytest.param("Wait 40 minutes", "Minutes: 40 wait", {"numbers_clash": 0}, id="the same number"),
        pytest.param("Bread", "Soup", {"held": 0, "holding": 0, "few": 1, "letters": 0}, id="another thing"),
    ],
)
def test_values_of_a_pair(one: str, other: str, expected: dict[str, float]) -> None:
    pair = read([one, other], [QUESTION] * 2)
    values = dict(zip(FEATURES, features(*pair), strict=True))

    assert {name: values[name] for name in expected} == pytest.approx(expected, abs=1e-6)


def test_values_by_words_are_those_that_no_encoder_gives() -> None:
    assert [FEATURES[place] for place in range(20) if place not in BY_WORDS] == [
        "meaning",
        "side_clash",
        "side_gap",
        "kinds_alike",
        "meaning_far",
        "meaning_side",
        "held_meaning",
        "said_meaning",
        "meaning_squared",
    ]


@pytest.mark.parametrize(("opposite", "expected"), [(OPPOSITE, True), (OPPOSITE - 0.01, False)])
def test_more_likely_than_not_is_the_opposite(opposite: float, *, expected: bool) -> None:
    assert Verdict(counts=False, chance=0, opposite=opposite).is_opposite is expected


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("The queue is long", "The queue is not long"),
        ("Not enough parking spaces", "There are always enough parking spaces"),
        ("Die Schlange ist nie kurz", "die Schlange ist kurz"),
    ],
)
def test_who_denies_it_word_for_word_says_the_opposite(statement: str, said: str) -> None:
    one, two = read([statement, said], [QUESTION, QUESTION])
    rows = np.array([features(one, two), features(two, one)])

    for by_words in (False, True):
        counts, chance, opposite = likeness().arrays(rows, by_words=by_words)
        assert not counts.any()
        assert (chance <= 0.1 + 1e-9).all()
        assert (opposite >= 0.9).all()


def test_who_denies_something_else_is_judged_as_was_learned() -> None:
    assert verdict("The queue is long", "The queue is long, and the bread was not fresh") == (True, False)


@pytest.mark.parametrize(
    "said",
    [
        "not good", "I don't like it", "nicht gut", "kein Brot", "je n'aime pas ça", "no me gusta", "non mi piace",
        "não gosto", "niet goed", "inte bra", "nie lubię", "不好", "没有", "好きではない",
    ],
)  # fmt: skip
def test_denials_of_many_languages_are_known(said: str) -> None:
    assert is_negated(words(said))


@pytest.mark.parametrize("said", ["good", "a notable queue", "can't say no", "Notfall", "nonstop", "好", "ノート"])
def test_words_that_only_hold_such_letters_deny_nothing(said: str) -> None:
    assert not is_negated(words(said))


def made(*said: str, sides: tuple[float, float] = (0, 0), meaning: tuple[float, float] = (1, 0)) -> Read:
    """A passage of words that are all unlike each other, each in a direction of its own."""
    known = ["queue", "long", "bread", "40", "50", "not"]
    vectors = np.array([np.eye(len(known))[known.index(word)] for word in said], np.float32).reshape(-1, len(known))
    weights = np.array([weight(word) for word in said], np.float32)
    kinds = np.array([0.5, 0.5], np.float32)
    return Read(
        np.array(meaning, np.float32), said, vectors, weights, grams(" ".join(said)), "not" in said, sides, kinds
    )


def named(a: Read, b: Read) -> dict[str, float]:
    return dict(zip(FEATURES, features(a, b), strict=True))


def test_what_is_held_is_weighed_by_the_length_of_words() -> None:
    found = named(made("queue", "long"), made("queue", "bread"))

    assert found["held"] == pytest.approx(1.5 / 2.9)
    assert found["holding"] == pytest.approx(1.5 / 3)
    assert found["said_of_statement"] == found["held"]
    assert found["words_meaning"] == pytest.approx(1.5**2 / (np.hypot(1.5, 1.4) * np.hypot(1.5, 1.5)))


def test_values_follow_the_order_of_the_pair() -> None:
    one, other = made("queue", "long", "bread"), made("queue")
    there, back = named(one, other), named(other, one)

    assert (there["held"], there["holding"]) == (back["holding"], back["held"])
    assert there["shorter"] == pytest.approx(-back["shorter"]) == pytest.approx(np.log(2 / 4))
    assert there["longer"] == back["longer"] == pytest.approx(np.log1p(3))
    assert (there["few"], back["few"]) == (1, 1)


@pytest.mark.parametrize(
    ("one", "other", "clash", "gap"),
    [((1, 0), (1, 0), 0, 0), ((1, 0), (0, 1), 1, 1), ((0.8, 0.1), (0.2, 0.6), 0.48, 0.55), ((0, 0), (0, 1), 0, 0.5)],
)
def test_sides_clash_where_one_is_for_what_the_other_is_against(
    one: tuple[float, float], other: tuple[float, float], clash: float, gap: float
) -> None:
    found = named(made("queue", sides=one), made("queue", sides=other))

    assert (found["side_clash"], found["side_gap"]) == pytest.approx((clash, gap))


def test_meaning_is_told_apart_from_the_words_that_carry_it() -> None:
    far = named(made("queue", meaning=(0.6, 0.8)), made("bread"))
    near = named(made("queue", meaning=(0.6, 0.8)), made("queue"))

    assert [far[name] for name in ("meaning", "meaning_far", "held_meaning", "said_meaning")] == pytest.approx(
        [0.6, 0.6, 0, 0]
    )
    assert [near[name] for name in ("meaning", "meaning_far", "held_meaning", "said_meaning")] == pytest.approx(
        [0.6, 0, 0.6, 0.6]
    )
    assert near["meaning_squared"] == pytest.approx(0.36)


def test_a_passage_without_words_covers_nothing() -> None:
    found = named(made("queue"), made())

    assert [found[name] for name in ("words_meaning", "said_of_statement", "held", "holding")] == [0, 0, 0, 0]


def model(**weights: float) -> Likeness:
    """A model of which only these features weigh, and the chance is even where they are zero."""
    row = np.zeros(len(FEATURES) + 1)
    for name, value in weights.items():
        row[FEATURES.index(name)] = value
    flat = np.zeros(len(FEATURES) + 1)
    flat[-1] = -5
    even = {
        "middle": np.zeros(len(FEATURES)),
        "spread": np.ones(len(FEATURES)),
        "least": np.array(0.6),
        "most": np.array(0.5),
    }
    return Likeness({**even, "counts": row, "opposite": flat})


def test_who_is_likely_enough_counts() -> None:
    rows = np.zeros((3, len(FEATURES)))
    rows[:, FEATURES.index("meaning")] = [0, 0.2, 1]

    found = model(meaning=4).verdicts(rows)

    assert [one.counts for one in found] == [False, True, True]
    assert [one.chance for one in found] == pytest.approx([0.5, 0.689974, 0.982014], abs=1e-6)
    assert [one.opposite for one in found] == pytest.approx([0.006693] * 3, abs=1e-6)


def test_who_turns_the_same_words_round_never_counts_whatever_was_learned() -> None:
    rows = np.zeros((2, len(FEATURES)))
    rows[:, [FEATURES.index(name) for name in ("held", "holding", "meaning")]] = 1
    rows[1, FEATURES.index("turned")] = 1

    assert [(one.counts, one.is_opposite) for one in model(meaning=9).verdicts(rows)] == [(True, False), (False, True)]
