"""Previews: what a run would send to a model, word for word, made by a worker before anything is sent."""

from __future__ import annotations

import hashlib
import logging
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from django.core.cache import cache
from pydantic import ValidationError

from experiments import files
from experiments.ingest import library
from generation.runs.worker import UNEXPECTED, describe
from persona.exceptions import PersonaError
from persona.files import write_text
from persona.models import Frozen, PersonaConfig
from persona.writers.llm import Question, preview

if TYPE_CHECKING:
    from pathlib import Path

    from experiments.models import Experiment

logger = logging.getLogger(__name__)
ASKED_SECONDS = 300  # after that long the worker that was asked has died
# Settings that change no word of what is sent.
APART = {"model", "budget_usd", "verify", "embeddings"}


class Preview(Frozen):
    """The questions as they would be sent, or why there are none."""

    questions: tuple[Question, ...] = ()
    problem: dict[str, Any] | None = None


def found(experiment: Experiment, config: PersonaConfig) -> Preview | None:
    """The preview for these settings; None while no worker has made it."""
    try:
        return Preview.model_validate_json(_place(experiment, config).read_bytes())
    except (FileNotFoundError, ValidationError):
        return None


def is_new(experiment: Experiment, config: PersonaConfig) -> bool:
    """Whether a worker has to be asked for it; once for all who wait."""
    return cache.add(_asked(experiment, config), True, timeout=ASKED_SECONDS)


def make(experiment: Experiment, config: PersonaConfig) -> None:
    """Make the preview and keep it in place of any other of this experiment."""
    try:
        made = Preview(questions=preview(library(experiment), config))
    except PersonaError as error:
        made = Preview(problem=describe(error))
    except Exception:
        logger.exception("What experiment %s would send could not be made.", experiment.pk)
        made = Preview(problem=UNEXPECTED)
    place = _place(experiment, config)
    place.parent.mkdir(exist_ok=True)
    for other in place.parent.glob("*.json"):
        with suppress(FileNotFoundError):
            other.unlink()
    write_text(place, made.model_dump_json())
    cache.delete(_asked(experiment, config))


def _place(experiment: Experiment, config: PersonaConfig) -> Path:
    return files.experiment(experiment.pk) / "previews" / f"{_key(experiment, config)}.json"


def _asked(experiment: Experiment, config: PersonaConfig) -> str:
    return f"preview-{experiment.pk}-{_key(experiment, config)}"


def _key(experiment: Experiment, config: PersonaConfig) -> str:
    source = experiment.source
    said = f"{source.pk if source else ''} {config.model_dump_json(exclude=APART)}"
    return hashlib.sha256(said.encode()).hexdigest()[:32]
