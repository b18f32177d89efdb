"""Links for those who share: made once and shown once, closed, opened again, and ended with whoever made them."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.contrib.auth.hashers import check_password
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.people.access import end_access
from accounts.teams.models import Membership
from accounts.teams.services import remove_member
from experiments.models import Experiment
from generation.models import ShareLink
from generation.shares import services
from generation.shares.forms import WORDS, suggested
from persona.exceptions import ConfigurationError
from persona.ids import uuid7
from tests.generation.shares.conftest import PASSWORD, shared

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Response

    from accounts.models import User
    from generation.models import Run

pytestmark = pytest.mark.django_db


def send(client: Client, run: Run, **changes: Any) -> Response:
    data = {"key": str(uuid7()), "name": "Client", "audience": "anyone", "days": "30", "quotes": "on", "names": "on"}
    return client.post(reverse("generation:share", args=[run.pk]), data | changes)


def path_on(page: Response) -> str:
    found = re.search(r'<code id="url"[^>]*>https?://[^/]+(/s/[^<]+)</code>', page.content.decode())
    assert found is not None
    return found[1]


def test_a_link_is_shown_once_and_only_its_hash_is_kept(client: Client, run: Run) -> None:
    page = send(client, run)
    path = path_on(page)
    secret = path.split("/")[2]
    link = ShareLink.objects.get()

    assert (link.quotes, link.names, link.hidden, link.audience) == (True, True, [], "anyone")
    assert len(secret) == 43
    assert secret not in str(ShareLink.objects.values())
    assert timedelta(days=29) < link.expires - timezone.now() <= timedelta(days=30)
    assert secret not in client.get(reverse("generation:share", args=[run.pk])).content.decode()
    assert Client().get(path).status_code == 200


def test_a_form_that_is_sent_twice_makes_one_link(client: Client, run: Run) -> None:
    key = str(uuid7())
    answers = [send(client, run, key=key).status_code for _ in range(2)]

    assert (answers, ShareLink.objects.count()) == ([200, 302], 1)


def test_a_look_makes_no_link(client: Client, run: Run) -> None:
    assert send(client, run, look="1").status_code == 200
    assert send(client, run, again="1", password="old").status_code == 200
    assert ShareLink.objects.count() == 0


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"audience": "password", "password": "short"}, "A password of a link needs at least 8 characters."),
        ({"hosts": "javascript:alert(1)"}, "is no address of a site"),
        ({"days": "9999"}, "9999"),
    ],
)
def test_what_cannot_be_made_is_told_and_kept(client: Client, run: Run, changes: dict[str, str], told: str) -> None:
    page = send(client, run, **changes)

    assert (page.status_code, ShareLink.objects.count()) == (422, 0)
    assert told in page.content.decode()


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("www.notion.so", "https://www.notion.so"),
        ("https://wiki.example.com/", "https://wiki.example.com"),
        ("*.atlassian.net", "https://*.atlassian.net"),
        ("localhost", None),
        ("*", None),
        ("http://wiki.example.com", None),
        ("a.example; script-src *", None),
        ("a.example 'unsafe-inline'", None),
        ("https://user@a.example", None),
        ("https://[::1", None),
    ],
)
def test_a_frame_is_for_sites_by_https_and_nothing_else_gets_into_the_policy(given: str, kept: str | None) -> None:
    if kept is not None:
        assert services.origins([given]) == [kept]
        return
    with pytest.raises(ConfigurationError):
        services.origins([given])


def test_a_closed_link_shows_nothing_until_it_is_opened_again(client: Client, run: Run) -> None:
    link, base = shared(run)
    told = []
    for name in ("share-close", "share-open"):
        client.post(reverse(f"generation:{name}", args=[link.pk]))
        told.append(Client().get(base).status_code)

    assert told == [404, 200]


def test_an_ended_link_opens_again_for_thirty_days(client: Client, run: Run) -> None:
    link, base = shared(run)
    ShareLink.objects.filter(pk=link.pk).update(expires=timezone.now() - timedelta(days=1))
    client.post(reverse("generation:share-open", args=[link.pk]))
    link.refresh_from_db()

    assert Client().get(base).status_code == 200
    assert link.expires - timezone.now() > timedelta(days=29)


def test_a_study_in_the_bin_shows_nothing(run: Run) -> None:
    _, base = shared(run)
    Experiment.objects.filter(pk=run.experiment_id).update(binned=timezone.now())

    assert Client().get(base).status_code == 404


def test_views_are_counted(run: Run) -> None:
    link, base = shared(run)
    for _ in range(2):
        Client().get(base)
    link.refresh_from_db()

    assert link.views == 2
    assert link.last_seen is not None


def test_links_end_with_whoever_made_them(run: Run, editor: User) -> None:
    links = [services.share(editor, run, name="One").link for _ in range(2)]
    end_access(editor)
    assert [link.is_open for link in ShareLink.objects.all()] == [False, False]
    services.open_again(links[0])
    remove_member(membership=Membership.objects.get(team=run.experiment.team, user=editor))

    assert [link.is_open for link in ShareLink.objects.all()] == [False, False]


def test_a_password_is_kept_as_a_hash(run: Run) -> None:
    link, _ = shared(run, audience="password", password=PASSWORD)

    assert check_password(PASSWORD, link.password)
    assert PASSWORD not in str(ShareLink.objects.values())


def test_a_suggested_password_is_four_words_and_a_number() -> None:
    found = {suggested() for _ in range(20)}

    assert len(found) == 20
    assert len(WORDS) == len(set(WORDS)) > 120
    assert all(re.fullmatch(r"[a-z]+-[a-z]+-\d\d-[a-z]+-[a-z]+", each) for each in found)
