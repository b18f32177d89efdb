"""What acts for a person ends with a lost password, and is not made before the mailbox is known to be theirs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import ApiToken, ProviderKey
from generation.models import Webhook
from tests.factories import PASSWORD, UserFactory, WebhookFactory

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_django import Settings

    from accounts.models import User

pytestmark = pytest.mark.django_db
NEW = "another-long-pass-phrase"


def equip(user: User) -> None:
    """A token, a webhook and a key."""
    ApiToken.objects.issue(user, name="Script", scopes=["read"])
    WebhookFactory(owner=user)
    ProviderKey.objects.create(owner=user, provider="openai", checked=timezone.now())


def what_acts(user: User) -> tuple[int, int, int]:
    return (
        ApiToken.objects.visible_to(user).live().count(),
        Webhook.objects.visible_to(user).working().count(),
        ProviderKey.objects.visible_to(user).count(),
    )


def reset(email: str) -> str:
    """Set a new password by the mailed link; what the page says."""
    client = Client()
    client.post(reverse("account_reset_password"), {"email": email})
    [link] = re.findall(r"/account/password/reset/key/\S+", mail.outbox[-1].body)
    page = client.get(link, follow=True)
    done = client.post(page.request["PATH_INFO"], {"password1": NEW}, follow=True)
    return done.content.decode()


@pytest.mark.parametrize(("is_confirmed", "left"), [(True, (0, 0, 1)), (False, (0, 0, 0))])
def test_a_reset_ends_what_acts_for_a_person_and_says_so(is_confirmed: bool, left: tuple[int, int, int]) -> None:
    user = UserFactory(is_confirmed=is_confirmed)
    other = UserFactory()
    equip(user)
    equip(other)

    page = reset(user.email)

    assert (what_acts(user), what_acts(other)) == (left, (1, 1, 1))
    assert "your API tokens are revoked, and your webhooks are turned off" in page
    assert "Your API tokens are revoked and your webhooks are turned off." in mail.outbox[-1].body


@pytest.mark.parametrize(("form", "left"), [({}, (1, 1, 1)), ({"end_access": "on"}, (0, 0, 1))])
def test_a_change_offers_it(
    alice: User, client_of: Callable[[User], Client], form: dict[str, str], left: tuple[int, int, int]
) -> None:
    equip(alice)

    client_of(alice).post(reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": NEW, **form})

    alice.refresh_from_db()
    assert (alice.check_password(NEW), what_acts(alice)) == (True, left)


def test_the_first_confirmation_ends_what_was_made_before() -> None:
    user = UserFactory(is_confirmed=False)
    equip(user)
    client = Client()
    client.force_login(user)
    client.post(reverse("account_email"), {"email": user.email, "action_send": ""})
    [link] = re.findall(r"/account/confirm-email/\S+", mail.outbox[-1].body)

    client.post(link)

    assert EmailAddress.objects.get(user=user).verified
    assert what_acts(user) == (0, 0, 0)


def test_another_address_of_the_same_person_ends_nothing(alice: User, client_of: Callable[[User], Client]) -> None:
    equip(alice)
    client = client_of(alice)
    asked = client.post(reverse("account_email"), {"email": "new@example.com", "action_add": ""})
    client.post(asked.headers["Location"], {"password": PASSWORD})
    [link] = re.findall(r"/account/confirm-email/\S+", mail.outbox[-1].body)

    client.post(link)

    alice.refresh_from_db()
    assert (alice.email, what_acts(alice)) == ("new@example.com", (1, 1, 1))


MAKERS = ("account_api_new", "generation:webhook-create", "generation:key")


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize("method", ["get", "post"])
def test_nothing_that_acts_is_made_before_the_address_is_confirmed(
    client_of: Callable[[User], Client], name: str, method: str
) -> None:
    user = UserFactory(is_confirmed=False)
    url = reverse(name, args=["openai"] if name.endswith("key") else [])

    response = getattr(client_of(user), method)(url)

    assert response.status_code == 403
    assert f"once {user.email} is known to be yours" in response.content.decode()


def test_where_no_mail_is_sent_nobody_is_asked_to_confirm(
    client_of: Callable[[User], Client], settings: Settings
) -> None:
    settings.EMAIL_BACKEND = "core.mail.FolderBackend"

    assert client_of(UserFactory(is_confirmed=False)).get(reverse("account_api_new")).status_code in (200, 302)
