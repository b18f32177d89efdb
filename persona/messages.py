"""What people are told: one source of words for page, API and command line.

Every code has a sentence and a hint (what to do now). Each room keeps its codes in a section of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from persona.exceptions import ConfigurationError, DataError
from persona.models import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence


class Message(NamedTuple):
    """A sentence for people, and what they can do; both may hold `{values}`."""

    text: str
    hint: str = ""


# -- reading: the file as a whole --------------------------------------------------------------------
FILES: dict[str, Message] = {
    "missing_file": Message("There is no file named “{name}”.", "Check the name and the folder."),
    "is_folder": Message("“{name}” is a folder, not a file.", "Name one of the files in it."),
    "folder_without_files": Message(
        "The folder “{name}” holds no file that can be read.",
        "Put tables (CSV, Excel, JSON, Parquet) or transcripts (TXT, Markdown, Word) into it.",
    ),
    "unreadable_file": Message("The file “{name}” could not be opened.", "Check that you may read it, and try again."),
    "empty": Message(
        "The file is empty: there is nothing to read in it.", "Export the answers again and use the new file."
    ),
    "no_rows": Message(
        "The file has column names but no answers below them.",
        "Check that the export holds answers, not only the questions.",
    ),
    "hardly_fits": Message(
        "Only {rows:,} of {lines:,} lines fit the table’s {width} columns.",
        "Check the quotation marks and what stands between the cells, or choose the separator yourself.",
    ),
    "not_a_table": Message(
        "This is not a table but {kind}.",
        "Open it in the program it was made with and save it as CSV or Excel (.xlsx).",
    ),
    "damaged": Message(
        "The file is damaged and could not be opened ({kind}).", "Download or export it again and use the new file."
    ),
    "protected": Message("The workbook is protected with a password.", "Save a copy without a password and use that."),
    "sheet_too_large": Message(
        "The sheet spans more than {limit:,} cells, filled or not.",
        "Delete what stands far below or beside the table, or save the sheet as CSV.",
    ),
    "unknown_sheet": Message("There is no sheet “{sheet}” in the workbook.", "Choose one of: {names}."),
    "broken_json": Message(
        "Line {line}, character {character}: the JSON is broken here.", "Export it again, or mend it at that place."
    ),
    "json_without_list": Message(
        "The JSON file holds no list of answers.", "Save it as a list with one object a respondent."
    ),
    "json_object_too_large": Message(
        "The JSON file is one object of more than 64 MB.", "Save it as a plain list, or with one object a line."
    ),
    "text_too_large": Message(
        "The text is longer than {limit}, and texts are read whole.", "Split it, or save a table as CSV."
    ),
    "cut_off": Message(
        "The file ends in the middle: an upload or download was cut off.", "Get the whole file and upload it again."
    ),
    "line_too_long": Message(
        "Line {line} does not end within 16 MB: this is not a table with one respondent a line.",
        "Open it in your spreadsheet program and save it as CSV.",
    ),
    "one_column": Message(
        "Line {line}: the file has only one column, “{column}”, and it holds no written answers.",
        "If there should be more columns, choose what stands between the cells: comma, semicolon or tab.",
    ),
    "too_large": Message(
        "The file has {found}, and at most {limit} can be read.",
        "Split it into smaller files, or leave out columns that you do not need.",
    ),
    "unpacks_too_large": Message(
        "The file unpacks to more than {limit}.", "Split it into smaller files before packing."
    ),
    "too_many_rows": Message(
        "The file has more than {limit:,} rows.", "Split it into smaller files, or take a sample of the rows."
    ),
    "too_many_columns": Message(
        "Line {line}: the file has {found:,} columns, and at most {limit:,} can be read.",
        "Leave out columns that you do not need.",
    ),
    "wrong_encoding": Message(
        "Line {line}: the letters cannot be read as {encoding}.",
        "Choose another encoding, or let it be found automatically.",
    ),
    "unknown_encoding": Message("There is no encoding named “{encoding}”.", "Choose one of: {known}."),
    "unknown_delimiter": Message(
        "“{delimiter}” cannot stand between cells.", "Choose a comma, semicolon, tab, vertical bar or another sign."
    ),
    "not_read_yet": Message("The data has not been read completely.", "Read the file again."),
    "columns_differ": Message(
        "“{name}” has other columns than “{first}”.",
        "All files of one experiment need the same column names in the same order.",
    ),
}

# -- reading: single lines, left out or mended -------------------------------------------------------
LEFT_OUT: dict[str, Message] = {
    "long_row": Message(
        "Line {line}: {found} cells, but the table has {width} columns.",
        "A {separator} inside an answer probably lacks quotation marks around the answer.",
    ),
    "short_row": Message(
        "Line {line}: only {found} of {width} cells.",
        "It may be a note, a second table, or an answer cut by a line break.",
    ),
    "cut_off_row": Message(
        "Line {line}: the file ends in the middle of this line.",
        "The upload or the export may have been cut off: compare with the original.",
    ),
    "unclosed_quote": Message("Line {line}: a quotation mark is opened and never closed.", "Close it or remove it."),
    "cell_too_long": Message(
        "Line {line}: one cell is longer than {limit:,} characters.",
        "Shorten it, or look for a missing quotation mark.",
    ),
    "no_object": Message("Line {line}: not an object with answers.", "Check that the entry is whole."),
    "blank": Message("Line {line}: no cell is filled in.", "Nothing to do: this is no respondent."),
    "repeated_header": Message("Line {line}: the column names once more.", "Nothing to do: this is no respondent."),
    "footer": Message(
        "Line {line}: looks like a total or a note below the table, not a respondent.",
        "If it is a respondent, put something else into the first cell.",
    ),
}
MENDED: dict[str, Message] = {
    "padded": Message(
        "Line {line}: {found} of {width} cells; the others are taken as empty.",
        "Check that no answer moved into another column.",
    ),
    "trailing_cells_cut": Message("Line {line}: {extra} empty cells at the end were cut.", "Nothing to do."),
    "stray_quotes": Message(
        "Line {line}: quotation marks inside an answer are kept as they stand.", "Check that the cells are right."
    ),
    "other_encoding": Message(
        "Line {line}: in another encoding than the rest of the file; read as Western European.",
        "Check the accented letters in this line.",
    ),
}

# -- reading: counts that a report names (one, several) ----------------------------------------------
NOTES: dict[str, tuple[str, str]] = {
    "blank_lines": ("1 blank line was skipped.", "{count:,} blank lines were skipped."),
    "marks_removed": ("1 invisible byte order mark was removed.", "{count:,} invisible byte order marks were removed."),
    "nul_removed": ("1 zero byte was removed.", "{count:,} zero bytes were removed."),
    "other_encoding": ("1 line was in another encoding.", "{count:,} lines were in another encoding."),
    "padded": ("1 row had too few cells and was filled up.", "{count:,} rows had too few cells and were filled up."),
    "renamed_columns": (
        "1 column name was there twice: the later one got a number.",
        "{count:,} column names were there before: the later ones got a number.",
    ),
    "replaced_letters": ("1 letter could not be read.", "{count:,} letters could not be read."),
    "stray_quotes": (
        "1 row holds quotation marks inside an answer.",
        "{count:,} rows hold quotation marks inside an answer.",
    ),
    "trailing_cells_cut": (
        "1 row had empty cells beyond the last column.",
        "{count:,} rows had empty cells beyond the last column.",
    ),
    "unnamed_columns": ("1 column has no name.", "{count:,} columns have no name."),
}

# -- experiments, runs and results -------------------------------------------------------------------
EXPERIMENTS: dict[str, Message] = {
    "experiment_name": Message("An experiment needs a name.", "Give it a few words that you will recognise."),
    "experiment_missing": Message(
        "There is no experiment named “{name}”.", "Check the name, or create the experiment with its data first."
    ),
    "experiment_exists": Message("There is already an experiment “{name}”.", "Open it, or choose another id."),
    "experiment_damaged": Message(
        "The folder “{name}” holds no experiment that this version can read.",
        "Restore it, or create the experiment again.",
    ),
    "no_data": Message("The experiment “{name}” has no data yet.", "Add a file with answers first."),
    "run_missing": Message("There is no run “{name}”.", "Check the id, or start a new run."),
    "run_exists": Message("There is already a run “{name}”.", "Open it, or choose another id."),
    "run_settings": Message(
        "The run to go on with was started with other settings.", "Leave the settings out, or start a new run."
    ),
    "run_written": Message(
        "Personas of this run are written already: its segments and settings cannot be changed any more.",
        "Start a new run and make the changes before the personas are written.",
    ),
    "run_data_changed": Message(
        "The data has changed since this run was started.", "Start a new run on the data as it is now."
    ),
    "run_unfinished": Message(
        "The run “{name}” has no result yet.", "Let it finish first: a stopped run can be resumed."
    ),
    "run_cancelled": Message(
        "Stopped. {done} of {total} personas are finished and kept.", "Resume the run to write the others."
    ),
    "run_cancelled_early": Message("Stopped before the first persona.", "Resume the run: finished steps are kept."),
    "step_failed": Message(
        "Something went wrong while the data was being {doing} ({reason}).",
        "Try again; the finished steps are kept. If it happens again, please report it.",
    ),
    "lines_left_out": Message("Left out: {lines} of the data, which could not be read as answers."),
    "encoding_guessed": Message(
        "The letters were read as {encoding}, which is a guess: do these words look right? {words}"
    ),
    "few_rows": Message("Only {count} rows: groups will be small, and what they say may be chance."),
    "no_open_answers": Message(
        "No column holds answers in people’s own words: personas will have numbers but no quotes."
    ),
    "personal_data": Message("“{column}” holds personal data ({count:,} cells): it will be masked."),
    "other_people": Message("The two runs were not made from the same people.", "Compare runs of the same data."),
    "sample_missing": Message("There is no sample named “{name}”.", "Choose one of: {names}."),
    "not_a_result": Message(
        "“{name}” holds no result of this library.",
        "Name a folder that “persona generate --out” has written, or the folder of a run.",
    ),
    "not_a_folder": Message("“{name}” is a file, and results need a folder.", "Choose another name for the folder."),
    "format_missing": Message("There is no format named “{name}”.", "Choose one of: {names}."),
    "extra_missing": Message("{what} needs an extra library.", 'Install it with: pip install "persona[{extra}]".'),
}

# -- columns and groups --------------------------------------------------------------------------------
GROUPS: dict[str, Message] = {
    "unknown_column": Message("There is no column “{column}”.", "The columns are: {names}."),
    "role_needs_table": Message(
        "The role of “{column}” cannot be changed without its data.", "Look at the columns of the experiment again."
    ),
    "too_few_people": Message(
        "{count} personas were asked for, and only {people} people are in the data.",
        "Ask for fewer personas, or add more answers.",
    ),
    "all_rows_alike": Message(
        "All rows hold the same answers: they look like one person, entered many times.",
        "Check that the export holds every respondent's own answers.",
    ),
    "too_few_answers": Message(
        "There are fewer than three answers in the whole data: nothing to describe anyone by.",
        "Check that the right file was uploaded and that the roles of the columns are right.",
    ),
    "all_alike": Message(
        "Everybody answered (almost) alike, so {count} different personas cannot be formed.",
        "Ask for one persona, or let more columns form the groups.",
    ),
    "unknown_segment": Message(
        "There is no segment {number}.", "The segments have the numbers 1 to {count} at this point."
    ),
    "merge_with_itself": Message("Segment {number} cannot be merged with itself.", "Name at least two segments."),
    "edits_overlap": Message(
        "Segment {number} cannot be changed in two ways at once.", "Make one change, look at the segments, then go on."
    ),
    "segment_too_small": Message(
        "Segment {number} has only {people} people and cannot be split into {into}.", "Split a larger segment."
    ),
    "segment_alike": Message(
        "The people of segment {number} answered (almost) alike: it cannot be split.", "Split another segment."
    ),
    "too_many_segments": Message(
        "There would be more than {limit} segments.", "Merge some first, or split into fewer parts."
    ),
    "no_answers": Message(
        "No column holds answers that could form groups.",
        "Check the roles of the columns: at least one must be an answer, a rating, a number or a choice that forms "
        "groups.",
    ),
}

# -- writing: what to know about one persona ----------------------------------------------------------
PORTRAITS: dict[str, Message] = {
    "few_people": Message("Only {people} stand behind this persona: read its numbers with care."),
    "no_written_answers": Message("There are no written answers to quote, so this persona shows numbers only."),
    "single_voices": Message("People of this group hardly say the same thing: most statements rest on one voice."),
}

# -- language models ---------------------------------------------------------------------------------------
MODELS: dict[str, Message] = {
    "model_name": Message(
        "“{model}” names no model that can be used.",
        "Write provider:name, where the provider is one of: {names}; or use “builtin”.",
    ),
    "key_missing": Message(
        "{provider} needs a key, and there is none.",
        "Get one from {provider} and give it along; on the command line it is read from {names}.",
    ),
    "no_embeddings": Message(
        "“{model}” cannot tell how alike texts are.",
        "Choose a model for embeddings of OpenAI, Google or Ollama, or leave the setting out.",
    ),
    "local_embeddings": Message(
        "Local vectors of texts need the package sentence-transformers.",
        "Install it with: pip install sentence-transformers; or name a provider’s model.",
    ),
    "template_missing": Message(
        "There is no template “{name}”.", "Choose one of: {names}; or name a file that ends in .jinja."
    ),
    "template_broken": Message("The template “{name}” cannot be used ({reason}).", "Mend it, or leave it out."),
    "price_unknown": Message(
        "The price of “{model}” is not known, so a budget cannot be kept.",
        "Give the price of a million tokens along, or leave the budget out.",
    ),
    "budget_exceeded": Message(
        "The budget of {budget} is not enough for the next call: {spent} is spent, and it may cost {estimate}.",
        "Raise the budget and go on: the finished personas are kept, and nothing is paid twice.",
    ),
    "model_unsupported": Message(
        "None of the {count} statements of the model was supported by what people said: their own words are shown."
    ),
    "provider_auth": Message("{provider} refused the key.", "Check that the key is whole, active and for {provider}."),
    "provider_no_credit": Message(
        "The account at {provider} has no credit left.", "Add credit there, then go on: what is finished is kept."
    ),
    "provider_no_model": Message(
        "{provider} has no such model, or this key may not use it.", "Check the model’s name and the address."
    ),
    "provider_rejects": Message(
        "{provider} does not answer such questions.", "Check the address and whether this model can return data."
    ),
    "provider_context": Message(
        "The evidence of one persona is too long for this model.", "Choose less detail or a model that reads more."
    ),
    "provider_rate": Message(
        "{provider} asks to wait: too many questions at a time.", "Wait a little, then go on: what is finished is kept."
    ),
    "provider_down": Message("{provider} has trouble of its own.", "Go on in a few minutes: what is finished is kept."),
    "provider_timeout": Message(
        "{provider} did not answer in time.", "Go on in a few minutes: what is finished is kept."
    ),
    "provider_unreachable": Message(
        "{provider} could not be reached.", "Check the address and the network, then go on: what is finished is kept."
    ),
    "provider_paused": Message(
        "{provider} failed several times in a row and is left alone for {seconds} seconds.",
        "Wait a little, then go on: what is finished is kept.",
    ),
    "provider_refuses": Message(
        "{provider} declined to write this persona.", "Go on to ask again, or choose another model."
    ),
    "provider_truncated": Message(
        "{provider} stopped in the middle of its answer.", "Choose less detail or another model, or go on to ask again."
    ),
    "provider_reply": Message(
        "The answers of {provider} could not be used, after all tries.", "Go on to ask again, or choose another model."
    ),
}

# -- gates ---------------------------------------------------------------------------------------------------
GATES: dict[str, Message] = {
    "unknown_wish": Message("“{wish}” is no bound.", "Write it as quoted>=0.95, with one of: {names}."),
}

# -- a server elsewhere --------------------------------------------------------------------------------------
SERVERS: dict[str, Message] = {
    "bad_server": Message("“{url}” is no address of a server.", "It looks like https://persona.example.com."),
    "no_token": Message("A token is needed to speak with {url}.", "Make one there: Account, API and webhooks."),
    "server_unreachable": Message("{url} did not answer ({reason}).", "Check the address and your network; try again."),
    "not_a_server": Message(
        "{url} answered with {status}, but not as Persona does.", "Check the address; a proxy may stand in between."
    ),
    "server_newer": Message("This library cannot read what {url} sends.", "Bring both to the same version."),
    "one_file_on_server": Message("An experiment on a server holds one file.", "Join the tables, or do it one by one."),
    "not_on_server": Message("“{name}” cannot be used on a server.", "Leave it out, or generate on this computer."),
    "experiment_elsewhere": Message("There is no experiment “{name}” on {url}.", "Its list may help you find it."),
}

MESSAGES: dict[str, Message] = {
    **GROUPS,
    **FILES,
    **LEFT_OUT,
    **MENDED,
    **EXPERIMENTS,
    **PORTRAITS,
    **MODELS,
    **SERVERS,
    **GATES,
}


def sentence(code: str, /, **values: object) -> str:
    """The sentence of `code` with its values filled in."""
    return MESSAGES[code].text.format(**values)


def hint(code: str, /, **values: object) -> str:
    """What to do about `code`, with its values filled in."""
    return MESSAGES[code].hint.format(**values)


def note(code: str, /, count: int) -> str:
    """What a report's count says: `note("padded", 3)`."""
    one, several = NOTES[code]
    return one if count == 1 else several.format(count=count)


def file_size(size: int) -> str:
    """A number of bytes as people read it.

    >>> file_size(200_000_000)
    '200 MB'
    """
    value, unit = float(size), "bytes"
    for larger in ("kB", "MB", "GB"):
        if value < 1000:
            break
        value, unit = value / 1000, larger
    return f"{value:.3g} {unit}" if value < 1000 else f"{value:,.0f} {unit}"


def problem(code: str, /, *, line: int | None = None, column: str | None = None, **values: object) -> Problem:
    """One thing that is wrong at one place of a file."""
    values |= {"line": line, "column": column}
    return Problem(code=code, message=sentence(code, **values), line=line, column=column, hint=hint(code, **values))


def data_error(code: str, /, *, problems: Sequence[Problem] = (), **values: object) -> DataError:
    """The error to raise for a file or rows that cannot be used."""
    return DataError(sentence(code, **values), hint=hint(code, **values), code=code, problems=problems)


def configuration_error(code: str, /, **values: object) -> ConfigurationError:
    """The error to raise for a setting, a name or a column that cannot be used."""
    return ConfigurationError(sentence(code, **values), hint=hint(code, **values), code=code)
