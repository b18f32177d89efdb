"""Pictures that people bring for personas: kept drawn anew, read by members and readers, and put into files."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from accounts.teams.looks import look_of
from core.pages.icons import OWN
from generation.personas.models import OwnPicture
from generation.runs.models import Run
from persona.exporting.pictures import PORTRAIT, re_encoded
from persona.messages import configuration_error

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from accounts.people.requests import Request
    from experiments.models import Experiment
    from persona.exporting.look import Look

MOST = 100
"""Pictures of an experiment: the log may go back to each."""
KEPT = "private, max-age=31536000, immutable"
"""The name is made from the content, so a browser need not ask again."""


def keep_picture(experiment: Experiment, data: bytes) -> str:
    """Keep a picture, drawn anew, and say how the log names it.

    Raises:
        ConfigurationError: it is none that we read, or the experiment has as many as one may.
    """
    drawn = re_encoded(data, PORTRAIT, square=True)
    key = OWN + hashlib.blake2b(drawn, digest_size=16).hexdigest()
    kept = OwnPicture.objects.filter(experiment=experiment)
    if not kept.filter(key=key).exists() and kept.count() >= MOST:
        raise configuration_error("too_many_pictures", limit=MOST)
    OwnPicture.objects.get_or_create(experiment=experiment, key=key, defaults={"data": drawn})
    return key


def is_kept(experiment_id: UUID, key: str) -> bool:
    return OwnPicture.objects.filter(experiment=experiment_id, key=key).exists()


def dressed(run: Run, pictures: Mapping[int, str] | None = None) -> Look:
    """The look of a run's files: its team's, and what people brought for its personas.

    Args:
        run: with its experiment and team.
        pictures: by the number of a persona, where they are not those of the run's rows.
    """
    if pictures is None:
        pictures = dict(run.personas.filter(picture__startswith=OWN).values_list("position", "picture"))
    look = look_of(run.experiment.team)
    keys = {key for key in pictures.values() if key.startswith(OWN)}
    if not keys:
        return look
    found = OwnPicture.objects.filter(experiment=run.experiment_id, key__in=keys)
    data = {own.key: bytes(own.data) for own in found}
    return replace(look, portraits={number: data[key] for number, key in pictures.items() if key in data})


@require_safe
def picture(request: Request, run_id: UUID, key: str) -> HttpResponse:
    """A picture, for members."""
    run = get_object_or_404(Run.objects.visible_to(request.user).only("pk", "experiment_id"), pk=run_id)
    return picture_of(run.experiment_id, key)


def picture_of(experiment_id: UUID, key: str) -> HttpResponse:
    """A picture of an experiment.

    Raises:
        Http404: there is none of this name.
    """
    data = OwnPicture.objects.filter(experiment=experiment_id, key=key).values_list("data", flat=True).first()
    if data is None:
        raise Http404
    return HttpResponse(bytes(data), content_type="image/png", headers={"Cache-Control": KEPT})
