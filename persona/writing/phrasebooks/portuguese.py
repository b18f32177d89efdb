"""Portuguese: "Quais ferramentas você usa?" + "Excel" -> "usa Excel"."""

from __future__ import annotations

import re

from persona.writing.phrasebooks.book import Phrasebook, listed, pattern, yes_or_no
from persona.writing.phrasebooks.figures import Figures
from persona.writing.wordforms import lower, lower_role

_VERBS = {
    "usa": "usa", "usas": "usa", "utiliza": "utiliza", "utilizas": "utiliza", "tem": "tem", "tens": "tem", "lê": "lê",
    "compra": "compra", "prefere": "prefere", "precisa de": "precisa de", "planeja": "planeja", "planeia": "planeia",
    "cozinha": "cozinha",
}  # fmt: skip
_VERB = "|".join(_VERBS)
_YOU = "(?:voc[eê]s? |tu |o senhor |a senhora )?"


def _small(names: list[str]) -> str:
    return listed([lower(name) for name in names], "e")


def _uses(match: re.Match[str], names: list[str]) -> str:
    also = "também " if re.search(r"\boutr[oa]s\b", match[1], re.IGNORECASE) else ""
    rest = f" {match[3]}" if match[3] else ""
    return f"{also}{_VERBS[match[2].lower()]} {listed(names, 'e')}{rest}"


def _cares(_: re.Match[str], names: list[str]) -> str:
    return f"dá mais importância a {_small(names)}"


def _uses_for(match: re.Match[str], names: list[str]) -> str:
    return f"{_VERBS[match[1].lower()]} {match[2]} para {_small(names)}"


def _yes_no(match: re.Match[str], names: list[str]) -> str | None:
    answer = yes_or_no(names, ("sim",), ("não", "nao"))
    return None if answer is None else f"{'' if answer else 'não '}{_VERBS[match[1].lower()]} {match[2]}"


def _frequency(match: re.Match[str], names: list[str]) -> str:
    return f"{_VERBS[match[1].lower()]} {match[2]} {lower(names[0])}"


def _works_in(_: re.Match[str], names: list[str]) -> str:
    return f"trabalha em {_small(names)}"


PORTUGUESE = Phrasebook(
    code="pt",
    conjunction="e",
    alternative="ou",
    also="também ",
    patterns=(
        (pattern(rf"(?:quais|que|qual) (.+?) {_YOU}({_VERB})\b ?(.*)$"), _uses),
        (pattern(r"(?:quais|que|qual) (.+?) (?:importam mais|s[aã]o (?:as |os )?mais importantes)\b.*$"), _cares),
        (pattern(rf"para qu[eê] {_YOU}({_VERB}) (.+)$"), _uses_for),
        (pattern(rf"(?:com que frequ[eê]ncia) {_YOU}({_VERB}) (.+)$"), _frequency),
        (pattern(rf"{_YOU}({_VERB}) (.+)$"), _yes_no),
        (pattern(r"(?:setor|ind[uú]stria|[aá]rea de trabalho)$"), _works_in),
    ),
    yes="sim",
    no="não",
    agrees="Concorda: “{question}”",
    says="diz “{question}”",
    says_yes="diz sim a {things}",
    says_no="diz não a {things}",
    less_often="Com menos frequência do que os outros: {label}.",
    small=lower,
    role=lower_role,
    a_role=lower_role,
    role_who="{role}; {pieces}.",
    role_often="Mais vezes do que os outros {role} ({share}). {pieces}.",
    role_most_often="Sobretudo {role} ({share}).",
    mostly="Sobretudo {option}.",
    talks_more="Fala mais do que os outros de {topics}.",
    talks_most="Fala sobretudo de {topics}.",
    everyone="Todas as pessoas que responderam.",
    no_difference="Sem diferença clara em relação ao conjunto.",
    like_everyone="Quase como todos. {label}: {share}.",
    stands_for="{name} representa {size} de {rows} pessoas ({share}){who}.",
    more_often=", com mais frequência do que a média {roles}",
    answers_higher=", que dão notas mais altas a “{question}” do que o conjunto {values}",
    answers_lower=", que dão notas mais baixas a “{question}” do que o conjunto {values}",
    is_higher=", com um valor mais alto em “{question}” do que o conjunto {values}",
    is_lower=", com um valor mais baixo em “{question}” do que o conjunto {values}",
    against="({mean} contra {everyone})",
    heads={
        "goal": "O que querem",
        "need": "O que pedem",
        "frustration": "O que atrapalha",
        "motivation": "O que valorizam",
        "behaviour": "O que fazem",
    },
    one_person="uma pessoa",
    people="{count} pessoas",
    figures=Figures(
        mark=",",
        count_of="{count} de {base} pessoas",
        count_of_one="{count} de 1 pessoa",
        average="{ratio}× a média",
        points_more="{points} pontos a mais que o conjunto",
        points_less="{points} pontos a menos que o conjunto",
        half="{spread}, metade delas",
        typically="normalmente {value}",
        of_scale=" de {top}",
        of_scale_down=" de {top} ({low} é o melhor)",
        higher="{points} a mais que o conjunto",
        lower="{points} a menos que o conjunto",
        nearer="{points} mais perto de {end} do que o conjunto",
        say="{count} de {base} dizem algo assim",
        one_said="uma pessoa disse isso",
        mention="{count} de {base} falam de “{topic}”",
        also_say="{count} dizem algo assim",
        opposite="{count} disseram o contrário",
        one_opposite="uma pessoa disse o contrário",
    ),
)
