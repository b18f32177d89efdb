"""Questionnaires kept beside their data, so that a word on what questions are for needs no second understanding."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING

from pydantic import ValidationError

from persona.exceptions import ConfigurationError
from persona.files import write_text
from persona.questionnaire.models import Questionnaire
from persona.questionnaire.uses_only import apart, keep_questions, with_uses
from persona.remembering import digest
from persona.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from persona.models import QuestionChoice

    Answers = Mapping[str, str]
    Choices = Mapping[str, QuestionChoice]
    Understand = Callable[[Answers, Choices], Questionnaire]

MOST = 8
"""Questionnaires that are kept of one experiment; the one that was used longest ago goes first."""


class KeptQuestionnaires:
    """Questionnaires of one table in a folder, by what people said; of other bytes or versions none is found."""

    def __init__(self, folder: Path, table: str, understand: Understand, as_read: Questionnaire | None = None) -> None:
        """`table`: its key. `as_read`: the questionnaire before anybody said anything, where it is at hand."""
        self._folder, self._table, self._understand, self._as_read = folder, table, understand, as_read

    def of(self, answers: Answers, questions: Choices) -> Questionnaire:
        """What `understand` gives.

        Raises:
            ConfigurationError: as `understand`.
        """
        said, uses = apart(questions)
        if uses:
            with suppress(ConfigurationError):  # a question that only the uses bring, or one that nobody asked
                found = with_uses(self._kept(answers, said), uses)
                if found is not None and self._keeps_questions(answers, said):
                    return found
        return self._kept(answers, questions)

    def _keeps_questions(self, answers: Answers, said: Choices) -> bool:
        """Whether what else is said leaves all questions those they are, so that their ids name the same ones."""
        if not said:
            return True
        known = {question.id for question in self._kept(answers, {}).questions}
        return keep_questions(said) and set(said) <= known

    def _kept(self, answers: Answers, questions: Choices) -> Questionnaire:
        if not answers and not questions and self._as_read is not None:
            return self._as_read
        told = {key: choice.model_dump(mode="json") for key, choice in questions.items()}
        parts = [__version__, self._table, json.dumps(list(answers.items())), json.dumps(told)]
        path = self._folder / f"{digest(parts)}.json"
        with suppress(FileNotFoundError, ValidationError):
            found = Questionnaire.model_validate_json(path.read_bytes())
            path.touch()
            return found
        found = self._understand(answers, questions)
        with suppress(OSError):  # a full disk: it is understood anew the next time
            self._keep(path, found)
        return found

    def _keep(self, path: Path, found: Questionnaire) -> None:
        self._folder.mkdir(exist_ok=True)
        write_text(path, found.model_dump_json())
        kept = sorted(self._folder.glob("*.json"), key=lambda file: file.stat().st_mtime_ns)
        for file in kept[:-MOST]:
            file.unlink(missing_ok=True)
