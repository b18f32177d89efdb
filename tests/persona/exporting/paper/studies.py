"""Results of several kinds of study, written by hand: much to say, little to say, numbers only, one portrait of all."""

from __future__ import annotations

from typing import Any

from persona.kinds import KINDS, StatementKind
from persona.models import Contrast, Evidence, Fact, GenerationResult, GroupCount, Persona, Statement
from tests.persona.exporting.results import PERSONA, RESULT, said

LONG = "would rather settle all of the dinners of the week before Monday than think of one on each evening"


def quoted(number: int, kind: StatementKind = "goal", text: str = LONG, **changes: Any) -> Statement:
    passage = said(number, f"In my own words, {number}: {text}"[:200])
    fields = {
        "id": f"1-{kind}-{number}", "kind": kind, "text": f"{text} ({number})", "origin": "quoted",
        "strength": "clear", "support": 40 - number, "base": 90, "note": f"{40 - number} of 90 say something like this",
        "evidence": (passage,),
    }  # fmt: skip
    return Statement(**fields | changes)


def counted(number: int, kind: StatementKind = "behaviour", **changes: Any) -> Statement:
    fields = {
        "id": f"1-{kind}-c{number}", "kind": kind, "text": f"Cooks {number} dinners: 57 %, 13 points above everyone",
        "origin": "counted", "strength": "strong", "support": 51, "base": 90, "note": "51 of 90", "evidence": (),
        "question": f"How many dinners, {number}?", "option": "Five", "share": 0.57, "everyone_share": 0.44,
        "groups": tuple(GroupCount(persona=i, base=60, count=30, share=0.1 * i) for i in (1, 2, 3)),
    }  # fmt: skip
    return Statement(**fields | changes)


def fact(number: int, **changes: Any) -> Fact:
    fields = {
        "kind": "share", "column": f"q{number}", "label": f"Has answered question number {number} with yes",
        "value": "62 %", "everyone": "34 %", "comparison": "28 points more than everyone", "direction": "more",
        "base": 90, "share": 0.62, "everyone_share": 0.34,
    }  # fmt: skip
    return Fact(**fields | changes)


def number(at: int) -> Fact:
    return fact(at, kind="number", label=f"In which year, {at}?", value="1980–1992, half of them", share=None)


def contrast(other: int, statement: str) -> Contrast:
    text = f"Unlike “The improviser number {other}”: decides long before the week starts, 62 % here and 20 % there."
    return Contrast(persona=other, statement=statement, text=text, here="62 %", there="20 %")


def passages(count: int) -> tuple[Evidence, ...]:
    return tuple(
        said(i, f"Sunday is when I win or lose the week, and that is true {i} times over.") for i in range(count)
    )


def study(*personas: Persona, rows: int = 300, **changes: Any) -> GenerationResult:
    return RESULT.model_copy(update={"personas": personas, "rows": rows, **changes})


def persona(index: int = 1, **changes: Any) -> Persona:
    fields = {
        "index": index, "label": f"The Sunday planner number {index}", "name": "Marta", "size": 90, "share": 0.3,
        "statements": (), "facts": (), "quotes": (), "warnings": (), "unlike": (),
        "summary": "They plan on Sunday. The plan holds until something moves. Then food goes off. They start again.",
    }  # fmt: skip
    return PERSONA.model_copy(update=fields | changes)


FULL = persona(
    1,
    label="Settles all dinners before Monday, uses a paper list and shops once a week",
    statements=tuple(quoted(i, kind) for kind in KINDS for i in range(6)) + tuple(counted(i) for i in range(3)),
    facts=tuple(fact(i) for i in range(9)) + tuple(number(i) for i in range(12)),
    quotes=passages(3),
    unlike=tuple(contrast(i, "1-goal-1") for i in (2, 3, 4)),
)
THIN = persona(
    2, statements=tuple(quoted(i, "need") for i in range(3)), quotes=passages(1), facts=(fact(1),), size=12, share=0.04
)
NUMBERS = persona(
    3, label="", name="Kim", statements=tuple(counted(i, "opinion") for i in range(5)),
    facts=tuple(fact(i) for i in range(6)), unlike=(contrast(1, "1-opinion-c1"),),
)  # fmt: skip
INTERVIEWS = persona(
    1, label="Everyone", size=60, share=1.0, quotes=passages(3),
    statements=tuple(
        quoted(i, kind, f"feel in control of what I do number {i}") for kind in ("goal", "opinion") for i in range(4)
    ),
)  # fmt: skip
USUAL = persona(
    4,
    statements=(
        *(
            quoted(i, kind, f"A list in the order of the shop {i}")
            for kind in ("goal", "need", "frustration")
            for i in range(4)
        ),
        *(counted(i) for i in range(3)),
    ),
    facts=(*(fact(i) for i in range(4)), number(1)),
    quotes=passages(3),
    unlike=(contrast(1, "x"), contrast(2, "x")),
)
STUDIES = {
    "much and little": study(FULL, THIN, NUMBERS, USUAL),
    "interviews": study(INTERVIEWS, rows=60),
}
SIX = study(*(p.model_copy(update={"index": i}) for i, p in enumerate((FULL, USUAL, NUMBERS, FULL, USUAL, THIN), 1)))
