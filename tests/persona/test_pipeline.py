"""The steps of a run: which failure is told first, what nobody foresaw, what a reader must know."""

from __future__ import annotations

import asyncio
from types import TracebackType
from typing import TYPE_CHECKING, Self

import pytest

from persona.events import Stage
from persona.exceptions import (
    BudgetExceededError,
    Cancelled,
    ConfigurationError,
    DataError,
    GenerationError,
    PersonaError,
    ProviderAuthError,
    ProviderBusy,
    ProviderReplyError,
)
from persona.experiment import Experiment
from persona.models import PersonaConfig
from persona.pipeline import DOING, Pipeline, _opened, _warnings, _weight
from persona.progress import Work
from persona.questionnaire.understanding import understand
from persona.recoding.table import RecodedTable
from persona.writing import BuiltinWriter
from tests.answers import segmentation_of
from tests.tables import table_of

if TYPE_CHECKING:
    from pathlib import Path

    from persona.writing import PersonaDraft, SegmentBrief

CONFIG = PersonaConfig(count=2)


class Opened(BuiltinWriter):
    """A writer that says when it is open, and fails at these personas."""

    def __init__(self, failing: dict[int, Exception] | None = None) -> None:
        self.heard: list[str] = []
        self._failing = failing or {}

    async def __aenter__(self) -> Self:
        self.heard.append("open")
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.heard.append("closed")

    async def write(self, brief: SegmentBrief) -> PersonaDraft:
        self.heard.append(f"write {brief.segment.index}")
        if (failure := self._failing.get(brief.segment.index)) is not None:
            raise failure
        return await super().write(brief)


def pipeline(experiment: Experiment, writer: BuiltinWriter, **more: object) -> Pipeline:
    run = experiment.new_run(CONFIG)
    return Pipeline(experiment, run, CONFIG, writer, 2, Work(lambda _: None, lambda: False), **more)  # type: ignore[arg-type]


def test_what_must_be_mended_first_is_told_first() -> None:
    errors: list[PersonaError] = [
        ProviderBusy("Slow."),
        ProviderReplyError("Nonsense."),
        ProviderAuthError("No key."),
        BudgetExceededError("No money."),
    ]

    assert [type(error).__name__ for error in sorted(errors, key=_weight)] == [
        "BudgetExceededError",
        "ProviderAuthError",
        "ProviderReplyError",
        "ProviderBusy",
    ]


def test_what_fails_of_one_persona_stops_no_other_and_is_made_good_later(experiment: Experiment) -> None:
    failing = Opened({2: ProviderBusy("Slow.")})
    first = pipeline(experiment, failing)
    with pytest.raises(ProviderBusy):
        asyncio.run(first.carry_out())
    assert sorted(failing.heard) == ["closed", "open", "write 1", "write 2"]
    assert (set(first.run.personas()), first.run.result()) == ({1}, None)
    second, third = Opened(), Opened()

    result = asyncio.run(Pipeline(experiment, first.run, CONFIG, second, 2, first.work).carry_out())
    again = asyncio.run(Pipeline(experiment, first.run, CONFIG, third, 2, first.work).carry_out())

    assert second.heard == ["open", "write 2", "closed"]
    assert third.heard == []
    assert [persona.index for persona in result.personas] == [1, 2]
    assert again == result


@pytest.mark.parametrize("stage", DOING)
def test_what_nobody_foresaw_is_told_without_its_words(experiment: Experiment, stage: Stage) -> None:
    work = pipeline(experiment, BuiltinWriter())
    work.work.stage = stage

    with pytest.raises(GenerationError) as caught, work._unforeseen():
        raise ZeroDivisionError("/data/somebody/secret.csv")

    assert caught.value.code == "step_failed"
    assert caught.value.message == (
        f"Something went wrong while the data was being {DOING[stage]} (ZeroDivisionError)."
    )
    assert "secret" not in f"{caught.value.message} {caught.value.hint}"
    assert isinstance(caught.value.__cause__, ZeroDivisionError)


@pytest.mark.parametrize("error", [DataError("No."), ConfigurationError("No."), Cancelled("Stopped.")])
def test_what_was_foreseen_passes_as_it_is(experiment: Experiment, error: PersonaError) -> None:
    with pytest.raises(type(error)) as caught, pipeline(experiment, BuiltinWriter())._unforeseen():
        raise error

    assert caught.value is error


def test_a_writer_without_connections_needs_no_opening() -> None:
    async def opened() -> list[str]:
        writer = Opened()
        async with _opened(BuiltinWriter()), _opened(writer):
            writer.heard.append("inside")
        return writer.heard

    assert asyncio.run(opened()) == ["open", "inside", "closed"]


def test_what_a_reader_must_know_stands_with_the_result(tmp_path: Path) -> None:
    rows = [
        ["Yes" if n % 3 else "No", str(n % 5 + 1), str(n % 7), ("3.0", "1.0", "2.0", "0.5")[n % 4]] for n in range(80)
    ]
    header = ("Do you cook?", "How satisfied are you? (1-5)", "How many trips do you make?", "wt")
    table = table_of(tmp_path, header, [*rows, ["Yes", "1", "2", "1.0", "one", "too many"]])
    groups = segmentation_of([1] * 40 + [2] * 40)
    used, aside = (RecodedTable(table, understand(table, answers={"weight": say})) for say in ("use", "ignore"))

    weak = groups.told(strength="weak", reason="Weak: groups shade into each other.")

    assert _warnings(used, weak)[:2] == (
        "Weak: groups shade into each other.",
        "Skipped: 1 line of the data, which could not be read as answers.",
    )
    assert len(_warnings(used, groups)) == 2
    assert _warnings(used, groups)[-1] != _warnings(aside, groups)[-1]
