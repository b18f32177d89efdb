"""The sentences of counted statements in the languages of questionnaires; to add a language, add its `Words`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, kw_only=True)
class Words:
    """One language; `{…}` is filled, nothing else of it is language."""

    answers: str
    chooses: str
    says_yes: str
    says_no: str
    is_in: str
    rates: str
    ranks: str
    first: str
    """What somebody puts first of all that were to be ranked."""
    rates_all: str
    gives: str
    less: str
    above: str
    below: str
    everyone: str
    of_base: str
    mean_of: str
    mean_of_any: str
    """Of several ratings: all answers of those who gave at least one."""
    weighted: str
    """Put behind the count of a share or mean that is weighted; the count itself stays one of people."""


ENGLISH = Words(
    answers="Answers “{option}” to “{question}”",
    chooses="Chooses “{option}” for “{question}”",
    says_yes="Says yes to “{question}”",
    says_no="Says no to “{question}”",
    is_in="Works as {role}",
    rates="Rates “{question}” {mean}",
    ranks="Puts “{question}” in place {mean} on average",
    first="Puts “{option}” first",
    rates_all="Rates {count} things about “{question}” {mean} on average",
    gives="Gives {mean} for “{question}” on average",
    less="{said} less often than others",
    above="{points} points above everyone",
    below="{points} points below everyone",
    everyone="everyone {value}",
    of_base="{count} of {base} who answered",
    mean_of="the mean of {base} who answered",
    mean_of_any="the mean of all answers of {base} who answered at least one",
    weighted="{count}, weighted",
)
WORDS: Mapping[str, Words] = MappingProxyType(
    {
        "en": ENGLISH,
        "de": Words(
            answers="Antwortet „{option}“ auf „{question}“",
            chooses="Wählt „{option}“ bei „{question}“",
            says_yes="Sagt Ja zu „{question}“",
            says_no="Sagt Nein zu „{question}“",
            is_in="Arbeitet als {role}",
            rates="Bewertet „{question}“ mit {mean}",
            ranks="Setzt „{question}“ im Mittel auf Platz {mean}",
            first="Setzt „{option}“ an die erste Stelle",
            rates_all="Bewertet {count} Fragen zu „{question}“ im Mittel mit {mean}",
            gives="Nennt bei „{question}“ im Mittel {mean}",
            less="{said}, seltener als andere",
            above="{points} Punkte mehr als alle",
            below="{points} Punkte weniger als alle",
            everyone="alle {value}",
            of_base="{count} von {base}, die geantwortet haben",
            mean_of="Mittel von {base}, die geantwortet haben",
            mean_of_any="Mittel aller Antworten von {base}, die mindestens eine gegeben haben",
            weighted="{count}; gewichtet",
        ),
        "fr": Words(
            answers="Répond « {option} » à « {question} »",
            chooses="Choisit « {option} » pour « {question} »",
            says_yes="Dit oui à « {question} »",
            says_no="Dit non à « {question} »",
            is_in="Travaille comme {role}",
            rates="Note « {question} » {mean}",
            ranks="Place « {question} » au rang {mean} en moyenne",
            first="Place « {option} » en premier",
            rates_all="Note {count} points de « {question} » {mean} en moyenne",
            gives="Donne {mean} en moyenne pour « {question} »",
            less="{said}, moins souvent que les autres",
            above="{points} points de plus que tous",
            below="{points} points de moins que tous",
            everyone="tous {value}",
            of_base="{count} sur {base} qui ont répondu",
            mean_of="moyenne de {base} qui ont répondu",
            mean_of_any="moyenne de toutes les réponses de {base} qui en ont donné au moins une",
            weighted="{count}, pondéré",
        ),
        "es": Words(
            answers="Responde «{option}» a «{question}»",
            chooses="Elige «{option}» en «{question}»",
            says_yes="Dice que sí a «{question}»",
            says_no="Dice que no a «{question}»",
            is_in="Trabaja como {role}",
            rates="Valora «{question}» con {mean}",
            ranks="Pone «{question}» en el lugar {mean} de media",
            first="Pone «{option}» en primer lugar",
            rates_all="Valora {count} puntos de «{question}» con {mean} de media",
            gives="Da {mean} de media en «{question}»",
            less="{said}, menos que los demás",
            above="{points} puntos más que todos",
            below="{points} puntos menos que todos",
            everyone="todos {value}",
            of_base="{count} de {base} que respondieron",
            mean_of="media de {base} que respondieron",
            mean_of_any="media de todas las respuestas de {base} que dieron al menos una",
            weighted="{count}, ponderado",
        ),
        "pt": Words(
            answers="Responde «{option}» a «{question}»",
            chooses="Escolhe «{option}» em «{question}»",
            says_yes="Diz que sim a «{question}»",
            says_no="Diz que não a «{question}»",
            is_in="Trabalha como {role}",
            rates="Avalia «{question}» com {mean}",
            ranks="Põe «{question}» no lugar {mean} em média",
            first="Põe «{option}» em primeiro lugar",
            rates_all="Avalia {count} pontos de «{question}» com {mean} em média",
            gives="Dá {mean} em média em «{question}»",
            less="{said}, menos do que os outros",
            above="{points} pontos acima de todos",
            below="{points} pontos abaixo de todos",
            everyone="todos {value}",
            of_base="{count} de {base} que responderam",
            mean_of="média de {base} que responderam",
            mean_of_any="média de todas as respostas de {base} que deram pelo menos uma",
            weighted="{count}, ponderado",
        ),
        "ja": Words(
            answers="「{question}」に「{option}」と答える",
            chooses="「{question}」で「{option}」を選ぶ",
            says_yes="「{question}」に「はい」と答える",
            says_no="「{question}」に「いいえ」と答える",
            is_in="職業は{role}",
            rates="「{question}」の評価は{mean}",
            ranks="「{question}」の順位は平均{mean}",
            first="「{option}」を1位にする",
            rates_all="「{question}」の{count}項目の評価は平均{mean}",
            gives="「{question}」は平均{mean}",
            less="{said}（他より少ない）",
            above="全体より{points}ポイント高い",
            below="全体より{points}ポイント低い",
            everyone="全体{value}",
            of_base="回答した{base}人中{count}人",
            mean_of="回答した{base}人の平均",
            mean_of_any="1つ以上に回答した{base}人の全回答の平均",
            weighted="{count}（加重）",
        ),
    }
)
"""By the code of a language, as phrasebooks have it."""
