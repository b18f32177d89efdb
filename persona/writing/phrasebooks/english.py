"""English: "Which tools do you use?" + "Excel" -> "uses Excel"."""

from __future__ import annotations

import re

from persona.writing.phrasebooks.book import Phrasebook, listed, pattern, yes_or_no
from persona.writing.phrasebooks.figures import Figures
from persona.writing.wordforms import lower, lower_role

_FREQUENCY = re.compile(
    r"(?:every|once|twice|several|about|daily|weekly|monthly|less|more|between|never|rarely|sometimes|often|usually"
    r"|frequently|always|at least|a few|multiple|hardly)\b",
    re.IGNORECASE,
)
_SAME_FOR_ALL = re.compile(
    r"had|was|were|did|could|would|should|can|cannot|will|might|must|may|shall|ought|knew|went|got|made|took|came|saw"
    r"|thought|felt|found|gave|left|lost|said|told|wrote|\w+ed"
)
_NOT = re.compile(r"['’]t\b")
_DENIED = {"haven": "hasn", "weren": "wasn"}
"""What stands before "'t" of one person; other verbs are the same for all: "can't", "won't"."""
_ADVERBS = ("usually", "always", "often", "frequently", "sometimes", "rarely", "never")


def third_person(verb: str) -> str:
    """ "use" -> "uses"; what is in the past stays as it is."""
    verb = verb.lower()
    if verb == "have":
        return "has"
    if verb != "need" and _SAME_FOR_ALL.fullmatch(verb):
        return verb
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ies"
    return verb + ("es" if re.search(r"(?:s|sh|ch|x|o)$", verb) else "s")


def _their(text: str) -> str:
    return re.sub(r"\byou\b", "they", re.sub(r"\byour\b", "their", text))


def _small(names: list[str]) -> str:
    return listed([lower(name) for name in names], "and")


def _uses(match: re.Match[str], names: list[str]) -> str:
    also = "also " if " other" in f" {match[1]}" else ""
    rest = f" {_their(match[3])}" if match[3] else ""
    return f"{also}{third_person(match[2])} {listed(names, 'and')}{rest}"


def _cares(_: re.Match[str], names: list[str]) -> str:
    return f"cares most about {_small(names)}"


def _uses_for(match: re.Match[str], names: list[str]) -> str:
    return f"{third_person(match[1])} {match[2]} for {_small(names)}"


def _yes_no(match: re.Match[str], names: list[str]) -> str | None:
    verb, what = match[1].lower(), _their(match[2])
    answer = yes_or_no(names, ("yes",), ("no",))
    if answer is not None:
        return f"{third_person(verb)} {what}" if answer else f"does not {verb} {what}"
    adverb = names[0].split()[0].lower().rstrip(",.")
    return f"{adverb} {third_person(verb)} {what}" if adverb in _ADVERBS else None


def _frequency(match: re.Match[str], names: list[str]) -> str | None:
    if not _FREQUENCY.match(names[0]):
        return None
    return f"{third_person(match[1])} {_their(match[2])} {lower(names[0])}"


def _rates(match: re.Match[str], names: list[str]) -> str | None:
    return f"rates their {match[1]} as {lower(names[0])}" if len(names) == 1 and not names[0][:1].isdigit() else None


def _works_in(_: re.Match[str], names: list[str]) -> str:
    return f"works in {_small(names)}"


def _is_on(match: re.Match[str], names: list[str]) -> str:
    return f"is on the {listed(names, 'and')} {match[1].lower()}"


def _names(match: re.Match[str], names: list[str]) -> str:
    kind = _their(match[2])
    return f"names {_small(names)} {'as' if match[1] in ('is', 'was') else 'among'} the {kind}"


