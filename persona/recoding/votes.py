"""Votes on a statement: agree, disagree, and a third answer between them, which has its place on a scale of three."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from persona.questionnaire.kinds import QuestionKind as Kind
from persona.questionnaire.models import Scale
from persona.questionnaire.scales.places import place

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from persona.questionnaire.models import Question

_AGREE = re.compile(
    r"i? ?agree|(ich )?stimme zu|zustimmung|de acuerdo|d['’]accord|concordo|d['’]accordo|mee eens", re.IGNORECASE
)


def votes_scale(question: Question) -> Scale | None:
    """The scale of a question of three answers of which one agrees and one says the contrary; else None."""
    labels = [option.label for option in question.options]
    if question.kind is not Kind.SINGLE or len(labels) != 3:
        return None
    pros = [label for label in labels if _AGREE.fullmatch(label.strip())]
    contras = [label for label in labels if _is_contrary(label)]
    between = [label for label in labels if label not in (*pros, *contras)]
    if not len(pros) == len(contras) == len(between) == 1 or _takes_side(between[0]):
        return None
    words = (*contras, *between, *pros)
    return Scale(low=1, high=3, low_label=words[0], high_label=words[-1], higher_is="more", words=words)


def shared_votes(questions: Sequence[Question]) -> Mapping[frozenset[str], Scale]:
    """The scales of votes in a questionnaire, by the answers that have their place on them."""
    found = filter(None, map(votes_scale, questions))
    return {frozenset(scale.words): scale for scale in found}


def with_votes(question: Question, votes: Mapping[frozenset[str], Scale]) -> Question:
    """A single choice between votes as a rating; also one where nobody gave one of the three answers."""
    labels = frozenset(option.label for option in question.options)
    if question.kind is not Kind.SINGLE or not labels:
        return question
    scale = next((scale for words, scale in votes.items() if labels <= words), None)
    return question if scale is None else question.model_copy(update={"kind": Kind.RATING, "scale": scale})


def _is_contrary(label: str) -> bool:
    return _takes_side(label) and place(label).value < 0


def _takes_side(label: str) -> bool:
    """Whether an answer says how far one agrees: `Strongly agree`, but neither `Pass` nor `Neutral`."""
    found = place(label)
    return found.graded and not found.about and found.value != 0
