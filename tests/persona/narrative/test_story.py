"""A story says who they are, what they want, what stops them, what they do, and unlike whom: whole sentences."""

from __future__ import annotations

import pytest

from persona.models import Contrast, FactTold, StorySentence
from persona.narrative.locale import codes, locale
from persona.narrative.story import Clause, _strongest, contrasts, story
from persona.writing.phrasebooks import ENGLISH, PHRASEBOOKS
from tests.persona.narrative.values import fact, persona, rated, said, shared

NOBODY: frozenset[str] = frozenset()
TOOLS = Clause("uses Excel", "90\u00a0%, 40 points above everyone", "uses Excel")


def told(who: object, rows: int = 200, code: str = "en", **more: object) -> list[str]:
    given: dict[str, object] = {"describing": NOBODY, "clauses": {}, "contrasts": ()}
    return [sentence.text for sentence in story(who, rows, locale=locale(code), **(given | more))]  # type: ignore[arg-type]


# -- who they are ---------------------------------------------------------------------------------------
WHO = {
    "de": "Diese Gruppe sind 1,200 von 3,000 Personen (40\u00a0%).",
    "en": "This group is 1,200 of 3,000 people (40\u00a0%).",
    "es": "Este grupo son 1,200 de 3,000 personas (40\u00a0%).",
    "fr": "Ce groupe compte 1,200 personnes sur 3,000 (40\u00a0%).",
    "ja": "このグループは3,000人中1,200人（40\u00a0%）です。",
    "pt": "Este grupo são 1,200 de 3,000 pessoas (40\u00a0%).",
}
ALL = {
    "de": "Das sind alle 3,000 Personen; Gruppen lassen sich nicht unterscheiden.",
    "en": "These are all 3,000 people; no groups are told apart.",
    "es": "Son las 3,000 personas; no se distinguen grupos.",
    "fr": "Ce sont les 3,000 personnes ; aucun groupe ne se distingue.",
    "ja": "全員3,000人です。グループには分かれません。",
    "pt": "São todas as 3,000 pessoas; não se distinguem grupos.",
}
FEW = {
    "de": "Diese Gruppe sind 2 von 1,000 Personen (unter 1\u00a0%).",
    "en": "This group is 2 of 1,000 people (under 1\u00a0%).",
    "es": "Este grupo son 2 de 1,000 personas (menos del 1\u00a0%).",
    "fr": "Ce groupe compte 2 personnes sur 1,000 (moins de 1\u00a0%).",
    "ja": "このグループは1,000人中2人（1\u00a0%未満）です。",
    "pt": "Este grupo são 2 de 1,000 pessoas (menos de 1\u00a0%).",
}


@pytest.mark.parametrize("code", codes())
def test_a_group_is_told_by_its_size(code: str) -> None:
    assert told(persona(size=1200), 3000, code) == [WHO[code]]
    assert told(persona(size=3000), 3000, code) == [ALL[code]]
    assert told(persona(size=2), 1000, code) == [FEW[code]]


@pytest.mark.parametrize(("size", "share"), [(6, "under 1\u00a0%"), (7, "1\u00a0%"), (1199, "99\u00a0%")])
def test_a_share_is_rounded_but_never_to_none_or_all(size: int, share: str) -> None:
    rows = 1200
    assert told(persona(size=size), rows) == [f"This group is {size:,} of 1,200 people ({share})."]


FACTS = {
    "de": "Diese Gruppe sind 100 von 200 Personen (50\u00a0%); Alter: 34, alle 41; Frau: 62\u00a0%, alle 34\u00a0%.",
    "en": "This group is 100 of 200 people (50\u00a0%); Alter: 34, everyone 41; Frau: 62\u00a0%, everyone 34\u00a0%.",
    "es": "Este grupo son 100 de 200 personas (50\u00a0%); Alter: 34, todos 41; Frau: 62\u00a0%, todos 34\u00a0%.",
    "fr": "Ce groupe compte 100 personnes sur 200 (50\u00a0%) ; Alter : 34, tous 41; Frau : 62\u00a0%, tous 34\u00a0%.",
    "ja": "このグループは200人中100人（50\u00a0%）です。Alter：34、全体41; Frau：62\u00a0%、全体34\u00a0%。",
    "pt": "Este grupo são 100 de 200 pessoas (50\u00a0%); Alter: 34, todos 41; Frau: 62\u00a0%, todos 34\u00a0%.",
}


@pytest.mark.parametrize("code", codes())
def test_who_they_are_is_told_by_two_facts_that_describe(code: str) -> None:
    facts = (
        fact("Pays", column="spends"),  # does not say who they are
        fact("Alter", "34", "41", kind="number", option=None, direction="less"),
        fact("Mann", direction="less"),  # fewer of them are it
        fact("Frau"),
        fact("Berlin"),  # the third
    )
    describing = frozenset({"Alter", "Mann", "Frau", "Berlin"})

    [first] = story(persona(facts=facts), 200, describing, {}, (), locale(code))

    named = (FactTold(column="Alter"), FactTold(column="Frau", option="yes"))
    assert first == StorySentence(about="who", text=FACTS[code], facts=named)


