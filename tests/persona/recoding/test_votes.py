"""Votes: agree, disagree and what stands between them are places on a scale of three, in several languages."""

from __future__ import annotations

import pytest

from persona.questionnaire.kinds import QuestionKind as Kind
from persona.questionnaire.models import Scale
from persona.recoding.votes import shared_votes, votes_scale, with_votes
from tests.persona.recoding.questions import options, question


def scale(*words: str) -> Scale:
    return Scale(low=1, high=3, low_label=words[0], high_label=words[-1], higher_is="more", words=words)


@pytest.mark.parametrize(
    ("labels", "words"),
    [
        (("Agree", "Disagree", "Pass"), ("Disagree", "Pass", "Agree")),
        (("I agree", "I disagree", "Neither"), ("I disagree", "Neither", "I agree")),
        (("Pass", "agree", "disagree"), ("disagree", "Pass", "agree")),
        (("Stimme zu", "Stimme nicht zu", "Neutral"), ("Stimme nicht zu", "Neutral", "Stimme zu")),
        (("D’accord", "Pas d’accord", "Neutre"), ("Pas d’accord", "Neutre", "D’accord")),
        (("De acuerdo", "En desacuerdo", "Neutral"), ("En desacuerdo", "Neutral", "De acuerdo")),
        (("Mee eens", "Oneens", "Geen mening"), ("Oneens", "Geen mening", "Mee eens")),
        (("Stimme zu", "Lehne ab", "Weiß nicht"), ("Lehne ab", "Weiß nicht", "Stimme zu")),
        (("Agree", "Disagree", "Unsure"), ("Disagree", "Unsure", "Agree")),
        (("Agree", "Disagree", "Somewhat agree"), None),
        (("Agree", "Disagree"), None),
        (("Agree", "Disagree", "Pass", "Skip"), None),
        (("Agree", "Strongly agree", "Disagree"), None),
        (("Agree", "Neither", "Pass"), None),
        (("Yes", "No", "Maybe"), None),
        ((), None),
    ],
)
def test_three_answers_of_which_one_agrees_are_votes(labels: tuple[str, ...], words: tuple[str, ...] | None) -> None:
    found = votes_scale(question(Kind.SINGLE, options=options(*labels)))
    assert found == (None if words is None else scale(*words))


@pytest.mark.parametrize("kind", [Kind.MULTIPLE, Kind.OPEN, Kind.RATING])
def test_only_single_choices_are_votes(kind: Kind) -> None:
    assert votes_scale(question(kind, options=options("Agree", "Disagree", "Pass"))) is None


FULL = question(Kind.SINGLE, "Statement 1", options=options("Agree", "Disagree", "Pass"))
PART = question(Kind.SINGLE, "Statement 2", options=options("Agree", "Pass"))
OTHER = question(Kind.SINGLE, "Town", options=options("Porto", "Oslo"))
EMPTY = question(Kind.SINGLE, "Nothing")
VOTES = {frozenset(("Agree", "Disagree", "Pass")): scale("Disagree", "Pass", "Agree")}


def test_scales_of_votes_are_known_by_their_answers() -> None:
    assert shared_votes([FULL, PART, OTHER, EMPTY]) == VOTES
    assert shared_votes([PART, OTHER]) == {}


@pytest.mark.parametrize("asked", [FULL, PART])
def test_a_statement_with_some_of_the_votes_is_a_rating_on_the_same_scale(asked: object) -> None:
    found = with_votes(asked, VOTES)  # type: ignore[arg-type]
    assert (found.kind, found.scale) == (Kind.RATING, scale("Disagree", "Pass", "Agree"))


@pytest.mark.parametrize("asked", [OTHER, EMPTY, question(Kind.MULTIPLE, options=options("Agree", "Pass"))])
def test_other_questions_stay_what_they_are(asked: object) -> None:
    assert with_votes(asked, VOTES) is asked  # type: ignore[arg-type]
