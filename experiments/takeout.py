"""What somebody takes along of the experiments that they made, and what goes when their team does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from accounts.own_data.parts import Piece, as_json
from accounts.teams.models import Role
from experiments import binning, files
from experiments.models import Experiment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from accounts.models import Team, User
    from experiments.models import ExperimentQuerySet

TOLD = ("name", "description", "created", "updated", "archived", "binned")


def made_by(user: User) -> ExperimentQuerySet:
    """What this person made, in teams where they may still see whole answers."""
    teams = user.memberships.filter(role__in=(Role.OWNER, Role.EDITOR)).values("team")
    return Experiment.objects.filter(owner=user, team__in=teams)


def folder_of(experiment: Experiment) -> str:
    """Its name, as far as every system can write it, and enough of its id."""
    name = re.sub(r"[^\w -]+", "", experiment.name).strip()[:40] or "experiment"
    return f"experiments/{name} {str(experiment.pk)[-6:]}"


def pieces(user: User) -> Iterator[Piece]:
    """Each experiment with what is said of it, and its files as they came."""
    for experiment in made_by(user).prefetch_related("sources"):
        folder = folder_of(experiment)
        yield Piece(f"{folder}/experiment.json", as_json({name: getattr(experiment, name) for name in TOLD}))
        for source in experiment.sources.all():
            said = {"name": source.name, "answers": source.answers, "questions": source.questions}
            yield Piece(f"{folder}/data/{source.pk}.json", as_json(said))
            yield Piece(f"{folder}/data/{source.name}", files.original(experiment.pk, source.pk))


def team_is_deleted(instance: Team, **_: Any) -> None:
    """Its experiments go as if each were deleted by itself, files and all."""
    for experiment in Experiment.objects.filter(team=instance):
        binning.delete_experiment(experiment=experiment)
