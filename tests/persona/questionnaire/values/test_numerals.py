"""One number, as people and spreadsheets write it: marks, units, currencies, scripts; ranges and parts of a whole."""

from __future__ import annotations

import pytest

from persona.questionnaire.values.numerals import is_range, numeral, out_of

NUMBERS = """
0 | 0 |
007 | 7 |
1. | 1 |
1.0 | 1 |
1,0 | 1 |
.5 | 0.5 |
0,5 | 0.5 |
-3 | -3 |
−3 | -3 |
(12) | -12 |
+4 | 4 |
1e3 | 1000 |
3.5e4 | 35000 |
1.5e15 | 1500000000000000 |
1 234 | 1234 |
1 234 567,89 | 1234567.89 |
12.345.678,9 | 12345678.9 |
12,345,678.9 | 12345678.9 |
1'234.50 | 1234.5 |
1,23,456 | 123456 |
2.000.000 | 2000000 |
٤٩ | 49 |
४५ | 45 |
۴۵ | 45 |
１２ | 12 |
١٬٢٣٤٫٥ | 1234.5 |
ca. 30 | 30 |
~12 | 12 |
> 20 | 20 |
≥ 5 | 5 |
20+ | 20 |
about 1.5 km | 1.5 | km
environ 20 | 20 |
unter 18 | 18 |
más de 100 | 100 |
約 30 | 30 |
€30 | 30 | €
30 € | 30 | €
EUR 30 | 30 | eur
1.200,50 € | 1200.5 | €
$1,200.50 | 1200.5 | $
US$ 30 | 30 | us$
Tsh 300 | 300 | tsh
₦500 | 500 | ₦
Rp 20 | 20 | rp
R$ 50,00 | 50 | r$
Rs. 500 | 500 | rs
₹500 | 500 | ₹
50 zł | 50 | zł
50 Kč | 50 | kč
100 ₽ | 100 | ₽
50 руб. | 50 | руб
1 200 kr | 1200 | kr
kr 200 | 200 | kr
200,- | 200 |
CHF 1'200.- | 1200 | chf
3000円 | 3000 | 円
３０００円 | 3000 | 円
5万 | 50000 |
1.5万 | 15000 |
2 Mio. | 2000000 |
50 tsd. | 50000 |
2k | 2000 |
10K | 10000 |
$1.5m | 1500000 | $
1.5M | 1500000 |
1.80 m | 1.8 | m
1,75m | 1.75 | m
180cm | 180 | cm
180 cm | 180 | cm
70kg | 70 | kg
5 kg | 5 | kg
2h | 2 | h
3 hrs | 3 | hrs
30min | 30 | min
1,5 Stunden | 1.5 | stunden
1.5 Std. | 1.5 | std
45 % | 45 | %
45% | 45 | %
45 percent | 45 | percent
45 Prozent | 45 | prozent
38 años | 38 | años
25 лет | 25 | лет
３８歳 | 38 | 歳
30岁 | 30 | 岁
25세 | 25 | 세
5人 | 5 | 人
3回 | 3 | 回
-5 °C | -5 | °c
37.5°C | 37.5 | °c
3 times | 3 | times
3 fois | 3 | fois
5 stars | 5 | stars
2 000 personnes | 2000 | personnes
"""


@pytest.mark.parametrize("line", NUMBERS.strip().splitlines())
def test_a_number_with_its_unit(line: str) -> None:
    text, value, unit = (part.strip() for part in line.split("|"))
    found = numeral(text)

    assert found is not None
    assert found.value == pytest.approx(float(value))
    assert (found.unit, found.unclear) == (unit, None)


@pytest.mark.parametrize(
    ("text", "mark", "decimals", "thousands"),
    [
        ("1,234", ",", 1.234, 1234),
        ("12.500", ".", 12.5, 12500),
        ("¥3,000", ",", 3, 3000),
        ("3.141 km", ".", 3.141, 3141),
        ("-1,500", ",", -1.5, -1500),
    ],
)
def test_one_mark_before_three_digits_may_be_either(text: str, mark: str, decimals: float, thousands: float) -> None:
    found = numeral(text)

    assert found is not None
    assert (found.unclear, found.read(decimals=True), found.read(decimals=False)) == (mark, decimals, thousands)


@pytest.mark.parametrize(
    ("text", "approximate"), [("about 20", True), ("~20", True), ("20+", True), ("20", False), ("20 km", False)]
)
def test_a_word_for_about_is_told(text: str, approximate: bool) -> None:
    found = numeral(text)

    assert found is not None
    assert (found.value, found.approximate) == (20, approximate)


NO_NUMBERS = """
two
12a
A12
5th
1st
#12
No. 5
N=120
1:30
12:30
1h30
2 hours 30 min
5'10"
1.2.3
2024-03-05
+49 170 123456
15 USD/h
10 (ten)
30ish
38 y/o
18-24
4/5
½

Room 12
3x4
0x1F
1,2,3
92e941
92e-941
"""


@pytest.mark.parametrize("text", NO_NUMBERS.splitlines())
def test_digits_that_are_no_number(text: str) -> None:
    assert numeral(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("18-24", True),
        ("18–24", True),
        ("18 to 24", True),
        ("18 bis 24", True),
        ("25 à 34 ans", True),
        ("18～24", True),
        ("1,000-5,000", True),
        ("$10 to $20", True),
        ("€500 - €1,000", True),
        ("10k-20k", True),
        ("10% - 20%", True),
        ("1 until 3", True),
        ("0-6 months ago", True),
        ("24-18", False),
        ("18", False),
        ("18+", False),
        ("2024-03-05", False),
        ("555-1234-99", False),
        ("a-b", False),
        ("", False),
    ],
)
def test_stretches_of_numbers_are_options(text: str, found: bool) -> None:
    assert is_range(text) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("17/20", (17, 20)),
        ("4 out of 5", (4, 5)),
        ("4 von 5", (4, 5)),
        ("4 sur 5", (4, 5)),
        ("4 de 5", (4, 5)),
        ("4 su 5", (4, 5)),
        ("4 van 5", (4, 5)),
        ("4 av 5", (4, 5)),
        ("4 из 5", (4, 5)),
        ("4,5/5", (4.5, 5)),
        ("10 / 10", (10, 10)),
        ("4/5 stars", (4, 5)),
        ("4/5 ★", (4, 5)),
        ("0/5", (0, 5)),
        ("6/5", None),
        ("3/0", None),
        ("4", None),
        ("05/03/2024", None),
        ("a/b", None),
    ],
)
def test_parts_of_a_whole(text: str, found: tuple[float, float] | None) -> None:
    assert out_of(text) == found
