"""Wherever a quote is taken from, it stands in its cell: of cells put together from all that people paste into them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from persona.text.furniture import own_words
from persona.text.languages import language_of
from persona.text.likeness import is_negated
from persona.text.openers import opening
from persona.text.said import said
from persona.text.transcripts import spoken
from persona.text.words import words

PIECES = (
    "The queue is long. ",
    "Honestly, it is slow; ",
    "待ち時間が長い。",
    "मुझे यह पसंद है। ",
    "<b>bold</b> ",
    "<br/>",
    "&nbsp;",
    "{quote}",
    "@AcmeHelp ",
    "me@example.org ",
    "https://a.example/b ",
    "\n> quoted line\n",
    "\nBest regards,\nDana\n",
    "\n-- \n",
    "\nInterviewer: Why?\n",
    "\nMia (interviewer): And?\n",
    "\nJo: Because.\n",
    "\nOn Mon, 3 May 2024 at 10:00, Help wrote:\n",
    "+49 171 2345678 ",
    "e\u0301te\u0301 ",
    "😀 ",
    "\t",
    "…",
)
CELLS = st.lists(st.sampled_from(PIECES), max_size=9).map("".join)


@given(CELLS)
@settings(max_examples=150, deadline=None)
def test_passages_are_cut_from_their_cell_in_order_and_never_twice(cell: str) -> None:
    for redact in (True, False):
        found = list(said(cell, redact=redact))

        assert [cell[one.start : one.end] for one in found] == [one.text for one in found]
        assert all(before.end <= after.start for before, after in pairwise(found))
        assert all(one.text.strip() == one.text and any(map(str.isalpha, one.text)) for one in found)


@given(CELLS)
@settings(max_examples=150, deadline=None)
def test_what_is_redacted_is_left_out_and_nothing_else_is_added(cell: str) -> None:
    every, redacted = list(said(cell, redact=False)), list(said(cell))

    assert set(redacted) <= set(every)
    assert not any("2345678" in one.text or "me@example.org" in one.text for one in redacted)


@given(CELLS)
@settings(max_examples=150, deadline=None)
def test_an_interviewers_and_a_machines_words_are_nobodys(cell: str) -> None:
    for part in spoken(cell):
        assert 0 <= part.start <= part.end <= len(cell)
        for start, end in own_words(cell, part.start, part.end):
            assert part.start <= start < end <= part.end
            assert cell[start:end].strip()
            assert "<b>" not in cell[start:end]
    if "(interviewer)" in cell:
        assert not any(one.text.startswith("And?") for one in said(cell))


@given(CELLS)
@settings(max_examples=100, deadline=None)
def test_openers_end_before_something_is_said(cell: str) -> None:
    length = opening(cell, frozenset({"honestly"}))

    assert 0 <= length <= len(cell)
    assert not length or cell[length:].strip()


LANGUAGES = {
    "en": ("The queue at the till is long", "The queue at the till is not long"),
    "de": ("Die Schlange ist mir zu lang", "Die Schlange ist mir nicht zu lang"),
    "fr": ("Le personnel est très gentil avec nous", "Le personnel est jamais gentil avec nous"),
    "es": ("Los precios son muy altos para mí", "Los precios no son muy altos para mí"),
    "pt": ("O atendimento é muito bom para mim", "O atendimento não é muito bom para mim"),
    "it": ("Il personale è molto gentile con noi", "Il personale non è molto gentile con noi"),
    "nl": ("De wachtrij is veel te lang", "De wachtrij is niet te lang"),
    "sv": ("Det är en mycket lång kö", "Det är inte en lång kö"),
    "pl": ("To jest dla mnie bardzo ważne", "To nie jest dla mnie ważne"),
    "tr": ("Bu benim için çok önemli ama pahalı", "Bu benim için çok önemli değil"),
    "ja": ("店員がとても親切です", "店員が親切ではない"),
    "zh": ("排队时间很长", "排队时间不长"),
}


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_language_is_told_and_a_denial_in_it(code: str) -> None:
    told = [(language_of(text), is_negated(words(text))) for text in LANGUAGES[code]]

    assert told == [(code, False), (code, True)]
