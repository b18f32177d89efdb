"""Labels of codes as steps of a scale: from a file of SPSS or Stata to its questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona.inspecting import inspect
from persona.reading.steps import steps_of
from tests.statistics_files import Variable, dta, sav

if TYPE_CHECKING:
    from pathlib import Path

SATISFIED = {
    "el": ("Πολύ δυσαρεστημένος", "Δυσαρεστημένος", "Μέτρια", "Ικανοποιημένος", "Πολύ ικανοποιημένος"),
    "sl": ("Zelo nezadovoljen", "Nezadovoljen", "Nekje vmes", "Zadovoljen", "Zelo zadovoljen"),
    "en": ("Very dissatisfied", "Dissatisfied", "Meh", "Satisfied", "Very satisfied"),
    "vi": ("Rất không hài lòng", "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng"),
}
APART = {"el": "Δεν γνωρίζω", "sl": "Brez mnenja", "en": "Not my thing", "vi": "Không ý kiến"}


@pytest.mark.parametrize(("made", "turned"), [("sav", False), ("dta", True)], ids=["sav, rising", "dta, falling"])
@pytest.mark.parametrize("language", SATISFIED)
def test_the_order_of_codes_is_the_order_of_the_scale(tmp_path: Path, language: str, turned: bool, made: str) -> None:
    """Three items of which each shows other steps; a code far away stands outside."""
    words = SATISFIED[language]
    labels = dict(enumerate((*(reversed(words) if turned else words), APART[language]), 1))
    labels[9] = labels.pop(6)
    items = [
        Variable(f"a{at}", f"Item {at}", labels={float(code): label for code, label in labels.items()})
        for at in range(3)
    ]
    rows: list[list[float | str | None]] = [
        [1 + at % 4, 2 + at % 4, 9 if at % 5 == 4 else 3 + at % 2] for at in range(40)
    ]
    path = tmp_path / f"study.{made}"
    path.write_bytes({"sav": sav, "dta": dta}[made](items, rows))
    found = inspect(path)
    scales = [question.scale for question in found.questions if question.scale]

    assert {(scale.low, scale.high, scale.words, scale.higher_is) for scale in scales} == {(1, 5, words, "more")}
    assert sum(len(question.columns) for question in found.questions if question.scale) == 3
    assert found.doubts == ()


def test_names_of_places_are_no_scale(tmp_path: Path) -> None:
    labels = {1.0: "North", 2.0: "South", 3.0: "East", 4.0: "West"}
    rows: list[list[float | str | None]] = [[at, 1 + at % 4] for at in range(40)]
    path = tmp_path / "study.sav"
    path.write_bytes(sav([Variable("id"), Variable("area", "Which side?", labels=labels)], rows))

    assert [question.kind for question in inspect(path).questions] == ["identifier", "single_choice"]


@pytest.mark.parametrize(
    ("labels", "steps"),
    [
        ({"1": "Never", "2": "Sometimes", "3": "Often", "9": "Refused"}, ("Never", "Sometimes", "Often")),
        ({"0": "None", "1": "Some", "2": "All", "-9": "Not asked"}, ("None", "Some", "All")),
        ({"1": "Yes", "2": "No"}, ()),
        ({"1": "Low", "3": "Middle", "5": "High"}, ()),
        ({"a": "Low", "b": "Middle", "c": "High"}, ()),
        ({"1": "Same", "2": "Same", "3": "Same"}, ()),
        ({}, ()),
    ],
)
def test_steps_are_the_longest_row_of_codes(labels: dict[str, str], steps: tuple[str, ...]) -> None:
    assert steps_of(labels) == steps
