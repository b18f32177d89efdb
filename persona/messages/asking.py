"""Messages about questions that people ask a finished run."""

from __future__ import annotations

from persona.messages.message import Message

ASKING: dict[str, Message] = {
    "ask_empty": Message("There is no question.", "Write what you want to know, in a few words."),
    "ask_long": Message("The question has more than {limit} characters.", "Ask one thing in a sentence or two."),
    "ask_filter_question": Message(
        "“{column}” is no closed question of this study.", "Filter by a question with options or a scale."
    ),
    "ask_filter_persona": Message("There is no persona {number}.", "The personas have the numbers 1 to {count}."),
    "ask_spoken": Message("{people} of {base} who wrote something speak of this, in {passages}."),
    "ask_spoken_one": Message("One of {base} who wrote something speaks of this."),
    "ask_open": Message(
        "{answered} answered “{question}” in words of their own; what most of them speak of stands first."
    ),
    "ask_counted": Message("{count} of {base} who answered “{question}” said “{option}” ({share})."),
    "ask_mean": Message("On average, people answer {mean} to “{question}” ({base} answered)."),
    "ask_distribution": Message("{base} answered “{question}”; most often “{option}” ({share})."),
    "ask_nothing": Message("Nothing in the data speaks of this. We looked through {passages} of {base}."),
    "ask_nothing_written": Message("Nothing in the data speaks of this, and nobody wrote in words of their own."),
    "ask_nothing_filtered": Message("Nothing that these people wrote speaks of this."),
    "ask_words_missing": Message("Nobody writes {words}."),
    "ask_words_rare": Message("{word} is written {times}."),
    "ask_language": Message(
        "Your question is in {question}, the answers are mostly in {answers}: passages were matched by what they mean, "
        "not by shared words, which finds less."
    ),
    "ask_unphrased": Message("None of the model’s sentences was proved by the passages, so none is shown."),
    "ask_no_model": Message("The built-in writer phrases nothing.", "Name a model, such as openai:gpt-5-mini."),
}
