"""However a tool writes a talk, it is one respondent, and nothing but words is in what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona.exceptions import DataError
from persona.models import Speaker
from persona.text.transcripts import spoken
from tests.persona.reading.talk.layouts import ANSWERS, ASKS, LAYOUTS, TALK, Talk, document, lines, many

if TYPE_CHECKING:
    from tests.persona.reading.conftest import Reader

SAID = [text for name, text in TALK.said if name == ANSWERS]


def answers_in(cell: str) -> list[str]:
    """What a writer may quote of a cell."""
    return [cell[part.start : part.end].strip() for part in spoken(cell)]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_talk_is_one_respondent_in_every_layout(read: Reader, layout: str) -> None:
    name, write = LAYOUTS[layout]
    found = read(write(TALK), name=name)
    assert found.report.speakers == (Speaker(name=ASKS, role="asks"), Speaker(name=ANSWERS, role="answers"))
    assert [(who, answers_in(cell)) for who, cell in found.rows] == [("talk", SAID)]
    assert found.rows[0][1] == "\n\n".join(
        f"{name} (interviewer): {text}" if name == ASKS else f"{name}: {text}" for name, text in TALK.said
    )


TONGUES = {
    "German": (
        "I",
        "B",
        ["Wie planen Sie?", "Auf Papier.", "Und dann?", "Ich kaufe Milch.", "Warum?", "Weil sie fehlt."],
    ),
    "Spanish": ("E", "P1", ["¿Cómo planea?", "En papel.", "¿Y luego?", "Compro leche.", "¿Por qué?", "Me falta."]),
    "Japanese": (
        "聞き手",
        "田中",
        ["予定はどう立てますか。", "紙に書きます。", "なぜですか。", "早いからです。", "他には。", "特にありません。"],
    ),
    "Chinese": ("采访者", "受访者1", ["你怎么计划？", "写在纸上。", "为什么？", "因为快。", "还有呢？", "没有了。"]),
    "Korean": (
        "면접관",
        "참가자",
        ["어떻게 계획하시나요?", "종이에 씁니다.", "왜요?", "빨라서요.", "또 있나요?", "없습니다."],
    ),
    "Thai": ("ผู้สัมภาษณ์", "ผู้ให้สัมภาษณ์", ["คุณวางแผนอย่างไร", "เขียนลงกระดาษ", "ทำไม", "มันเร็วดี", "มีอะไรอีกไหม", "ไม่มีแล้ว"]),
    "Arabic": ("المحاور", "سارة", ["كيف تخططين؟", "على الورق.", "لماذا؟", "لأنه سريع.", "وماذا بعد؟", "لا شيء."]),
    "Hebrew": ("מראיין", "דנה", ["איך את מתכננת?", "על נייר.", "למה?", "כי זה מהיר.", "ועוד?", "זהו."]),
    "Russian": ("Интервьюер", "Анна", ["Как вы планируете?", "На бумаге.", "Почему?", "Это быстро.", "Ещё?", "Нет."]),
    "Turkish": ("Görüşmeci", "K1", ["Nasıl planlıyorsunuz?", "Kağıtta.", "Neden?", "Hızlı.", "Başka?", "Yok."]),
    "letters": ("Q", "A", ["How do you plan?", "On paper.", "Why so?", "It is quick.", "Else?", "No."]),
    "names only": ("Eva", "Jo", ["How do you plan?", "On paper.", "Why so?", "It is quick.", "Else?", "No."]),
}


@pytest.mark.parametrize("tongue", TONGUES)
@pytest.mark.parametrize("turn", ["{name}: {text}", "[{name}] {text}\n"])
def test_who_asks_is_found_in_every_tongue(read: Reader, tongue: str, turn: str) -> None:
    asks, answers, texts = TONGUES[tongue]
    talk = Talk(tuple(zip([asks, answers] * 3, texts, strict=True)))
    found = read(lines(talk, turn), name="talk.txt")
    assert [(speaker.name, speaker.role) for speaker in found.report.speakers] == [(asks, "asks"), (answers, "answers")]
    assert [answers_in(cell) for _, cell in found.rows] == [texts[1::2]]


def test_numbered_questions_and_answers_are_two_speakers(read: Reader) -> None:
    found = read(lines(TALK.named("Q{n}", "A{n}"), "{name}: {text}\n").replace("{n}", "1"), name="talk.txt")
    assert [answers_in(cell) for _, cell in found.rows] == [SAID]


def test_passers_by_and_stage_directions_belong_to_nobody(read: Reader) -> None:
    said = [*TALK.said[:3], ("Waiter", "Coffee?"), ("Unknown Speaker", "Is this free?"), *TALK.said[3:]]
    found = read("(recording starts)\n\n" + many(said) + "[phone rings]\n\n[End of recording]\n", name="talk.txt")
    assert [answers_in(cell) for _, cell in found.rows] == [SAID]


def test_a_name_in_capitals_or_with_pronouns_is_the_same_person(read: Reader) -> None:
    said = [
        (name.upper() if n == 1 else f"{name} (she/her)" if n == 3 else name, text)
        for n, (name, text) in enumerate(TALK.said)
    ]
    assert len(read(many(said), name="talk.txt").rows) == 1


def test_two_who_ask_and_three_who_answer(read: Reader) -> None:
    said = [
        ("Mia", "How do you plan?"),
        ("P1", "On paper."),
        ("P2", "Not at all."),
        ("Tom", "And you?"),
        ("P3", "In my head."),
    ]
    said += [("Mia", "Why is that?"), ("P1", "It is quick."), ("Tom", "What else helps?"), ("P2", "Nothing does.")]
    found = read(many(said), name="group.txt")
    assert [(who, answers_in(cell)) for who, cell in found.rows] == [
        ("group, P1", ["On paper.", "It is quick."]),
        ("group, P2", ["Not at all.", "Nothing does."]),
        ("group, P3", ["In my head."]),
    ]


def test_who_asks_is_doubted_where_nobody_does_and_a_word_settles_it(read: Reader) -> None:
    said = [
        ("Jo", "I am here."),
        ("Kim", "I plan on paper, always on Sunday."),
        ("Jo", "I see."),
        ("Kim", "It is quick."),
    ]
    found = read(many(said), name="talk.txt")
    assert found.report.speakers == (
        Speaker(name="Jo", role="asks", sure=False),
        Speaker(name="Kim", role="answers"),
    )
    told = read(many(said), name="talk.txt", speakers=(("Jo", "answers"), ("Kim", "asks")))  # type: ignore[arg-type]
    assert [answers_in(cell) for _, cell in told.rows] == [["I am here.", "I see."]]


@pytest.mark.parametrize("name", ["talk.vtt", "talk.txt", "talk.csv"])
def test_subtitles_without_speakers_are_refused_in_one_sentence(read: Reader, name: str) -> None:
    with pytest.raises(DataError) as told:
        read("WEBVTT\n\n" + lines(TALK, "{time}.790 --> {until}.514\n{text}\n"), name=name)
    assert told.value.code == "transcript_without_speakers"
    assert told.value.message == (
        f"“{name}” is a transcript that does not say who speaks: questions and answers cannot be told apart."
    )


@pytest.mark.parametrize(
    "text",
    [
        "What I liked:\nthe price\nthe staff\n\nWhat I did not:\nthe queue\nthe toilets\n",
        "Yes\nThe price is right and the staff are kind\nNo\nIt took too long and nobody cared about us\nMaybe\nFine\n",
        "Meet at 10:30\nBring paper\n\nMeet at 11:00\nBring pens\n",
    ],
    ids=["lists", "answers", "times"],
)
def test_other_texts_stay_texts(read: Reader, text: str) -> None:
    assert read(text, name="notes.txt").report.kind == "text" or read(text, name="notes.txt").report.kind == "csv"


def test_a_document_with_an_interview_under_each_heading(read: Reader) -> None:
    talk = [f"{name}: {text}" for name, text in TALK.said]
    found = read(document(["Entrevista 1", *talk, "Entrevista 2", *talk]), name="all.docx")
    assert [(who, answers_in(cell)) for who, cell in found.rows] == [("Entrevista 1", SAID), ("Entrevista 2", SAID)]


@pytest.mark.parametrize(
    ("asks", "answers"),
    [("Pergunta", "Resposta"), ("Question", "Answer"), ("Frage", "Antwort"), ("Pregunta", "Respuesta")],
)
def test_numbered_questions_and_their_answers_are_one_interview(read: Reader, asks: str, answers: str) -> None:
    said = [("How do you plan?", "On paper."), ("And then?", "I buy milk."), ("Why so?", "It is quick.")]
    text = "\n\n".join(f"{asks} {at}: {one}\n{answers}:\n{other}" for at, (one, other) in enumerate(said, 1))
    found = read(f"{text}\n", name="talk.txt")

    assert [(who, answers_in(cell)) for who, cell in found.rows] == [("talk", [other for _, other in said])]
    assert [(speaker.name, speaker.role) for speaker in found.report.speakers] == [(asks, "asks"), (answers, "answers")]
