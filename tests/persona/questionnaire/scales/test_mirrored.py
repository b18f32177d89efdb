"""Scales of languages without a list of words: by how their answers are built, and only where they are built so."""

from __future__ import annotations

import pytest

from persona.questionnaire.scales import order_words, with_both_ends
from persona.questionnaire.scales.mirrored import middle_of
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


@pytest.mark.parametrize(
    ("words", "end"),
    [
        (("Disagree", "Neutral", "Agree", "Strongly agree"), "Strongly disagree"),
        (("Unzufrieden", "Weder noch", "Zufrieden", "Sehr zufrieden"), "Sehr unzufrieden"),
        (("Unzufrieden", "Neutral", "Zufrieden", "Sehr zufrieden"), "Sehr unzufrieden"),
        (("Insatisfait", "Satisfait", "Très satisfait"), "Très insatisfait"),
        (("Not satisfied", "Satisfied", "Very satisfied"), ""),  # may be a lowest step
        (("Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied"), ""),
        (("Low", "Medium", "High"), ""),
        (("Satisfied", "satisfied ", "Very satisfied"), ""),
    ],
)
def test_a_lowest_step_that_nobody_chose_is_made_of_the_other_side(words: tuple[str, ...], end: str) -> None:
    assert with_both_ends(words) == ((end, *words) if end else words)


def test_a_highest_step_is_made_so_too() -> None:
    chosen = ("Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied")

    assert with_both_ends(chosen) == (*chosen, "Very satisfied")


PLACES = {"awful": -1.0, "poor": -0.5, "good": 0.5, "great": 1.0}


@pytest.mark.parametrize(
    ("beside", "places", "middle"),
    [
        (["meh"], PLACES, "meh"),
        (["ani dobre ani zle"], PLACES, "ani dobre ani zle"),
        (["i have not used it"], PLACES, None),
        (["meh", "so so"], PLACES, None),
        ([], PLACES, None),
        (["meh"], PLACES | {"fair": 0.0}, None),
        (["meh"], {"awful": -1.0, "poor": -0.5, "good": 0.5}, None),
        (["meh"], {"awful": -1.0, "poor": -0.8, "bad": -0.5, "good": 0.5}, None),
    ],
)
def test_the_one_answer_that_others_lie_around_is_the_middle(
    beside: list[str], places: dict[str, float], middle: str | None
) -> None:
    assert middle_of(places, [*places, *beside]) == middle
