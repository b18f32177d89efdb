"""A team's look on what others read: links, previews, slides, the frame and saved files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from accounts.teams.look_views import KEPT
from accounts.teams.looks import change_look, look_of, stylesheet
from generation.models import ShareLink
from generation.shares.doors import UNSEEN
from tests.accounts.teams.test_looks import picture
from tests.generation.shares.conftest import PASSWORD, shared

if TYPE_CHECKING:
    from accounts.models import Team
    from generation.models import Run

pytestmark = pytest.mark.django_db
PAGES = ("", "personas/1/", "method/", "present/0/", "present/1/")


@pytest.fixture
def team(run: Run) -> Team:
    """The team of the run, with a look of its own."""
    team = run.experiment.team
    change_look(team=team, titles="#7a1f5c", logo=picture())
    return team


def test_every_page_of_a_link_has_it_and_hides_the_link_as_before(run: Run, team: Team) -> None:
    _, base = shared(run, audience="anyone")
    for page in PAGES:
        answer = Client().get(base + page)
        assertContains(answer, f'<link rel="stylesheet" href="{base}look/{team.look}.css">')
        assert {name: answer.headers[name] for name in UNSEEN} == UNSEEN
        assert "<style" not in answer.content.decode()

    style, logo = (Client().get(f"{base}look/{team.look}.{ending}") for ending in ("css", "png"))
    assert (style.content.decode(), logo.content) == (stylesheet(look_of(team)), look_of(team).logo)
    for answer in (style, logo):
        assert {name: answer.headers[name] for name in UNSEEN} == UNSEEN | {"Cache-Control": KEPT}
    assert [answer.headers["Content-Type"] for answer in (style, logo)] == ["text/css; charset=utf-8", "image/png"]


def test_behind_a_password_or_an_end_there_is_none(run: Run, team: Team) -> None:
    link, base = shared(run, audience="password", password=PASSWORD)
    stranger, known = Client(), Client()
    known.post(f"{base}open/", {"password": PASSWORD})
    asked = f"{base}look/{team.look}.css"

    assertContains(stranger.get(asked), "password")
    assert known.get(asked).headers["Content-Type"] == "text/css; charset=utf-8"
    assert known.get(f"{base}look/0.css").status_code == 404
    ShareLink.objects.filter(pk=link.pk).update(closed=link.created)
    assert known.get(asked).status_code == 404


def test_the_frame_the_preview_and_members_slides_have_it(client: Client, run: Run, team: Team) -> None:
    link, base = shared(run, audience="anyone", hosts=["https://wiki.example.com"])
    preview = reverse("generation:share-preview", args=[link.pk])
    look = reverse("teams:look", args=[team.pk])
    pages = {
        base.replace("/s/", "/embed/"): f"{base}look/",
        preview: f"{preview}look/",
        reverse("generation:present", args=[run.pk]): look,
        reverse("generation:persona", args=[run.personas.get(position=1).pk]): look,
    }

    for page, there in pages.items():
        assertContains(client.get(page), f'<link rel="stylesheet" href="{there}{team.look}.css">')
        assert client.get(f"{there}{team.look}.css").content.decode() == stylesheet(look_of(team))


def test_without_a_look_nothing_is_asked_for(client: Client, run: Run) -> None:
    _, base = shared(run, audience="anyone")
    ours = reverse("generation:persona", args=[run.personas.get(position=1).pk])
    for page in (*(base + each for each in PAGES), ours):
        assertNotContains(client.get(page), "look/")


def test_saved_files_have_it(run: Run, team: Team) -> None:
    _, base = shared(run, audience="anyone", downloads=True)
    with_look = Client().get(f"{base}files/html/").content.decode()

    assert ("data:image/png;base64," in with_look, "#7a1f5c" in with_look) == (True, True)
