"""Values: how the cells of one column are read, one decision a column from all of its values.

Each function takes `counts` (cell text → how many cells hold it) and, where its words matter, the question's text:
`join_spellings`, `split_choices`, `read_dates`, `read_numbers`; `column_blanks` and `missing_markers` tell which cells
are no answers. Ask in this order: dates, choices, numbers; a column that none of them takes is words.
"""

from persona.questionnaire.values.blanks import Blank, answers, blank_kind, column_blanks, missing_markers
from persona.questionnaire.values.cells import is_error, shown, spelling_key
from persona.questionnaire.values.choices import Choices, split_choices
from persona.questionnaire.values.dates import Dates, read_dates
from persona.questionnaire.values.numbers import Numbers, common_mark, read_numbers
from persona.questionnaire.values.seen import Seen
from persona.questionnaire.values.spellings import Spellings, join_spellings
from persona.reading.letters import garbled

__all__ = [
    "Blank",
    "Choices",
    "Dates",
    "Numbers",
    "Seen",
    "Spellings",
    "answers",
    "blank_kind",
    "column_blanks",
    "common_mark",
    "garbled",
    "is_error",
    "join_spellings",
    "missing_markers",
    "read_dates",
    "read_numbers",
    "shown",
    "spelling_key",
    "split_choices",
]
