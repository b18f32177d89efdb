"""Which way school marks run is proposed by the file: its lines above the table, and its language."""

from __future__ import annotations

import pytest

from persona.questionnaire.scales.direction import marks_of, proposed_by_marks
from tests.questionnaires import Rows, notes, read

PEOPLE = 60


def _proposed(name: str, high: int, *, titles: tuple[str, ...] = (), why: str = "?") -> tuple[str | None, str]:
    rows = [[str(1 + at * 11 % high), note] for at, note in enumerate(notes(PEOPLE))]
    found = read(Rows([name, why], rows, titles=titles))
    scale = found.questions[0].scale
    asked = [doubt.default for doubt in found.doubts if doubt.code == "scale_direction"]
    return scale and scale.higher_is, *asked  # type: ignore[return-value]


@pytest.mark.parametrize(
    "title", ["Umfrage der 8b, Bewertung nach Schulnoten", "School grades, May", "Rated as at school"]
)
def test_a_line_above_the_table_that_speaks_of_school_marks_proposes_1_as_the_best(title: str) -> None:
    assert _proposed("Essen", 6, titles=(title,)) == ("less", "1_is_best")
    assert _proposed("Essen", 6, titles=("Umfrage der 8b",)) == ("more", "6_is_best")
    assert proposed_by_marks("Essen", 7, "down") is None


def test_what_is_a_note_in_french_counts_up() -> None:
    assert _proposed("Note (1-5)", 5, why="Pourquoi avez-vous donné la note ?") == ("more", "5_is_best")
    assert _proposed("Note (1-5)", 5, why="Warum haben Sie so bewertet?") == ("less", "1_is_best")
    assert _proposed("Schulnote (1-5)", 5, why="Pourquoi avez-vous donné la note ?") == ("less", "1_is_best")


@pytest.mark.parametrize(
    ("titles", "texts", "marks"),
    [
        (["Schulnoten"], ["Pourquoi ?"], "down"),
        (["Sondage"], ["Quelle est votre note ?"], "up"),
        (["Umfrage"], ["Wie zufrieden sind Sie?"], ""),
        ([], [], ""),
    ],
)
def test_marks_of_a_file(titles: list[str], texts: list[str], marks: str) -> None:
    assert marks_of(titles, texts) == marks
