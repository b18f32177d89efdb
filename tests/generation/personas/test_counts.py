"""The drawer of a counted statement: this persona beside each other and everyone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from generation.edits.services import edit
from generation.personas.counts import CountDrawer, CountLine
from generation.personas.models import Persona, Statement
from persona.edits import HidePersona
from persona.models import Asked, GroupCount
from tests.factories import DataSourceFactory, ExperimentFactory
from tests.generation.values import kept_run, portrait, statement

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from django.test import Client

    from accounts.models import User

COUNT = {
    "question": "Do you cook?",
    "option": "Yes",
    "asked": [{"column": "cook", "question": "Do you cook?"}],
    "share": 0.5,
    "everyone_share": 0.4,
    "mean": None,
    "everyone_mean": None,
    "everyone_base": 50,
    "standing": "distinctive",
    "groups": [
        {"persona": 1, "count": 10, "base": 30, "share": 1 / 3, "mean": None},
        {"persona": 2, "count": 10, "base": 20, "share": 0.5, "mean": None},
    ],
}
ANSWERED = {
    "kind": "fact_about_self",
    "text": "Cooks: 60 %",
    "origin": "counted",
    "support": 12,
    "base": 20,
    "note": "12 of 20",
    "evidence": (),
    "question": "Do you cook?",
    "option": "Yes",
    "asked": (Asked(column="cook", question="Do you cook?"),),
    "share": 0.6,
    "everyone_share": 0.4,
    "everyone_base": 60,
    "standing": "distinctive",
    "groups": tuple(GroupCount(persona=n, base=20, count=4 * n, share=n / 5) for n in (1, 2, 3)),
}
PERSONAS = [Persona(position=1, name="Ada"), Persona(position=2, name="Ben")]


def test_shares_of_this_persona_come_first_and_everyone_last() -> None:
    drawer = CountDrawer(Statement(count=COUNT), PERSONAS[1], PERSONAS)

    assert (drawer.question, drawer.option, drawer.is_share, drawer.is_distinctive, drawer.everyone) == (
        "Do you cook?", "Yes", True, True, 40.0,
    )  # fmt: skip
    assert drawer.lines == [
        CountLine("Ben", 2, "50\u00a0%", 50.0, "10 of 20", is_own=True),
        CountLine("Ada", 1, "33\u00a0%", 33.3, "10 of 30"),
        CountLine("Everyone", None, "40\u00a0%", 40.0, "20 of 50"),
    ]


@pytest.mark.parametrize(
    ("told", "columns"),
    [
        pytest.param({}, 1, id="one question"),
        pytest.param({"asked": [{"column": name, "question": name} for name in "ab"]}, 2, id="the mean of two"),
        pytest.param({"asked": None, "columns": ["a", "b", "c"]}, 3, id="of a run before 0.7"),
    ],
)
def test_how_many_questions_were_asked_together(told: dict[str, object], columns: int) -> None:
    drawer = CountDrawer(Statement(count=COUNT | told), PERSONAS[1], PERSONAS)

    assert drawer.columns == columns
    page = render_to_string("generation/_count.html", {"drawer": drawer, "persona": PERSONAS[1]})
    assert (f"It is the mean of {columns} ratings." in page) is (columns > 1)


def test_means_have_no_bar() -> None:
    count = COUNT | {
        "option": None, "share": None, "everyone_share": None, "mean": 3.0, "everyone_mean": 2.5,
        "groups": [{"persona": 2, "count": None, "base": 20, "share": None, "mean": 3.0}],
    }  # fmt: skip
    drawer = CountDrawer(Statement(count=count), PERSONAS[1], PERSONAS)

    assert (drawer.is_share, drawer.lines) == (
        False,
        [
            CountLine("Ben", 2, "3.0", None, "20 answered", is_own=True),
            CountLine("Everyone", None, "2.5", None, "50 answered"),
        ],
    )


@pytest.mark.django_db
def test_of_a_persona_that_is_hidden_the_drawer_of_another_tells_nothing(
    alice: User, data_dir: Path, client_of: Callable[[User], Client]
) -> None:
    experiment = DataSourceFactory(experiment=ExperimentFactory(owner=alice)).experiment
    run = kept_run(experiment, portrait(1, statements=(statement(1, 1, **ANSWERED),)), portrait(2), portrait(3))
    persona = run.personas.get(position=1)
    address = f"{reverse('generation:persona', args=[persona.pk])}?e={persona.statements.get().pk}"
    client, told = client_of(alice), []
    for hidden in (None, 2):
        if hidden:
            edit(alice, run.pk, HidePersona(persona=hidden))
        drawer = client.get(address).context["drawer"]
        told.append([(line.position, line.base) for line in drawer.lines])

    assert [position for position, _ in told[0]] == [1, 2, 3, None]
    assert [position for position, _ in told[1]] == [1, 3, None]
