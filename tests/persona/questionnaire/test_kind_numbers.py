"""Numbers, days and codes as spreadsheets of several languages write them: one decision a column."""

from __future__ import annotations

import pytest

from persona.questionnaire.models import DateRange, NumberRange
from tests.questionnaires import cells, columns, counts, notes, read


def one(name: str, *given: str, answers: dict[str, str] | None = None):
    found = read(columns(**{name: cells(*given), "note": notes()}), answers)
    return found, found.questions[0]


@pytest.mark.parametrize(
    ("name", "given", "numbers"),
    [
        ("Preis in EUR", ("1.234,50 €", "2.100,00 €", "899,90 €", "3.000,10 €"), (899.9, 1667.25, 3000.1, "€")),
        ("Gewicht", ("68,5", "71,2", "80,0", "55,9"), (55.9, 69.85, 80, None)),
        ("Montant", ("1 234,5", "2 000,0", "950,2", "1 800,9"), (950.2, 1517.7, 2000, None)),
        ("Spend", ("$1,200", "$3,400", "$2,250", "$1,875"), (1200, 2062.5, 3400, "$")),
        ("Preis", ("1.234 €", "2.345 €", "1.117 €", "9.999 €"), (1117, 1789.5, 9999, "€")),
        ("Conversion", ("0.254", "0.913", "0.387", "0.641"), (0.254, 0.514, 0.913, None)),
        ("Share", ("12 %", "35 %", "50 %", "8 %"), (8, 23.5, 50, "%")),
        ("Score", ("17/20", "12/20", "9/20", "20/20"), (9, 14.5, 20, None)),
        ("Temperature", ("-4.5", "12.0", "30.1", "7.7"), (-4.5, 9.85, 30.1, None)),
        ("Umsatz", ("850", "1.200", "930", "2.400", "710"), (710, 930, 2400, None)),
        ("Betrag", ("'38", "'41", "'57", "'60"), (38, 49, 60, None)),
        ("年収（万円）", ("４５０", "６００", "３８０", "７２０"), (380, 525, 720, None)),
    ],
)
def test_numbers(name: str, given: tuple[str, ...], numbers: tuple[float, float, float, str | None]) -> None:
    found, question = one(name, *given)
    told = question.numbers.model_copy(update={"median": round(question.numbers.median, 4)})
    low, middle, high, unit = numbers

    assert (question.kind, found.doubts) == ("number", ())
    assert told == NumberRange(min=low, median=middle, max=high, unit=unit)


@pytest.mark.parametrize(
    ("name", "given", "first", "last"),
    [
        ("Kaufdatum", ("05.01.2024", "17.03.2024", "28.02.2024"), "2024-01-05", "2024-03-17"),
        ("Visited", ("1/5/24", "3/17/24", "2/28/24"), "2024-01-05", "2024-03-17"),
        ("Besuch am", ("5. Januar 2024", "17. März 2024"), "2024-01-05", "2024-03-17"),
        ("Date de visite", ("5 janvier 2024", "17 mars 2024"), "2024-01-05", "2024-03-17"),
        ("Última visita", ("5 de enero de 2024", "17 de marzo de 2024"), "2024-01-05", "2024-03-17"),
        ("来店日", ("2024年1月5日", "2024年3月17日"), "2024-01-05", "2024-03-17"),
        ("Purchase date", ("45296", "45368", "45350"), "2024-01-05", "2024-03-17"),
        ("Joined", ("2024-01-05T10:00:00Z", "2024-03-17T08:30:00Z"), "2024-01-05", "2024-03-17"),
        ("Since", ("Jan 5, 2024", "Mar 17, 2024"), "2024-01-05", "2024-03-17"),
    ],
)
def test_days(name: str, given: tuple[str, ...], first: str, last: str) -> None:
    found, question = one(name, *given)

    assert (question.kind, question.dates, found.doubts) == ("date", DateRange(first=first, last=last), ())


