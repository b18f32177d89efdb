"""A result in which one column is about health and the rest about dinners, and links that show it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.core.cache import cache

from accounts.teams.models import Membership, Role
from generation.models import Run, ShareLink
from generation.shares import services
from persona.models import Contrast, GroupCount, StorySentence
from tests.factories import DataSourceFactory, ExperimentFactory
from tests.generation.values import COLUMN, evidence, fact, kept_run, portrait, statement

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from django.test import Client

    from accounts.models import User

SECRET_WORDS = ("Insulin", "Diabetes", "Q16")
"""What stands in the hidden column alone: no page of a link that hides it may have one of these words."""
QUOTED = ("the plan breaks", "everything after it slips too")
PASSWORD = "soup-ladder-38-window"


def _groups(*shares: float) -> tuple[GroupCount, ...]:
    return tuple(
        GroupCount(persona=n, base=20, count=round(20 * share), share=share) for n, share in enumerate(shares, start=1)
    )


def counted(index: int, number: int, **changes: Any) -> Any:
    fields = {
        "origin": "counted",
        "text": "Has Diabetes: 60 %",
        "support": 12,
        "base": 20,
        "note": "12 of 20 who answered",
        "evidence": (),
        "question": "Q16 Do you have Diabetes?",
        "option": "Insulin",
        "columns": ("Q16",),
        "share": 0.6,
        "everyone_share": 0.4,
        "everyone_base": 40,
        "standing": "distinctive",
        "effect": 0.8,
        "groups": _groups(0.6, 0.2),
    }
    return statement(index, number, kind="fact_about_self", **fields | changes)


def health(index: int) -> Any:
    """A persona that is called by what it answered in the hidden column, and says so wherever it can."""
    said = (
        statement(index, 1),
        statement(index, 2, kind="goal", text="Settle all dinners"),
        statement(index, 3, kind="need", text="A list in the order of the shop", evidence=(evidence(3),)),
        statement(index, 4, kind="behaviour", text="Cooks on Sunday"),
        counted(index, 5),
        statement(index, 6, text="Insulin is dear", evidence=(evidence(1, column="Q16"), evidence(2))),
    )
    other = 3 - index
    return portrait(
        index,
        label=f"Takes Insulin, {index}",
        tagline="Lives with Diabetes.",
        summary="They live with Diabetes. They settle dinners.",
        facts=(fact(), fact(column="Q16", label="Has Diabetes", option="Insulin")),
        quotes=(evidence(2), evidence(1, column="Q16", quote="Insulin at noon", start=0, end=15)),
        statements=said,
        story=(
            StorySentence(about="who", text="Most have Diabetes.", facts=({"column": "Q16", "option": "Insulin"},)),
            StorySentence(about="goal", text="They settle dinners.", statements=(said[1].id,)),
            StorySentence(about="unlike", text=f"Unlike “Takes Insulin, {other}”, cooks.", statements=(said[3].id,)),
        ),
        unlike=(
            Contrast(
                persona=other,
                statement=said[4].id,
                text=f"Unlike “Takes Insulin, {other}”, has Diabetes",
                here="60 %",
                there="20 %",
                topic="has Diabetes",
            ),
        ),
        warnings=("Few answered Q16.",),
    )


@pytest.fixture(autouse=True)
def fresh() -> None:
    """Wrong passwords of other tests are not counted here."""
    cache.clear()


@pytest.fixture
def run(alice: User, data_dir: Path) -> Run:
    experiment = DataSourceFactory(experiment=ExperimentFactory(owner=alice, name="Meal planning")).experiment
    return kept_run(experiment, health(1), health(2), closed=("city", "Q16"))


@pytest.fixture
def editor(bob: User, run: Run) -> User:
    Membership.objects.create(team=run.experiment.team, user=bob, role=Role.EDITOR)
    return bob


@pytest.fixture
def viewer(charlie: User, run: Run) -> User:
    Membership.objects.create(team=run.experiment.team, user=charlie, role=Role.VIEWER)
    return charlie


@pytest.fixture
def client(alice: User, client_of: Callable[[User], Client]) -> Client:
    return client_of(alice)


def shared(run: Run, **changes: Any) -> tuple[ShareLink, str]:
    """A link of a run, and the path of its first page."""
    assert run.experiment.owner is not None
    made = services.share(run.experiment.owner, run, **{"name": "Client workshop"} | changes)
    return made.link, "/s/" + made.address.rstrip("/").rpartition("/")[2] + "/"


__all__ = ["COLUMN", "PASSWORD", "QUOTED", "SECRET_WORDS", "shared"]
