"""Columns of numbers, of days and of times: what is kept of them, what is left out, asked and told."""

from __future__ import annotations

import pytest

from persona.questionnaire.context import Context, Settings
from persona.questionnaire.drafts import Unsure
from persona.questionnaire.evidence import Evidence
from persona.questionnaire.identifiers import GivenAnswers
from persona.questionnaire.measures import as_clock, as_date, as_number
from persona.questionnaire.models import DateRange, NumberRange, Option, Recoding
from persona.questionnaire.values.seen import Seen
from tests.questionnaires import filled, table_of, view


def evidence(name: str, given: str, codes: tuple[str, ...] = ()) -> Evidence:
    return Evidence(view(name, filled(given), codes=codes))


def answered(**answers: str) -> Context:
    return Context(Settings(GivenAnswers(answers)))


# Heading ~ cells ~ least ~ median ~ most ~ unit ~ what parts decimals ~ the whole of "17/20".
QUANTITIES = """
Hours ~ 1.5; 2; 3.25; 8 ~ 1.5 ~ 2.625 ~ 8 ~  ~ . ~
Pages ~ 12; 40; 31; 250 ~ 12 ~ 35.5 ~ 250 ~  ~  ~
Miete ~ 1.200 €; 850 €; 1.450,50 € ~ 850 ~ 1200 ~ 1450.5 ~ € ~ , ~
Rent ~ $1,200; $850; $1,450.50 ~ 850 ~ 1200 ~ 1450.5 ~ $ ~ . ~
Score ~ 17/20; 12/20; 9/20; 20/20 ~ 9 ~ 14.5 ~ 20 ~  ~  ~ 20
Betrag ~ 1.200; 2.500; 900; 3.100 ~ 900 ~ 1850 ~ 3100 ~  ~  ~
Swiss ~ 1'200; 2'500; 900; 12'000 ~ 900 ~ 1850 ~ 12000 ~  ~  ~
Lakh ~ 1,20,000; 2,50,000; 3,00,500; 90,000 ~ 90000 ~ 185000 ~ 300500 ~  ~  ~
سن ~ ٢٣; ٣١; ٤٥; ٥٢ ~ 23 ~ 38 ~ 52 ~  ~  ~
年収 ~ ４００万円; ５００万円; ６５０万円; ８００万円 ~ 4000000 ~ 5750000 ~ 8000000 ~ 円 ~  ~
Temperature ~ -3.5; 0; 4.5; 12 ~ -3.5 ~ 2.25 ~ 12 ~  ~ . ~
Balance ~ (120); 30; 45; 80 ~ -120 ~ 37.5 ~ 80 ~  ~  ~
Growth ~ 12%; 7.5%; 30%; 2% ~ 2 ~ 9.75 ~ 30 ~ % ~ . ~
Reads ~ 1e3; 2e3; 5e2; 4e2 ~ 400 ~ 750 ~ 2000 ~  ~  ~
Born ~ 1980; 1975; 1990; 2001 ~ 1975 ~ 1985 ~ 2001 ~  ~  ~
"""


@pytest.mark.parametrize(("name", "given", "low", "middle", "high", "unit", "mark", "whole"), table_of(QUANTITIES))
def test_a_quantity(name: str, given: str, low: str, middle: str, high: str, unit: str, mark: str, whole: str) -> None:
    found = as_number(evidence(name, given), Context())

    assert found is not None
    assert (found.kind, found.reason, found.confidence) == ("number", "its cells are numbers", "sure")
    assert found.numbers == NumberRange(min=float(low), median=float(middle), max=float(high), unit=unit or None)
    assert found.recoding == Recoding(decimal=mark or None, out_of=float(whole) if whole else None)
    assert (found.unsure, found.options) == ((), ())


def test_few_numbers_are_a_list_unless_they_have_a_unit() -> None:
    bare, priced = (as_number(evidence("Price", given), Context()) for given in ("3; 4", "3 €; 4 €"))

    assert (bare.kind, bare.options) == ("single_choice", (Option(label="3", count=30), Option(label="4", count=30)))
    assert (priced.kind, priced.numbers) == ("number", NumberRange(min=3, median=3.5, max=4, unit="€"))


@pytest.mark.parametrize(
    ("name", "given", "kind", "why"),
    [
        ("Age", "18-24; 25-34; 35-44; 45+", "single_choice", "its answers are ranges"),
        ("Ticket", "1234567890123456789{n:02}", "identifier", "each row has a number of its own"),
    ],
)
def test_digits_of_no_quantity(name: str, given: str, kind: str, why: str) -> None:
    found = as_number(evidence(name, given), Context())

    assert (found.kind, found.reason, found.numbers) == (kind, why, None)


@pytest.mark.parametrize("given", ["one; two", "", "A1; B2; C3", "yes; 3; no; maybe", "12 km; 800 m; 3 km; 1,5 km"])
def test_cells_that_are_no_numbers_are_left_to_other_rules(given: str) -> None:
    assert as_number(evidence("Q", given), Context()) is None


