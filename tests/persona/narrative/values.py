"""Statements, facts and personas of few words, for tests of what is told of them."""

from __future__ import annotations

from persona.models import Evidence, Fact, GroupCount, Persona, Statement

PASSAGE = Evidence(source="a.csv", row=1, line=2, column="q", start=0, end=2, quote="No")


def persona(*statements: Statement, index: int = 1, size: int = 100, **more: object) -> Persona:
    fields: dict[str, object] = {"index": index, "name": "Kim", "tagline": "Mostly A lot.", "summary": "", "size": size}
    fields |= {"share": 0.5, "facts": (), "statements": statements, "quotes": ()}
    return Persona.model_validate(fields | more)


def said(name: str, kind: str = "frustration", text: str = "It takes too long.", **more: object) -> Statement:
    """A quoted statement."""
    fields: dict[str, object] = {"id": name, "kind": kind, "text": text, "origin": "quoted", "strength": "clear"}
    fields |= {"support": 3, "base": 20, "note": "3 of 20 say something like this", "evidence": (PASSAGE,)}
    return Statement.model_validate(fields | more)


def shared(name: str, here: float, *there: float, kind: str = "behaviour") -> Statement:
    """A counted statement with its share here, in persona 1, and in those after it."""
    groups = [
        GroupCount(persona=n, base=100, count=round(100 * s), share=s) for n, s in enumerate((here, *there), start=1)
    ]
    return said(name, kind, origin="counted", share=here, groups=groups, evidence=())


def rated(name: str, here: float, *there: float, kind: str = "opinion") -> Statement:
    """A counted statement with its mean."""
    groups = [GroupCount(persona=n, base=100, mean=mean) for n, mean in enumerate((here, *there), start=1)]
    return said(name, kind, origin="counted", mean=here, groups=groups, evidence=())


def fact(label: str, value: str = "62\u00a0%", everyone: str = "34\u00a0%", **more: object) -> Fact:
    fields: dict[str, object] = {"kind": "share", "column": label, "label": label, "value": value, "base": 100}
    fields |= {"everyone": everyone, "comparison": "", "direction": "more", "option": "yes"}
    return Fact.model_validate(fields | more)
