"""Amounts, totals, places and days of birth, as many tools and languages write them."""

from __future__ import annotations

import pytest

from tests.questionnaires import cells, columns, counts, notes, read

AMOUNTS = ("Nights booked", "Anzahl Nächte", "Numero di notti", "Número de noches", "Liczba nocy (nocí)", "宿泊数")


@pytest.mark.parametrize("heading", AMOUNTS)
def test_a_rare_high_amount_is_no_missing_answer(heading: str) -> None:
    found = read(columns(**{heading: cells("1", "2", "3", "4", "2", "7"), "note": notes(60)}))

    assert (found.questions[0].kind, found.questions[0].answered) == ("number", 60)
    assert not found.questions[0].no_answer
    assert not [doubt for doubt in found.doubts if doubt.about == found.questions[0].id]


@pytest.mark.parametrize("heading", ["likes", "retweets", "reply_count", "Number of shares", "いいね数", "followers"])
def test_what_a_post_got_describes_and_forms_no_groups(heading: str) -> None:
    found = read(columns(**{heading: cells("0", "1", "2", "0", "3"), "note": notes(60)}))

    assert (found.questions[0].kind, found.questions[0].use) == ("number", "describe")


def test_numbers_that_neighbours_share_stay_ratings_whatever_was_rated() -> None:
    stars = cells("1", "2", "3", "4", "5", "4")
    found = read(columns(Frühstück=stars, Nights=stars, Personal=stars, note=notes(60)))

    assert [question.kind for question in found.questions[:3]] == ["rating"] * 3


def test_a_single_7_beyond_a_short_scale_is_asked_about() -> None:
    given = ["7", *cells("0", "1", "2", people=59)]
    found = read(columns(Severity=given, note=notes(60)))

    asked = [(doubt.code, doubt.default) for doubt in found.doubts if doubt.about == "severity"]
    assert ("no_answer_codes", "no_answer") in asked


@pytest.mark.parametrize("code", ["-13", "-4", "-77"])
def test_a_code_below_zero_among_far_larger_amounts_is_asked_about(code: str) -> None:
    pay = cells("1450", "2310", "1875", "990", code, "4120", "2650", "3035")
    found = read(columns(**{"Net pay": pay, "note": notes(60)}))

    assert (found.questions[0].no_answer, found.questions[0].numbers and found.questions[0].numbers.min) == (
        (code,),
        990,
    )
    assert [doubt.code for doubt in found.doubts if doubt.about == "net-pay"] == ["no_answer_codes"]


def test_temperatures_below_zero_are_amounts() -> None:
    found = read(columns(**{"Degrees outside": cells("-3", "4", "11", "7", "15", "2", "9"), "note": notes(60)}))

    assert found.questions[0].numbers
    assert found.questions[0].numbers.min == -3


PLACES = [
    ("What counts? - {}", ("Most important", "Second", "Third")),
    ("Co jest ważne? [{}]", ("Ranga 1", "Ranga 2", "Ranga 3")),
    ("Apa yang penting? [{}]", ("Peringkat 1", "Peringkat 2", "Peringkat 3")),
    ("Что важно? - {}", ("Ранг 1", "Ранг 2", "Ранг 3")),
]


@pytest.mark.parametrize(("stem", "places"), PLACES)
def test_places_in_words_are_one_ranking(stem: str, places: tuple[str, ...]) -> None:
    things = ("Price", "Speed", "Safety", "Staff")
    table = {
        stem.format(place): [things[(person * 7 // 3 + at) % 4] for person in range(60)]
        for at, place in enumerate(places)
    }
    found = read(columns(**table, note=notes(60)))

    assert (found.questions[0].kind, found.questions[0].columns) == ("ranking", (0, 1, 2))


@pytest.mark.parametrize("mean", [False, True])
def test_the_total_of_ratings_only_describes(mean: bool) -> None:
    rated = [[(person * step) % 5 for step in (1, 2, 3)] for person in range(60)]
    total = [f"{sum(row) / 3:.2f}" if mean else str(sum(row)) for row in rated]
    table = {f"worry{at + 1}": [str(row[at]) for row in rated] for at in range(3)}
    found = read(columns(**table, score=total, other=[str(person % 13 + 20) for person in range(60)]))

    by_name = {question.names[-1]: question for question in found.questions}
    assert (by_name["score"].use, by_name["other"].use) == ("describe", "basis")
    assert by_name["score"].reason.endswith("it adds up other answers.")


SENTENCES = (
    "Il fait trop chaud au premier étage.", "Franchement, les places manquent.", "Rien à signaler.",
    "Le wifi est lent.", "À mon avis, il faut plus de livres.", "On attend trop longtemps à l'accueil.",
    "Le personnel est adorable.", "Les prises ne marchent pas.", "Il faudrait ouvrir le dimanche.",
)  # fmt: skip


def test_the_same_sentences_again_and_again_are_still_peoples_words() -> None:
    found = read(columns(**{"Qu'est-ce qui vous gêne ?": cells(*SENTENCES), "n": [str(n) for n in range(60)]}))

    assert found.questions[0].kind == "open_answer"


def test_a_few_sentences_to_choose_from_are_a_choice() -> None:
    found = read(columns(**{"How do you cook?": cells(*SENTENCES[:4]), "note": notes(60)}))

    assert (found.questions[0].kind, sum(counts(found.questions[0]).values())) == ("single_choice", 60)


BIRTH = ("dob", "Date of birth", "Geburtsdatum", "Fecha de nacimiento", "data urodzenia", "تاريخ الميلاد", "生年月日")


@pytest.mark.parametrize("heading", BIRTH)
def test_days_of_birth_are_days_that_only_describe(heading: str) -> None:
    days = [f"{1950 + person}-{person % 12 + 1:02}-{person % 27 + 1:02}" for person in range(50)]
    found = read(columns(**{heading: days, "note": notes(50)}))

    assert (found.questions[0].kind, found.questions[0].use) == ("date", "describe")
    assert found.questions[0].dates
    assert str(found.questions[0].dates.first) == "1950-01-01"


def test_names_below_a_path_and_points_on_a_map_are_personal() -> None:
    table = {
        "profile/nama_responden": cells("Siti Aminah", "Budi Hartono", "Dewi Lestari", "Agus Salim"),
        "_place": [f"-6.{person} 106.{person} 0 0" for person in range(60)],
    }
    found = read(columns(**table, note=notes(60)))

    assert [question.kind for question in found.questions[:2]] == ["personal_data", "personal_data"]


def test_a_word_that_means_vote_and_mark_is_a_mark_where_numbers_end_at_ten() -> None:
    marks = cells("6", "7", "8", "9", "10", "8")
    found = read(columns(**{"Voto alla cucina": marks, "note": notes(60)}))

    assert (found.questions[0].kind, found.questions[0].use, found.sensitive) == ("rating", "basis", ())


def test_a_cross_among_the_numbers_of_neighbours_leaves_them_ratings() -> None:
    table = {
        heading: [*["X"] * 4, *cells(*order, people=56)]
        for heading, order in {"Food": "5142353", "Room": "2154345", "Staff": "3511425"}.items()
    }
    found = read(columns(**table, note=notes(60)))

    assert [(question.kind, question.no_answer) for question in found.questions[:3]] == [("rating", ("X",))] * 3
