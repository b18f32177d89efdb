"""One of everything that an address of the API can name, all of one person's, really made by the library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from experiments.ingest import library
from generation.edits.services import edit
from generation.models import Comment, Run, SavedQuestion, SegmentDraft, Webhook, WebhookDelivery
from generation.personas.persistence import store_persona
from generation.shares.services import share
from persona import PersonaGenerator
from persona.edits import PinStatement
from persona.ids import uuid7
from persona.models import GenerationResult, PersonaConfig
from tests.factories import DataSourceFactory, ExperimentFactory, RunFactory, WebhookFactory
from tests.generation.values import finished_run
from tests.invented import invented_answers

if TYPE_CHECKING:
    from accounts.models import User
    from experiments.models import Experiment

ROWS = 60


@dataclass(frozen=True)
class World:
    """The ids, by the names that the paths give them."""

    ids: dict[str, str]

    def address(self, path: str) -> str:
        """A path of the document with this world's ids in it."""
        return path.format(**self.ids)


def make_world(owner: User, *, whole: bool = True) -> World:
    """An experiment with data, two runs, personas, segments and a webhook that has told of a run.

    Without the `whole` there are rows only: enough to be found or not.
    """
    source = DataSourceFactory(experiment=ExperimentFactory(owner=owner), content=invented_answers(ROWS))
    experiment = source.experiment
    if whole:
        run, other, segments = make_run(experiment, count=3), make_run(experiment, count=2), _segments(experiment)
    else:
        run, other = finished_run(experiment), finished_run(experiment)
        segments = SegmentDraft.objects.create(experiment=experiment, config=PersonaConfig().model_dump(mode="json"))
    persona = run.personas.get(position=1)
    pin = PinStatement(statement=persona.statements.get(position=1).key)
    hook = WebhookFactory(owner=owner)
    return World(
        {
            "experiment_id": str(experiment.pk),
            "source_id": str(source.pk),
            "run_id": str(run.pk),
            "other_id": str(other.pk),
            "persona_id": str(persona.pk),
            "statement_id": str(persona.statements.get(position=1).pk),
            "edit_id": str(edit(owner, run.pk, pin).entry.pk if whole else uuid7()),
            "segments_id": str(segments.pk),
            "link_id": str(share(owner, run, name="Client workshop").link.pk),
            "comment_id": str(Comment.objects.create(run=run, persona=1, author=owner, text="Why?").pk),
            "question_id": str(_question(run, owner).pk),
            "webhook_id": str(hook.pk),
            "delivery_id": str(_delivery(hook).pk),
            "kind": "md",
        }
    )


def _question(run: Run, owner: User) -> SavedQuestion:
    told = {"run_number": run.number, "people": 1, "base": 9}
    return SavedQuestion.objects.create(experiment=run.experiment, text="Why?", saved_by=owner, **told)


def make_run(experiment: Experiment, **settings: Any) -> Run:
    """A finished run: the library's folder, and the rows that a worker would have written."""
    config = PersonaConfig(**settings)
    run = RunFactory(experiment=experiment, config=config.model_dump(mode="json"), version=9)
    kept = library(experiment)
    kept.new_run(config, id=run.pk)
    found = PersonaGenerator(kept).generate(config, resume=str(run.pk))
    for persona in found.personas:
        store_persona(run, persona)
    _finish(run, found)
    return run


def _finish(run: Run, found: GenerationResult) -> None:
    run.status = Run.Status.DONE
    run.started = run.finished = timezone.now()
    run.rows, run.sizes = found.rows, [persona.size for persona in found.personas]
    for name in ("quality", "usage"):
        setattr(run, name, getattr(found, name).model_dump(mode="json"))
    run.summary = found.segmentation.model_dump(mode="json")
    run.warnings = list(found.warnings)
    run.save()


def _segments(experiment: Experiment) -> SegmentDraft:
    kept = library(experiment)
    config = PersonaConfig(count=3)
    made = kept.new_run(config)
    preview = PersonaGenerator(kept).group(config, resume=made.id)
    return SegmentDraft.objects.create(
        pk=made.id,
        experiment=experiment,
        config=config.model_dump(mode="json", exclude={"edits"}),
        status=SegmentDraft.Status.READY,
        result=preview.model_dump(mode="json"),
    )


def _delivery(hook: Webhook) -> WebhookDelivery:
    return WebhookDelivery.objects.create(webhook=hook, event="webhook.test", payload="{}")
