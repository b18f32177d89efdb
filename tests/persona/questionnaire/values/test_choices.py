"""Several choices in one cell: the separator and the options that the whole column speaks for."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from persona.questionnaire.values.choices import Choices, split_choices


def ticks(options: list[str], separator: str, people: int = 120) -> list[str]:
    draw = random.Random(7)
    return [separator.join(o for o in options if draw.random() < 0.4) for _ in range(people)]


def counted(options: list[str], people: int = 120) -> dict[str, int]:
    draw = random.Random(7)
    return dict(Counter(o for _ in range(people) for o in options if draw.random() < 0.4))


OPTIONS = ["Phone notes", "Paper list", "Spreadsheet", "A very good app"]


@pytest.mark.parametrize(
    "separator", [";", "; ", ",", ", ", "|", " | ", "\n", "\t", "、", "，", "；", " / ", "/", " • ", " + "]
)
def test_options_are_found_at_any_separator(separator: str) -> None:
    found = split_choices(Counter(ticks(OPTIONS, separator)))
    assert found is not None
    assert (found.separator.strip(" "), dict(found.options)) == (separator.strip(" "), counted(OPTIONS))


def test_a_small_column_is_told_whole() -> None:
    assert split_choices(Counter(["A;B;", "A;", "B;C;"])) == Choices(
        separator=";",
        options={"A": 2, "B": 2, "C": 1},
        written={},
        ticked={"A;B;": ("A", "B"), "A;": ("A",), "B;C;": ("B", "C")},
    )


@pytest.mark.parametrize(
    "options",
    [
        ["Me, myself and I", "Wait, is it just me?", "Friends", "Family, close", "Colleagues"],
        ["Ja, zu Hause", "Ja, bei der Arbeit", "Unterwegs"],
        ["Work (desktop, laptop)", "Home", "I don't know, someone else does this"],
    ],
)
def test_options_keep_the_separator_that_they_hold(options: list[str]) -> None:
    found = split_choices(Counter(ticks(options, ", ")))
    assert found is not None
    assert dict(found.options) == counted(options)


def test_a_comma_without_a_blank_leaves_the_others_alone() -> None:
    options = ["Family, close", "Friends", "Colleagues, work"]
    found = split_choices(Counter(ticks(options, ",")))
    assert found is not None
    assert dict(found.options) == counted(options)


@pytest.mark.parametrize(
    "options",
    [
        ["Yes, often", "Yes, sometimes", "No, never", "No"],
        ["Yes", "Yes, often", "No", "Don't know, not sure"],
        ["Paris, France", "Lyon, France", "Berlin, Germany", "Bern, Switzerland"],
        ["Employed, working 40+ hours", "Employed, working 1-39 hours", "Not employed, looking", "Retired"],
        ["$0 - $24,999", "$25,000 - $49,999", "$50,000 - $99,999"],
        ["very good", "good", "not good", "not very good", "ok"],
        ["Male", "Female", "Non-binary / third gender"],
        ["America/New_York", "Europe/Paris", "Europe/Berlin"],
        ["0-6 months ago", "7-12 months ago", "Never"],
        ["3/4/2024", "5/6/2024", "7/8/2024", "3/6/2024"],
        ["17/20", "3/20", "20/20"],
        ["Smith, John", "Doe, Jane", "Roe, Rich"],
    ],
)
def test_single_choices_stay_whole(options: list[str]) -> None:
    draw = random.Random(3)
    assert split_choices(Counter(draw.choices(options, k=120))) is None


def test_prose_stays_whole() -> None:
    cells = ["I like it, but it is slow", "Good, fast, cheap", "Well, no", "Slow, buggy; sad", "Nice, but pricey"]
    assert split_choices(Counter(cells * 3)) is None


def test_decimals_are_no_ticks() -> None:
    draw = random.Random(5)
    assert split_choices(Counter(f"{draw.randint(1, 7)},{draw.randint(0, 9)}" for _ in range(120))) is None


def test_codes_are_ticks() -> None:
    draw = random.Random(5)
    cells = [",".join(sorted(draw.sample("1234567", draw.choice([1, 2])))) for _ in range(120)]
    found = split_choices(Counter(cells))
    assert found is not None
    assert (found.separator, dict(found.options)) == (",", dict(Counter(c for cell in cells for c in cell.split(","))))


@pytest.mark.parametrize(
    "cells",
    [
        ['["Slack","Teams"]', '["Slack"]', "[]", '["Mail, post"]'],
        ["['Slack', 'Teams']", "['Slack']", "[]", "['Mail, post']"],
        ['{"Slack": true, "Teams": true}', '{"Slack": true, "Teams": false}', "", '["Mail, post"]'],
        [
            '[{"id": 1, "name": "Slack"}, {"id": 2, "name": "Teams"}]',
            '[{"name": "Slack"}]',
            "",
            '[{"name": "Mail, post"}]',
        ],
    ],
)
def test_lists_of_programs_are_read(cells: list[str]) -> None:
    found = split_choices(Counter(cells))
    assert found is not None
    assert (found.separator, dict(found.options)) == ("[]", {"Slack": 2, "Mail, post": 1, "Teams": 1})


def test_names_joined_by_blanks_are_ticks() -> None:
    options = ["piped", "borehole", "own_well", "trucking"]
    found = split_choices(Counter(ticks(options, " ")))
    assert found is not None
    assert (found.separator, dict(found.options)) == (" ", counted(options))


def test_columns_of_the_options_prove_a_blank() -> None:
    cells = Counter(["red green", "green", "blue red"])
    assert split_choices(cells) is None
    found = split_choices(cells, known={"red", "green", "blue"})
    assert found is not None
    assert dict(found.options) == {"green": 2, "red": 2, "blue": 1}


def test_texts_that_few_added_are_no_options() -> None:
    cells = ticks(OPTIONS, ", ", 400) + [f"Spreadsheet, my own thing {at}" for at in range(20)]
    found = split_choices(Counter(cells))
    assert found is not None
    assert (set(found.options), len(found.written)) == (set(OPTIONS), 20)


def test_spellings_of_an_option_count_as_one() -> None:
    found = split_choices(Counter(["Mail;Chat", "mail;Phone", "Mail ;Chat;Phone", "Chat"] * 3))
    assert found is not None
    assert dict(found.options) == {"Chat": 9, "Mail": 9, "Phone": 6}


def test_marks_of_entities_are_no_separators() -> None:
    cells = ["R&amp;D", "Q&amp;A", "R&amp;D;Sales&nbsp;team", "Sales&nbsp;team;Q&amp;A", "Q&amp;A;R&amp;D"]
    found = split_choices(Counter(cells * 3))
    assert found is not None
    assert dict(found.options) == {"Q&A": 9, "R&D": 9, "Sales team": 6}
    assert split_choices(Counter(["R&amp;D", "Q&amp;A", "Sales&nbsp;team"] * 3)) is None


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("Hi support,", "Kind regards,\nGrace\nAccounts | Northgate Ltd"),
        ("Bonjour,", "Cordialement,\nService achats\nEnvoyé de mon iPhone"),
        ("お世話になっております。", "よろしくお願いいたします。\n株式会社ノース"),
    ],
)
def test_mails_whose_stock_lines_recur_are_no_ticks(opening: str, closing: str) -> None:
    said = ["My label printer loses line", "注文した商品が届かないのですがどうなっていますか"]
    mails = {f"{opening}\n\n{said['。' in opening]} {at}\n\n{closing}": 1 for at in range(30)}
    assert split_choices(mails) is None
    assert split_choices({mail.replace("\n\n", "\n"): n for mail, n in mails.items()}) is None


def test_lines_that_all_recur_are_ticks_and_what_few_wrote_beside_them_is_not() -> None:
    lines = dict(Counter(ticks(["On paper", "In my head", "In a tool"], "\n")))
    lines |= {"On paper\nWith my sister at the kitchen table": 1}
    found = split_choices(lines)
    assert found is not None
    assert set(found.options) >= {"On paper", "In my head", "In a tool"}


@pytest.mark.parametrize("mark", ["، ", "،", "؛ ", "、", "，", "；"])
def test_marks_of_other_scripts_part_choices(mark: str) -> None:
    found = split_choices(Counter(ticks(["هاتف", "حاسوب", "جهاز لوحي"], mark)))
    assert found is not None
    assert set(found.options) == {"هاتف", "حاسوب", "جهاز لوحي"}


@pytest.mark.parametrize(
    ("cells", "several"),
    [
        (["9,9", "23,1", "28,0", "9,7", "4,1"] * 4, False),  # kilometres of a file in Italian
        (["4,5", "5,0", "3,5", "4,0"] * 6, False),  # marks
        (["1,2", "2,3", "1,3", "3", "1"] * 6, True),
        (["1,2,3", "2,3", "1", "3"] * 6, True),
    ],
)
def test_parts_that_no_two_ticks_have_are_decimals(cells: list[str], several: bool) -> None:
    assert (split_choices(Counter(cells)) is not None) is several
