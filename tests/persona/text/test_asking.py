"""What a question asks for, in wordings that the model was not taught, and where it decides nothing."""

from __future__ import annotations

import json
from itertools import chain

import numpy as np
import pytest

from persona.text.asking import ASKED, asking
from training.labelled import OURS

ORDINARY = {
    "frustration": (
        "What stops you from taking the ferry?",
        "What do you dislike about the library?",
        "What annoys you about the new tram line?",
        "Which obstacles did you meet?",
        "Was hindert Sie am Radeln zur Arbeit?",
        "Was stört Sie an der Wohnung?",
        "Was hat Ihnen im Museum nicht gefallen?",
        "Qu'est-ce qui vous empêche de prendre le bus ?",
        "¿Qué le molesta de la tienda?",
        "Que problemas teve com a encomenda?",
        "Co Pana denerwuje w aplikacji?",
        "Jaké problémy jste měli s objednávkou?",
        "Vilka problem hade du med bokningen?",
        "Mitä ongelmia sinulla oli tilauksessa?",
    ),
    "delight": (
        "What do you like about the library?",
        "What did you enjoy at the festival?",
        "Was hat Ihnen im Museum gefallen?",
        "Qu'avez-vous aimé au musée ?",
        "¿Qué le gustó del museo?",
        "O que mais gosta na biblioteca?",
        "Co podobało się w muzeum?",
        "Co se vám v muzeu líbilo?",
        "Vad var bra med resan?",
        "Mi tetszett a múzeumban?",
    ),
    "need": (
        "What should the library improve?",
        "What would you change about the tram?",
        "What are you missing in the app?",
        "Was sollte das Museum verbessern?",
        "Que devrait améliorer le musée ?",
        "¿Qué debería mejorar el museo?",
        "O que devemos melhorar na biblioteca?",
        "Co należałoby poprawić w muzeum?",
        "Co bychom měli v muzeu zlepšit?",
        "Vad kan museet förbättra?",
        "Mitä museon pitäisi parantaa?",
        "博物館の改善してほしい点",
    ),
    "behaviour": ("What do you use the library for?", "Wofür nutzen Sie die Bibliothek?"),
    "motivation": ("Why did you choose this museum?", "Pourquoi avez-vous choisi ce musée ?"),
    "none": ("Subject of your mail", "Weitere Anmerkungen", "Autres commentaires", "Any other remarks?"),
}


def test_the_model_was_not_taught_these() -> None:
    stored = json.loads((OURS / "questions.json").read_text(encoding="utf-8"))
    taught = {text for by in stored.values() for texts in by.values() for text in texts}

    assert taught & set(chain.from_iterable(ORDINARY.values())) == set()


def test_ordinary_wordings_ask_for_what_they_ask() -> None:
    asked = [(kind, text) for kind, texts in ORDINARY.items() for text in texts]
    found = asking().chances([text for _, text in asked]).argmax(1)

    wrong = [
        (text, ASKED[best]) for (kind, text), best in zip(asked, found.tolist(), strict=True) if ASKED[best] != kind
    ]

    assert len(asked) == 44
    assert len(wrong) <= 3, wrong


@pytest.mark.parametrize(
    "question",
    [
        "What problems is Ledgerly solving and how is that benefiting you?",
        "Which problems does the scheduler solve for you?",
        "Welche Probleme löst das Programm für Sie und was bringt es Ihnen?",
        "Quels problèmes résolvez-vous avec l'outil et qu'y gagnez-vous ?",
    ],
)
def test_what_a_product_solves_is_no_trouble_with_it(question: str) -> None:
    chances = asking().chances([question])[0]

    assert ASKED[int(chances.argmax())] == "benefit"
    assert chances[ASKED.index("frustration")] < 0.2


def test_the_same_chances_alone_and_among_others() -> None:
    every = [text for texts in ORDINARY.values() for text in texts]

    together = asking().chances(every)

    assert together.sum(1) == pytest.approx(1, abs=1e-5)
    assert np.allclose(together[3], asking().chances(every[3:4])[0], atol=1e-6)
