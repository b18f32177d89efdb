"""Several interviews in one text are as many people, whatever language their headings are in."""

from __future__ import annotations

import pytest

from persona.reading.talk.interviews import find_interviews, shared_roles
from persona.reading.talk.turns import Line

FINNISH = """HAASTATTELU {n}
Päivä: {n}.5.2026  Haastattelija: Kaisa
H: Miten päädyit tähän?
V: Hinta nousi {n} kertaa.
H: Mikä oli hankalinta?
V: Lupa.
"""
HUNGARIAN = """{n}. interjú

Dátum: 2026. 05. 1{n}.
Helyszín: Pécs

K: Miért váltott?
V: A szomszéd ajánlotta {n}x.
K: És most?
V: Jó.
"""
ENGLISH = """Interview {n}
Date: 2026-05-0{n}
Interviewer: Kay
I: How did you choose?
P: By the price, {n} pounds.
I: And now?
P: Fine.
"""
GREEK = """Συνέντευξη {n}

Ε: Πώς ξεκινήσατε;
Α: Με {n} πελάτες.
Ε: Τι ήταν δύσκολο;
Α: Ο χρόνος.
"""
UNKNOWN_WORD = """Agerraldia {n}

G: Nola hasi zinen?
E: Lagun batekin, {n} urte.
G: Zer izan zen zailena?
E: Denbora.
"""
UNDATED = """Ort: Ulm
Datum: 0{n}.05.2026

F: Wie sind Sie darauf gekommen?
A: Durch {n} Nachbarn.
F: Und jetzt?
A: Gut.
"""


def _lines(text: str) -> list[Line]:
    return [Line(number, line) for number, line in enumerate(text.split("\n"), 1)]


def _file(form: str, count: int = 3) -> list[Line]:
    return _lines("\n".join(form.format(n=n) for n in range(1, count + 1)))


@pytest.mark.parametrize(
    ("form", "speakers"),
    [
        pytest.param(FINNISH, ("H", "V"), id="Finnish"),
        pytest.param(HUNGARIAN, ("K", "V"), id="Hungarian, the number first"),
        pytest.param(ENGLISH, ("I", "P"), id="English"),
        pytest.param(GREEK, ("Ε", "Α"), id="Greek"),
        pytest.param(UNKNOWN_WORD, ("G", "E"), id="a word that is not known, the same questions"),
        pytest.param(UNDATED, ("F", "A"), id="German, days above and no heading"),
    ],
)
def test_each_interview_is_one_talk_of_who_asks_and_who_answers(form: str, speakers: tuple[str, str]) -> None:
    found = find_interviews(_file(form))

    assert [[turn.speaker for turn in each.turns] for each in found] == [list(speakers) * 2] * 3
    assert shared_roles(found) == {speakers[0]: "asks", speakers[1]: "answers"}
    titles = [form.format(n=n).split("\n")[0] if form is not UNDATED else "" for n in (1, 2, 3)]
    assert [each.title for each in found] == titles


def test_a_short_interview_counts_as_well() -> None:
    text = (
        "".join(FINNISH.format(n=n) + "\n" for n in (1, 2))
        + "HAASTATTELU 3\nPäivä: 3.5.2026\nH: Miksi?\nV: En tiedä.\n"
    )
    assert [len(each.turns) for each in find_interviews(_lines(text))] == [4, 4, 2]


PARTS = """Part {n}

Ann: What did you do in the {n}. hour?
Bo: I waited {n} times.
Ann: Did it take {n} weeks?
Bo: It did.
"""


@pytest.mark.parametrize("form", [PARTS, PARTS.replace("Part", "Kapitel")], ids=["English", "German"])
def test_parts_of_one_interview_are_one_talk(form: str) -> None:
    words = ("first", "second", "third")
    text = "\n".join(
        form.format(n=n).replace(f"{n}. hour", f"{words[n - 1]} hour").replace(f"{n} weeks", f"{words[n - 1]} weeks")
        for n in (1, 2, 3)
    )
    assert len(find_interviews(_lines(text))) == 1
