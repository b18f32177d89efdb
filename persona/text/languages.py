"""Which language an answer is written in, by its script and its commonest words.

A language is added to data/languages.json; one that is only to be told from them to data/telling.json.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter, defaultdict
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from persona.text.direction import outside
from persona.text.words import word_count, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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
SHORT = 4
"""Words from which an answer should tell its language."""
COMMON_SHARE = 0.12
"""Of the words of a longer text that its language's common ones are: fewer stand in a text of any language."""
STRANGE_SHARE = 0.15
"""Of the words with letters that a language has not, from which a text is not in it."""
SILENT_SHARE = 0.5
"""Of the longer answers that tell no language: so many at least must be in the one that all are said to be in."""


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
    text = outside(text)[:LETTERS_READ]
    if text.isascii():
        return language_of_words(words(text))
    scripts = Counter(unicodedata.name(letter, "?").split()[0] for letter in text if letter.isalpha())
    if not scripts:
        return ""
    if scripts["HIRAGANA"] + scripts["KATAKANA"]:
        return "ja"
    script = scripts.most_common(1)[0][0]
    if script == "CJK":
        return "zh"
    if script == "LATIN":
        return language_of_words(words(text))
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
    """The language of most of the texts; where most long ones tell none, that of all their words; "" where none."""
    found: Counter[str] = Counter()
    silent = 0
    said: list[str] = []
    for text in texts:
        language = language_of(text)
        found[language] += 1
        found_words = words(text[:LETTERS_READ])
        said += found_words if len(found_words) >= WORDS_AT_LEAST else []
        silent += not language and word_count(text[:LETTERS_READ]) > SHORT
    del found[""]
    first = [code for code in sorted(found) if found[code] == max(found.values())]
    together = language_of_words(said)
    if not first or found[first[0]] <= SILENT_SHARE * silent:
        return together
    return together if together in first else first[0]


def language_of_words(said: Sequence[str]) -> str:
    """The language of words in small letters, in Latin script; "" where none is plain to see.

    Two languages that are as likely leave it open, unless only one of them is spoken by personas.
    """
    hits = Counter(code for word in said for code in _homes().get(word, ()))
    most = max(hits.values(), default=0)
    if not most or most < COMMON_SHARE * len(said):
        return ""
    first = [code for code, count in hits.items() if count == most]
    if len(first) > 1 or most == 1:
        first = [code for code in first if code in languages()]
    return first[0] if len(first) == 1 and not _is_strange(said, first[0]) else ""


def _is_strange(said: Sequence[str], code: str) -> bool:
    """Whether letters that this language has not stand in too many words."""
    own = _telling()["letters"].get(code)
    if own is None:
        return False
    strange = sum(any(letter.isalpha() and letter not in own for letter in word if letter > "z") for word in said)
    return strange > 1 and strange > STRANGE_SHARE * len(said)


@lru_cache(maxsize=1)
def _telling() -> dict[str, dict[str, str]]:
    """Further words by which languages are told, those of languages that nothing is written in, and their letters."""
    stored: dict[str, dict[str, str]] = json.loads(
        files("persona.text").joinpath("data/telling.json").read_text(encoding="utf-8")
    )
    return stored


@lru_cache(maxsize=1)
def _homes() -> dict[str, tuple[str, ...]]:
    """The languages of each common word."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for code, language in languages().items():
        for word in language.common:
            found[word][code] = None
    for code, more in _telling()["words"].items():
        for word in more.split():
            found[word][code] = None
    return {word: tuple(codes) for word, codes in found.items()}
