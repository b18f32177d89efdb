"""Scales of languages without a list of words: by how their answers are built, and only where they are built so."""

from __future__ import annotations

import pytest

from persona.questionnaire.scales import order_words, with_both_ends
from tests.questionnaires import cells, columns, notes, read

SCALES = """
전혀 동의하지 않음|동의하지 않음|보통|동의함|매우 동의함
Πολύ δυσαρεστημένος|Δυσαρεστημένος|Ούτε/ούτε|Ικανοποιημένος|Πολύ ικανοποιημένος
Πολύ δυσαρεστημένος|Δυσαρεστημένος|Ούτε δυσαρεστημένος ούτε ικανοποιημένος|Ικανοποιημένος|Πολύ ικανοποιημένος
ļoti neapmierināts|neapmierināts|neitrāli|apmierināts|ļoti apmierināts
Веома незадовољан|Незадовољан|Ни задовољан ни незадовољан|Задовољан|Веома задовољан
sijaridhika kabisa|sijaridhika|kawaida|naridhika|naridhika sana
Labai nepatenkintas|Nepatenkintas|Nei taip, nei ne|Patenkintas|Labai patenkintas
Zelo nezadovoljen|Nezadovoljen|Niti-niti|Zadovoljen|Zelo zadovoljen
Teljesen elégedetlen|Elégedetlen|Közömbös|Elégedett|Teljesen elégedett
Rotundne nespokojný|Nespokojný|Ani-ani|Spokojný|Veľmi spokojný
ไม่พอใจมาก|ไม่พอใจ|เฉยๆ|พอใจ|พอใจมาก
"""
BETWEEN = """
Erittäin tyytymätön|Melko tyytymätön|En tyytyväinen enkä tyytymätön|Melko tyytyväinen|Erittäin tyytyväinen
Foarte nemulțumit|Mai degrabă nemulțumit|Nici mulțumit, nici nemulțumit|Mai degrabă mulțumit|Foarte mulțumit
Πολύ δυσαρεστημένη|Μάλλον δυσαρεστημένη|Ούτε ικανοποιημένη ούτε δυσαρεστημένη|Μάλλον ικανοποιημένη|Πολύ ικανοποιημένη
Дуже незадоволений|Скоріше незадоволений|Ні задоволений, ні незадоволений|Скоріше задоволений|Дуже задоволений
Sehr unzufrieden|Eher unzufrieden|Weder zufrieden noch unzufrieden|Eher zufrieden|Sehr zufrieden
"""
NO_SCALES = """
Coffee|Black coffee|Tea|Black tea|Water
Man|Young man|Woman|Young woman
Bus|Tram|Train|Night bus|Night train
Full-time student|Student|Full-time employee|Employee|Other
North|North east|South|South east|Centre
Employed|Self employed|Unemployed|Long-term unemployed|Retired
Windows|Windows 11|Mac|Mac OS|Linux
Office work|Work|Homework|Office homework
"""


def lines(text: str) -> list[tuple[str, ...]]:
    return [tuple(line.split("|")) for line in text.strip().splitlines()]


@pytest.mark.parametrize("steps", lines(BETWEEN), ids=lambda steps: steps[-1])
def test_what_names_both_sides_lies_between_them(steps: tuple[str, ...]) -> None:
    found = order_words({step: 5 + at for at, step in enumerate(steps)})

    assert found is not None
    assert (found.words, found.middle, found.higher_is) == (steps, None, "more")


@pytest.mark.parametrize("steps", lines(SCALES), ids=lambda steps: steps[-1])
def test_two_sides_and_what_strengthens_both_are_a_scale(steps: tuple[str, ...]) -> None:
    counts = {step: 5 + at for at, step in enumerate(steps)}
    found = order_words(dict(sorted(counts.items())))

    assert found is not None
    assert (found.words, found.outside, found.higher_is) == (steps, (), "more")


@pytest.mark.parametrize("options", lines(NO_SCALES), ids=lambda options: options[1])
def test_things_with_a_word_more_are_none(options: tuple[str, ...]) -> None:
    assert order_words(dict.fromkeys(options, 9)) is None


def test_what_lies_between_by_its_place_alone_is_asked_about() -> None:
    steps = ("Zelo nezadovoljen", "Nezadovoljen", "Nekako", "Zadovoljen", "Zelo zadovoljen")
    table = columns(Postrezba=cells(*steps), Cena=cells(*steps[1:]), note=notes())
    found = read(table)
    said = read(table, {"no_answer_codes": "no_answer"})

    assert [(doubt.id, doubt.default) for doubt in found.doubts] == [("no_answer_codes:postrezba", "answer")]
    assert [(q.scale.high, q.no_answer) for q in found.questions[:2] if q.scale] == [(5, ()), (5, ())]
    assert [(q.scale.high, q.no_answer) for q in said.questions[:2] if q.scale] == [(4, ("Nekako",)), (4, ("Nekako",))]


@pytest.mark.parametrize("told", ["Nimam izkušenj s tem", "Tega še nisem nikoli uporabil"])
def test_what_says_more_stands_outside(told: str) -> None:
    steps = ("Zelo nezadovoljen", "Nezadovoljen", told, "Zadovoljen", "Zelo zadovoljen")

    assert order_words(dict.fromkeys(steps, 9)) is None


@pytest.mark.parametrize(
    ("given", "end"),
    [
        ("Disagree|Neutral|Agree|Strongly agree", "Strongly disagree"),
        ("Dissatisfied|Satisfied|Very satisfied", "Very dissatisfied"),
        ("Insatisfait|Neutre|Satisfait|Très satisfait", "Très insatisfait"),
        ("不满意|一般|满意|非常满意", "非常不满意"),
        ("Nezadovoljen|Niti-niti|Zadovoljen|Zelo zadovoljen", "Zelo nezadovoljen"),
    ],
)
def test_the_end_that_nobody_chose_is_made_of_the_other_one(given: str, end: str) -> None:
    steps = tuple(given.split("|"))

    assert with_both_ends(steps) == (end, *steps)


def test_the_upper_end_may_be_the_one_that_nobody_chose() -> None:
    steps = ("Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied")

    assert with_both_ends(steps) == (*steps, "Very satisfied")


@pytest.mark.parametrize(
    "given",
    [
        "Poor|Fair|Good|Very good",  # its lower side has words of its own
        "Never|Sometimes|Often|Very often",
        "Not satisfied|Satisfied|Very satisfied",  # three steps up from none
        "Very dissatisfied|Dissatisfied|Neutral|Satisfied|Very satisfied",
        "Selten|Manchmal|Oft|Immer",
    ],
)
def test_a_scale_that_lacks_nothing_stays(given: str) -> None:
    assert with_both_ends(given.split("|")) == tuple(given.split("|"))


def test_counts_of_a_scale_with_an_end_that_nobody_chose() -> None:
    found = read(columns(q=cells("Disagree", "Neutral", "Agree", "Strongly agree"), note=notes())).questions[0]

    assert [(option.label, option.count) for option in found.options] == [
        ("Strongly disagree", 0),
        ("Disagree", 15),
        ("Neutral", 15),
        ("Agree", 15),
        ("Strongly agree", 15),
    ]
