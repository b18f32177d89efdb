"""One person's answers: who may look, what is marked in them, and what is hidden."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from experiments import files
from experiments.models import Experiment
from generation.models import Evidence, Persona, Run, Statement
from generation.provenance.asking.person import Piece, _pieces
from persona.writers.llm.masking import Mask
from tests.generation.provenance.asking.conftest import E_MAIL, OTHER, PLAN

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test.client import _MonkeyPatchedWSGIResponse as Response

    from accounts.models import User

pytestmark = pytest.mark.django_db
ROW = 3


def address(run: Run, row: int = ROW) -> str:
    return reverse("generation:person", args=[run.pk, row])


def used(page: Response) -> list[str]:
    return [piece.text for one in page.context["written"] for piece in one.pieces if piece.used]


def test_a_person_is_told_by_place_persona_and_all_answers(client: Client, run: Run) -> None:
    page = client.get(address(run))
    told = page.context

    assert (told["mark"].position, told["fits"], told["source"], told["own"]) == (2, "fits well", "answers.csv", ROW)
    assert (told["language"], told["earlier"], told["later"], told["questions"]) == ("en", 2, 4, 29)
    assert [one.question for one in told["written"]] == [
        "What are you mainly trying to get done?",
        "What is the most frustrating part?",
        "Tell us about the last time you planned something.",
        "Anything else you would like to tell us?",
    ]
    assert used(page) == ["dragged tickets around for way too long and then ignored the board"]
    assertContains(page, f"<mark>{used(page)[0]}</mark>")
    assertContains(page, "No answer", count=2)
    assertContains(page, "Personal data is hidden here")


def test_options_of_one_answer_stand_beside_each_other(client: Client, run: Run) -> None:
    page = client.get(address(run))
    chosen = dict(page.context["chosen"])

    assert chosen["Which tools do you use? (select all that apply)"] == (
        "FreshBooks, Google Docs, Jira, Miro, Notion, WhatsApp"
    )
    assert len(chosen) == 23
    assertNotContains(page, "\x1f")


def test_an_address_is_hidden_in_words_of_their_own_and_in_options_that_they_wrote(client: Client, run: Run) -> None:
    page = client.get(address(run))

    assert dict(page.context["chosen"])[PLAN] == OTHER.format("•••")
    assert page.context["written"][0].pieces[-1].text.endswith("Write to •••.")
    assertNotContains(page, E_MAIL)


def test_where_the_run_hides_nothing_it_stands_as_it_was_written(client: Client, run: Run) -> None:
    manifest = files.run(run.experiment_id, run.pk) / "manifest.json"
    manifest.write_text(manifest.read_text().replace('"redact": true', '"redact": false'))
    Run.objects.filter(pk=run.pk).update(config=run.config | {"redact": False})
    page = client.get(address(run))

    assert dict(page.context["chosen"])[PLAN] == OTHER.format(E_MAIL)
    assertNotContains(page, "Personal data is hidden here")


@pytest.mark.parametrize(("row", "around"), [(1, (None, 2)), (60, (59, None))])
def test_the_first_and_the_last_have_one_neighbour(
    client: Client, run: Run, row: int, around: tuple[int | None, int | None]
) -> None:
    told = client.get(address(run, row)).context

    assert (told["earlier"], told["later"]) == around


@pytest.mark.parametrize("row", [0, 61, 10**30])
def test_a_row_that_is_none_is_not_there(client: Client, run: Run, row: int) -> None:
    assert client.get(address(run, row)).status_code == 404


def test_viewers_are_told_that_they_may_not_and_strangers_find_nothing(
    run: Run, viewer: User, charlie: User, client_of: Callable[[User], Client]
) -> None:
    refused = client_of(viewer).get(address(run))
    assertContains(refused, "viewer", status_code=403)
    assertNotContains(refused, "sprint planning", status_code=403)

    assert client_of(charlie).get(address(run)).status_code == 404
    assertRedirects(Client().get(address(run)), f"/account/login/?next={address(run)}", fetch_redirect_response=False)


def test_nobody_is_shown_of_an_experiment_in_the_bin(client: Client, run: Run) -> None:
    Experiment.objects.filter(pk=run.experiment_id).update(binned=timezone.now())

    assert client.get(address(run)).status_code == 404


def test_nothing_is_changed_by_this_page(client: Client, run: Run) -> None:
    assert client.post(address(run)).status_code == 405


@pytest.mark.parametrize("status", ["queued", "cancelled"])
def test_a_run_without_a_result_leads_to_the_run(client: Client, run: Run, status: str) -> None:
    Run.objects.filter(pk=run.pk).update(status=status)

    assertRedirects(client.get(address(run)), reverse("generation:run", args=[run.pk]), fetch_redirect_response=False)


def test_a_run_whose_folder_has_gone_says_so(client: Client, run: Run) -> None:
    client.get(address(run))  # which opens it, and is no reason to go on with it
    shutil.rmtree(files.run(run.experiment_id, run.pk))

    page = client.get(address(run))
    assert (page.status_code, page.context["problem"].code) == (200, "run_missing")
    assertContains(page, page.context["problem"].message)


@pytest.mark.parametrize("hidden", ["statement", "persona"])
def test_what_is_hidden_marks_nothing_and_is_not_led_to(client: Client, run: Run, hidden: str) -> None:
    said = client.get(address(run)).context["written"][2].statements[0]
    rows = Statement.everything.filter(pk=said.pk) if hidden == "statement" else Persona.everything.filter(run=run)
    rows.update(shown=False)

    page = client.get(address(run))
    assert (used(page), page.context["written"][2].statements) == ([], [])
    assertNotContains(page, "<mark>")  # the words themselves stay: they are the person's own answer
    assertNotContains(page, str(said.pk))


def test_a_person_whose_persona_is_hidden_is_in_none(client: Client, run: Run) -> None:
    Persona.everything.filter(run=run, position=2).update(shown=False)

    assertContains(client.get(address(run)), "In no persona")


def test_neighbours_cost_as_many_queries(
    client: Client, run: Run, django_assert_num_queries: Callable[..., Any]
) -> None:
    client.get(address(run))
    with django_assert_num_queries(6) as few:
        client.get(address(run, 2))
    with django_assert_num_queries(len(few)):
        client.get(address(run, 47))


CELL = "Call Ana on 030 1234567, or write to ana@example.com; the plan breaks."


@pytest.mark.parametrize(
    ("places", "pieces"),
    [
        ([], [(CELL, False)]),
        ([(0, len(CELL))], [(CELL, True)]),
        ([(54, 69)], [(CELL[:54], False), (CELL[54:69], True), (".", False)]),
        ([(54, 69), (58, 62)], [(CELL[:54], False), (CELL[54:69], True), (".", False)]),
        ([(54, 62), (58, 69)], [(CELL[:54], False), (CELL[54:62], True), (CELL[62:], False)]),
        ([(54, 999)], [(CELL, False)]),
        ([(0, 4), (4, 8)], [("Call", True), (" Ana", True), (CELL[8:], False)]),
    ],
    ids=["nothing", "all", "one", "one within", "two that cross", "past the end", "side by side"],
)
def test_what_statements_rest_on_is_marked_once(places: list[tuple[int, int]], pieces: list[tuple[str, bool]]) -> None:
    passages = [Evidence(start=start, end=end) for start, end in places]

    assert list(_pieces(CELL, passages, Mask(active=False))) == [Piece(text, used) for text, used in pieces]


def test_what_is_personal_is_hidden_in_every_piece() -> None:
    passages = [Evidence(start=24, end=52)]
    told = list(_pieces(CELL, passages, Mask()))

    assert [piece.used for piece in told] == [False, True, False]
    assert "ana@example.com" not in "".join(piece.text for piece in told)
    assert "1234567" not in "".join(piece.text for piece in told)


def test_an_empty_answer_has_no_pieces() -> None:
    assert list(_pieces("", [Evidence(start=0, end=4)], Mask())) == []
