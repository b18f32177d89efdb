"""Scales: which answers have an order, which end means more, and which codes are no answer.

`order_words` for answers in words, `find_anchored_values` for "1: never", "2", …, `read_symbols` for stars and
smileys, `find_anchors` for what the question says of its numbers, `read_value_labels` for a code book,
`codes_outside`, `codes_among_words` and `codes_among_numbers` for codes of no answer, `find_direction` for what a
higher number means, `read_codes` for whole numbers that no word explains, `name_codes` for codes that the words above
a column name, `with_both_ends` for an end that nobody chose. Give the counts
of all items of a battery together where you can.
"""

from persona.questionnaire.scales.anchors import Anchors, find_anchored_values, find_anchors, read_value_labels
from persona.questionnaire.scales.bounds import find_bounds
from persona.questionnaire.scales.codes import CodeReading, asks_for_counts, asks_for_counts_or_kinds, read_codes
from persona.questionnaire.scales.direction import Direction, find_direction, proposed_by_marks
from persona.questionnaire.scales.legends import (
    find_legend,
    name_codes,
    named_blanks,
    names_kinds,
    names_yes_and_no,
    order_codes,
    without_legend,
)
from persona.questionnaire.scales.mirrored import with_both_ends
from persona.questionnaire.scales.no_answer import (
    NoAnswerCodes,
    codes_among_numbers,
    codes_among_words,
    codes_outside,
    marks_among_numbers,
    whole,
    whole_counts,
)
from persona.questionnaire.scales.recommending import asks_to_recommend
from persona.questionnaire.scales.stepped import order_steps
from persona.questionnaire.scales.symbols import SymbolScale, read_symbols
from persona.questionnaire.scales.words import WordScale, order_words

__all__ = [
    "Anchors",
    "CodeReading",
    "Direction",
    "NoAnswerCodes",
    "SymbolScale",
    "WordScale",
    "asks_for_counts",
    "asks_for_counts_or_kinds",
    "asks_to_recommend",
    "codes_among_numbers",
    "codes_among_words",
    "codes_outside",
    "find_anchored_values",
    "find_anchors",
    "find_bounds",
    "find_direction",
    "find_legend",
    "marks_among_numbers",
    "name_codes",
    "named_blanks",
    "names_kinds",
    "names_yes_and_no",
    "order_codes",
    "order_steps",
    "order_words",
    "proposed_by_marks",
    "read_codes",
    "read_symbols",
    "read_value_labels",
    "whole",
    "whole_counts",
    "with_both_ends",
    "without_legend",
]