def test_everybody_is_not_described_by_what_sets_nobody_apart() -> None:
    everyone = persona(size=200, facts=(fact("Frau"),))
    assert told(everyone, describing=frozenset({"Frau"})) == ["These are all 200 people; no groups are told apart."]


# -- what they say --------------------------------------------------------------------------------------
SAYS = {
    "de": ("Was sie stört: „{}“ (3 of 20 say something like this).", "Was sie wollen: Schneller werden (n)."),
    "en": ("What gets in their way: “{}” (3 of 20 say something like this).", "What they want: Schneller werden (n)."),
    "es": ("Lo que les estorba: «{}» (3 of 20 say something like this).", "Lo que quieren: Schneller werden (n)."),
    "fr": (
        "Ce qui les gêne : « {} » (3 of 20 say something like this).",
        "Ce qu’elles veulent : Schneller werden (n).",
    ),
    "ja": ("妨げになること：「{}」（3 of 20 say something like this）。", "望むこと：Schneller werden（n）。"),
    "pt": ("O que as atrapalha: «{}» (3 of 20 say something like this).", "O que querem: Schneller werden (n)."),
}


@pytest.mark.parametrize("code", codes())
def test_words_of_people_are_quoted_and_words_of_a_model_are_not(code: str) -> None:
    who = persona(said("a"), said("b", "goal", "Schneller werden.", origin="model", note="n"))
    quoted, phrased = SAYS[code]

    assert told(who, code=code)[1:] == [phrased, quoted.format("It takes too long")]


@pytest.mark.parametrize(
    ("text", "told_as"),
    [
        ("It takes too long.", "It takes too long"),
        ("Why so long?", "Why so long?"),
        ("No. Never!", "No. Never!"),
        ("I wait …", "I wait …"),
        ("I {name} wait", "I {name} wait"),
        ("時間がない。", "時間がない"),
        ("He said “no”.", "He said “no”"),
    ],
)
def test_a_sentence_ends_once_and_braces_are_words(text: str, told_as: str) -> None:
    assert told(persona(said("a", text=text)))[1:] == [
        f"What gets in their way: “{told_as}” (3 of 20 say something like this)."
    ]


@pytest.mark.parametrize("code", codes())
def test_what_was_counted_is_told_with_its_figures(code: str) -> None:
    [_, sentence] = story(persona(shared("c", 0.9, 0.1)), 200, NOBODY, {"c": TOOLS}, (), locale(code))

    assert sentence == StorySentence(
        about="behaviour",
        text=locale(code).behaviour.replace("{said}", "uses Excel (90\u00a0%, 40 points above everyone)"),
        statements=("c",),
    )


def test_a_mean_without_figures_has_no_empty_brackets() -> None:
    clause = Clause("rates “price” 4.0 of 5", "", "“price”")
    assert told(persona(rated("m", 4, 2)), clauses={"m": clause})[1:] == ["What they think: rates “price” 4.0 of 5."]


# -- which, and how many --------------------------------------------------------------------------------
KINDS_IN_ORDER = ("fact_about_self", "goal", "frustration", "behaviour", "delight")


def abouts(*kinds: str, apart: bool = False) -> list[str]:
    who = persona(*(said(f"{n}", kind) for n, kind in enumerate(kinds)))
    line = Contrast(persona=2, statement="other", text="Unlike …", here="", there="")
    return [s.about for s in story(who, 200, NOBODY, {}, (line,) if apart else (), locale("en"))]


def test_a_story_keeps_its_order_whatever_the_order_of_the_statements() -> None:
    assert abouts(*reversed(KINDS_IN_ORDER)) == ["who", *KINDS_IN_ORDER]


def test_a_story_ends_after_six_sentences() -> None:
    assert abouts(*KINDS_IN_ORDER, apart=True) == ["who", *KINDS_IN_ORDER[:4], "unlike"]


@pytest.mark.parametrize(
    ("kinds", "sentences"),
    [
        ((), ["who"]),
        (("goal",), ["who", "goal"]),
        (("goal", "need"), ["who", "goal", "need"]),
        (("goal", "goal", "goal"), ["who", "goal", "goal", "goal"]),
        (("goal", "goal", "goal", "goal"), ["who", "goal", "goal", "goal"]),
        (("need", "frustration", "goal"), ["who", "goal", "need", "frustration"]),
        (("motivation", "opinion", "frustration"), ["who", "motivation", "frustration", "opinion"]),
    ],
)
def test_where_few_parts_are_told_others_of_the_same_make_four(kinds: tuple[str, ...], sentences: list[str]) -> None:
    assert abouts(*kinds) == sentences


