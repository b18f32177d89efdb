"""Words of the verdict: its levels, what is measured and why that matters, and what to do next."""

from __future__ import annotations

from persona.messages.message import Message

LEVEL_TITLES = {"ready": "Ready to present", "with_care": "Present with care", "not_yet": "Do not present yet"}
READY = "Every persona says enough, and enough people stand behind what it says."
VERDICTS: dict[str, Message] = {
    "people_behind": Message(
        "of people who wrote are behind something quoted",
        "Of the people who wrote an answer, {rest} are not among those whose words are shown here.",
    ),
    "people_counted": Message(
        "of people, at least, are behind one statement",
        "Up to {rest} of people are not among those behind the statements that you can read here.",
    ),
    "statements": Message("statements for each persona", "Some groups have little to say: {few}."),
    "smallest_group": Message(
        "people in the smallest group", "The smallest group holds so few people that chance shows."
    ),
    "same_groups": Message(
        "agreement of the groups that halves of the people give (1: the same)",
        "With half of the people left out, other groups come up.",
    ),
    "no_groups": Message("portrait", "Answers do not hang together enough for groups: this is a portrait of everyone."),
    "one_column": Message(
        "question formed the groups",
        "Your groups are just the question “{question}”: they say little more than it does.",
    ),
    "weights_aside": Message(
        "column of weights is left aside",
        "The study has weights, and “{column}” is not used: shares are of those who answered.",
    ),
    "open_doubts": Message(
        "of statements rest on questions that we are not sure to read right",
        "How we read some of the questions shown here is our guess until somebody says so.",
    ),
    "one_voice": Message("of quoted statements rest on one voice", "Most quoted statements are one person's."),
}
"""By measure: what its figure counts, and why it matters. These are no sentences of their own, so not in `MESSAGES`."""
RULE_TITLES = {
    "people_behind": "People behind what is told",
    "statements": "Statements of each persona",
    "smallest_group": "Smallest group",
    "same_groups": "Same groups again",
}
CAPS = (
    "the groups are just one question,",
    "answers do not hang together enough for groups: then it is a portrait of everyone,",
    "more than {most} of the quoted statements rest on one voice,",
    "the study has weights that are not used,",
    "{share} of the statements or more rest on questions of which nobody has said yet how to read them.",
)
"""What keeps a result from being ready."""
STEPS = {
    "fewer_personas": "Make {count} personas",
    "one_persona": "Make one persona of everyone",
    "describe_only": "Let “{column}” only describe",
    "join_columns": "Join the columns",
    "use_question": "Use “{question}”",
    "add_answers": "Add more answers",
    "use_model": "Let a model write",
    "use_weights": "Use the weights",
    "answer_doubts": "Answer what is open",
}
"""What stands on a button."""
EFFECTS = {
    "same_again": "When half of the people are left out, the same {count} groups come back.",
    "larger_groups": "Larger groups rest on more people, and more of what they say is told.",
    "describe_only": "It is told of each group and has no say in who belongs where.",
    "join_columns": "They become one question of which several answers may be ticked.",
    "use_question": "It only describes the groups so far, and {people} people wrote there.",
    "read_question": "It was left aside, and {people} people wrote there.",
    "add_answers": "More people make small groups larger, and answers in their own words give them a voice.",
    "use_model": "It says in a sentence what several people mean; each sentence is held against their own words.",
    "use_weights": "Shares and means are counted by “{column}”; numbers of people stay numbers of people.",
    "answer_doubts": "Until somebody answers, our guess holds.",
}
"""What follows from a step."""
BUTTONS = {"add_answers": "New experiment", "use_model": "Choose a writer"}
RUN_BUTTON, PRICE_BUTTON, DATA_BUTTON = "Start this run", "Look at the price", "Open the questions"
"""What stands on the button of a step; the step itself stands above it."""
OPTIONS = {
    "fewer_personas": "--count {count}",
    "describe_only": "{columns}",
    "join_columns": "{answers}",
    "use_weights": "{answers}",
    "use_model": "--model PROVIDER:NAME",
    "answer_doubts": "--answer CODE:ABOUT=VALUE",
}
"""What takes a step on the command line, where an option does."""
