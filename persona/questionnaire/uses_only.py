"""What follows where people only say what questions are for: nothing else is read or understood again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.models import QuestionChoice
from persona.questionnaire.assembling import ENDS
from persona.questionnaire.codes import DoubtCode
from persona.questionnaire.kinds import QuestionKind as Kind
from persona.questionnaire.overrides import CHOSEN_USE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from persona.models import Use
    from persona.questionnaire.models import Question, Questionnaire

    Choices = Mapping[str, QuestionChoice]


def apart(questions: Choices) -> tuple[dict[str, QuestionChoice], dict[str, Use]]:
    """What people say of questions: all that says more than a use, and the uses of the others, by id."""
    uses = {key: said.use for key, said in questions.items() if said.use and said == QuestionChoice(use=said.use)}
    return {key: said for key, said in questions.items() if key not in uses}, uses


def keep_questions(said: Choices) -> bool:
    """Whether all questions stay those they are, by id and by columns, whatever else is said of them."""
    return all(choice.columns is None and choice.text is None for choice in said.values())


def with_uses(found: Questionnaire, uses: Mapping[str, Use]) -> Questionnaire | None:
    """The questionnaire that `understand` gives where people say these uses as well, without a look at the table.

    None where more than the questions themselves may follow: doubts about what law protects, or about the only closed
    question among open ones.
    """
    sensitive = {each.column for each in found.sensitive}
    wanted = [question for question in found.questions if question.id in uses]
    if len(wanted) < len(uses) or any(sensitive & set(question.columns) for question in wanted):
        return None
    questions = tuple(_used(question, uses.get(question.id)) for question in found.questions)
    one_column = any(doubt.code is DoubtCode.ONE_COLUMN for doubt in found.doubts)
    if one_column or _has_one_closed(questions):
        return None
    return found.model_copy(update={"questions": questions})


def _used(question: Question, use: Use | None) -> Question:
    if use is None:
        return question
    why, _, _ = question.reason.rpartition(f"; {ENDS[question.use]}")
    return question.model_copy(update={"use": use, "reason": f"{why}; {ENDS[use]}: {CHOSEN_USE}."})


def _has_one_closed(questions: tuple[Question, ...]) -> bool:
    """Whether a single closed question forms the groups beside open ones, as `find_alone` asks first."""
    forming = [question.kind for question in questions if question.use == "basis"]
    return len(forming) > 1 and sum(kind is not Kind.OPEN for kind in forming) == 1
