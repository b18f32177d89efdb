"""Heads of tables as survey tools write them: codes with texts, codes above texts, the tool's own columns."""

from __future__ import annotations

import pytest

from tests.questionnaires import Rows, cells, columns, notes, read, shapes


def test_limesurvey_names_of_code_and_text_are_told_by_their_text() -> None:
    names = {
        "id. ID de respuesta": [str(at) for at in range(1, 61)],
        "submitdate. Fecha de envío": cells("2024-02-01 12:00:00", "2024-02-02 12:00:00", "", "2024-02-05 12:00:00"),
        "lastpage. Última página": cells("3", "3", "1", "3"),
        "startlanguage. Idioma inicial": cells("es"),
        "G01Q01. ¿Cuántos años tiene?": cells("23", "35", "47", "51", "62"),
        "G01Q02[SQ001]. ¿Qué redes usa? [Facebook]": cells("Sí", "No"),
        "G01Q02[SQ002]. ¿Qué redes usa? [TikTok]": cells("No", "No", "Sí"),
        "G01Q02[other]. ¿Qué redes usa? [Otro]": cells("Mastodon", *[""] * 9),
        "G02Q01. ¿Qué mejoraría?": notes(),
    }
    found = read(columns(**names))

    assert shapes(found) == [
        ("identifier", "none", (0,), "ID de respuesta"),
        ("administration", "none", (1,), "Fecha de envío"),
        ("administration", "none", (2,), "Última página"),
        ("administration", "none", (3,), "Idioma inicial"),
        ("number", "describe", (4,), "¿Cuántos años tiene?"),
        ("multiple_choice", "basis", (5, 6), "¿Qué redes usa?"),
        ("open_answer", "describe", (7,), "¿Qué redes usa? [Otro]"),
        ("open_answer", "basis", (8,), "¿Qué mejoraría?"),
    ]
    assert [(o.label, o.count) for o in found.questions[5].options] == [("Facebook", 30), ("TikTok", 20)]
    assert found.questions[6].of == "que-redes-usa"
    assert [(e.reason, e.rows, e.default) for e in found.excluded] == [("unfinished", 15, "kept")]


def test_sosci_codes_above_texts() -> None:
    head = {
        "CASE": "Interview-Nummer (fortlaufend)",
        "STARTED": "Zeitpunkt zu dem das Interview begonnen hat",
        "A101": "Geschlecht",
        "A102_01": "Zufriedenheit: Preis",
        "A102_02": "Zufriedenheit: Qualität",
        "A102_03": "Zufriedenheit: Beratung",
        "A103": "Wie oft kaufen Sie ein?",
        "A104_01": "Alter: Jahre",
        "FINISHED": "Wurde die Befragung abgeschlossen (letzte Seite erreicht)",
        "TIME_SUM": "Verweildauer gesamt",
    }
    rows = [
        [str(101 + at), f"2023-11-{1 + at % 28:02} 10:00:00", "12"[at % 2], "12345"[at % 5], "54321"[at % 5],
         "1234567"[at % 3] if at % 10 else "-9", "1234554321"[at % 10], str(18 + at), "01"[at % 10 > 0],
         str(100 + 7 * at)]
        for at in range(60)
    ]  # fmt: skip
    found = read(Rows(list(head), rows, list(head.values())))

    assert [(q.kind, q.use) for q in found.questions] == [
        ("identifier", "none"), ("administration", "none"), ("single_choice", "describe"), ("rating_battery", "basis"),
        ("rating", "basis"), ("number", "describe"), ("administration", "none"), ("administration", "none"),
    ]  # fmt: skip
    battery = found.questions[3]
    assert ([i.label for i in battery.items], battery.no_answer) == (list(head.values())[3:6], ("-9",))
    assert battery.scale
    assert (battery.scale.low, battery.scale.high) == (1, 5)
    assert [(e.reason, e.rows, e.default) for e in found.excluded] == [("unfinished", 6, "kept")]


TOOL_COLUMNS = """
StartDate|Enddatum|Startdatum|Date de soumission|Fecha de inicio|Data de envio|Verweildauer|TIME_SUM|TIME001|MAILSENT
LASTDATA|last_page|Letzte Seite|Dernière page|User Agent|UserLanguage|開始時刻|完了時刻|Horodateur|Carimbo de data/hora
タイムスタンプ|Referer|sys_RespStatus|seed|_xform_id_string
"""


@pytest.mark.parametrize("name", TOOL_COLUMNS.strip().replace("\n", "|").split("|"))
def test_what_a_tool_writes_itself_forms_no_groups(name: str) -> None:
    values = cells("2024-01-05 10:00:00", "2024-01-06 11:30:00", "2024-01-09 12:00:00")
    found = read(columns(**{name: values, "Cook?": cells("Yes", "No"), "note": notes()}))

    assert (found.questions[0].use, found.questions[0].kind in ("administration", "date")) == ("none", True)


def test_an_address_of_computers_that_all_share_is_personal() -> None:
    found = read(columns(**{"IP Address": cells("10.0.0.1"), "note": notes()}))

    assert (found.questions[0].kind, found.personal) == ("personal_data", (0,))


def test_codes_above_texts_of_tick_boxes_and_of_an_other_field() -> None:
    names = ["q0001_0001", "q0001_0002", "q0001_0003", "q0001_other", "q0002"]
    texts = ["Which do you own? - Cat", "Which do you own? - Dog", "Which do you own? - Fish",
             "Which do you own? - Other (please specify)", "Why?"]  # fmt: skip
    rows = [
        ["Cat" if at % 2 else "", "Dog" if at % 3 else "", "", "" if at % 20 else "A snake", f"Because of {at} things"]
        for at in range(60)
    ]  # fmt: skip
    found = read(Rows(names, rows, texts))

    assert shapes(found) == [
        ("multiple_choice", "basis", (0, 1, 2), "Which do you own?"),
        ("open_answer", "describe", (3,), "Which do you own? - Other (please specify)"),
        ("open_answer", "basis", (4,), "Why?"),
    ]
    assert [(o.label, o.count) for o in found.questions[0].options] == [("Cat", 30), ("Dog", 40), ("Fish", 0)]
    assert (found.questions[0].answered, found.questions[1].of) == (50, found.questions[0].id)
