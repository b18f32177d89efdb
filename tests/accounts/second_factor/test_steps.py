"""Signing in in two steps: codes from an app and on paper, who is asked for them, and what is kept of them."""

from __future__ import annotations

import re
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.core import mail
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from accounts.models import User
from core.security import key_rotation
from tests.accounts.people.test_views import assert_ours, headings
from tests.factories import PASSWORD, UserFactory

if TYPE_CHECKING:
    from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

pytestmark = pytest.mark.django_db
WRONG = "This code is not right. A new one comes every 30 seconds; each works once."


def code_for(secret: str) -> str:
    """What the app on the phone shows now."""
    return totp.format_hotp_value(totp.hotp_value(secret, next(iter(totp.yield_hotp_counters_from_time())) + 1))


def set_up(client: Client) -> str:
    """Switch codes from an app on, as a person does; the secret that the app holds."""
    page = client.get(reverse("mfa_activate_totp")).content.decode()
    secret = re.search(r'<code id="totp-letters"[^>]*>([A-Z2-7 ]+)</code>', page)[1].replace(" ", "")
    done = client.post(reverse("mfa_activate_totp"), {"code": code_for(secret)})
    assert done.headers["Location"] == reverse("mfa_view_recovery_codes")
    cache.clear()  # the next code of the same half minute is another one for a person
    return secret


def paper(client: Client) -> list[str]:
    return re.findall(r"<li>(\d{8})</li>", client.get(reverse("mfa_view_recovery_codes")).content.decode())


@pytest.fixture
def signed_in(client: Client, alice: User) -> Client:
    client.post(reverse("account_login"), {"login": alice.email, "password": PASSWORD})
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


def begin(email: str) -> Client:
    """Somebody who has given the password, and is asked for more."""
    client = Client()
    response = client.post(reverse("account_login"), {"login": email, "password": PASSWORD})
    assert response.headers["Location"] == reverse("mfa_authenticate")
    return client


def test_a_code_from_the_app_is_the_second_step(signed_in: Client, alice: User) -> None:
    secret = set_up(signed_in)
    client = begin(alice.email)

    page = client.get(reverse("mfa_authenticate")).content.decode()
    wrong = client.post(reverse("mfa_authenticate"), {"code": "000000"}).content.decode()
    before = client.get("/account/").status_code
    right = client.post(reverse("mfa_authenticate"), {"code": code_for(secret)})

    assert_ours(page)
    assert (headings(page), WRONG in wrong, before) == (["Second step"], True, 302)
    assert (right.headers["Location"], client.get("/account/").status_code) == ("/", 200)


def test_a_code_works_once(signed_in: Client, alice: User) -> None:
    code = code_for(set_up(signed_in))
    first, second = begin(alice.email), begin(alice.email)

    assert first.post(reverse("mfa_authenticate"), {"code": code}).status_code == 302
    assert WRONG in second.post(reverse("mfa_authenticate"), {"code": code}).content.decode()


def test_a_code_on_paper_stands_in_and_works_once(signed_in: Client, alice: User) -> None:
    set_up(signed_in)
    codes = paper(signed_in)

    assert begin(alice.email).post(reverse("mfa_authenticate"), {"code": codes[0]}).status_code == 302
    assert WRONG in begin(alice.email).post(reverse("mfa_authenticate"), {"code": codes[0]}).content.decode()
    assert paper(signed_in) == codes[1:]


def test_new_codes_on_paper_end_the_old_ones(signed_in: Client, alice: User) -> None:
    set_up(signed_in)
    old = paper(signed_in)

    signed_in.post(reverse("mfa_generate_recovery_codes"))

    assert set(paper(signed_in)) & set(old) == set()
    saved = signed_in.get(reverse("mfa_download_recovery_codes")).content.decode()
    assert saved.startswith(f"Codes on paper for {alice.email}.")


def test_without_a_second_step_nothing_more_is_asked(client: Client, alice: User) -> None:
    answer = client.post(reverse("account_login"), {"login": alice.email, "password": PASSWORD})

    assert answer.headers["Location"] == "/"
    assert Client().get(reverse("mfa_authenticate")).headers["Location"] == reverse("account_login")


def test_wrong_codes_close_the_door_for_a_while(signed_in: Client, alice: User) -> None:
    secret = set_up(signed_in)
    client = begin(alice.email)
    for _ in range(5):
        client.post(reverse("mfa_authenticate"), {"code": "000000"})

    assert "Too many tries" in client.post(reverse("mfa_authenticate"), {"code": code_for(secret)}).content.decode()


