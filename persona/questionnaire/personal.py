"""Personal data in answers: where it stands in a text, and the text with it hidden.

Looked for are addresses of mail, handles, telephone, card, account and identity numbers, dates of birth, street
addresses (personal_forms.py), and names of people (personal_names.py). Whatever has no form and no word that announces
it, such as a nickname, is not found.
"""

from __future__ import annotations

import re
from functools import lru_cache

from persona.questionnaire.personal_forms import FORMS, PersonalKind, PersonalSpan
from persona.questionnaire.personal_names import find_names

_MAY_HAVE_FORM = re.compile(
    r"[@＠〒\d]|[(\[{<]\s?(?:at|a|ät|arroba|arobase|chiocciola)\b|\s(?:at|arroba|arobase|chiocciola)\s"
)
"""Most passages have none of these and are not looked through."""
_COUNTRY = re.compile(r"(?<=[\w)\]}>-])\.[^\W\d_]{2,24}$")
"""The end of an address; in "jan.roe at mail dot com" the last full stop begins no end."""
_DIGIT = re.compile(r"\d")
WHOLE_CELLS = frozenset[PersonalKind](("email", "phone", "card", "iban", "id_number"))
"""Kinds that make a column personal where its cells hold nothing else."""


@lru_cache(maxsize=16_384)  # a passage is looked at when it is read, grouped, quoted and shown
def find_personal(text: str) -> tuple[PersonalSpan, ...]:
    """Every piece of personal data in a text, in order, without overlaps."""
    spans: list[PersonalSpan] = []
    if _MAY_HAVE_FORM.search(text):
        digits = len(_DIGIT.findall(text))
        for form in (one for one in FORMS if one.digits <= digits and (one.sign is None or one.sign.search(text))):
            for match in form.pattern.finditer(text):
                start, end = match.span(form.group)
                if form.accepts(match[form.group]) and _is_free(start, end, spans):
                    spans.append(PersonalSpan(start, end, form.kind))
    for start, end in find_names(text):
        if _is_free(start, end, spans):
            spans.append(PersonalSpan(start, end, "name"))
    return tuple(sorted(spans))


def _is_free(start: int, end: int, spans: list[PersonalSpan]) -> bool:
    return all(end <= span.start or start >= span.end for span in spans)


def mask(text: str) -> str:
    """The text with personal data hidden, character for character: what follows keeps its place.

    Example:
        >>> mask("Write to ana@example.com")
        'Write to a••@•••••••.com'
    """
    out = list(text)
    for span in find_personal(text):
        for at in range(span.start, span.end):
            if out[at].isalnum() or out[at] in "._+-":
                out[at] = "•"
        if span.kind == "email" and (country := _COUNTRY.search(text, span.start, span.end)):
            out[span.start] = text[span.start]
            out[country.start() : span.end] = country[0]
    return "".join(out)


def mask_shortly(text: str) -> str:
    """One whole cell of a personal column as an example for people: "a•••@•••.com", "A•••"."""
    if any(span.kind in WHOLE_CELLS for span in find_personal(text)):
        return re.sub("[• ]*•[• ]*", "•••", mask(text))
    return f"{text[:1]}•••"
