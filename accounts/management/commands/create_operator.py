"""`persona operator create`: somebody who may open the administration."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand

from accounts.management.passwords import ask_password
from accounts.people.models import User
from accounts.people.services import create_person, make_operator

if TYPE_CHECKING:
    from django.core.management.base import CommandParser


class Command(BaseCommand):
    help = "Make an account for an operator, or make an operator of somebody who has an account."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--name", default="")

    def handle(self, *, email: str, name: str, **_: Any) -> None:
        if found := User.objects.filter(email=User.objects.normalize_email(email)).first():
            make_operator(found)
        else:
            found = create_person(email=email, password=ask_password(), name=name, is_operator=True)
        self.stderr.write(f"{found.email} is an operator: /admin/ is open to them.", self.style.SUCCESS)
