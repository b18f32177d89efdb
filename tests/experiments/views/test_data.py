from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from django.http import QueryDict
from django.urls import reverse

from experiments.browsing import Asked
from experiments.views.data import read_query
from generation.models import Statement
from persona.samples import SAMPLES
from tests.experiments.pages import text_of
from tests.experiments.test_browsing import group_rows, many
from tests.factories import DataSourceFactory
from tests.generation.values import CELLS, COLUMN, evidence, finished_run

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django import DjangoAssertNumQueries

    from experiments.models import DataSource, Experiment

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true", "HX-Target": "table"}


def address(experiment: Experiment) -> str:
    return reverse("experiments:data", args=[experiment.pk])


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("", Asked()),
        ("q=+plan+&persona=2&from=51&size=50", Asked(text="plan", persona=2, first=51, size=50)),
        ("c=3&c=0&c=x", Asked(columns=(3, 0))),
        ("row=58&column=a%20b&start=4&end=13", Asked(row=58, column="a b", start=4, end=13)),
        ("persona=-1&from=%C2%B2&size=1000&row=99999999999999", Asked()),
    ],
)
def test_the_address_is_read_and_nonsense_counts_as_not_said(query: str, asked: Asked) -> None:
    assert read_query(QueryDict(query)) == asked


def test_before_the_file_is_read_the_way_leads_to_the_check(as_alice: Client, experiment: Experiment) -> None:
    response = as_alice.get(address(experiment))

    assert response.headers["Location"] == reverse("experiments:check", args=[experiment.pk])


def test_rows_are_shown_with_their_numbers_and_whole_answers(as_alice: Client, source: DataSource) -> None:
    page = as_alice.get(address(source.experiment)).content.decode()

    assert '<tr id="r1"><th scope="row">1</th>' in page
    assert f'<span dir="auto">{CELLS[1]}</span>' in page
    assert "Rows 1–4 of 4" in page


def test_htmx_gets_the_table_alone(as_alice: Client, source: DataSource) -> None:
    response = as_alice.get(address(source.experiment), {"q": "recipes"}, headers=HTMX)

    assert text_of(response).startswith("1 row contains “recipes”. Clear search Rows 1 to 1 of 1 Row")
    assert '<mark class="find">Recipes</mark> that take longer than they say.' in response.content.decode()


def test_nothing_found_says_so(as_alice: Client, source: DataSource) -> None:
    response = as_alice.get(address(source.experiment), {"q": "<zebra>"}, headers=HTMX)

    assert "No answer contains “<zebra>” Try a shorter word. Clear search" in text_of(response)
    assert "<zebra>" not in response.content.decode()


def test_a_quote_is_marked_with_the_statement_it_supports(as_alice: Client, source: DataSource) -> None:
    run = finished_run(source.experiment)
    group_rows(run, [1, 2, 1, 2])
    passage = evidence(1)
    place = {"row": 1, "column": COLUMN, "start": passage.start, "end": passage.end}

    response = as_alice.get(address(source.experiment), place)
    page = response.content.decode()

    statement = run.personas.first().statements.first()
    assert "Row 1 supports “ Plans that break, 1 ”. Back to Marta A" in text_of(response)
    assert f"{reverse('generation:persona', args=[statement.persona_id])}?e={statement.pk}" in page
    assert '<tr id="r1" class="hit" aria-current="true">' in page
    assert "<mark>the plan breaks</mark>." in page


def test_a_quote_of_the_portrait_names_its_persona(as_alice: Client, source: DataSource) -> None:
    run = finished_run(source.experiment)
    group_rows(run, [1, 2, 1, 2])
    [lead] = run.personas.get(position=2).quotes
    Statement.objects.all().delete()

    response = as_alice.get(
        address(source.experiment), {name: lead[name] for name in ("row", "column", "start", "end")}
    )

    assert "Row 2 lets Marta A speak. Back to Marta A" in text_of(response)


def test_a_row_that_supports_nothing_is_only_marked(as_alice: Client, source: DataSource) -> None:
    group_rows(finished_run(source.experiment), [1, 2, 1, 2])

    response = as_alice.get(address(source.experiment), {"row": 4, "column": COLUMN, "start": 0, "end": 7})

    assert response.context["support"] is None
    assert "<mark>I never</mark> know" in response.content.decode()


def test_pages_keep_what_was_asked_for(as_alice: Client, experiment: Experiment) -> None:
    source = many(experiment)

    response = as_alice.get(address(source.experiment), {"q": "shopping", "size": 25, "c": [2, 0]})

    assert response.context["later"] == "?c=2&c=0&q=shopping&size=25&from=78"
    assert response.context["earlier"] == ""


def test_hidden_cells_say_that_they_are(as_alice: Client, experiment: Experiment) -> None:
    response = as_alice.get(address(many(experiment).experiment))

    assert "example.com" not in response.content.decode()
    assert "Personal data is hidden" in text_of(response)


def test_samples_name_who_made_them(as_alice: Client, experiment: Experiment) -> None:
    experiment.is_sample = True
    experiment.save()
    DataSourceFactory(experiment=experiment, name=SAMPLES[1].path.name)

    assert SAMPLES[1].attribution in text_of(as_alice.get(address(experiment)))


@pytest.mark.parametrize("count", [4, 130])
def test_the_number_of_queries_does_not_grow(
    as_alice: Client, experiment: Experiment, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    many(experiment, count)
    group_rows(finished_run(experiment, personas=2 + count // 40), [1] * count)

    # session, person, their membership, experiment, source, run, its personas
    with django_assert_num_queries(7):
        as_alice.get(address(experiment), {"size": 100})


def test_charlie_finds_nothing(as_charlie: Client, source: DataSource) -> None:
    foreign = as_charlie.get(address(source.experiment))
    missing = as_charlie.get(reverse("experiments:data", args=[UUID(int=7)]))

    assert (foreign.status_code, text_of(foreign)) == (404, text_of(missing))
