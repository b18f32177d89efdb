"""A team's look: owners change it, members and readers of links see it, files carry it, and nothing else gets in."""

from __future__ import annotations

import io
from base64 import b64encode
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.models import ApiToken, AuditEntry, Team, TeamLook
from accounts.teams.look_views import KEPT
from accounts.teams.looks import Addresses, change_look, changes_told, look_of, stylesheet
from persona.exceptions import ConfigurationError
from persona.exporting.look import OURS, Look
from persona.exporting.pictures import LARGEST_FILE, LOGO, re_encoded
from tests.api.conftest import Program

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from accounts.models import User

pytestmark = pytest.mark.django_db
Image = pytest.importorskip("PIL.Image")


def picture(kind: str = "JPEG") -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (90, 30), "#7a1f5c").save(file, kind)
    return file.getvalue()


@pytest.fixture
def as_alice(alice: User, team: Team, client_of: Callable[[User], Client]) -> Client:
    return client_of(alice)


def address(team: Team) -> str:
    return reverse("teams:look", args=[team.pk])


def fresh(team: Team) -> Team:
    return Team.objects.get(pk=team.pk)


# -- the service -----------------------------------------------------------------------------------------
def test_what_is_given_changes_and_the_rest_stays(team: Team) -> None:
    change_look(team=team, titles="7A1F5C", logo=picture())
    first = team.look
    change_look(team=team, lines="#fd3")

    assert look_of(fresh(team)) == Look(titles="#7a1f5c", lines="#ffdd33", logo=re_encoded(picture(), LOGO))
    assert (fresh(team).has_logo, len(first), first != team.look) == (True, 16, True)
    change_look(team=team, titles="", lines="", logo=b"")
    assert (fresh(team).look, fresh(team).has_logo, look_of(fresh(team))) == ("", False, OURS)


def test_it_stands_in_the_activity_log(team: Team) -> None:
    change_look(team=team, titles="#7a1f5c")

    entry = AuditEntry.objects.get()
    assert (entry.action, entry.team, entry.about_id, entry.detail) == ("look_changed", team.pk, str(team.pk), {})


@pytest.mark.parametrize("given", [{"titles": "red"}, {"lines": "#12"}, {"logo": b"<svg/>"}], ids=str)
def test_what_is_refused_changes_nothing(team: Team, given: dict[str, Any]) -> None:
    with pytest.raises(ConfigurationError):
        change_look(team=team, **{"titles": "#7a1f5c", **given})

    assert (fresh(team).look, TeamLook.objects.count(), AuditEntry.objects.count()) == ("", 0, 0)


def test_the_stylesheet_holds_checked_colours_for_light_and_dark() -> None:
    assert stylesheet(OURS) == "\n"
    assert stylesheet(Look(titles="#7a1f5c", lines="#ffdd33")) == (
        ".sheet h1, .slide h1, .embedded h1, .own-title { color: light-dark(#7a1f5c, #b27da0); }\n"
        ".sheet, .slide, .embedded main, .own-line { border-top: 4px solid light-dark(#9d881f, #ffdd33); }\n"
        ".sheet { padding-top: 1rem; }\n"
    )


def test_people_are_told_what_is_shown_in_place_of_their_colour() -> None:
    assert list(changes_told(Look(titles="#7a1f5c"))) == [
        "Titles on dark pages are shown in #b27da0: your colour, lighter, so that it can be seen."
    ]
    assert list(changes_told(OURS)) == []


# -- the page ----------------------------------------------------------------------------------------------
def test_owners_give_a_logo_and_colours(as_alice: Client, team: Team) -> None:
    sent = {"titles": "#7a1f5c", "lines": "", "logo": SimpleUploadedFile("logo.jpg", picture(), "image/jpeg")}
    assertRedirects(as_alice.post(address(team), sent), address(team))

    page, found = as_alice.get(address(team)), fresh(team)
    assertContains(page, f'<link rel="stylesheet" href="{address(team)}{found.look}.css">')
    assertContains(page, f'src="{address(team)}{found.look}.png" alt="Logo of {found.name}"')
    assert "style=" not in page.content.decode()
    as_alice.post(address(team), {"titles": "", "remove_logo": "on"})
    assert fresh(team).look == ""


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"titles": "plum"}, "“plum” is no colour that we know."),
        ({"lines": "url(x)"}, "“url(x)” is no colour that we know."),
        ({"logo": SimpleUploadedFile("a.svg", b"<svg onload='x'/>", "image/svg+xml")}, "no picture that we can read"),
        ({"logo": SimpleUploadedFile("a.png", b"0" * (LARGEST_FILE + 1))}, "The picture is larger than 2 MB"),
        ({"logo": SimpleUploadedFile("a.png", b"0" * 2 * LARGEST_FILE)}, "The picture is larger than 2 MB"),
    ],
    ids=["titles", "lines", "svg", "large", "too large to be received"],
)
def test_what_cannot_be_taken_is_said_and_what_was_typed_stays(
    as_alice: Client, team: Team, sent: dict[str, object], sentence: str
) -> None:
    answer = as_alice.post(address(team), {"titles": "#7a1f5c"} | sent)

    assertContains(answer, sentence, status_code=422)
    assert (answer.context["form"]["titles"].value(), fresh(team).look) == (sent.get("titles", "#7a1f5c"), "")


