"""Beside the groups that a page shows: other numbers of them, and those without the question that they hardly are.

They are found while people look, so that choosing one is answered at once; on large data only the one that is chosen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

import numpy as np
from django.db import transaction
from django.utils import timezone

from experiments.ingest import library
from experiments.questionnaires import questionnaire_of
from generation.segments import worker
from generation.segments.models import SegmentDraft
from persona.models import MAX_PERSONAS, PersonaConfig
from persona.next_steps import choices_of, describe_only, settings_after

if TYPE_CHECKING:
    from collections.abc import Iterator

AHEAD = 20_000
"""People of the largest data whose other numbers are found before anybody asks: each takes as long as the first did."""
PEOPLE_A_GROUP = 5
SHOWN = 4


def numbers(now: int, people: int) -> list[int]:
    """The numbers of groups that a page offers around the one that is there: one fewer, and the next ones."""
    most = min(MAX_PERSONAS, people // PEOPLE_A_GROUP)
    first = max(2, now - 1)
    wanted = [now, *(number for number in range(first, first + SHOWN + 1) if number != now)][:SHOWN]
    return sorted(number for number in wanted if number == now or number <= most)


def number_found(draft: SegmentDraft) -> int:
    """How many groups there are without what people merged and split."""
    added = sum(_added(edit) for edit in draft.edits)
    return len((draft.result or {}).get("segments", ())) - added


def find_beside(original: SegmentDraft) -> None:
    """Find what may be asked for next, one after the other; what is there, or somebody else finds, is left alone."""
    if original.result is None or original.result["rows"] > AHEAD:
        return
    for draft in _wanted(original):
        held = SegmentDraft.objects.claim(draft.pk)
        if held is not None:
            worker.carry_out(held)
            compare(held)


def with_number(original: SegmentDraft, count: int) -> SegmentDraft:
    """The draft with another number of groups; made if it is not there, and then it waits for a worker."""
    return _beside(original, f"{count} groups", {**original.config, "count": count})


def without_question(original: SegmentDraft, question: str) -> SegmentDraft | None:
    """The draft that is grouped without a question, by its text; None where the question is not there.

    Where the groups hardly are that question, their number says nothing any more and is chosen anew.
    """
    source = original.experiment.source
    if source is None or original.result is None:
        return None
    found = questionnaire_of(source)
    step = describe_only(question)
    if not choices_of(step, found):
        return None
    before = worker.config_of(original)
    config = settings_after(step, before, found)
    if original.result["summary"]["one_question"] != question:
        config = config.model_copy(update={"count": number_found(original)})
    told = config.model_dump(mode="json", exclude={"edits"})
    return _beside(original, f"without {question} {told['count']}", told)


def compare(draft: SegmentDraft) -> None:
    """Keep how many people of each group of the original are in each of these."""
    draft.refresh_from_db()
    original = draft.original
    if original is None or draft.result is None or draft.overlap is not None:
        return
    experiment = library(draft.experiment)
    first, second = (experiment.run(pk).found_segmentation() for pk in (original.pk, draft.pk))
    if first is None or second is None:
        return
    rows = np.flatnonzero((first.assignments > 0) & (second.assignments > 0))
    a, b = first.assignments[rows].astype(np.int64) - 1, second.assignments[rows].astype(np.int64) - 1
    shape = len(first.summary.segments), len(second.summary.segments)
    table = np.bincount(a * shape[1] + b, minlength=shape[0] * shape[1]).reshape(shape)
    SegmentDraft.objects.filter(pk=draft.pk).update(overlap=table.tolist())


def _wanted(original: SegmentDraft) -> Iterator[SegmentDraft]:
    result: dict[str, Any] = original.result or {}
    if (question := result["summary"]["one_question"]) and (other := without_question(original, question)):
        yield other
    now = number_found(original)
    for number in numbers(now, result["rows"]):
        if number != now:
            yield with_number(original, number)


def _added(edit: dict[str, Any]) -> int:
    if edit["type"] == "merge":
        return 1 - len(set(edit["segments"]))
    return int(edit["into"]) - 1 if edit["type"] == "split" else 0


@transaction.atomic
def _beside(original: SegmentDraft, what: str, config: dict[str, Any]) -> SegmentDraft:
    """The same asked for again is the same draft. Nobody is told yet: who makes it carries it out or sends it."""
    made, _ = SegmentDraft.objects.get_or_create(
        pk=uuid5(UUID(str(original.pk)), what),
        defaults={
            "experiment": original.experiment,
            "original": original,
            "for_page": True,
            "config": PersonaConfig.model_validate(config).model_dump(mode="json", exclude={"edits"}),
            "sent": timezone.now(),
        },
    )
    return made
