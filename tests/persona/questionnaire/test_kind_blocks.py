"""Several choices, in one cell or over several columns, as tools of many makers and languages write them."""

from __future__ import annotations

import pytest

from tests.questionnaires import Rows, cells, columns, counts, notes, read, shapes


def test_kobo_groups_stand_above_questions_and_the_last_part_names_the_option() -> None:
    picked = ["pozo", "pozo rio", "camion", "rio camion"]
    names = {
        "grp/edad": [str(18 + at) for at in range(60)],
        "grp/fuentes": cells(*picked),
        "grp/fuentes/pozo": cells("1", "1", "0", "0"),
        "grp/fuentes/rio": cells("0", "1", "0", "1"),
        "grp/fuentes/camion": cells("0", "0", "1", "1"),
        "grp/fuentes_otro": cells("lluvia", *[""] * 9),
        "grp/nota": notes(),
    }
    found = read(columns(**names))

    assert shapes(found) == [
        ("number", "describe", (0,), "grp/edad"),
        ("multiple_choice", "basis", (1, 2, 3, 4), "grp/fuentes"),
        ("open_answer", "describe", (5,), "grp/fuentes_otro"),
        ("open_answer", "basis", (6,), "grp/nota"),
    ]
    assert (counts(found.questions[1]), found.questions[1].separator) == ({"pozo": 30, "rio": 30, "camion": 30}, " ")
    assert found.questions[2].of == found.questions[1].id


@pytest.mark.parametrize(
    ("names", "on", "off", "text"),
    [
        (["Foods? (choice=Rice)", "Foods? (choice=Beans)"], "Checked", "Unchecked", "Foods?"),
        (["foods/1_Rice", "foods/2_Beans"], "1", "0", None),
        (["Was essen Sie? Rice", "Was essen Sie? Beans"], "genannt", "nicht genannt", "Was essen Sie?"),
        (["Que mangez-vous ? [Rice]", "Que mangez-vous ? [Beans]"], "Oui", "Non", "Que mangez-vous ?"),
        (["¿Qué come? - Rice", "¿Qué come? - Beans"], "Seleccionado", "No seleccionado", "¿Qué come?"),
        (["Foods? | Rice", "Foods? | Beans"], "mentioned", "not mentioned", "Foods?"),
        (["Foods?/Rice", "Foods?/Beans"], "TRUE", "FALSE", "Foods?"),
        (["何を食べますか？ [Rice]", "何を食べますか？ [Beans]"], "はい", "いいえ", "何を食べますか？"),
        (["Foods? [Rice]", "Foods? [Beans]"], "X", "", "Foods?"),
        (["Wat eet u? - Rice", "Wat eet u? - Beans"], "genoemd", "niet genoemd", "Wat eet u?"),
    ],
)
def test_ticks_of_many_tools_and_languages(names: list[str], on: str, off: str, text: str | None) -> None:
    found = read(columns(**{names[0]: cells(on, off), names[1]: cells(off, on, on), "note": notes()}))
    question = found.questions[0]

    assert (question.kind, question.columns) == ("multiple_choice", (0, 1))
    assert [option.count for option in question.options] == [30, 40]
    assert question.options[0].label.endswith("Rice")
    assert text is None or (question.text, counts(question)) == (text, {"Rice": 30, "Beans": 40})


@pytest.mark.parametrize(
    ("name", "given", "separator", "options"),
    [
        ("O que valoriza?", ("Preço, Entrega em 24 horas", "Preço", "Entrega em 24 horas, Apoio", "Apoio, Preço"), ", ",
         {"Preço": 45, "Entrega em 24 horas": 30, "Apoio": 30}),
        ("使っているサービスは？", ("LINE;X;", "LINE;", "X;Instagram;"), ";", {"LINE": 40, "X": 40, "Instagram": 20}),
        ("Features?", ("Search\nExport", "Search", "Export\nChat"), "\n", {"Search": 40, "Export": 40, "Chat": 20}),
        ("Quels outils ?", ("Slack | Mail", "Slack", "Mail | Zoom"), "|", {"Slack": 40, "Mail": 40, "Zoom": 20}),
        ("Tools?", ('["Slack","Mail"]', '["Slack"]', '["Mail","Zoom"]'), None, {"Slack": 40, "Mail": 40, "Zoom": 20}),
    ],
)  # fmt: skip
def test_several_choices_in_one_cell(
    name: str, given: tuple[str, ...], separator: str | None, options: dict[str, int]
) -> None:
    question = read(columns(**{name: cells(*given), "note": notes()})).questions[0]

    assert (question.kind, counts(question)) == ("multiple_choice", options)
    assert separator is None or (question.separator or "").strip(" ") == separator.strip(" ")


