"""Subjects: conversations are about what nearly all are asked about and speak of; other answers have none."""

from __future__ import annotations

from persona.writing.subjects import subject_of
from persona.writing.words import Stemmer
from tests.answers import unit


def test_conversations_are_about_what_all_are_asked_and_speak_of() -> None:
    asked = "How do robots help you?"
    talk = [
        unit(text, row=row, question=asked)
        for row, text in enumerate(("My robot paints walls", "A robot cooks soup", "robots drive me home"), start=1)
    ]
    for each in talk:
        each.talk = True
        each.stems = Stemmer().stems(each.words, "en")
    assert subject_of(talk, Stemmer()) == {"robot"}


def test_other_answers_have_no_subject() -> None:
    assert subject_of([unit("My robot paints walls")], Stemmer()) == frozenset()