def test_a_kind_that_no_part_knows_is_told_last_and_alone() -> None:
    """As a kind that somebody has just added to the registry."""
    odd = said("a", text="it is Monday").model_copy(update={"kind": "ritual"})
    who = persona().model_copy(update={"statements": (odd, said("b"))})

    assert [statement.kind for statement in _strongest(who.statements, 5, 3, set())] == ["frustration", "ritual"]


def test_the_statement_of_the_contrast_is_not_told_twice() -> None:
    who = persona(shared("c", 0.9, 0.1), said("a"))
    clauses = {"c": TOOLS}
    apart = contrasts(who, {2: "Others"}, clauses, ENGLISH, locale("en"))

    assert [s.statements for s in story(who, 200, NOBODY, clauses, apart, locale("en"))] == [(), ("a",), ("c",)]


# -- unlike whom ----------------------------------------------------------------------------------------
UNLIKE = {
    "de": "Anders als „Other“: uses Excel, hier 90\u00a0%, dort 10\u00a0%.",
    "en": "Unlike “Other”: uses Excel, 90\u00a0% here and 10\u00a0% there.",
    "es": "A diferencia de «Other»: uses Excel, 90\u00a0% aquí y 10\u00a0% allí.",
    "fr": "À la différence de « Other » : uses Excel, 90\u00a0% ici et 10\u00a0% là.",
    "ja": "「Other」との違い：uses Excel、こちら90\u00a0%、あちら10\u00a0%。",
    "pt": "Ao contrário de «Other»: uses Excel, 90\u00a0% aqui e 10\u00a0% ali.",
}


@pytest.mark.parametrize("code", codes())
def test_a_persona_is_set_beside_another_in_one_sentence(code: str) -> None:
    book = PHRASEBOOKS.get(code, ENGLISH)
    found = contrasts(persona(shared("c", 0.9, 0.1)), {2: "Other"}, {"c": TOOLS}, book, locale(code))

    line = {"persona": 2, "statement": "c", "text": UNLIKE[code], "here": "90\u00a0%", "there": "10\u00a0%"}
    assert found == (Contrast.model_validate(line | {"topic": "uses Excel"}),)


def lines(*statements: object, others: int = 1) -> list[tuple[int, str, str, str]]:
    who = persona(*statements)  # type: ignore[arg-type]
    clauses = {statement.id: Clause("s", "f", f"of {statement.id}") for statement in who.statements}
    names = {number: f"No. {number}" for number in range(2, 2 + others)}
    found = contrasts(who, names, clauses, ENGLISH, locale("en"))
    return [(line.persona, line.statement, line.here, line.there) for line in found]


@pytest.mark.parametrize(
    ("here", "there", "told_apart"), [(0.5, 0.36, False), (0.5, 0.34, True), (0.34, 0.5, True), (0, 0, False)]
)
def test_shares_that_are_close_set_nobody_apart(here: float, there: float, told_apart: bool) -> None:
    assert bool(lines(shared("c", here, there))) is told_apart


@pytest.mark.parametrize(
    ("here", "there", "found"),
    [
        (4.0, 2.0, [(2, "m", "4", "2")]),
        (-4.0, 2.0, [(2, "m", "−4", "2")]),
        (4.0, 3.9, []),
        (0.0, 0.0, []),
        (12_000.0, 400.0, [(2, "m", "12,000", "400")]),
    ],
)
def test_means_are_told_apart_by_a_part_of_the_larger(here: float, there: float, found: list[object]) -> None:
    assert lines(rated("m", here, there)) == found


def test_each_other_has_a_statement_of_its_own_where_there_is_one() -> None:
    found = lines(shared("a", 0.9, 0.1, 0.2), shared("b", 0.8, 0.5, 0.4), others=2)
    assert found == [(2, "a", "90\u00a0%", "10\u00a0%"), (3, "b", "80\u00a0%", "40\u00a0%")]


def test_where_there_is_only_one_it_is_told_of_both() -> None:
    found = lines(shared("a", 0.9, 0.3, 0.2), others=2)
    assert found == [(3, "a", "90\u00a0%", "20\u00a0%"), (2, "a", "90\u00a0%", "30\u00a0%")]


def test_the_clearest_four_are_told() -> None:
    found = lines(shared("a", 0.9, 0.7, 0.6, 0.5, 0.4, 0.3), others=5)
    assert [persona for persona, *_ in found] == [6, 5, 4, 3]


def test_nothing_counted_sets_nobody_apart() -> None:
    assert lines() == []
    assert contrasts(persona(said("a")), {2: "Other"}, {}, ENGLISH, locale("en")) == ()


def test_a_persona_that_was_not_asked_is_not_set_beside() -> None:
    assert lines(shared("a", 0.9), others=1) == []


def test_a_share_is_not_compared_with_a_mean() -> None:
    mixed = shared("a", 0.9, 0.1).model_copy(update={"groups": rated("m", 1, 4).groups})
    assert lines(mixed) == []
