"""A person's webhooks on the page of their account, and why a try had no answer."""

from __future__ import annotations

import pytest
from django.template import Context, Template

from accounts.models import User
from generation.models import WebhookAttempt
from generation.templatetags.webhooks import webhooks_of
from generation.webhooks.answers import Trouble
from tests.factories import WebhookFactory


@pytest.mark.django_db
def test_only_ones_own_webhooks_are_listed(alice: User, bob: User) -> None:
    mine = WebhookFactory(owner=alice)
    WebhookFactory(owner=bob)

    assert [(hook.webhook, hook.recent) for hook in webhooks_of(alice)] == [(mine, [])]


@pytest.mark.parametrize("error", [trouble for trouble in Trouble if trouble is not Trouble.REFUSED])
def test_every_trouble_is_a_sentence(error: Trouble) -> None:
    attempt = WebhookAttempt(milliseconds=5, error=error, answer="not shown")

    shown = Template("{% load webhooks %}{{ attempt|trouble }}").render(Context({"attempt": attempt}))

    assert (shown.endswith("."), "not shown" in shown) == (True, False)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"milliseconds": None}, "Sending was interrupted."),
        (
            {"milliseconds": 3, "error": Trouble.REFUSED, "answer": "This address is not public."},
            "This address is not public.",
        ),
        ({"milliseconds": 3, "status": 500, "answer": "Out of order"}, "Out of order"),
    ],
)
def test_else_it_is_what_was_answered(fields: dict[str, object], words: str) -> None:
    attempt = WebhookAttempt(**fields)

    assert Template("{% load webhooks %}{{ attempt|trouble }}").render(Context({"attempt": attempt})) == words
