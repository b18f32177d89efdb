"""Links × every address of theirs: what a link hides is on none of them, and nobody gets in by a link that is none."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import Team
from accounts.teams.look_views import KEPT
from accounts.teams.looks import change_look
from core.security.login_wall import SHARED
from generation.edits.services import edit
from generation.models import Comment, Feedback, OwnPicture, ShareLink
from generation.personas.pictures import keep_picture
from generation.shares import services
from generation.shares.feedback import FORM
from generation.shares.reading import FILES
from generation.shares.urls import urlpatterns
from persona.edits import ChoosePortrait
from persona.exporting.formats import FORMATS
from tests.accounts.teams.test_looks import picture
from tests.generation.shares.conftest import PASSWORD, QUOTED, SECRET_WORDS, shared

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from accounts.models import User
    from generation.models import Run

pytestmark = pytest.mark.django_db

ANSWERS = {item.key: "5" for item in FORM}
POSTS = {"shared-comment": {"text": "Hi"}, "shared-feedback": ANSWERS, "shared-open": {"password": "wrong"}}
ONLY_POSTED = (*POSTS, "shared-theme")
TEXT_FILES = ("md", "html")
KEPT_PARTS = ("shared-logo", "shared-picture", "shared-style")
"""Nothing of the result is in them, and their address changes with them."""
E_MAIL = re.compile(r"[\w.]+@[\w.]+\.\w+")


@pytest.fixture(autouse=True)
def look(run: Run) -> None:
    """The team's own, and a picture of the second persona, so that such files are among the addresses."""
    assert run.experiment.owner is not None
    key = keep_picture(run.experiment, picture())
    edit(run.experiment.owner, run.pk, ChoosePortrait(persona=2, portrait=key))
    run.refresh_from_db()
    change_look(team=run.experiment.team, titles="#7a1f5c", logo=picture())


def addresses(base: str) -> Iterator[tuple[str, str]]:
    """Every address below a link by the name of its page, with all statements' drawers and all files."""
    for pattern in urlpatterns:
        if (name := str(pattern.name)) not in SHARED or name in ("embed", *ONLY_POSTED):
            continue
        route = str(pattern.pattern).replace("s/<str:secret>/", base)
        for place in ("1", "2") if "number" in route else ("",):
            for kind in TEXT_FILES if "kind" in route else ("",):
                told = route.replace("<int:number>", place).replace("<slug:kind>", kind)
                told = told.replace("<slug:key>", OwnPicture.objects.get().key)
                yield name, told.replace("<slug:version>", Team.objects.exclude(look="").get().look)
    for number in (1, 2):
        page = Client().get(f"{base}personas/{number}/").content.decode()
        for statement in sorted(set(re.findall(r"\?e=([\w-]+)", page))):
            yield "shared-persona", f"{base}personas/{number}/?e={statement}"
    yield "embed", base.replace("/s/", "/embed/")


def pages(base: str, *but: str) -> dict[str, str]:
    asked = [address for name, address in addresses(base) if name not in but]
    found = {address: Client().get(address) for address in asked}
    assert {address: answer.status_code for address, answer in found.items()} == dict.fromkeys(found, 200)
    return {address: answer.content.decode(errors="replace") for address, answer in found.items()}


def leaks(found: dict[str, str], words: tuple[str, ...]) -> list[str]:
    return [f"{word} on {at}" for at, text in found.items() for word in words if word.casefold() in text.casefold()]


OPEN = {"downloads": True, "comments": True, "hosts": ["www.notion.so"]}


def test_the_words_are_there_where_nothing_is_hidden(run: Run) -> None:
    found = pages(shared(run, **OPEN)[1])

    for word in (*SECRET_WORDS, *QUOTED):
        assert leaks(found, (word,)), word


def test_hidden_columns_are_on_no_address_of_a_link(run: Run) -> None:
    found = pages(shared(run, hidden=["Q16"], **OPEN)[1])

    assert leaks(found, SECRET_WORDS) == []
    assert leaks(found, ("Settle all dinners",))
    assert len(found) > 10


def test_hidden_quotes_are_on_no_address_of_a_link(run: Run) -> None:
    found = pages(shared(run, quotes=False, **OPEN)[1])

    assert leaks(found, QUOTED) == []
    assert leaks(found, ("Settle all dinners",))


