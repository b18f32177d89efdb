"""The five steps of a run, each with a saved result: read → understand → group → write → check."""

from __future__ import annotations

import asyncio
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from persona.events import Progress, Stage, Started, UsageUpdated
from persona.exceptions import BudgetExceededError, Cancelled, GenerationError, PersonaError, ProviderAuthError
from persona.messages import hint, sentence
from persona.models import GenerationResult, Usage
from persona.numerals import counted
from persona.questionnaire.codes import NoteCode
from persona.questionnaire.notes import looks_like
from persona.version import __version__

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from persona.counted.statements import Counts
    from persona.experiment import Experiment
    from persona.grouping import Segmentation
    from persona.grouping.grouping import TextVectors
    from persona.models import Column, PersonaConfig
    from persona.narrative.narrator import Narrator
    from persona.progress import Work
    from persona.recoding.answers import PlacedAnswers
    from persona.recoding.table import RecodedTable
    from persona.segments import SegmentationPreview
    from persona.store import RunFolder
    from persona.table import Table
    from persona.writing import Archive, PersonaWriter

DOING: dict[Stage, str] = {
    "read": "read",
    "profile": "looked through",
    "group": "grouped",
    "write": "put into words",
    "check": "checked",
}


_WEIGHING = (NoteCode.WEIGHTS_USED, NoteCode.WEIGHTS_NOT_USED, NoteCode.WITHOUT_WEIGHT)


