"""Doors: what strangers, members and whoever knows the password get at each address, with and without JavaScript."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from django.contrib.auth.hashers import make_password
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.teams.models import Membership
from experiments import files
from experiments.models import Experiment
from generation.edits.services import edit
from generation.models import Comment, Feedback, Run, ShareLink
from generation.shares import doors, services
from generation.shares.doors import UNSEEN
from generation.shares.feedback import FORM
from persona.edits import SetField
from tests.generation.shares.conftest import PASSWORD, shared

if TYPE_CHECKING:
    from collections.abc import Callable

    from accounts.models import User

pytestmark = pytest.mark.django_db
ANSWERS = {item.key: "5" for item in FORM}
PAGES = ("", "personas/1/", "method/", "present/0/", "present/1/", "files/md/")
POSTS = {"open/": "", "theme/": "", "personas/1/comment/": "personas/1/", "personas/1/feedback/": "personas/1/"}
"""Addresses that are posted to, and the page that each belongs to."""


def opened(base: str, given: str = PASSWORD) -> Client:
    client = Client()
    client.post(f"{base}open/", {"password": given})
    return client


# -- addresses that are typed, reloaded or come back to -----------------------------------------------
@pytest.mark.parametrize("method", ["get", "head"])
@pytest.mark.parametrize(("route", "page"), POSTS.items(), ids=list(POSTS))
def test_an_address_of_a_form_leads_to_its_page_when_it_is_only_looked_at(
    run: Run, route: str, page: str, method: str
) -> None:
    _, base = shared(run, comments=True)
    answer = getattr(Client(), method)(base + route)

    assertRedirects(answer, base + page, fetch_redirect_response=False)
    assert {name: answer.headers[name] for name in UNSEEN} == UNSEEN


@pytest.mark.parametrize("route", POSTS)
@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_no_other_method_is_known(run: Run, route: str, method: str) -> None:
    _, base = shared(run, comments=True)

    assert getattr(Client(), method)(base + route).status_code == 405


@pytest.mark.parametrize("route", PAGES)
def test_nothing_is_posted_to_a_page(run: Run, route: str) -> None:
    _, base = shared(run, downloads=True)

    assert Client().post(base + route).status_code == 405


@pytest.mark.parametrize("route", ["personas/0/", "personas/3/", "personas/99999999999999999999/", "present/3/"])
def test_a_persona_that_is_none_is_not_there(run: Run, route: str) -> None:
    assert Client().get(shared(run)[1] + route).status_code == 404


@pytest.mark.parametrize(
    "secret", ["x", "%00", "é" * 43, "..", "x" * 5000], ids=["x", "nul", "accents", "dots", "long"]
)
def test_an_odd_secret_opens_nothing(db: None, secret: str) -> None:
    assert Client().get(f"/s/{secret}/").status_code in (400, 404)


def test_markup_in_what_is_opened_opens_nothing(run: Run) -> None:
    page = Client().get(f"{shared(run)[1]}personas/1/?e=<script>")

    assertNotContains(page, '<script>"')
    assert page.context["open"] is None


# -- passwords ---------------------------------------------------------------------------------------
def test_a_password_that_is_changed_shuts_whoever_knew_the_old_one_out(run: Run) -> None:
    link, base = shared(run, audience="password", password=PASSWORD)
    client = opened(base)
    assertContains(client.get(base), "Settle all dinners")
    ShareLink.objects.filter(pk=link.pk).update(password=make_password("another-password"))

    assertContains(client.get(base), "This page has a password")


@pytest.mark.parametrize("given", ["", "soup", PASSWORD.upper(), f" {PASSWORD}", PASSWORD + "x" * 500])
def test_what_is_not_the_password_opens_nothing(run: Run, given: str) -> None:
    _, base = shared(run, audience="password", password=PASSWORD)

    assertContains(opened(base, given).get(base), "This page has a password")


def test_the_password_opens_a_link_that_was_closed_and_opened_again(run: Run) -> None:
    link, base = shared(run, audience="password", password=PASSWORD)
    client = opened(base)
    services.close(link)
    assert client.get(base).status_code == 404
    assert client.post(f"{base}open/", {"password": PASSWORD}).status_code == 404
    services.open_again(link)

    assertContains(client.get(base), "Settle all dinners")


def test_a_right_password_forgets_the_wrong_ones(run: Run) -> None:
    _, base = shared(run, audience="password", password=PASSWORD)
    for _ in range(9):
        opened(base, "wrong")
    opened(base)

    assertContains(Client().post(f"{base}open/", {"password": "wrong"}), "9 tries left", status_code=422)


def test_one_try_is_left_in_good_english(run: Run) -> None:
    _, base = shared(run, audience="password", password=PASSWORD)
    told = [Client().post(f"{base}open/", {"password": "wrong"}) for _ in range(9)]

    assertContains(told[-1], "1 try left", status_code=422)


def test_many_wrong_passwords_from_everywhere_leave_three_tries_each(run: Run) -> None:
    link, base = shared(run, audience="password", password=PASSWORD)
    cache.set(f"share-wrong:{link.pk}", 500, 60)
    answers = [Client().post(f"{base}open/", {"password": "wrong"}).status_code for _ in range(4)]

    assert answers == [422, 422, 422, 429]


@pytest.mark.parametrize("audience", ["anyone", "team"])
def test_where_no_password_is_asked_none_is_tried(run: Run, audience: str) -> None:
    _, base = shared(run, audience=audience)
    answer = Client().post(f"{base}open/", {"password": "x"})

    assertRedirects(answer, base, fetch_redirect_response=False)
    assert answer.cookies == {}


def test_a_forged_cookie_opens_nothing(run: Run) -> None:
    link, base = shared(run, audience="password", password=PASSWORD)
    for value in ("", "x", doors._mark(link), f"{doors._mark(link)}:x:y"):
        client = Client()
        client.cookies[doors._cookie(link)] = value
        assertContains(client.get(base), "This page has a password")


def test_the_page_that_asks_tells_the_study_and_none_of_its_findings(run: Run) -> None:
    link, base = shared(run, audience="password", password=PASSWORD, name="For Mira only")
    page = Client().get(f"{base}personas/1/")

    assertContains(page, "Alice Arden shares “Meal planning” with you.")
    assertNotContains(page, "For Mira only")
    assertNotContains(page, "Takes Insulin")
    assert ShareLink.objects.get(pk=link.pk).views == 0


# -- links of the team -------------------------------------------------------------------------------
@pytest.mark.parametrize("route", PAGES)
def test_a_link_of_the_team_leads_back_after_signing_in(run: Run, route: str) -> None:
    _, base = shared(run, audience="team", downloads=True)

    assertRedirects(Client().get(base + route), f"/account/login/?next={base}{route}", fetch_redirect_response=False)


@pytest.mark.parametrize("route", ["personas/1/comment/", "personas/1/feedback/"])
def test_whoever_was_signed_out_while_writing_comes_back_to_a_page_that_can_be_seen(run: Run, route: str) -> None:
    _, base = shared(run, audience="team", comments=True)
    answer = Client().post(base + route, ANSWERS | {"text": "Hm"})

    assertRedirects(answer, f"/account/login/?next={base}", fetch_redirect_response=False)
    assert (Comment.objects.count(), Feedback.objects.count()) == (0, 0)


def test_whoever_leaves_the_team_sees_it_no_more(run: Run, viewer: User, client_of: Callable[[User], Client]) -> None:
    _, base = shared(run, audience="team", comments=True)
    theirs = client_of(viewer)
    assert [theirs.get(base + route).status_code for route in PAGES[:-1]] == [200] * 5
    Membership.objects.filter(user=viewer).delete()

    assert [theirs.get(base + route).status_code for route in PAGES] == [404] * 6
    assert theirs.post(f"{base}personas/1/comment/", {"text": "Hm"}).status_code == 404


# -- previews ----------------------------------------------------------------------------------------
def preview(link: ShareLink) -> str:
    return reverse("generation:share-preview", args=[link.pk])


def test_those_who_share_look_through_a_link_that_is_closed_and_nobody_is_counted(client: Client, run: Run) -> None:
    link, _ = shared(run, audience="password", password=PASSWORD, comments=True)
    services.close(link)

    assert [client.get(preview(link) + route).status_code for route in PAGES[:-1]] == [200] * 5
    assertNotContains(client.get(f"{preview(link)}personas/1/"), '<form class="card feedback"')
    assertNotContains(client.get(f"{preview(link)}personas/1/"), "/comment/")
    assert ShareLink.objects.get().views == 0


def test_a_preview_has_the_files_that_readers_have(client: Client, run: Run) -> None:
    without, with_files = shared(run)[0], shared(run, downloads=True)[0]

    assert client.get(f"{preview(without)}files/md/").status_code == 404
    assert client.get(f"{preview(with_files)}files/md/").headers["Content-Type"].startswith("text/markdown")


def test_a_preview_is_for_those_who_share(
    run: Run, viewer: User, bob: User, client_of: Callable[[User], Client]
) -> None:
    link, _ = shared(run)

    assert client_of(viewer).get(preview(link)).status_code == 403
    assert client_of(bob).get(preview(link)).status_code == 404
    assert Client().get(preview(link)).status_code == 302


def test_a_preview_ends_with_the_experiment_in_the_bin(client: Client, run: Run) -> None:
    link, _ = shared(run)
    Experiment.objects.filter(pk=run.experiment_id).update(binned=timezone.now())

    assert client.get(preview(link)).status_code == 404


# -- what cannot be shown ----------------------------------------------------------------------------
def test_a_result_whose_files_have_gone_is_told_at_every_address(client: Client, run: Run) -> None:
    link, base = shared(run, hosts=["www.notion.so"])
    shutil.rmtree(files.run(run.experiment_id, run.pk))

    told = [Client().get(base + route) for route in PAGES[:-1]]
    told += [client.get(preview(link)), Client().get(base.replace("/s/", "/embed/"))]
    assert [page.status_code for page in told] == [503] * 7
    for page in told:
        assertContains(page, "This page cannot be shown now", status_code=503)
        assertNotContains(page, str(files.experiments()), status_code=503)
    assert "frame-ancestors https://www.notion.so" in told[-1].headers["Content-Security-Policy"]


def test_slides_whose_files_have_gone_lead_back_to_the_personas(client: Client, run: Run) -> None:
    shutil.rmtree(files.run(run.experiment_id, run.pk))

    assertRedirects(
        client.get(reverse("generation:present", args=[run.pk])),
        reverse("generation:results", args=[run.pk]),
        fetch_redirect_response=False,
    )


# -- frames and slides -------------------------------------------------------------------------------
@pytest.mark.parametrize("changes", [{"audience": "team"}, {"audience": "password", "password": PASSWORD}])
def test_a_frame_of_a_link_that_is_not_for_anyone_tells_nothing(
    run: Run, changes: dict[str, str], client: Client
) -> None:
    link, base = shared(run, hosts=["www.notion.so"], **changes)
    for somebody in (Client(), client):
        page = somebody.get(base.replace("/s/", "/embed/"))
        assert page.status_code == 200
        assertNotContains(page, "Takes Insulin")
        assertNotContains(page, "<form")
    assert ShareLink.objects.get(pk=link.pk).views == 0


def test_a_frame_is_counted_when_it_is_looked_at(run: Run) -> None:
    link, base = shared(run, hosts=["www.notion.so"])
    frame = base.replace("/s/", "/embed/")
    Client().get(frame)
    Client().head(frame)
    Client().head(base)

    assert ShareLink.objects.get(pk=link.pk).views == 1
    assert Client().post(frame).status_code == 405


@pytest.mark.parametrize("number", [0, 1, 2])
def test_members_present_slide_by_slide(
    run: Run, viewer: User, client_of: Callable[[User], Client], number: int
) -> None:
    page = client_of(viewer).get(reverse("generation:present-slide", args=[run.pk, number]))

    assert (page.status_code, page.context["number"], page.context["last"]) == (200, number, 2)
    assert page.context["back"] == reverse("generation:results", args=[run.pk])
    assert ("persona" in page.context) == bool(number)


def test_slides_are_none_of_strangers_of_unfinished_runs_and_beyond_the_last(
    client: Client, run: Run, bob: User, client_of: Callable[[User], Client]
) -> None:
    there = reverse("generation:present-slide", args=[run.pk, 3])
    assert (client.get(there).status_code, client_of(bob).get(there).status_code) == (404, 404)
    Run.objects.filter(pk=run.pk).update(status="cancelled")

    assertRedirects(client.get(there), reverse("generation:run", args=[run.pk]), fetch_redirect_response=False)


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_light_or_dark_is_chosen_without_javascript(run: Run, theme: str) -> None:
    _, base = shared(run, audience="password", password=PASSWORD)
    answer = Client().post(f"{base}theme/", {"theme": theme, "next": base})

    assertRedirects(answer, base, fetch_redirect_response=False)
    assert answer.cookies["theme"].value == theme


def test_nobody_is_led_elsewhere_by_a_choice_of_light(run: Run) -> None:
    answer = Client().post(f"{shared(run)[1]}theme/", {"theme": "dark", "next": "https://evil.example/"})

    assert answer.headers["Location"] == "/"


def test_slides_show_what_people_added(client: Client, run: Run, alice: User) -> None:
    edit(alice, run.pk, SetField(persona=1, name="Job", text="Cooks\nfor <four>"))

    pages = [client.get(reverse("generation:present-slide", args=[run.pk, number])) for number in (1, 2)]
    assertContains(pages[0], '<dt dir="auto">Job</dt><dd dir="auto">Cooks<br>for &lt;four&gt;</dd>')
    assertNotContains(pages[1], "Added by people")
