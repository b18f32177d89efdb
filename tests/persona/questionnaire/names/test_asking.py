"""Questions are told without what a questionnaire puts around them."""

from __future__ import annotations

import pytest

from persona.questionnaire.names.asking import plainly


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("7) For what do you use it? (Check all that apply.)", "For what do you use it?"),
        ("Welche Werkzeuge nutzen Sie? Mehrfachnennungen möglich", "Welche Werkzeuge nutzen Sie?"),
        ("Quels outils utilisez-vous ? (plusieurs réponses possibles)", "Quels outils utilisez-vous ?"),
        ("Quels outils ? (plusieurs réponses possibles) :", "Quels outils ?"),
        ("Plusieurs réponses possibles :", "Plusieurs réponses possibles :"),
        ("Choix multiples possibles : Papier", "Papier"),
        ("Votre âge :", "Votre âge"),
        ("¿Qué usa? Marque todas las que correspondan.", "¿Qué usa?"),
        ("O que usa? Assinale todas as que se aplicam", "O que usa?"),
        ("使うもの（複数回答可）", "使うもの"),
        ("Please rate how much you like tea", "how much you like tea"),
        ("Do you agree with the following statement? Tea is good for me", "Tea is good for me"),
        ("likert2[a3]. [I am glad of my job]", "I am glad of my job"),
        ("ukrse3. How did you learn?", "How did you learn?"),
        ("Overall, how was it?", "How was it?"),
        ("What about tools? [Hammer]", "What about tools? [Hammer]"),
        ('Do you agree with the following statements (1 - no, 5 - yes): - "I know the team"', "I know the team"),
        ("“Easy to use”", "Easy to use"),
        ('"Ease" or "speed"', '"Ease" or "speed"'),
        ("Bewerten Sie die folgenden Aussagen. [ Er ist ein Abbild.]", "Er ist ein Abbild."),
        ("Overall. A word", "Overall. A word"),
        ("users_build_trust.pay_bills", "users build trust pay bills"),
        ("U.S.", "U.S."),
        ("Q5_1", "Q5_1"),
        ("3 things", "3 things"),
    ],
)
def test_a_question_reads_as_it_was_asked(written: str, told: str) -> None:
    assert plainly(written) == told
