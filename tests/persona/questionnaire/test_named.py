"""Columns of codes that their own header names: words become options, and what the legend says goes before lists."""

from __future__ import annotations

import pytest

from tests.questionnaires import cells, columns, counts, notes, read


def one(name: str, *given: str, answers: dict[str, str] | None = None):
    found = read(columns(**{name: cells(*given), "note": notes()}), answers)
    return found, found.questions[0]


@pytest.mark.parametrize(
    ("name", "given", "options", "no_answer"),
    [
        ("Sklep (1=Lotos 2=Wisła 97=inna)", ("1", "2", "2", "97"), {"Wisła": 30, "Lotos": 15, "inna": 15}, ()),
        (
            "Region (1=Nord 2=Süd 3=Ost 7=West)",
            ("1", "2", "3", "7"),
            dict.fromkeys(("Nord", "Süd", "Ost", "West"), 15),
            (),
        ),
        ("性別（1:男性 2:女性 9:無回答）", ("1", "2", "9"), {"男性": 20, "女性": 20}, ("9",)),
        ("Пол (1 - мужской, 2 - женский)", ("1", "1", "2"), {"мужской": 40, "женский": 20}, ()),
        ("Kauf (1=tak 2=nie 3=może)", ("1", "2", "3", "1"), {"tak": 30, "nie": 15, "może": 15}, ()),
        ("Sex (M=male, F=female)", ("M", "F", "F"), {"female": 40, "male": 20}, ()),
        (
            "Wer? (1=ich; 2=Partner; 8=weiß nicht)",
            ("1", "2", "8"),
            dict.fromkeys(("ich", "Partner", "weiß nicht"), 20),
            (),
        ),
    ],
)
def test_choice_in_the_words_of_its_legend(
    name: str, given: tuple[str, ...], options: dict[str, int], no_answer: tuple[str, ...]
) -> None:
    found, question = one(name, *given)

    assert (question.kind, counts(question), question.no_answer) == ("single_choice", options, no_answer)
    assert [doubt.code for doubt in found.doubts if doubt.code != "one_column"] == []


def test_codes_that_the_legend_leaves_out_are_asked_about() -> None:
    name = "Age (1 = 18-24, 2 = 25-34, 3 = 35+)"
    found, question = one(name, "1", "2", "3", "99")
    kept = one(name, "1", "2", "3", "99", answers={"no_answer_codes": "answer"})[1]

    assert [(doubt.code, doubt.default) for doubt in found.doubts][:1] == [("no_answer_codes", "no_answer")]
    assert (counts(question), question.no_answer) == ({"18-24": 15, "25-34": 15, "35+": 15}, ("99",))
    assert (counts(kept), kept.no_answer) == ({"18-24": 15, "25-34": 15, "35+": 15, "99": 15}, ())


def test_steps_in_words_keep_their_order_whatever_their_codes() -> None:
    _, question = one("Kontakt (1=täglich 2=wöchentlich 3=monatlich 4=seltener)", "1", "2", "3", "4", "4")

    assert (question.kind, question.scale.words) == ("rating", ("seltener", "monatlich", "wöchentlich", "täglich"))
    assert question.recoding.values == {"1": 4, "2": 3, "3": 2, "4": 1}
    assert counts(question) == {"seltener": 24, "monatlich": 12, "wöchentlich": 12, "täglich": 12}


def test_points_of_a_scale_stay_numbers() -> None:
    _, question = one("Zufrieden (1 = sehr; 5 = gar nicht; 98 = weiß nicht)", "1", "2", "3", "4", "5", "98")

    assert (question.scale.low, question.scale.high, question.scale.higher_is) == (1, 5, "less")
    assert question.no_answer == ("98",)


def test_codes_called_no_answer_leave_a_quantity() -> None:
    found, question = one("Alter (98=keine Angabe 99=weiß nicht)", "23", "45", "34", "38", "71", "29", "98", "99")

    assert (question.kind, question.numbers.max, question.no_answer) == ("number", 71, ("98", "99"))
    assert found.doubts == ()


def test_several_codes_in_a_cell() -> None:
    _, question = one("Skąd? (1=sklep; 2=internet; 3=znajomi; 8=inne)", "1;2", "2;3", "1;2;3", "8", "1;8")

    assert (question.kind, counts(question)) == (
        "multiple_choice",
        {"sklep": 36, "internet": 36, "znajomi": 24, "inne": 24},
    )


def test_boxes_are_ticked_by_the_code_that_the_legend_calls_yes() -> None:
    names = [f"Znane marki (1=tak 2=nie) [{brand}]" for brand in ("Lotos", "Wisła", "Tatra")]
    given = (cells("1", "2", "2", "2", "1"), cells("2", "2", "1", "1"), cells("1", "1", "2"))
    found = read(columns(**dict(zip(names, given, strict=True)), note=notes()))

    assert (found.questions[0].kind, counts(found.questions[0])) == (
        "multiple_choice",
        {"Lotos": 24, "Wisła": 30, "Tatra": 40},
    )
    assert found.doubts == ()


def test_things_in_neighbouring_columns_are_no_battery() -> None:
    names = [f"Where (1=home 2=work 3=school): {drink}" for drink in ("tea", "milk", "beer")]
    given = (cells("1", "2", "3"), cells("2", "2", "3", "1"), cells("3", "2", "1", "1"))
    found = read(columns(**dict(zip(names, given, strict=True)), note=notes()))

    assert [question.kind for question in found.questions] == [*["single_choice"] * 3, "open_answer"]
    assert counts(found.questions[0]) == {"home": 20, "work": 20, "school": 20}
