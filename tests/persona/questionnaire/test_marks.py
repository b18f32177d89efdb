"""What a tool wrote is known by its cells, whatever stands above them."""

from __future__ import annotations

import pytest

from persona.questionnaire.marks import is_address, is_masked, is_measured_time
from tests.questionnaires import columns, filled, notes, read


def kind(name: str, cells: list[str]) -> tuple[str, str]:
    question = read(columns(**{name: cells, "note": notes()})).questions[0]
    return question.kind, question.use


@pytest.mark.parametrize("name", ["customer", "客户", "Kunde", "V1", "userName"])
@pytest.mark.parametrize(
    "cells", ["***12; ***45; ***12; ***77", "A****; J****; K****", "j***n; a***e; m***s", "王**; 李**"]
)
def test_masked_names_that_recur_are_identifiers(name: str, cells: str) -> None:
    assert kind(name, filled(cells)) == ("identifier", "none")


@pytest.mark.parametrize(
    "text", ["****", "*****", "5*", "★★★", "It is **** expensive for me", "**Great** shop", "no. 12"]
)
def test_stars_and_stressed_words_are_not_masked(text: str) -> None:
    assert not is_masked(text)


@pytest.mark.parametrize("name", ["所用时间", "答题时长", "t", "Czas", "x9"])
@pytest.mark.parametrize("form", ["{n}秒", "3分{n}秒", "{n} sec", "1h 3m {n}s", "{n} сек", "2 min {n} s", "{n}초"])
def test_times_to_the_second_that_differ_are_a_tools(name: str, form: str) -> None:
    assert kind(name, [form.format(n=at) for at in range(60)]) == ("administration", "none")


@pytest.mark.parametrize("text", ["3 min", "2 Stunden", "12", "5分", "30 seats", "12:30"])
def test_other_quantities_are_none(text: str) -> None:
    assert not is_measured_time(text)


def test_the_same_few_times_are_answers() -> None:
    assert kind("How long do you brush?", filled("30 s; 60 s; 90 s"))[0] != "administration"


@pytest.mark.parametrize("name", ["来自IP", "addr", "来源", "x"])
@pytest.mark.parametrize("form", ["203.0.113.{n}", "198.51.{n}.7 (上海-上海)", "198.51.{n}.7（広東）"])
def test_addresses_of_computers_are_personal_data(name: str, form: str) -> None:
    assert kind(name, [form.format(n=at) for at in range(60)]) == ("personal_data", "none")


@pytest.mark.parametrize("text", ["10.0.19041.1", "0.9.1.2", "1.2.3", "300.1.1.1"])
def test_versions_are_no_addresses(text: str) -> None:
    assert not is_address(text)


@pytest.mark.parametrize(
    "name",
    [
        "replyContent",
        "reply_text",
        "Réponse du commerçant",
        "Respuesta del negocio",
        "回复内容",
        "Risposta dell'esercente",
    ],
)
def test_what_the_shop_replied_is_no_word_of_the_people(name: str) -> None:
    cells = filled("Thank you for writing, number {n}! We are sorry and will do better.; Dear guest {n}, we are glad.")

    assert kind(name, cells) == ("administration", "none")
