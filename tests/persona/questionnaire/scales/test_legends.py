"""Legends above a column: any mark between code and words, any script; what is no legend is left alone."""

from __future__ import annotations

import pytest

from persona.questionnaire.scales import find_legend, name_codes, named_blanks, without_legend


@pytest.mark.parametrize(
    ("text", "legend"),
    [
        ("5. Sklep (1=Lotos 2=Wisła 97=inna)", {"1": "Lotos", "2": "Wisła", "97": "inna"}),
        ("Płeć (1=kobieta, 2=mężczyzna)", {"1": "kobieta", "2": "mężczyzna"}),
        ("Kind (1=ja,2=nein)", {"1": "ja", "2": "nein"}),
        ("Geschlecht: 1 = weiblich; 2 = männlich", {"1": "weiblich", "2": "männlich"}),
        ("性別（1:男性 2:女性）", {"1": "男性", "2": "女性"}),
        ("性别（1、男 2、女）", {"1": "男", "2": "女"}),
        ("性别 1.男 2.女", {"1": "男", "2": "女"}),
        ("①男 ②女 ③その他", {"1": "男", "2": "女", "3": "その他"}),
        ("성별(1:남, 2:여)", {"1": "남", "2": "여"}),
        ("เพศ (1=ชาย 2=หญิง)", {"1": "ชาย", "2": "หญิง"}),
        ("الجنس (١=ذكر، ٢=أنثى)", {"1": "ذكر", "2": "أنثى"}),
        ("מין (1-זכר, 2-נקבה)", {"1": "זכר", "2": "נקבה"}),
        ("Пол (1 - мужской, 2 - женский)", {"1": "мужской", "2": "женский"}),
        ("Sexo - 1 hombre / 2 mujer", {"1": "hombre", "2": "mujer"}),
        ("Sex [1) male 2) female]", {"1": "male", "2": "female"}),
        ("Gender: Male (1) / Female (2)", {"1": "Male", "2": "Female"}),
        ("kobieta=1, mężczyzna=2", {"1": "kobieta", "2": "mężczyzna"}),
        ("K=kobieta, M=mężczyzna", {"K": "kobieta", "M": "mężczyzna"}),
        ("Age (1 = 18-24, 2 = 25-34, 3 = 35+)", {"1": "18-24", "2": "25-34", "3": "35+"}),
        ("Which? 1=tea|2=milk|3=none", {"1": "tea", "2": "milk", "3": "none"}),
        (
            "Branche (1=Handel / Gewerbe; 2=Bau (auch Tiefbau); 97=Sonstige (welche?))",
            {"1": "Handel / Gewerbe", "2": "Bau (auch Tiefbau)", "97": "Sonstige (welche?)"},
        ),
    ],
)
def test_legend(text: str, legend: dict[str, str]) -> None:
    assert find_legend(text) == legend


@pytest.mark.parametrize(
    "text",
    [
        "How likely is it (1-5)?",
        "1. Do you like it? 2. Why?",
        "Open from 10:30 - 11:30",
        "Q1=test",
        "Answer 3",
        "",
        "(1)",
    ],
)
def test_no_legend(text: str) -> None:
    assert (find_legend(text), without_legend(text)) == ({}, text)


def test_name_codes_where_the_legend_fits_the_cells() -> None:
    text = "Shop (1=Lotos 2=Wisła 97=other)"

    assert name_codes(text, {"1": 5, "2.0": 4, "97": 1}) == {"1": "Lotos", "2.0": "Wisła", "97": "other"}
    assert name_codes(text, {"1": 5, "99": 2}) == {"1": "Lotos"}
    assert name_codes(text, {"1": 5, "3": 5}) == {}
    assert name_codes("Sex (M=male, F=female)", {"m": 3, "F": 2}) == {"m": "male", "F": "female"}


def test_named_blanks_are_the_codes_that_are_called_no_answer() -> None:
    assert named_blanks("Wiek (98=odmowa odpowiedzi, 99=nie wiem)") == {98, 99}
    assert named_blanks("Alter in Jahren (999 = keine Angabe)") == {999}
    assert named_blanks("Shop (1=Lotos 2=Wisła)") == frozenset()


def test_without_legend() -> None:
    texts = ["5. Sklep [1=Lotos 97=inna (jaka?)]", "性別（1:男性 2:女性）", "Gender: Male (1) / Female (2)"]

    assert [without_legend(text) for text in texts] == ["5. Sklep", "性別", "Gender: Male"]
