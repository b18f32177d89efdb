"""Webhooks over HTTP: the same services as the pages, secrets told once, nobody else's to be seen."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import IdempotencyRecord
from accounts.tokens.models import ApiToken
from core.security.encryption import decrypt
from generation.models import Webhook, WebhookAttempt, WebhookDelivery
from tests.factories import ExperimentFactory, WebhookFactory

if TYPE_CHECKING:
    from collections.abc import Callable

    from accounts.models import User

pytestmark = pytest.mark.django_db

URL = "https://hooks.example.com/persona"
NEW = {"url": URL, "events": ["generation.completed"]}


class Api:
    """Requests with a token, JSON in and out."""

    def __init__(self, token: str) -> None:
        self._client = Client(headers={"authorization": f"Bearer {token}"})

    def __call__(self, method: str, path: str, body: Any = None, **headers: str) -> tuple[int, Any]:
        data = "" if body is None else json.dumps(body)
        answer = self._client.generic(method, f"/api/v1{path}", data, "application/json", headers=headers)
        self.headers = answer.headers
        return answer.status_code, answer.json() if answer.content else None


@pytest.fixture
def api_of() -> Callable[..., Api]:
    def make(person: User, *scopes: str) -> Api:
        _, token = ApiToken.objects.issue(person, name="test", scopes=scopes)
        return Api(token)

    return make


@pytest.fixture
def api(alice: User, api_of: Callable[..., Api]) -> Api:
    return api_of(alice, "read", "admin")


def logged(hook: Webhook, **state: Any) -> WebhookDelivery:
    fields = {"event": "persona.created", "payload": '{"type":"persona.created"}', "status": "delivered", "attempt": 1}
    made = WebhookDelivery.objects.create(webhook=hook, **fields | state)
    WebhookAttempt.objects.create(delivery=made, number=1, started=timezone.now(), milliseconds=8, status=200)
    return made


def test_secret_is_told_when_it_is_made_and_never_again(api: Api) -> None:
    status, made = api("POST", "/webhooks", NEW)

    hook = Webhook.objects.get()
    assert (status, made["secret"], api.headers["Location"]) == (
        201,
        decrypt(hook.secret),
        f"/api/v1/webhooks/{hook.pk}",
    )
    assert api("GET", f"/webhooks/{hook.pk}") == (
        200,
        {
            "id": str(hook.pk),
            **NEW,
            "experiment": None,
            "is_on": True,
            "turned_off_by": "",
            "failing_since": None,
            "hint": hook.hint,
            "created": made["created"],
        },
    )


def test_the_same_request_twice_is_one_webhook_and_its_secret_is_kept_sealed(api: Api) -> None:
    first = api("POST", "/webhooks", NEW, **{"idempotency-key": "k1"})
    again = api("POST", "/webhooks", NEW, **{"idempotency-key": "k1"})

    assert (first, Webhook.objects.count()) == (again, 1)
    assert first[1]["secret"] not in IdempotencyRecord.objects.get().body


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"url": "http://127.0.0.1/"}, "bad_webhook"),
        ({"url": ""}, "invalid_input"),
        ({"events": []}, "invalid_input"),
        ({"events": ["webhook.test"]}, "invalid_input"),
        ({"experiment": "00000000-0000-7000-8000-000000000000"}, "not_found"),
        ({"secret": "mine"}, "invalid_input"),
    ],
)
def test_what_cannot_be_used_is_a_problem(api: Api, change: dict[str, Any], code: str) -> None:
    status, problem = api("POST", "/webhooks", NEW | change)

    assert (status, problem["code"]) == (404 if code == "not_found" else 422, code)
    assert not Webhook.objects.exists()


def test_change_on_and_off(api: Api, alice: User) -> None:
    hook, experiment = WebhookFactory(owner=alice), ExperimentFactory(owner=alice)
    path = f"/webhooks/{hook.pk}"

    _, changed = api("PATCH", path, {"url": f"{URL}/2", "experiment": str(experiment.pk), "is_on": False})
    assert (changed["url"], changed["experiment"], changed["turned_off_by"]) == (
        f"{URL}/2",
        str(experiment.pk),
        "owner",
    )
    assert api("POST", f"{path}/test")[1]["code"] == "webhook_is_off"
    _, changed = api("PATCH", path, {"is_on": True, "experiment": None})
    assert (changed["is_on"], changed["experiment"], changed["events"]) == (True, None, hook.events)
    assert api("PATCH", path, {"url": "http://10.0.0.1/"})[0] == 422


def test_new_secret(api: Api, alice: User) -> None:
    hook = WebhookFactory(owner=alice)

    status, told = api("POST", f"/webhooks/{hook.pk}/secret")

    hook.refresh_from_db()
    assert (status, told) == (201, {"secret": decrypt(hook.secret)})


def test_test_and_deliveries(api: Api, alice: User) -> None:
    hook = WebhookFactory(owner=alice)
    done = logged(hook)

    status, sent = api("POST", f"/webhooks/{hook.pk}/test")

    assert (status, sent["event"], sent["status"]) == (202, "webhook.test", "waiting")
    assert api.headers["Location"] == f"/api/v1/deliveries/{sent['id']}"
    _, page = api("GET", f"/webhooks/{hook.pk}/deliveries?limit=1")
    assert [item["id"] for item in page["items"]] == [sent["id"]]
    _, page = api("GET", f"/webhooks/{hook.pk}/deliveries?cursor={page['next']}")
    (item,) = page["items"]
    assert (item["id"], item["payload"], item["tries"]) == (str(done.pk), {"type": "persona.created"}, 1)
    assert [(attempt["number"], attempt["status"]) for attempt in item["attempts"]] == [(1, 200)]


def test_send_again(api: Api, alice: User) -> None:
    done = logged(WebhookFactory(owner=alice))

    status, again = api("POST", f"/deliveries/{done.pk}/redeliver")

    assert (status, again["id"], again["status"]) == (202, str(done.pk), "waiting")
    assert api("GET", f"/deliveries/{done.pk}") == (200, again)


def test_remove(api: Api, alice: User) -> None:
    hook = WebhookFactory(owner=alice)

    assert api("DELETE", f"/webhooks/{hook.pk}") == (204, None)
    assert api("GET", "/webhooks") == (200, {"items": [], "next": None})


def test_list_asks_as_often_for_many_as_for_one(api: Api, alice: User, django_assert_max_num_queries: Any) -> None:
    hook = WebhookFactory(owner=alice)
    for _ in range(20):
        logged(hook)
    api("GET", "/webhooks")

    with django_assert_max_num_queries(5):
        assert len(api("GET", f"/webhooks/{hook.pk}/deliveries")[1]["items"]) == 20


OPERATIONS = [
    ("GET", "/webhooks/{hook}"),
    ("PATCH", "/webhooks/{hook}"),
    ("DELETE", "/webhooks/{hook}"),
    ("POST", "/webhooks/{hook}/secret"),
    ("POST", "/webhooks/{hook}/test"),
    ("GET", "/webhooks/{hook}/deliveries"),
    ("GET", "/deliveries/{delivery}"),
    ("POST", "/deliveries/{delivery}/redeliver"),
]


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_to_everybody_else_they_do_not_exist(
    api_of: Callable[..., Api], alice: User, charlie: User, method: str, path: str
) -> None:
    done = logged(WebhookFactory(owner=alice))
    before = list(Webhook.objects.values())
    path = path.format(hook=done.webhook_id, delivery=done.pk)
    body = {} if method == "PATCH" else None

    assert api_of(charlie, "read", "write", "run", "admin")(method, path, body)[0] == 404
    assert Client().generic(method, f"/api/v1{path}").status_code == 401
    if method != "GET":
        assert api_of(alice, "read", "write", "run")(method, path, body)[0] == 403
    assert (list(Webhook.objects.values()), WebhookDelivery.objects.count()) == (before, 1)
