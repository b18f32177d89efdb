"""Saved questions: once in an experiment, with it or without whoever saved them."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from generation.models import SavedQuestion
from tests.factories import ExperimentFactory, UserFactory

pytestmark = pytest.mark.django_db


def saved(text: str = "Who cooks?", **fields: object) -> SavedQuestion:
    return SavedQuestion.objects.create(**{"text": text, "run_number": 1, "people": 2, "base": 4} | fields)


def test_the_same_words_are_saved_once_in_an_experiment_and_again_in_another() -> None:
    first, second = ExperimentFactory(), ExperimentFactory()
    saved(experiment=first)
    saved(experiment=second)
    with pytest.raises(IntegrityError), transaction.atomic():
        saved(experiment=first)

    assert SavedQuestion.objects.count() == 2


def test_a_question_stays_without_whoever_saved_it_and_goes_with_its_experiment() -> None:
    experiment, somebody = ExperimentFactory(), UserFactory()
    kept = saved(experiment=experiment, saved_by=somebody)
    somebody.delete()
    kept.refresh_from_db()
    assert (str(kept), kept.saved_by) == ("Who cooks?", None)

    experiment.delete()
    assert not SavedQuestion.objects.exists()


def test_the_newest_come_first() -> None:
    experiment = ExperimentFactory()
    for text in ("One?", "Two?", "Three?"):
        saved(text, experiment=experiment)

    assert [str(kept) for kept in SavedQuestion.objects.all()] == ["Three?", "Two?", "One?"]