def test_first_names_are_on_no_address_of_a_link(run: Run) -> None:
    found = pages(shared(run, names=False, **OPEN)[1], "shared-picture")

    assert leaks(found, ("Marta", "#face", OwnPicture.objects.get().key)) == []


def test_no_address_tells_an_e_mail_address(run: Run, alice: User) -> None:
    alice.name = ""
    alice.save()
    link, base = shared(run, **OPEN)
    Comment.objects.create(run=run, persona=1, author=alice, link=link, text="An answer")

    assert [at for at, text in pages(base).items() if E_MAIL.search(text)] == []


def test_files_for_readers_are_none_that_tell_of_everybody() -> None:
    assert [kind for kind in FILES if FORMATS[kind].is_whole or kind in ("json", "quotes", "csv", "xlsx")] == []


@pytest.mark.parametrize("kind", ["json", "quotes", "xlsx", "assignments", "tables", "csv", "no"])
def test_other_files_are_not_for_readers(run: Run, kind: str) -> None:
    assert Client().get(f"{shared(run, **OPEN)[1]}files/{kind}/").status_code == 404


def test_no_file_is_given_where_the_link_allows_none(run: Run) -> None:
    assert Client().get(f"{shared(run)[1]}files/md/").status_code == 404


@pytest.fixture
def ways(run: Run) -> dict[str, str]:
    """Links that show nothing, by the reason."""
    ended, closed = shared(run), shared(run)
    ShareLink.objects.filter(pk=ended[0].pk).update(expires=timezone.now() - timedelta(seconds=1))
    services.close(closed[0])
    return {"ended": ended[1], "closed": closed[1], "unknown": "/s/" + "x" * 43 + "/"}


def test_links_that_ended_were_closed_or_never_were_are_all_the_same(run: Run, ways: dict[str, str]) -> None:
    _, working = shared(run, **OPEN)
    routes = [at.removeprefix(working) for name, at in addresses(working) if name != "embed"]
    answers: dict[str, set[tuple[int, bytes]]] = {}
    for base in ways.values():
        for route in routes:
            answer = Client().get(base + route)
            answers.setdefault(route, set()).add((answer.status_code, answer.content))
        framed = Client().get(base.replace("/s/", "/embed/"))
        answers.setdefault("", set()).add((framed.status_code, framed.content))

    assert len({answer for found in answers.values() for answer in found}) == 1
    assert {status for status, _ in answers[""]} == {404}


def test_nothing_can_be_written_by_a_link_that_shows_nothing(ways: dict[str, str], run: Run) -> None:
    for base in ways.values():
        for name, data in POSTS.items():
            assert Client().post(base + write_to(name), data).status_code == 404
    assert (Comment.objects.count(), Feedback.objects.count()) == (0, 0)


def write_to(name: str) -> str:
    return {"shared-open": "open/", "shared-theme": "theme/"}.get(name, f"personas/1/{name.partition('-')[2]}/")


def test_a_password_holds_on_every_address(run: Run) -> None:
    _, base = shared(run, audience="password", password=PASSWORD, **OPEN)
    _, working = shared(run, **OPEN)
    open_routes = [at.removeprefix(working) for _, at in addresses(working)]
    asked = {route: Client().get(base + route) for route in open_routes if not route.startswith("/embed")}
    framed = Client().get(base.replace("/s/", "/embed/")).content.decode()

    assert {answer.status_code for answer in asked.values()} == {200}
    told = {route: answer.content.decode() for route, answer in asked.items()} | {"embed": framed}
    assert leaks(told, (*SECRET_WORDS, *QUOTED, "Settle", "Marta")) == []
    assert all("This page has a password" in text for route, text in told.items() if route != "embed")
    for name in ("shared-comment", "shared-feedback"):
        Client().post(base + write_to(name), POSTS[name])
    assert (Comment.objects.count(), Feedback.objects.count()) == (0, 0)


def unlocked(base: str, given: str = PASSWORD, **more: Any) -> tuple[Client, Any]:
    client = Client(**more)
    return client, client.post(f"{base}open/", {"password": given})


