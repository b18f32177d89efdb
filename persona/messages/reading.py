"""Messages about files and their lines."""

from __future__ import annotations

from persona.messages.message import Message

# -- reading: the file as a whole --------------------------------------------------------------------
FILES: dict[str, Message] = {
    "missing_file": Message("There is no file named “{name}”.", "Check the name and the folder."),
    "is_folder": Message("“{name}” is a folder, not a file.", "Name one of the files in it."),
    "folder_without_files": Message(
        "The folder “{name}” holds no file that can be read.",
        "Put tables (CSV, Excel, JSON, Parquet) or transcripts (TXT, Markdown, Word) into it.",
    ),
    "not_plain_file": Message(
        "“{name}” is no plain file but a pipe, a socket or a device.", "Save what it gives as a file and use that."
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
    "protected_bundle": Message("The ZIP archive is protected with a password.", "Unpack it and use the files in it."),
    "bundle_without_tables": Message(
        "The ZIP archive holds no table and no transcript.",
        "Put CSV files, workbooks or transcripts into it, or upload one of them by itself.",
    ),
    "too_many_members": Message(
        "The ZIP archive holds {found:,} tables, and at most {limit:,} can be read.",
        "Unpack it and use the files that you need.",
    ),
    "sheet_too_large": Message(
        "The sheet spans more than {limit:,} cells, filled or not.",
        "Delete what stands far below or beside the table, or save the sheet as CSV.",
    ),
    "unknown_sheet": Message("There is no sheet “{sheet}” in the workbook.", "Choose one of: {names}."),
    "broken_json": Message(
        "Line {line}, character {character}: the JSON is broken here.", "Export it again, or mend it at that place."
    ),
    "annotation_without_object": Message(
        "Line {line} is no JSON object.", "Write one object a line, with “id” and “text”, or with “id”, “a” and “b”."
    ),
    "annotation_without_value": Message(
        "Line {line} has no “{field}” that can be used.",
        "Write one object a line, with “id” and “text”, or with “id”, “a” and “b”.",
    ),
    "summary_table": Message(
        "The file holds totals and shares of people, and no respondents: its rows are answers of a question.",
        "Export the individual responses (“All responses data”, one row a respondent) and use that file.",
    ),
    "json_without_list": Message(
        "The JSON file holds no list of answers.", "Save it as a list with one object a respondent."
    ),
    "json_object_too_large": Message(
        "The JSON file is one object of more than 64 MB.", "Save it as a plain list, or with one object a line."
    ),
    "text_too_large": Message(
        "The text is longer than {limit}, and texts are read whole.", "Split it into several files."
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
    "other_header": Message(
        "Line {line} holds column names again, but not the same ones as above.",
        "Save the two tables as files of their own, or give both the same columns.",
    ),
    "wrong_encoding": Message(
        "Line {line}: the letters cannot be read as {encoding}.",
        "Choose another encoding, or let it be found automatically.",
    ),
    "unknown_encoding": Message("There is no encoding named “{encoding}”.", "Choose one of: {known}."),
    "unknown_delimiter": Message(
        "“{delimiter}” cannot stand between cells.", "Choose a comma, semicolon, tab, vertical bar or another sign."
    ),
    "reader_memory": Message(
        "Reading the file took more than {limit} of memory and was stopped; nothing of it was kept.",
        "Leave out sheets, columns or rows that you do not need{or_else}.",
    ),
    "reader_time": Message(
        "Reading the file took more than {seconds:,} seconds and was stopped; nothing of it was kept.",
        "Split it into smaller files{or_else}.",
    ),
    "reader_died": Message(
        "The file stopped the program that read it; nothing of it was kept, and nothing else was touched.",
        "Export it again from the program it was made with{or_else}.",
    ),
    "reader_failed": Message(
        "The file holds something that could not be read; nothing of it was kept.",
        "Export it again from the program it was made with{or_else}.",
    ),
    "transcript_without_speakers": Message(
        "“{name}” is a transcript that does not say who speaks: questions and answers cannot be told apart.",
        "Export it with the names of the speakers, or write “Name:” before what each of them says.",
    ),
    "no_shared_questions": Message(
        "The data has none of the questions that tell the personas apart.",
        "The study asked, among others: {names}. Name the columns as the study has them.",
    ),
    "not_read_yet": Message("The data has not been read completely.", "Read the file again."),
    "notes_among_talk": Message(
        "“{name}” holds no speaker’s words, and “{talk}” is an interview.",
        "Leave out “{name}” and what else is no interview: notes, guides and summaries are nobody’s answers.",
    ),
    "columns_differ": Message(
        "“{name}” has other columns than “{first}”.",
        "Files of one experiment must share most of their questions, by text or by name; their order may differ.",
    ),
}

# -- reading: single lines, skipped or repaired --------------------------------------------------------
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
    "reordered_header": Message(
        "Line {line}: the column names once more, in another order.",
        "The answers below it were put in order: compare a few with the file.",
    ),
    "footer": Message(
        "Line {line}: looks like a total or a note below the table, not a respondent.",
        "If it is a respondent, put something else into the first cell.",
    ),
    "second_table": Message(
        "Line {line}: belongs to a small table below an empty line, not to a respondent.",
        "If it is a respondent, take the empty line above it away.",
    ),
    "hidden": Message("Row {line}: hidden in the workbook.", "Nothing to do: hidden rows were to be left out."),
}
REPAIRED: dict[str, Message] = {
    "padded": Message(
        "Line {line}: {found} of {width} cells; the others are taken as empty.",
        "Check that no answer moved into another column.",
    ),
    "trailing_cells_cut": Message("Line {line}: empty cells at the end were cut ({extra}).", "Nothing to do."),
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
    "several_rows": (
        "1 row was made of several rows of the same person.",
        "{count:,} rows were made of several rows of the same people.",
    ),
    "hidden_rows": (
        "1 row is hidden in the workbook.",
        "{count:,} rows are hidden in the workbook.",
    ),
    "hidden_columns": (
        "1 column is hidden in the workbook.",
        "{count:,} columns are hidden in the workbook.",
    ),
    "hidden_sheets": (
        "1 sheet is hidden in the workbook and was not read.",
        "{count:,} sheets are hidden in the workbook and were not read.",
    ),
    "read_hidden_sheets": (
        "1 sheet is hidden in the workbook and was read, as no other holds answers.",
        "{count:,} sheets are hidden in the workbook and were read, as no other holds answers.",
    ),
    "changing_columns": (
        "1 column changes from row to row of one person, and was left out when rows were put together.",
        "{count:,} columns change from row to row of one person, and were left out when rows were put together.",
    ),
    "marks_removed": ("1 invisible byte order mark was removed.", "{count:,} invisible byte order marks were removed."),
    "nul_removed": ("1 zero byte was removed.", "{count:,} zero bytes were removed."),
    "other_encoding": ("1 line was in another encoding.", "{count:,} lines were in another encoding."),
    "padded": ("1 row had too few cells and was filled up.", "{count:,} rows had too few cells and were filled up."),
    "renamed_columns": (
        "1 column name was there twice: the later one got a number.",
        "{count:,} column names were there before: the later ones got a number.",
    ),
    "repaired_names": (
        "1 column name with garbled letters was repaired.",
        "{count:,} column names with garbled letters were repaired.",
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
