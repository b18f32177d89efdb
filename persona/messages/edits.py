"""Messages about edits: what people do to a result, and why an edit cannot be made or does not apply any more."""

from __future__ import annotations

from persona.messages.message import Message

EDITS: dict[str, Message] = {
    "edit_empty": Message("The {what} is empty.", "Write a few words, or undo the change to get the old ones back."),
    "edit_too_long": Message(
        "The {what} has {length} characters, and {limit} are the most.", "Say it in fewer words: nothing is lost yet."
    ),
    "edit_persona_missing": Message("There is no persona {persona}.", "Choose one of: {known}."),
    "edit_persona_merged": Message(
        "Persona {persona} was merged into persona {into}.", "Change that one, or undo the merge."
    ),
    "edit_persona_split": Message("Persona {persona} was split into {into}.", "Change those, or undo the split."),
    "edit_statement_missing": Message(
        "The statement “{statement}” is not in this result any more.", "Look at the persona as it is now."
    ),
    "edit_rested": Message(
        "This rested on a change that does not hold any more: {who} {sentence}.", "Do that again, and this applies too."
    ),
    "edit_locked": Message("“{persona}” is locked by {who}.", "Open it first, then change it."),
    "edit_not_there": Message("There is no edit “{edit}”.", "The history lists all with their ids."),
    "edit_undone_already": Message("This was undone already, by {who}.", "To do it again, undo the undoing."),
    "edit_twice": Message("There is already an edit “{edit}”.", "Leave the id out: each edit gets one of its own."),
    "edit_fields_full": Message(
        "A persona has room for {limit} fields of your own.", "Take one away, or put the text into another one."
    ),
    "edit_field_missing": Message("The persona has no field “{name}”.", "Its fields are: {known}."),
    "edit_counted_number": Message(
        "This number counts ticked answers: quotes do not change it.", "Make a statement of the quotes instead."
    ),
    "edit_quote_missing": Message(
        "“{words}” does not stand in row {row} of “{column}”.", "Copy the words from the cell as they are."
    ),
    "edit_quote_personal": Message(
        "These words hold personal data, which this result masks.",
        "Choose a shorter part, without the name or address.",
    ),
    "edit_last_persona": Message(
        "This is the only persona that readers see.", "Show another one first, then hide this one."
    ),
    "edit_merge_one": Message("A persona cannot be merged with itself.", "Choose at least two personas."),
    "edit_no_split": Message(
        "Persona {persona} cannot be split: {reason}", "Split another persona, or make the personas anew with more."
    ),
    "edit_nothing": Message("Nothing was changed.", "Say what is to be changed."),
    "edit_picture_unknown": Message("There is no such picture.", "Choose one of those on the page."),
    "edit_passage_missing": Message(
        "These words are not in the answers of this persona’s people.", "Look for them again: the page may be old."
    ),
    "edit_handed_in": Message(
        "A persona is not taken as it is handed in: what it says has to be counted from the data.",
        "Merge personas by their numbers alone; split people into groups before personas are written.",
    ),
    "edit_no_quotes": Message("No quote is chosen.", "Choose at least one: a statement rests on what people said."),
    "edit_conflict": Message(
        "{who} changed this before you.", "Nothing is lost: choose which of the two wordings readers see."
    ),
    "edit_line_torn": Message(
        "Line {line} of the edits was not written to its end and is left out.",
        "Make that change again; all edits before it are there.",
    ),
    "edit_line_unknown": Message(
        "Line {line} of the edits cannot be read by this version and is left out.",
        "Open the result with the version that wrote it, or a newer one.",
    ),
    "carry_no_persona": Message(
        "No persona of the new result has the people and words of “{persona}”.",
        "Make the change again where it belongs.",
    ),
    "carry_no_statement": Message(
        "No statement of the new persona says the same as “{statement}”.", "Make the change again where it belongs."
    ),
    "carry_no_quote": Message(
        "“{quote}” is not at the same place of the new data.", "Look the words up in the data, and count them there."
    ),
    "carry_split": Message(
        "Personas that were split are not carried over: their people are counted anew.", "Split the new persona."
    ),
    "merged_by_adding": Message(
        "Persona {persona} was put together from several: numbers of closed questions are left out until its people "
        "are counted anew."
    ),
}
