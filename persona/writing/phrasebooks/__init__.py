"""Phrasebooks: the sentences of taglines and summaries in the language of the questionnaire.

To add a language: write its `Phrasebook` beside the others and list it in `PHRASEBOOKS`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from persona.text.languages import language_of_words
from persona.writing.phrasebooks.book import Phrasebook, is_role
from persona.writing.phrasebooks.english import ENGLISH
from persona.writing.phrasebooks.french import FRENCH
from persona.writing.phrasebooks.german import GERMAN
from persona.writing.phrasebooks.japanese import JAPANESE
from persona.writing.phrasebooks.portuguese import PORTUGUESE
from persona.writing.phrasebooks.spanish import SPANISH
from persona.writing.words import folded, language

__all__ = ["ENGLISH", "PHRASEBOOKS", "Phrasebook", "is_role", "phrasebook_for"]

PHRASEBOOKS = {book.code: book for book in (ENGLISH, GERMAN, SPANISH, FRENCH, PORTUGUESE, JAPANESE)}
_KANA = re.compile(r"[\u3041-\u30ff]")
"""Letters that no other language has."""


def phrasebook_for(questions: Iterable[str]) -> Phrasebook:
    """The book of the language in which people were asked; English unless another one is plain to see."""
    asked = list(questions)
    if 2 * sum(_KANA.search(question) is not None for question in asked) > len(asked):
        return JAPANESE
    said = [word for question in asked for word in folded(question)]
    found = language(said)
    told = language_of_words([word for word in said if not any(map(str.isdigit, word))])
    return PHRASEBOOKS[found] if told == found else ENGLISH
