"""One day, as people, spreadsheets and survey tools write it in many countries; and what is no day."""

from __future__ import annotations

import pytest

from persona.questionnaire.values.day_forms import Written, written_day, year_before

FIFTH_OF_MARCH = """
2024-03-05
2024-3-5
2024/03/05
2024.03.05
20240305
2024-03-05T10:11:12Z
2024-03-05 10:11:12+01:00
2024-03-05T10:11:12.123456+0100
2024-03-05 10.11.12
2024/03/05 8:56:54 dop. SELČ
2024/03/05 9:28:21 odp. SEČ
2024. 03. 05. de. 9:10:11
2024. 3. 5. 오후 9:10:11
2024/03/05 9:10:11 π.μ.
2024/03/05 9:10:11 SA
2024-03-05 9:10:11 ص
2024/03/05 9:10:11 PM GMT+2
2024-03-05 ÖÖ 9:10:11
2024-03-05 klo 9.10.11
2024-03-05 10:11 МСК
5 March 2024
5th of March 2024
March 5, 2024
March 5th, 2024
Mar 5, 2024
05-Mar-2024
05MAR2024
5 Mar 24
5 March 2024 at 10:11 PM
March 5 2024 3:15 PM EST
Tue, 5 Mar 2024 10:11:12 GMT
Tuesday, March 5, 2024
5. März 2024
Dienstag, 5. März 2024
5 mars 2024
mardi 5 mars 2024
5 mars 2024 kl. 10:00
5 de marzo de 2024
martes, 5 de marzo de 2024
5 de março de 2024
terça-feira, 5 de março de 2024
5 marzo 2024
5 maart 2024
5 marca 2024
5. března 2024
5. maaliskuuta 2024
5 Mart 2024
5 марта 2024
5 марта 2024 г.
5 марта 2024 года
2024年3月5日
2024年3月5日 10時11分
2024/03/05 午後3:15
２０２４年３月５日
令和6年3月5日
2024년 3월 5일
2024. 3. 5.
٥ مارس ٢٠٢٤
٢٠٢٤/٠٣/٠٥
2567-03-05
"""


@pytest.mark.parametrize("text", FIFTH_OF_MARCH.strip().splitlines())
def test_the_fifth_of_march(text: str) -> None:
    found = written_day(text)

    assert found is not None
    assert found[:3] == (2024, 3, 5)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1er mars 2024", Written(2024, 3, 1)),
        ("Mar-24", Written(2024, 3, 1)),
        ("March 2024", Written(2024, 3, 1)),
        ("2024-03", Written(2024, 3, 1)),
        ("03/2024", Written(2024, 3, 1)),
        ("平成31年4月30日", Written(2019, 4, 30)),
        ("昭和64年1月7日", Written(1989, 1, 7)),
        ("令和元年5月1日", Written(2019, 5, 1)),
        ("5/3/2024", Written(2024, 0, 0, 5, 3, "/")),
        ("5.3.24", Written(2024, 0, 0, 5, 3, ".")),
        ("5-3-1984", Written(1984, 0, 0, 5, 3, "-")),
        ("05/03/2024 10.11.12", Written(2024, 0, 0, 5, 3, "/")),
        ("5/3/2024 3:15 PM", Written(2024, 0, 0, 5, 3, "/", twelve_hours=True)),
        ("5/3/2567", Written(2024, 0, 0, 5, 3, "/")),
        ("31.12.84", Written(1984, 0, 0, 31, 12, ".")),
        ("32-12-31", Written(2032, 12, 31)),
    ],
)
def test_days_whose_parts_need_the_column_or_lack_a_day(text: str, found: Written) -> None:
    assert written_day(text) == found


NO_DAYS = """
1.2.3
192.168.1.10
12/2024/5
2024-13-45
17/20
5-10
v2.0.1
2024
March
May
10:30
10.30
1,2,3
ABC-12-2024
+49 170 1234567
00-00-0000
31/31/2024
99/99/9999
Q3 2024
week 12
12345678
3 May
20241345
1-2-3-4
12.5.
0000-00-00
10.12.20.30
5th floor 2024
Room 5 March
令和
2024年
3월 5일
"""


@pytest.mark.parametrize("text", NO_DAYS.strip().splitlines())
def test_what_only_looks_like_a_day(text: str) -> None:
    assert written_day(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("24-03-05", Written(2024, 3, 5)),
        ("99/12/31", Written(1999, 12, 31)),
        ("24-13-05", None),
        ("24-03-2005", None),
        ("2024-03-05", None),
        ("1-2-3", None),
    ],
)
def test_pairs_of_digits_may_begin_with_the_year(text: str, found: Written | None) -> None:
    assert year_before(text) == found
