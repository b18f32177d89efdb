"""Roles × every page and every operation of the API: a route that is new is asked too, and needs no row here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from accounts.models import ApiToken, Invitation, KeyTest, Membership
from accounts.teams.access import ROWS, Needed, needed_by
from accounts.teams.models import LASTS, Role
from core.security.login_wall import PUBLIC
from experiments.models import Template
from persona_web.api import api
from tests.api.conftest import ALL_SCOPES, Program
from tests.api.matrix import MATRIX
from tests.api.test_access import call
from tests.api.world import make_world
from tests.factories import UserFactory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytest_django import Settings

    from accounts.models import Team, User
    from tests.api.world import World

pytestmark = pytest.mark.django_db

ANYBODY = Needed(None, None)
EDITORS = Needed(Role.EDITOR, Role.EDITOR)
OWNERS = Needed(Role.OWNER, Role.OWNER)
EXPECTED = {
    "experiments:check": EDITORS,
    "experiments:create": EDITORS,
    "experiments:data": EDITORS,  # whole answers of people
    "experiments:list": Needed(),
    "experiments:skipped-lines": EDITORS,
    "experiments:upload": EDITORS,
    "generation:key": OWNERS,
    "generation:key-remove": OWNERS,
    "generation:persona": Needed(),
    "generation:comment": Needed(Role.VIEWER, Role.VIEWER),
    "generation:comment-delete": Needed(Role.VIEWER, Role.VIEWER),
    "generation:comment-resolve": Needed(Role.VIEWER, Role.VIEWER),
    "generation:present": Needed(),
    "generation:results": Needed(),
    "generation:run-cancel": Needed(),
    "generation:settings": EDITORS,
    "generation:share": EDITORS,
    "generation:share-close": EDITORS,
    "generation:share-preview": EDITORS,
    "generation:shared": ANYBODY,
    "generation:webhook": EDITORS,
    "teams:hand-over": OWNERS,
    "teams:invitation-again": OWNERS,
    "teams:invite": OWNERS,
    "teams:join": ANYBODY,
    "teams:look": Needed(Role.VIEWER, Role.OWNER),
    "teams:look-sections": Needed(Role.VIEWER, Role.OWNER),
    "generation:persona-picture": Needed(),
    "teams:look-style": Needed(),
    "teams:leave": Needed(Role.VIEWER, Role.VIEWER),
    "teams:mine": Needed(),
    "teams:remove": OWNERS,
    "teams:rename": OWNERS,
    "teams:role": OWNERS,
    "teams:switch": ANYBODY,
}
WORDS = {
    "key": "r-users",
    "provider_id": "openai",
    "organization_slug": "company",
    "secret": "none",
    "number": "1",
    "kind": "md",
    "stop": "1",
    "row": "1",
    "version": "0",
}
UNLISTED = {
    "token_id",
    "test_id",
    "key",
    "uidb36",
    "provider_id",
    "organization_slug",
    "question_id",
    "secret",
    "number",
    "kind",
    "pk",
    "session_id",
    "stop",
    "row",
    "version",
}
"""Ids of rows that belong to one person, whatever team they work in, and words."""


def pages(resolver: URLResolver, before: str = "", names: str = "") -> Iterator[tuple[str, str, URLPattern]]:
    """Every page of ours by its name, with its route."""
    for pattern in resolver.url_patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            if route.startswith(("api/", "admin/")) or "allauth" in str(pattern.urlconf_name):
                continue
            space = f"{names}{pattern.namespace}:" if pattern.namespace else names
            yield from pages(pattern, route, space)
        elif pattern.name and not route.startswith(("api/", "admin/")):
            yield names + pattern.name, route, pattern


PAGES = {name: (route, pattern) for name, route, pattern in pages(get_resolver())}
TEAM_PAGES = [name for name, (_, pattern) in PAGES.items() if needed_by(pattern.callback, name) != ANYBODY]


def test_pages_need_the_roles_that_they_say() -> None:
    found = {name: needed_by(PAGES[name][1].callback, name) for name in EXPECTED}

    assert found == EXPECTED


def test_every_id_in_an_address_leads_to_a_team() -> None:
    ids = {name for route, _ in PAGES.values() for name in ids_in(route)}

    assert ids - UNLISTED <= ROWS.keys()


def ids_in(route: str) -> list[str]:
    return [part.partition(">")[0].rpartition(":")[2] for part in route.split("<")[1:]]


@pytest.fixture
def world(team: Team, alice: User, bob: User, data_dir: Path) -> World:
    made = make_world(alice, whole=False)
    invitation = Invitation.objects.create(
        team=team, email="new@example.com", role=Role.VIEWER, hash="0" * 64, expires=timezone.now() + LASTS
    )
    made.ids.update(
        team_id=str(team.pk),
        member_id=str(Membership.objects.get(team=team, user=bob).pk),
        invitation_id=str(invitation.pk),
        template_id=str(Template.objects.create(team=team, owner=alice, name="Spring").pk),
        test_id=str(KeyTest.objects.create(owner=alice, provider="openai").pk),
        **WORDS,
    )
    return made


def test_everybody_may_do_what_their_role_allows_and_nothing_else(
    world: World, alice: User, bob: User, vera: User, charlie: User, client_of: Callable[[User], Client]
) -> None:
    people = {"owner": alice, "editor": bob, "viewer": vera, "stranger": charlie, "nobody": None}
    clients = {who: client_of(person) if person else Client() for who, person in people.items()}
    bad = [
        f"{method} {name} as {who}: {status}, expected {expected}"
        for name in TEAM_PAGES
        for method in ("get", "post")
        for who, client in clients.items()
        if _is_worth_asking(name, method, who)
        if not _as(expected := _expected(name, method, who), status := _asked(client, method, name, world))
    ]

    assert bad == []


def _is_worth_asking(name: str, method: str, who: str) -> bool:
    """Whom a page lets in is asked with one request each; that owners and editors can read is seen by other tests."""
    if who == "owner":
        return needed_by(PAGES[name][1].callback, name) == OWNERS
    return who != "editor" or method == "post"


def _expected(name: str, method: str, who: str) -> int:
    """403, 404, 302 to sign in, or 0: anything else."""
    route, pattern = PAGES[name]
    if who == "nobody":
        return 0 if name in PUBLIC else 302
    has_row = any(each in ROWS for each in ids_in(route))
    needed = needed_by(pattern.callback, name).by(method.upper())
    if who == "stranger":
        return 404 if has_row else 0
    return 0 if needed is None or Role(who).holds(needed) else 403


def _as(expected: int, status: int) -> bool:
    return status in (expected, 405) if expected else status not in (403, 500)  # 405: nobody can ask that way


def _asked(client: Client, method: str, name: str, world: World) -> int:
    route = PAGES[name][0]
    for each in ids_in(route):
        start = route.index("<")
        route = route[:start] + world.ids[each] + route[route.index(">") + 1 :]
    with transaction.atomic():
        status = getattr(client, method)(f"/{route}").status_code
        transaction.set_rollback(True)
    return int(status)


def test_a_token_may_do_no_more_than_its_owner_in_its_team(
    world: World, team: Team, vera: User, settings: Settings
) -> None:
    settings.ENV = settings.ENV.model_copy(update={"api_writes_per_minute": 10_000})
    mine = Membership.objects.get(team=team, user=vera)
    program = Program(ApiToken.objects.issue(vera, name="Tests", scopes=ALL_SCOPES, membership=mine)[1])

    refused = {name for name in MATRIX if call(program, name, world).status_code == 403}

    assert refused == {name for name, role in operation_roles().items() if role != Role.VIEWER}
    assert {"list_rows", "start_run", "delete_experiment", "list_webhooks"} <= refused
    assert not {"get_persona", "export_run", "list_experiments"} & refused


def operation_roles() -> dict[str, Role]:
    """The least role of each operation."""
    operations = [
        operation
        for _, router in api._routers
        for path in router.path_operations.values()
        for operation in path.operations
    ]
    return {str(each.operation_id): each.auth_callbacks[0].role for each in operations}


def test_a_token_looks_into_its_own_team_alone(team: Team, alice: User, vera: User, data_dir: Path) -> None:
    """Vera owns a team of her own, and may look into Alice's: a token of one sees nothing of the other."""
    world = make_world(alice, whole=False)
    own = vera.memberships.exclude(team=team).get()
    program = Program(ApiToken.objects.issue(vera, name="Tests", scopes=ALL_SCOPES, membership=own)[1])

    assert program("GET", world.address("/experiments/{experiment_id}")).status_code == 404
    assert program("GET", "/experiments").json()["items"] == []


def test_a_token_ends_with_the_membership(team: Team, bob: User) -> None:
    member = Membership.objects.get(team=team, user=bob)
    text = ApiToken.objects.issue(bob, name="Tests", scopes=ALL_SCOPES, membership=member)[1]

    member.delete()

    assert Program(text)("GET", "/experiments").status_code == 401
    assert UserFactory._meta.model.objects.filter(pk=bob.pk).exists()
