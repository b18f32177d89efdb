"""A survey full of personal data, in columns of its own and inside answers; all of it is made up."""

from __future__ import annotations

import csv
import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FIRST = ("Marisol", "Tadeusz", "Ingrid", "Kwame", "Saoirse", "Rajesh", "Yuki", "Bogdan", "Leocadia", "Farouk")
LAST = ("Quintero", "Wisniewski", "Halvorsen", "Mensah", "Gallagher", "Iyer", "Tanaka", "Petrescu", "Almeida", "Haddad")
ROWS = 200
GOALS = (
    "I want to plan my week without asking {first} for help every morning.",
    "My name is {first} {last} and I need one list for all my appointments.",
    "I would like to share the schedule with my manager {other} before noon.",
    "I want reminders for every deadline, write to {mail} when you have them.",
    "I want to see at a glance what my team works on today.",
    "I need to move appointments quickly, call me on {phone} if that is possible.",
)
TROUBLES = (
    "The calendar loses my changes and nobody tells me about it.",
    "I have to type everything twice, as {first} {last} can confirm.",
    "Search never finds the meeting I look for, my number is {phone}.",
    "It sends invitations to {mail} although I have a new address.",
    "My colleague {other} overwrites my entries all the time.",
    "It is slow in the morning when everybody logs in.",
)


def _person(number: int) -> dict[str, str]:
    first, last = FIRST[number % 10], LAST[number // 10 % 10]
    other = FIRST[(number + 3) % 10]
    mail = f"{first}.{last}{number}@example-mail.org".lower()
    return {"first": first, "last": last, "other": other, "mail": mail, "phone": f"+44 20 7946 {1000 + number}"}


_PEOPLE = [_person(number) for number in range(ROWS)]
PLANTED = {
    "e-mail addresses": tuple(person["mail"] for person in _PEOPLE),
    "telephone numbers": tuple(person["phone"] for person in _PEOPLE),
    "names": (*FIRST, *LAST),
}


def private_survey(path: Path) -> Path:
    """Write the survey."""
    rng = random.Random(5)
    with path.open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(["Name", "Email", "Phone", "Role", "What do you want to reach?", "What gets in your way?"])
        for person in _PEOPLE:
            own = [f"{person['first']} {person['last']}", person["mail"], person["phone"]]
            said = [rng.choice(GOALS).format(**person), rng.choice(TROUBLES).format(**person)]
            out.writerow([*own, rng.choice(["Nurse", "Teacher", "Planner"]), *said])
    return path
