"""What tools and interviewers write beside the answers, and how tools word what belongs together."""

from __future__ import annotations

import pytest

from tests.questionnaires import Rows, cells, columns, counts, filled, notes, read

ORDER = ["3|1|2|4", "1|2|4|3", "2|4|3|1", "4|3|1|2"]


@pytest.mark.parametrize("name", ["Q5_DO", "Q12 - Display Order", "FL_14_DO", "Q7.1_DO"])
def test_the_order_in_which_items_were_shown_is_no_ranking(name: str) -> None:
    shown = read(columns(**{name: cells(*ORDER), "Why?": notes()})).questions[0]
    assert (shown.kind, shown.use) == ("administration", "none")


@pytest.mark.parametrize("name", ["Put these in order", "What people do", "Ranking"])
def test_an_order_that_people_made_stays(name: str) -> None:
    assert read(columns(**{name: cells(*ORDER), "Why?": notes()})).questions[0].kind == "ranking"


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("groupTime12. Durée pour le groupe de questions : Profil", "{n}.37"),
        ("interviewtime. Temps total", "{n}.37"),
        ("questionTime31", "{n}.5"),
        ("Q_RecaptchaScore", "0.9; 0.7; 1.0"),
        ("Responded Via", "Email; Web"),
        ("Jina la mdodosaji", "Asha Mrema; Neema S.; Juma Kileo"),
        ("Nombre del encuestador", "Ana Gil; Luis Paz; Eva Sanz"),
        ("Код интервьюера", "12; 14; 15"),
    ],
)
def test_what_tools_and_interviewers_write_forms_no_groups(name: str, given: str) -> None:
    found = read(columns(**{name: filled(given), "Why?": notes()})).questions[0]
    assert (found.kind, found.use) == ("administration", "none")


@pytest.mark.parametrize(
    "name", ["Was the interviewer polite?", "How did the enumerator treat you?", "Time for family"]
)
def test_what_people_say_of_them_is_an_answer(name: str) -> None:
    assert read(columns(**{name: cells("Yes", "No"), "Why?": notes()})).questions[0].kind == "single_choice"


def test_names_beside_rows_are_hidden() -> None:
    people = ["Amy Singh", "Ben Park", "Cho Tan", "Dee Ross", "Eli Obi", "Fay Lim", "Gus Ray", "Hal Orr"]
    found = read(columns(**{"Person Name": cells(*people, people=16), "Why?": notes(16)})).questions[0]
    assert (found.kind, found.use) == ("personal_data", "none")


@pytest.mark.parametrize("name", ["Weight: result from target", "Poids : redressement", "Gewicht – Person"])
def test_a_weight_is_one_whatever_stands_behind_the_word(name: str) -> None:
    weights = [f"{0.5 + at * 0.021:.4f}" for at in range(60)]
    found = read(columns(**{name: weights, "Why?": notes()}))
    assert (found.questions[0].kind, [doubt.code for doubt in found.doubts]) == ("weight", ["weight"])


@pytest.mark.parametrize("name", ["Weight: kg", "Weight: how do you feel about it?"])
def test_what_bodies_weigh_is_none(name: str) -> None:
    weights = [f"{60 + at % 31}.5" for at in range(60)]
    assert read(columns(**{name: weights, "Why?": notes()})).questions[0].kind == "number"


@pytest.mark.parametrize("mark", ["／", "、", "；"])
def test_choices_are_parted_by_the_marks_of_their_script(mark: str) -> None:
    ticks = ["在宅勤務", f"在宅勤務{mark}資格補助", f"時短勤務{mark}資格補助", f"在宅勤務{mark}時短勤務", "資格補助"]
    found = read(columns(**{"利用している制度": cells(*ticks), "Why?": notes()})).questions[0]
    assert (found.kind, found.separator) == ("multiple_choice", mark)
    assert counts(found) == {"在宅勤務": 36, "資格補助": 36, "時短勤務": 24}


def test_options_behind_a_slash_after_a_question_have_none_in_their_names() -> None:
    asked = "Ni changamoto gani unazokutana nazo shambani?"
    ticks = [[str(int(at % 5 != each)) for each in range(3)] for at in range(20)]
    rows = [[" ".join(x for x, on in zip(("ukame", "soko", "wadudu"), row, strict=True) if on == "1"), *row]
            for row in ticks]  # fmt: skip
    found = read(Rows([asked, f"{asked}/ukame", f"{asked}/soko", f"{asked}/wadudu"], rows))
    assert [(q.kind, counts(q)) for q in found.questions] == [
        ("multiple_choice", {"ukame": 16, "soko": 16, "wadudu": 16})
    ]


@pytest.mark.parametrize(
    ("steps", "low", "high"),
    [
        ("Siridhiki kabisa; Siridhiki; Wastani; Naridhika; Naridhika sana", "Siridhiki kabisa", "Naridhika sana"),
        ("Sikubali kabisa; Sikubali; Sina uhakika; Nakubali; Nakubali sana", "Sikubali kabisa", "Nakubali sana"),
        ("Kamwe; Mara chache; Wakati mwingine; Mara nyingi; Kila mara", "Kamwe", "Kila mara"),
    ],
)
def test_scales_in_swahili(steps: str, low: str, high: str) -> None:
    found = read(columns(swali=filled(steps), maoni=notes())).questions[0]
    assert found.scale is not None
    assert (found.scale.low_label, found.scale.high_label, found.scale.higher_is) == (low, high, "more")
    assert found.scale.words == tuple(steps.split("; "))


@pytest.mark.parametrize(
    "asked",
    ["Watoto wangapi wanaishi nyumbani?", "Πόσα παιδιά έχετε;", "Berapa anak Anda?", "कितने बच्चे हैं?", "كم طفل لديك؟"],
)
def test_how_many_is_a_number_in_more_languages(asked: str) -> None:
    found = read(columns(**{asked: cells(*"0122334"), "Why?": notes()}))
    assert (found.questions[0].kind, found.doubts) == ("number", ())


def test_numbers_of_a_design_are_no_scale() -> None:
    found = read(columns(Version=cells(*"1234"), Warum=notes()))
    assert (found.questions[0].kind, found.questions[0].use) == ("single_choice", "describe")
