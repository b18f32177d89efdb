"""Rows with garbled letters are counted; of very large tables they are reckoned from a sample."""

from __future__ import annotations

import pytest

from persona.questionnaire.columns import RowSample
from persona.questionnaire.models import QuestionnaireNote
from persona.questionnaire.repairs import repair_notes
from tests.questionnaires import filled, sample, views

SENTENCE = "Garbled letters (wrong encoding) were repaired in {} {}."


@pytest.mark.parametrize(
    ("cells", "rows"),
    [
        ({"city": "ZÃ¼rich; Bern; Basel; Genf"}, 15),
        ({"city": "ZÃ¼rich; Bern", "note": "donâ€™t; fine; good"}, 40),
        ({"city": "Zürich; Bern", "note": "don't; Ä; Ã"}, 0),
        ({"city": "Zürich"}, 0),
    ],
    ids=["one column", "either of two", "letters that are right", "one city"],
)
def test_rows_with_garbled_letters(cells: dict[str, str], rows: int) -> None:
    given = {name: filled(text) for name, text in cells.items()}
    told = (
        (QuestionnaireNote(code="repaired_letters", sentence=SENTENCE.format(rows, "rows"), rows=rows),) if rows else ()
    )

    assert repair_notes(views(**given), sample(**given)) == told


def test_of_a_sample_the_share_is_told_of_the_whole() -> None:
    columns = views(city=filled("ZÃ¼rich; Bern", people=600))

    (note,) = repair_notes(columns, RowSample({0: filled("ZÃ¼rich; Bern; Basel", people=60)}, 60))
    assert (note.rows, note.sentence) == (200, SENTENCE.format(200, "rows"))
