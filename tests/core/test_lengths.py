"""One length limit a field: what forms take, and the API, fits its column."""

from __future__ import annotations

from accounts.provider_keys.forms import ProviderKeyForm
from accounts.provider_keys.models import KeyTest, ProviderKey
from accounts.tokens.forms import TokenForm
from accounts.tokens.models import ApiToken
from core.lengths import longest
from experiments.models import Experiment
from generation.billing.models import BudgetEntry
from generation.runs.schemas import Settings
from generation.webhooks.forms import WebhookForm
from generation.webhooks.models import Webhook
from generation.webhooks.schemas import WebhookIn
from persona.providers import PROVIDERS


def of_schema(schema: type, field: str) -> int:
    found: int = schema.model_json_schema()["properties"][field]["maxLength"]
    return found


def test_a_field_without_a_limit_holds_everything() -> None:
    assert (longest(Experiment, "name"), longest(Experiment, "created")) == (120, None)


def test_forms_and_the_api_take_what_a_column_holds() -> None:
    keys, hooks = ProviderKeyForm.base_fields, WebhookForm.base_fields
    found = {
        ApiToken: TokenForm.base_fields["name"].max_length,
        ProviderKey: (keys["model"].max_length, keys["base_url"].max_length),
        Webhook: (hooks["url"].max_length, of_schema(WebhookIn, "url")),
        BudgetEntry: of_schema(Settings, "model"),
    }

    assert found == {
        ApiToken: longest(ApiToken, "name"),
        ProviderKey: (longest(ProviderKey, "model"), longest(ProviderKey, "base_url")),
        Webhook: (longest(Webhook, "url"),) * 2,
        BudgetEntry: longest(BudgetEntry, "model"),
    }
    assert (longest(KeyTest, "model"), longest(KeyTest, "base_url")) == found[ProviderKey]


def test_a_model_named_by_its_provider_fits_where_money_is_set_aside() -> None:
    name, whole = longest(ProviderKey, "model"), longest(BudgetEntry, "model")

    assert (name, whole) == (120, 200)
    assert max(map(len, PROVIDERS)) + len(":") + 120 <= 200
