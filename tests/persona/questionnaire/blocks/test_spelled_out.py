"""Places as words: first, second and third choice are one ranking, in any language; first and second visit are two."""

from __future__ import annotations

from random import Random

import pytest

from tests.questionnaires import columns, notes, read

THINGS = ("Preis", "Service", "Lage", "Auswahl", "Ruhe")
NAMES = """
First choice|Second choice|Third choice
Most important|Second most important|Third most important
Erste Wahl|Zweite Wahl|Dritte Wahl
Am wichtigsten|Am zweitwichtigsten|Am drittwichtigsten
Premier choix|Deuxième choix|Troisième choix
Primera opción|Segunda opción|Tercera opción
Prima scelta|Seconda scelta|Terza scelta
Eerste keus|Tweede keus|Derde keus
Första val|Andra val|Tredje val
Pierwszy wybór|Drugi wybór|Trzeci wybór
Первый выбор|Второй выбор|Третий выбор
Birinci tercih|İkinci tercih|Üçüncü tercih
Pilihan pertama|Pilihan kedua|Pilihan ketiga
第一希望|第二希望|第三希望
الخيار الأول|الخيار الثاني|الخيار الثالث
Chaguo la kwanza|Chaguo la pili|Chaguo la tatu
What matters most? First|What matters most? Second|What matters most? Third
"""


def ordered(names: list[str], *, twice: bool = False) -> dict[str, list[str]]:
    """Each of sixty people puts some things in order, the last place blank now and then."""
    draw = Random(5)
    rows = [draw.choices(THINGS, k=len(names)) if twice else draw.sample(THINGS, len(names)) for _ in range(60)]
    return {
        name: ["" if place and at % 9 == 4 else row[place] for at, row in enumerate(rows)]
        for place, name in enumerate(names)
    }


@pytest.mark.parametrize("names", NAMES.strip().splitlines(), ids=lambda names: names.split("|")[1])
def test_places_as_words_are_one_ranking(names: str) -> None:
    found = read(columns(**ordered(names.split("|")), note=notes()))

    assert [(str(q.kind), q.columns) for q in found.questions] == [("ranking", (0, 1, 2)), ("open_answer", (3,))]


def test_two_places_are_enough() -> None:
    found = read(columns(**ordered(["First choice", "Second choice"]), note=notes()))

    assert [str(question.kind) for question in found.questions] == ["ranking", "open_answer"]


@pytest.mark.parametrize(
    "names",
    [
        ["First visit", "Second visit", "Third visit"],  # the same may be said of all three
        ["Second choice", "Third choice"],
        ["First choice", "Third choice"],
        ["First choice", "Second language"],
    ],
    ids=["visits", "no first", "no second", "other words"],
)
def test_other_columns_stay_apart(names: list[str]) -> None:
    found = read(columns(**ordered(names, twice="visit" in names[0]), note=notes()))

    assert "ranking" not in {str(question.kind) for question in found.questions}
