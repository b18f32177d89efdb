"""Who asks and who answers: by what they are called, by how they speak, or by a person's word."""

from __future__ import annotations

import pytest

from persona.reading.talk.roles import Cast, Role, find_roles
from persona.reading.talk.turns import Turn

QUESTIONS = ("How do you plan?", "Why is that?", "What else helps?")
REPLIES = ("On paper, every Sunday.", "It is quick and it never breaks.", "A board in the kitchen.")


def said(*pairs: tuple[str, str]) -> list[Turn]:
    return [Turn(number, name, text) for number, (name, text) in enumerate(pairs, 1)]


def interview(asks: str, answers: str) -> list[Turn]:
    """Three questions with their replies."""
    return said(
        *(turn for pair in zip(QUESTIONS, REPLIES, strict=True) for turn in zip((asks, answers), pair, strict=False))
    )


def statements(one: str, other: str) -> list[Turn]:
    """A talk in which nobody asks anything, so that only names can tell."""
    return said((one, "Good morning."), (other, REPLIES[0]), (one, "I see."), (other, REPLIES[1]))


ASKERS = [
    *("Interviewer", "INTERVIEWER", "Interviewer 2", "Interviewer (Robin)", "Moderator", "Facilitator", "Researcher"),
    *("Host", "Assistant", "Chatbot", "Interviewerin", "Moderatorin", "Fragesteller", "Forscherin", "Entrevistador"),
    *("Entrevistadora", "Moderadora", "Enquêteur", "Enquêtrice", "Intervieweur", "Chercheuse", "Intervistatore"),
    *("Ricercatrice", "Pesquisador", "Onderzoeker", "Gespreksleider", "Intervjuare", "Haastattelija", "Badaczka"),
    *("Ankieter", "Tazatel", "Görüşmeci", "Araştırmacı", "Интервьюер", "Ведущая", "Інтерв'юер", "Ερευνήτρια"),
    *("المحاور", "מראיין", "साक्षात्कारकर्ता", "Pewawancara", "Người phỏng vấn", "インタビュアー", "聞き手", "司会者"),
    *("采访者", "主持人", "記者", "면접관", "진행자", "ผู้สัมภาษณ์"),
]


@pytest.mark.parametrize("name", ASKERS)
def test_a_word_for_those_who_ask_settles_it(name: str) -> None:
    assert find_roles(statements(name, "Dana Maker")) == Cast({name: "asks", "Dana Maker": "answers"}, sure=True)


ANSWERING = [
    *("Interviewee", "Participant 3", "Respondent", "Informant", "Customer", "Client", "User 7", "Subject", "Guest"),
    *("Interviewpartnerin", "Interviewter", "Befragte", "Teilnehmer 2", "Probandin", "Kunde", "Nutzerin"),
    *("Entrevistada", "Participante", "Enquêtée", "Interviewé", "Intervistato", "Partecipante", "Geïnterviewde"),
    *("Deelnemer", "Респондент", "Участница", "Badany", "Uczestnik", "Katılımcı", "المشارك", "משתתף", "回答者"),
    *("受访者", "参加者", "응답자", "참가자 2"),
]


@pytest.mark.parametrize("name", ANSWERING)
def test_a_word_for_those_who_answer_settles_it(name: str) -> None:
    found = find_roles(statements("Robin Berg", name))
    assert found == Cast({"Robin Berg": "asks", name: "answers"}, sure=True)


@pytest.mark.parametrize(
    ("asks", "answers"),
    [
        ("Q", "A"),
        ("I", "P"),
        ("I", "B1"),
        ("F", "A"),
        ("IV", "IP"),
        ("Int.", "Resp."),
        ("MOD", "P5"),
        ("M", "Ann"),
        ("Fac", "Ann"),
        ("問", "答"),
        ("문", "답"),
        ("AI", "Ann"),
        ("Bot", "Ann"),
        ("Speaker 1", "Speaker 2"),
        ("Robin", "Dana"),
        ("SPK_0", "SPK_1"),
    ],
)
def test_whoever_asks_questions_asks(asks: str, answers: str) -> None:
    assert find_roles(interview(asks, answers)) == Cast({asks: "asks", answers: "answers"}, sure=True)


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(("So how do you plan", "Tell me more", "And why"), id="spoken English without marks"),
        pytest.param(("Wie planen Sie das", "Erzählen Sie mal", "Und warum"), id="spoken German"),
        pytest.param(("Cómo planea", "Cuénteme", "Por qué"), id="spoken Spanish"),
        pytest.param(("Comment ça", "Racontez", "Pourquoi"), id="spoken French"),
        pytest.param(("どう思いますか。", "なぜですか。", "いつですか"), id="Japanese"),
        pytest.param(("你喜欢吗", "为什么呢？", "好吗。"), id="Chinese"),
        pytest.param(("어떻게 하시나요?", "왜 그럴까요", "좋습니까."), id="Korean"),
        pytest.param(("ทำไม", "ดีไหมครับ", "อย่างไร"), id="Thai"),
        pytest.param(("كيف؟", "لماذا؟", "متى؟"), id="Arabic"),
        pytest.param(("Πώς;", "Γιατί;", "Πότε;"), id="Greek"),
        pytest.param(("How is it? I mean here.", "Why? Tell me.", "When? And so on."), id="a word behind the mark"),
        pytest.param(('Did you say "why?"', "Is it so? ”", "Or (so?)"), id="quotes behind the mark"),
    ],
)
def test_questions_are_known_in_the_way_that_people_speak(texts: tuple[str, str, str]) -> None:
    turns = said(
        *(turn for pair in zip(texts, REPLIES, strict=True) for turn in zip(("Kim", "Jo"), pair, strict=False))
    )
    assert find_roles(turns) == Cast({"Kim": "asks", "Jo": "answers"}, sure=True)


