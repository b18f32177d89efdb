"""Sections of a result, chosen on its page: one edit, seen by pages, links and files, and undone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.teams.looks import change_look, look_of
from generation.edits.models import EditEntry
from generation.edits.sections import chosen_for, sections_of
from generation.edits.services import edit
from generation.models import Persona, Run
from generation.shares.reading import Rules, shown
from persona.edits import ArrangeSections
from persona.models import Sections
from persona.sections import ON_PAGES

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from accounts.models import User

pytestmark = pytest.mark.django_db
FIRST = ("goal", *(name for name in ON_PAGES if name != "goal"))
CHOSEN = Sections(order=FIRST, hidden=("story",))
FORM = "application/x-www-form-urlencoded"


def address(run: Run) -> str:
    return reverse("generation:sections", args=[run.pk])


def form(sections: Sections, **told: object) -> str:
    """The form as a browser sends it."""
    order = sections.order or ON_PAGES
    shown = [name for name in order if name not in sections.hidden]
    return urlencode([*(("section", name) for name in order), *(("show", name) for name in shown), *told.items()])


def fresh(run: Run) -> Run:
    return Run.objects.select_related("experiment__team").get(pk=run.pk)


def headings(page: str) -> list[str]:
    return re.findall(r'<h[23] id="(goal|frustration|behaviour|need)"', page)


def test_a_button_moves_without_saving(client: Client, run: Run) -> None:
    moved = client.post(address(run), form(Sections(), up="facts", seen=0), content_type=FORM)

    assertContains(moved, "Moved. Save to keep it.")
    assert re.findall(r'name="section" value="(\w+)"', moved.content.decode())[:2] == ["facts", "story"]
    assert EditEntry.objects.count() == 0


def test_saving_is_one_edit_that_pages_follow(client: Client, run: Run, persona: Persona) -> None:
    page = reverse("generation:persona", args=[persona.pk])
    before = client.get(page).content.decode()
    saved = client.post(address(run), form(CHOSEN, do="save", seen=0), content_type=FORM)
    after = client.get(page).content.decode()

    assertRedirects(saved, reverse("generation:results", args=[run.pk]))
    assert [entry.kind for entry in EditEntry.objects.all()] == ["arrange_sections"]
    assert chosen_for(fresh(run)) == CHOSEN
    assert ('aria-label="Story"' in before, 'aria-label="Story"' in after) == (True, False)
    assert (headings(before)[0], headings(after)[0]) == (headings(before)[0], "goal")
    assert sorted(headings(before)) == sorted(headings(after))


def test_saving_the_same_again_is_no_edit(client: Client, run: Run) -> None:
    for _ in range(2):
        client.post(address(run), form(CHOSEN, do="save", seen=0), content_type=FORM)

    assert EditEntry.objects.count() == 1


def test_the_team_has_a_default_that_a_result_may_leave(client: Client, run: Run, alice: User) -> None:
    change_look(team=run.experiment.team, sections=Sections(hidden=("unlike",)))
    assert sections_of(fresh(run)) == Sections(hidden=("unlike",))

    client.post(address(run), form(CHOSEN, do="save", seen=0), content_type=FORM)
    assert sections_of(fresh(run)) == CHOSEN
    client.post(address(run), form(CHOSEN, do="team", seen=1), content_type=FORM)
    assert (chosen_for(fresh(run)), sections_of(fresh(run))) == (None, Sections(hidden=("unlike",)))


def test_it_is_undone_on_the_page_and_in_the_history(client: Client, run: Run, persona: Persona) -> None:
    client.post(address(run), form(CHOSEN, do="save", seen=0), content_type=FORM)
    entry = EditEntry.objects.get()
    history = client.get(reverse("generation:persona-history", args=[persona.pk]))

    assertContains(history, "arranged the sections")
    undone = client.post(address(run), {"do": "undo", "edit": entry.pk})
    assertRedirects(undone, address(run))
    assert chosen_for(fresh(run)) is None
    assertContains(client.get(address(run)), "Do it again")


def test_of_two_at_once_the_later_is_told_and_loses_nothing(client: Client, run: Run, editor: User) -> None:
    edit(editor, run.pk, ArrangeSections(sections=Sections(hidden=("goal",))))
    late = client.post(address(run), form(CHOSEN, do="save", seen=0), content_type=FORM)

    assertContains(late, "changed this before you", status_code=409)
    assert re.findall(r'name="section" value="(\w+)"', late.content.decode())[0] == "goal"
    seen = re.findall(r'name="seen" value="(\d+)"', late.content.decode())[0]
    client.post(address(run), form(CHOSEN, do="save", seen=seen), content_type=FORM)
    assert chosen_for(fresh(run)) == CHOSEN


def test_readers_of_a_link_see_the_same(run: Run, alice: User) -> None:
    change_look(team=run.experiment.team, sections=Sections(hidden=("goal",)))
    assert shown(fresh(run), Rules()).sections == Sections(hidden=("goal",))
    edit(alice, run.pk, ArrangeSections(sections=CHOSEN))

    found = shown(fresh(run), Rules())
    portrait = found.portrait(1)
    assert portrait is not None
    assert (found.sections, portrait.blocks[0].kind, portrait.sections[0].kind) == (CHOSEN, "statements", "goal")
    assert b"### Goals" in found.file("md")


def test_the_edit_page_says_what_is_not_shown(client: Client, run: Run, persona: Persona, alice: User) -> None:
    page = reverse("generation:persona-edit", args=[persona.pk])
    assertNotContains(client.get(page), "Not among the")
    edit(alice, run.pk, ArrangeSections(sections=Sections(hidden=("goal",))))

    assertContains(client.get(page), "Not among the", count=1)


def test_owners_choose_for_the_team(client: Client, run: Run) -> None:
    team = run.experiment.team
    at = reverse("teams:look-sections", args=[team.pk])
    moved = client.post(at, form(Sections(), down="story"), content_type=FORM)
    saved = client.post(at, form(CHOSEN, do="save"), content_type=FORM)

    assertContains(moved, "Moved. Save to keep it.")
    assertRedirects(saved, at)
    team.refresh_from_db()
    assert (look_of(team).sections, bool(team.look)) == (CHOSEN, True)
    client.post(at, form(CHOSEN, do="usual"), content_type=FORM)
    team.refresh_from_db()
    assert (look_of(team).sections, team.look) == (None, "")


def test_viewers_may_not_change_them(bob: User, client_of: Callable[[User], Client], run: Run) -> None:
    assert client_of(bob).post(address(run), form(CHOSEN, do="save"), content_type=FORM).status_code == 404
