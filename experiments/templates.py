"""Templates: the question, the settings and what is said of questions, kept for the next experiment of the team."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from experiments import questions, services, signals
from experiments.models import DataSource, Template
from persona.ids import uuid7

if TYPE_CHECKING:
    from uuid import UUID

    from accounts.models import User
    from experiments.models import Experiment


@transaction.atomic
def save_as_template(*, experiment: Experiment, by: User, name: str) -> Template:
    """What this experiment would begin with again; a template of that name is replaced."""
    source = experiment.source
    wanted = services.said_of_questions(source) if source else experiment.wanted
    template, _ = Template.objects.update_or_create(
        team_id=experiment.team_id,
        name=name,
        defaults={"owner": by, "description": experiment.description, "wanted": wanted, "config": {}},
    )
    signals.template_is_made.send(Template, experiment=experiment, template=template)
    template.save()
    return template


@transaction.atomic
def begin(*, template: Template, by: User, key: UUID | None = None) -> Experiment:
    """A new experiment in the template's team; `key` becomes its id, so that the same form twice is one."""
    made, is_new = services.once(
        key=key or uuid7(),
        team_id=template.team_id,
        owner=by,
        name=template.name,
        description=template.description,
        wanted=template.wanted,
    )
    if is_new:
        signals.template_was_used.send(Template, experiment=made, template=template)
    return made


def source_was_read(sender: object, source: DataSource, **_: object) -> None:  # noqa: ARG001 -- a signal's receiver
    """Say of the data what was wanted from the start, as one change that can be taken back."""
    wanted = source.experiment.wanted
    if wanted and source.status == DataSource.Status.READY and not source.version:
        answers = {**wanted.get("answers", {}), **source.answers}  # an answer that had it read in this way is newer
        questions.say_again(source=source, wanted={**wanted, "answers": answers}, words="Said of the questions before")