def test_cells_beside_numbers_are_no_answer_want_of_one_or_an_error() -> None:
    found = as_number(evidence("Kosten", "12,5; 8; k. A.; weiß nicht; 40; #N/A; 17"), Context())

    assert found.numbers == NumberRange(min=8, median=12.5, max=40)
    assert found.options == (Option(label="weiß nicht", count=9, no_opinion=True),)
    assert found.no_answer == ("k. A.", "#N/A")
    assert [(seen.code, seen.cells, seen.examples) for seen in found.seen] == [
        ("error_cells", 8, ("#N/A",)),
        ("no_opinion", 9, ("weiß nicht",)),
    ]


MINUTES = "23; 31; 45; 999; 38; 52; 67"


@pytest.mark.parametrize(
    ("said", "aside", "most"), [(None, ("999",), 67), ("no_answer", ("999",), 67), ("answer", (), 999)]
)
def test_nines_are_left_out_until_somebody_says_that_they_are_numbers(
    said: str | None, aside: tuple[str, ...], most: float
) -> None:
    found = as_number(evidence("Minutes", MINUTES), answered(no_answer_codes=said) if said else Context())

    assert (found.no_answer, found.numbers.max) == (aside, most)
    assert found.unsure == (
        Unsure("no_answer_codes", None, {"question": "Minutes", "codes": "999"}, ("999",), "codes 999"),
    )


def test_a_code_of_the_whole_file_is_no_number_and_nobody_is_asked() -> None:
    found = as_number(evidence("Hours", "4; 9; 13; -99; 7", ("-99",)), Context())

    assert (found.numbers, found.no_answer) == (NumberRange(min=4, median=8, max=13), ("-99",))
    assert found.unsure == ()


def test_a_year_of_birth_among_ages_is_told_and_no_age() -> None:
    found = as_number(evidence("Alter", "23; 1987; 45; 31; 38; 52; 67"), Context())

    assert found.numbers == NumberRange(min=23, median=38, max=67)
    assert found.seen == (Seen("birth_years", 9, ("1987",)),)


# Cells ~ what a person said ~ what parts decimals in the rest of the file ~ least ~ most.
THREE_PLACES = """
1,234; 2,345; 1,117; 9,999 ~ decimal ~  ~ 1.117 ~ 9.999
1,234; 2,345; 1,117; 9,999 ~ thousands ~ , ~ 1117 ~ 9999
1,234; 2,345; 1,117; 9,999 ~  ~ , ~ 1.117 ~ 9.999
1,234; 2,345; 1,117; 9,999 ~  ~ . ~ 1117 ~ 9999
1.234; 2.345; 1.117; 9.999 ~  ~ . ~ 1.117 ~ 9.999
1.234; 2.345; 1.117; 9.999 ~  ~ , ~ 1117 ~ 9999
1.234; 2.345; 1.117; 999,9 ~  ~ . ~ 999.9 ~ 2345
1.200; 2.500; 3.100; 9.900 ~  ~ . ~ 1200 ~ 9900
€1.234; €2.345; €1.117; €9.999 ~  ~ . ~ 1117 ~ 9999
850; 1.234; 990; 1.117 ~  ~ . ~ 850 ~ 1234
3; 2.515; 4; 2.117 ~  ~ , ~ 2.117 ~ 4
"""


@pytest.mark.parametrize(("given", "said", "mark", "low", "high"), table_of(THREE_PLACES))
def test_what_a_mark_parts_is_told_by_the_column_by_people_or_by_the_file(
    given: str, said: str, mark: str, low: str, high: str
) -> None:
    settings = Settings(GivenAnswers({"decimals": said} if said else {}))
    found = as_number(evidence("Menge", given), Context(settings, mark or None))

    assert (found.numbers.min, found.numbers.max, found.unsure) == (float(low), float(high), ())


@pytest.mark.parametrize(
    ("given", "default", "example", "small", "big"),
    [
        ("1,234; 2,345; 1,117; 9,999", "thousands", "9,999", "9.999", "9,999"),
        ("1.234; 2.345; 1.117; 9.999", "decimal", "9.999", "9.999", "9,999"),
    ],
)  # fmt: skip
def test_a_mark_that_nothing_explains_is_asked_about_with_both_readings(
    given: str, default: str, example: str, small: str, big: str
) -> None:
    (doubt,) = as_number(evidence("Menge", given), Context()).unsure

    assert (doubt.code, doubt.default, doubt.evidence) == ("decimals", default, tuple(given.split("; ")[:3]))
    assert doubt.words == {"example": example, "question": "Menge", "as_decimal": small, "as_thousands": big}


