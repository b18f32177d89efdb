"""Words of the method page: what every export says of how its personas were made."""

from __future__ import annotations

from persona.messages.message import Message

METHOD_TITLE = "How these personas were made"
METHOD: dict[str, Message] = {
    "method_source": Message("{name}, {rows}"),
    "method_gathered": Message("{name}, {rows} of {people}"),
    "method_people": Message("{people}."),
    "method_left_out": Message("{people}. Left out: {rows} that are nobody's answers or could not be read."),
    "method_weighted": Message("Shares and means are weighted by “{column}”; counts of people are not."),
    "method_unweighted": Message("None: everybody counts the same."),
    "method_groups": Message("{used} of {all} columns. {reason}"),
    "method_agreement": Message(
        "Groups made from halves of the people agree by {agreement} (1: the same, 0: by chance)."
    ),
    "method_builtin": Message("The built-in writer, from people's own words and counts; no model was asked."),
    "method_model": Message("{model}, from people's own words and counts; what it wrote was checked against them."),
    "method_version": Message("Persona {version}, seed {seed}, detail “{detail}”."),
    "method_proof": Message(
        "A statement rests on the words of the people counted beside it, or on a count of what they chose. Every quote "
        "is copied from the data letter by letter."
    ),
    "method_masked": Message("Mail addresses, phone numbers and names found in answers are masked."),
    "method_unmasked": Message("Not masked, as the settings of the run say: quotes may hold it."),
    "method_more_people": Message("A workbook lists {count} of them; the table of assignments (CSV) has everybody."),
    "method_nothing": Message("Nothing beyond what the numbers say."),
    "method_margin": Message("Shares of a group of {size} people can be off by {points} points either way."),
    "method_read_quote": Message("So many people of this persona say something like this."),
    "method_read_count": Message("So many of this persona chose this answer. The line is everyone."),
    "method_read_margin": Message("Points either way: how far the share of a persona may be off by chance."),
    "method_read_name": Message("First names and portraits are invented, and stand for nobody."),
    "colour_unknown": Message(
        "“{colour}” is no colour that we know.", "Write it as six digits or letters from a to f: #7a1f5c."
    ),
    "picture_too_large": Message(
        "The picture is larger than {limit}: it has {size}.", "Save it smaller, for example 500 pixels wide."
    ),
    "picture_too_many_pixels": Message(
        "The picture is {width} × {height} pixels, too many to look at.",
        "Save it smaller, for example 500 pixels wide.",
    ),
    "too_many_pictures": Message(
        "This experiment has as many pictures as one may: {limit}.", "Choose one of the drawn ones."
    ),
    "picture_unreadable": Message(
        "This file is no picture that we can read.",
        "Save it as PNG, JPEG, WebP or GIF. SVG is not taken, for it may hold scripts and addresses.",
    ),
    "no_font": Message(
        "Not readable here: {scripts}. This machine has no font for it.",
        "Install fonts for it (on Debian: fonts-noto-core, fonts-noto-cjk, fonts-noto-color-emoji) and export again.",
    ),
}
