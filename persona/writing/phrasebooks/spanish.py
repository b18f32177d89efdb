"""Spanish: "¿Qué herramientas usa?" + "Excel" -> "usa Excel"."""

from __future__ import annotations

import re

from persona.writing.phrasebooks.book import Phrasebook, listed, pattern, yes_or_no
from persona.writing.phrasebooks.figures import Figures
from persona.writing.wordforms import lower, lower_role

_VERBS = {
    "usa": "usa", "usas": "usa", "usan": "usa", "utiliza": "utiliza", "utilizas": "utiliza", "utilizan": "utiliza",
    "tiene": "tiene", "tienes": "tiene", "lee": "lee", "lees": "lee", "compra": "compra", "compras": "compra",
    "prefiere": "prefiere", "prefieres": "prefiere", "necesita": "necesita", "necesitas": "necesita",
    "planifica": "planifica", "planificas": "planifica", "cocina": "cocina", "cocinas": "cocina",
}  # fmt: skip
_VERB = "|".join(_VERBS)


def _and(names: list[str]) -> str:
    return listed(names, "e" if re.match(r"h?[ií](?!e)", names[-1], re.IGNORECASE) else "y")


def _small(names: list[str]) -> str:
    return _and([lower(name) for name in names])


def _uses(match: re.Match[str], names: list[str]) -> str:
    also = "también " if re.search(r"\botr[oa]s\b", match[1], re.IGNORECASE) else ""
    rest = f" {match[3]}" if match[3] else ""
    return f"{also}{_VERBS[match[2].lower()]} {_and(names)}{rest}"


def _cares(_: re.Match[str], names: list[str]) -> str:
    return f"da más importancia a {_small(names)}"


def _uses_for(match: re.Match[str], names: list[str]) -> str:
    return f"{_VERBS[match[1].lower()]} {match[2]} para {_small(names)}"


def _yes_no(match: re.Match[str], names: list[str]) -> str | None:
    answer = yes_or_no(names, ("sí", "si"), ("no",))
    return None if answer is None else f"{'' if answer else 'no '}{_VERBS[match[1].lower()]} {match[2]}"


def _frequency(match: re.Match[str], names: list[str]) -> str:
    rest = re.sub(r"\btu(s?)\b", r"su\1", match[2])
    return f"{_VERBS[match[1].lower()]} {rest} {lower(names[0])}"


def _works_in(_: re.Match[str], names: list[str]) -> str:
    return f"trabaja en {_small(names)}"


SPANISH = Phrasebook(
    code="es",
    conjunction="y",
    alternative="o",
    also="también ",
    patterns=(
        (pattern(rf"(?:qu[eé]|cu[aá]les?) (.+?) ({_VERB})\b ?(.*)$"), _uses),
        (
            pattern(r"(?:qu[eé]|cu[aá]les?) (.+?) (?:(?:le|te|les) importan? m[aá]s|son m[aá]s importantes)\b.*$"),
            _cares,
        ),
        (pattern(rf"para qu[eé] ({_VERB}) (.+)$"), _uses_for),
        (pattern(rf"({_VERB}) (.+)$"), _yes_no),
        (pattern(rf"(?:con qu[eé] frecuencia|cada cu[aá]nto) ({_VERB}) (.+)$"), _frequency),
        (pattern(r"(?:sector|industria|[aá]rea de trabajo)$"), _works_in),
    ),
    yes="sí",
    no="no",
    agrees="De acuerdo: «{question}»",
    says="dice «{question}»",
    says_yes="dice sí a {things}",
    says_no="dice no a {things}",
    less_often="Con menos frecuencia que los demás: {label}.",
    small=lower,
    role=lower_role,
    a_role=lower_role,
    role_who="{role}; {pieces}.",
    role_often="Más a menudo que los demás {role} ({share}). {pieces}.",
    role_most_often="Casi siempre {role} ({share}).",
    mostly="Sobre todo {option}.",
    talks_more="Habla más que los demás de {topics}.",
    talks_most="Habla sobre todo de {topics}.",
    everyone="Todas las personas que respondieron.",
    no_difference="Sin diferencia clara con el conjunto.",
    like_everyone="Casi como todos. {label}: {share}.",
    stands_for="{name} representa a {size} de {rows} personas ({share}){who}.",
    more_often=", con más frecuencia que la media {roles}",
    answers_higher=", que puntúan «{question}» más alto que el conjunto {values}",
    answers_lower=", que puntúan «{question}» más bajo que el conjunto {values}",
    is_higher=", con un valor más alto en «{question}» que el conjunto {values}",
    is_lower=", con un valor más bajo en «{question}» que el conjunto {values}",
    against="({mean} frente a {everyone})",
    heads={
        "goal": "Lo que quieren",
        "need": "Lo que piden",
        "frustration": "Lo que les molesta",
        "motivation": "Lo que valoran",
        "behaviour": "Lo que hacen",
    },
    one_person="una persona",
    people="{count} personas",
    figures=Figures(
        mark=",",
        count_of="{count} de {base} personas",
        count_of_one="{count} de 1 persona",
        average="{ratio}× la media",
        points_more="{points} puntos más que el conjunto",
        points_less="{points} puntos menos que el conjunto",
        half="{spread}, la mitad de ellas",
        typically="normalmente {value}",
        of_scale=" de {top}",
        of_scale_down=" de {top} ({low} es lo mejor)",
        higher="{points} más que el conjunto",
        lower="{points} menos que el conjunto",
        nearer="{points} más cerca de {end} que el conjunto",
        say="{count} de {base} dicen algo así",
        one_said="una persona lo dijo",
        mention="{count} de {base} hablan de «{topic}»",
        also_say="{count} dicen algo así",
        opposite="{count} dijeron lo contrario",
        one_opposite="una persona dijo lo contrario",
    ),
)
