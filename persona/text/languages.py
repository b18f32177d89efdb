"""Which language an answer is written in, by its script and its commonest words.

A language is added to data/languages.json.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter, defaultdict
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from persona.text.words import word_count, words

if TYPE_CHECKING:
    from collections.abc import Iterable

SCRIPTS = {
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "CYRILLIC": "ru",
    "ARABIC": "ar",
    "THAI": "th",
    "GREEK": "el",
    "HEBREW": "he",
    "DEVANAGARI": "hi",
}
LETTERS = (
    {"ў": "be", "ђ": "sr", "ћ": "sr", "ѓ": "mk", "ќ": "mk"} | dict.fromkeys("іїєґ", "uk") | dict.fromkeys("پچژگ", "fa")
)
"""Letters that the usual language of their script has not; the first of them that an answer holds decides."""
LETTERS_READ = 400  # of an answer; more does not change the language
WORDS_AT_LEAST = 3
"""Of a text that is marked with its language: two words are in many languages."""


class Language(NamedTuple):
    """The words that tell a language and its sides.

    `joins` begin what leans on the words before it, `points` what speaks of something named there, `subordinates` a
    clause that wants another.
    """

    common: frozenset[str]
    negations: frozenset[str]
    contrast: frozenset[str]
    joins: frozenset[str]
    points: frozenset[str]
    subordinates: frozenset[str]


@lru_cache(maxsize=1)
def languages() -> dict[str, Language]:
    """All languages whose words are known, by their two letters."""
    stored = json.loads(files("persona.text").joinpath("data/languages.json").read_text(encoding="utf-8"))
    return {
        code: Language(*(frozenset(entry[part].split()) for part in Language._fields)) for code, entry in stored.items()
    }


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """The commonest words of all languages: what two texts may share without saying the same."""
    return frozenset[str]().union(*(language.common for language in languages().values()))


@lru_cache(maxsize=1)
def negations() -> frozenset[str]:
    """Words that turn a statement round, of all languages."""
    return frozenset[str]().union(*(language.negations for language in languages().values()))


def language_of(text: str) -> str:
    """Two letters, or "" where nothing tells: a name, a number, a single word that many languages have."""
    text = text[:LETTERS_READ]
    if text.isascii():
        return _by_words(words(text))
    scripts = Counter(unicodedata.name(letter, "?").split()[0] for letter in text if letter.isalpha())
    if not scripts:
        return ""
    if scripts["HIRAGANA"] + scripts["KATAKANA"]:
        return "ja"
    script = scripts.most_common(1)[0][0]
    if script == "CJK":
        return "zh"
    if script == "LATIN":
        return _by_words(words(text))
    held = set(text.casefold())
    return next((code for letter, code in LETTERS.items() if letter in held), SCRIPTS.get(script, ""))


@lru_cache(maxsize=4096)
def html_attributes(text: str) -> str:
    """What an element that shows people's words says of them, so that they are read aloud and set rightly.

    >>> html_attributes("Das dauert mir jedes Mal zu lange.")
    ' lang="de" dir="auto"'
    """
    language = language_of(text) if word_count(text) >= WORDS_AT_LEAST else ""
    return f' lang="{language}" dir="auto"' if language else ' dir="auto"'


def main_language(texts: Iterable[str]) -> str:
    """The language of most of the texts; "" where none can be told."""
    found = Counter(filter(None, map(language_of, texts)))
    return max(sorted(found), key=found.__getitem__, default="")


def _by_words(said: list[str]) -> str:
    hits = Counter(code for word in said for code in _homes().get(word, ()))
    ranked = hits.most_common(2)
    is_clear = ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1])
    return ranked[0][0] if is_clear else ""


@lru_cache(maxsize=1)
def _homes() -> dict[str, list[str]]:
    """The languages of each common word."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for code, language in languages().items():
        for word in language.common:
            found[word].append(code)
    return dict(found)
