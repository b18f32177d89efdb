"""Talk as a table: which columns tell who speaks and what, where interviews begin, and what is no talk."""

from __future__ import annotations

import pytest

from persona.reading.talk.clock import read_times
from persona.reading.talk.tables import TalkColumns, find_talk_columns

ASKED = [
    "How do you plan your week?",
    "Why do you do it like this?",
    "And what would help you?",
    "Anything else to say?",
]
SAID = [
    "I do it all on paper.",
    "Because it is quick and cheap.",
    "A calendar that my wife sees.",
    "No, that was all of it.",
]


def talk(asker: str, answerer: str, first: int = 0, more: str = "") -> list[list[str]]:
    """Rows of a speaker, a time and a text."""
    rows = []
    for at, (question, answer) in enumerate(zip(ASKED, SAID, strict=True)):
        rows.append([asker, f"00:{first + at:02}:01", question + more])
        rows.append([answerer, f"00:{first + at:02}:31", answer + more])
    return rows


def test_speaker_time_and_text_are_talk_wherever_they_stand() -> None:
    rows = talk("Interviewer", "P 07")
    assert find_talk_columns(["Speaker", "Start", "Text"], rows) == TalkColumns(0, 2)
    turned = [[text, time, who] for who, time, text in rows]
    assert find_talk_columns(["Utterance", "At", "Who"], turned) == TalkColumns(2, 0)


@pytest.mark.parametrize(
    ("names", "rows", "found"),
    [
        (["Nr", "Sprecher", "Äußerung"], [["1", "I", ASKED[0]], ["2", "B", SAID[0]]] * 1, None),
        (
            ["Sprecher", "Äußerung"],
            [
                [who, text]
                for at in range(4)
                for who, text in (("I", f"Wie war das, Teil {at}?"), ("B", f"Gut war es, {at} mal."))
            ],
            TalkColumns(0, 1),
        ),
        (
            ["Hora", "Persona", "Texto"],
            [
                [f"{at}:0{k}", who, text]
                for at in range(4)
                for k, who, text in (
                    (1, "Entrevistadora", f"¿Cómo fue la semana {at}?"),
                    (5, "Lucía", f"Trabajé en casa {at} días."),
                )
            ],
            TalkColumns(1, 2),
        ),
        (
            ["話者", "発言"],
            [
                [who, text]
                for at in range(4)
                for who, text in (("聞き手", f"第{at}週はどうでしたか"), ("田中さん", f"家で仕事を{at}回しました。"))
            ],
            TalkColumns(0, 1),
        ),
        (
            ["start", "end", "speaker", "text"],
            [
                [f"{at * 9}.{k}", f"{at * 9 + k}.8", who, text]
                for at in range(4)
                for k, who, text in (
                    (0, "SPEAKER_00", f"So tell me about week {at}."),
                    (4, "SPEAKER_01", f"I worked {at} days at home."),
                )
            ],
            TalkColumns(2, 3),
        ),
    ],
    ids=["two turns", "German, without times", "Spanish", "Japanese", "of a recogniser"],
)
def test_talk_of_other_tools_and_languages(names: list[str], rows: list[list[str]], found: TalkColumns | None) -> None:
    assert find_talk_columns(names, rows) == found


def test_name_that_stands_only_where_it_changes_goes_on() -> None:
    rows = [["Mod", ASKED[0]], ["", "Take your time, please."], ["Ann", SAID[0]], ["Mod", ASKED[1]], ["Ann", SAID[1]]]
    assert find_talk_columns(["Speaker", "Text"], rows) == TalkColumns(0, 1)


@pytest.mark.parametrize("named", ["Interview", "Quelle", "site"])
def test_interviews_below_each_other_are_parted_where_the_clock_begins_anew(named: str) -> None:
    rows = [[f"int{n}", *row] for n in range(3) for row in talk("Int", "P", more=f" {n}")]
    assert find_talk_columns([named, "Speaker", "Time", "Text"], rows) == TalkColumns(1, 3, 0, (0, 8, 16))
    bare = [row[1:] for row in rows]
    assert find_talk_columns(["Speaker", "Time", "Text"], bare) == TalkColumns(0, 2, None, (0, 8, 16))


def test_chapters_of_one_interview_are_no_interviews() -> None:
    rows = [
        [chapter, *row] for n, chapter in enumerate(["Warm-up", "Work"]) for row in talk("Int", "P", n * 10, f" {n}")
    ]
    assert find_talk_columns(["Part", "Speaker", "Time", "Text"], rows) == TalkColumns(1, 3)


ROLES = ["Nurse", "Doctor", "Nurse", "Clerk", "Doctor", "Clerk", "Nurse", "Doctor"]


@pytest.mark.parametrize(
    ("names", "rows"),
    [
        (["Role", "Submitted", "Comment"], [[r, f"{9 + n}:05", f"{SAID[n % 4]} {n}"] for n, r in enumerate(ROLES)]),
        (["Name", "ID", "Comment"], [[r, str(n), f"{SAID[n % 4]} {n}"] for n, r in enumerate(ROLES)]),
        (
            ["Type", "Text"],
            [[k, f"{t} {n}"] for n in range(4) for k, t in (("Question", ASKED[n]), ("Answer", SAID[n]))],
        ),
        (["Role", "What would you ask us?"], [[r, f"{ASKED[n % 4]} {n}"] for n, r in enumerate(ROLES)]),
        (["Speaker", "Session", "Rating"], [[r, "Keynote", str(n % 5 + 1)] for n, r in enumerate(ROLES)]),
        (["Speaker of the talk", "Feedback"], [[r, f"{SAID[n % 4]} {n}"] for n, r in enumerate(ROLES)]),
        (
            ["Agent", "Created", "Ticket"],
            [[r, f"2024-05-0{n + 1} 10:00", f"{SAID[n % 4]} {n}"] for n, r in enumerate(ROLES)],
        ),
    ],
    ids=[
        "survey in order of the day",
        "survey",
        "questions and answers",
        "asked by all",
        "ratings",
        "feedback",
        "tickets",
    ],
)
def test_surveys_are_no_talk(names: list[str], rows: list[list[str]]) -> None:
    assert find_talk_columns(names, rows) is None


@pytest.mark.parametrize(
    ("cells", "seconds"),
    [
        (["0:01", "1:02:03", "1:02:04.5"], (1, 3723, 3724.5)),
        (["00:00:08 --> 00:00:12", "00:00:12 --> 00:00:20"], (8, 12)),
        (["2s", "1m 20s", "1 h 2 min"], (2, 80, 3720)),
        (["9:10", "8:10", "7:10", "8:30"], None),
        (["a", "b"], None),
    ],
)
def test_times_rise_from_row_to_row(cells: list[str], seconds: tuple[float, ...] | None) -> None:
    found = read_times(cells)
    assert (found.seconds if found else None) == seconds