def _speaks(match: re.Match[str], _: list[str]) -> str | None:
    if re.search(r"\b(?:i|me)\b", match[3], re.IGNORECASE):
        return None
    rest = re.sub(r"\bmy\b", "their", match[3], flags=re.IGNORECASE)
    rest = re.sub(r"\b(and|but) (?:don['’]t|do not)\b", r"\1 does not", rest)
    if match[1]:
        return f"does not{rest}"
    if match[2] and _NOT.match(rest):
        return f"{_DENIED.get(match[2].lower(), match[2].lower())}{rest}"
    return f"{'is' if match[2] in (None, 'am') else third_person(match[2])}{rest}"


def _with_article(option: str) -> str:
    noun = lower_role(option)
    return f"{'an' if noun[:1].lower() in tuple('aeiou') else 'a'} {noun}"


ENGLISH = Phrasebook(
    code="en",
    conjunction="and",
    alternative="or",
    also="also ",
    patterns=(
        (
            pattern(r"which (?:of these )?(.+?) do you (use|own|read|visit|buy|prefer|like|watch|follow)\b ?(.*)$"),
            _uses,
        ),
        (pattern(r"which (.+?) (?:matters?|(?:are|is) (?:most )?important)(?: the)?(?: most)?(?: to you)?$"), _cares),
        (pattern(r"what do you (use|do|need) (.+?) for$"), _uses_for),
        (pattern(r"do you (use|own|have|need|like) (.+)$"), _yes_no),
        (pattern(r"how often do you (\w+) (.+)$"), _frequency),
        (pattern(r"how would you (?:rate|describe) your (.+)$"), _rates),
        (pattern(r"(?:industry|sector|field of work)$"), _works_in),
        (pattern(r"which (\w+) are you on$"), _is_on),
        (pattern(r"what (are|were|is|was) (?:the|your) ((?:biggest|main|greatest|most \w+) .+)$"), _names),
    ),
    speaks=_speaks,
    yes="yes",
    no="no",
    agrees="Agrees “{question}”",
    says="says “{question}”",
    says_yes="says yes to {things}",
    says_no="says no to {things}",
    less_often="Less often than others: {label}.",
    small=lower,
    role=lower_role,
    a_role=_with_article,
    role_who="{role} who {pieces}.",
    role_often="More often than others {role} ({share}). {pieces}.",
    role_most_often="Most often {role} ({share}).",
    mostly="Mostly {option}.",
    talks_more="Talks more than others about {topics}.",
    talks_most="Talks most about {topics}.",
    everyone="Everyone who answered.",
    no_difference="No clear difference from everyone.",
    like_everyone="Much like everyone. {label}: {share}.",
    stands_for="{name} stands for {size} of {rows} respondents ({share}){who}.",
    more_often=", more often than average {roles}",
    answers_higher=", who answer “{question}” higher than everyone {values}",
    answers_lower=", who answer “{question}” lower than everyone {values}",
    is_higher=", with a higher “{question}” than everyone {values}",
    is_lower=", with a lower “{question}” than everyone {values}",
    against="({mean} against {everyone})",
    heads={
        "goal": "What they want",
        "need": "What they ask for",
        "frustration": "What gets in the way",
        "motivation": "What they value",
        "behaviour": "What they do",
    },
    one_person="one person",
    people="{count} people",
    figures=Figures(
        mark=".",
        count_of="{count} of {base} people",
        count_of_one="{count} of 1 person",
        average="{ratio}× average",
        points_more="{points} points more than everyone",
        points_less="{points} points less than everyone",
        half="{spread}, half of them",
        typically="typically {value}",
        of_scale=" of {top}",
        of_scale_down=" of {top}, where {low} is best",
        higher="{points} higher than everyone",
        lower="{points} lower than everyone",
        nearer="{points} nearer to {end} than everyone",
        say="{count} of {base} say something like this",
        one_said="one person said this",
        mention="{count} of {base} speak of “{topic}”",
        also_say="{count} say something like this",
        opposite="{count} said the opposite",
        one_opposite="one said the opposite",
    ),
)
