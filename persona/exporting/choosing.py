"""What of a result leaves: some of its personas, with or without people's words and invented names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from persona.models.base import Frozen

if TYPE_CHECKING:
    from datetime import date

    from persona.exporting.arranging import FinishedRun
    from persona.grouping import Segmentation
    from persona.models import GenerationResult, Persona
    from persona.models.crosstables import CrossTable


class Choice(Frozen):
    """What of a result leaves."""

    personas: tuple[int, ...] = Field(default=(), description="Their numbers; none named: all of them.")
    quotes: bool = Field(default=True, description="With people's words as they stand in the data.")
    names: bool = Field(default=True, description="With invented first names, where a persona has a label too.")


class Chosen:
    """A finished run of which only what was chosen leaves; tables of all people stay whole."""

    def __init__(self, run: FinishedRun, choice: Choice) -> None:
        self._run, self._choice = run, choice

    def result(self) -> GenerationResult:
        return narrowed(self._run.result(), self._choice)

    def segmentation(self) -> Segmentation:
        return self._run.segmentation()

    def cross_tables(self) -> tuple[CrossTable, ...]:
        return self._run.cross_tables()

    def day(self) -> date | None:
        return self._run.day()


def narrowed(result: GenerationResult, choice: Choice) -> GenerationResult:
    """The result with what was chosen alone; its numbers stay those of the whole study.

    Raises:
        ConfigurationError: a persona is chosen that the result does not have.
    """
    known = {persona.index for persona in result.personas}
    if missing := [index for index in choice.personas if index not in known]:
        from persona.messages import configuration_error

        raise configuration_error("persona_missing", number=missing[0], count=len(known))
    wanted = set(choice.personas) or known
    kept = tuple(_narrowed(persona, choice) for persona in result.personas if persona.index in wanted)
    return result.model_copy(update={"personas": kept})


def _narrowed(persona: Persona, choice: Choice) -> Persona:
    changes: dict[str, object] = {}
    if not choice.quotes:
        said = (statement.model_copy(update={"evidence": ()}) for statement in persona.statements)
        changes |= {"quotes": (), "statements": tuple(said)}
    if not choice.names and persona.label:
        changes["name"] = ""
    return persona.model_copy(update=changes) if changes else persona