@dataclass(frozen=True)
class Pipeline:
    """One run on its way; steps that were saved earlier are not done again."""

    experiment: Experiment
    run: RunFolder
    config: PersonaConfig
    writer: PersonaWriter
    parallel: int
    work: Work
    vectors: Callable[[PlacedAnswers, tuple[Column, ...]], TextVectors] | None = None
    """Makes what tells how alike answers are, where the settings name a model for it."""

    async def carry_out(self) -> GenerationResult:
        """Do what is missing, and return what was found.

        Raises:
            PersonaError: what a step raised; anything unforeseen becomes a GenerationError.
        """
        with self._unforeseen():
            recoded, segmentation = await self._segmented()
            await self._write(recoded, segmentation)
            return await self._check(recoded, segmentation)

    async def preview(self, *, in_full: bool) -> SegmentationPreview:
        """Do what is missing as far as the groups, and return what they look like.

        Raises:
            PersonaError: as for `carry_out`.
        """
        from persona.segments.previewing import preview

        with self._unforeseen():
            recoded, segmentation = await self._segmented()
            archive = await self.work.on_thread(self._archive, recoded, segmentation) if in_full else None
            return await self.work.on_thread(preview, self.run, recoded, segmentation, archive)

    @contextmanager
    def _unforeseen(self) -> Iterator[None]:
        """What no step has foreseen becomes an error with words for people."""
        try:
            yield
        except PersonaError:
            raise
        except Exception as exc:
            values = {"doing": DOING[self.work.stage], "reason": type(exc).__name__}
            message, advice = sentence("step_failed", **values), hint("step_failed", **values)
            raise GenerationError(message, hint=advice, code="step_failed") from exc

    async def _segmented(self) -> tuple[RecodedTable, Segmentation]:
        """The first three steps."""
        self.work.tell(Started(config=self.config, rows=self.experiment.rows))
        recoded = await self._understand(await self._read())
        return recoded, await self._group(recoded)

    async def _read(self) -> Table:
        with self.work.step("read", self.experiment.rows):
            return await self.work.on_thread(self.experiment.table, self.config.answers)

    async def _understand(self, table: Table) -> RecodedTable:
        from persona.recoding.table import RecodedTable

        with self.work.step("profile", len(table.names)):
            questionnaire = self.run.questionnaire()
            if questionnaire is None:
                questionnaire = await self.work.on_thread(self.experiment.understood, self.config)
                self.run.save_questionnaire(questionnaire)
            return await self.work.on_thread(RecodedTable, table, questionnaire)

    async def _group(self, recoded: RecodedTable) -> Segmentation:
        with self.work.step("group", recoded.rows):
            segmentation = await self.work.on_thread(self.run.segmentation)
            if segmentation is None:
                segmentation = await self.work.on_thread(self._grouped, recoded)
        sizes = tuple(segment.size for segment in segmentation.summary.segments)
        self.work.tell(Progress(stage="group", done=recoded.rows, total=recoded.rows, sizes=sizes))
        return segmentation

    def _grouped(self, recoded: RecodedTable) -> Segmentation:
        """The groups as people edited them; those that were found are kept beside."""
        from persona.grouping import edited
        from persona.grouping.respondents import group_respondents

        config, report, columns = self.config, self.work.report, recoded.columns
        vectors = self.vectors(recoded, columns) if self.vectors else None
        if (found := self.run.found_segmentation()) is None:
            found = group_respondents(
                recoded, count=config.count, seed=config.seed, on_progress=report, vectors=vectors
            )
            self.run.save_segmentation(found)
        if not config.edits:
            return found
        changed = edited(found, config.edits, recoded, columns, seed=config.seed, on_progress=report, vectors=vectors)
        self.run.save_edited(changed)
        return changed

    async def _write(self, recoded: RecodedTable, segmentation: Segmentation) -> None:
        indexes = [segment.index for segment in segmentation.summary.segments]
        self.work.wanted = len(indexes)
        with self.work.step("write", len(indexes)):
            kept = self.run.personas()
            for index in kept:
                self.work.persona_done(kept[index], resumed=True)
            if missing := [index for index in indexes if index not in kept]:
                archive = await self.work.on_thread(self._archive, recoded, segmentation)
                await self.work.on_thread(self.run.save_themes, archive.themes())
                try:
                    async with _opened(self.writer):
                        await self._write_missing(archive, *await self._counts(archive), missing)
                finally:
                    self.run.note(usage=self._usage())
        self.work.tell(UsageUpdated(usage=self._usage()))

    def _archive(self, recoded: RecodedTable, segmentation: Segmentation) -> Archive:
        from persona.writing import Archive

        return Archive.build(
            recoded,
            recoded.columns,
            segmentation,
            seed=self.config.seed,
            detail=self.config.detail,
            redact=self.config.redact,
            on_progress=self.work.prepare,
        )

    async def _counts(self, archive: Archive) -> tuple[Counts, Narrator]:
        from persona.counted.statements import Counts
        from persona.narrative.narrator import Narrator

        counts = await self.work.on_thread(Counts, archive.differences, archive.book, archive.detail, archive.gave_any)
        sizes = {segment.index: segment.size for segment in archive.segmentation.summary.segments}
        return counts, Narrator(counts, sizes)

    async def _write_missing(self, archive: Archive, counts: Counts, narrator: Narrator, missing: list[int]) -> None:
        """Write them side by side. What goes wrong with one persona does not stop the others."""
        gate, turn = asyncio.Semaphore(self.parallel), asyncio.Lock()
        failures: dict[int, PersonaError] = {}

        async def write(index: int) -> None:
            async with gate:
                try:
                    await self._write_one(archive, counts, narrator, index, turn)
                except Cancelled:
                    raise
                except PersonaError as exc:
                    failures[index] = exc

        try:
            async with asyncio.TaskGroup() as group:
                for index in missing:
                    group.create_task(write(index))
        except BaseExceptionGroup as raised:
            raise raised.exceptions[0] from None
        if failures:
            raise min(failures.values(), key=_weight)

    async def _write_one(
        self, archive: Archive, counts: Counts, narrator: Narrator, index: int, turn: asyncio.Lock
    ) -> None:
        async with turn:
            brief = await self.work.on_thread(archive.brief, index)
        draft = await self.work.listening(self.writer.write(brief))
        async with turn:
            persona = narrator.told(counts.added(await self.work.on_thread(archive.persona, index, draft)))
        self.run.save_persona(persona)
        self.work.persona_done(persona, resumed=False)

    async def _check(self, recoded: RecodedTable, segmentation: Segmentation) -> GenerationResult:
        from persona.checking import check
        from persona.verdict import judge

        with self.work.step("check", self.work.wanted):
            if (saved := self.run.result()) is not None:
                return saved
            written = tuple(self.run.personas().values())
            personas, quality = await self.work.on_thread(check, written, recoded, segmentation, recoded.columns)
            result = GenerationResult(
                library_version=__version__,
                experiment=self.experiment.name,
                config=self.config,
                rows=len(recoded.respondents),
                sources=recoded.reports,
                columns=recoded.columns,
                segmentation=segmentation.summary,
                personas=personas,
                quality=quality,
                verdict=judge(personas, segmentation.summary, self.config, recoded.questionnaire),
                usage=self._usage(),
                warnings=_warnings(recoded, segmentation),
                weight=recoded.questionnaire.weight if recoded.questionnaire.weighted else None,
            )
            self.run.save_result(result)
        self.work.tell(Progress(stage="check", done=self.work.wanted, total=self.work.wanted))
        return result

    def _usage(self) -> Usage:
        """What the run has used; only writers that call a provider keep count."""
        usage = getattr(self.writer, "usage", None)
        return usage if isinstance(usage, Usage) else self.run.manifest.usage


def _weight(error: PersonaError) -> int:
    """What has to be mended first comes first: money, then the key, then what time does not mend."""
    if isinstance(error, BudgetExceededError):
        return 0
    return 1 if isinstance(error, ProviderAuthError) else 3 if error.retryable else 2


@asynccontextmanager
async def _opened(writer: PersonaWriter) -> AsyncIterator[None]:
    """A writer with connections to close closes them."""
    if isinstance(writer, AbstractAsyncContextManager):
        async with writer:
            yield
    else:
        yield


def _warnings(table: RecodedTable, segmentation: Segmentation) -> tuple[str, ...]:
    """What a reader must know before believing the personas."""
    found = []
    if segmentation.summary.strength != "clear":
        found.append(segmentation.summary.reason)
    if skipped := sum(report.skipped_total for report in table.reports):
        found.append(sentence("lines_skipped", lines=counted(skipped, "line")))
    questionnaire = table.questionnaire
    for excluded in questionnaire.excluded:
        if excluded.spans and excluded.default == "left_out":
            rows = counted(excluded.rows, "row")
            found.append(sentence("rows_left_out", rows=rows, what=looks_like(excluded.reason, excluded.rows)))
    found += [note.sentence for note in questionnaire.notes if note.code in _WEIGHING]
    return tuple(found)
