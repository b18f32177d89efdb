"""Runs and personas belong to their owner: to everybody else they do not exist."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.teams.looks import change_look
from core.security.login_wall import PUBLIC
from generation.models import Comment, Draft, Run, ShareLink
from generation.personas.pictures import keep_picture
from generation.urls import urlpatterns
from tests.accounts.teams.test_looks import picture
from tests.factories import DataSourceFactory, ExperimentFactory
from tests.generation.segments.previews import draft_of, preview
from tests.generation.values import finished_run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from accounts.models import User

pytestmark = pytest.mark.django_db

# Pages of a person's own account belong to whoever asks: see test_views_keys; those of links to whoever has one: see
# tests/generation/shares/test_access.py. A finished sample is begun for oneself, and everybody
# hears of their own runs: see test_tour and runs/test_notices.
OF_NOBODY = {"sample-begin", "runs-finished"}
PATTERNS = [
    pattern
    for room in urlpatterns
    for pattern in room.url_patterns
    if not str(pattern.pattern).startswith("account/")
    and f"generation:{pattern.name}" not in PUBLIC
    and pattern.name not in OF_NOBODY
]
NAMES = [str(pattern.name) for pattern in PATTERNS]
POSTS = [
    "run-cancel", "run-resume", "run-next", "settings", "review", "groups", "persona-edit", "sections", "ask", "share",
    "share-close", "share-open", "comment", "comment-resolve", "comment-delete",
]  # fmt: skip
DAY = timedelta(days=1)
LEADS_ON = ("groups-look", "groups-split", "tour")  # to the groups themselves, to the page of a stop


@pytest.fixture
def addresses(alice: User, data_dir: Path) -> dict[str, str]:
    """Every page of this app, of Alice's."""
    run = finished_run(DataSourceFactory(experiment=ExperimentFactory(owner=alice)).experiment)
    change_look(team=run.experiment.team, titles="#7a1f5c", logo=picture())
    ids = {
        "experiment_id": run.experiment_id,
        "run_id": run.pk,
        "persona_id": (persona := run.personas.get(position=1)).pk,
        "statement_id": persona.statements.get(position=1).pk,
        "row": 1,
        "segments_id": draft_of(run.experiment, preview()).pk,
        "link_id": ShareLink.objects.create(run=run, made_by=alice, name="Team", expires=timezone.now() + DAY).pk,
        "comment_id": Comment.objects.create(run=run, persona=1, author=alice, text="Why?").pk,
        "number": 1,
        "stop": 1,
        "kind": "md",
        "version": run.experiment.team.look,
        "key": keep_picture(run.experiment, picture()),
    }
    return {
        str(pattern.name): reverse(
            f"generation:{pattern.name}", kwargs={name: ids[name] for name in pattern.pattern.converters}
        )
        for pattern in PATTERNS
    }


ELSEWHERE = (
    "run-cancel", "run-resume", "run-next", "export-picture", "share-close", "share-open", "comment", "comment-resolve",
    "comment-delete", "present", "present-slide", "share", "share-preview", "share-preview-persona",
    "share-preview-method", "share-preview-slide", "share-preview-file", "share-preview-picture",
    "persona-sheet", "share-preview-sheet",
)  # fmt: skip
"""Answers to a post, and what needs the files of a run: see test_exports, shares/test_managing."""


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ELSEWHERE])
def test_pages_open_for_their_owner_and_for_nobody_else(
    name: str, addresses: dict[str, str], alice: User, charlie: User, client_of: Callable[[User], Client]
) -> None:
    answers = {person.email: client_of(person).get(addresses[name]).status_code for person in (alice, charlie)}

    assert answers == {"alice@example.com": 302 if name in LEADS_ON else 200, "charlie@example.com": 404}
    assert Client().get(addresses[name]).status_code == 302


@pytest.mark.parametrize("name", POSTS)
def test_nobody_else_can_change_anything(
    name: str, addresses: dict[str, str], charlie: User, client_of: Callable[[User], Client]
) -> None:
    before = list(Run.objects.values())

    response = client_of(charlie).post(addresses[name], {"model": "builtin", "detail": "deep"})

    assert response.status_code == 404
    assert Client().post(addresses[name]).status_code == 302
    assert (list(Run.objects.values()), Draft.objects.count()) == (before, 0)


def test_a_statement_of_another_persona_is_not_shown_by_mine(
    addresses: dict[str, str], charlie: User, client_of: Callable[[User], Client]
) -> None:
    theirs = Run.objects.get().personas.get(position=1).statements.get(position=1)
    mine = finished_run(ExperimentFactory(owner=charlie)).personas.get(position=1)

    response = client_of(charlie).get(reverse("generation:persona", args=[mine.pk]), {"e": theirs.pk})

    assert (response.status_code, response.context["drawer"]) == (200, None)
