"""Lines, menus and small pictures of questions.

A page has up to a thousand lines, so they are put together here: as templates they took four times as long.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from core.pages.icons import icon
from experiments.question_lines import KIND_CHOICES, USE_CHOICES

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

    from experiments.question_lines import Bar, Choice, QuestionLine

register = template.Library()
OUT_OF_BAND = mark_safe(' hx-swap-oob="true"')
IN_PLACE = mark_safe("")


@register.simple_tag
def question_line(line: QuestionLine, change_url: str) -> SafeString:
    """One question on one line: what it is, how it was answered, and its two menus."""
    key = line.question.id
    parts = [look(line, change_url), kind_menu(line, change_url), use_menu(line, change_url), confidence(line)]
    box = format_html('<input type="checkbox" name="q" value="{}" aria-label="Choose {}">', key, line.names)
    return format_html('<li class="q" id="q-{}">{}{}</li>\n', key, box, _together(parts))


@register.simple_tag
def changed_line(line: QuestionLine, change_url: str, used: str | None) -> SafeString:
    """The same out of band, part by part; the menu that was used is left alone."""
    parts = [look(line, change_url, OUT_OF_BAND), confidence(line, OUT_OF_BAND)]
    if used != line.kind_field:
        parts.append(kind_menu(line, change_url, OUT_OF_BAND))
    if used != line.use_field:
        parts.append(use_menu(line, change_url, OUT_OF_BAND))
    return _together(parts)


def look(line: QuestionLine, change_url: str, band: SafeString = IN_PLACE) -> SafeString:
    """Icon, text, picture and facts."""
    return format_html(
        '<span class="told{}" id="look-{}"{}><span class="roleicon {}">{}</span><span class="t">'
        '<a href="{}{}/" dir="auto">{}</a> <small>{}</small></span>{}<span class="f">{}</span></span>',
        " out" if line.is_out else "",
        line.question.id,
        band,
        line.look,
        icon(line.icon),
        change_url,
        line.question.id,
        line.question.text,
        line.names,
        _bars(tuple(line.bars)) if line.bars else _share(line.answered_share),
        line.facts,
    )


def kind_menu(line: QuestionLine, change_url: str, band: SafeString = IN_PLACE) -> SafeString:
    inner = _menu("Kind", line.kind_field, line.names, change_url, kind_options(line.question.kind.value))
    return format_html('<span class="sel" id="kind-of-{}"{}>{}</span>', line.question.id, band, inner)


def use_menu(line: QuestionLine, change_url: str, band: SafeString = IN_PLACE) -> SafeString:
    """What nobody answered (ids, administration) is used for nothing."""
    if line.is_answered:
        inner = _menu("Use", line.use_field, line.names, change_url, use_options(line.question.use))
    else:
        inner = format_html('<span class="quiet small">{}</span>', line.use_word)
    return format_html('<span class="sel role" id="use-of-{}"{}>{}</span>', line.question.id, band, inner)


def confidence(line: QuestionLine, band: SafeString = IN_PLACE) -> SafeString:
    """How sure we are, with the reason."""
    if line.is_unsure:
        inner = format_html('<span class="chip warn">{}Unsure</span>', icon("help"))
    else:
        inner = format_html('<span class="sure{}">{}</span>', " mid" if line.sure == "Likely" else "", line.sure)
    return format_html(
        '<span class="surely" id="sure-{}"{} title="{}">{}</span>', line.question.id, band, line.question.reason, inner
    )


@register.simple_tag
@lru_cache(maxsize=64)
def kind_options(chosen: str) -> SafeString:
    """The entries of a menu of kinds."""
    return _options(KIND_CHOICES, chosen)


@register.simple_tag
@lru_cache(maxsize=8)
def use_options(chosen: str) -> SafeString:
    """The entries of a menu of uses."""
    return _options(USE_CHOICES, chosen)


def _together(parts: list[SafeString]) -> SafeString:
    return format_html_join("", "{}", ((part,) for part in parts))


def _menu(word: str, field: str, names: str, change_url: str, options: SafeString) -> SafeString:
    return format_html(
        '<label class="what" for="{0}">{1}<span class="vh"> of {2}</span></label><select class="ghost" id="{0}" '
        'name="{0}" hx-post="{3}" hx-swap="none" hx-params="{0}">{4}</select>',
        field,
        word,
        names,
        change_url,
        options,
    )


@lru_cache(maxsize=4096)
def _bars(bars: tuple[Bar, ...]) -> SafeString:
    """How often each answer was given; a picture beside words that say the same."""
    rects = format_html_join("", '<rect x="{}" y="{}" width="{}" height="{}" rx="1"/>', bars)
    return format_html('<svg class="dist" viewBox="0 0 96 20" aria-hidden="true">{}</svg>', rects)


@lru_cache(maxsize=1024)
def _share(width: float) -> SafeString:
    """How many answered at all."""
    return format_html(
        '<svg class="dist" viewBox="0 0 96 20" aria-hidden="true"><rect class="all" x="0" y="8" width="96" height="4" '
        'rx="2"/><rect x="0" y="8" width="{}" height="4" rx="2"/></svg>',
        width,
    )


def _options(choices: tuple[Choice, ...], chosen: str) -> SafeString:
    return format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        ((each.value, mark_safe(" selected") if each.value == chosen else "", each.word) for each in choices),
    )
