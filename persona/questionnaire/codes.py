"""The fixed words for doubts, excluded rows and notes; what is said of them stands in `doubts` and `notes`."""

from __future__ import annotations

from enum import StrEnum


class DoubtCode(StrEnum):
    JOIN_COLUMNS = "join_columns"
    SCALE_DIRECTION = "scale_direction"
    NO_ANSWER_CODES = "no_answer_codes"
    KIND_CODES = "kind_codes"
    NOT_PEOPLE = "not_people"
    HEADER_ROWS = "header_rows"
    DUPLICATES = "duplicates"
    SHEETS = "sheets"
    SENSITIVE = "sensitive"
    WEIGHT = "weight"
    DATE_ORDER = "date_order"
    DECIMALS = "decimals"
    TRANSPOSED = "transposed"
    LONG_FORM = "long_form"
    SPEAKERS = "speakers"
    ONE_COLUMN = "one_column"
    PERSONAL_DATA = "personal_data"


class ExcludedReason(StrEnum):
    PREVIEW = "preview"
    TEST = "test"
    SPAM = "spam"
    UNFINISHED = "unfinished"
    SCREENED_OUT = "screened_out"
    DUPLICATE = "duplicate"
    FOOTER = "footer"
    HIDDEN = "hidden"
    EMPTY = "empty"


class NoteCode(StrEnum):
    """What was seen in words that a person would search for."""

    HIDDEN_ROWS = "hidden_rows"
    HIDDEN_COLUMNS = "hidden_columns"
    HIDDEN_SHEETS = "hidden_sheets"
    OTHER_SHEETS = "other_sheets"
    ERROR_CELLS = "error_cells"
    REPAIRED_LETTERS = "repaired_letters"
    SPELLINGS = "spellings"
    OUTLIERS = "outliers"
    SECOND_HEADER = "second_header"
    REPEATED_HEADER = "repeated_header"
    FOOTER = "footer"
    PREAMBLE = "preamble"
    LONG_FORM = "long_form"
    CHANGING_COLUMNS = "changing_columns"
    TRANSPOSED = "transposed"
    WAVES = "waves"
    NEW_QUESTIONS = "new_questions"
    MISSING_QUESTIONS = "missing_questions"
    WEIGHTS_NOT_USED = "weights_not_used"
    WEIGHTS_USED = "weights_used"
    WITHOUT_WEIGHT = "without_weight"
    MACHINE_TEXT = "machine_text"
    MANY_ROWS_EACH = "many_rows_each"
    LONG_NUMBERS = "long_numbers"
    SERIAL_DATES = "serial_dates"
    BIRTH_YEARS = "birth_years"
    RANGES = "ranges"
    MIXED_UNITS = "mixed_units"
    MULTIPLE_DATE_ORDERS = "multiple_date_orders"
    NOT_A_NUMBER = "not_a_number"
    NO_OPINION = "no_opinion"
    OUTSIDE_SCALE = "outside_scale"
