"""What a company's sign-in says of its people, as an operator has set it: which of its groups stand for which role."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

if TYPE_CHECKING:
    from collections.abc import Iterable

PROVIDER = "company"
"""How addresses of pages and rows of the database name the one provider there is."""
ROLES = ("owner", "editor", "viewer")
"""The most first, as `accounts.teams.models.Role`, which settings cannot import."""
EXAMPLE = "researchers=editor@0190a3c1-0000-7000-8000-000000000000"


class Grant(NamedTuple):
    """People of a group of the company have this role in this team. Its id, for anybody may give a team any name."""

    group: str
    role: str
    team: UUID


def grants_of(text: str) -> tuple[Grant, ...]:
    """Read `group=role@id of the team`, several with semicolons.

    Raises:
        ValueError: one that cannot be read, with the words to say.
    """
    return tuple(_grant(entry.strip()) for entry in text.split(";") if entry.strip())


def roles_for(groups: Iterable[str], grants: Iterable[Grant]) -> dict[UUID, str | None]:
    """For each team that is named: the most that these groups give, None where they give nothing."""
    held = set(groups)
    found: dict[UUID, str | None] = {}
    for grant in grants:
        before = found.setdefault(grant.team, None)
        if grant.group in held and (before is None or ROLES.index(grant.role) < ROLES.index(before)):
            found[grant.team] = grant.role
    return found


def _grant(entry: str) -> Grant:
    """Split at the role: names of groups may hold "=" and "@" (cn=staff,ou=…)."""
    for role in ROLES:
        group, mark, team = entry.rpartition(f"={role}@")
        if mark and group.strip():
            return Grant(group.strip(), role, _id(team.strip()))
    raise ValueError(f"must look like {EXAMPLE}, and several stand with semicolons")


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise ValueError(f"names a team by its id, as in {EXAMPLE}; the administration shows it") from None
