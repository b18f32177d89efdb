"""What a question is about: its words without those that only ask, and the words of a study that mean the same."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files
from itertools import takewhile

from persona.evidence.space import content_words
from persona.text.words import words

ALIKE = 4
"""Letters, at least, that two forms of one word share from the left."""
ALIKE_SHARE = 0.7
"""And the share of the longer one's letters."""


@lru_cache(maxsize=50_000)
def content_of(text: str) -> tuple[str, ...]:
    """The words of a text that say something, in their order, without what English and French hang on them."""
    return tuple(stripped for word in content_words(text) if (stripped := _bare(word)))


def topic_of(question: str) -> tuple[str, ...]:
    """The words that a question is about, each once, in their order.

    >>> topic_of("What do people say about the swimming pool?")
    ('swimming', 'pool')
    """
    return tuple(dict.fromkeys(word for word in content_of(question) if word not in asking_words()))


def same_word(one: str, other: str) -> bool:
    """Whether two words are forms of one: "call" and "calls", "Vorschlag" and "Vorschläge".

    >>> same_word("itch", "itchy"), same_word("list", "listen"), same_word("park", "party")
    (True, False, False)
    """
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    longer = max(len(one), len(other))
    return shared >= ALIKE and shared >= ALIKE_SHARE * longer


def is_counting(question: str) -> bool:
    """Whether a question asks for a number: "How many use Slack?"."""
    return not _stored()["counting"].isdisjoint(words(question))


def asking_words() -> frozenset[str]:
    """Words by which people ask about a study ("respondents", "mention", "erwähnen"), of all languages."""
    return _stored()["all"]


@lru_cache(maxsize=1)
def _stored() -> dict[str, frozenset[str]]:
    stored = json.loads(files("persona.asking").joinpath("data/asking.json").read_text(encoding="utf-8"))
    found = {name: frozenset(said.split()) for name, said in stored.items()}
    return found | {"all": frozenset[str]().union(*found.values())}


def _bare(word: str) -> str:
    for mark in ("'s", "'", "l'", "d'", "qu'"):
        word = word.removesuffix(mark) if mark[0] == "'" else word.removeprefix(mark)
    return word
