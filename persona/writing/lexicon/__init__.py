"""Words and patterns of five languages, joined into what the writer asks of a sentence.

To add a language: write its `Language` beside the others and list it in `LANGUAGES`.
"""

from __future__ import annotations

import re

from persona.kinds import KINDS, heaviest_first
from persona.writing.lexicon.de import GERMAN
from persona.writing.lexicon.en import ENGLISH
from persona.writing.lexicon.es import SPANISH
from persona.writing.lexicon.fr import FRENCH
from persona.writing.lexicon.language import Language
from persona.writing.lexicon.pt import PORTUGUESE

LANGUAGES: tuple[Language, ...] = (ENGLISH, GERMAN, SPANISH, FRENCH, PORTUGUESE)
BY_CODE = {language.code: language for language in LANGUAGES}
STOP = {language.code: frozenset(language.stop.split()) for language in LANGUAGES}
STOP_ANYWHERE = frozenset[str]().union(*STOP.values())
HINTS = {language.code: frozenset(language.hints.split()) for language in LANGUAGES}
GENERIC = frozenset(stem for language in LANGUAGES for stem in language.generic.split())
TOPICLESS = GENERIC | frozenset(stem for language in LANGUAGES for stem in language.topicless.split())


def _words(field: str) -> dict[str, frozenset[str]]:
    return {language.code: frozenset(getattr(language, field).split()) for language in LANGUAGES}


VERBS = {code: verbs for code, verbs in _words("verbs").items() if verbs}
FINITE, ACTORS = _words("finite"), _words("actors")
BEFORE_VERBS, AFTER_NOUNS = _words("before_verbs"), _words("after_nouns")
BEFORE_OBJECTS, BEFORE_NOUNS = _words("before_objects"), _words("before_nouns")
NEGATIONS = frozenset(["no", "not", "never", "nobody", "nothing", "without"])
"""Function words that are kept: they turn a sentence around."""

QUESTION_ORDER = tuple(dict.fromkeys(("none", "need", *heaviest_first())))
"""The first kind that is found in a question wins."""


def _any(field: str) -> str:
    return "|".join(pattern for language in LANGUAGES if (pattern := getattr(language, field)))


def _alternatives(field: str, kind: str, otherwise: str = "") -> str:
    found = [getattr(language, field)[kind] for language in LANGUAGES if kind in getattr(language, field)]
    return "|".join(found) or otherwise or "(?!)"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


QUESTIONS = {"none": _compiled(_alternatives("questions", "none"))} | {
    kind: _compiled(_alternatives("questions", kind, about.asked)) for kind, about in KINDS.items()
}
CUES = {"named need": _compiled(_alternatives("cues", "named need"))} | {
    kind: _compiled(_alternatives("cues", kind, about.said)) for kind, about in KINDS.items()
}
"""A "named need" is one only where somebody asked: "better search" in a review may be praise."""
NEGATION = _compiled(_any("negation"))
WISH = _compiled(_any("wish"))
PAST = _compiled(rf"^(?:{_any('past')})")
NEEDS = _compiled(_any("needs"))
OPENER_WITH_MARK = _compiled(rf"^(?:{_any('openers')})\s*[,:;–—-]+\s+")
CLOSER = _compiled(rf"\s*[,;–—-]+\s*(?:{_any('closers')})$")
OPENER_BARE = _compiled(rf"^(?:{_any('bare_openers')})\s+(?=\S)")
SUBJECTS = _any("subjects")
JOINTS = frozenset(word for language in LANGUAGES for word in language.joints.split("|"))
JOINT = _compiled(rf"(?:,|\s[-–—]{{1,2}}|;)?\s+(?:{_any('joints')})\s+|\s[-–—]{{1,2}}\s")
CLAUSE_JOINT = _compiled(
    rf",?\s+(?:{_any('joints')})\s+(?=(?:{SUBJECTS})\b)|,\s+(?=(?:i|we|it|they|there|ich|wir|es|je|eu|yo)\b)"
    r"|\s+(?:[-–—]{1,2}|\+)\s+|,\s+(?:plus|also|but)\s+"
)
SUBJECT_START = _compiled(rf"(?:{SUBJECTS})\b")
FIRST_PERSON = _compiled(rf"\b(?:{_any('first_person')})\b")
LEANING = _compiled(rf"^(?:{_any('leaning')})\b")
SUBORDINATE = _compiled(rf"^(?:(?:{_any('hedges')}) )?(?:{_any('subordinate')})\b")
DANGLING = _compiled(rf"\b(?:{_any('dangling')})$")
UNSHOWN = _compiled(rf"\b(?:{_any('unshown')})")
GUESSES = _compiled(rf"^(?:{_any('guesses')})")
REGRETS = _compiled(rf"^(?:{_any('regrets')})")
BARE_VERDICT = _compiled(
    rf"^((?:[\w'’-]+ ){{1,3}}|.*\b(?:{_any('joints')}) (?:[\w'’-]+ ){{0,3}})(?:{_any('bare_verdicts')})$"
)
NAMED_ONLY = {
    language.code: _compiled(rf"(?:{language.named_only})\b") for language in LANGUAGES if language.named_only
}
CHAT = _compiled(_any("chat"))
NON_ANSWER = _compiled(rf"^(?:\W*|x+|-+|\.+|\?+|{_any('non_answers')})\W*$")
NOTHING = _compiled(_any("nothing"))
ASKER = _compiled(rf"^(?:{_any('askers')})\s*\d*$")
TOLD_ASKER = _compiled(r"\(interviewer\)$")
"""How reading marks whoever asks in a transcript; then nobody else does."""
BULLET = _compiled(r"^(?:[-*•–—>]+|\(?\d{1,2}[.)]|[a-z][.)])\s+")
ABBREVIATION = _compiled(
    r"(?:\b(?:e\.g|i\.e|etc|vs|mr|mrs|ms|dr|prof|approx|esp|incl|resp|z\.b|d\.h|bzw|usw|sr|sra|p\.ej|p\.ex|cf|no|nr"
    r"|fig)|(?<![’'])\b[a-z])\.$"
)
SPEAKER = re.compile(
    r"(?m)^[ \t]*([^\W\d_a-z][\w\u0300-\u036f\u0591-\u0fff .,'’&#()/-]{0,59}?)[ \t]*:(?:[ \t]+|[ \t]*\n)"
)
OPENER_SEEDS = (
    "honestly", "for me", "in my case", "main thing", "short version", "to be fair", "right now", "mostly", "lately",
    "well", "basically", "personally", "on top of that", "in addition",
)  # fmt: skip
"""Openers whose misspellings are trimmed too."""


def _poles() -> dict[str, frozenset[tuple[int, bool]]]:
    """Word -> the pairs of contraries it stands in, and whether it praises."""
    found: dict[str, set[tuple[int, bool]]] = {}
    pairs = [pair for language in LANGUAGES for pair in language.opposites]
    for number, pair in enumerate(pairs):
        for praises, side in zip((True, False), pair.split("|"), strict=True):
            for word in side.split():
                found.setdefault(word, set()).add((number, praises))
    return {word: frozenset(poles) for word, poles in found.items()}


POLES = _poles()
VERDICTS = frozenset(stem for language in LANGUAGES for stem in language.verdicts.split())
SENSES = {stem: group.split()[0] for lang in LANGUAGES for group in lang.synonyms for stem in group.split()}
FAILING = _compiled(_any("failing"))
FAILING_STEMS = frozenset(stem for language in LANGUAGES for stem in language.failing_stems.split())
EXPECTING = _compiled(_any("expecting"))