@pytest.mark.parametrize("name", ["mfa_index", "mfa_activate_totp", "mfa_add_webauthn"])
def test_pages_are_ours(signed_in: Client, name: str) -> None:
    page = signed_in.get(reverse(name)).content.decode()

    assert_ours(page)
    assert headings(page)[0] == "Account"


def test_pages_of_what_is_on_are_ours(signed_in: Client) -> None:
    set_up(signed_in)
    names = ("mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_deactivate_totp", "mfa_reauthenticate")

    for name in names:
        assert_ours(signed_in.get(reverse(name)).content.decode())
    assert signed_in.get(reverse("mfa_list_webauthn")).headers["Location"] == reverse("mfa_index")


def test_the_picture_is_a_file_of_ones_own(signed_in: Client) -> None:
    assert signed_in.get(reverse("mfa_totp_picture")).status_code == 404
    signed_in.get(reverse("mfa_activate_totp"))

    picture = signed_in.get(reverse("mfa_totp_picture"))

    assert picture.headers["Content-Type"] == "image/svg+xml"
    assert "no-store" in picture.headers["Cache-Control"]
    assert picture.content.lstrip().startswith(b"<?xml")


def test_switching_off_asks_for_the_password_again_and_is_told(signed_in: Client, alice: User) -> None:
    set_up(signed_in)
    late = Client()
    late.force_login(alice)

    assert late.post(reverse("mfa_deactivate_totp")).headers["Location"].startswith(reverse("account_reauthenticate"))
    signed_in.post(reverse("mfa_deactivate_totp"))

    assert list(Authenticator.objects.all()) == []  # codes on paper go with it
    assert mail.outbox[-1].subject == "Codes from an app are off"


def test_an_address_that_nobody_confirmed_gets_no_second_step(client: Client, settings: Settings) -> None:
    settings.MFA_ALLOW_UNVERIFIED_EMAIL = False
    client.force_login(UserFactory(is_confirmed=False))

    page = client.get(reverse("mfa_activate_totp"), follow=True).content.decode()

    assert "Confirm your e-mail first" in page


def test_secrets_are_sealed_and_sealed_again_with_a_new_key(signed_in: Client, alice: User, settings: Settings) -> None:
    secret = set_up(signed_in)
    before = [row.data for row in Authenticator.objects.order_by("pk")]
    old = settings.ENCRYPTION_KEYS
    settings.ENCRYPTION_KEYS = ["a-new-key-of-forty-letters-and-some-more", *old]

    done = key_rotation.rotate()
    settings.ENCRYPTION_KEYS = settings.ENCRYPTION_KEYS[:1]

    assert secret not in str(before)
    assert (done.sealed, done.unreadable) == (2, 0)
    assert begin(alice.email).post(reverse("mfa_authenticate"), {"code": code_for(secret)}).status_code == 302


def test_what_no_key_opens_is_counted(signed_in: Client, settings: Settings) -> None:
    set_up(signed_in)
    settings.ENCRYPTION_KEYS = ["a-new-key-of-forty-letters-and-some-more"]

    assert key_rotation.rotate().unreadable == 2


@pytest.mark.parametrize("email", ["alice@example.com", "nobody@example.com"])
def test_a_second_step_tells_nobody_who_has_an_account(signed_in: Client, email: str) -> None:
    set_up(signed_in)
    page = Client().post(reverse("account_login"), {"login": email, "password": "wrong"}).content.decode()

    assert "This e-mail and password do not go together." in page


def test_an_operator_helps_who_lost_phone_and_paper(
    signed_in: Client, alice: User, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    set_up(signed_in)
    said = StringIO()

    with django_capture_on_commit_callbacks(execute=True):
        call_command("reset_second_step", "Alice@example.com", stdout=said)

    assert said.getvalue() == ("The second steps of alice@example.com are off, and they are signed out everywhere.\n")
    assert (Authenticator.objects.count(), signed_in.get("/account/").status_code) == (0, 302)
    assert mail.outbox[-1].subject == "Your second step was switched off"


def test_there_is_nobody_to_help_by_this_address() -> None:
    with pytest.raises(CommandError, match=r"There is no account with the e-mail nobody@example\.com"):
        call_command("reset_second_step", "nobody@example.com")


def test_the_administration_shows_no_secret(signed_in: Client, alice: User) -> None:
    set_up(signed_in)
    User.objects.filter(pk=alice.pk).update(is_staff=True, is_superuser=True)
    row = Authenticator.objects.get(type="totp")

    pages = [signed_in.get(f"/admin/mfa/authenticator/{path}") for path in ("", f"{row.pk}/change/", "add/")]

    assert [page.status_code for page in pages] == [200, 200, 403]
    assert not any(row.data["secret"] in page.content.decode() for page in pages)
