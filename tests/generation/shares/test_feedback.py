"""Feedback: a browser counts once, nobody is known, and nothing is told of a few."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from generation.models import Feedback, Persona
from generation.shares import feedback
from generation.shares.feedback import COOKIE, FORM, LEAST, Line, Result, results
from tests.generation.shares.conftest import PASSWORD, shared

if TYPE_CHECKING:
    from collections.abc import Callable

    from accounts.models import User
    from generation.models import Run, ShareLink

pytestmark = pytest.mark.django_db
ANSWERS = {item.key: "5" for item in FORM}


def judge(base: str, client: Client | None = None, number: int = 1, **changes: str) -> Client:
    client = client or Client()
    client.post(f"{base}personas/{number}/feedback/", ANSWERS | changes)
    return client


def given(link: ShareLink, *answers: int, persona: int = 1) -> None:
    for number, value in enumerate(answers):
        Feedback.objects.create(
            run=link.run, link=link, persona=persona, browser=f"{link.pk}{number}"[-64:],
            answers={item.key: value for item in FORM},
        )  # fmt: skip


def test_an_answer_is_thanked_for_and_its_browser_kept_as_a_hash(run: Run) -> None:
    _, base = shared(run)
    client = Client()
    answer = client.post(f"{base}personas/1/feedback/", ANSWERS)
    assertRedirects(answer, f"{base}personas/1/?thanks=1#judge", fetch_redirect_response=False)
    kept, cookie = Feedback.objects.get(), answer.cookies[COOKIE]

    assert (kept.answers, str(kept)) == ({item.key: 5 for item in FORM}, f"on persona 1 of {run.pk}")
    assert (len(kept.browser), kept.browser in cookie.value) == (64, False)
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/s/", True, "Lax")
    assertContains(client.get(f"{base}personas/1/?thanks=1"), "Thank you. Your view is kept")
    assertNotContains(Client().get(f"{base}personas/1/?thanks=1"), "Thank you.")


def test_one_browser_judges_each_persona_of_each_link_once(run: Run) -> None:
    (_, first), (_, second) = shared(run), shared(run)
    client = judge(first)
    for base, number in ((first, 1), (first, 2), (second, 1), (second, 1)):
        judge(base, client, number)

    assert Feedback.objects.count() == 3
    assert len(set(Feedback.objects.values_list("browser", flat=True))) == 1


@pytest.mark.parametrize("value", ["x", "a:b:c", ""])
def test_a_forged_browser_is_a_new_one(run: Run, value: str) -> None:
    _, base = shared(run)
    client = judge(base)
    client.cookies[COOKIE] = value
    judge(base, client)

    assert Feedback.objects.count() == 2


def test_what_was_ticked_comes_back_where_a_sentence_has_no_answer(run: Run) -> None:
    _, base = shared(run)
    answer = Client().post(f"{base}personas/1/feedback/", ANSWERS | {"clarity": ""})

    assert answer.status_code == 422
    assertContains(answer, 'name="empathy" value="5" required checked', status_code=422)
    assertNotContains(answer, 'name="clarity" value="5" required checked', status_code=422)
    assert COOKIE not in answer.cookies


@pytest.mark.parametrize("number", [0, 3, 10**20])
def test_a_persona_that_is_none_is_not_judged(run: Run, number: int) -> None:
    _, base = shared(run)

    assert Client().post(f"{base}personas/{number}/feedback/", ANSWERS).status_code == 404
    assert not Feedback.objects.exists()


def test_too_many_answers_from_one_address_are_refused(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feedback.pace, "JUDGEMENTS", "2/h/ip")
    _, base = shared(run)
    answers = [Client().post(f"{base}personas/1/feedback/", ANSWERS).status_code for _ in range(3)]

    assert (answers, Feedback.objects.count()) == ([302, 302, 422], 2)


def test_no_password_no_judgement(run: Run) -> None:
    _, base = shared(run, audience="password", password=PASSWORD)
    judge(base)
    assert not Feedback.objects.exists()
    client = Client()
    client.post(f"{base}open/", {"password": PASSWORD})
    judge(base, client)

    assert Feedback.objects.count() == 1


@pytest.mark.parametrize("answers", [(), (4,), (4, 4)])
def test_of_a_few_answers_their_number_is_told_alone(run: Run, answers: tuple[int, ...]) -> None:
    given(shared(run)[0], *answers)

    assert results(run) == ({1: Result(1, len(answers), ())} if answers else {})


def test_means_and_spreads_are_told_by_persona_over_all_links(run: Run) -> None:
    (first, _), (second, _) = shared(run), shared(run)
    given(first, 1, 7)
    given(second, 4)
    given(second, 2, persona=2)
    found = results(run)

    assert {number: (result.answers, len(result.lines)) for number, result in found.items()} == {
        1: (LEAST, 8),
        2: (1, 0),
    }
    assert found[1].lines[0] == Line(FORM[0], 4.0, 3.0)
    assert found[1].lines[0].bar == 50.0


def test_a_sentence_that_few_answered_is_left_out(run: Run) -> None:
    link, _ = shared(run)
    given(link, 3, 3, 3)
    one = Feedback.objects.first()
    assert one is not None
    one.answers = {key: value for key, value in one.answers.items() if key != "clarity"}
    one.save()

    assert "clarity" not in {line.item.key for line in results(run)[1].lines}
    assert len(results(run)[1].lines) == len(FORM) - 1


@pytest.mark.parametrize(("mean", "bar"), [(1, 0.0), (7, 100.0), (5.5, 75.0)])
def test_a_bar_begins_at_the_lowest(mean: float, bar: float) -> None:
    assert Line(FORM[0], mean, 1.0).bar == bar


def test_the_page_is_for_the_team_and_of_personas_that_are_shown(
    run: Run, viewer: User, bob: User, client_of: Callable[[User], Client]
) -> None:
    link, _ = shared(run)
    given(link, 2, 3, 4)
    given(link, 2, persona=2)
    Persona.objects.filter(run=run, position=2).update(shown=False)
    address = reverse("generation:feedback", args=[run.pk])
    page = client_of(viewer).get(address)

    assert [(persona.position, result and result.answers) for persona, result in page.context["personas"]] == [(1, 3)]
    assert client_of(bob).get(address).status_code == 404


def test_judgements_go_with_their_link(run: Run) -> None:
    link, _ = shared(run)
    given(link, 3)
    link.delete()

    assert results(run) == {}
