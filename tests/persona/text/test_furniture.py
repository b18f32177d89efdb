from __future__ import annotations

import pytest

from persona.text.furniture import own_words

SAID = "The export is slow and I lose my work."
CELLS = {
    "nothing to take away": (SAID, [SAID]),
    "tags": (f"<p>{SAID}</p><br/><b>Please</b> mend it.", [SAID, "Please", " mend it."]),
    "styles": (f"<style>p {{color: red}}</style>{SAID}", [SAID]),
    "blanks": (f"{SAID}&nbsp;Thanks", [SAID, "Thanks"]),
    "less than": ("It takes 3 < 5 minutes & more", ["It takes 3 < 5 minutes & more"]),
    "handle": (f"@AcmeHelp: {SAID}", [f" {SAID}"]),
    "an address is no handle": ("Write to me@example.org", ["Write to me@example.org"]),
    "signature": (f"{SAID}\n\nBest regards,\nDana Maker\nAcme Inc.", [f"{SAID}\n\n"]),
    "German signature": (f"{SAID}\nMit freundlichen Grüßen\nDana", [f"{SAID}\n"]),
    "phone": (f"{SAID}\nSent from my iPhone", [f"{SAID}\n"]),
    "dashes": (f"{SAID}\n-- \nDana, Acme", [f"{SAID}\n"]),
    "quoted lines": (f"{SAID}\n> How are you?\n> Anna\nThanks", [f"{SAID}\n", "\nThanks"]),
    "answered mail": (f"{SAID}\nOn Mon, 3 May 2024 at 10:00, Help <a@b.c> wrote:\nHow are you?", [f"{SAID}\n"]),
    "German answer": (f"{SAID}\nAm 3. Mai 2024 um 10:00 schrieb Hilfe:\nWie geht es?", [f"{SAID}\n"]),
    "head of a mail": (f"{SAID}\nFrom: Help\nSent: Monday\nHow are you?", [f"{SAID}\n"]),
    "disclaimer": (f"{SAID}\nThis e-mail is confidential and intended for you only.", [f"{SAID}\n"]),
    "blank": (" \t\n", []),
    "nothing": ("", []),
    "scripts": (f"Hi <script>x()</script>{SAID}", ["Hi ", SAID]),
    "a note in the markup": (f"{SAID}<!-- a note -->", [SAID]),
    "marks of a forum": (f"{{quote}}{SAID}{{quote}}", [SAID]),
    "several handles": (f"mail @acme and @b1: {SAID}", ["mail ", " and ", f" {SAID}"]),
    "a line": (f"{SAID}\n_____\nDana", [f"{SAID}\n"]),
    "a shorter line": (f"{SAID}\n____\nDana", [f"{SAID}\n____\nDana"]),
    "a cheerful end": (f"{SAID}\nCheers, Dana", [f"{SAID}\n"]),
    "French signature": (f"{SAID}\nCordialement", [f"{SAID}\n"]),
    "Spanish signature": (f"{SAID}\nUn cordial saludo", [f"{SAID}\n"]),
    "German phone": (f"{SAID}\nGesendet von meinem iPhone", [f"{SAID}\n"]),
    "much behind a greeting": (f"{SAID}\nRegards\n{SAID * 20}", [f"{SAID}\nRegards\n{SAID * 20}"]),
    "forwarded": (f"{SAID}\n-----Original Message-----\nold", [f"{SAID}\n"]),
    "quoted as a page has it": (f"{SAID}\n&gt; old", [f"{SAID}\n"]),
    "below a quote": (f"> old\n{SAID}", [f"\n{SAID}"]),
    "above a ticket": (f"{SAID}\n##- Please reply above this line -##\nold", [f"{SAID}\n"]),
    "only an answered mail": (f"On Mon, 3 May 2024, Help wrote:\n{SAID}", [f"On Mon, 3 May 2024, Help wrote:\n{SAID}"]),
    "more and less": ("a < b and c > d", ["a < b and c > d"]),
    "a greeting in a long text": (f"Regards\n{SAID}", [f"Regards\n{SAID}"]),
}


@pytest.mark.parametrize("name", CELLS)
def test_only_what_somebody_wrote_is_left_and_places_stay_true(name: str) -> None:
    cell, wanted = CELLS[name]
    assert [cell[start:end] for start, end in own_words(cell, 0, len(cell))] == wanted


CELL = "Why <b>one</b>? And <i>two</i> three"


@pytest.mark.parametrize(
    ("start", "end", "wanted"),
    [
        (0, len(CELL), ["Why ", "one", "? And ", "two", " three"]),
        (CELL.index("And"), len(CELL), ["And ", "two", " three"]),
        (0, CELL.index("?"), ["Why ", "one"]),
        (4, 7, []),
        (5, 5, []),
    ],
)
def test_only_the_asked_part_of_a_cell_is_looked_through(start: int, end: int, wanted: list[str]) -> None:
    assert [CELL[first:last] for first, last in own_words(CELL, start, end)] == wanted