@pytest.mark.parametrize(
    ("name", "given", "codes", "high"),
    [
        ("How many coffees a day?", ("0", "1", "2", "3", "4", "10", "99"), ("99",), 10),
        ("Income", ("21000", "55000", "90000", "34000", "99999999"), ("99999999",), 90000),
        ("Anzahl Besuche", ("0", "1", "2", "3", "5", "12", "999"), ("999",), 12),
    ],
)
def test_nines_far_beyond_all_numbers_are_asked_about(
    name: str, given: tuple[str, ...], codes: tuple[str, ...], high: float
) -> None:
    found, question = one(name, *given)
    (doubt,) = [d for d in found.doubts if d.code == "no_answer_codes"]
    _, kept = one(name, *given, answers={doubt.id: "answer"})

    assert (doubt.default, question.no_answer, question.numbers.max) == ("no_answer", codes, high)
    assert (kept.no_answer, kept.numbers.max) == ((), float(codes[0]))


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("How many coffees a day?", ("0", "1", "2", "60", "99")),  # near the others
        ("Age", ("23", "45", "88", "99", "61")),
        ("Distance", ("120", "9000", "9999", "450", "37")),
    ],
)
def test_nines_among_the_other_numbers_are_numbers(name: str, given: tuple[str, ...]) -> None:
    found, question = one(name, *given)

    assert (question.kind, question.no_answer, found.doubts) == ("number", (), ())


@pytest.mark.parametrize(
    ("answer", "low", "high"), [(None, 1117, 9999), ("thousands", 1117, 9999), ("decimal", 1.117, 9.999)]
)
def test_a_mark_that_no_cell_explains_is_asked_about(answer: str | None, low: float, high: float) -> None:
    given = ("1,234", "2,345", "1,117", "9,999")
    (doubt,) = one("Menge", *given)[0].doubts
    _, question = one("Menge", *given, answers={doubt.id: answer} if answer else None)

    assert (doubt.id, doubt.default) == ("decimals:menge", "thousands")
    assert (question.numbers.min, question.numbers.max) == (low, high)


@pytest.mark.parametrize(
    ("name", "given", "kind"),
    [
        ("PLZ", ("01067", "04109", "09111"), "single_choice"),
        ("Bestellnummer", tuple(f"{4_111_000_000_000_000 + 7 * at}" for at in range(60)), "identifier"),
        ("Hours per week", ("10-20", "20-30", "<10", "30+"), "single_choice"),
        ("Employees", ("1-5 employees", "6-20 employees", "No employees"), "single_choice"),
        ("When did you come?", ("0-6 months ago", "6-12 months ago", "Never"), "single_choice"),
    ],
)
def test_digits_that_are_no_quantities(name: str, given: tuple[str, ...], kind: str) -> None:
    _, question = one(name, *given)

    assert (question.kind, question.numbers) == (kind, None)
    assert kind == "identifier" or set(counts(question)) == set(given)


def test_spellings_of_one_shop_are_one_option() -> None:
    _, question = one("Lieblingsladen?", "Müller", "müller", "MÜLLER ", "Mu\u0308ller", "Becker", "Müller")

    assert counts(question) == {"Müller": 50, "Becker": 10}


def test_errors_of_a_spreadsheet_are_told_and_no_numbers() -> None:
    found, question = one("Calc", "#N/A", "12", "15", "18", "22", "31")

    assert (question.numbers.max, question.answered, [n.code for n in found.notes]) == (31, 50, ["error_cells"])


@pytest.mark.parametrize(
    "name",
    [
        "wt",
        "wt_final",
        "weight_2023",
        "Gew",
        "Gewichtungsfaktor",
        "pondération",
        "peso",
        "pweight",
        "survey weight",
        "rake_wt",
    ],
)
def test_weights_by_many_names(name: str) -> None:
    found = read(columns(**{name: cells("0.85", "1.1", "1.05", "0.9"), "Cook?": cells("Yes", "No"), "note": notes()}))

    assert (found.questions[0].kind, found.weight, [d.code for d in found.doubts]) == ("weight", name, ["weight"])


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("Weight (kg)", ("68.5", "71.2", "80.1", "55.9")),
        ("Body weight", ("68", "71", "80", "55")),
        ("weight", ("70 kg", "80 kg", "65 kg", "59 kg")),
    ],
)
def test_what_people_weigh_is_a_number(name: str, given: tuple[str, ...]) -> None:
    found, question = one(name, *given)

    assert (question.kind, found.weight) == ("number", None)


