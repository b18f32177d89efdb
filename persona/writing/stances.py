"""Stances: what people hope, fear or believe of the world at large; nothing that they, or their tools, should do.

Who wants or does something decides, and the verb: "I hope that people will still read" has everybody for its subject,
"a good bread has to be a slow bread" a verb of being. Neither is anybody's goal, need or trouble.
"""

from __future__ import annotations

import re

from persona.writing.lexicon import en_stance


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_EVERYBODY, _OPENS, _DOING = map(
    _compiled, (en_stance.EVERYBODY, en_stance.OPENS_WITH_EVERYBODY, en_stance.EVERYBODY_DOING)
)
_BROAD, _ENDS, _MAY_BE, _IRREAL = map(_compiled, (en_stance.BROAD, en_stance.ENDS, en_stance.MAY_BE, en_stance.IRREAL))
_OWN, _FIRST, _OURS, _OWED = map(_compiled, (en_stance.OWN, en_stance.FIRST, en_stance.OURS, en_stance.OWED))
_OUGHT, _CLAUSE, _DEFINITE = map(_compiled, (en_stance.OUGHT, en_stance.CLAUSE, en_stance.DEFINITE))
_IS_TO_BE, _IS_A, _BY_EVERYBODY = map(_compiled, (en_stance.IS_TO_BE, en_stance.IS_A, en_stance.BY_EVERYBODY))
_CIRCUMSTANCE, _BELIEF, _SO_I = map(_compiled, (en_stance.CIRCUMSTANCE, en_stance.BELIEF, en_stance.SO_I))
_FOR_ANOTHER, _HOPES, _ONES_OWN = map(_compiled, (en_stance.FOR_ANOTHER, en_stance.HOPES, en_stance.ONES_OWN))
_SUPPOSES, _DONE_TO, _GOES_ON = map(_compiled, (en_stance.SUPPOSES, en_stance.DONE_TO, en_stance.GOES_ON))
_HELPED, _IS_ABLE, _MAKES_WORSE = map(_compiled, (en_stance.HELPED, en_stance.IS_ABLE, en_stance.MAKES_WORSE))
_AFRAID, _REFUSES, _COMPLAINS = map(_compiled, (en_stance.AFRAID, en_stance.REFUSES, en_stance.COMPLAINS))
_NAME = re.compile(r"[A-Z]{2}|.+\b[A-Z]")
_LINKS = re.compile(r"\W*(?:(?:that|for)\s+)*", re.IGNORECASE)
_VERB_AHEAD = re.compile(r"\b(?:to|will|would|can|could|shall)\s+|\b(?=remains?\b|stays?\b)", re.IGNORECASE)


# -- what is wished or feared -----------------------------------------------------------------------
def is_of_the_world(wanted: str, *, of_others: bool = False) -> bool:
    """Whether what is hoped or feared concerns everybody, or the end of something, and not whoever speaks.

    `of_others`: everybody may be asked to do it; "I wish people would knock" is a complaint of today.
    """
    wanted = _SO_I.split(wanted, maxsplit=1)[0]
    if _OWN.search(wanted):
        return False
    if _BROAD.search(wanted) or (_OPENS.match(wanted) and not of_others):
        return True
    ends = _ENDS.search(wanted) and _IRREAL.search(wanted) and not is_certain(_without_links(wanted))
    return bool(ends) and not (_OURS.search(wanted) or _CIRCUMSTANCE.search(wanted))


def is_to_be(wanted: str) -> bool:
    """Whether a wish is that something, which no article names, be or stay as it is: "nursing to stay nursing"."""
    who, *what = _VERB_AHEAD.split(_without_links(wanted), maxsplit=1)
    return bool(what and who and not is_certain(who) and _IS_TO_BE.match(what[0]))


def is_done_to(unwanted: str) -> bool:
    """Whether what somebody does not want would be done to them: "to be accused"."""
    return _DONE_TO.match(unwanted) is not None


