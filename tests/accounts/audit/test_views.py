"""The page and the file of the activity log: what a line says, what a file holds, and long ones in blocks."""

from __future__ import annotations

import csv
import io
import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from accounts.audit import views
from accounts.audit.catalogue import ACTIONS, GROUPS, of_group
from accounts.audit.models import AuditEntry
from accounts.teams.models import Role
from tests.accounts.teams.conftest import join
from tests.factories import UserFactory

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client
    from pytest_django import DjangoAssertNumQueries

    from accounts.models import Team, User

pytestmark = pytest.mark.django_db
QUERIES = 5
NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)


@pytest.fixture
def team(alice: User, bob: User) -> Team:
    found = alice.membership.team
    join(bob, found, Role.EDITOR)
    return found


@pytest.fixture
def reader(team: Team, alice: User, client_of: Callable[[User], Client]) -> Client:
    """Alice, signed in before anything was written."""
    client = client_of(alice)
    AuditEntry._base_manager.all()._raw_delete("default")  # type: ignore[attr-defined]
    return client


def write(minute: int, action: str = "exported", **fields: Any) -> AuditEntry:
    """An entry of so many minutes after noon."""
    return AuditEntry.objects.create(action=action, at=NOON + timedelta(minutes=minute), **fields)


def file_of(client: Client, url: str, **query: str) -> list[list[str]]:
    answer = client.get(url, query)
    return list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))


def cells(page: str) -> list[list[str]]:
    """The table of the page, each cell as people read it."""
    rows = re.findall(r"<tr>(.*?)</tr>", page.partition("<tbody>")[2], re.DOTALL)
    found = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in rows]
    return [[" ".join(re.sub(r"<[^>]+>", " ", cell).split()) for cell in row] for row in found]


def test_a_line_says_who_did_what_to_whom_and_from_where(team: Team, alice: User, bob: User, reader: Client) -> None:
    place = {"address": "198.51.100.7", "device": "Firefox on Linux"}
    in_team: dict[str, Any] = {"team": team.pk, "person": alice.pk}
    gone = UserFactory()
    write(1, "signed_in", person=bob.pk, **place)
    write(2, "role_changed", **in_team, about="person", about_id=str(bob.pk), detail={"now": "viewer"})
    write(3, "token_made", **in_team, about="API token", about_id="0123456789", **place)
    write(4, "token_made", **in_team, detail={"scopes": ["read", "run"]})
    write(5, "experiment_binned", team=team.pk)
    write(6, team=team.pk, person=gone.pk, detail={"format": "pdf", "pages": 3})
    write(7, "member_left", team=team.pk, person=gone.pk, about="person", about_id=str(gone.pk))
    whom = str(gone.pk)[-8:]
    gone.delete()

    lines = cells(reader.get(reverse("teams:log", args=[team.pk])).content.decode())

    assert [line[1:] for line in lines] == [
        ["a deleted account", f"Left the team person {whom}", "–"],
        ["a deleted account", "Downloaded a result format pdf, pages 3", "–"],
        ["this server", "Moved an experiment to the bin", "–"],
        ["Alice Arden", "Made an API token scopes read run", "–"],
        ["Alice Arden", "Made an API token API token 23456789", "Firefox on Linux 198.51.100.7"],
        ["Alice Arden", "Changed a role: Bob Brook now viewer", "–"],
        ["Bob Brook", "Signed in", "Firefox on Linux"],
    ]


def test_the_words_of_a_page_are_no_markup(team: Team, alice: User, reader: Client) -> None:
    write(1, team=team.pk, person=alice.pk, detail={"role": "<b>owner</b>"}, device="<script>alert(1)</script>")

    page = reader.get(reverse("teams:log", args=[team.pk])).content.decode()

    assert ("&lt;b&gt;owner&lt;/b&gt;" in page, "<script>alert" in page) == (True, False)


@pytest.mark.parametrize("group", GROUPS)
def test_each_group_shows_its_own_and_all_of_it(team: Team, alice: User, group: str, reader: Client) -> None:
    AuditEntry.objects.bulk_create(
        [AuditEntry(action=name, team=team.pk, at=NOON - timedelta(minutes=n)) for n, name in enumerate(ACTIONS)]
    )

    file = file_of(reader, reverse("teams:log-file", args=[team.pk]), what=group)

    assert file[0] == list(views.HEADER)
    assert [line[2] for line in file[1:] if line[3]] == of_group(group)