def test_a_participant_who_asks_back_now_and_then_still_answers() -> None:
    turns = interview("Kim", "Jo") + said(("Jo", "Do you?"), ("Kim", "And the price?"), ("Jo", REPLIES[0]))
    assert find_roles(turns) == Cast({"Kim": "asks", "Jo": "answers"}, sure=True)


def test_where_both_ask_much_it_is_doubted() -> None:
    turns = said(("Kim", "How?"), ("Jo", "And you?"), ("Kim", "Why?"), ("Jo", "It is quick, I think, and you?"))
    found = find_roles(turns)
    assert (sorted(found.roles.values()), found.sure) == (["answers", "asks"], False)


def test_where_nobody_asks_the_one_of_few_words_does_in_doubt() -> None:
    assert find_roles(statements("Kim", "Jo")) == Cast({"Kim": "asks", "Jo": "answers"}, sure=False)


@pytest.mark.parametrize(
    ("name", "role"), [("Interviewer", "asks"), ("Robin", "answers"), ("P1", "answers"), ("Participant", "answers")]
)
def test_a_single_speaker_answers_unless_the_name_says_otherwise(name: str, role: Role) -> None:
    assert find_roles(said((name, "One."), (name, "Two."))) == Cast({name: role}, sure=True)


def test_when_all_are_called_interviewers_nobody_is_sure() -> None:
    found = find_roles(statements("Interviewer 1", "Interviewer 2"))
    assert found == Cast({"Interviewer 1": "answers", "Interviewer 2": "answers"}, sure=False)


def test_two_who_ask_in_a_group() -> None:
    turns = said(
        ("Mia", "How do you plan?"),
        ("P1", REPLIES[0]),
        ("P2", REPLIES[1]),
        ("Tom", "And you?"),
        ("P3", REPLIES[2]),
        ("Mia", "Why is that?"),
        ("P1", REPLIES[1]),
        ("Tom", "What else?"),
        ("P2", REPLIES[2]),
    )
    roles: dict[str, Role] = {"Mia": "asks", "P1": "answers", "P2": "answers", "Tom": "asks", "P3": "answers"}
    assert find_roles(turns) == Cast(roles, sure=True)


PASSING = [
    *("Unknown Speaker", "Unknown", "Unidentified", "Unidentified Speaker 2", "Unbekannt", "Unbekannter Sprecher"),
    *("Desconocido", "Inconnu", "Sconosciuto", "Неизвестный", "Crosstalk", "Multiple speakers", "All", "Everyone"),
    *("Recording", "Transcript", "Notes", "System", "Speaker ?", "不明", "未知"),
]


@pytest.mark.parametrize("name", PASSING)
def test_whom_nobody_knows_takes_no_part_in_the_talk_of_two(name: str) -> None:
    turns = [*interview("Kim", "Jo"), Turn(9, name, "(inaudible)")]
    assert find_roles(turns) == Cast({"Kim": "asks", "Jo": "answers", name: "passes_by"}, sure=True)


@pytest.mark.parametrize(
    ("name", "text", "role"),
    [
        pytest.param("Waiter", "Coffee.", "passes_by", id="a word of somebody else"),
        pytest.param("Waiter", "I bring coffee, and sugar, and all that I can think of now.", "answers", id="a speech"),
        pytest.param("Participant", "Yes.", "answers", id="a participant of one word"),
        pytest.param("Interviewer 2", "Yes?", "asks", id="a second interviewer of one word"),
    ],
)
def test_a_third_one_who_says_little_passes_by(name: str, text: str, role: Role) -> None:
    turns = [*interview("Kim", "Jo"), Turn(9, name, text)]
    assert find_roles(turns).roles[name] == role


def test_a_third_one_with_a_number_like_the_others_takes_part() -> None:
    turns = [*interview("P1", "P2"), Turn(9, "P3", "Yes.")]
    assert find_roles(turns).roles == {"P1": "asks", "P2": "answers", "P3": "answers"}


@pytest.mark.parametrize("chosen", [{"Kim": "answers", "Jo": "asks"}, {"Jo": "asks", "Kim": "answers", "Who?": "asks"}])
def test_a_persons_word_settles_it_and_others_are_not_known(chosen: dict[str, Role]) -> None:
    assert find_roles(statements("Kim", "Jo"), chosen) == Cast({"Kim": "answers", "Jo": "asks"}, sure=True)


def test_a_word_on_one_leaves_the_other_as_found() -> None:
    found = find_roles(interview("Kim", "Jo"), {"Jo": "passes_by"})
    assert found == Cast({"Kim": "asks", "Jo": "passes_by"}, sure=True)
    assert (found.those_who("asks"), found.those_who("answers"), found.those_who("passes_by")) == (["Kim"], [], ["Jo"])


@pytest.mark.parametrize("role", ["answers", "asks"])
def test_speakers_come_in_the_order_in_which_they_begin(role: Role) -> None:
    turns = said(*((name, f"{name} speaks of paper.") for name in ("Cleo", "Ann", "Bo") for _ in range(3)))
    chosen = dict.fromkeys(("Bo", "Ann", "Cleo"), role)
    assert find_roles(turns, chosen).those_who(role) == ["Cleo", "Ann", "Bo"]
