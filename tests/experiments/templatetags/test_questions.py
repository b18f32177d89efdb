"""Lines of questions as HTML: parts that are replaced one by one, menus, and nothing of a file that acts as markup."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest

from experiments.question_lines import KIND_CHOICES, USE_CHOICES, QuestionLine
from experiments.templatetags.questions import (
    changed_line,
    confidence,
    kind_menu,
    kind_options,
    look,
    question_line,
    use_menu,
    use_options,
)
from persona.questionnaire.kinds import QuestionKind as Kind
from persona.questionnaire.models import Option, Question

CHANGE = "/experiments/1/questions/"


def line(kind: Kind = Kind.SINGLE, *, is_asked: bool = False, **changes: Any) -> QuestionLine:
    fields: dict[str, Any] = {
        "id": "q7",
        "text": "Do you plan?",
        "kind": kind,
        "columns": (6,),
        "names": ("Q7",),
        "use": "basis",
        "answered": 8,
        "reason": "Few answers, often the same.",
    }
    return QuestionLine(Question(**fields | changes), 16, is_asked)


def ids(html: str) -> list[str]:
    return re.findall(r' id="([^"]+)"', html)


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_a_line_has_a_box_a_look_two_menus_and_how_sure_we_are() -> None:
    html = question_line(line(), CHANGE)

    assert ids(html) == ["q-q7", "look-q7", "kind-of-q7", "kind-q7", "use-of-q7", "use-q7", "sure-q7"]
    assert html.startswith('<li class="q" id="q-q7"><input type="checkbox" name="q" value="q7" aria-label="Choose Q7">')
    assert "hx-swap-oob" not in html


@pytest.mark.parametrize(
    ("used", "expected"),
    [
        (None, ["look-q7", "sure-q7", "kind-of-q7", "kind-q7", "use-of-q7", "use-q7"]),
        ("kind-q7", ["look-q7", "sure-q7", "use-of-q7", "use-q7"]),
        ("use-q7", ["look-q7", "sure-q7", "kind-of-q7", "kind-q7"]),
    ],
)
def test_after_a_change_all_parts_are_sent_but_the_menu_that_was_used(used: str | None, expected: list[str]) -> None:
    html = changed_line(line(), CHANGE, used)

    assert ids(html) == expected
    assert (
        html.count('hx-swap-oob="true"') == len({each.removesuffix("-q7") for each in expected if "-of-" in each}) + 2
    )


@pytest.mark.parametrize("kind", list(Kind))
def test_the_menu_of_kinds_has_all_of_them_and_the_present_one_chosen(kind: Kind) -> None:
    html = kind_options(kind.value)

    assert re.findall(r'value="([^"]+)"', html) == [choice.value for choice in KIND_CHOICES]
    assert re.findall(r'value="([^"]+)" selected', html) == [kind.value]


def test_the_menu_of_uses_is_posted_by_itself() -> None:
    html = use_menu(line(use="describe"), CHANGE)

    assert f'hx-post="{CHANGE}" hx-swap="none" hx-params="use-q7"' in html
    assert '<label class="what" for="use-q7">Use<span class="vh"> of Q7</span></label>' in html
    assert use_options("describe") in html
    assert re.findall(r">([^<]+)</option>", html) == [choice.word for choice in USE_CHOICES]


def test_what_nobody_answered_has_no_menu_of_uses() -> None:
    html = use_menu(line(Kind.IDENTIFIER, use="none"), CHANGE)

    assert html == '<span class="sel" id="use-of-q7"><span class="quiet small">Left out</span></span>'.replace(
        'class="sel"', 'class="sel role"'
    )


def test_the_look_leads_to_the_question_and_says_its_facts() -> None:
    html = look(line(Kind.OPEN), CHANGE)

    assert f'<a href="{CHANGE}q7/" dir="auto">Do you plan?</a> <small>Q7</small>' in html
    assert '<rect x="0" y="8" width="48.0" height="4" rx="2"/>' in html  # half of them answered
    assert words(html) == "Do you plan? Q7 8 people"


def test_what_is_left_out_is_shown_so() -> None:
    told = [re.findall(r'^<span class="([^"]+)"', look(line(use=use), CHANGE)) for use in ("basis", "none")]

    assert told == [["told"], ["told out"]]


def test_choices_are_drawn_as_bars() -> None:
    drawn = look(line(options=(Option(label="Yes", count=6), Option(label="No", count=2))), CHANGE)

    assert drawn.count("<rect") == 2
    assert "2 choices, 8 people" in drawn


@pytest.mark.parametrize(
    ("fields", "marked"),
    [
        ({}, '<span class="sure">Sure</span>'),
        ({"confidence": "likely"}, '<span class="sure mid">Likely</span>'),
        ({"confidence": "unsure"}, "Unsure</span>"),
        ({"is_asked": True}, "Unsure</span>"),
    ],
)
def test_how_sure_we_are_has_its_reason_as_a_title(fields: dict[str, Any], marked: str) -> None:
    html = confidence(line(**fields))

    assert html.startswith('<span class="surely" id="sure-q7" title="Few answers, often the same.">')
    assert marked in html


HOSTILE = '"><script>alert(1)</script>'


@pytest.mark.parametrize("part", [look, kind_menu, use_menu, confidence])
def test_nothing_of_a_file_becomes_markup(part: Any) -> None:
    html = part(line(text=HOSTILE, names=(HOSTILE,), reason=HOSTILE), CHANGE)

    assert "<script" not in html
    assert "&lt;script&gt;alert(1)" in html
