"""German: "Welche Werkzeuge nutzen Sie?" + "Excel" -> "nutzt Excel". Roles stand without article or gender."""

from __future__ import annotations

import re

from persona.writing.phrasebooks.book import Phrasebook, listed, pattern, yes_or_no
from persona.writing.phrasebooks.figures import Figures
from persona.writing.wordforms import short

_VERBS = {
    "nutzen": "nutzt", "nutzt": "nutzt", "nutzst": "nutzt", "benutzen": "benutzt", "benutzt": "benutzt",
    "verwenden": "verwendet", "verwendet": "verwendet", "verwendest": "verwendet", "besitzen": "besitzt",
    "besitzt": "besitzt", "haben": "hat", "habt": "hat", "hast": "hat", "lesen": "liest", "liest": "liest",
    "kaufen": "kauft", "kauft": "kauft", "kaufst": "kauft", "brauchen": "braucht", "braucht": "braucht",
    "planen": "plant", "plant": "plant", "planst": "plant", "kochen": "kocht", "kocht": "kocht", "kochst": "kocht",
}  # fmt: skip
_VERB = "|".join(_VERBS)
_YOU = "(?:sie|ihr|du)"


def _their(text: str) -> str:
    return re.sub(r"\b(?:ihre|eure|deine)(\w*)\b", r"die eigene\1", text, flags=re.IGNORECASE)


def _uses(match: re.Match[str], names: list[str]) -> str:
    also = "auch " if re.search(r"\b(?:andere|weitere|sonst)", match[1], re.IGNORECASE) else ""
    rest = f" {match[3]}" if match[3] else ""
    said = f"{_VERBS[match[2].lower()]} {also}{listed(names, 'und')}"
    return f"{said}{rest}"


def _cares(_: re.Match[str], names: list[str]) -> str:
    return f"legt am meisten Wert auf {listed(names, 'und')}"


def _uses_for(match: re.Match[str], names: list[str]) -> str:
    return f"{_VERBS[match[1].lower()]} {match[2]} für {listed(names, 'und')}"


def _yes_no(match: re.Match[str], names: list[str]) -> str | None:
    answer = yes_or_no(names, ("ja",), ("nein",))
    verb, what = _VERBS[match[1].lower()], match[2]
    if answer is None or answer:
        return None if answer is None else f"{verb} {what}"
    return f"{verb} k{what}" if re.match(r"eine?[nmr]?\b", what) else f"{verb} {what} nicht"


def _frequency(match: re.Match[str], names: list[str]) -> str:
    return f"{_VERBS[match[1].lower()]} {_their(match[2])} {names[0][:1].lower() + names[0][1:]}"


def _works_in(_: re.Match[str], names: list[str]) -> str:
    return f"arbeitet in der Branche {listed(names, 'und')}"


GERMAN = Phrasebook(
    code="de",
    conjunction="und",
    alternative="oder",
    also="",
    patterns=(
        (pattern(rf"welche[nrs]? (.+?) ({_VERB}) {_YOU}\b ?(.*)$"), _uses),
        (pattern(r"welche[nrs]? (.+?) (?:sind|ist) (?:ihnen|dir|euch|f[uü]r \w+) (?:am )?wichtig\w*$"), _cares),
        (pattern(rf"wof[uü]r ({_VERB}) {_YOU} (.+)$"), _uses_for),
        (pattern(rf"({_VERB}) {_YOU} (.+)$"), _yes_no),
        (pattern(rf"wie oft ({_VERB}) {_YOU} (.+)$"), _frequency),
        (pattern(r"(?:branche|sektor|arbeitsbereich)$"), _works_in),
    ),
    yes="ja",
    no="nein",
    agrees="Stimmt zu: „{question}“",
    says="sagt „{question}“",
    says_yes="sagt ja zu {things}",
    says_no="sagt nein zu {things}",
    less_often="Seltener als andere: {label}.",
    small=short,
    role=short,
    a_role=short,
    role_who="{role}; {pieces}.",
    role_often="Häufiger als andere {role} ({share}). {pieces}.",
    role_most_often="Am häufigsten {role} ({share}).",
    mostly="Meist {option}.",
    talks_more="Spricht mehr als andere über {topics}.",
    talks_most="Spricht am meisten über {topics}.",
    everyone="Alle, die geantwortet haben.",
    no_difference="Kein klarer Unterschied zu allen.",
    like_everyone="Fast wie alle. {label}: {share}.",
    stands_for="{name} steht für {size} von {rows} Befragten ({share}){who}.",
    more_often=", häufiger als im Durchschnitt {roles}",
    answers_higher=", die „{question}“ höher beantworten als alle {values}",
    answers_lower=", die „{question}“ niedriger beantworten als alle {values}",
    is_higher=", mit höherem Wert bei „{question}“ als alle {values}",
    is_lower=", mit niedrigerem Wert bei „{question}“ als alle {values}",
    against="({mean} gegenüber {everyone})",
    heads={
        "goal": "Was sie wollen",
        "need": "Was sie brauchen",
        "frustration": "Was sie stört",
        "motivation": "Was sie schätzen",
        "behaviour": "Was sie tun",
    },
    one_person="eine Person",
    people="{count} Personen",
    figures=Figures(
        mark=",",
        count_of="{count} von {base} Personen",
        count_of_one="{count} von 1 Person",
        average="{ratio}× Durchschnitt",
        points_more="{points} Punkte mehr als alle",
        points_less="{points} Punkte weniger als alle",
        half="{spread}, die Hälfte von ihnen",
        typically="meist {value}",
        of_scale=" von {top}",
        of_scale_down=" von {top} ({low} ist am besten)",
        higher="{points} höher als alle",
        lower="{points} niedriger als alle",
        nearer="{points} näher an {end} als alle",
        say="{count} von {base} sagen so etwas",
        one_said="eine Person sagte das",
        mention="{count} von {base} sprechen von „{topic}“",
        also_say="{count} sagen so etwas",
        opposite="{count} sagten das Gegenteil",
        one_opposite="eine Person sagte das Gegenteil",
    ),
)
