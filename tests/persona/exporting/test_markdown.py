"""Markdown, letter by letter."""

from __future__ import annotations

from persona.exporting.markdown import markdown, persona_markdown
from tests.persona.exporting.results import BARE, RESULT

WHOLE = r"""# Meals \[2026\]

2 personas from 20 respondents. Two, as you asked.

> Only 20 rows: groups will be small.

## 1. Paula \*Planner\*

*“One plan & done”*

**8 respondents, 40 %.** Plans on Sundays.

> Only 8 stand behind this persona.

### Facts

- Uses paper: **62 %** (1.8× average; everyone: 34 %)
- Age: **34–46, half of them** (everyone: 30–50)

### Goals

- **Want \<one\> plan** (3 of 8 say something like this)
    - “want \<one\> plan” (rows 2, 5, Why?)
    - “a plan for the week” (row 7, Why?)

### Frustrations

- **\=too\_many lists** (1 of 8 says this)
    - “\=too\_many lists” (row 4, Why?)

### In their words

> “Sunday is my day.” (row 3, Why?)

## 2. Nora

*Says little*

**12 respondents, 60 %.** Ticks boxes.

Names are invented. Every quotation stands in the data word for word, at the row given.
"""

METHOD = """
## How these personas were made

- **Who counts:** 20 respondents.
- **Weights:** None: everybody counts the same.
- **What formed the groups:** Two, as you asked.
- **How steady the groups are:** Groups made from halves of the people agree by 0.50 (1: the same, 0: by chance).
- **Who wrote:** The built-in writer, from people's own words and counts; no model was asked. Persona 0.6.0, seed 0, \
detail “standard”.
- **What counts as proof:** A statement rests on the words of the people counted beside it, or on a count of what they \
chose. Every quote is copied from the data letter by letter.
- **Personal data:** Mail addresses, phone numbers and names found in answers are masked.
- **What to be careful with:** Only 20 rows: groups will be small. Only 8 stand behind this persona. Shares of a group \
of 8 people can be off by 35 points either way.
"""


def test_a_result_letter_by_letter() -> None:
    assert markdown(RESULT) == WHOLE + METHOD


def test_a_persona_of_whom_little_is_known_has_no_empty_headings() -> None:
    assert persona_markdown(BARE) == "## 2. Nora\n\n*Says little*\n\n**12 respondents, 60 %.** Ticks boxes."
    assert BARE._repr_markdown_() == persona_markdown(BARE)
