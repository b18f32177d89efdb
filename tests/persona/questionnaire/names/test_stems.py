"""Stems and items of names, as survey tools write them."""

from __future__ import annotations

import pytest

from persona.questionnaire.names.stems import runs


def found(names: list[str]) -> list[tuple[int, int, str, tuple[str, ...]]]:
    return [(run.start, run.stop, run.stem, run.items) for run in runs(names)]


@pytest.mark.parametrize(
    ("names", "stem", "items"),
    [
        (["Q5_1", "Q5_2", "Q5_3"], "Q5", ("1", "2", "3")),
        (["q5a", "q5b"], "q5", ("a", "b")),
        (["Q5 [Slack]", "Q5 [Teams]"], "Q5", ("Slack", "Teams")),
        (["tools/slack", "tools/ms_teams"], "tools", ("slack", "ms_teams")),
        (["tools.slack", "tools.ms_teams"], "tools", ("slack", "ms_teams")),
        (["Which tools? - Slack", "Which tools? - Teams"], "Which tools?", ("Slack", "Teams")),
        (["Which tools? Slack", "Which tools? Teams"], "Which tools?", ("Slack", "Teams")),
        (["Welche Werkzeuge | Papier", "Welche Werkzeuge | Stift"], "Welche Werkzeuge", ("Papier", "Stift")),
        (
            ["Which tools? Tick all. - Slack", "Which tools? Tick all. - Teams"],
            "Which tools? Tick all",
            ("Slack", "Teams"),
        ),
        (
            ["use[SQ001]. Which tools? [Slack]", "use[SQ002]. Which tools? [Teams]"],
            "use. Which tools?",
            ("Slack", "Teams"),
        ),
        (["agree[a1]. [I plan]", "agree[a2]. [I write lists]"], "agree", ("I plan", "I write lists")),
        (["A #1:Which tools do you use?", "A #2:Which tools do you use?"], "Which tools do you use?", ("A #1", "A #2")),
        (["Gdzie? (Kino)", "Gdzie? (Teatr)"], "Gdzie?", ("Kino", "Teatr")),
        (["Tools you use (Slack)", "Tools you use (Teams)"], "Tools you use", ("Slack", "Teams")),
        (["Quels outils ? « Papier »", "Quels outils ? « Stylo »"], "Quels outils ?", ("Papier", "Stylo")),
        (["Wo? - (Kino)", "Wo? - (Bad)"], "Wo?", ("Kino", "Bad")),
        (["Wo? Kino (neu)", "Wo? Bad (alt)"], "Wo?", ("Kino (neu)", "Bad (alt)")),
        (["Wo? (Kino)", "Wo? Bad"], "Wo?", ("(Kino)", "Bad")),
        (["motive_career", "motive_friends", "motive_fun"], "motive", ("career", "friends", "fun")),
    ],
)  # fmt: skip
def test_neighbours_share_a_stem_and_each_adds_an_item(names: list[str], stem: str, items: tuple[str, ...]) -> None:
    assert found(["Age", *names, "Town"]) == [(1, 1 + len(names), stem, items)]


def test_a_longer_beginning_that_a_few_items_share_is_no_question() -> None:
    names = [f"Which programmes help? - {item}" for item in ("Events: North", "Events: South", "Blog", "Mail")]

    assert found(names) == [(0, 4, "Which programmes help?", ("Events: North", "Events: South", "Blog", "Mail"))]


def test_a_section_with_two_questions_is_two_runs() -> None:
    names = [f"Use - Which tools? - {tool}" for tool in ("Slack", "Teams")]
    names += [f"Use - Which days? - {day}" for day in ("Monday", "Friday")]

    assert [(run.stem, run.items) for run in runs(names)] == [
        ("Use - Which tools?", ("Slack", "Teams")),
        ("Use - Which days?", ("Monday", "Friday")),
    ]


def test_numbers_of_questions_are_no_stems() -> None:
    assert found(["1. How old are you?", "2. Where do you live?", "3. What is missing?"]) == []


def test_the_number_that_tells_a_repeated_name_apart_does_not_hide_its_stem() -> None:
    assert found(["Which? - Other", "Which? - Other (2)"]) == [(0, 2, "Which?", ("Other", "Other"))]


def test_an_item_may_stand_before_its_question() -> None:
    names = [f"{item} - Which breakfasts did you have?" for item in ("Cereal", "Toast", "None of these")]

    assert found([*names, "Anything else?"]) == [
        (0, 3, "Which breakfasts did you have?", ("Cereal", "Toast", "None of these"))
    ]
    assert found(["Food - Which do you like?", "Food - Where do you eat?"]) == [
        (0, 2, "Food", ("Which do you like?", "Where do you eat?"))
    ]
