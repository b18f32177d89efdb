"""What nobody was asked: groups that a tool made of a score, states of its records, who worked on them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from persona.models import Column

_ENDS = """
    detractor detractors critic critics kritiker detraktor detraktoren détracteur détracteurs detractores detrator
    detratores detrattore detrattori criticaster criticasters krytyk krytycy kritik kriitikko arvostelija critico
    criticos критик критики промоутер промоутеры 批判者 推奨者 비추천자 추천자 批评者 推荐者
    promoter promoters promotor promotoren promoteur promoteurs promotores promotore promotori promotér promotorzy
    förespråkare suosittelija ambassadør ambassadører tavsiyeci
"""
_MIDDLE = """
    passive passives passiv passiver passif passifs pasivo pasivos passivo passivos passivi passief passieven
    neutral neutre neutro neutros neutri pasywny pasywni pasivní passiivinen indifferent indifferente пассивный
    нейтралы 中立者 중립자 被动者
"""
AGAINST_AND_FOR = frozenset(_ENDS.split())
"""Both ends of the groups that tools make of "would you recommend us", in the languages of questionnaires."""
BETWEEN = frozenset(_MIDDLE.split())
_STATES = frozenset({"offered", "unoffered"})
"""Whether a help desk asked for a score: beside "good" and "bad" in one column."""
_BY_TOOLS = re.compile(
    r"^(?:is[ _])?(?:verified|verifiziert|vérifié|verificado|verificada|geverifieerd|zweryfikowan[ye])\b.{0,24}$"
    r"|^.{0,16}\b(?:verified|verifizierter|vérifié|verificada|verificato)(?: (?:purchase|buyer|reviewer|user|kauf))?$"
    r"|^(?:nb[_ ])?(?:helpful|useful|hilfreich|utile|útil)(?:ness)?(?: (?:votes?|count|score))?$"
    r"|^(?:assignee|assigned to|zugewiesen(?: an)?|assigné à|asignado a|atribuído a|responsável|bearbeiter(?:in)?)\b"
    r"|(?:\?|[-_ ]nps)[-_ ]*group$|^(?:reopens|repl(?:y|ies)(?: count)?|(?:responded )?via)$"
    r"|^.{0,24}\balerts?(?:[ _](?:type|level|status|colou?r))?$|^(?:ticket|case)[ _](?:status|state|group|form)$",
    re.IGNORECASE,
)


def was_not_asked(column: Column) -> bool:
    """Whether a column holds what a tool derived or what a record is in, and nothing that a person answered."""
    return _BY_TOOLS.search(column.question.strip()) is not None or _is_derived(column.options)


def _is_derived(options: Collection[str]) -> bool:
    said = {option.strip().casefold() for option in options}
    groups = bool(said & AGAINST_AND_FOR) and said <= AGAINST_AND_FOR | BETWEEN
    return groups or bool(said & _STATES)
