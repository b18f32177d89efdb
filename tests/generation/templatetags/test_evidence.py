"""The yellow chip of a statement: its number, what it is read out as, and where it leads."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from core.pages.icons import icon
from generation.models import Statement
from generation.personas.charts import is_hollow
from generation.templatetags.evidence import chip_figure, evidence_chip, shape

KEY = UUID("01a20cb4-0000-7000-8000-000000000001")
PAGE = "/personas/7/"
HERE = f' hx-get="?e={KEY}" hx-target="#evidence" hx-swap="outerHTML" hx-push-url="true"'


def chip(page: str = PAGE, *, is_open: bool = False, **fields: Any) -> str:
    return evidence_chip(Statement(pk=KEY, **{"support": 1812, "base": 4000, **fields}), page, is_open)


def counted(**found: Any) -> dict[str, Any]:
    return {"share": 0.62, "everyone_share": 0.3401, "mean": None, "everyone_mean": None, **found}


@pytest.mark.parametrize(
    ("support", "inner"),
    [
        (1812, '1,812<span class="vh"> people say something like this. Read their words</span>'),
        (2, '2<span class="vh"> people say something like this. Read their words</span>'),
        (1, '1<span class="vh"> person says something like this. Read their words</span>'),
    ],
)
def test_the_number_is_of_people(support: int, inner: str) -> None:
    assert chip(support=support) == f'<a class="ev" id="ev-{KEY}" href="{PAGE}?e={KEY}">{icon("quote")}{inner}</a>'


def test_without_quotes_the_chip_says_so() -> None:
    assert chip(support=0) == f'<a class="ev none" id="ev-{KEY}" href="{PAGE}?e={KEY}">{icon("warn")}No quotes</a>'


def test_on_the_personas_own_page_the_drawer_opens_in_place() -> None:
    assert chip("").startswith(f'<a class="ev" id="ev-{KEY}" href="?e={KEY}"{HERE}>')
    assert chip("", is_open=True).startswith(f'<a class="ev" id="ev-{KEY}" href="?e={KEY}"{HERE} aria-current="true">')


def test_a_counted_share_is_drawn_beside_everyones() -> None:
    html = chip(count=counted())

    assert html.startswith(f'<a class="ev cnt" id="ev-{KEY}" href="{PAGE}?e={KEY}"><svg class="mini"')
    assert '<rect class="b" width="62.0" height="8" rx="2"/><path d="M34.0 0v8"/></svg>62\u00a0%' in html
    assert html.endswith('<span class="vh"> answered so. See the count</span></a>')


@pytest.mark.parametrize(("share", "words"), [(0.004, "under\u00a01\u00a0%"), (0.0, "0\u00a0%"), (1.0, "100\u00a0%")])
def test_a_share_is_never_more_exact_than_it_is(share: float, words: str) -> None:
    assert f"</svg>{words}<span" in chip(count=counted(share=share))


def test_a_counted_mean_has_one_decimal() -> None:
    html = chip(count=counted(share=None, mean=3.25))

    assert f'{icon("bars")}3.3<span class="vh"> on average. See the count</span></a>' in html


def test_an_address_is_no_markup() -> None:
    assert chip('/"><script>') == chip('/"><script>').replace("<script>", "")


@pytest.mark.parametrize(
    "fields", [{}, {"support": 0}, {"count": counted()}, {"count": counted(share=None, mean=3.25)}]
)
def test_the_figure_alone_is_what_stands_in_the_chip(fields: dict[str, Any]) -> None:
    statement = Statement(pk=KEY, **{"support": 1812, "base": 4000} | fields)

    assert f">{chip_figure(statement)}</a>" in chip(**fields)


def test_marks_are_shapes_and_some_are_hollow() -> None:
    marks = [shape(position) for position in range(1, 9)]

    assert len(set(marks)) == 8
    assert [f'class="shape p{position}"' in mark for position, mark in enumerate(marks, start=1)] == [True] * 8
    assert [' class="hollow"' in mark for mark in marks] == [is_hollow(position) for position in range(1, 9)]
