"""Working on a persona: every button is a form, each answer tells what changed, and nothing that was typed is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.teams.models import Membership, Role
from generation.models import EditEntry, Persona, Run, Statement
from tests.factories import DataSourceFactory, ExperimentFactory
from tests.generation.values import evidence, kept_run, portrait, statement

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from django.test import Client

    from accounts.models import User

pytestmark = pytest.mark.django_db
SAID = (statement(1, 1), statement(1, 2), statement(1, 3, kind="goal", text="Settle all dinners"))
HTMX = {"HX-Request": "true"}


@pytest.fixture
def run(alice: User, data_dir: Path) -> Run:
    experiment = DataSourceFactory(experiment=ExperimentFactory(owner=alice)).experiment
    return kept_run(experiment, portrait(1, label="The planner", statements=SAID), portrait(2))


@pytest.fixture
def persona(run: Run) -> Persona:
    return Persona.objects.get(run=run, position=1)


@pytest.fixture
def client(alice: User, client_of: Callable[[User], Client]) -> Client:
    return client_of(alice)


def address(persona: Persona, page: str = "edit") -> str:
    return reverse(f"generation:persona-{page}", args=[persona.pk])


def said(key: str = "1-frustration-1") -> Statement:
    return Statement.everything.get(key=key)


def press(client: Client, persona: Persona, do: str, statement: Statement | None = None, **more: Any) -> Any:
    """Press a button of the page as it is now."""
    sent: dict[str, Any] = {"do": do, "seen": Run.objects.get(pk=persona.run_id).edited} | more
    headers = sent.pop("headers", None)
    if statement is not None:
        sent["s"] = str(statement.pk)
    return client.post(address(persona), sent, headers=headers)


def test_the_persona_leads_to_its_edit_page(client: Client, persona: Persona) -> None:
    read = client.get(reverse("generation:persona", args=[persona.pk]))

    assertContains(read, f'href="{address(persona)}"')
    page = client.get(address(persona))
    assertContains(page, 'value="The planner"')
    assertContains(page, f'id="st-{said().pk}"')


@pytest.mark.parametrize(
    ("do", "kept"),
    [
        ("pin", {"pinned"}),
        ("hide", {"hidden"}),
        ("right", {"judgement", "judged"}),
        ("wrong", {"judgement", "judged"}),
    ],
)
def test_a_button_marks_a_statement_and_comes_back_to_it(
    client: Client, persona: Persona, do: str, kept: set[str]
) -> None:
    response = press(client, persona, do, said())

    assertRedirects(response, f"{address(persona)}#st-{said().pk}", fetch_redirect_response=False)
    assert said().marks.keys() == kept


def test_words_are_rewritten_and_readers_see_by_whom(client: Client, persona: Persona, alice: User) -> None:
    opened = client.get(address(persona), {"s": str(said().pk)})
    assertContains(opened, f'id="t-{said().pk}"')

    press(client, persona, "rewrite", said(), text="Plans <b>break</b>", kind="need")

    assert (said().text, said().kind) == ("Plans <b>break</b>", "need")
    read = client.get(reverse("generation:persona", args=[persona.pk]))
    assertContains(read, "Plans &lt;b&gt;break&lt;/b&gt;")
    assertContains(read, f"Edited by {alice.get_full_name()}")


def test_only_words_that_were_changed_are_saved(client: Client, persona: Persona) -> None:
    was: dict[str, Any] = {"was-label": "The planner", "was-name": persona.name, "was-tagline": persona.tagline}

    press(
        client, persona, "words", label="The Sunday planner", name=persona.name, tagline=f"{persona.tagline}\r\n", **was
    )

    assert list(EditEntry.objects.values_list("kind", flat=True)) == ["rename_persona"]
    assert Persona.objects.get(pk=persona.pk).label == "The Sunday planner"


def test_a_picture_is_chosen_from_those_on_the_page(client: Client, persona: Persona) -> None:
    press(client, persona, "picture", picture="face9")
    refused = press(client, persona, "picture", picture="../../secret")

    assertContains(refused, "There is no such picture.", status_code=422)
    assert Persona.objects.get(pk=persona.pk).picture == "face9"
    assertContains(client.get(reverse("generation:persona", args=[persona.pk])), "#face9")


def test_own_fields_are_written_changed_and_taken_away(client: Client, persona: Persona) -> None:
    own = {"own-name": "Job", "own-text": "Cooks for four\r\non Sundays"}
    assertRedirects(press(client, persona, "field", **own), f"{address(persona)}#own", fetch_redirect_response=False)
    persona.refresh_from_db()
    assert persona.edited["fields"] == [{"name": "Job", "text": "Cooks for four\non Sundays"}]
    assertContains(client.get(reverse("generation:persona", args=[persona.pk])), "Cooks for four<br>on Sundays")

    press(client, persona, "field", **own)
    press(client, persona, "field", **own | {"own-text": "Shops"})
    press(client, persona, "drop-field", **own)
    persona.refresh_from_db()
    assert persona.edited.get("fields", []) == []
    assert list(EditEntry.objects.values_list("kind", flat=True)) == ["set_field", "set_field", "remove_field"]


def test_a_sixth_field_and_an_empty_one_are_refused_and_what_was_typed_stays(client: Client, persona: Persona) -> None:
    refused = press(client, persona, "field", **{"own-name": "Channel", "own-text": " "})
    assertContains(refused, 'name="own-name" value="Channel"', status_code=422)
    for number in range(1, 6):
        press(client, persona, "field", **{"own-name": f"Field {number}", "own-text": "Some words"})

    page = client.get(address(persona))
    assertContains(page, "These are the five that a persona may have.")
    assertNotContains(page, "Add this field")
    sixth = press(client, persona, "field", **{"own-name": "Field 6", "own-text": "Some words"})
    assertContains(sixth, "A persona has room for 5 fields of your own.", status_code=422)


def test_the_later_of_two_sees_both_texts_of_a_field(client: Client, persona: Persona) -> None:
    for text in ("Theirs", "Mine"):
        own = {"own-name": "Job", "own-text": text, "seen": 0}
        answer = press(client, persona, "field", **own)

    assertContains(answer, "Theirs", status_code=409)
    chosen = {"own-name": "Job", "field": "own-text", "mine": "Mine", "choice": "mine"}
    press(client, persona, "field", **chosen)
    persona.refresh_from_db()
    assert persona.edited["fields"] == [{"name": "Job", "text": "Mine"}]


def test_statements_move_up_and_down_and_to_other_kinds(client: Client, persona: Persona) -> None:
    press(client, persona, "down", said())
    assert list(Statement.objects.filter(persona=persona).values_list("key", flat=True)) == [
        "1-frustration-2",
        "1-frustration-1",
        "1-frustration-3",
    ]
    press(client, persona, "down", said())  # the last stays where it is
    press(client, persona, "to-goal", said())
    assert (said().kind, EditEntry.objects.count()) == ("goal", 2)


def test_what_was_done_is_undone_and_done_again(client: Client, persona: Persona) -> None:
    press(client, persona, "hide", said())
    undo = client.get(address(persona)).context["editing"].undo
    assert undo.sentence == "hid a statement"

    press(client, persona, "undo", edit=undo.undoing)
    assert said().marks == {}
    redo = client.get(address(persona)).context["editing"].redo

    press(client, persona, "undo", edit=redo.undoing, next="history")
    assert said().marks.keys() == {"hidden"}
    assertContains(client.get(address(persona, "history")), "hid a statement")


def test_htmx_gets_the_statement_and_what_else_changed(client: Client, persona: Persona) -> None:
    response = press(client, persona, "hide", said(), headers=HTMX)

    assertContains(response, f'<li class="st ed hid" id="st-{said().pk}"')
    assertContains(response, 'id="saved" role="status" hx-swap-oob="true"')
    assertContains(response, "is hidden from readers.")
    assertNotContains(response, "<html")
    moved = press(client, persona, "down", said(), headers=HTMX)
    assert (moved.headers["HX-Retarget"], moved.headers["HX-Reswap"]) == ("#statements", "outerHTML")


def test_the_later_of_two_sees_both_wordings_and_chooses(client: Client, persona: Persona) -> None:
    press(client, persona, "rewrite", said(), text="First", seen=0)

    later = press(client, persona, "rewrite", said(), text="Second", seen=0)

    assertContains(later, "both wordings are kept in the history", status_code=409)
    assertContains(later, "First", status_code=409)
    assert said().text == "First"
    chosen: dict[str, Any] = {"field": "text", "mine": "Second", "third": ""}
    press(client, persona, "rewrite", said(), choice="theirs", **chosen)
    assert said().text == "First"
    press(client, persona, "rewrite", said(), choice="mine", **chosen)
    assert said().text == "Second"
    press(client, persona, "rewrite", said(), choice="mine", **chosen | {"third": "Third"})
    assert said().text == "Third"
    by_htmx = press(client, persona, "rewrite", said(), text="Fourth", seen=0, headers=HTMX)
    assert by_htmx.headers["HX-Retarget"] == "#conflict"


def test_approving_locks_until_somebody_opens_it(client: Client, persona: Persona) -> None:
    approved = press(client, persona, "approve")

    read = reverse("generation:persona", args=[persona.pk])
    assertRedirects(approved, read)
    assertContains(client.get(read), "Locked since today")
    assertContains(client.get(address(persona)), "Open for editing?")
    refused = press(client, persona, "hide", said())
    assertContains(refused, "is locked by", status_code=422)

    press(client, persona, "open")
    assertContains(client.get(address(persona)), "Before you approve")


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"do": "rewrite", "text": "  "}, "The statement is empty."),
        ({"do": "rewrite", "text": "x" * 601}, "The statement has 601 characters, and 600 are the most."),
        ({"do": "note", "note": ""}, "The note is empty."),
        ({"do": "fly"}, "Nothing was changed."),
        ({"do": "rewrite", "text": "x", "kind": "nonsense"}, "Nothing was changed."),
        ({"do": "hide", "s": "no id"}, "is not in this result any more."),
        ({"do": "undo", "edit": "no id"}, "There is no edit"),
        ({"do": "count", "quote": "999"}, "not in the"),
        ({"do": "add", "kind": "goal"}, "No quote is chosen."),
    ],
)
def test_what_cannot_be_done_is_said_in_plain_words(
    client: Client, persona: Persona, sent: dict[str, str], words: str
) -> None:
    response = client.post(address(persona), {"s": str(said().pk), "seen": "0"} | sent)

    assertContains(response, words, status_code=422)
    assert EditEntry.objects.filter(kind__in=["hide_statement", "count_quote", "note_statement"]).count() == 0


def test_what_was_typed_stays_where_it_was_typed(client: Client, persona: Persona) -> None:
    response = press(client, persona, "rewrite", said(), text="y" * 700)

    assertContains(response, "y" * 700, status_code=422)


def test_a_quote_counts_or_does_not_and_the_number_follows(client: Client, persona: Persona) -> None:
    page = reverse("generation:persona-quotes", args=[persona.pk, said().pk])
    assertContains(client.get(page), "the plan breaks")

    response = press(client, persona, "uncount", said(), quote="2", next="quotes")

    assertRedirects(response, page)
    assert (said().support, list(said().evidence.values_list("counted", flat=True))) == (1, [True, False])
    press(client, persona, "count", said(), quote="2")
    assert said().support == 2


def test_words_that_are_not_in_the_data_are_no_quotes(client: Client, persona: Persona) -> None:
    response = press(client, persona, "add", kind="need", quote="1.2.0.9999", text="Invented")

    assert (response.status_code, Statement.objects.filter(text="Invented").count()) == (422, 0)
    assert evidence().quote == "the plan breaks"


def test_viewers_read_and_do_not_edit(persona: Persona, charlie: User, client_of: Callable[[User], Client]) -> None:
    Membership.objects.create(team=persona.run.experiment.team, user=charlie, role=Role.VIEWER)
    viewer = client_of(charlie)

    read = viewer.get(reverse("generation:persona", args=[persona.pk]))

    assertNotContains(read, address(persona))
    assert viewer.get(address(persona)).status_code == 403
    assert press(viewer, persona, "hide", said()).status_code == 403
    assert viewer.get(address(persona, "history")).status_code == 200
    assert EditEntry.objects.count() == 0


def test_what_people_write_is_text_and_no_markup_wherever_it_is_shown(client: Client, persona: Persona) -> None:
    for number, page in enumerate(("First", "Second")):
        late = press(client, persona, "rewrite", said(), text=f"<script>{page}</script>", seen=0)
        assert (number, late.status_code) in [(0, 302), (1, 409)]
    was: dict[str, Any] = {"was-tagline": persona.tagline}
    press(client, persona, "words", tagline="<img src=x>", **was)

    history = client.get(address(persona, "history"))

    for shown, words in ((late, ("First", "Second")), (history, ("First", "Second"))):
        for word in words:
            assertContains(shown, f"&lt;script&gt;{word}&lt;/script&gt;", status_code=shown.status_code)
        assertNotContains(shown, "<script>First", status_code=shown.status_code)
        assertNotContains(shown, "<script>Second", status_code=shown.status_code)
    assertContains(history, "&lt;img src=x&gt;")
    assertContains(history, "somebody else was quicker")