def test_the_password_opens_every_address(run: Run) -> None:
    _, base = shared(run, audience="password", password=PASSWORD, downloads=True)
    client, answer = unlocked(base)

    assert (answer.status_code, answer.headers["Location"]) == (302, base)
    cookie = next(iter(client.cookies.values()))
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == (base, True, "Lax")
    assert "Settle all dinners" in client.get(f"{base}personas/1/").content.decode()


def test_the_cookie_of_one_link_opens_no_other(run: Run) -> None:
    first, second = (shared(run, audience="password", password=PASSWORD)[1] for _ in range(2))
    client, _ = unlocked(first)
    other = Client()
    for name, morsel in client.cookies.items():
        other.cookies[name] = morsel.value

    assert "has a password" in other.get(second).content.decode()


def test_ten_wrong_passwords_have_to_wait_and_lock_out_nobody_else(run: Run) -> None:
    _, base = shared(run, audience="password", password=PASSWORD)
    answers = [unlocked(base, f"wrong {n}", REMOTE_ADDR="10.0.0.1")[1] for n in range(11)]

    assert [answer.status_code for answer in answers] == [422] * 10 + [429]
    assert "Not the right password. 9 tries left, then a break of 15 minutes." in answers[0].content.decode()
    assert "Wait 15 minutes, then try again" in answers[10].content.decode()
    assert answers[10].headers["Retry-After"] == "900"
    assert unlocked(base, REMOTE_ADDR="10.0.0.1")[1].status_code == 429
    assert unlocked(base, REMOTE_ADDR="10.0.0.2")[1].status_code == 302


def test_a_link_for_the_team_asks_to_sign_in_and_shows_strangers_nothing(
    run: Run, viewer: User, bob: User, client_of: Callable[[User], Client]
) -> None:
    _, base = shared(run, audience="team")
    answers = {who: client_of(who).get(base) for who in (viewer, bob)}

    assert Client().get(base).headers["Location"].startswith("/account/login/?next=/s/")
    assert {who.email: answer.status_code for who, answer in answers.items()} == {viewer.email: 200, bob.email: 404}
    assert "This page has ended" in answers[bob].content.decode()


def test_answers_keep_the_link_to_whoever_has_it(run: Run) -> None:
    link, base = shared(run, **OPEN)
    for name, address in addresses(base):
        answer = Client().get(address)
        assert (answer.headers["Referrer-Policy"], answer.headers["X-Robots-Tag"]) == (
            "no-referrer",
            "noindex, nofollow, noarchive",
        ), name
        assert answer.headers["Cache-Control"] == (KEPT if name in KEPT_PARTS else "private, no-store"), name
        is_framed = name == "embed"
        policy = answer.headers["Content-Security-Policy"]
        assert ("frame-ancestors https://www.notion.so" if is_framed else "frame-ancestors 'none'") in policy, name
        assert ("X-Frame-Options" in answer.headers) != is_framed, name
        assert answer.cookies == {}, name
    assert link.pk


def test_a_frame_has_no_script_and_no_form(run: Run) -> None:
    answer = Client().get(shared(run, **OPEN)[1].replace("/s/", "/embed/"))

    assert "<script" not in answer.content.decode()
    assert "<form" not in answer.content.decode()
    assert "script-src 'none'" in answer.headers["Content-Security-Policy"]


def test_nothing_is_framed_that_names_no_site(run: Run) -> None:
    answer = Client().get(shared(run)[1].replace("/s/", "/embed/"))

    assert (answer.status_code, answer.headers["X-Frame-Options"]) == (404, "DENY")
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]


def test_a_preview_shows_what_readers_see(run: Run, editor: User, client_of: Callable[[User], Client]) -> None:
    link, _ = shared(run, hidden=["Q16"], quotes=False, **OPEN)
    client = client_of(editor)
    base = reverse("generation:share-preview", args=[link.pk])
    found = {
        base + route: client.get(base + route).content.decode()
        for route in ("", "personas/1/", "personas/2/", "method/", "present/0/", "present/1/", "files/md/")
    }

    assert leaks(found, (*SECRET_WORDS, *QUOTED)) == []
    link.refresh_from_db()
    assert link.views == 0
