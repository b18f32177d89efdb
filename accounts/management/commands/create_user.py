"""`persona user create`: an account, without a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand

from accounts.management.passwords import ask_password
from accounts.people.services import create_person
from accounts.teams.models import Role
from accounts.teams.services import add_member, team_named

if TYPE_CHECKING:
    from django.core.management.base import CommandParser


class Command(BaseCommand):
    help = "Make an account. The password is asked for, or is the first line of standard input."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--name", default="")
        parser.add_argument("--team", default="", help="Name or id of a team that they are put into.")
        parser.add_argument("--role", default=Role.EDITOR, choices=Role.values, help="What they are there.")

    def handle(self, *, email: str, name: str, team: str, role: str, **_: Any) -> None:
        of = team_named(team) if team else None
        made = create_person(email=email, password=ask_password(), name=name)
        if of is not None:
            add_member(team=of, user=made, role=Role(role))
        self.stderr.write(f"{made.email} can sign in now.", self.style.SUCCESS)
