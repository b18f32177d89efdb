"""`{% evidence_chip statement %}`: how many people stand behind a statement, and the way to their words.

A page has up to sixty, so they are put together here: as a template they took a third of its time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import template
from django.template.defaultfilters import floatformat
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from core import figures
from core.pages.icons import icon
from generation.personas.charts import is_hollow
from generation.personas.charts import shape as key_of

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

    from generation.personas.models import Statement

register = template.Library()
NOTHING = mark_safe("")
OPEN = mark_safe(' aria-current="true"')


@register.simple_tag
def evidence_chip(statement: Statement, page: str = "", is_open: bool = False) -> SafeString:
    """The yellow chip; for a counted statement, the way to its count. `page`: the persona's address, empty on it."""
    look, inner = _counted(statement) if statement.count else _quoted(statement)
    return format_html(
        '<a class="ev{}" id="ev-{}" href="{}?e={}"{}{}>{}</a>',
        look,
        statement.pk,
        page,
        statement.pk,
        NOTHING if page else _in_place(statement),
        OPEN if is_open else NOTHING,
        inner,
    )


@register.simple_tag
def chip_figure(statement: Statement) -> SafeString:
    """What stands in the chip, for pages that lead elsewhere."""
    return (_counted(statement) if statement.count else _quoted(statement))[1]


@register.simple_tag
def shape(position: int) -> SafeString:
    """The mark of a persona on the map, in its colour."""
    return format_html(
        '<svg class="shape p{}" viewBox="0 0 10 10" aria-hidden="true"><path{} d="{}"/></svg>',
        position,
        mark_safe(' class="hollow"') if is_hollow(position) else NOTHING,
        key_of(position).key,
    )


def _in_place(statement: Statement) -> SafeString:
    """On the persona's own page the drawer opens beside it."""
    return format_html(
        ' hx-get="?e={}" hx-target="#evidence" hx-swap="outerHTML" hx-push-url="true"',
        statement.pk,
    )


def _quoted(statement: Statement) -> tuple[str, SafeString]:
    if not statement.support:
        return " none", format_html("{}No quotes", icon("warn"))
    says = "person says" if statement.support == 1 else "people say"
    return "", format_html(
        '{}{}<span class="vh"> {} something like this. Read their words</span>',
        icon("quote"),
        figures.count(statement.support),
        says,
    )


def _counted(statement: Statement) -> tuple[str, SafeString]:
    count: dict[str, Any] = statement.count or {}
    if count["share"] is None:
        mean = floatformat(count["mean"], 1)
        return " cnt", format_html('{}{}<span class="vh"> on average. See the count</span>', icon("bars"), mean)
    return " cnt", format_html(
        '<svg class="mini" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="t" width="100" height="8" rx="2"/><rect class="b" width="{}" height="8" rx="2"/>'
        '<path d="M{} 0v8"/></svg>{}<span class="vh"> answered so. See the count</span>',
        statement.bar,
        statement.line,
        figures.percent(count["share"]),
    )
