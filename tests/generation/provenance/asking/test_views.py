"""Asking on pages and over HTTP: an answer with the way to each person, kept questions, and narrower ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.tokens.models import ApiToken
from generation.models import SavedQuestion
from generation.runs import services, tasks
from persona.models import PersonaConfig
from tests.factories import DataSourceFactory, ExperimentFactory, UserFactory
from tests.invented import invented_answers

if TYPE_CHECKING:
    from pathlib import Path

    from accounts.models import User
    from generation.models import Run

pytestmark = pytest.mark.django_db(transaction=True)
QUESTION = "Who plans meals for the week?"


def made() -> tuple[Run, User, Client]:
    """A run of two personas, its owner, and their browser."""
    owner = UserFactory()
    source = DataSourceFactory(experiment=ExperimentFactory(owner=owner), content=invented_answers(60))
    run = services.start_run(experiment=source.experiment, config=PersonaConfig(count=2))
    tasks.generate_run(str(run.pk))
    run.refresh_from_db()
    client = Client()
    client.force_login(owner)
    return run, owner, client


def test_a_question_is_answered_kept_and_narrowed_and_leads_to_each_person(data_dir: Path) -> None:
    run, owner, client = made()
    address = reverse("generation:ask", args=[run.pk])

    assertContains(client.get(address), "Answers come from what people wrote")

    page = client.get(address, {"q": QUESTION})
    said = page.context["shown"].passages[0]
    assertContains(page, page.context["shown"].answer.sentence)
    assertContains(page, f"<mark>{said.said}</mark>")
    assertContains(page, f'href="{said.person}"')

    nothing = client.get(address, {"q": "What do they think about quantum physics?"})
    assertContains(nothing, "Nothing in the data speaks of this")
    assertContains(nothing, "Nobody writes “quantum” or “physics”.")

    narrowed = client.get(address, {"q": QUESTION, "persona": "2", "by": "1", "a": ["1.1", "99.1", "x"]})
    form = narrowed.context["form"]
    assert (form.persona, form.answers, form.choosing) == (2, ((1, 1),), 1)
    assertContains(narrowed, 'value="1.1" checked')
    assert {one.passage.persona for one in narrowed.context["shown"].passages} <= {2}

    person = client.get(said.person)
    assertContains(person, f"Person {said.passage.row}")
    assert said.said in "".join(piece.text for one in person.context["written"] for piece in one.pieces)
    assert not any("\x1f" in answer for _, answer in person.context["chosen"])
    assert client.get(reverse("generation:person", args=[run.pk, 61])).status_code == 404

    kept = client.post(address, {"q": QUESTION, "do": "save"})
    assertRedirects(kept, f"{address}?q=Who+plans+meals+for+the+week%3F", fetch_redirect_response=False)
    saved = SavedQuestion.objects.get()
    answer = page.context["shown"].answer
    assert (saved.text, saved.saved_by, saved.people, saved.base) == (QUESTION, owner, answer.people, answer.base)
    assertContains(client.get(address), QUESTION)

    SavedQuestion.objects.update(run_number=0, people=1)
    assertContains(client.get(address, {"q": QUESTION}), "In run 0, 1 of")
    saved.refresh_from_db()
    assert (saved.run_number, saved.people) == (run.number, answer.people)

    client.post(address, {"q": QUESTION, "do": "forget"})
    assert not SavedQuestion.objects.exists()
    empty = client.post(address, {"q": "?!", "do": "save"}, follow=True)
    assertContains(empty, "There is no question.")


def test_the_api_answers_as_the_library_does(data_dir: Path) -> None:
    run, owner, client = made()
    _, token = ApiToken.objects.issue(owner, name="ask", scopes=["read"])
    told = client.post(
        f"/api/v1/runs/{run.pk}/ask",
        {"question": QUESTION, "filter": {"personas": [1]}, "limit": 2},
        content_type="application/json",
        headers={"authorization": f"Bearer {token}"},
    )

    assert told.status_code == 200
    assert (told.json()["found"], len(told.json()["passages"])) == (True, 2)
    assert {one["persona"] for one in told.json()["passages"]} == {1}


def test_a_run_whose_answers_are_not_read_yet_says_so_and_has_them_read(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generation.provenance.asking import services as asking
    from generation.provenance.asking.tasks import index_run

    run, _, client = made()
    monkeypatch.setattr(asking, "AT_ONCE", 0)
    address = reverse("generation:ask", args=[run.pk])

    assertContains(client.get(address, {"q": QUESTION}), "Reading all answers")
    index_run(str(run.pk))
    assertNotContains(client.get(address, {"q": QUESTION}), "Reading all answers")
