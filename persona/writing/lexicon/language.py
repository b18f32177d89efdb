"""What the writer knows about one language: short original word lists and patterns, no grammar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Language:
    """Patterns are alternatives of a regular expression, matched without regard to case."""

    code: str
    stemmer: str
    hints: str
    """Twenty very frequent words: enough to tell the five languages apart."""
    stop: str
    """Function words only: verbs such as find, make and change carry meaning in answers."""
    questions: Mapping[str, str]
    """Kind of statement -> what a question that asks for it contains; "none" asks for no kind."""
    cues: Mapping[str, str]
    """Kind of statement -> what a sentence of that kind says by itself."""
    negation: str
    wish: str
    past: str
    needs: str
    """Answers to a question about goals that name a need."""
    openers: str
    """May be trimmed from the start of a sentence when a comma or colon follows."""
    bare_openers: str
    """May be trimmed without one."""
    closers: str
    """May be trimmed from the end of a sentence when a comma or dash stands before."""
    joints: str
    """Words that join two clauses; never those that carry a reason (because, so, when)."""
    subjects: str
    first_person: str
    leaning: str
    """Words at the start that lean on a sentence before: this, they, then."""
    subordinate: str
    """Words at the start of a subordinate clause: it needs its main clause to be read."""
    dangling: str
    """Words on which no sentence ends."""
    chat: str
    """Talk about the survey itself."""
    non_answers: str
    """Whole answers that say nothing."""
    nothing: str
    """Beginnings or endings of sentences that say nothing."""
    askers: str = r"(?!)"
    generic: str = ""
    """Stems that say nothing by themselves."""
    topicless: str = ""
    """More stems that name no topic, though they may tell two sentences apart."""
    verbs: str = ""
    """Frequent verbs as they stand behind "I" and "to"; empty: sentences of this language are not told from names."""
    finite: str = ""
    """Forms that only verbs have: is, can, took."""
    actors: str = ""
    """Words that act: I, we, they."""
    before_verbs: str = ""
    """Other words behind which a verb stands: to, can, please."""
    after_nouns: str = ""
    """Words behind which the first word was no verb: support for, changes in."""
    before_objects: str = ""
    """Words that open what a verb acts on: the, my, every, it."""
    before_nouns: str = ""
    """Words behind which a noun stands, no verb: of, for, more."""
    unshown: str = ""
    """Names of a thing that give none of its content: "this issue", "as shown"."""
    hedges: str = ""
    """Adverbs of doubt, that may stand before any sentence."""
    guesses: str = ""
    """Beginnings of a guess at the cause of what is not told: "maybe it's", "that is because"."""
    regrets: str = ""
    """Beginnings of what people would have done themselves: "I would have started with"."""
    bare_verdicts: str = ""
    """What says that something is bad, and not what is bad about it: "killed it for me", "is the problem"."""
    named_only: str = ""
    """Beginnings that name a thing that is there already: "the documentation", "its syntax"."""
    opposites: tuple[str, ...] = ()
    """Words that praise or blame the same, "easy simple|hard difficult"."""
    verdicts: str = ""
    """Stems that praise or blame and say nothing else."""
    synonyms: tuple[str, ...] = ()
    """Stems that mean the same to a reader of two statements, "close delet"."""
    failing: str = ""
    """What says that something did not succeed, in whatever words."""
    failing_stems: str = ""
    """Stems of these words."""
    expecting: str = ""
    """What speaks of hopes, not of what was found: "I expected good quality"."""
