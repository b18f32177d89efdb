"""What a run may find, as small as it can be: the library's values, and rows made from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone

from experiments.ingest import library
from generation.models import Run
from generation.personas.persistence import store_persona
from persona.models import (
    Column,
    ColumnRole,
    ColumnUse,
    Evidence,
    Fact,
    GenerationResult,
    MapPoint,
    Persona,
    PersonaConfig,
    Quality,
    Segment,
    SegmentationSummary,
    Statement,
)
from persona.store import RunFolder
from tests.factories import RunFactory

if TYPE_CHECKING:
    from experiments.models import Experiment

COLUMN = "What annoys you?"
# Rows of tests.factories.ANSWERS, with a passage of each.
PASSAGES = {1: "the plan breaks", 2: "everything after it slips too", 3: "take longer than they say"}
CELLS = {
    1: "The list ignores what is at home, and the plan breaks.",
    2: "If one dinner slips everything after it slips too.",
    3: "Recipes that take longer than they say.",
}


def evidence(row: int = 1, **changes: Any) -> Evidence:
    start = CELLS[row].index(PASSAGES[row])
    fields = {
        "source": "answers.csv",
        "row": row,
        "line": row + 1,
        "column": COLUMN,
        "start": start,
        "end": start + len(PASSAGES[row]),
        "quote": PASSAGES[row],
    }
    return Evidence(**fields | changes)


def statement(index: int = 1, number: int = 1, **changes: Any) -> Statement:
    fields = {
        "id": f"{index}-frustration-{number}",
        "kind": "frustration",
        "text": f"Plans that break, {number}",
        "origin": "quoted",
        "strength": "strong",
        "support": 2,
        "base": 4,
        "note": "2 of 4 say something like this",
        "evidence": (evidence(1), evidence(2)),
    }
    return Statement(**fields | changes)


def fact(**changes: Any) -> Fact:
    fields = {
        "kind": "share",
        "column": "city",
        "label": "Lives in Porto",
        "value": "62 %",
        "everyone": "34 %",
        "comparison": "1.8× average",
        "direction": "more",
        "base": 4,
        "share": 0.62,
        "everyone_share": 0.34,
    }
    return Fact(**fields | changes)


def portrait(index: int = 1, **changes: Any) -> Persona:
    fields = {
        "index": index,
        "name": f"Marta {'ABCDEFGHIJKL'[index - 1]}",
        "tagline": "The Sunday planner",
        "summary": "Plans on Sunday.\n\nStarts again on Wednesday.",
        "size": 20,
        "share": 0.5,
        "facts": (fact(),),
        "statements": (statement(index, 1), statement(index, 2, kind="goal", text="Settle all dinners")),
        "quotes": (evidence(2),),
    }
    return Persona(**fields | changes)


def summary(groups: int = 2, **changes: Any) -> SegmentationSummary:
    groups = max(groups, 1)
    fields = {
        "segments": tuple(Segment(index=i + 1, size=2, share=1 / groups) for i in range(groups)),
        "strength": "clear",
        "reason": f"{groups} groups come back when half of the people are left out.",
        "score": 0.5,
        "null_score": 0.1,
        "agreement": 0.9,
        "columns": (
            ColumnUse(name=COLUMN, used=True, bits=0.4, reason="Written answers."),
            ColumnUse(name="city", used=False, reason="Describes people."),
        ),
        "between": 1,
        "map": tuple(MapPoint(row=i + 1, segment=i % groups + 1, x=i / 10 - 0.5, y=0.3 - i / 9) for i in range(8)),
    }
    return SegmentationSummary(**fields | changes)


def quality(**changes: Any) -> Quality:
    fields = {
        "statements": 4,
        "with_quotes": 4,
        "weak": 0,
        "dropped": 0,
        "quotes": 8,
        "verbatim": 1.0,
        "people_quoted": 2,
        "fit_well": 0.75,
        "between": 1,
        "distinctiveness": 0.71,
    }
    return Quality(**fields | changes)


def result(personas: tuple[Persona, ...], **changes: Any) -> GenerationResult:
    column = Column(name=COLUMN, position=0, role=ColumnRole.OPEN, basis=True, question=COLUMN, filled=4, distinct=4)
    fields = {
        "library_version": "0",
        "experiment": "Study",
        "config": PersonaConfig(),
        "rows": 4,
        "sources": (),
        "columns": (column,),
        "segmentation": summary(len(personas)),
        "personas": personas,
        "quality": quality(),
    }
    return GenerationResult(**fields | changes)


def running_run(**fields: Any) -> Run:
    """A run that a worker has just claimed."""
    run = Run.objects.claim(RunFactory(**fields).pk)
    assert run is not None
    return run


def finished_run(experiment: Experiment, personas: int = 2, **fields: Any) -> Run:
    """A run that has come to its end, with its personas."""
    found = [portrait(index, share=1 / personas) for index in range(1, personas + 1)]
    done = {
        "status": Run.Status.DONE,
        "started": timezone.now(),
        "finished": timezone.now(),
        "rows": 4,
        "sizes": [2] * personas,
        "summary": summary(personas).model_dump(mode="json"),
        "quality": quality().model_dump(mode="json"),
        "usage": {},
    }
    run = RunFactory(experiment=experiment, **done | fields)
    for persona in found:
        store_persona(run, persona)
    return run


def kept_run(experiment: Experiment, *personas: Persona, closed: tuple[str, ...] = (), **fields: Any) -> Run:
    """A finished run with its folder, as the library keeps it: its result can be edited and exported.

    `closed`: names of closed questions beside the open one.
    """
    run = finished_run(experiment, 0, **fields)
    found = personas or (portrait(1), portrait(2))
    for persona in found:
        store_persona(run, persona)
    folder = library(experiment).path / "runs" / str(run.pk)
    asked = result(found).columns
    asked += tuple(
        asked[0].model_copy(update={"name": name, "question": name, "position": at, "role": ColumnRole.CATEGORY})
        for at, name in enumerate(closed, start=1)
    )
    RunFolder.create(folder, config=PersonaConfig(), sources=[]).save_result(result(found, columns=asked))
    return run
