"""A survey as wide as the one that the check page was drawn for: 118 columns that are 63 questions."""

from __future__ import annotations

import csv
import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COLUMNS, QUESTIONS = 118, 63
_PEOPLE = 60
_SETS = {  # several columns each, one question
    "Which of these do you use to plan meals?": [
        "Paper",
        "Calendar",
        "App",
        "Notes",
        "Whiteboard",
        "Chat",
        "Memory",
        "Mails",
    ],
    "Which of these shops do you visit?": [
        "Market",
        "Bakery",
        "Discounter",
        "Butcher",
        "Farm",
        "Online",
        "Kiosk",
        "Garage",
    ],
    "Which of these have you tried before?": [
        "Kits",
        "Delivery",
        "Batches",
        "Freezing",
        "Swaps",
        "Plans",
        "Courses",
        "Books",
    ],
    "Who eats with you in the week?": [
        "Partner",
        "Children",
        "Parents",
        "Friends",
        "Flatmates",
        "Guests",
        "Nobody",
        "Carers",
    ],
    "What do you cook with at home?": [
        "Oven",
        "Hob",
        "Microwave",
        "Grill",
        "Wok",
        "Kettle",
        "Fryer",
        "Steamer",
        "Toaster",
    ],
}
_BATTERIES = {
    "How much do you agree?": [f"I {what}" for what in ("plan", "cook", "waste little", "shop late", "try new dishes")]
    + [f"I {what}" for what in ("read labels", "watch prices", "cook for days", "share the work", "enjoy leftovers")],
    "Marks for your shop": [
        "Choice",
        "Price",
        "Freshness",
        "Distance",
        "Hours",
        "Staff",
        "Parking",
        "Queues",
        "Light",
        "Music",
        "Trolleys",
    ],
}
_AGREE = ("Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree")
_OPEN = ("annoys you most about planning meals", "would help you on busy evenings", "did you throw away last week")
_TOPICS = ("breakfast", "lunch", "dinner", "snacks", "coffee", "fruit", "bread", "fish", "meat", "cheese", "rice")
_MORE = ("soup", "salad", "sweets", "spices", "frozen food", "tinned food", "nuts", "oil")
_EVER = ("Do you have a chronic illness?", "Which trade union are you a member of?", "How did you hear of us?")
_WHERE = ("at home", "at work", "on the way", "at a friend's", "in a café")
_NUMBERS = ("minutes do you cook on a weekday", "people do you cook for", "meals do you plan a week")
_MONEY = ("euros do you spend on food a week", "kilometres is your shop away", "recipes do you know by heart")
_TIMES = ("times do you eat out a month", "fridges do you have", "cookbooks do you own")


def wide_survey(path: Path) -> Path:
    """Write the survey."""
    rng = random.Random(118)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(_headings())
        writer.writerows(list(_answers(number, rng)) for number in range(1, _PEOPLE + 1))
    return path


def _headings() -> list[str]:
    sets = [f"{asked} [{item}]" for asked, items in (_SETS | _BATTERIES).items() for item in items]
    alone = [f"Where do you mostly eat {topic}?" for topic in (*_TOPICS, *_MORE)]
    often = [f"Do you ever buy {topic} twice by mistake?" for topic in (*_TOPICS, *_MORE)]
    numbers = [f"How many {what}?" for what in (*_NUMBERS, *_MONEY, *_TIMES)]
    return [
        "Response ID",
        "Start time",
        "End time",
        *sets,
        *[f"What {what}?" for what in _OPEN],
        *alone,
        *often,
        *numbers,
        *_EVER,
    ]


def _answers(number: int, rng: random.Random) -> Iterator[object]:
    minute = number % 50 + 10
    yield from (
        9000 + number * 7,
        f"2026-03-{number % 27 + 1:02} 10:{minute}",
        f"2026-03-{number % 27 + 1:02} 11:{minute}",
    )
    for items in _SETS.values():
        yield from (rng.choice(("Yes", "No")) for _ in items)
    agree, satisfied = _BATTERIES.values()
    yield from (rng.choice(_AGREE) for _ in agree)
    yield from (rng.randint(1, 5) for _ in satisfied)
    for what in _OPEN:
        yield f"It is dish {number} that {rng.choice(_TOPICS)} makes hard: I never know what {what}, and it costs time."
    for _ in (*_TOPICS, *_MORE):
        yield rng.choice(_WHERE)
    for _ in (*_TOPICS, *_MORE):
        yield rng.choice(("Often", "Now and then", "Hardly", "I never buy it"))
    for _ in (*_NUMBERS, *_MONEY, *_TIMES):
        yield rng.randint(1, 90)
    yield from (
        rng.choice(("Yes", "No")),
        rng.choice(("None", "Teachers", "Metal")),
        rng.choice(("Friends", "Radio", "A poster")),
    )
