"""`persona token create`: a token of the API on standard output, and nothing else there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand

from accounts.people.services import person
from accounts.teams.services import membership_in
from accounts.tokens.models import DAYS, MAX_DAYS, SCOPES, ApiToken

if TYPE_CHECKING:
    from django.core.management.base import CommandParser


class Command(BaseCommand):
    help = "Make a token of the API for somebody who has an account, and print it once."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--name", default="Command line", help="What it is for.")
        parser.add_argument("--scope", action="append", choices=list(SCOPES), help="What it may do; several times.")
        parser.add_argument("--team", default="", help="Its name or id, where they are in several.")
        parser.add_argument("--days", type=int, default=DAYS, choices=range(1, MAX_DAYS + 1), metavar="DAYS")

    def handle(self, *, email: str, name: str, scope: list[str] | None, days: int, team: str, **_: Any) -> None:
        owner = person(email)
        token, text = ApiToken.objects.issue(
            owner, name=name, scopes=scope or ["read"], days=days, membership=membership_in(owner, team)
        )
        self.stdout.write(text)
        allowed = ", ".join(token.scopes)
        where = token.membership.team.name
        self.stderr.write(
            f"In “{where}” it may: {allowed}. It ends on {token.expires:%Y-%m-%d}, and is not shown again."
        )
