"""French: "Quels outils utilisez-vous ?" + "Excel" -> "utilise Excel"."""

from __future__ import annotations

import re

from persona.writing.phrasebooks.book import Phrasebook, listed, pattern, yes_or_no
from persona.writing.phrasebooks.figures import Figures
from persona.writing.wordforms import lower, lower_role

_VERBS = {
    "utilisez": "utilise", "utilises": "utilise", "employez": "emploie", "avez": "a", "as": "a", "lisez": "lit",
    "lis": "lit", "achetez": "achète", "achètes": "achète", "préférez": "préfère", "préfères": "préfère",
    "planifiez": "planifie", "planifies": "planifie", "cuisinez": "cuisine", "cuisines": "cuisine",
    "possédez": "possède", "possèdes": "possède",
}  # fmt: skip
_VERB = "|".join(_VERBS)
_YOU = "(?:vous|tu)"


def _and(names: list[str]) -> str:
    return listed(names, "et")


def _small(names: list[str]) -> str:
    return _and([lower(name) for name in names])


def _uses(match: re.Match[str], names: list[str]) -> str:
    also = " aussi" if re.search(r"\bautres?\b", match[1], re.IGNORECASE) else ""
    rest = f" {match[3]}" if match[3] else ""
    return f"{_VERBS[match[2].lower()]}{also} {_and(names)}{rest}"


def _cares(_: re.Match[str], names: list[str]) -> str:
    return f"tient le plus à {_small(names)}"


def _uses_for(match: re.Match[str], names: list[str]) -> str:
    return f"{_VERBS[match[1].lower()]} {match[2]} pour {_small(names)}"


def _yes_no(match: re.Match[str], names: list[str]) -> str | None:
    answer, verb = yes_or_no(names, ("oui",), ("non",)), _VERBS[match[1].lower()]
    if answer is None:
        return None
    if answer:
        return f"{verb} {match[2]}"
    what = re.sub(
        r"^(?:une?|des) (?=(?P<vowel>[aeiouéèêâîôhy])?)", lambda one: "d’" if one["vowel"] else "de ", match[2]
    )
    return f"{'n’' if verb[0] in 'aeiouéè' else 'ne '}{verb} pas {what}"


def _frequency(match: re.Match[str], names: list[str]) -> str:
    rest = re.sub(r"\b(?:votre|ton|ta)\b", "son", re.sub(r"\b(?:vos|tes)\b", "ses", match[2]))
    return f"{_VERBS[match[1].lower()]} {rest} {lower(names[0])}"


def _works_in(_: re.Match[str], names: list[str]) -> str:
    return f"travaille dans : {_small(names)}"


FRENCH = Phrasebook(
    code="fr",
    conjunction="et",
    alternative="ou",
    also="",
    patterns=(
        (pattern(rf"quel(?:le)?s? (.+?) ({_VERB})[- ]{_YOU}\b ?(.*)$"), _uses),
        (pattern(r"quel(?:le)?s? (.+?) (?:comptent le plus|sont les plus importante?s)\b.*$"), _cares),
        (pattern(rf"pour (?:quoi|quel usage) ({_VERB})[- ]{_YOU} (.+)$"), _uses_for),
        (pattern(rf"({_VERB})[- ]{_YOU} (.+)$"), _yes_no),
        (pattern(rf"[aà] quelle fr[eé]quence ({_VERB})[- ]{_YOU} (.+)$"), _frequency),
        (pattern(r"(?:secteur|domaine|branche)$"), _works_in),
    ),
    yes="oui",
    no="non",
    agrees="D’accord : « {question} »",
    says="dit « {question} »",
    says_yes="dit oui à {things}",
    says_no="dit non à {things}",
    less_often="Moins souvent que les autres : {label}.",
    small=lower,
    role=lower_role,
    a_role=lower_role,
    role_who="{role} ; {pieces}.",
    role_often="Plus souvent que les autres {role} ({share}). {pieces}.",
    role_most_often="Le plus souvent {role} ({share}).",
    mostly="Surtout {option}.",
    talks_more="Parle plus que les autres de {topics}.",
    talks_most="Parle surtout de {topics}.",
    everyone="Toutes les personnes qui ont répondu.",
    no_difference="Pas de différence nette avec l’ensemble.",
    like_everyone="À peu près comme tous. {label} : {share}.",
    stands_for="{name} représente {size} personnes sur {rows} ({share}){who}.",
    more_often=", plus souvent que la moyenne {roles}",
    answers_higher=", qui notent « {question} » plus haut que l’ensemble {values}",
    answers_lower=", qui notent « {question} » plus bas que l’ensemble {values}",
    is_higher=", avec une valeur plus haute pour « {question} » que l’ensemble {values}",
    is_lower=", avec une valeur plus basse pour « {question} » que l’ensemble {values}",
    against="({mean} contre {everyone})",
    heads={
        "goal": "Ce qu’ils veulent",
        "need": "Ce qu’ils demandent",
        "frustration": "Ce qui les gêne",
        "motivation": "Ce qu’ils apprécient",
        "behaviour": "Ce qu’ils font",
    },
    one_person="une personne",
    people="{count} personnes",
    figures=Figures(
        mark=",",
        count_of="{count} personnes sur {base}",
        count_of_one="{count} personne sur 1",
        average="{ratio}× la moyenne",
        points_more="{points} points de plus que l’ensemble",
        points_less="{points} points de moins que l’ensemble",
        half="{spread} pour la moitié d’entre elles",
        typically="typiquement {value}",
        of_scale=" sur {top}",
        of_scale_down=" sur {top} ({low} est le mieux)",
        higher="{points} de plus que l’ensemble",
        lower="{points} de moins que l’ensemble",
        nearer="plus proche de {end} de {points} que l’ensemble",
        say="{count} sur {base} disent à peu près cela",
        one_said="une personne l’a dit",
        mention="{count} sur {base} parlent de « {topic} »",
        also_say="{count} disent à peu près cela",
        opposite="{count} ont dit le contraire",
        one_opposite="une personne a dit le contraire",
    ),
)