def test_a_file_has_every_field_and_a_members_address_only_of_what_was_done_here(
    team: Team, alice: User, bob: User, reader: Client
) -> None:
    place = {"address": "2001:db8::7", "device": "Safari on an iPhone"}
    write(1, "signed_in", person=bob.pk, **place)
    write(2, "role_changed", team=team.pk, person=alice.pk, about="person", about_id=str(bob.pk), **place)
    write(3, "exported", team=team.pk, detail={"format": "=1+1", "n": 2})

    file = file_of(reader, reverse("teams:log-file", args=[team.pk]))

    assert file == [
        list(views.HEADER),
        ["2026-11-30 12:03:00", "", "exported", str(team.pk), "", "", '{"format": "=1+1", "n": 2}', "", ""],
        [
            "2026-11-30 12:02:00",
            "alice@example.com",
            "role_changed",
            str(team.pk),
            "person",
            str(bob.pk),
            "",
            "2001:db8::7",
            "Safari on an iPhone",
        ],
        ["2026-11-30 12:01:00", "bob@example.com", "signed_in", "", "", "", "", "", "Safari on an iPhone"],
    ]


def test_a_file_is_for_keeping_and_for_nobody_in_between(team: Team, alice: User, reader: Client) -> None:
    answer = reader.get(reverse("teams:log-file", args=[team.pk]))

    told = {name: answer.headers[name] for name in ("Content-Type", "Content-Disposition", "Cache-Control")}
    assert told == {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": 'attachment; filename="activity-log.csv"',
        "Cache-Control": "private, no-store",
    }


def test_blocks_join_without_loss_where_many_are_of_one_moment(
    monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    monkeypatch.setattr(views, "BLOCK", 3)
    AuditEntry.objects.bulk_create(
        [AuditEntry(action="exported", at=NOON + timedelta(minutes=n // 5), about_id=str(n)) for n in range(14)]
    )
    expected = list(AuditEntry.objects.values_list("about_id", flat=True))

    with django_assert_num_queries(6):  # five blocks, and the end; no people are in them
        found = [row[5] for row in views.rows(AuditEntry.objects.all())]

    assert (found, len(set(found))) == (expected, 14)


def test_pages_of_fifty_lead_through_all_of_one_moment_once(team: Team, alice: User, reader: Client) -> None:
    AuditEntry.objects.bulk_create(
        [AuditEntry(action="exported", team=team.pk, at=NOON, about_id=f"{n:08}", about="run") for n in range(120)]
    )
    url = reverse("teams:log", args=[team.pk])

    seen, sizes, query = [], [], {"what": "shares"}
    for _ in range(3):
        page = reader.get(url, query).content.decode()
        seen += re.findall(r"run (\d{8})", page)
        sizes.append(len(cells(page)))
        query["before"] = page.rpartition("before=")[2].partition('"')[0]

    assert sizes == [50, 50, 20]
    assert sorted(seen) == [f"{n:08}" for n in range(120)]
    assert "Older" not in page


@pytest.mark.parametrize("before", ["", "00000000-0000-7000-8000-000000000000"])
def test_from_what_is_not_there_nothing_leads_on(team: Team, alice: User, before: str, reader: Client) -> None:
    elsewhere = write(1, team=UserFactory().membership.team_id)
    url = reverse("teams:log", args=[team.pk])

    answers = [reader.get(url, {"before": each}).status_code for each in (before, str(elsewhere.pk))]

    assert answers == [404 if before else 200, 404]


@pytest.mark.parametrize("name", ["teams:log", "teams:log-file"])
def test_it_is_only_read(team: Team, alice: User, name: str, reader: Client) -> None:
    answers = [getattr(reader, method)(reverse(name, args=[team.pk])).status_code for method in ("post", "delete")]

    assert answers == [405, 405]


def test_a_page_asks_as_much_for_many_as_for_few(
    team: Team, alice: User, reader: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    url = reverse("teams:log", args=[team.pk])
    reader.get(url)
    write(1, team=team.pk, person=alice.pk)
    with django_assert_num_queries(QUERIES):
        reader.get(url)
    for number in range(30):
        write(number, team=team.pk, person=UserFactory().pk, about="person", about_id=str(alice.pk))

    with django_assert_num_queries(QUERIES):
        reader.get(url)
