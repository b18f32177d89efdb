from __future__ import annotations

import pytest
from pydantic import SecretStr, ValidationError

from persona.writers.llm import Access, Patience, Price


def test_what_is_not_said_is_the_usual() -> None:
    access = Access()

    assert (access.secret, access.base_url, access.price) == (None, None, None)
    assert access.patience == Patience(connect=5, read=60, total=180, tries=3, wait=1)


def test_a_key_is_given_out_only_when_it_is_asked_for() -> None:
    access = Access(api_key=SecretStr("sk-mine"))

    assert access.secret == "sk-mine"
    assert "sk-mine" not in f"{access!r} {access} {access.model_dump()} {access.model_dump_json()}"


@pytest.mark.parametrize(
    ("patience", "field"),
    [
        ({"connect": 0}, "connect"),
        ({"read": -1}, "read"),
        ({"total": 0}, "total"),
        ({"tries": 0}, "tries"),
        ({"tries": 11}, "tries"),
        ({"wait": -0.5}, "wait"),
        ({"read": "for ever"}, "read"),
        ({"retries": 3}, "retries"),
    ],
)
def test_a_patience_that_could_not_end_or_never_begin_is_refused(patience: dict[str, object], field: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Patience.model_validate(patience)

    assert [error["loc"] for error in caught.value.errors()] == [(field,)]


@pytest.mark.parametrize(
    "price",
    [{"input": -1, "output": 1}, {"input": 1}, {"input": "dear", "output": 1}, {"input": 1, "output": float("inf")}],
)
def test_no_price_is_below_nothing_or_half_said(price: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Price.model_validate(price)


def test_an_access_is_not_changed_but_made_anew() -> None:
    access = Access(base_url="http://127.0.0.1:8000/v1")

    with pytest.raises(ValidationError):
        access.base_url = "https://elsewhere.example"  # type: ignore[misc]
    assert access.model_copy(update={"price": Price(input=1, output=2)}).base_url == access.base_url
