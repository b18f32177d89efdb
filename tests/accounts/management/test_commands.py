"""The commands by which an installation gets people and tokens without a browser."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from accounts.people.models import User
from accounts.tokens.models import ApiToken
from persona.exceptions import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.django_db
PASSWORD = "four words in a row"


@pytest.fixture
def say(monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[str, str]]:
    """What a command writes to stdout and stderr, with this on its standard input."""

    def run(name: str, *arguments: str, given: str = "") -> tuple[str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(given))
        out, err = io.StringIO(), io.StringIO()
        call_command(name, *arguments, stdout=out, stderr=err, no_color=True)
        return out.getvalue(), err.getvalue()

    return run


def test_create_user(say: Callable[..., tuple[str, str]]) -> None:
    said = say("create_user", "ana@supper.example", "--name", "Ana Berg", given=f"{PASSWORD}\n")

    made = User.objects.get()
    assert said == ("", "ana@supper.example can sign in now.\n")
    assert (made.email, made.name, made.is_staff, made.check_password(PASSWORD)) == (
        "ana@supper.example",
        "Ana Berg",
        False,
        True,
    )


def test_create_operator(say: Callable[..., tuple[str, str]]) -> None:
    said = say("create_operator", "ops@supper.example", given=f"{PASSWORD}\n")

    made = User.objects.get()
    assert said == ("", "ops@supper.example is an operator: /admin/ is open to them.\n")
    assert (made.is_staff, made.is_superuser, made.check_password(PASSWORD)) == (True, True, True)


def test_create_operator_of_somebody_asks_for_no_password(say: Callable[..., tuple[str, str]], alice: User) -> None:
    before = alice.password

    said = say("create_operator", "Alice@Example.com")

    alice.refresh_from_db()
    assert said == ("", "alice@example.com is an operator: /admin/ is open to them.\n")
    assert (alice.is_staff, alice.is_superuser, alice.password) == (True, True, before)


def test_create_token_prints_only_the_token(say: Callable[..., tuple[str, str]], alice: User) -> None:
    out, err = say("create_token", "alice@example.com", "--scope", "run", "--scope", "read", "--days", "7")

    token = ApiToken.objects.get()
    assert (token.owner, token.name, token.scopes) == (alice, "Command line", ["read", "run"])
    assert (token.expires - timezone.now()).days == 6
    ends = f"{token.expires:%Y-%m-%d}"
    assert err == f"In “Alice Arden’s team” it may: read, run. It ends on {ends}, and is not shown again.\n"
    answer = Client().get("/api/v1/experiments", headers={"authorization": f"Bearer {out.strip()}"})
    assert (answer.status_code, answer.json()) == (200, {"items": [], "next": None})


def test_a_token_only_reads_unless_more_is_asked_for(say: Callable[..., tuple[str, str]], alice: User) -> None:
    say("create_token", "alice@example.com", "--name", "Nightly")

    assert ApiToken.objects.values_list("name", "scopes").get() == ("Nightly", ["read"])


@pytest.mark.parametrize(
    ("arguments", "given", "code"),
    [
        (("create_user", "alice@example.com"), f"{PASSWORD}\n", "person_exists"),
        (("create_user", "ana@supper.example"), "", "no_password"),
        (("create_user", "ana@supper.example"), "short\n", "bad_password"),
        (("create_token", "ana@supper.example"), "", "person_missing"),
    ],
)
def test_what_cannot_be_done_leaves_nothing(
    arguments: tuple[str, ...], given: str, code: str, say: Callable[..., tuple[str, str]], alice: User
) -> None:
    with pytest.raises(ConfigurationError) as caught:
        say(*arguments, given=given)

    assert caught.value.code == code
    assert (list(User.objects.all()), ApiToken.objects.count()) == ([alice], 0)


@pytest.mark.parametrize("option", [("--scope", "everything"), ("--days", "0"), ("--days", "367")])
def test_a_token_is_refused_what_none_may_have(
    option: tuple[str, str], say: Callable[..., tuple[str, str]], alice: User
) -> None:
    with pytest.raises(CommandError, match="invalid choice"):
        say("create_token", "alice@example.com", *option)

    assert ApiToken.objects.count() == 0