# Heading ~ cells ~ first day ~ last day.
DAYS = """
Besuch ~ 05.03.2024; 11.04.2024; 20.05.2024 ~ 2024-03-05 ~ 2024-05-20
Visit ~ 03/05/2024; 04/11/2024; 12/25/2024 ~ 2024-03-05 ~ 2024-12-25
Visit ~ 2024-03-05T10:00:00Z; 2024-04-11T23:59:59Z ~ 2024-03-05 ~ 2024-04-11
来店 ~ 令和6年3月5日; 令和5年4月11日 ~ 2023-04-11 ~ 2024-03-05
来店日 ~ 2024年3月5日; 2024年4月11日 ~ 2024-03-05 ~ 2024-04-11
Day ~ March 5, 2024; April 11, 2024 ~ 2024-03-05 ~ 2024-04-11
Tag ~ 5. März 2024; 11. Jänner 2024 ~ 2024-01-11 ~ 2024-03-05
Date ~ 5 janv. 2024; 11 août 2024 ~ 2024-01-05 ~ 2024-08-11
Дата ~ 5 марта 2024; 11 апреля 2024; 1 мая 2023 ~ 2023-05-01 ~ 2024-04-11
Fecha ~ 5 de marzo de 2024; 1 de abril de 2024 ~ 2024-03-05 ~ 2024-04-01
تاريخ ~ ٢٠٢٤/٠٣/٠٥; ٢٠٢٤/٠٤/١١ ~ 2024-03-05 ~ 2024-04-11
Last used time ~ 1709632800; 1709719200; 1710000000 ~ 2024-03-05 ~ 2024-03-09
Monat ~ März 2024; April 2024; Mai 2024 ~ 2024-03-01 ~ 2024-05-01
"""


@pytest.mark.parametrize(("name", "given", "first", "last"), table_of(DAYS))
def test_days(name: str, given: str, first: str, last: str) -> None:
    found = as_date(evidence(name, given), Context())

    assert (found.kind, found.reason, found.dates) == ("date", "its cells are dates", DateRange(first=first, last=last))
    assert (found.unsure, found.seen) == ((), ())


@pytest.mark.parametrize("given", ["Q1 2024; Q2 2024; Q3 2024", "2001; 2004", "May; June", "5; 6; 7", "soon; later"])
def test_what_is_no_day(given: str) -> None:
    assert as_date(evidence("When", given), Context()) is None


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        (None, "2024-05-03", "2024-11-04"),
        ("day_first", "2024-05-03", "2024-11-04"),
        ("month_first", "2024-03-05", "2024-06-07"),
    ],
)
def test_the_order_of_day_and_month_is_asked_about(said: str | None, first: str, last: str) -> None:
    found = as_date(
        evidence("Visit", "03/05/2024; 04/11/2024; 06/07/2024"), answered(date_order=said) if said else Context()
    )

    assert found.dates == DateRange(first=first, last=last)
    if said is None:
        (doubt,) = found.unsure
        assert (doubt.code, doubt.default) == ("date_order", "day_first")
        assert doubt.words == {
            "example": "06/07/2024", "question": "Visit", "day_first": "6 July 2024", "month_first": "7 June 2024",
        }  # fmt: skip


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("45000; 45010; 45200", Seen("serial_dates", 60, ("45000", "45010", "45200"))),
        ("25/12/2024; 12/25/2024; 24/12/2024; 03/04/2024", Seen("multiple_date_orders", 15, ("12/25/2024",))),
        ("5. März 2024; 11. April 2024; weiß nicht", Seen("no_opinion", 20, ("weiß nicht",))),
        (
            "05.03.2024; 11.04.2024; 20.05.2024; 21.05.2024; 22.05.2024; 23.05.2024; #REF!",
            Seen("error_cells", 8, ("#REF!",)),
        ),
    ],
    ids=lambda value: value.code if isinstance(value, Seen) else "",
)
def test_what_is_told_of_days(given: str, told: Seen) -> None:
    assert as_date(evidence("Date of visit", given), Context()).seen == (told,)


@pytest.mark.parametrize(
    "given",
    ["21:{n:02}; 22:{n:02}", "9:{n:02} pm", "7h{n:02}", "7.{n:02} Uhr", "7時{n:02}分", "20u{n:02}", "٢١:{n:02}"],
)  # fmt: skip
def test_times_of_day_in_many_hands_only_describe(given: str) -> None:
    cells = filled(given, 59)
    found = as_clock(Evidence(view("Bedtime", cells)), Context())

    assert (found.kind, found.reason, found.use) == ("date", "its cells are times", "describe")
    assert found.why == "a time of day says little of what people think or do"


@pytest.mark.parametrize("given", ["8:00; 9:00; 10:00", "{n}:99", "7.{n:02}", "noon {n}"])
def test_slots_and_what_is_no_time(given: str) -> None:
    assert as_clock(Evidence(view("Slot", filled(given, 59))), Context()) is None
