"""Looking: which groups a page shows. Each address is one draft; another number of groups is another draft.

So every state has an address, coming back shows the same, and undo leads back to the draft before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from experiments import questions
from experiments.questionnaires import questionnaire_of
from generation.runs.drafts import next_config, save_draft
from generation.runs.models import Draft, Run
from generation.runs.services import check_data
from generation.segments import others, services, tasks
from generation.segments.models import SegmentDraft
from persona.models import PersonaConfig, QuestionChoice
from persona.next_steps import choices_of, describe_only
from persona.store import WRITING_SETTINGS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from experiments.models import Experiment

Status = SegmentDraft.Status
LOOKED_AT = 50
"""Drafts, the newest first, among which those with the settings of now are looked for."""
DESCRIBED = "Describes only: {question}"


@transaction.atomic
def look(*, experiment: Experiment) -> SegmentDraft:
    """The groups of the settings and answers of now: those that were looked at before, else new ones.

    Where a run was started from them, theirs stay as they are and the same ones are begun anew.

    Raises:
        DataNotReady: there is nothing to group.
    """
    check_data(experiment)
    config = next_config(experiment)
    told = config.model_dump(mode="json", exclude={"edits"})
    found = with_settings(experiment, told)
    if found is None:
        return _begun(experiment, told)
    if Run.objects.filter(pk=found.pk).exists():
        return _begun(experiment, told, edits=found.edits)
    if found.status == Status.FAILED:
        services.try_again(draft=found)
    elif found.config != told:
        SegmentDraft.objects.filter(pk=found.pk).update(config=told)  # only what concerns writing
    found.refresh_from_db()
    return found


def with_settings(experiment: Experiment, config: Mapping[str, Any]) -> SegmentDraft | None:
    """The newest draft of a page whose groups are those of these settings, on the data of now."""
    if (source := experiment.source) is None:
        return None
    wanted = _forming(config)
    of_page = SegmentDraft.objects.filter(experiment=experiment, for_page=True, created__gte=source.created)
    return next((draft for draft in of_page[:LOOKED_AT] if _forming(draft.config) == wanted), None)


def is_of_now(draft: SegmentDraft) -> bool:
    """Whether the settings and answers are still those that these groups were found with."""
    source = draft.experiment.source
    if source is None or draft.created < source.created:
        return False
    return _forming(draft.config) == _forming(next_config(draft.experiment).model_dump(mode="json", exclude={"edits"}))


@transaction.atomic
def choose_number(*, draft: SegmentDraft, count: int) -> SegmentDraft:
    """The draft with another number of groups, which the settings then say, too."""
    original = draft.original or draft
    is_originals = count == others.number_found(original)
    found = original if is_originals else others.with_number(original, count)
    return _shown(found, instead_of=draft)


def leave_out(*, draft: SegmentDraft, question: str) -> SegmentDraft | None:
    """The draft whose groups are formed without a question; the data check then says so, too.

    None where there is no such question.
    """
    source = draft.experiment.source
    found = others.without_question(draft, question)
    if source is None or found is None:
        return None
    choices = choices_of(describe_only(question), questionnaire_of(source))
    questions.change(source=source, questions=choices, words=DESCRIBED.format(question=question))
    with transaction.atomic():
        SegmentDraft.objects.filter(pk=found.pk).update(original=None)  # it has other numbers of its own
        found.original = None
        return _shown(found, instead_of=draft)


def undo(*, draft: SegmentDraft, seen: int) -> SegmentDraft:
    """Take back what was done last: an edit, another number, or a question left out.

    Raises:
        Changed, NotReady, InUse: see `services.rename`.
    """
    if draft.edits:
        services.take_back(draft=draft, seen=seen)
        return draft
    if draft.before is None:
        return draft
    _take_question_back(draft, draft.before)
    save_number(draft.experiment, draft.before.config["count"])
    return draft.before


def save_number(experiment: Experiment, count: int | None) -> None:
    """Let the page of settings say the number that was chosen among the groups."""
    kept = Draft.objects.filter(experiment=experiment).first()
    save_draft(experiment=experiment, **{**(kept.config if kept else {}), "count": count})


def _shown(found: SegmentDraft, *, instead_of: SegmentDraft) -> SegmentDraft:
    if found.pk != instead_of.pk and not found.edits:
        SegmentDraft.objects.filter(pk=found.pk).update(before=instead_of)
    save_number(found.experiment, found.config["count"])
    if found.status == Status.WAITING:
        tasks.find_segments.delay_on_commit(str(found.pk))
    elif found.status == Status.FAILED:
        services.try_again(draft=found)
    if found.original_id is None and not found.others.exists():
        tasks.find_other_segments.delay_on_commit(str(found.pk))
    return found


def _take_question_back(draft: SegmentDraft, before: SegmentDraft) -> None:
    """Say of questions what was said with the groups before; with the last change taken back, if it was that."""
    source = draft.experiment.source
    if source is None or draft.config["questions"] == before.config["questions"]:
        return
    if source.changes and source.changes[-1]["words"].startswith(DESCRIBED.partition("{")[0]):
        questions.undo(source=source)
        return
    changed = {
        key: QuestionChoice(use=before.config["questions"].get(key, {}).get("use"))
        for key, choice in draft.config["questions"].items()
        if choice != before.config["questions"].get(key)
    }
    questions.change(source=source, questions=changed)


def _begun(experiment: Experiment, told: Mapping[str, Any], edits: list[Any] | None = None) -> SegmentDraft:
    draft = SegmentDraft.objects.create(experiment=experiment, config=told, edits=edits or [], for_page=True)
    tasks.find_segments.delay_on_commit(str(draft.pk))
    return draft


def _forming(config: Mapping[str, Any]) -> dict[str, Any]:
    """What of the settings forms the groups."""
    whole = PersonaConfig.model_validate({**config, "edits": ()}).model_dump(mode="json")
    return {name: value for name, value in whole.items() if name not in WRITING_SETTINGS}
