"""Pages that compare: who is beside whom, what changed, and who may see it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from generation.personas.compare import found
from persona.comparing.models import Amount, AnswerChange, GroupChange, InsideChange, QuestionsCompared, WhatChanged
from persona.models import Asked, GroupCount
from tests.factories import DataSourceFactory, ExperimentFactory, RunFactory
from tests.generation.values import finished_run, kept_run, portrait, statement

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from django.test import Client

    from accounts.models import User
    from experiments.models import Experiment
    from generation.models import Run

pytestmark = pytest.mark.django_db
QUESTION = "Which tool?"


@pytest.fixture
def experiment(alice: User, data_dir: Path) -> Experiment:
    return DataSourceFactory(experiment=ExperimentFactory(owner=alice)).experiment


@pytest.fixture
def client(alice: User, client_of: Callable[[User], Client]) -> Client:
    return client_of(alice)


def counted(index: int, number: int, *counts: int, base: int = 60) -> Any:
    """A counted statement that tells of each persona how many use paper."""
    groups = tuple(
        GroupCount(persona=at, base=base, count=count, share=count / base) for at, count in enumerate(counts, start=1)
    )
    return statement(
        index,
        number,
        text=f"Uses paper {number}",
        origin="counted",
        evidence=(),
        question=QUESTION,
        option=f"Paper {number}",
        asked=(Asked(column=QUESTION, question=QUESTION),),
        groups=groups,
        share=counts[index - 1] / base,
        everyone_share=0.5,
        everyone_base=base * len(counts),
    )


@pytest.fixture
def run(experiment: Experiment) -> Run:
    first = portrait(1, statements=(statement(1, 1), counted(1, 2, 50, 10, 12), counted(1, 3, 30, 30, 31)))
    return kept_run(experiment, first, portrait(2), portrait(3, statements=(statement(3, 1, text="Something else"),)))


def test_a_cell_is_tinted_where_one_persona_stands_apart(client: Client, run: Run) -> None:
    response = client.get(reverse("generation:compare", args=[run.pk]))

    assertContains(response, '<td class="p1 differs"><span class="big num">83\u00a0%</span>')
    assertContains(response, "More than the others: 83 % against 18 %")
    assertContains(response, '<td class="p1"><span class="big num">50\u00a0%</span>')
    assertContains(response, "Plans that break, 1", count=3)  # of two personas, and among what they share


def test_only_those_that_were_chosen_stand_side_by_side(client: Client, run: Run) -> None:
    response = client.get(reverse("generation:compare", args=[run.pk]), {"persona": ["1", "3"], "differences": "1"})

    assertContains(response, "Something else")
    assertContains(response, '<th scope="col" class="p', count=2)
    assertNotContains(response, "Uses paper 3")


def test_one_alone_is_asked_to_be_joined(client: Client, run: Run) -> None:
    response = client.get(reverse("generation:compare", args=[run.pk]), {"persona": "2"})

    assertContains(response, "Choose at least two personas")


def test_a_run_that_has_no_result_leads_to_itself(client: Client, experiment: Experiment) -> None:
    run = RunFactory(experiment=experiment)

    for page in ("compare", "changed"):
        assertRedirects(
            client.get(reverse(f"generation:{page}", args=[run.pk])), reverse("generation:run", args=[run.pk])
        )


def test_without_another_run_it_says_what_to_do(client: Client, run: Run) -> None:
    assertContains(client.get(reverse("generation:changed", args=[run.pk])), "There is nothing to compare with yet")


def told(run: Run, other: Run) -> WhatChanged:
    """What is kept of two runs, as if it had just been found."""
    grown = GroupChange(
        sentence="“Planner” grew by 7 points.",
        before=Amount(base=200, people=48, share=0.24),
        after=Amount(base=200, people=62, share=0.31),
        low=0.01,
        high=0.13,
        sure="clear",
        chance=0.001,
        status="grown",
        first=1,
        second=1,
        name="Planner",
    )
    answer = AnswerChange(
        sentence="“Paper” rose from 24 % to 55 %.",
        before=Amount(base=48, people=12, share=0.25),
        after=Amount(base=62, people=34, share=0.55),
        low=0.1,
        high=0.5,
        sure="likely",
        chance=0.02,
        question=QUESTION,
        column=QUESTION,
        option="Paper",
        direction="up",
    )
    part = grown.model_copy(
        update={"status": "part", "first": None, "second": 2, "name": "B", "before": Amount(base=200), "sure": "none"}
    )
    made = WhatChanged(
        sentence="The one group is still there. “Planner” grew.",
        people=(200, 200),
        same_rows=False,
        shared_people=None,
        questions=QuestionsCompared(alike=4, first=5, second=5),
        groups=(grown, part),
        everyone=(answer,),
        inside=(InsideChange(first=1, second=1, name="Planner", changes=(answer,)),),
        tested=9,
    )
    key = tuple(value for each in (other, run) for value in (each.pk, each.finished, each.edited))
    return found._changes.keep(key, made)


def test_what_changed_is_told_in_sentences_a_drawing_and_tables(client: Client, run: Run) -> None:
    other = finished_run(run.experiment)
    told(run, other)

    response = client.get(reverse("generation:changed", args=[run.pk]), {"from": other.pk})

    assertContains(response, '<p class="lead2">The one group is still there. “Planner” grew.</p>')
    assertContains(response, "24\u00a0% → <b>31\u00a0%</b>, could be 1 to 13 points")
    assertContains(response, "4 of 5 questions were asked alike.")
    assertContains(response, '<path class="slope"', count=1)
    assertContains(response, '<td class="num">–</td><td class="num">31\u00a0%, 62 people</td>')  # of a part
    assertContains(response, QUESTION, count=2)


def test_a_run_of_somebody_else_is_not_compared_with(
    client: Client, run: Run, charlie: User, client_of: Callable[[User], Client]
) -> None:
    theirs = finished_run(ExperimentFactory(owner=charlie))

    assert client.get(reverse("generation:changed", args=[run.pk]), {"from": theirs.pk}).status_code == 404
    assert client.get(reverse("generation:changed", args=[run.pk]), {"from": "nothing"}).status_code == 404
    assertNotContains(client.get(reverse("generation:changed", args=[run.pk])), theirs.experiment.name)


def test_files_that_are_gone_are_told(client: Client, experiment: Experiment) -> None:
    one, two = finished_run(experiment), finished_run(experiment)

    assertContains(
        client.get(reverse("generation:changed", args=[one.pk]), {"from": two.pk}), "files of this run are gone"
    )
    assertContains(client.get(reverse("generation:compare", args=[one.pk])), "files of this run are gone")
