from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains

from experiments.models import DataSource, Experiment
from persona import judging
from persona.samples import SAMPLES
from tests.experiments.pages import text_of
from tests.factories import ExperimentFactory, RunFactory
from tests.generation.values import finished_run

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django import DjangoAssertNumQueries

    from accounts.models import User

pytestmark = pytest.mark.django_db
HOME = "/"
HTMX = {"HX-Request": "true", "HX-Target": "list"}


def names(response: Any) -> list[str]:
    return [card.name for card in response.context["cards"]]


def make(owner: User, *some: str) -> list[Experiment]:
    return [ExperimentFactory(owner=owner, name=name) for name in some]


def test_without_experiments_the_page_says_how_to_begin(as_alice: Client, charlie: User) -> None:
    make(charlie, "Charlie's")

    response = as_alice.get(HOME)

    assert response.templates[0].name == "experiments/welcome.html"
    assert [sample for sample, _ in response.context["samples"]] == list(SAMPLES)
    assert "Charlie" not in text_of(response)


def test_the_newest_comes_first(as_alice: Client, alice: User) -> None:
    make(alice, "First", "Second", "Third")

    assert names(as_alice.get(HOME)) == ["Third", "Second", "First"]


def test_search_and_filter_work_together(as_alice: Client, alice: User) -> None:
    meals, bikes, _ = make(alice, "Meals", "Bikes", "More meals")
    for experiment in (meals, bikes):
        finished_run(experiment)

    assert names(as_alice.get(HOME, {"q": " meal "})) == ["More meals", "Meals"]
    assert names(as_alice.get(HOME, {"show": "ready"})) == ["Bikes", "Meals"]
    assert names(as_alice.get(HOME, {"q": "meal", "show": "ready"})) == ["Meals"]
    assert names(as_alice.get(HOME, {"show": "nonsense"})) == ["More meals", "Bikes", "Meals"]


def test_htmx_gets_the_list_alone_with_the_count(as_alice: Client, alice: User) -> None:
    make(alice, "Meals", "Bikes")

    response = as_alice.get(HOME, {"q": "meal"}, headers=HTMX)

    assert text_of(response).startswith("1 experiment Those chosen: Archive Move to the bin Clear")
    assert "HX-Target" in response.headers["Vary"]


def test_nothing_found_offers_the_way_back(as_alice: Client, alice: User) -> None:
    make(alice, "Meals")

    response = as_alice.get(HOME, {"q": "<b>zebra"}, headers=HTMX)

    assert text_of(response) == (
        "0 experiments No experiment has “<b>zebra” in its name, statements or quotes Try a shorter word. "
        "Show all experiments"
    )


def test_long_lists_come_in_pages(as_alice: Client, alice: User) -> None:
    make(alice, *(f"Study {number}" for number in range(1, 24)))

    assert names(as_alice.get(HOME))[:2] == ["Study 23", "Study 22"]
    assert names(as_alice.get(HOME, {"page": 2})) == ["Study 3", "Study 2", "Study 1"]
    assert names(as_alice.get(HOME, {"page": "x"}))[0] == "Study 23"
    assert 'href="/?q=Study&amp;page=2"' in as_alice.get(HOME, {"q": "Study"}).content.decode()


@pytest.mark.parametrize("count", [1, 20])
def test_the_number_of_queries_does_not_grow(
    as_alice: Client, alice: User, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for experiment in make(alice, *map(str, range(count))):
        DataSource.objects.create(experiment=experiment, name="a", status="ready", report={}, rows=1)
        finished_run(experiment, number=1)
        RunFactory(experiment=experiment, number=2)

    # session, person, their team, counts, the page, what is newest in each, runs not seen yet
    with django_assert_num_queries(7):
        as_alice.get(HOME)


def test_charlie_does_not_find_by_searching(as_charlie: Client, charlie: User, experiment: Experiment) -> None:
    make(charlie, "Charlie's own")

    assert names(as_charlie.get(HOME, {"q": "planning"})) == []
    assert as_charlie.get(HOME).context["counts"] == {
        "all": 1,
        "ready": 0,
        "running": 0,
        "attention": 0,
        "archive": 0,
        "bin": 0,
    }


def test_help_tells_how_it_works_and_how_a_file_should_look(as_alice: Client) -> None:
    words = text_of(as_alice.get(reverse("experiments:help")))

    headings = (
        "How we judge a result",
        "How to read a statement",
        "How it works",
        "What the yellow chip means",
        "How a file should look",
        "Try it with sample data",
    )
    assert [heading for heading in headings if heading in words] == list(headings)


def test_help_judges_by_the_rules_of_verdicts(as_alice: Client) -> None:
    page = as_alice.get(reverse("experiments:help"))

    for row in judging.levels():
        assertContains(page, row.title)
        for title, cell in zip(judging.titles(), row.cells, strict=True):
            assertContains(page, f'<td data-l="{title}">{cell}</td>')
    for text in judging.caps():
        assertContains(page, f"<li>{text}</li>")
