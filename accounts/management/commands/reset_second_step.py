"""`manage.py reset_second_step EMAIL`: for somebody who lost their phone and their codes on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError

from accounts.people.services import person
from accounts.second_factor.services import reset
from persona.exceptions import PersonaError

if TYPE_CHECKING:
    from django.core.management.base import CommandParser


class Command(BaseCommand):
    help = "Switch the second steps of a person off, and sign them out everywhere."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")

    def handle(self, *_args: Any, email: str, **_options: Any) -> None:
        try:
            user = person(email)
        except PersonaError as error:
            raise CommandError(f"{error.message} {error.hint}") from None
        reset(user)
        self.stdout.write(f"The second steps of {user.email} are off, and they are signed out everywhere.")
