"""What a phrasebook holds: the sentences of taglines and summaries, and how answers become verb phrases."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from persona.questionnaire.names.asking import as_words
from persona.writing.phrasebooks.figures import Figures
from persona.writing.wordforms import bare, capital, short

Maker = Callable[[re.Match[str], list[str]], str | None]
"""From a question that fitted and its options, shortened: "uses Excel and Python"; None when the options do not fit."""


@dataclass(frozen=True, kw_only=True)
class Phrasebook:
    """One language. `{…}` in a sentence is filled by the portrait; nothing else of it is language."""

    code: str
    conjunction: str
    alternative: str
    also: str
    """Stands before a verb that another piece may have, too."""
    patterns: tuple[tuple[re.Pattern[str], Maker], ...]
    speaks: Maker | None = None
    """Turns an option that speaks ("I don't know …") into the third person."""
    yes: str
    no: str
    agrees: str
    says: str
    says_yes: str
    says_no: str
    less_often: str
    small: Callable[[str], str]
    """An option inside a sentence, with a small first letter where the language writes it small."""
    role: Callable[[str], str]
    """A kind of work inside a sentence, small where the language writes it small."""
    a_role: Callable[[str], str]
    """The same with its article, where the language needs one."""
    role_who: str
    role_often: str
    role_most_often: str
    mostly: str
    talks_more: str
    talks_most: str
    everyone: str
    no_difference: str
    like_everyone: str
    """Where nothing sets a segment apart: what most of its people answer."""
    stands_for: str
    more_often: str
    answers_higher: str
    answers_lower: str
    is_higher: str
    is_lower: str
    against: str
    heads: Mapping[str, str]
    """Kind of statement -> "What they want"."""
    one_person: str
    people: str
    figures: Figures
    """Numbers and what stands around them."""

    def joined(self, items: Sequence[str]) -> str:
        """ "a", "a and b", "a, b and c"."""
        return listed(items, self.conjunction)

    def phrase(self, question: str, options: Sequence[str]) -> str | None:
        """What somebody does who gave these answers, as a verb phrase; None when no pattern fits the question."""
        asked, names = bare(question), [short(option) for option in options]
        for pattern, make in self.patterns:
            if (match := pattern.match(asked)) and (said := make(match, names)):
                return said
        return None

    def label(self, question: str, option: str, *, is_code: bool = False) -> str:
        """An option and its question as one line: "Uses paper", or "Tops (Department)"; without one, the option.

        `is_code`: a 0 or 1 is one code of several, neither no nor yes.
        """
        if not question:
            return capital(as_words(short(option)))
        if is_role(question) and yes_or_no([option], YES, NO) is None:
            return capital(short(option))
        said = None if option in ("0", "1") else self.phrase(question, [option])
        answer = None if is_code else yes_or_no([option], YES, NO)
        if said is None and answer is not None:
            return f"{capital(bare(question))}: {self.yes if answer else self.no}"
        said = said or self.spoken(short(option))
        return capital(said) if said else f"{short(option)} ({bare(question)})"

    def spoken(self, option: str) -> str | None:
        """What an option says of who chose it: "I don't know Shiny" -> "does not know Shiny"; else None."""
        match = _FIRST_PERSON.match(option) if self.speaks else None
        return self.speaks(match, [option]) if match and self.speaks else None

    def count(self, people: int) -> str:
        """ "one person", "22 people"."""
        return self.one_person if people == 1 else self.people.format(count=f"{people:,}")


YES = ("1", "yes", "ja", "sí", "si", "oui", "sim")
NO = ("0", "no", "nein", "non", "não", "nao")
ROLE_WORDS = 12
_WORD_ALONE = re.compile(r"[.!]?$|\s*[,;:.–—]\s*|\s+-+\s+")
"""Ends a "no" that is the answer: "No, never" and "No.", but neither "No opinion" nor "0-6 months ago"."""
_FIRST_PERSON = re.compile(r"i(?: (do(?:n['’]t| not))|['’]m| (am|have|\w+))\b(.*)$", re.IGNORECASE)
_ROLE = re.compile(
    r"\b(?:role|job|profession|occupation|position|beruf|rolle|t[aä]tigkeit|puesto|cargo|ocupaci[oó]n|profesi[oó]n"
    r"|m[eé]tier|poste|fonction|profiss[aã]o|ocupa[cç][aã]o|fun[cç][aã]o)\b",
    re.IGNORECASE,
)

_NO_ROLE = re.compile(
    r"^(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|how|when|where|why|ist|sind|hast|haben|wie|wo)\b"
    r"|\b(?:organi[sz]ation|employer|company|institution|sector|industry|unternehmen|firma|arbeitgeber|entreprise"
    r"|employeur|empresa|secteur|satisf\w*|zufrieden\w*)\b",
    re.IGNORECASE,
)
"""What is asked of a job, or of where it is, is not the job."""


def is_role(question: str) -> bool:
    """Whether a question asks for a person's work; a long statement that holds such a word does not.

    >>> is_role("What is your role?"), is_role("Is your position permanent?"), is_role("Organisation of your job")
    (True, False, False)
    """
    if len(question.split()) > ROLE_WORDS or _NO_ROLE.search(question):
        return False
    return _ROLE.search(question) is not None


def pattern(text: str) -> re.Pattern[str]:
    """A question's form, upper or lower case alike."""
    return re.compile(text, re.IGNORECASE)


def yes_or_no(options: Sequence[str], yes: Sequence[str], no: Sequence[str]) -> bool | None:
    """What the first option answers; None when it is neither."""
    said = options[0].strip().lower()
    word = said if said.isdigit() else _WORD_ALONE.split(said)[0]
    return True if word in yes else False if word in no else None


def listed(items: Sequence[str], conjunction: str) -> str:
    """ "a", "a and b", "a, b and c"."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {conjunction} {items[-1]}"