QUARTERS = [f"{hour}:{minute:02}" for hour in range(7, 19) for minute in (0, 15, 30, 45)]


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("Hoe laat komt u meestal aan?", QUARTERS),
        ("Wann stehen Sie auf?", [f"{time.replace(':', '.')} Uhr" for time in QUARTERS]),
        ("À quelle heure dînez-vous ?", [time.replace(":", "h") for time in QUARTERS]),
        ("What time do you get up?", [f"{hour}:{minute:02} am" for hour in range(5, 12) for minute in (0, 20, 40)]),
        ("起床時刻", [f"{hour}時{minute:02}分" for hour in range(5, 12) for minute in (0, 20, 40)]),
    ],
)
def test_times_of_day_form_no_groups(name: str, given: list[str]) -> None:
    _, question = one(name, *given)

    assert (question.kind, question.use, question.dates, question.options) == ("date", "describe", None, ())


def test_a_few_times_are_slots_to_choose_from() -> None:
    _, question = one("Welcher Termin passt?", "9:00", "12:00", "18:00")

    assert (question.kind, question.use, counts(question)) == (
        "single_choice",
        "basis",
        {"12:00": 20, "18:00": 20, "9:00": 20},
    )


DAYS = [f"2024-0{1 + at // 28}-{1 + at % 28:02}" for at in range(60)]


@pytest.mark.parametrize(
    ("name", "given", "kind"),
    [
        ("Review Submit Date and Time", [f"{day}T06:26:{at % 60:02}Z" for at, day in enumerate(DAYS)], "date"),
        ("Gekauft um", [f"{day}T16:26:{at % 60:02}+02:00" for at, day in enumerate(DAYS)], "date"),
        ("Reviewed", [f"{day}T06:26:{at % 60:02}.123Z" for at, day in enumerate(DAYS)], "date"),
        ("食費", [f"{12_000 + 500 * at:,}円" for at in range(60)], "number"),
        ("Strecke", [f"{10 + 3 * at}km" for at in range(60)], "number"),
        ("Voucher", [f"{10 + 3 * at}{'kmxqz'[at % 5]}{at}" for at in range(60)], "identifier"),
        ("Postcode", [f"{1000 + 37 * at} {'AEGKX'[at % 5]}{'BDFHZ'[at % 5]}" for at in range(60)], "identifier"),
        ("PLZ", [f"{10115 + 371 * at}" for at in range(60)], "identifier"),
    ],
)
def test_what_cells_are_goes_before_their_all_being_different(name: str, given: list[str], kind: str) -> None:
    _, question = one(name, *given)

    assert question.kind == kind


def test_a_postcode_that_many_share_is_a_list_that_describes() -> None:
    _, question = one("PLZ", "10115", "80331", "50667")

    assert (question.kind, question.use, len(question.options)) == ("single_choice", "describe", 3)


def test_ranges_among_numbers_are_told_as_left_out() -> None:
    found, question = one("Stunden", "2", "2,5", "3 h", "1-2", "4", "5", "6", "0", "1", "7", "8", "3,5")

    assert question.kind == "number"
    assert [note.sentence for note in found.notes if note.code == "ranges"] == [
        "“Stunden” holds ranges (“1-2”) among its numbers; averages leave them out."
    ]


@pytest.mark.parametrize(("thousands", "decimal"), [(".", ","), (",", ".")])
def test_the_other_columns_tell_thousands(thousands: str, decimal: str) -> None:
    usage = [f"{at % 9 + 1}{thousands}{at * 37 % 900 + 101}" for at in range(60)]
    share = [f"0{decimal}{at % 80 + 11}" for at in range(60)]
    found = read(columns(Verbrauch=usage, Anteil=share, note=notes()))

    assert [question.kind for question in found.questions] == ["number", "number", "open_answer"]
    assert (found.questions[0].numbers.min > 1000, found.questions[1].numbers.max) == (True, 0.7)
    assert found.doubts == ()


@pytest.mark.parametrize("error", ["#N/A", "#DIV/0!", "#NV", "#¡REF!", "#BEZUG!", "#Н/Д", "Err:502"])
def test_failed_cells_are_told_of_every_kind_of_question(error: str) -> None:
    spoilt = [error, *notes(people=59)]
    found = read(columns(Do_you_ride=["yes", error, *cells("yes", "no", people=58)], note=spoilt))

    assert [(note.code, note.rows, note.about) for note in found.notes] == [
        ("error_cells", 1, "do_you_ride"),
        ("error_cells", 1, "note"),
    ]
    assert [question.answered for question in found.questions] == [59, 59]
