"""What was asked, as it reads in a sentence: without codes, numbers of items, instructions and lead-ins."""

from __future__ import annotations

import re
from functools import lru_cache

from persona.questionnaire.names.titles import code_and_text

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
_NUMBER = re.compile(r"^\(?(?:Q(?:uestion)?\s?|F(?:rage)?\s?)?\d{1,3}[a-z]?\s*[.):]\s+(?=\S)", re.IGNORECASE)
_CODE = re.compile(r"[\d_\[]|[a-z][A-Z]")
"""What a code has and a word at the beginning of a sentence has not."""
_INSTRUCTION = re.compile(
    r"""[\s(（–-]*(?:
        (?:please\ )?(?:tick|check|select|mark|choose|pick)\ (?:all|as\ many|any|one|only\ one|up\ to\ \w+)
            \b(?:[^.?:()\[\]]{0,40}?\b(?:appl\w+|option|answer|relevant)s?\b)?
      | (?:bitte\ )?(?:alle[s]?\ )?zutreffende[sn]?\ (?:bitte\ )?(?:ankreuzen|auswählen|markieren)
      | mehrfach(?:nennung(?:en)?|auswahl|antworten?)\ (?:ist\ |sind\ )?(?:möglich|erlaubt)
      | (?:plusieurs\ réponses|choix\ multiples?)\ possibles? | cochez\ toutes\ les\ [^.?:()\[\]]{0,40}
      | (?:selecciona|seleccione|marca|marque)\ todas?\ las\ que\ [^.?:()\[\]]{0,25} | respuesta\ múltiple
      | (?:selecione|assinale|marque)\ (?:todas?|tudo)\ [^.?:()\[\]]{0,25}
      | 複数回答可?(?:能)? | 複数選択可?(?:能)?
    )\s*[)）.。!]*""",
    re.IGNORECASE | re.VERBOSE,
)
_LEAD_IN = re.compile(
    r"^.{0,160}?\b(?:following statements?|folgenden? aussagen?|affirmations? suivantes?"
    r"|siguientes? afirmaci(?:ón|ones)|seguintes? afirmaç(?:ão|ões))\b(?:\s*\([^()]{0,120}\))?"
    r"[^:\[?]{0,40}[:\[?]\s*(?:[-–—]\s+)?(?=\S.{7,})",
    re.IGNORECASE | re.DOTALL,
)
_PLEASE = re.compile(r"^please (?:rate|indicate|tell us|state|specify|say|choose|select|pick)\s*:?\s+", re.IGNORECASE)
_BY_THE_WAY = re.compile(
    r"^(?:generally speaking|in general|overall|all in all|on the whole|im allgemeinen|insgesamt|en général|en general"
    r"|em geral),?\s+(?=how|what|which|wie|was|welche|comment|quel|cómo|qué|como|qual)|(?<=\w),? if at all,?(?= )",
    re.IGNORECASE,
)
_LEFT_OVER = re.compile(r"^\s*[:：]\s*|(?<=[?？)])\s*[:：]\s*$|\s+[:：]\s*$")
"""A colon of which an instruction was the one side, also after the blank that French writes before it."""
_QUOTED = re.compile(r"[\"“„«][^\"“”„«»]+[\"”“»]")
_PART = re.compile(r"(?<=[a-z,]) \[([^\[\]]+)\]")
"""A piece in brackets that goes on with the sentence: "how satisfied are you with [Your career]"."""


@lru_cache(maxsize=20_000)
def plainly(question: str) -> str:
    """The question alone; of a lone variable name, its words.

    >>> plainly("likert3[satis]. [How satisfied are you with [Your career]]")
    'How satisfied are you with your career'
    >>> plainly("3: Which tools do you use? Tick all that apply")
    'Which tools do you use?'
    >>> plainly("How do you feel about the following statement: Tea is good for me")
    'Tea is good for me'
    >>> plainly("Quels outils ? (plusieurs réponses possibles) :"), plainly("Plusieurs réponses possibles :")
    ('Quels outils ?', 'Plusieurs réponses possibles :')
    >>> plainly("meet.people"), plainly("VisitFrequency")
    ('meet people', 'Visit frequency')
    """
    if question.isascii() and " " not in question.strip():
        return _words(question.strip()) or question
    code, text = code_and_text(_TAG.sub(" ", question).strip())
    text = text if _CODE.search(code) else _TAG.sub(" ", question).strip()
    text = _NUMBER.sub("", text)
    text = _LEAD_IN.sub("", _INSTRUCTION.sub(" ", text).strip())
    text = _PLEASE.sub("", text)
    text = _LEFT_OVER.sub("", _unwrapped(" ".join(text.split()).removesuffix("[]").strip()))
    text = text.removesuffix("]") if "[" not in text else text  # the lead-in ended with the other one
    if not any(map(str.isalnum, text)):
        return question
    plain = _BY_THE_WAY.sub("", text)
    return (plain if plain[:1] == text[:1] else plain[:1].upper() + plain[1:]) or question


def as_words(option: str) -> str:
    """An option that is a variable's name, as words; names of things stay as they are.

    >>> as_words("meet.people"), as_words("Node.js"), as_words("TypeScript")
    ('meet people', 'Node.js', 'TypeScript')
    """
    parts = re.split(r"[_.]", option)
    named = len(parts) > 1 and all(len(part) > 2 and part.isalpha() and part.islower() for part in parts)
    return " ".join(parts) if named else option


def _words(name: str) -> str:
    """ "meet.people" -> "meet people"; what is no name of words stays."""
    split = re.sub(r"(?<=[a-zà-ÿ])(?=[A-Z][a-zà-ÿ])", " ", name)
    parts = [part for part in re.split(r"[_.\s]+", split) if part]
    if len(parts) < 2 or any(len(part) < 2 or not part.isalpha() for part in parts):
        return name
    first, *rest = parts
    return " ".join([first, *(part.lower() if part.istitle() else part for part in rest)])


def _unwrapped(text: str) -> str:
    if _QUOTED.fullmatch(text):
        return text[1:-1].strip()
    if text.startswith("[") and text.endswith("]"):
        text = text[1:-1].strip()
        text = _PART.sub(lambda match: f" {match[1][:1].lower()}{match[1][1:]}", text)
    return text
