"""Pages of webhooks: a person makes one, sees its secret once, looks at the log and sends again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from core.security.encryption import decrypt
from generation.models import Webhook, WebhookAttempt, WebhookDelivery
from generation.webhooks.urls import urlpatterns
from persona.ids import uuid7
from tests.factories import SECRET, ExperimentFactory, WebhookFactory

if TYPE_CHECKING:
    from collections.abc import Callable

    from accounts.models import User

pytestmark = pytest.mark.django_db

URL = "https://hooks.example.com/persona"


@pytest.fixture
def client(alice: User, client_of: Callable[[User], Client]) -> Client:
    return client_of(alice)


def logged(hook: Webhook, *tries: dict[str, Any], **state: Any) -> WebhookDelivery:
    fields = {"event": "generation.completed", "payload": '{"type":"generation.completed"}', "attempt": len(tries)}
    made = WebhookDelivery.objects.create(webhook=hook, **fields | state)
    for number, attempt in enumerate(tries, start=1):
        WebhookAttempt.objects.create(delivery=made, number=number, started=timezone.now(), **attempt)
    return made


def filled(**changes: Any) -> dict[str, Any]:
    return {"url": URL, "events": ["generation.completed"], "experiment": "", "key": str(uuid7())} | changes


def test_new_webhook_shows_its_secret_once(client: Client) -> None:
    form = filled()
    response = client.post("/account/webhooks/new/", form)

    hook = Webhook.objects.get()
    secret = decrypt(hook.secret)
    assert str(hook.pk) == form["key"]
    assertContains(response, f'<code id="whsec">{secret}</code>')
    assert "no-store" in response["Cache-Control"]
    assertRedirects(client.post("/account/webhooks/new/", form), f"/account/webhooks/{hook.pk}/")
    assertNotContains(client.get(f"/account/webhooks/{hook.pk}/"), secret)
    assertContains(client.get(f"/account/webhooks/{hook.pk}/"), f"whsec_…{hook.hint}")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"url": "http://169.254.169.254/"}, "This address is not public. Give the public address of your receiver."),
        ({"url": "http://localhost/"}, "This name is not public."),
        ({"url": "https://user:pass@hooks.example.com/"}, "a signature proves that a message is ours."),
        ({"events": []}, "Choose at least one."),
    ],
)
def test_what_cannot_be_used_is_said_at_its_field(client: Client, changes: dict[str, Any], sentence: str) -> None:
    response = client.post("/account/webhooks/new/", filled(**changes))

    assertContains(response, sentence, status_code=422)
    assert not Webhook.objects.exists()


def test_experiment_of_another_person_cannot_be_chosen(client: Client) -> None:
    response = client.post("/account/webhooks/new/", filled(experiment=ExperimentFactory().pk))

    assert (response.status_code, Webhook.objects.count()) == (422, 0)


def test_change(client: Client, alice: User) -> None:
    hook = WebhookFactory(owner=alice)
    experiment = ExperimentFactory(owner=alice)
    address = f"/account/webhooks/{hook.pk}/change/"
    assertContains(client.get(address), f'value="{hook.url}"')

    response = client.post(address, filled(url=f"{URL}/2", experiment=experiment.pk))

    assertRedirects(response, f"/account/webhooks/{hook.pk}/")
    hook.refresh_from_db()
    assert (hook.url, hook.experiment, hook.events) == (f"{URL}/2", experiment, ["generation.completed"])
    assert client.post(address, filled(url="http://10.0.0.1/")).status_code == 422


def test_new_secret_is_shown_once(client: Client, alice: User) -> None:
    hook = WebhookFactory(owner=alice)

    response = client.post(f"/account/webhooks/{hook.pk}/secret/")

    hook.refresh_from_db()
    assertContains(response, decrypt(hook.secret))
    assert decrypt(hook.old_secret) == SECRET


def test_log_tells_what_came_of_each(client: Client, alice: User) -> None:
    hook = WebhookFactory(owner=alice, failing_since=timezone.now())
    logged(hook, {"milliseconds": 184, "status": 200, "answer": "thanks"}, status="delivered")
    logged(hook, {"milliseconds": 80, "status": 504}, {"milliseconds": 15000, "error": "time"})
    logged(hook, event="webhook.test")

    page = client.get(f"/account/webhooks/{hook.pk}/").content.decode()

    lines = re.findall(r"<li><span.*?</li>", page)
    plain = [re.sub(r"<[^>]+>", "|", line) for line in lines]
    found = [[word.strip() for word in line.split("|") if word.strip()][:5] for line in plain]
    assert [[line[0], line[2], line[4]] for line in found] == [
        ["…", "Test", "Waiting"],
        ["–", "Run finished", "Tried 2 times"],
        ["200", "Run finished", "184 ms"],
    ]
    assert "First failure: Today" in page


def test_long_log_has_pages(client: Client, alice: User, django_assert_max_num_queries: Any) -> None:
    hook = WebhookFactory(owner=alice)
    for _ in range(31):
        logged(hook, {"milliseconds": 1, "status": 200})

    with django_assert_max_num_queries(9):
        response = client.get(f"/account/webhooks/{hook.pk}/?page=2")
    assertContains(response, "Page 2 of 2")
    assert response.content.decode().count("<li><span") == 1


@pytest.mark.parametrize(
    ("attempt", "words"),
    [
        ({"milliseconds": None}, "Sending was interrupted."),
        ({"milliseconds": 15000, "error": "time"}, "No answer within 15 seconds."),
        ({"milliseconds": 2, "error": "tls"}, "The certificate is not valid"),
        ({"milliseconds": 2, "error": "refused", "answer": "This address is not public."}, "is not public."),
        ({"milliseconds": 2, "status": 500, "answer": "<script>alert(1)</script>"}, "&lt;script&gt;alert(1)"),
    ],
)
def test_delivery_shows_every_try_in_words(client: Client, alice: User, attempt: dict[str, Any], words: str) -> None:
    made = logged(WebhookFactory(owner=alice), attempt)

    response = client.get(f"/account/webhooks/deliveries/{made.pk}/")

    assertContains(response, words)
    assertContains(response, "{&quot;type&quot;:&quot;generation.completed&quot;}")


def test_send_again_and_test(client: Client, alice: User) -> None:
    made = logged(WebhookFactory(owner=alice), {"milliseconds": 1, "status": 500}, status="failed")

    response = client.post(f"/account/webhooks/deliveries/{made.pk}/again/")
    assertRedirects(response, f"/account/webhooks/deliveries/{made.pk}/")
    client.post(f"/account/webhooks/{made.webhook_id}/test/")

    rows = set(WebhookDelivery.objects.values_list("event", "status"))
    assert rows == {("generation.completed", "waiting"), ("webhook.test", "waiting")}


def test_turn_off_on_and_remove(client: Client, alice: User) -> None:
    made = logged(WebhookFactory(owner=alice))
    address = f"/account/webhooks/{made.webhook_id}/"

    client.post(f"{address}turn/")
    assertContains(client.get(address), "Turned off")
    response = client.post(f"{address}test/", follow=True)
    assertContains(response, "This webhook is turned off. Turn it on first.")
    assertContains(client.post(f"/account/webhooks/deliveries/{made.pk}/again/", follow=True), "is turned off")
    client.post(f"{address}turn/")
    assertContains(client.get(address), "Turn off")
    assertContains(client.get(f"{address}remove/"), "Remove this webhook?")
    assertRedirects(client.post(f"{address}remove/"), "/account/api/")
    assert not Webhook.objects.exists()


def test_list_shows_cards_with_the_newest_deliveries(client: Client, alice: User) -> None:
    hook = WebhookFactory(owner=alice)
    for _ in range(5):
        logged(hook, {"milliseconds": 1, "status": 200}, status="delivered")
    WebhookFactory(owner=alice, url=f"{URL}/off", disabled=timezone.now(), disabled_by="gone")
    WebhookFactory(url=f"{URL}/theirs")

    page = client.get("/account/api/").content.decode()

    assert page.count("<li><span") == 3
    assert re.findall(r'class="chip (\w*)"><svg.*?</svg>\s*(\w+)</span>', page, re.DOTALL) == [
        ("ok", "Working"),
        ("bad", "Off"),
    ]
    assert f"{URL}/theirs" not in page


OF_ONE = [pattern for pattern in urlpatterns if pattern.pattern.converters]


@pytest.mark.parametrize("pattern", OF_ONE, ids=lambda pattern: str(pattern.name))
def test_to_everybody_else_they_do_not_exist(
    pattern: Any, alice: User, charlie: User, client_of: Callable[[User], Client]
) -> None:
    made = logged(WebhookFactory(owner=alice))
    before = list(Webhook.objects.values())
    address = f"/{pattern.pattern}".replace("<uuid:webhook_id>", str(made.webhook_id))
    address = address.replace("<uuid:delivery_id>", str(made.pk))

    stranger = client_of(charlie)
    assert {stranger.get(address).status_code, stranger.post(address).status_code} <= {404, 405}
    assert Client().post(address).status_code == 302
    assert (list(Webhook.objects.values()), WebhookDelivery.objects.count()) == (before, 1)
