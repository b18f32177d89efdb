"""Two people at one statement at the same moment: neither wording is lost, and the later one is told."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TYPE_CHECKING

import pytest
from django.db import connection

from accounts.teams.models import Membership, Role
from generation.edits.services import edit
from generation.models import EditEntry, Statement
from persona.edits import RewriteStatement
from tests.factories import ExperimentFactory
from tests.generation.values import kept_run

if TYPE_CHECKING:
    from pathlib import Path

    from accounts.models import User
    from generation.models import Run

pytestmark = pytest.mark.django_db(transaction=True)


def both(people: tuple[User, User], run: Run, number: int) -> list[bool]:
    """Whether each of the two, who had seen the same, was told of the other."""
    run.refresh_from_db()
    ready = Barrier(2)

    def write(person: User) -> bool:
        try:
            ready.wait()
            words = RewriteStatement(statement="1-frustration-1", text=f"{person.email} {number}")
            return edit(person, run.pk, words, seen=run.edited).conflict is not None
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        return list(threads.map(write, people))


@pytest.mark.parametrize("rounds", [3, pytest.param(50, marks=pytest.mark.long)])
def test_none_is_lost_and_the_later_is_told(alice: User, charlie: User, data_dir: Path, rounds: int) -> None:
    run = kept_run(ExperimentFactory(owner=alice))
    Membership.objects.create(team=run.experiment.team, user=charlie, role=Role.EDITOR)

    told = [sorted(both((alice, charlie), run, number)) for number in range(rounds)]

    assert told == [[False, True]] * rounds
    written = EditEntry.objects.filter(kind="rewrite_statement").order_by("sequence")
    wordings = [entry.edit["action"]["text"] for entry in written]
    assert sorted(wordings) == sorted(f"{who.email} {n}" for who in (alice, charlie) for n in range(rounds))
    shown = [entry.edit["action"]["text"] for entry in written if entry.state == EditEntry.State.APPLIED]
    assert (len(shown), Statement.objects.get(key="1-frustration-1").text) == (rounds, shown[-1])
