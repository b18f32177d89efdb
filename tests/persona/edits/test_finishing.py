"""Stories, contrasts and comparisons follow what people did to statements, names and groups."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from persona.edits import (
    CountQuote,
    HidePersona,
    HideStatement,
    KeptShares,
    MergePersonas,
    MoveStatement,
    RenamePersona,
    RewriteSummary,
    SplitPersona,
    apply,
)
from persona.edits.finishing import _swapped
from persona.models import Contrast, StorySentence
from tests.persona.edits.logs import FIRST, GENERATED, SECOND, STORY, UNLIKE, WHO, log, told


def test_what_was_not_touched_is_the_very_same_value() -> None:
    applied = apply(GENERATED, log(RenamePersona(persona=2, label="By heart")))

    assert applied.result.personas[0] is FIRST
    assert applied.personas[0].persona is FIRST
    assert applied.result.segmentation is GENERATED.segmentation


def test_a_contrast_goes_with_the_statement_that_it_tells() -> None:
    (_, second) = apply(GENERATED, log(HideStatement(statement="2-goal-1"))).result.personas

    assert second == SECOND.model_copy(
        update={"statements": SECOND.statements[1:], "unlike": (), "story": (), "summary": ""}
    )


def test_a_models_summary_stays_when_its_story_changes() -> None:
    phrased = FIRST.model_copy(update={"phrased": ("summary",), "summary": "They plan."})
    result = GENERATED.model_copy(update={"personas": (phrased, SECOND)})
    first = apply(result, log(HideStatement(statement="1-goal-1"))).result.personas[0]

    assert (first.summary, first.story) == ("They plan.", (WHO, told("1-goal-2")))


def test_a_persons_story_stays_when_statements_change() -> None:
    edits = log(RewriteSummary(persona=1, text="They plan."), HideStatement(statement="1-goal-1"))
    first = apply(GENERATED, edits).result.personas[0]

    assert (first.summary, first.story) == ("They plan.", ())


def test_a_new_count_is_told_in_the_sentence_of_its_statement_only() -> None:
    quote = FIRST.statements[1].evidence[0]
    edits = log(CountQuote(statement="1-goal-2", quote=quote, counted=False))
    first = apply(GENERATED, edits).result.personas[0]

    assert first.story == (STORY[0], STORY[1], told("1-goal-2", "2 of 8 say something like this"))
    assert first.summary == " ".join(each.text for each in first.story)


def test_sentences_of_two_statements_go_with_either() -> None:
    both = StorySentence(about="goal", text="Both.", statements=("1-goal-1", "1-goal-2"))
    result = GENERATED.model_copy(update={"personas": (FIRST.model_copy(update={"story": (WHO, both)}), SECOND)})

    assert apply(result, log(HideStatement(statement="1-goal-2"))).result.personas[0].story == (WHO,)
    assert apply(result, log(HideStatement(statement="1-frustration-1"))).result.personas[0].story == (WHO, both)


def test_contrasts_with_a_persona_that_is_gone_go_and_others_stay() -> None:
    third = SECOND.model_copy(update={"index": 3, "label": "Third", "story": (), "unlike": (), "statements": ()})
    other = Contrast(persona=3, statement="2-goal-1", text="Unlike “Third”.", here="3", there="0")
    told_of = StorySentence(about="unlike", text="Unlike “Third”.", statements=("2-goal-1",))
    second = SECOND.model_copy(
        update={
            "unlike": (*SECOND.unlike, other),
            "story": (*SECOND.story, told_of),
            "summary": f"{UNLIKE} Unlike “Third”.",
        }
    )
    result = GENERATED.model_copy(update={"personas": (FIRST, second, third)})
    split = SplitPersona(persona=1, made=(FIRST, FIRST))
    left = next(each for each in apply(result, log(split)).result.personas if each.index == 2)

    assert (left.unlike, left.story, left.summary) == ((other,), (told_of,), "Unlike “Third”.")


def test_a_statement_of_a_kind_that_was_moved_is_told_as_before() -> None:
    first = apply(GENERATED, log(MoveStatement(statement="1-goal-1", kind="need"))).result.personas[0]

    assert (first.story, first.summary) == (FIRST.story, FIRST.summary)


def test_shares_of_hidden_and_merged_personas() -> None:
    assert apply(GENERATED, log(HidePersona(persona=1))).shares == KeptShares(
        statements=5, kept=2, changed=0, hidden=3, added=0
    )
    assert apply(GENERATED, log(MergePersonas(personas=(1, 2)))).shares == KeptShares(
        statements=5, kept=0, changed=5, hidden=0, added=0
    )
    assert apply(GENERATED, log(SplitPersona(persona=1, made=(FIRST, FIRST)))).shares == KeptShares(
        statements=5, kept=2, changed=0, hidden=3, added=6
    )


def test_a_short_label_is_changed_where_it_names_the_persona_only() -> None:
    told_of = "Unlike “A”: A plan."
    first = FIRST.model_copy(update={"label": "A"})
    second = SECOND.model_copy(
        update={
            "unlike": (SECOND.unlike[0].model_copy(update={"text": told_of}),),
            "story": (SECOND.story[0].model_copy(update={"text": told_of}),),
        }
    )
    result = GENERATED.model_copy(update={"personas": (first, second)})
    renamed = apply(result, log(RenamePersona(persona=1, label="Planners"))).result.personas[1]

    assert renamed.unlike[0].text == renamed.story[0].text == renamed.summary == "Unlike “Planners”: A plan."


# -- names and counts in a text ------------------------------------------------------------------------------
def sentence(text: str) -> StorySentence:
    return StorySentence(about="unlike", text=text)


@pytest.mark.parametrize(
    ("text", "swaps", "found"),
    [
        pytest.param("Unlike “A”: no.", [("A", "B")], "Unlike “B”: no.", id="one"),
        pytest.param("Unlike “A” and “B”.", [("A", "B"), ("B", "A")], "Unlike “B” and “A”.", id="changed places"),
        pytest.param("“A”, “B”, “C”.", [("A", "B"), ("B", "C"), ("C", "A")], "“B”, “C”, “A”.", id="in a ring"),
        pytest.param("3 of 8, then 3 of 8.", [("3 of 8", "2 of 8")] * 2, "2 of 8, then 2 of 8.", id="twice"),
        pytest.param("3 of 8, then 3 of 8.", [("3 of 8", "2 of 8")], "2 of 8, then 3 of 8.", id="once"),
        pytest.param("“Plans alone”.", [("Plans", "X"), ("Plans alone", "Y")], "“X alone”.", id="within another"),
        pytest.param("“A”.", [("B", "C")], "“A”.", id="not there"),
        pytest.param("", [("A", "B")], "", id="nothing"),
        pytest.param("“A”.", [("A", "")], "“”.", id="no name"),
        pytest.param("“(a)+$”.", [("(a)+$", "\\1")], "“\\1”.", id="signs"),
    ],
)
def test_all_names_are_changed_at_once(text: str, swaps: list[tuple[str, str]], found: str) -> None:
    assert _swapped(sentence(text), swaps).text == found


def test_a_text_without_them_is_the_very_same_value() -> None:
    told = sentence("Nothing of it.")

    assert _swapped(told, [("A", "B")]) is told
    assert _swapped(told, []) is told


@given(st.permutations(["Ant", "Bee", "Cat", "Dog"]))
def test_names_that_change_places_stand_where_they_belong(names: list[str]) -> None:
    before = ["Ant", "Bee", "Cat", "Dog"]
    told = sentence("; ".join(f"“{name}”" for name in before))

    swaps = list(zip(before, names, strict=True))
    assert _swapped(told, swaps).text == "; ".join(f"“{name}”" for name in names)


def test_two_personas_that_change_names_with_each_other_are_told_rightly() -> None:
    """The third says how it is unlike either."""
    third = SECOND.model_copy(
        update={
            "index": 3, "label": "Third", "summary": "", "story": (
                StorySentence(about="unlike", text="Unlike “Plans on Sundays”: a.", statements=("2-goal-1",)),
                StorySentence(about="unlike", text="Unlike “Cooks by heart”: b.", statements=("2-goal-1",)),
            ),
            "unlike": tuple(
                Contrast(persona=at, statement="2-goal-1", text=f"Unlike “{called}”: {what}.", here="1", there="2")
                for at, called, what in ((1, "Plans on Sundays", "a"), (2, "Cooks by heart", "b"))
            ),
        }
    )  # fmt: skip
    second = SECOND.model_copy(update={"statements": (), "unlike": (), "story": ()})
    three = GENERATED.model_copy(update={"personas": (FIRST, second, third)})
    turned = [RenamePersona(persona=1, label="Cooks by heart"), RenamePersona(persona=2, label="Plans on Sundays")]
    seen = apply(three, log(*turned)).result.personas[2]

    assert [each.text for each in seen.unlike] == ["Unlike “Cooks by heart”: a.", "Unlike “Plans on Sundays”: b."]
    assert seen.summary == "Unlike “Cooks by heart”: a. Unlike “Plans on Sundays”: b."