def test_viewers_and_editors_see_it_and_may_not_change_it(
    team: Team, bob: User, vera: User, client_of: Callable[[User], Client]
) -> None:
    change_look(team=team, titles="#7a1f5c")
    for member in (bob, vera):
        client = client_of(member)
        assertNotContains(client.get(address(team)), '<button class="btn main">')
        assert client.post(address(team), {"titles": "#000000"}).status_code == 403
    assert look_of(fresh(team)).titles == "#7a1f5c"


def test_style_and_logo_are_files_with_their_types_that_browsers_keep(as_alice: Client, team: Team) -> None:
    change_look(team=team, titles="#7a1f5c", logo=picture())
    style, logo = (as_alice.get(f"{address(team)}{team.look}.{ending}") for ending in ("css", "png"))

    assert (style.headers["Content-Type"], logo.headers["Content-Type"]) == ("text/css; charset=utf-8", "image/png")
    assert (style.headers["Cache-Control"], logo.headers["Cache-Control"]) == (KEPT, KEPT)
    assert (style.content.decode(), logo.content) == (stylesheet(look_of(team)), re_encoded(picture(), LOGO))
    assert style.headers["X-Content-Type-Options"] == "nosniff"


def test_of_another_look_no_logo_or_another_team_there_is_nothing(
    as_alice: Client, team: Team, charlie: User, client_of: Callable[[User], Client]
) -> None:
    asked = [f"{address(team)}{version}.{ending}" for version in ("0", "-") for ending in ("css", "png")]
    assert [as_alice.get(each).status_code for each in asked] == [404] * 4
    change_look(team=team, titles="#7a1f5c")
    assert as_alice.get(f"{address(team)}{team.look}.png").status_code == 404
    assert client_of(charlie).get(f"{address(team)}{team.look}.css").status_code == 404


def test_addresses_are_told_only_where_there_is_a_look(team: Team) -> None:
    assert Addresses.of(team, "/s/x/look/") is None
    change_look(team=team, titles="#7a1f5c")
    assert Addresses.of(team, "/s/x/look/") == (f"/s/x/look/{team.look}.css", "")
    change_look(team=team, logo=picture())
    assert Addresses.of(team, "/x/") == (f"/x/{team.look}.css", f"/x/{team.look}.png")


def test_the_api_says_and_changes_the_same(alice: User, team: Team) -> None:
    assert alice.membership.team == team
    client = Program(ApiToken.objects.issue(alice, name="Tests", scopes=["read", "write"])[1])
    told = {"titles": "#7a1f5c", "lines": "#ffdd33", "logo": b64encode(picture()).decode()}
    changed = client("PUT", "/teams/look", told)

    expected = {
        "titles": "#7a1f5c",
        "lines": "#ffdd33",
        "titles_on_paper": "#7a1f5c",
        "lines_on_paper": "#9d881f",
        "logo": b64encode(re_encoded(picture(), LOGO)).decode(),
        "sections": {"order": [], "hidden": []},
    }
    assert (changed.status_code, changed.json(), client.get("/teams/look").json()) == (200, expected, expected)
    refused = [
        client("PUT", "/teams/look", body)
        for body in ({"titles": "plum"}, {"logo": "%"}, {"logo": b64encode(b"<svg/>").decode()}, {"other": 1})
    ]
    assert [each.json()["code"] for each in refused] == [
        "colour_unknown", "picture_unreadable", "picture_unreadable", "invalid_input",
    ]  # fmt: skip
