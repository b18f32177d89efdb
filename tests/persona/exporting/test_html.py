"""HTML, letter by letter but for the style."""

from __future__ import annotations

from persona.exporting.html import STYLE, html, persona_html, result_html
from tests.persona.exporting.results import BARE, PERSONA, RESULT

EN = ' lang="en" dir="auto"'
PAULA = (
    '\n<article><h2>Paula *Planner*</h2><p class="tagline">“One plan &amp; done”</p>'
    '<p><strong>8 respondents, 40 %.</strong> Plans on Sundays.</p><p class="warning">Only 8 stand behind this '
    "persona.</p><h3>Facts</h3><ul>"
    '<li>Uses paper: <strong>62 %</strong> <span class="note">1.8× average; everyone: 34 %</span></li>'
    '<li>Age: <strong>34–46, half of them</strong> <span class="note">everyone: 30–50</span></li></ul>'
    f"<h3>Goals</h3><ul><li><details><summary><span{EN}>Want &lt;one&gt; plan</span>"
    " <small>3 of 8 say something like this</small>"
    f"</summary><blockquote><mark{EN}>want &lt;one&gt; plan</mark> <small>rows 2, 5, Why?</small></blockquote>"
    f"<blockquote><mark{EN}>a plan for the week</mark> <small>row 7, Why?</small></blockquote></details></li></ul>"
    f"<h3>Frustrations</h3><ul><li><details><summary><span{EN}>=too_many lists</span> <small>1 of 8 says this</small>"
    f"</summary><blockquote><mark{EN}>=too_many lists</mark> <small>row 4, Why?</small></blockquote></details></li>"
    f"</ul><h3>In their words</h3><blockquote><mark{EN}>Sunday is my day.</mark> <small>row 3, Why?</small>"
    "</blockquote>"
    "</article>"
)
NORA = (
    '\n<article><h2>Nora</h2><p class="tagline">Says little</p>'
    "<p><strong>12 respondents, 60 %.</strong> Ticks boxes.</p></article>"
)


def test_a_persona_letter_by_letter() -> None:
    assert persona_html(PERSONA) == f'<style>{STYLE}</style><div class="pw">{PAULA}</div>'
    assert persona_html(BARE) == f'<style>{STYLE}</style><div class="pw">{NORA}</div>'


def test_a_result_is_its_personas_with_what_to_know_first() -> None:
    assert result_html(RESULT) == (
        f'<style>{STYLE}</style><main class="pw"><h1>Meals [2026]</h1>\n'
        "<p>2 personas from 20 respondents. Two, as you asked.</p>"
        f'<p class="warning">Only 20 rows: groups will be small.</p>{PAULA}{NORA}\n'
        "<p><small>Names are invented. Every quotation stands in the data word for word, at the row given.</small></p>"
        "</main>"
    )


def test_a_page_stands_by_itself_and_is_not_for_search_engines() -> None:
    page = html(RESULT.model_copy(update={"experiment": "<Meals>"}))

    assert page.startswith(
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>&lt;Meals&gt;</title>'
        '<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><style>:root'
    )
    assert '</main>\n<section class="pw"><h2>How these personas were made</h2><dl><dt>Who counts</dt>' in page
    assert page.endswith("</dd></dl></section></body></html>\n")
