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
    "a greeting in a long text": (f"Regards\n{SAID}", [f"Regards\n{SAID}"]),
}


@pytest.mark.parametrize("name", CELLS)
def test_only_what_somebody_wrote_is_left_and_places_stay_true(name: str) -> None:
    cell, wanted = CELLS[name]
    assert [cell[start:end] for start, end in own_words(cell, 0, len(cell))] == wanted
