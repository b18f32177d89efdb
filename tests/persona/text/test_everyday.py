"""Words that hold a sentence together name no topic, whatever its language; those that people speak of do."""

from __future__ import annotations

import pytest

from persona.text.encoder import sentence_encoder
from persona.text.everyday import COMMON, is_everyday, values


@pytest.mark.parametrize(
    "words",
    [
        "each otherwise really time great",
        "jede sonst immer jetzt",
        "siempre cada",
        "toujours chaque vraiment",
        "sempre",
    ],
)
def test_what_holds_a_sentence_together_is_everyday(words: str) -> None:
    assert {word: is_everyday(word) for word in words.split()} == dict.fromkeys(words.split(), True)


@pytest.mark.parametrize(
    "words",
    [
        "parking nurses battery documentation price",
        "anmeldung druckfunktion preise öffnungszeiten",
        "aplicación atención envío",
        "connexion accueil",
        "料金 atendimento xqzv",
    ],
)
def test_what_people_speak_of_is_not(words: str) -> None:
    assert {word: is_everyday(word) for word in words.split()} == dict.fromkeys(words.split(), False)


def test_a_word_is_told_by_its_meaning_and_how_common_it_is() -> None:
    found = values(["bread", "jede"])

    assert found.shape == (2, sentence_encoder().word_size + 1)
    assert found[:, -1].tolist() == [sentence_encoder().commonness(word) for word in ("bread", "jede")]
    assert values([]).shape == (0, sentence_encoder().word_size + 1)


@pytest.mark.parametrize(
    ("everyday", "topic"),
    [("always", "queue"), ("immer", "schlange"), ("toujours", "parking"), ("siempre", "fila"), ("quindi", "coda"),
     ("потому", "очередь"), ("between", "bread"), ("like", "pain")],
)  # fmt: skip
def test_beside_each_other_the_one_holds_and_the_other_names(everyday: str, topic: str) -> None:
    assert (is_everyday(everyday), is_everyday(topic)) == (True, False)


def test_a_common_word_is_everyday_whatever_it_means() -> None:
    common = sentence_encoder().commonness

    assert common("great") >= COMMON > common("parking")
    assert is_everyday("great")
