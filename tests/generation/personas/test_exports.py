"""Export: the page that shows what leaves, and the file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.models import AuditEntry
from experiments.ingest import library
from generation.edits.services import edit
from generation.models import Run
from persona.edits import RenamePersona
from persona.models import PersonaConfig
from persona.store import RunFolder
from tests.factories import ExperimentFactory
from tests.generation.values import finished_run, portrait, result

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from django.test import Client

    from accounts.models import User

pytestmark = pytest.mark.django_db
PERSONAS = (portrait(1, label="Plans <i>early</i>"), portrait(2))


@pytest.fixture
def run(alice: User, data_dir: Path) -> Run:
    """A finished run with its folder."""
    run = finished_run(ExperimentFactory(owner=alice, name="Meals: spring/2026"), number=3)
    folder = library(run.experiment).path / "runs" / str(run.pk)
    RunFolder.create(folder, config=PersonaConfig(), sources=[]).save_result(result(PERSONAS))
    return run


@pytest.fixture
def client(alice: User, client_of: Callable[[User], Client]) -> Client:
    return client_of(alice)


def page(run: Run) -> str:
    return reverse("generation:export", args=[run.pk])


def file(run: Run) -> str:
    return reverse("generation:export-file", args=[run.pk])


def test_results_and_personas_lead_to_it(client: Client, run: Run) -> None:
    of_all = client.get(reverse("generation:results", args=[run.pk]))
    of_one = client.get(reverse("generation:persona", args=[run.personas.get(position=2).pk]))

    assertContains(of_all, f'href="{page(run)}?format=xlsx"')
    assertContains(of_one, f'href="{page(run)}?format=xlsx&amp;persona=2"')


def test_what_leaves_is_shown_before_it_does(client: Client, run: Run) -> None:
    response = client.get(page(run), {"format": "md"})

    contents = response.context["contents"]
    assert (contents.name, contents.personas, contents.statements, contents.quotes, contents.is_masked) == (
        f"meals-spring-2026-run-3-{run.finished:%Y-%m-%d}.md",
        2,
        4,
        2,
        True,
    )
    assert [(persona.index, is_ticked) for persona, is_ticked in response.context["personas"]] == [(1, True), (2, True)]
    assertContains(response, "Plans &lt;i&gt;early&lt;/i&gt;")


def test_a_change_is_answered_with_the_preview_alone(client: Client, run: Run) -> None:
    headers = {"hx-request": "true", "hx-target": "export-preview"}

    response = client.get(page(run), {"format": "json", "sent": 1, "persona": 2}, headers=headers)

    assertContains(response, "<dt>Personas</dt><dd>1</dd>", html=False)
    assertContains(response, "<dt>Quotes</dt><dd>0</dd>")
    assertNotContains(response, "<form")


def test_the_file_holds_what_was_ticked(client: Client, run: Run) -> None:
    response = client.get(file(run), {"format": "json", "sent": 1, "persona": 1})

    name = f"meals-spring-2026-run-3-{run.finished:%Y-%m-%d}.json"
    assert response.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert (response.headers["Content-Type"], response.headers["Cache-Control"]) == (
        "application/json",
        "private, no-store",
    )
    (left,) = json.loads(response.content)["personas"]
    assert (left["index"], left["name"], left["quotes"], [s["evidence"] for s in left["statements"]]) == (
        1,
        "",
        [],
        [[], []],
    )


def test_letters_of_all_scripts_stay_in_the_name(client: Client, run: Run) -> None:
    run.experiment.name = "Опрос «Ужин»"
    run.experiment.save()

    response = client.get(file(run), {"format": "md"})

    assert response.headers["Content-Disposition"].startswith("attachment; filename*=utf-8''%D0%BE%D0%BF")


@pytest.mark.parametrize("view", [page, file])
def test_no_persona_ticked_is_told(client: Client, run: Run, view: Callable[[Run], str]) -> None:
    assertContains(client.get(view(run), {"format": "md", "sent": 1}), "No persona is ticked.")


@pytest.mark.parametrize("query", [{"format": "exe"}, {"persona": "one"}, {"persona": "12345"}, {"page": "x"}])
def test_an_address_that_makes_no_sense_is_not_found(client: Client, run: Run, query: dict[str, str]) -> None:
    assert client.get(file(run), query).status_code == 404


def test_a_persona_that_is_not_there_is_told(client: Client, run: Run) -> None:
    assertContains(client.get(file(run), {"format": "md", "persona": 7}), "This result has no persona 7.")


def test_files_that_are_gone_are_told(client: Client, alice: User) -> None:
    gone = finished_run(ExperimentFactory(owner=alice))

    assertContains(client.get(file(gone), {"format": "md"}), "The files of this run are gone")


def test_a_run_at_work_has_nothing_to_export(client: Client, run: Run) -> None:
    Run.objects.update(status="running", lease_until="2026-01-01T00:00Z")

    for address in (page(run), file(run)):
        assertRedirects(client.get(address), reverse("generation:run", args=[run.pk]))


def test_each_page_of_a_pdf_is_looked_at_before_it_is_made(client: Client, run: Run) -> None:
    pytest.importorskip("typst", reason="the export extra is not installed")
    picture = reverse("generation:export-picture", args=[run.pk])

    shown = client.get(page(run), {"format": "pdf", "page": 3})
    pages = [client.get(picture, {"format": "pdf", "page": number}) for number in (1, 3, 4)]

    assert shown.context["contents"].looks == [
        (1, "Plans <i>early</i>"),
        (2, "Marta B"),
        (3, "How these personas were made"),
    ]
    assertContains(shown, f'src="{picture}?format=pdf&amp;page=3"')
    assert [answer.status_code for answer in pages] == [200, 200, 404]
    assert pages[0].content.startswith(b"\x89PNG")
    assert pages[0].content != pages[1].content


def test_a_page_is_drawn_anew_after_an_edit(client: Client, run: Run, alice: User) -> None:
    pytest.importorskip("typst", reason="the export extra is not installed")
    picture = reverse("generation:export-picture", args=[run.pk])
    before = client.get(picture, {"format": "pdf"}).content
    assert client.get(picture, {"format": "pdf"}).content == before
    edit(alice, run.pk, RenamePersona(persona=1, label="Those who begin again on Wednesday"))

    assert client.get(picture, {"format": "pdf"}).content != before


def test_a_persona_prints_its_sheet_as_it_is_now(client: Client, run: Run, alice: User) -> None:
    pytest.importorskip("typst", reason="the export extra is not installed")
    first, second = (reverse("generation:persona-sheet", args=[each.pk]) for each in run.personas.order_by("position"))
    shown = client.get(reverse("generation:persona", args=[run.personas.get(position=1).pk]))

    assertContains(shown, f'<img class="printsheet" src="{first}" alt="" loading="lazy">', html=True)
    before, other = client.get(first), client.get(second)
    assert (before["Content-Type"], before["Cache-Control"]) == ("image/svg+xml", "private, no-store")
    assert before.content.startswith(b"<svg")
    assert client.get(first).content == before.content != other.content
    edit(alice, run.pk, RenamePersona(persona=1, label="Those who begin again on Wednesday"))
    assert client.get(first).content != before.content


def test_no_sheet_is_printed_where_none_can_be_made(
    client: Client, run: Run, alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = finished_run(ExperimentFactory(owner=alice)).personas.get(position=1)
    assert client.get(reverse("generation:persona-sheet", args=[gone.pk])).status_code == 404
    monkeypatch.setattr("generation.personas.exports.can_draw", lambda: False)
    monkeypatch.setattr("generation.personas.views.can_draw", lambda: False)

    persona = run.personas.get(position=1)
    assert client.get(reverse("generation:persona-sheet", args=[persona.pk])).status_code == 404
    assertNotContains(client.get(reverse("generation:persona", args=[persona.pk])), "printsheet")


@pytest.mark.parametrize("kind", ["md", "assignments"])
def test_what_has_no_pages_has_no_picture(client: Client, run: Run, kind: str) -> None:
    assert client.get(reverse("generation:export-picture", args=[run.pk]), {"format": kind}).status_code == 404


def test_nobody_else_gets_a_file_or_a_picture(client_of: Callable[[User], Client], charlie: User, run: Run) -> None:
    picture = reverse("generation:export-picture", args=[run.pk])

    assert client_of(charlie).get(file(run), {"format": "md"}).status_code == 404
    assert client_of(charlie).get(picture, {"format": "pdf"}).status_code == 404
    sheet = reverse("generation:persona-sheet", args=[run.personas.get(position=1).pk])
    assert client_of(charlie).get(sheet).status_code == 404


def test_who_saves_a_file_is_written_down(client: Client, run: Run, alice: User) -> None:
    client.get(file(run), {"format": "md"})

    entry = AuditEntry.objects.get(action="exported")
    assert (entry.person, entry.team, entry.about_id, entry.detail) == (
        alice.pk,
        run.experiment.team_id,
        str(run.pk),
        {"format": "md"},
    )
