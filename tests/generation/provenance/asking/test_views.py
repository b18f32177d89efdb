"""Asking on pages: an answer with the way to each person, kept questions, narrower ones, and odd addresses."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from experiments import files
from experiments.models import Experiment
from generation.models import Persona, Run, SavedQuestion
from generation.provenance.asking import services
from generation.provenance.asking.tasks import index_run
from generation.provenance.asking.views import _limit
from persona.asking.index import FOLDER
from persona.models.asking import LONGEST

if TYPE_CHECKING:
    from collections.abc import Callable

    from accounts.models import User

pytestmark = pytest.mark.django_db
QUESTION = "Who plans meals for the week?"
NOTHING = "What do they think about quantum physics?"
COUNTING = "How many are on the Free plan?"


@pytest.fixture
def address(run: Run) -> str:
    return reverse("generation:ask", args=[run.pk])


def test_before_anything_is_asked_the_page_says_what_it_can_do(client: Client, address: str) -> None:
    page = client.get(address)

    assertContains(page, "Answers come from what people wrote")
    assert page.context["tries"] == [
        "What are you mainly trying to get done?",
        "What is the most frustrating part?",
        "Tell us about the last time you planned something.",
    ]
    assert page.context["languages"]["en"] == "English"


def test_an_answer_leads_to_each_person(client: Client, address: str) -> None:
    page = client.get(address, {"q": QUESTION})
    shown = page.context["shown"]

    assertContains(page, shown.answer.sentence)
    for said in shown.passages:
        assertContains(page, f"<mark>{said.said}</mark>")
        assertContains(page, f'href="{said.person}"')
    person = client.get(shown.passages[0].person)
    assert shown.passages[0].said in "".join(piece.text for one in person.context["written"] for piece in one.pieces)


def test_what_nobody_speaks_of_is_said_plainly(client: Client, address: str) -> None:
    page = client.get(address, {"q": NOTHING})

    assertContains(page, "Nothing in the data speaks of this")
    assertContains(page, "Nobody writes “quantum” or “physics”.")
    assertNotContains(page, "Save this question")


def test_closed_answers_are_counted_beside_everyone(client: Client, address: str) -> None:
    page = client.get(address, {"q": COUNTING})
    (counted, *_) = page.context["shown"].counts

    assert (counted.is_one, [line.line.option for line in counted.lines]) == (True, ["Free"])
    assert [(bar.mark.position, bar.people, bar.base) for bar in counted.lines[0].bars] == [(1, 19, 44), (2, 2, 16)]


def test_narrower_questions_keep_what_was_chosen_and_pass_over_what_is_none(client: Client, address: str) -> None:
    page = client.get(address, {"q": QUESTION, "persona": "2", "by": "1", "a": ["1.1", "99.1", "x", "1.²", "1.0"]})
    form = page.context["form"]

    assert (form.persona, form.answers, form.choosing) == (2, ((1, 1),), 1)
    assertContains(page, 'value="1.1" checked')
    assert {said.passage.persona for said in page.context["shown"].passages} <= {2}
    (chip,) = page.context["chips"]
    assert parse_qs(urlsplit(chip.without).query) == {"q": [QUESTION], "persona": ["2"]}


@pytest.mark.parametrize(
    "query",
    [
        {"persona": "99"},
        {"persona": "-1"},
        {"language": "xx"},
        {"language": "<b>"},
        {"show": "9" * 50},
        {"by": "99"},
        {"a": "1.1.1"},
    ],
    ids=str,
)
def test_an_odd_address_is_answered_and_never_a_fault(client: Client, address: str, query: dict[str, str]) -> None:
    page = client.get(address, {"q": QUESTION, **query})

    assert page.status_code == 200
    assert ("shown" in page.context) != ("problem" in page.context)


@pytest.mark.parametrize(
    ("text", "limit"),
    [("", 10), ("30", 30), ("5", 10), ("999", 200), ("1000", 10), ("-30", 10), ("³⁰", 10), ("3e1", 10)],
)
def test_so_many_passages_are_shown(text: str, limit: int) -> None:
    assert _limit(text) == limit


@pytest.mark.parametrize(("question", "told"), [("?!", "There is no question."), ("x" * (LONGEST + 50), str(LONGEST))])
def test_what_is_no_question_is_said_so(client: Client, address: str, question: str, told: str) -> None:
    page = client.get(address, {"q": question})

    assert "shown" not in page.context
    assertContains(page, told)


def test_markup_in_a_question_stays_words(client: Client, address: str) -> None:
    SavedQuestion.objects.create(
        experiment=Experiment.objects.get(), text="<script>x</script>?", run_number=1, people=0, base=0
    )
    page = client.get(address, {"q": '"><script>plans</script>'})

    assertNotContains(page, "<script>plans")
    assertNotContains(page, "<script>x")


def test_a_hidden_persona_is_in_no_bar(client: Client, run: Run, address: str) -> None:
    Persona.everything.filter(run=run, position=1).update(shown=False)
    page = client.get(address, {"q": QUESTION})

    assert {bar.mark.position for bar in page.context["shown"].bars} <= {2}
    assert [persona.position for persona in page.context["personas"]] == [2]


# -- kept questions ------------------------------------------------------------------------------------
def test_a_question_is_kept_and_let_go_without_javascript(client: Client, alice: User, address: str) -> None:
    back = f"{address}?q=Who+plans+meals+for+the+week%3F"

    assertRedirects(client.post(address, {"q": QUESTION, "do": "save"}), back, fetch_redirect_response=False)
    saved = SavedQuestion.objects.get()
    assert (saved.text, saved.saved_by, saved.run_number, saved.people, saved.base) == (QUESTION, alice, 1, 4, 60)
    page = client.get(back)
    assertContains(page, 'value="forget"')
    assertContains(page, "<small>You, ")
    assertNotContains(page, alice.email + ", ")

    assertRedirects(client.post(address, {"q": QUESTION, "do": "forget"}), back, fetch_redirect_response=False)
    assert not SavedQuestion.objects.exists()


@pytest.mark.parametrize("question", ["", "?!", "x" * (LONGEST + 1), "\0"])
@pytest.mark.parametrize("do", ["save", "forget", "explode"])
def test_what_cannot_be_asked_is_not_kept(client: Client, address: str, question: str, do: str) -> None:
    assert client.post(address, {"q": question, "do": do}).status_code == 302
    assert not SavedQuestion.objects.exists()


def test_no_sign_of_its_own_gets_into_a_kept_question(client: Client, address: str) -> None:
    client.post(address, {"q": f"\0{QUESTION}\0", "do": "save"})

    assert SavedQuestion.objects.get().text == QUESTION


def asked_before(run: Run, question: str, number: int = 0) -> SavedQuestion:
    return SavedQuestion.objects.create(experiment=run.experiment, text=question, run_number=number, people=9, base=50)


@pytest.mark.parametrize("question", [QUESTION, NOTHING])
def test_what_was_found_before_is_told_to_everybody_until_the_question_is_saved_again(
    client: Client, run: Run, address: str, question: str
) -> None:
    asked_before(run, question)
    for _ in range(2):  # looking changes nothing
        assertContains(client.get(address, {"q": question}), "In run 0, 9 of 50 people spoke of it.", count=1)
    assertContains(client.get(address, {"q": question}), "Save this answer")

    client.post(address, {"q": question, "do": "save"})
    assertNotContains(client.get(address, {"q": question}), "In run 0")
    assert SavedQuestion.objects.get().run_number == 1


def test_it_is_not_held_against_an_answer_of_some_people_only(client: Client, run: Run, address: str) -> None:
    asked_before(run, QUESTION)

    assertNotContains(client.get(address, {"q": QUESTION, "persona": "1"}), "In run 0")


def test_an_older_run_is_not_told_of_a_newer_one(client: Client, run: Run, address: str) -> None:
    asked_before(run, QUESTION, number=2)

    assertNotContains(client.get(address, {"q": QUESTION}), "In run 2")


def test_a_question_that_nothing_speaks_of_any_more_can_be_let_go(client: Client, run: Run, address: str) -> None:
    asked_before(run, NOTHING, number=1)

    assertContains(client.get(address, {"q": NOTHING}), 'value="forget"')


# -- who may -------------------------------------------------------------------------------------------
def test_a_viewer_asks_and_keeps_nothing(
    run: Run, address: str, viewer: User, client_of: Callable[[User], Client]
) -> None:
    asked_before(run, QUESTION, number=1)
    theirs = client_of(viewer)
    page = theirs.get(address, {"q": QUESTION})

    assertContains(page, page.context["shown"].answer.sentence)
    assertNotContains(page, 'name="do"')
    for do in ("save", "forget"):
        assert theirs.post(address, {"q": QUESTION, "do": do}).status_code == 403
    assert SavedQuestion.objects.count() == 1


def test_strangers_find_nothing_to_ask(address: str, charlie: User, client_of: Callable[[User], Client]) -> None:
    assert client_of(charlie).get(address, {"q": QUESTION}).status_code == 404
    assert client_of(charlie).post(address, {"q": QUESTION}).status_code == 404
    assert Client().get(address).headers["Location"].startswith("/account/login/?next=")
    assert not SavedQuestion.objects.exists()


def test_nothing_is_asked_of_an_experiment_in_the_bin(client: Client, run: Run, address: str) -> None:
    Experiment.objects.filter(pk=run.experiment_id).update(binned=timezone.now())

    assert client.get(address, {"q": QUESTION}).status_code == 404
    assert client.post(address, {"q": QUESTION}).status_code == 404


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_run_without_a_result_leads_to_the_run(client: Client, run: Run, address: str, method: str) -> None:
    Run.objects.filter(pk=run.pk).update(status=Run.Status.CANCELLED)
    there = reverse("generation:run", args=[run.pk])

    assertRedirects(getattr(client, method)(address, {"q": QUESTION}), there, fetch_redirect_response=False)
    assert not SavedQuestion.objects.exists()


# -- reading -------------------------------------------------------------------------------------------
def test_a_run_whose_answers_are_not_read_yet_says_so_and_has_them_read(
    client: Client, run: Run, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(files.run(run.experiment_id, run.pk) / FOLDER)
    monkeypatch.setattr(services, "AT_ONCE", 0)

    page = client.get(address, {"q": QUESTION})
    assertContains(page, "Reading all answers")
    assertContains(
        page, f'<a class="btn" href="{address}?q=Who%20plans' if "%20" in str(page.content) else "Look again"
    )
    part = client.get(address, {"q": QUESTION}, headers={"hx-request": "true", "hx-target": "answer"})
    assertContains(part, 'hx-trigger="every 3s"')
    assertNotContains(part, "<html")

    index_run(str(run.pk))
    assertNotContains(client.get(address, {"q": QUESTION}), "Reading all answers")
    part = client.get(address, {"q": QUESTION}, headers={"hx-request": "true", "hx-target": "answer"})
    assertNotContains(part, "hx-trigger")


def test_a_run_whose_folder_has_gone_says_so_and_keeps_nothing(client: Client, run: Run, address: str) -> None:
    shutil.rmtree(files.run(run.experiment_id, run.pk))
    page = client.get(address, {"q": QUESTION})

    assert page.context["problem"].code == "run_missing"
    told = client.post(address, {"q": QUESTION, "do": "save"}, follow=True)
    assertContains(told, page.context["problem"].message)
    assert not SavedQuestion.objects.exists()