def asks_of_another(main: str, end: int) -> bool:
    """Whether a wish, opened in so many characters, is for something that one has not to do oneself."""
    opening, wanted = main[:end], main[end:]
    return bool(_FOR_ANOTHER.search(opening) or (_HOPES.search(opening) and not _ONES_OWN.match(wanted)))


def supposes(text: str) -> bool:
    """Whether a sentence says what it would be like if somebody did something."""
    return _SUPPOSES.match(text) is not None


# -- what ought to be -------------------------------------------------------------------------------
def is_opinion(main: str) -> bool:
    """Whether what should be, as somebody says, is asked of nobody: "cities should belong to people"."""
    ought = _OUGHT.search(main)
    if ought is None:
        return False
    before, what = main[: ought.start()], main[ought.end() :]
    who = _who(before)
    if _OWED.search(what):
        return False
    if _EVERYBODY.fullmatch(who) or _BROAD.search(who) or _IS_A.match(what) or _BY_EVERYBODY.search(what):
        return True
    return not is_certain(who) and bool(_IS_TO_BE.match(what) or _BELIEF.search(before))


def asks_of_all(main: str) -> bool:
    """Whether something is asked of things or people that no article names: "drivers should look"."""
    ought = _OUGHT.search(main)
    return ought is not None and not is_certain(_who(main[: ought.start()]))


def is_certain(who: str) -> bool:
    """Whether an article or a name says which one is meant."""
    return bool(_DEFINITE.match(who) or _NAME.match(who) or _OWN.match(who))


# -- how it is told ---------------------------------------------------------------------------------
def foretells(text: str) -> bool:
    """Whether a sentence tells what may come, and not to whoever speaks."""
    return bool(_MAY_BE.search(text)) and not _FIRST.search(text[2:])


def is_about_all(text: str) -> bool:
    """Whether a sentence tells what people in general do: "I worry about people stealing flour"."""
    return bool(_DOING.search(text)) and not _FIRST.search(text[2:])


def may_be(text: str) -> bool:
    """Whether a sentence tells what may come, to whomever."""
    return _MAY_BE.search(text) is not None


def is_able(text: str) -> bool:
    """Whether somebody tells what they can do: "I am able to do more"."""
    return _IS_ABLE.match(text) is not None


def goes_on(text: str) -> bool:
    """Whether all that is wanted is what is already: "I will continue to use it"."""
    return _GOES_ON.search(text) is not None


def reports(text: str) -> bool:
    """Whether a sentence tells what others are afraid of: "many are worried about their jobs"."""
    return _AFRAID.search(text) is not None and not _OWN.search(text)


def fears_an_end(text: str) -> bool:
    """Whether a sentence foresees that something is lost, replaced or no longer there."""
    return bool(_ENDS.search(text) and (_AFRAID.search(text) or _MAY_BE.search(text)))


def refuses(text: str) -> bool:
    """Whether somebody says what they will not do, or not have done for them."""
    return _REFUSES.search(text) is not None


def makes_worse(main: str) -> bool:
    """Whether something does somebody harm: "makes me late"."""
    return _MAKES_WORSE.search(main) is not None


def is_helped(text: str) -> bool:
    """Whether a trouble is told as what something helps with: "I forget names, so the list helps"."""
    return _HELPED.search(text) is not None


def complains_before(main: str, place: int) -> bool:
    """Whether a complaint stands before this place: "takes far too long because three must agree"."""
    return _COMPLAINS.search(main, 0, place) is not None


# -- inside -----------------------------------------------------------------------------------------
def _who(before: str) -> str:
    """Who ought to do something: what follows the last beginning of a clause."""
    parts = [part.strip() for part in _CLAUSE.split(before)]
    return next((part for part in reversed(parts) if part), "")


def _without_links(wanted: str) -> str:
    return _LINKS.sub("", wanted, count=1)
