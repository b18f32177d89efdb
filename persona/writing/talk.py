"""What kind of statement a spoken sentence is: its main clause decides, as people rarely answer just what was asked."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from persona.writing import lexicon, stances
from persona.writing.lexicon import en_talk
from persona.writing.pointing import first_pointer
from persona.writing.units import Unit

KNOWN = frozenset(["en"])
"""Languages whose conversations are read by their main clauses; others by cue words."""
SURE, LIKELY = 0.75, 0.6
NOTHING = "", 0.0
LEAD_INS = 2
SHORTEST = 8
"""Characters of a main clause."""


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_LEAD_IN, _PAST, _ONCE = map(_compiled, (en_talk.LEAD_IN, en_talk.PAST, en_talk.ONCE))
_FRUSTRATION, _GOAL, _NEED, _MOTIVATION, _DEED = map(
    _compiled, (en_talk.FRUSTRATION, en_talk.GOAL, en_talk.NEED, en_talk.MOTIVATION, en_talk.DEED)
)
_FRUSTRATION_INSIDE = _compiled(en_talk.FRUSTRATION_INSIDE)
_UNWANTED, _LEANING = _compiled(en_talk.UNWANTED), _compiled(rf"(?:{'it|they|this|that|these|those|he|she|which'})\b")
_NEED_INSIDE, _MOTIVATION_INSIDE = map(_compiled, (en_talk.NEED_INSIDE, en_talk.MOTIVATION_INSIDE))
_RELIEF, _BUT_PRAISE, _ABOUT_TALK = map(_compiled, (en_talk.RELIEF, en_talk.PRAISE_AFTER_BUT, en_talk.ABOUT_THE_TALK))
_IT_WOULD = _compiled(r"it would\b")
_LIKES = _compiled(r"(?:i|we)(?: \w+){0,2} (?:love|like|enjoy|appreciate|value)\b")
_BUT = _compiled(r"\b(?:but|although|though|however)\b")
_AM = _compiled(r"\b(?:am|are|been)\b|['’](?:m|re)\b")
_BECAUSE = _compiled(r"\b(?:because|since|so|which)\b")
_OUTCOME = _compiled(en_talk.OUTCOME)
_VAGUE, _SO_I = _compiled(en_talk.VAGUE), _compiled(r"\bso (?:i|we)\b")
_OPEN = _compiled(en_talk.OPEN)
_SENSES = {stem: group.split()[0] for group in en_talk.SENSES for stem in group.split()}
_LEANS = _compiled(en_talk.LEANS)
LIGHT, NO_NAMES = frozenset(en_talk.LIGHT.split()), frozenset(en_talk.NO_NAMES.split())
"""Stems that stand in talk about anything, and such as tell something but name no theme."""
_ADVERB = _compiled(r"\w{3,}ly$")
_NO_ADVERBS = frozenset(en_talk.ENDS_LIKE_ADVERBS.split())
_ASIDE = re.compile(r"\([^()]*\)|[\"“][^\"“”]*[\"”]")
_STATES = frozenset(en_talk.STATES.split())


def spoken_kind(unit: Unit, asked: str) -> tuple[str, float]:
    """The kind of a sentence of a conversation and how sure that is; '' for one that tells of something else."""
    text = unit.text
    if text.rstrip().endswith("?") or _ABOUT_TALK.search(text):
        return NOTHING
    main = main_clause(text)
    if _is_stance(main, text):
        return NOTHING
    if unwanted := _UNWANTED.match(main):
        if asked == "frustration" or stances.is_done_to(main[unwanted.end() :]):
            return "frustration", SURE if asked == "frustration" else LIKELY
        return "need", LIKELY
    name = _opening(main, text) or ("" if _leans(main) else _inside(main, text))
    return (name, SURE if name == asked else LIKELY) if name else NOTHING


def main_clause(text: str) -> str:
    """The sentence without what leads to it: "If I get stuck, I ask a friend" -> "I ask a friend"."""
    for _ in range(LEAD_INS):
        lead_in = _LEAD_IN.match(text)
        if lead_in is None or len(text) - lead_in.end() < SHORTEST:
            break
        text = text[lead_in.end() :]
    return text


def stands_alone(unit: Unit) -> bool:
    """Whether a sentence can be read without what was said before it."""
    if not unit.whole or lexicon.LEANING.match(unit.text) or unit.text.count('"') % 2:
        return False
    return unit.language not in KNOWN or not (_OPEN.search(unit.text) or _LEANS.search(unit.text))


def named_inside(unit: Unit, subject: Collection[str], stems: Sequence[str]) -> bool:
    """Whether the first "it", or "them" for several, of a sentence stands for what all speak of, named in it before.

    `stems`: those of all its words. "When it comes to" points to nothing.
    """
    place = first_pointer(unit.words)
    if not place:
        return False
    before = unit.words[:place]
    opens = lexicon.BEFORE_OBJECTS.get(unit.language, frozenset())
    if any(word in opens and after not in lexicon.STOP_ANYWHERE for word, after in pairwise(before)):
        return False  # a thing that was named there already
    if unit.words[place : place + 3] == ("it", "comes", "to"):
        return True
    several = unit.words[place] != "it"
    named = [word for word, stem in zip(before, stems, strict=False) if stem in subject]
    return any(not several or word.endswith("s") for word in named)


def says_more(text: str) -> bool:
    """Whether a sentence says what for, why, or what comes of it."""
    return _OUTCOME.search(text, 12) is not None


def is_vague(text: str) -> bool:
    """Whether a sentence leaves open what it speaks of: "the idea of", "the impact on"."""
    return _VAGUE.search(text) is not None


def senses(told: Iterable[str]) -> frozenset[str]:
    """What a sentence tells, words for the same made one."""
    return frozenset(_SENSES.get(stem, stem) for stem in told)


def is_adverb(word: str) -> bool:
    """Whether a word only tells how: "similarly"."""
    return _ADVERB.match(word) is not None and word not in _NO_ADVERBS


def is_past(text: str) -> bool:
    """Whether a sentence tells of one time that is over."""
    return bool(_PAST.match(main_clause(text)) or _ONCE.search(text))


def likes(text: str) -> bool:
    """Whether a sentence only tells what somebody likes."""
    return bool(_LIKES.match(main_clause(text)))


def _opening(main: str, text: str) -> str:
    """The kind that the first words of the main clause give."""
    if _FRUSTRATION.match(main):
        return "" if _ONCE.search(text) or _no_complaint(text) or stances.is_helped(main) else "frustration"
    if goal := _GOAL.match(main):
        if _ONCE.search(text) or lexicon.NEGATION.search(goal[0]):
            return ""
        return "need" if stances.asks_of_another(main, goal.end()) else "goal"
    if _NEED.match(main):
        return "" if _BUT_PRAISE.search(main) or _SO_I.search(main) or _ONCE.search(text) else "need"
    if stances.makes_worse(main):
        return "" if is_past(text) else "frustration"
    if _MOTIVATION.match(main):
        return "" if _ONCE.search(text) or _BUT.search(main) or lexicon.NEGATION.search(main) else "motivation"
    deed = _DEED.match(main)
    if deed and _is_deed(deed):
        tail = _BECAUSE.split(main, maxsplit=1)[1:]
        return "motivation" if tail and _MOTIVATION_INSIDE.search(tail[0]) else "behaviour"
    return ""


def _is_stance(main: str, text: str) -> bool:
    """Whether what is wished or feared is for the world at large, or that something be as it is."""
    if stances.supposes(text):
        return True
    fear = _UNWANTED.match(main) or _FRUSTRATION.match(main)
    if fear:
        return stances.is_of_the_world(main[fear.end() :])
    wish = _GOAL.match(main) or _NEED.match(main)
    if wish is None:
        return False
    wanted, of_others = main[wish.end() :], wish[0].lower().endswith("wish")
    return stances.is_of_the_world(wanted, of_others=of_others) or stances.is_to_be(wanted)


def _leans(main: str) -> bool:
    """Whether the main clause is about what was said before: "it helps"; but not "it would help"."""
    return _LEANING.match(main) is not None and not _IT_WOULD.match(main)


def _is_deed(deed: re.Match[str]) -> bool:
    """Whether "I" and a verb tell what somebody does: "I ask", "I'm using"; not "I feel", "I am a writer"."""
    verb = deed["verb"]
    continues = verb.endswith("ing") if _AM.search(deed[0]) else not verb.endswith("ing")
    return (
        verb.islower()
        and continues
        and verb not in _STATES | lexicon.STOP["en"]
        and verb.removesuffix("ing") not in _STATES
    )


def _inside(main: str, text: str) -> str:
    """The kind that words further on give, where the first ones give none."""
    past = is_past(text)
    if _MOTIVATION_INSIDE.search(main):
        plain = not (lexicon.NEGATION.search(text) or _BUT.search(main))
        return "motivation" if plain and lexicon.FIRST_PERSON.search(text) else ""
    need = _NEED_INSIDE.search(main)
    if need and not past and not stances.complains_before(main, need.start()):
        return "" if stances.is_opinion(main) else "need"
    plainly = _ASIDE.sub("", main)
    complains = lexicon.CUES["frustration"].search(plainly) or _FRUSTRATION_INSIDE.search(plainly)
    return "frustration" if complains and not (past or _relieved(text) or _no_complaint(text)) else ""


def _relieved(text: str) -> bool:
    return _RELIEF.search(text) is not None or stances.is_helped(text)


def _no_complaint(text: str) -> bool:
    return _NO_COMPLAINT.search(text) is not None


_NO_COMPLAINT = _compiled(
    r"(?:\b(?:not|never|no|nothing|hardly)|n['’]t)\s+(?:\w+\s+){0,4}(?:concern|worr|problem|issue|complain|fear|afraid"
    r"|scared|threat|downside|drawback)"
    r"|\b(?:work(?:ing|ed)? through|solv\w*|fix\w*|tackl\w*|handl\w*|avoid\w*)\s+(?:\w+\s+){0,3}"
    r"(?:problem|issue|challenge|bug|error)"
)
