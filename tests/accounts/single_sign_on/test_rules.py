"""What settings say of groups and roles: read once, and the most that somebody's groups give."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from pydantic import ValidationError

from accounts.single_sign_on.rules import ROLES, Grant, grants_of, roles_for
from accounts.teams.models import Role
from persona_web.checks import choices
from persona_web.env import Env

if TYPE_CHECKING:
    from pathlib import Path

FIRST, SECOND = UUID(int=1), UUID(int=2)


def test_roles_are_those_of_teams_the_most_first() -> None:
    assert list(ROLES) == Role.values


@pytest.mark.parametrize(
    ("text", "grants"),
    [
        ("", ()),
        (" ; ", ()),
        (f"staff=viewer@{FIRST}", (Grant("staff", "viewer", FIRST),)),
        (f"Market research=owner@ {FIRST} ;", (Grant("Market research", "owner", FIRST),)),
        (f"cn=staff,ou=people=editor@{FIRST}", (Grant("cn=staff,ou=people", "editor", FIRST),)),
        (f"all@supper.example=viewer@{SECOND}", (Grant("all@supper.example", "viewer", SECOND),)),
        (f"a=owner@{FIRST};a=viewer@{SECOND}", (Grant("a", "owner", FIRST), Grant("a", "viewer", SECOND))),
    ],
)
def test_groups_are_read_with_their_role_and_team(text: str, grants: tuple[Grant, ...]) -> None:
    assert grants_of(text) == grants


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("staff", "must look like researchers=editor@"),
        (f"staff=boss@{FIRST}", "must look like researchers=editor@"),
        (f"=viewer@{FIRST}", "must look like researchers=editor@"),
        ("staff=viewer@Insights", "names a team by its id"),
        (f"staff=viewer@{FIRST};more", "must look like researchers=editor@"),
    ],
)
def test_what_cannot_be_read_stops_the_start_with_its_name(
    text: str, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSO_TEAMS", text)

    with pytest.raises(ValidationError, match="sso_teams") as refused:
        Env()

    assert why in str(refused.value)


@pytest.mark.parametrize(
    ("groups", "roles"),
    [
        ([], {FIRST: None, SECOND: None}),
        (["b"], {FIRST: "viewer", SECOND: None}),
        (["b", "a", "a"], {FIRST: "editor", SECOND: None}),
        (["c"], {FIRST: None, SECOND: "owner"}),
        (["B"], {FIRST: None, SECOND: None}),
    ],
)
def test_the_most_of_what_groups_give_counts(groups: list[str], roles: dict[UUID, str | None]) -> None:
    grants = grants_of(f"b=viewer@{FIRST};a=editor@{FIRST};b=viewer@{FIRST};c=owner@{SECOND}")

    assert roles_for(groups, grants) == roles


@pytest.mark.parametrize(
    ("given", "sentences"),
    [
        ({}, []),
        ({"oidc_url": "https://login.supper.example", "oidc_client_id": "persona", "oidc_client_secret": "s"}, []),
        (
            {"oidc_url": "https://login.supper.example"},
            ["OIDC_URL needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET: the company’s sign-in gives them."],
        ),
        ({"sso_only": True}, ["SSO_ONLY needs OIDC_URL or SAML_METADATA_URL, or nobody but operators could sign in."]),
        (
            {
                "production": True,
                "oidc_url": "http://login.supper.example",
                "oidc_client_id": "persona",
                "oidc_client_secret": "s",
            },
            ["PRODUCTION needs an OIDC_URL that starts with https://: who is let in travels there."],
        ),
    ],
)
def test_half_a_setting_is_refused(given: dict[str, object], sentences: list[str], tmp_path: Path) -> None:
    assert list(choices.single_sign_on(Env(data_dir=tmp_path, **given))) == sentences  # type: ignore[arg-type]
