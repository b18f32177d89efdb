"""Measures of one column: words in scripts with and without blanks, what is shared, and ids made from names."""

from __future__ import annotations

from collections import Counter

import pytest

from persona.questionnaire.columns import ColumnView
from persona.questionnaire.evidence import Evidence, plain, words_of
from persona.questionnaire.identifiers import question_ids, slug


def evidence(*given: str, name: str = "Q1") -> Evidence:
    return Evidence(ColumnView(0, name, name, Counter(cell for cell in given if cell), len(given)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("slow", 1),
        ("much too slow", 3),
        ("sehr übersichtlich", 2),
        ("очень медленно", 2),
        ("بطيء جدا", 2),
        ("매우 느려요", 2),
        ("とても遅いです", 7 / 2.2),
        ("服务很慢", 4 / 2.2),
        ("ช้ามาก", 4 / 2.2),
    ],
)
def test_words_are_counted_by_script(text: str, words: float) -> None:
    assert words_of(text) == pytest.approx(words, abs=1.0)


@pytest.mark.parametrize(
    ("given", "distinct", "repeated", "longest"),
    [
        (("a", "a", "b", "b"), 0.5, 1.0, 1),
        (("a", "b", "c", "d"), 1.0, 0.0, 1),
        (("Bus", "bus", "BUS", "car"), 1.0, 0.75, 1),
        (("too slow", "too slow", "much too slow for me", "fine"), 0.75, 0.5, 5),
        (("a", "", "a", ""), 0.5, 1.0, 1),
        (("Don't know", "yes", "yes", "no"), 2 / 3, 2 / 3, 1),
    ],
)
def test_shares_of_a_column(given: tuple[str, ...], distinct: float, repeated: float, longest: float) -> None:
    found = evidence(*given)

    assert found.distinct_share == pytest.approx(distinct)
    assert found.repeated_share == pytest.approx(repeated)
    assert found.longest == longest


def test_where_nobody_takes_a_side_the_others_count() -> None:
    found = evidence("Don't know", "Don't know", "")

    assert (dict(found.answers), found.cells, found.share(str.islower)) == ({"Don't know": 2}, 2, 0.0)


def test_an_empty_column_has_no_share_of_anything() -> None:
    found = evidence("", "", "")

    assert (found.cells, found.words, found.longest, found.distinct_share, found.repeated_share) == (0, 0, 0, 0, 0)


@pytest.mark.parametrize(
    ("text", "limit", "shown"),
    [
        ("short", 10, "short"),
        ("two\nlines  and   blanks", 90, "two lines and blanks"),
        ("a long sentence that goes on", 12, "a long sent…"),
        ("a long  sentence", 8, "a long…"),
        ("<b>bold</b> &amp; plain", 90, "bold & plain"),
        ("", 5, ""),
    ],
)
def test_a_cell_as_an_example(text: str, limit: int, shown: str) -> None:
    assert plain(text, limit) == shown


@pytest.mark.parametrize(
    ("text", "identity"),
    [
        ("Q7_1", "q7_1"),
        ("How old are you?", "how-old-are-you"),
        ("Größe (cm)", "groe-cm"),
        ("À quel point ?", "a-quel-point"),
        ("  padded  ", "padded"),
        ("A/B-Test", "a-b-test"),
    ],
)
def test_ids_of_short_names(text: str, identity: str) -> None:
    assert slug(text) == identity


@pytest.mark.parametrize("text", ["年齢", "Возраст", "العمر", "!?", "x" * 60, "How " + "very " * 20 + "long?"])
def test_ids_of_foreign_and_long_names_are_short_and_their_own(text: str) -> None:
    made = slug(text)

    assert made == slug(text)
    assert made != slug(text + "s")
    assert len(made) <= 47
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789_-")


@pytest.mark.parametrize(
    "names",
    [
        ["Q1", "Q2", "Q3"],
        ["Other", "other", "OTHER"],
        ["Other", "Other"],
        ["年齢", "性別", "職業"],
        ["a b", "a-b", "a_b"],
        ["", "", ""],
    ],
)
def test_ids_of_a_file_differ_and_do_not_depend_on_their_order(names: list[str]) -> None:
    found = question_ids(names)

    assert len(set(found)) == len(names)
    if len(set(names)) == len(names):
        turned = question_ids(names[::-1])
        assert dict(zip(names, found, strict=True)) == dict(zip(names[::-1], turned, strict=True))


def test_a_new_column_changes_no_id() -> None:
    before = question_ids(["Q1", "How old?", "年齢"])

    assert question_ids(["New", "Q1", "How old?", "Town", "年齢"])[1:5:1] == [before[0], before[1], "town", before[2]]
