"""Personal data in answers."""

from __future__ import annotations

import pytest

from persona.questionnaire.personal import find_personal, mask, mask_shortly


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("Write to ana.berg@example.com, please", "email", "ana.berg@example.com"),
        ("Call me: +49 30 1234567.", "phone", "+49 30 1234567"),
        ("(555) 123-4567 after six", "phone", "(555) 123-4567"),
        ("my card 4111 1111 1111 1111 was declined", "card", "4111 1111 1111 1111"),
        ("IBAN DE89 3704 0044 0532 0130 00 is mine", "iban", "DE89 3704 0044 0532 0130 00"),
    ],
)
def test_find_personal_gives_kind_and_place(text: str, kind: str, found: str) -> None:
    assert [(span.kind, text[span.start : span.end]) for span in find_personal(text)] == [(kind, found)]


@pytest.mark.parametrize(
    "text",
    [
        "I paid 1,000,000 in 2024-03-04 10:15:00",
        "between 2019 and 2024",
        "4111111111111112 is no valid card",
        "12.05.2024 - 13.05.2024",
        "order 12345678",
        "@home, 5 of 10",
        "R0000001",
        "3.14159265358979",
    ],
)
def test_find_personal_leaves_other_numbers_alone(text: str) -> None:
    assert find_personal(text) == ()


def test_mask_keeps_the_length_and_what_stands_around() -> None:
    text = "Ask ana@example.com or +49 30 1234567!"
    masked = mask(text)

    assert masked == "Ask a••@•••••••.com or •••• •• •••••••!".replace("•••• ••", "••• ••")
    assert len(masked) == len(text)


def test_mask_shortly_shows_only_the_form() -> None:
    assert [mask_shortly("ana@example.com"), mask_shortly("Ana Berg")] == ["a•••@•••.com", "A•••"]


def test_long_word_of_hyphens_is_no_address_and_holds_nothing_up() -> None:
    assert find_personal("A-" * 30_000 + " 1") == ()
