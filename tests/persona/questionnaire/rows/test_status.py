"""States of rows, as survey tools in many languages name and write them; and questions of people that look alike."""

from __future__ import annotations

from collections import Counter

import pytest

from persona.questionnaire.rows.status import candidates, status_columns

TOLD = """
Status | Survey Preview, IP Address, IP Address | Survey Preview: preview
Status | Survey Test, IP Address, IP Address | Survey Test: test
Status | Spam, Imported, IP Address | Spam: spam
Status | Completed, Partially Completed, Started | Partially Completed: unfinished, Started: unfinished
Status | Complete, Partial, Disqualified | Partial: unfinished, Disqualified: screened_out
Response Status | complete, incomplete, over quota | incomplete: unfinished, over quota: screened_out
DistributionChannel | anonymous, preview, email, sms, qr | preview: preview
Distribution Channel | anonymous, test | test: test
Response Type | Normal, Test |
MODE | interview, pretest, admin | pretest: test, admin: test
Statut | Complet, Partiel, Complet | Partiel: unfinished
Antwortstatus | vollständig, abgebrochen, unvollständig | abgebrochen: unfinished, unvollständig: unfinished
Antworttyp | abgeschlossen, Vorschau | Vorschau: preview
Estado | Completo, Parcial | Parcial: unfinished
Estado | Finalizada, Prueba | Prueba: test
Situação da resposta | Concluída, Parcial, Teste | Parcial: unfinished, Teste: test
Status ankiety | ukończona, częściowa, testowa | częściowa: unfinished, testowa: test
Статус | завершено, частично, тест | частично: unfinished, тест: test
Durum | Tamamlandı, Elendi, Test | Elendi: screened_out, Test: test
Κατάσταση | Ολοκληρώθηκε, Ημιτελής | Ημιτελής: unfinished
Trạng thái | Hoàn thành, Chưa hoàn thành | Chưa hoàn thành: unfinished
סטטוס | הושלם, לא הושלם, בדיקה | לא הושלם: unfinished, בדיקה: test
Állapot | Befejezett, Félbehagyott | Félbehagyott: unfinished
回答 状態 | 完了, 途中, テスト | 途中: unfinished, テスト: test
Stato | Completo, Parziale, Anteprima | Parziale: unfinished, Anteprima: preview
record_type | real, test | test: test
Type | production, debug | debug: test
interview_status | screen out, complete | screen out: screened_out
Teilnahmestatus | beendet, Quote voll, ausgescreent | Quote voll: screened_out, ausgescreent: screened_out
Estado | Completa, Cuota llena, Parcial | Cuota llena: screened_out, Parcial: unfinished
答题状态 | 完成, 甄别, 配额已满 | 甄别: screened_out, 配额已满: screened_out
Screenout | 1, 0, 0 | 1: screened_out
Quota full | no, yes, no | yes: screened_out
Finished | True, False, True | False: unfinished
Finished | 1, 0 | 0: unfinished
Beendet | ja, nein | nein: unfinished
Terminé | oui, non | non: unfinished
Completado | sí, no | no: unfinished
Completato | sì, no | no: unfinished
Voltooid | ja, nee | nee: unfinished
is_complete | Y, N | N: unfinished
Is Test Data | Yes, No, No | Yes: test
is_test | true, false, false | true: test
Tester | x, , | x: test
Preview | 1, 0, 0 | 1: test
submitdate | 2024-05-01 10:00:00, , 2024-05-02 | : unfinished
Date de soumission | 01/05/2024, , 02/05/2024 | : unfinished
Fecha de envío | 01/05/2024, , 02/05/2024 | : unfinished
Datum abgeschickt | 01.05.2024, , 02.05.2024 | : unfinished
Progress | 100, 40, 100 | 40: unfinished
Progress | 100%, 55 %, 100% | 55 %: unfinished
Percent Complete | 100, 0 | 0: unfinished
Fortschritt | 100, 30 | 30: unfinished
Progreso | 100, 30 | 30: unfinished
Last Page Seen | 7, 3, 7, 7 | 3: unfinished
Letzte Seite | 9, , 9 | : unfinished
lastpage. Last page | 9, 2, 9 | 2: unfinished
Dernière page | 4, 4, 1 | 1: unfinished
"""


