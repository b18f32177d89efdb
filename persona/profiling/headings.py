"""What a column's name tells: administration, demography, personal data, counts, occupations."""

from __future__ import annotations

import re

# Written with re.VERBOSE: blanks inside a phrase are escaped.
_WORDS = {
    "identifier": r"""
        ^(respondent|response|participant|record|case|row|session|transcript|ticket|order|submission|interview|user|
          customer|person|member|patient|client|subject)([\s-]*(id|no|nr|number|code|key))?$
        | ^(id|uuid|guid|key|index|nr|no|\#)$ | [\s-]id$ | ^id[\s-]
        """,
    "person_id": r"""
        ^(respondent|participant|user|customer|person|member|patient|client|subject|employee|author|reviewer)\b
        """,
    "administration": r"""
        \b(response|collector|record|survey)\ (status|type|language|version)\b | \bip(\ address)?$
        | \b(wave|batch|cohort|quota|weight|survey|questionnaire|panel|interviewer|moderator|interviewed\ by)\b
        | \b(submitted|created|updated|started|completed|finished|recorded|received|timestamp|date|datetime|
             duration|time\ taken|start\ ?time|end\ ?time|user\ ?agent|browser|device|operating\ system)\b
        | \b(channel|source|utm_\w+|referr?er|recruit\w*|campaign|reward|incentive|voucher|consent)\b
        | \bhow\ did\ you\ hear\b
        | \b(anything\ else|any\ other\ comments?|(further|other|additional)\ comments?)\b
        | \b(sonst\ noch\ etwas|autre\ chose|algo\ más)\b
        | \b(datum|welle|quelle|befragung|fecha|fuente|horodatage|canal|vague)\b
        """,
    "demography": r"""
        \b(age|how\ old|year\ of\ birth|birth\ ?(year|date|day)|date\ of\ birth|born|gender|sex|pronouns?|
           country|nationality|region|state|province|county|city|town|location|where\ do\ you\ live|zip|
           post\ ?code|postal|continent|native\ language|mother\ tongue|education|degree|qualification|school|
           income|salary|household|marital|married|children|kids|ethnicity|race|religion|
           industry|sector|(company|organi[sz]ation)\ size|number\ of\ employees)\b
        | \b(alter|geschlecht|land|wohnort|plz|bildung\w*|abschluss|einkommen|haushalt\w*|branche)\b
        | \b(familienstand|geburtsjahr|âge|sexe|genre|pays|ville|diplôme|revenu)\b
        | \b(edad|género|sexo|país|ciudad|estudios|ingresos|età|paese|idade)\b
        """,
    "subject": r"""
        ^(product|item|sku|brand|model|store|department|division|class|category|topic|intent|label|tag|theme|
          segment|cluster)(\ (name|type|category|title|label|code))?$
        | ^((positive|negative)\ feedback|helpful(ness)?|up\ ?votes?|down\ ?votes?|likes|reactions|views|clicks)
          (\ (count|votes|score))?$
        """,
    "email": r"\be-?mails?\b | \bmail\ address\b | \bcorreo\b | \bcourriel\b",
    "phone": r"""
        \b(phone|telephone|mobile(\ number)?|cell(\ number)?|tel|telefon(nummer)?|handy(nummer)?|téléphone|teléfono)\b
        """,
    "person_name": r"""
        ^((your|respondent|respondent's|customer|user|contact|participant|employee|patient)\ )?
          ((full|first|last|given|family|middle|sur|maiden)\ ?)?names?$
        | \bwhat('s|\ is)\ your\ (full\ |first\ |last\ )?name\b | \b(first|last|full|given|family)[\s-]?name\b
        | ^(vorname|nachname|familienname|nom|prénom|nombre|apellidos?|cognome|nome|naam|voornaam|achternaam)$
        """,
    "address": r"""
        \b(street|(home|postal|mailing|shipping|billing|your)\ address|address(\ line)?(\ \d)?)\b
        | \b(stra(ss|ß)e|adresse|anschrift|dirección|indirizzo)\b
        """,
    "count": r"""
        \b(how\ many|number\ of|count|hours?|minutes?|days?|years?|months?|weeks?|people|users|employees|age|how\ old|
           children|kids|times|amount|price|cost|spend\w*|salary|income|anzahl|jahre|stunden|cuántos|combien)\b
        """,
    "occupation": r"\b(role|job|position|profession|occupation|beruf|tätigkeit|métier|profesión|ocupación)\b",
    "rating": r"""
        \b(rate|rating|score|stars?|satisf\w+|likely|likelihood|recommend|agree|nps|scale|bewert\w+|puntuación)\b
        | \(\d+\s*[-–]\s*\d+\)
        """,
    "open": r"""
        \b(why|describe|tell\ us|explain|comment\w*|feedback|reason|what\ do\ you|what\ would|in\ your\ own\ words|
           review|suggestion\w*|improve\w*|thoughts|opinion|other\ remarks|answer|text|transcript)\b
        | \b(warum|beschreib\w*|pourquoi|por\ qué)\b
        """,
}
_PATTERNS = {kind: re.compile(words, re.IGNORECASE | re.VERBOSE) for kind, words in _WORDS.items()}


def spoken(name: str) -> str:
    """A column name as words: "submitted_at" and "SubmittedAt" both become "submitted at"."""
    name = re.sub(r"(?<=[a-zà-ÿ])(?=[A-Z])", " ", name)
    return " ".join(name.replace("_", " ").replace(".", " ").split())


def names(kind: str, name: str) -> bool:
    """Whether a column's name speaks of `kind`: administration, demography, email, phone, person_name, count …"""
    return bool(_PATTERNS[kind].search(spoken(name)))
