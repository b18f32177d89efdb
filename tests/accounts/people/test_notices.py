from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from accounts.models import User

pytestmark = pytest.mark.django_db
HERE = "/account/notices/"


def test_notices_and_keys_are_as_chosen(alice: User, client_of: Callable[[User], Client]) -> None:
    client = client_of(alice)
    assert (alice.mail_when_done, alice.browser_when_done) == (True, False)
    assert client.get(HERE).context["has_keys"] is True

    client.post(HERE, {"browser_when_done": "on"})
    page = client.get(HERE)
    alice.refresh_from_db()
    assert (alice.mail_when_done, alice.browser_when_done, page.context["has_keys"]) == (False, True, False)
    assert f'data-finished="{reverse("generation:runs-finished")}"' in page.content.decode()

    client.post(HERE, {"single_keys": "on"})
    assert client.get(HERE).context["has_keys"] is True
