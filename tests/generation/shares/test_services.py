"""Links: what cannot be shared, how many there may be, and whose they are."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.contrib.auth.hashers import check_password
from django.utils import timezone

from accounts.teams.models import Membership, Role, Team
from accounts.teams.services import remove_member
from generation.models import Run, ShareLink
from generation.shares import services
from generation.shares.models import digest, public_name
from persona.exceptions import ConfigurationError
from persona.ids import uuid7
from tests.factories import ExperimentFactory, UserFactory
from tests.generation.shares.conftest import PASSWORD
from tests.generation.values import kept_run

if TYPE_CHECKING:
    from accounts.models import User

pytestmark = pytest.mark.django_db


def share(user: User, run: Run, **changes: Any) -> services.Made:
    return services.share(user, run, **{"name": "Client workshop"} | changes)


def refused(user: User, run: Run, **changes: Any) -> str:
    with pytest.raises(ConfigurationError) as told:
        share(user, run, **changes)
    return told.value.code


def test_a_link_has_what_was_chosen_and_its_address_is_told_once(run: Run, alice: User) -> None:
    key = uuid7()
    made = share(alice, run, key=key, hidden=("city", "What annoys you?"), days=7, quotes=False, names=False)
    secret = made.address.rstrip("/").rpartition("/")[2]
    link = ShareLink.objects.get()

    assert (link.pk, link.made_by, link.audience, link.quotes, link.names) == (key, alice, "anyone", False, False)
    assert (link.downloads, link.comments, link.hosts, link.views, link.password) == (False, False, [], 0, "")
    assert link.hidden == ["What annoys you?", "city"]
    assert (link.hash, secret in str(ShareLink.objects.values()), made.frame) == (digest(secret), False, "")
    assert timedelta(days=6) < link.expires - timezone.now() <= timedelta(days=7)


@pytest.mark.parametrize(("name", "kept"), [(" Mira ", "Mira"), ("  ", "A link"), ("", "A link")])
def test_a_link_has_a_name(run: Run, alice: User, name: str, kept: str) -> None:
    assert share(alice, run, name=name).link.name == kept


@pytest.mark.parametrize("status", ["queued", "failed", "cancelled"])
def test_a_run_without_a_result_is_not_shared(run: Run, alice: User, status: str) -> None:
    run.status = status

    assert refused(alice, run) == "run_unfinished"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"audience": "password"}, "share_password_short"),
        ({"audience": "password", "password": "1234567"}, "share_password_short"),
        ({"hidden": ["Q16", "Q61"]}, "unknown_column"),
        ({"hosts": ["a b"]}, "share_host"),
        ({"hosts": [f"{n}.example.com" for n in range(11)]}, "share_hosts_many"),
    ],
    ids=str,
)
def test_what_would_show_more_than_was_meant_is_not_shared(
    run: Run, alice: User, changes: dict[str, Any], code: str
) -> None:
    assert refused(alice, run, **changes) == code
    assert not ShareLink.objects.exists()


def test_a_password_of_a_link_that_asks_none_is_not_kept(run: Run, alice: User) -> None:
    assert share(alice, run, audience="team", password=PASSWORD).link.password == ""
    assert check_password(PASSWORD, share(alice, run, audience="password", password=PASSWORD).link.password)


def test_a_year_is_the_longest(run: Run, alice: User) -> None:
    link = share(alice, run, days=9999).link

    assert link.expires - timezone.now() <= timedelta(days=366)


def test_a_study_has_so_many_open_links_and_those_that_are_not_open_do_not_count(
    run: Run, alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(services, "LIVE_MOST", 2)
    first, second = (share(alice, run).link for _ in range(2))
    assert refused(alice, run) == "share_too_many"
    services.open_again(first)  # which is open: it takes no room

    services.close(first)
    share(alice, run)
    with pytest.raises(ConfigurationError):
        services.open_again(ShareLink.objects.get(pk=first.pk))
    assert [ShareLink.objects.get(pk=link.pk).is_open for link in (first, second)] == [False, True]

    other = kept_run(ExperimentFactory(owner=alice))
    assert share(alice, other).link.is_open


def test_a_frame_names_the_study_and_nothing_of_its_name_is_markup(run: Run, alice: User) -> None:
    run.experiment.name = 'Meals" onload="x'
    made = share(alice, run, hosts=["www.notion.so", "WWW.NOTION.SO", " "])

    assert made.link.hosts == ["https://www.notion.so"]
    assert made.frame.startswith('<iframe src="http')
    assert 'title="Meals&quot; onload=&quot;x"' in made.frame


def test_a_link_is_closed_once(run: Run, alice: User) -> None:
    link = share(alice, run).link
    services.close(link)
    first = ShareLink.objects.get().closed
    services.close(link)

    assert first is not None
    assert ShareLink.objects.get().closed == first


def test_an_open_link_keeps_its_end_when_it_is_opened_again(run: Run, alice: User) -> None:
    link = share(alice, run, days=7).link
    services.close(link)
    link.refresh_from_db()
    services.open_again(link)

    assert ShareLink.objects.get().expires == link.expires


def test_only_links_of_the_team_that_was_left_are_closed(run: Run, editor: User) -> None:
    other = Team.objects.create(name="Other")
    Membership.objects.create(team=other, user=editor, role=Role.EDITOR)
    elsewhere = kept_run(ExperimentFactory(owner=editor, team=other))
    links = [share(editor, each).link for each in (run, elsewhere)]
    remove_member(membership=Membership.objects.get(team=run.experiment.team, user=editor))

    assert [ShareLink.objects.get(pk=link.pk).is_open for link in links] == [False, True]


def test_links_of_an_experiment_that_moves_are_closed_and_no_others(run: Run, alice: User) -> None:
    stays = share(alice, kept_run(ExperimentFactory(owner=alice))).link
    moves = share(alice, run).link
    services.close_moved(run.experiment)

    assert [ShareLink.objects.get(pk=link.pk).is_open for link in (moves, stays)] == [False, True]


# -- the rows ----------------------------------------------------------------------------------------
def test_links_are_seen_by_their_team(run: Run, alice: User, viewer: User, bob: User) -> None:
    link = share(alice, run).link

    assert [link in ShareLink.objects.visible_to(who) for who in (alice, viewer, bob)] == [True, True, False]
    assert str(link) == "Client workshop (anyone)"


def test_a_link_opens_while_it_lives(run: Run, alice: User) -> None:
    made = share(alice, run)
    secret = made.address.rstrip("/").rpartition("/")[2]
    assert ShareLink.objects.opened_by(secret) == made.link
    assert [ShareLink.objects.opened_by(each) for each in ("", secret[:-1], made.link.hash)] == [None] * 3

    ends = made.link.expires
    for changes, opens in (
        ({"closed": timezone.now()}, False),
        ({"closed": None, "expires": timezone.now() - timedelta(seconds=1)}, False),
        ({"expires": ends}, True),
    ):
        ShareLink.objects.update(**changes)
        assert (ShareLink.objects.opened_by(secret) is not None) == opens
    Run.objects.filter(pk=run.pk).update(status="cancelled")
    assert ShareLink.objects.opened_by(secret) is None


@pytest.mark.parametrize(
    ("name", "team", "by"),
    [("Alice Arden", "Lab", "Alice Arden"), ("", "Lab", "Lab"), ("  ", "alice@example.com", "alice")],
)
def test_whoever_shares_is_called_by_a_name_and_never_by_an_address(
    run: Run, alice: User, name: str, team: str, by: str
) -> None:
    link = share(alice, run).link
    alice.name, run.experiment.team.name = name, team

    assert link.by == by


def test_nobody_has_no_name() -> None:
    assert (public_name(None), public_name(UserFactory.build(name=" "))) == ("", "")