def _told(line: str) -> tuple[str, list[str], dict[str, str]]:
    name, cells, reasons = (part.strip() for part in line.split(" | "))
    said = (pair.split(": ") if not pair.startswith(": ") else ["", pair[2:]] for pair in reasons.split(", ") if pair)
    return name, [cell.strip() for cell in cells.split(",")], dict(said)


@pytest.mark.parametrize("line", [line for line in TOLD.strip().splitlines() if line.rstrip()[-1] != "|"])
def test_cells_that_say_why_a_row_is_no_respondent(line: str) -> None:
    name, cells, reasons = _told(line)
    (column,) = status_columns({name: Counter(cells)}, [name, "Q1"])

    assert candidates([name, "Q1"], None) == [name]
    assert {cell: str(why) for cell in cells if (why := column.judge(cell))} == reasons


NO_STATE = """
Status | Student, Retired, Employed
Status | Single, Married
Status | Complete happiness, Partial happiness
Type | A, B, C
Mode | car, bus, train
Kind | test, exam, quiz, homework
Test | Yes, Yes, No
Preview | yes, yes, no
Finished | fully, partly
Finished | False, False
Progress | 1200, 400, 90
Progress | 40, 60, 80
Progress | good, bad
submitdate | , , , , , 2024-05-01
submitdate | 2024-05-01, 2024-05-02
Last page | 1, 2, 3, 4, 5, 6, 7, 8
Estado | Jalisco, Sonora, Oaxaca
Stato | Italia, Francia
State | Texas, Ohio, Utah
Completion | 12 min, 15 min
Statut | Marié, Célibataire
Terminated | yes, no
"""


@pytest.mark.parametrize("line", NO_STATE.strip().splitlines())
def test_questions_of_people_that_look_like_a_state(line: str) -> None:
    name, cells = line.split(" | ")

    assert status_columns({name: Counter(cell.strip() for cell in cells.split(","))}, [name, "Q1"]) == []


@pytest.mark.parametrize(
    ("code", "reason"),
    [("0", None), ("1", "preview"), ("2", "test"), ("4", None), ("8", "spam"), ("9", "preview"), ("12", "spam"),
     ("16", None), ("17", "preview"), ("32", None), ("40", "spam"), ("48", None)],
)  # fmt: skip
def test_codes_of_qualtrics_beside_its_other_columns(code: str, reason: str | None) -> None:
    counts = {"Status": Counter(["0", "0", code])}
    (column,) = status_columns(counts, ["Status", "RecordedDate", "ResponseId", "Q1"])

    assert column.judge(code) == reason
    assert status_columns(counts, ["Status", "Q1"]) == []


def test_a_flag_goes_before_a_date_and_a_page() -> None:
    counts = {
        "lastpage": Counter(["9", "9", "3"]),
        "submitdate": Counter(["2024-05-01", "2024-05-02", ""]),
        "Progress": Counter(["100", "100", "30"]),
        "Finished": Counter(["1", "1", "0"]),
        "Status": Counter(["Complete", "Complete", "Partial"]),
    }
    found = status_columns(counts, list(counts))

    assert [column.name for column in found] == ["Finished", "Status", "submitdate", "Progress", "lastpage"]


@pytest.mark.parametrize(
    ("names", "labels", "found"),
    [
        (("id", "Q1"), None, []),
        (("V1", "V2"), ("Status", "Age"), ["V1"]),
        (("Status", "V2"), ("Your marital status?", "Age"), ["Status"]),
        (("lastpage. Last page", "q1. Age"), None, ["lastpage. Last page"]),
        (("is_test_data", "IS TEST", "Is.Test"), None, ["is_test_data", "IS TEST", "Is.Test"]),
        (("Statusquo", "My status"), None, ["My status"]),
        (("In which state do you live now",), None, []),
    ],
)
def test_names_that_may_hold_a_state(names: tuple[str, ...], labels: tuple[str, ...] | None, found: list[str]) -> None:
    assert candidates(names, labels) == found
