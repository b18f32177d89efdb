"""Results and personas: what is shown, and at what cost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from experiments import services
from generation.models import Persona, Run, Statement
from generation.personas.persistence import store_persona
from persona.models import GroupCount, PersonaConfig
from persona.verdict import judge
from tests.factories import DataSourceFactory, ExperimentFactory, RunFactory
from tests.generation.values import evidence, finished_run, portrait, running_run, statement, summary

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from django.http import HttpResponse
    from django.test import Client
    from pytest_django import DjangoAssertNumQueries

    from accounts.models import User
    from experiments.models import Experiment
    from persona import models as library

pytestmark = pytest.mark.django_db


@pytest.fixture
def experiment(alice: User, data_dir: Path) -> Experiment:
    return DataSourceFactory(experiment=ExperimentFactory(owner=alice)).experiment


@pytest.fixture
def client(alice: User, client_of: Callable[[User], Client]) -> Client:
    return client_of(alice)


def results(client: Client, run: Run) -> HttpResponse:
    return client.get(reverse("generation:results", args=[run.pk]))


def persona_page(client: Client, persona: Persona, *, target: str = "", **query: Any) -> HttpResponse:
    headers = {"hx-request": "true", "hx-target": target} if target else {}
    return client.get(reverse("generation:persona", args=[persona.pk]), query, headers=headers)


def full(index: int = 1, **changes: Any) -> library.Persona:
    """A persona that says enough for one."""
    said = [statement(index, 1, kind="goal", text="Settle all dinners"), *(statement(index, n) for n in (2, 3, 4))]
    return portrait(index, statements=tuple(said), **changes)


def with_personas(experiment: Experiment, *personas: library.Persona, **fields: Any) -> Run:
    run = finished_run(experiment, 0, summary=summary(len(personas)).model_dump(mode="json"), **fields)
    for each in personas:
        store_persona(run, each)
    return run


def test_results_show_cards_verdict_map_and_shares(client: Client, experiment: Experiment) -> None:
    found = judge([portrait(1), portrait(2)], summary(2), PersonaConfig()).model_dump(mode="json")
    response = results(client, with_personas(experiment, full(1), full(2), verdict=found))

    for text in ("Marta A", "Marta B", "Settle all dinners", "Do not present yet", "statements for each persona"):
        assertContains(response, text)
    assertContains(response, "Map of people")
    assertContains(response, '<rect class="p2" x="50.0" width="50.0" height="10"/>')
    assertContains(response, "2 groups come back when half of the people are left out.")
    assertNotContains(response, "The groups are weak")


def test_groups_that_say_too_little_stand_below_in_numbers_only(client: Client, experiment: Experiment) -> None:
    response = results(client, with_personas(experiment, full(1), portrait(2, label="Rates the tour low")))

    for text in ("1 group with something to say", "1 group we can only describe in numbers", "2 statements"):
        assertContains(response, text)
    assertContains(response, '<span class="v num">62 %</span><span class="quiet">everyone 34 %</span>')
    assertContains(response, "Rates the tour low</a></h3>")


def test_results_link_each_statement_to_its_words(client: Client, experiment: Experiment) -> None:
    run = with_personas(experiment, full())
    said = Statement.objects.filter(persona__run=run).first()
    assert said is not None

    assertContains(results(client, run), f"{reverse('generation:persona', args=[said.persona_id])}?e={said.pk}")


@pytest.mark.parametrize(("strength", "title"), [("weak", "The groups are weak"), ("none", "No reliable groups")])
def test_results_warn_of_groups_that_are_not_clear(
    client: Client, experiment: Experiment, strength: str, title: str
) -> None:
    doubtful = summary(1, strength=strength, reason="They come back only now and then.")
    run = finished_run(experiment, 1, summary=doubtful.model_dump(mode="json"), warnings=["3 lines were left out."])

    response = results(client, run)

    for text in (title, "They come back only now and then.", "3 lines were left out."):
        assertContains(response, text)


def test_results_of_a_run_at_work_lead_to_the_run(client: Client, experiment: Experiment) -> None:
    run = running_run(experiment=experiment)

    assertRedirects(results(client, run), reverse("generation:run", args=[run.pk]))


def test_results_offer_the_other_runs(client: Client, experiment: Experiment) -> None:
    first = finished_run(experiment, number=1)
    RunFactory(experiment=experiment, number=2, status="cancelled")
    third = finished_run(experiment, number=3)

    assert list(results(client, first).context["recent"]) == [third, first]


@pytest.mark.parametrize(("personas", "runs"), [(1, 1), (12, 5)])
def test_results_cost_as_many_queries_however_much_there_is(
    client: Client, experiment: Experiment, personas: int, runs: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    made = [finished_run(experiment, personas, number=number) for number in range(1, runs + 1)]

    with django_assert_num_queries(8):
        results(client, made[0])
    with django_assert_num_queries(5):
        results(client, made[0])


def test_results_seen_before_still_follow_what_may_change(
    client: Client, experiment: Experiment, bob: User, client_of: Callable[[User], Client]
) -> None:
    run = finished_run(experiment, personas=2)
    assertContains(results(client, run), "Marta A")
    services.change_experiment(experiment=experiment, name="Another name")
    finished_run(experiment, number=run.number + 1)

    again = results(client, run)
    assertContains(again, "<h1>Another name</h1>")
    assertContains(again, f"Run {run.number + 1}, ")
    assertContains(again, "Marta A")
    assert results(client_of(bob), run).status_code == 404
    Run.objects.filter(pk=run.pk).delete()
    assert results(client, run).status_code == 404


def test_persona_shows_the_portrait(client: Client, experiment: Experiment) -> None:
    persona = finished_run(experiment, personas=2).personas.get(position=1)

    response = persona_page(client, persona)

    for text in (
        "50\u00a0% of people, 20 people",
        "“everything after it slips too”",
        "<p>Plans on Sunday.</p>",
        "Plans that break, 1",
        "2 of 4 say something like this",
        "Lives in Porto",
        "1.8× average",
        '<rect class="b" y="2" width="62.0" height="4" rx="1"/>',
        "Marta B",
    ):
        assertContains(response, text)
    assertContains(response, '<div id="evidence" hidden></div>')


def test_a_handful_of_people_are_counted(client: Client, experiment: Experiment) -> None:
    run = with_personas(experiment, full(size=4, share=0.01))
    persona = run.personas.get()

    assertContains(persona_page(client, persona), '<p class="over">4 people</p>')
    assertContains(results(client, run), '<b class="num">4</b> of 2 people')


def test_persona_says_what_is_weak_and_what_to_beware_of(client: Client, experiment: Experiment) -> None:
    thin = portrait(statements=(statement(strength="weak"),), warnings=("Only 2 people.",))
    persona = store_persona(finished_run(experiment, 0), thin)

    response = persona_page(client, persona)

    assertContains(response, "Only 2 people.")
    assertContains(response, "Weak</span>")


def test_persona_with_a_statement_opens_the_drawer_without_a_script(client: Client, experiment: Experiment) -> None:
    persona = finished_run(experiment, personas=1).personas.get()
    said = persona.statements.get(position=1)

    response = persona_page(client, persona, e=said.pk)

    assertContains(response, '<aside class="drawer" id="evidence"')
    assertContains(response, "If one dinner slips <mark>everything after it slips too</mark>.")
    assertContains(response, "<b>Row 2</b>, What annoys you?")
    assertContains(response, "2 quotes from 2 people support")
    assertContains(response, '<li class="st on">')
    assertContains(response, "<h1>Marta A</h1>")


def test_the_chip_of_a_counted_statement_opens_its_count(client: Client, experiment: Experiment) -> None:
    run = finished_run(experiment, personas=0)
    groups = (GroupCount(persona=1, base=20, count=12, share=0.6), GroupCount(persona=2, base=20, count=4, share=0.2))
    counted = statement(
        1, 1, origin="counted", text="Cooks: 60 %", support=12, base=20, note="12 of 20 who answered", evidence=(),
        question="Do you cook?", option="Yes", columns=("cook",), share=0.6, everyone_share=0.4, everyone_base=40,
        standing="distinctive", effect=0.8, groups=groups,
    )  # fmt: skip
    persona = store_persona(run, portrait(1, statements=(counted,)))
    store_persona(run, portrait(2))
    found = Statement.objects.get(persona=persona)
    closed, opened = persona_page(client, persona), persona_page(client, persona, e=found.pk)

    assertContains(closed, '<span class="vh"> answered so. See the count</span>')
    assertContains(closed, "Counted</span>")
    for text in ("“Do you cook?”", "“Yes”", "12 of 20", "4 of 20", "16 of 40", "Everyone"):
        assertContains(opened, text)


def test_drawer_tells_support_from_what_is_related(client: Client, experiment: Experiment) -> None:
    said = statement(evidence=(evidence(1), evidence(2, counted=False, strength="weak")))
    persona = store_persona(finished_run(experiment, 0), portrait(statements=(said,)))

    response = persona_page(client, persona, e=persona.statements.get().pk)

    assertContains(response, "1 quote from one person supports; 1 more is related</p>")
    assertContains(response, "Strong</span>", count=1)
    assertContains(response, "Related, not counted</span>", count=1)


def test_drawer_alone_is_what_htmx_asks_for(client: Client, experiment: Experiment) -> None:
    persona = finished_run(experiment, personas=1).personas.get()
    said = persona.statements.get(position=1)

    opened = persona_page(client, persona, target="evidence", e=said.pk)
    closed = persona_page(client, persona, target="evidence")

    assert opened.content.decode().strip().startswith("<aside")
    assert closed.content.decode().strip() == '<div id="evidence" hidden></div>'


def many_quotes(experiment: Experiment) -> Persona:
    said = statement(evidence=tuple(evidence(row) for row in (3, 1, 2) * 4))
    return store_persona(finished_run(experiment, 0), portrait(statements=(said,)))


def test_drawer_shows_some_quotes_and_more_when_asked(client: Client, experiment: Experiment) -> None:
    persona = many_quotes(experiment)
    said = persona.statements.get()

    first = persona_page(client, persona, e=said.pk)
    more = persona_page(client, persona, target="more-quotes", e=said.pk, show=10)
    all_of_them = persona_page(client, persona, e=said.pk, show=15)

    assertContains(first, "Show 7 more")
    assert [r.content.decode().count('class="quote"') for r in (first, more, all_of_them)] == [5, 5, 12]
    assertNotContains(all_of_them, "more-quotes")
    assertNotContains(more, "<aside")


def test_drawer_in_order_of_rows(client: Client, experiment: Experiment) -> None:
    persona = many_quotes(experiment)

    response = persona_page(client, persona, e=persona.statements.get().pk, sort="rows", show=12)

    rows = [quote.evidence.row for quote in response.context["drawer"].quotes]
    assert rows == sorted(rows)
    assertContains(response, '<option value="rows" selected>')


@pytest.mark.parametrize("query", [{"e": "nonsense"}, {"e": "01a20cb4-0000-7000-8000-000000000000"}, {"e": ""}])
def test_persona_with_a_statement_it_does_not_have_is_the_persona(
    client: Client, experiment: Experiment, query: dict[str, str]
) -> None:
    persona = finished_run(experiment, personas=1).personas.get()

    assertContains(persona_page(client, persona, **query), '<div id="evidence" hidden></div>')


@pytest.mark.parametrize("query", [{"sort": "nonsense"}, {"show": "-3"}, {"show": "9999999999"}, {"show": "²"}])
def test_drawer_takes_what_it_does_not_know_for_not_said(
    client: Client, experiment: Experiment, query: dict[str, str]
) -> None:
    persona = many_quotes(experiment)

    response = persona_page(client, persona, e=persona.statements.get().pk, **query)

    assert [quote.evidence.row for quote in response.context["drawer"].quotes] == [3, 1, 2, 3, 1]


def test_words_of_others_are_escaped(client: Client, experiment: Experiment) -> None:
    evil = portrait(name="<script>alert(1)</script>", summary="<img src=x>", statements=(statement(text="<b>x</b>"),))
    persona = store_persona(finished_run(experiment, 0), evil)

    response = persona_page(client, persona, e=persona.statements.get().pk)

    for text in ("<script>alert", "<img src=x>", "<b>x</b>"):
        assertNotContains(response, text)


@pytest.mark.parametrize("many", [1, 11])
def test_persona_costs_as_many_queries_however_much_there_is(
    client: Client, experiment: Experiment, many: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    passages = tuple(evidence(1 + i % 3) for i in range(many))
    statements = tuple(statement(number=number, evidence=passages) for number in range(many))
    run = finished_run(experiment, personas=many)
    persona = store_persona(run, portrait(12, statements=statements))
    said = persona.statements.get(position=1)

    with django_assert_num_queries(10):
        persona_page(client, persona, e=said.pk)
    with django_assert_num_queries(7):
        persona_page(client, persona, e=said.pk)
    with django_assert_num_queries(4):
        persona_page(client, persona, target="evidence", e=said.pk)


def test_a_drawer_opens_on_statements_of_this_persona_and_person_alone(
    client: Client, experiment: Experiment, bob: User, client_of: Callable[[User], Client]
) -> None:
    run = finished_run(experiment, 0)
    first, second = (
        store_persona(run, portrait(n, statements=(statement(n, evidence=(evidence(1),)),))) for n in (1, 2)
    )
    said = first.statements.get().pk

    shown = [persona_page(client, persona, target="evidence", e=said).content.decode() for persona in (first, second)]

    assert [f'data-statement="{said}"' in text for text in shown] == [True, False]
    assert persona_page(client_of(bob), first, target="evidence", e=said).status_code == 404


def test_a_persona_of_a_run_that_goes_on_is_shown_as_it_is_now(client: Client, experiment: Experiment) -> None:
    persona = store_persona(running_run(experiment=experiment), portrait(1))
    assertContains(persona_page(client, persona), "Marta A")
    Persona.objects.filter(pk=persona.pk).update(tagline="Told anew by the check")

    assertContains(persona_page(client, persona), "Told anew by the check")


def test_each_statement_of_a_persona_is_marked_when_its_drawer_is_open(client: Client, experiment: Experiment) -> None:
    persona = store_persona(
        finished_run(experiment, 0),
        portrait(1, statements=tuple(statement(number=n, evidence=(evidence(1),)) for n in (1, 2))),
    )
    first, second = persona.statements.all()

    def marked(**query: Any) -> list[bool]:
        page = persona_page(client, persona, **query).content.decode()
        return [
            f'id="ev-{said.pk}" href="?e={said.pk}" hx-get="?e={said.pk}" hx-target="#evidence" hx-swap="outerHTML"'
            ' hx-push-url="true" aria-current="true"' in page
            for said in (first, second)
        ]

    for _ in range(2):  # drawn, and kept
        assert marked() == [False, False]
        assert marked(e=first.pk) == [True, False]
        assert marked(e=second.pk) == [False, True]
