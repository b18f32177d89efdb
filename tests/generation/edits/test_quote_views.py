"""The pages on which quotes are chosen: what counts, what is near, what else is in the data, and for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.teams.models import Membership, Role
from experiments import files
from generation.edits.services import edit
from generation.models import EditEntry, Persona, Run, Statement
from persona.edits import CountQuote, HideStatement, RewriteStatement
from persona.files import remove_folder
from persona.kinds import KINDS
from tests.factories import UserFactory
from tests.generation.edits.conftest import group
from tests.generation.values import CELLS, evidence

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from accounts.models import User

pytestmark = pytest.mark.django_db
FIRST = "1-frustration-1"


def said() -> Statement:
    return Statement.everything.get(key=FIRST)


def quotes_page(persona: Persona, statement: Statement | None = None) -> str:
    return reverse("generation:persona-quotes", args=[persona.pk, (statement or said()).pk])


def add_page(persona: Persona) -> str:
    return reverse("generation:persona-add", args=[persona.pk])


def shown(response: Any) -> tuple[list[int], list[int], list[str]]:
    """Rows that count, rows that are near, and what was found in the data."""
    context = response.context
    found = [passage.place for passage in context["search"].passages]
    return [row.row for row in context["counted"]], [row.row for row in context["near"]], found


def test_quotes_that_count_stand_apart_from_those_that_are_near(client: Client, alice: User, persona: Persona) -> None:
    edit(alice, persona.run_id, CountQuote(statement=FIRST, quote=evidence(2), counted=False))

    assert shown(client.get(quotes_page(persona))) == ([1], [2], [])


def test_what_is_found_in_the_data_is_counted_by_its_button(client: Client, persona: Persona, run: Run) -> None:
    group(run, [1, 1, 1, 2])
    place = f"3.0.0.{len(CELLS[3])}"
    page = client.get(quotes_page(persona), {"q": " recipes "})
    assert shown(page) == ([1, 2], [], [place])
    assertContains(page, f'name="quote" value="{place}"')

    form = {"do": "count", "s": str(said().pk), "quote": place, "next": "quotes", "seen": "0"}
    response = client.post(reverse("generation:persona-edit", args=[persona.pk]), form)

    assertRedirects(response, quotes_page(persona), fetch_redirect_response=False)
    assert (said().support, list(said().evidence.order_by("position").values_list("quote", flat=True))) == (
        3,
        [evidence(1).quote, evidence(2).quote, CELLS[3]],
    )
    assert shown(client.get(quotes_page(persona), {"q": "recipes"})) == ([1, 2, 3], [], [])


def test_a_sentence_around_a_quote_of_the_statement_is_not_offered_beside_it(client: Client, persona: Persona) -> None:
    """To the library both are one quote: its button would change nothing."""
    assert shown(client.get(quotes_page(persona), {"q": "slips"})) == ([1, 2], [], [])
    assert [found.place for found in client.get(add_page(persona), {"q": "slips"}).context["search"].passages] == [
        f"2.0.0.{len(CELLS[2])}"
    ]


def test_a_statement_that_is_hidden_or_that_nobody_says_is_still_worked_on(
    client: Client, alice: User, persona: Persona
) -> None:
    edit(alice, persona.run_id, HideStatement(statement=FIRST))
    for row in (1, 2):
        edit(alice, persona.run_id, CountQuote(statement=FIRST, quote=evidence(row), counted=False))

    page = client.get(quotes_page(persona))

    assert shown(page) == ([], [1, 2], [])
    assertContains(page, "No quote counts now: readers do not see the statement.")


def test_words_of_people_are_text_and_no_markup(client: Client, alice: User, persona: Persona) -> None:
    edit(alice, persona.run_id, RewriteStatement(statement=FIRST, text="<img src=x onerror=1>"))

    page = client.get(quotes_page(persona), {"q": "<script>1</script>"})

    assertContains(page, "&lt;img src=x onerror=1&gt;")
    assertContains(page, "&lt;script&gt;1&lt;/script&gt;")
    assertNotContains(page, "<script>1")
    assertNotContains(page, "<img src=x")


def test_a_statement_is_made_of_what_was_found_and_ticked(client: Client, persona: Persona) -> None:
    page = client.get(add_page(persona), {"q": "the", "kind": "need"})
    [passage] = page.context["search"].passages
    assert (passage.place, page.context["kind"]) == (f"1.0.0.{len(CELLS[1])}", "need")
    assert page.context["kinds"] == [(kind, about.heading) for kind, about in KINDS.items()]
    assertContains(page, '<option value="need" selected>Needs</option>', html=True)

    form = {"do": "add", "quote": passage.place, "text": "", "kind": "need", "seen": "0"}
    client.post(reverse("generation:persona-edit", args=[persona.pk]), form)

    made = Statement.objects.get(persona=persona, kind="need")
    assert (made.text, made.support, made.evidence.get().row) == (CELLS[1], 1, 1)


def test_a_page_without_a_question_looks_for_nothing(client: Client, persona: Persona) -> None:
    for page in (client.get(add_page(persona)), client.get(add_page(persona), {"q": "   "})):
        assert (page.context["search"].text, page.context["search"].passages) == ("", [])


def test_a_question_is_cut_where_it_is_too_long(client: Client, persona: Persona) -> None:
    assert client.get(add_page(persona), {"q": "x" * 300}).context["search"].text == "x" * 200


def test_without_the_data_the_page_says_so_and_shows_the_quotes_that_there_are(
    client: Client, persona: Persona, run: Run
) -> None:
    remove_folder(files.run(run.experiment_id, run.pk) / "segmentation")

    page = client.get(quotes_page(persona), {"q": "plan"})

    assert shown(page) == ([1, 2], [], [])
    problem = page.context["search"].problem
    assert problem.code == "files_gone"
    assertContains(page, problem.message)


def test_counted_statements_and_those_of_others_have_no_such_page(client: Client, persona: Persona, run: Run) -> None:
    other = Statement.objects.get(key="2-frustration-1")
    assert client.get(quotes_page(persona, other)).status_code == 404
    assert client.get(reverse("generation:persona-quotes", args=[persona.pk, uuid4()])).status_code == 404

    Statement.everything.filter(key=FIRST).update(count={"column": "city"})
    assert client.get(quotes_page(persona)).status_code == 404


def test_other_groups_answers_are_found_once_they_are_in_this_one(client: Client, run: Run, persona: Persona) -> None:
    second = Persona.objects.get(run=run, position=2)

    assert client.get(add_page(persona), {"q": "recipes"}).context["search"].passages == []
    [found] = client.get(add_page(second), {"q": "recipes"}).context["search"].passages
    assert found.evidence.row == 3


def test_strangers_find_nothing_and_viewers_are_refused(
    client_of: Callable[[User], Client], charlie: User, persona: Persona
) -> None:
    Membership.objects.create(team=persona.run.experiment.team, user=charlie, role=Role.VIEWER)
    edit_page, history = (reverse(f"generation:persona-{name}", args=[persona.pk]) for name in ("edit", "history"))
    form = {"do": "hide", "s": str(said().pk)}

    def answers(user: User) -> list[int]:
        browser = client_of(user)
        read = [browser.get(page).status_code for page in (quotes_page(persona), add_page(persona), edit_page, history)]
        return [*read, browser.post(edit_page, form).status_code]

    assert answers(UserFactory()) == [404, 404, 404, 404, 404]
    assert answers(charlie) == [403, 403, 403, 200, 403]
    assert EditEntry.objects.count() == 0


def test_pages_of_quotes_are_only_read(client: Client, persona: Persona) -> None:
    assert [client.post(page).status_code for page in (quotes_page(persona), add_page(persona))] == [405, 405]
