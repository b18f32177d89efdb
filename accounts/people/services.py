"""What is done with people: an account made by an operator without a browser, another name, more rights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.account.models import EmailAddress
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from accounts.audit.services import record
from accounts.people.models import NAME_LETTERS, User, own_team_name
from persona.messages import configuration_error

if TYPE_CHECKING:
    from persona.exceptions import PersonaError


def person(email: str) -> User:
    """The one who signs in with this address.

    Raises:
        ConfigurationError: nobody does.
    """
    found = User.objects.filter(email=User.objects.normalize_email(email)).first()
    if found is None:
        raise configuration_error("person_missing", email=email)
    return found


@transaction.atomic
def create_person(*, email: str, password: str, name: str = "", is_operator: bool = False) -> User:
    """A new account. Its address counts as confirmed: whoever runs the installation vouches for it.

    Raises:
        ConfigurationError: no address, one that has an account, or a password that sign-up would refuse too.
    """
    address = User.objects.normalize_email(email.strip())
    if trouble := _trouble(address, password):
        raise trouble
    make = User.objects.create_superuser if is_operator else User.objects.create_user
    made = make(address, password, name=name.strip()[:NAME_LETTERS])
    EmailAddress.objects.create(user=made, email=address, verified=True, primary=True)
    record("account_made", about=made, operator=int(is_operator))
    return made


def rename_person(user: User, *, name: str) -> None:
    """Change what a person is called; a name that is too long is the form's to refuse."""
    user.name = name
    user.save(update_fields=["name"])


def choose_notices(user: User, *, mail_when_done: bool, browser_when_done: bool) -> None:
    """Change of what a person is told when a run is done."""
    user.mail_when_done, user.browser_when_done = mail_when_done, browser_when_done
    user.save(update_fields=["mail_when_done", "browser_when_done"])


def rename_own_team(user: User) -> None:
    """Call the team that somebody works in after them, as they have just said what they are called."""
    team = user.membership.team
    team.name = own_team_name(user)
    team.save(update_fields=["name"])


def make_operator(user: User) -> None:
    """Let somebody who has an account open the administration."""
    user.is_staff = user.is_superuser = True
    user.save(update_fields=["is_staff", "is_superuser"])
    record("made_operator", about=user)


def _trouble(email: str, password: str) -> PersonaError | None:
    try:
        validate_email(email)
    except ValidationError:
        return configuration_error("bad_email", email=email)
    if User.objects.filter(email=email).exists():
        return configuration_error("person_exists", email=email)
    try:
        validate_password(password, User(email=email))
    except ValidationError as error:
        return configuration_error("bad_password", why=" ".join(error.messages))
    return None
