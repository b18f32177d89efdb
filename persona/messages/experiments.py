"""Messages about experiments, runs, columns, groups and personas."""

from __future__ import annotations

from persona.messages.message import Message

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
    "one_persona_only": Message(
        "The study has one persona: there is nothing to tell apart.", "Place people among two personas or more."
    ),
    "brought_count": Message("Bring one to {limit} personas.", "Leave some out, or bring them one after the other."),
    "brought_twice": Message("Two of the personas are called “{name}”.", "Give each a name of its own."),
    "brought_nothing_shared": Message(
        "Nothing of these personas can be compared with this study: {names}.",
        "Name answers to questions that the study asked, or sentences that people would write in it.",
    ),
    "brought_unreadable": Message(
        "These are no personas that we can read: {why}",
        "Give a list of personas, each with a “name”, and with “says” (sentences), “answers” (by question), or both.",
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
    "lines_skipped": Message("Skipped: {lines} of the data, which could not be read as answers."),
    "rows_left_out": Message("Left out: {rows} ({what}), which are nobody's answers."),
    "encoding_guessed": Message(
        "The letters were read as {encoding}, which is a guess: do these words look right? {words}"
    ),
    "few_rows": Message("Only {rows}: groups will be small, and what they say may be chance."),
    "no_open_answers": Message(
        "No column holds answers in people’s own words: personas will have numbers but no quotes."
    ),
    "personal_data": Message("“{column}” holds personal data ({cells}): it will be masked."),
    "other_people": Message("The two runs were not made from the same people.", "Compare runs of the same data."),
    "sample_missing": Message("There is no sample named “{name}”.", "Choose one of: {names}."),
    "not_a_result": Message(
        "“{name}” holds no result of this library.",
        "Name a folder that “persona generate --out” has written, or the folder of a run.",
    ),
    "not_a_folder": Message("“{name}” is a file, and results need a folder.", "Choose another name for the folder."),
    "format_needs_run": Message(
        "“{name}” has a line for each respondent, which a result alone does not hold.", "Export the run: `export_run`."
    ),
    "format_missing": Message("There is no format named “{name}”.", "Choose one of: {names}."),
    "persona_missing": Message(
        "This result has no persona {number}.", "Their numbers are 1 to {count}; name none for all of them."
    ),
    "files_gone": Message(
        "The files of this run are gone, so it can be read but not exported.",
        "Start a new run with the same settings: it finds the same.",
    ),
    "nothing_chosen": Message("No persona is ticked.", "Tick at least one to export."),
    "extra_missing": Message("{what} needs an extra library.", 'Install it with: pip install "persona-web[{extra}]".'),
}

# -- columns and groups --------------------------------------------------------------------------------
GROUPS: dict[str, Message] = {
    "unknown_question": Message("There is no question “{question}”.", "Their ids are: {known}."),
    "unknown_doubt": Message("There is no doubt “{doubt}”.", "The codes of doubts are: {known}."),
    "doubt_not_raised": Message("The file raises no doubt “{doubt}”.", "Its doubts are: {known}."),
    "answer_not_offered": Message("“{answer}” is no answer to the doubt “{doubt}”.", "Choose one of: {offered}."),
    "codebook_file": Message("The code book “{name}” could not be read.", "Save it in UTF-8, with names and texts."),
    "codebook_empty": Message(
        "The code book holds no codes.", "Give it a row for each code, below the names: question, code, label."
    ),
    "codebook_columns": Message(
        "The code book has no column for: {missing}.", "Its columns are {names}; name three question, code and label."
    ),
    "codebook_row": Message("Line {line} of the code book has no {what}.", "Fill in the {what}, or remove the line."),
    "codebook_twice": Message(
        "Line {line} of the code book: the code {code} means both “{one}” and “{other}”.", "Keep one of them."
    ),
    "codebook_kind": Message("Line {line} of the code book: “{kind}” is no kind.", "Choose one of: {known}."),
    "unknown_column": Message("There is no column “{column}”.", "The columns are: {names}."),
    "too_few_people": Message(
        "{count} personas were asked for, and the data holds only {people}.",
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
        "Segment {number} has only {people} and cannot be split into {into}.", "Split a larger segment."
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
    "brought_placed": Message(
        "{placed} of {people} ({share}) answer more like one of these personas than like everyone; in none: {none}. "
        "Where they truly belong is known of nobody, so nobody can say how many of these places are right."
    ),
    "brought_not_asked": Message("The study does not know {names}; it was passed over."),
    "assigned": Message(
        "With these questions, {right} of {people} of the study are placed right when they are left out "
        "(by chance {chance})."
    ),
    "assigned_by_chance": Message(
        "These questions hardly tell the personas apart: of {people} of the study they place {right} right, "
        "and chance alone {chance}. Do not rely on the places."
    ),
    "lacks_questions": Message("The data lacks {count} of the study: {names}."),
    "nothing_to_place_by": Message("{people} answered none of these questions and could not be placed."),
    "answers_not_known": Message("In “{question}”, the study never had the answers of {rows}; they were passed over."),
    "numbers_only": Message("This is a group we can describe in numbers only: too little was found to say about it."),
    "single_voices": Message("People of this group hardly say the same thing: most statements rest on one voice."),
}

# -- gates ---------------------------------------------------------------------------------------------------
GATES: dict[str, Message] = {
    "unknown_wish": Message("“{wish}” is no bound.", "Write it as quoted>=0.95, with one of: {names}."),
}
