"""Which sections a file shows: those that its result names, else those of the look that it is given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date

    from persona.exporting.look import Look
    from persona.grouping import Segmentation
    from persona.models import GenerationResult, Sections
    from persona.models.crosstables import CrossTable


class FinishedRun(Protocol):
    """What can be exported in every format: a `persona.outputs.Output`, for example."""

    def result(self) -> GenerationResult: ...

    def segmentation(self) -> Segmentation: ...

    def cross_tables(self) -> tuple[CrossTable, ...]: ...

    def day(self) -> date | None: ...


def arranged(run: FinishedRun, look: Look) -> FinishedRun:
    """The run with the sections of a look, where its result does not say which are shown."""
    return run if look.sections is None else _Arranged(run, look.sections)


@dataclass(frozen=True)
class _Arranged:
    """A run whose result shows these sections, unless it says itself which it shows."""

    run: FinishedRun
    sections: Sections

    def result(self) -> GenerationResult:
        found = self.run.result()
        return found if found.sections is not None else found.model_copy(update={"sections": self.sections})

    def segmentation(self) -> Segmentation:
        return self.run.segmentation()

    def cross_tables(self) -> tuple[CrossTable, ...]:
        return self.run.cross_tables()

    def day(self) -> date | None:
        return self.run.day()
