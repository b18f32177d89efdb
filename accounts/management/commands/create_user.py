"""`persona user create`: an account, without a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand

from accounts.management.passwords import ask_password
from accounts.people.services import create_person

if TYPE_CHECKING:
    from django.core.management.base import CommandParser


class Command(BaseCommand):
    help = "Make an account. The password is asked for, or is the first line of standard input."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--name", default="")

    def handle(self, *, email: str, name: str, **_: Any) -> None:
        made = create_person(email=email, password=ask_password(), name=name)
        self.stderr.write(f"{made.email} can sign in now.", self.style.SUCCESS)