def test_a_ranking_tells_how_many_put_each_thing_first() -> None:
    orders = [("1", "2", "3"), ("2", "1", "3"), ("1", "3", "2"), ("3", "2", "1")]
    rows = [[*orders[at % 4], f"Word {at} on it"] for at in range(60)]
    found = read(Rows(["Rank these: >> Price", "Rank these: >> Speed", "Rank these: >> Design", "note"], rows))

    assert shapes(found)[0] == ("ranking", "basis", (0, 1, 2), "Rank these")
    assert counts(found.questions[0]) == {"Price": 30, "Speed": 15, "Design": 15}


def test_places_that_hold_the_things_are_one_ranking() -> None:
    orders = [("Price", "Speed", "Taste"), ("Speed", "Look", "Price"), ("Taste", "Price", "Look")]
    rows = [[*orders[at % 3], f"Word {at} on it"] for at in range(60)]
    found = read(Rows([f"Most important first [Rank {at}]" for at in (1, 2, 3)] + ["note"], rows))

    assert shapes(found)[0] == ("ranking", "basis", (0, 1, 2), "Most important first")
    assert counts(found.questions[0]) == {"Price": 60, "Speed": 40, "Taste": 40, "Look": 40}


def test_two_questions_with_numbers_for_names_are_not_one_set_of_ratings() -> None:
    found = read(
        columns(Q9=cells("0", "2", "3", "3", "4", "5", "3"), Q10=cells("1", "2", "3", "4", "5", "6"), n=notes())
    )

    assert [q.columns for q in found.questions] == [(0,), (1,), (2,)]
    assert [d.id for d in found.doubts if d.code == "kind_codes"] == ["kind_codes:q9", "kind_codes:q10"]


@pytest.mark.parametrize(("stem", "together"), [("presenters_", True), ("Q", False)])
def test_ratings_below_a_word_are_a_set_though_hardly_anybody_says_the_worst(stem: str, together: bool) -> None:
    few, most = cells("5", "4", "3", "5", "5"), cells("5", "4", "2", "3", "5", "1", "5")
    found = read(
        columns(**{f"{stem}{end}": some for end, some in zip("123", (few, most, few), strict=True)}, n=notes())
    )

    assert ([q.columns for q in found.questions] == [(0, 1, 2), (3,)]) is together


ALL, EACH = [(0, 1, 2, 3)], [(0,), (1,), (2,), (3,)]


@pytest.mark.parametrize(("answer", "columns_of"), [(None, ALL), ("together", ALL), ("apart", EACH)])
def test_ticks_without_a_common_name_are_asked_about(answer: str | None, columns_of: list[tuple[int, ...]]) -> None:
    given = {"Jazz": ("1", "0"), "Rock": ("0", "1", "1"), "Opera": ("1", "0", "0"), "Folk": ("0", "0", "1")}
    table = columns(**{name: cells(*values) for name, values in given.items()}, note=notes())
    doubt = next(d for d in read(table).doubts if d.code == "join_columns")
    found = read(table, {doubt.id: answer} if answer else None)

    assert (doubt.default, doubt.evidence) == ("together", ("Jazz", "Rock", "Opera"))
    assert [q.columns for q in found.questions[:-1]] == columns_of


def test_numbered_questions_that_end_at_other_numbers_are_questions_of_their_own() -> None:
    given = {"Q1": cells(*"123"), "Q2": cells(*"123456789"), "Q3": cells(*"123456"), "Q4": cells(*"12345678")}
    texts = ["What is your gender?", "In which region do you live?", "Employment?", "Which brand did you buy?", "Why?"]
    table = Rows([*given, "Q5"], list(zip(*given.values(), notes(), strict=True)), labels=texts)
    found = read(table)

    assert [(q.kind, q.columns) for q in found.questions[:4]] == [("single_choice", (at,)) for at in range(4)]


@pytest.mark.parametrize("mark", ["–", "-", "…", "|"])
def test_pairs_of_opposites_have_two_ends_and_no_direction(mark: str) -> None:
    pairs = [("slow", "fast"), ("simple", "complex"), ("handsome", "ugly")]
    names = [f"How does it look to you? {low} {mark} {high}" for low, high in pairs]
    given = {name: cells(*codes) for name, codes in zip(names, ("1234567", "7162534", "3456712"), strict=True)}
    found = read(columns(**given, note=notes()))

    battery = found.questions[0]
    assert (battery.kind, battery.columns, [d.code for d in found.doubts]) == ("rating_battery", (0, 1, 2), [])
    assert battery.scale is not None
    assert (battery.scale.low, battery.scale.high, battery.scale.higher_is) == (1, 7, None)
