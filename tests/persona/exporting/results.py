"""A small result written by hand, so that a test can say every letter of what is made from it."""

from __future__ import annotations

from persona.models import (
    Evidence,
    Fact,
    GenerationResult,
    Persona,
    PersonaConfig,
    Quality,
    Segment,
    SegmentationSummary,
    Statement,
)

FACTS = (
    Fact(
        kind="share", column="Tool", label="Uses paper", value="62 %", everyone="34 %", comparison="1.8× average",
        direction="more", base=8,
    ),
    Fact(
        kind="number", column="Age", label="Age", value="34–46, half of them", everyone="30–50", comparison="",
        direction="same", base=8,
    ),
)  # fmt: skip


def said(row: int, quote: str, *, column: str = "Why?", counted: bool = True) -> Evidence:
    return Evidence(
        source="a.csv", row=row, line=row + 1, column=column, start=0, end=len(quote), quote=quote, counted=counted
    )


STATEMENTS = (
    Statement(
        id="1-goal-1", kind="goal", text="want <one> plan", origin="quoted", strength="clear", support=3, base=8,
        note="3 of 8 say something like this",
        evidence=(
            said(2, "want <one> plan"),
            said(5, "Want  <one> plan"),
            said(7, "a plan for the week"),
            said(9, "plans are nice", counted=False),
        ),
    ),
    Statement(
        id="1-frustration-1", kind="frustration", text="=too_many lists", origin="quoted", strength="weak", support=1,
        base=8, note="1 of 8 says this", evidence=(said(4, "=too_many lists"),),
    ),
)  # fmt: skip

PERSONA = Persona(
    index=1,
    name="Paula *Planner*",
    tagline="“One plan & done”",
    summary="Plans on Sundays.",
    size=8,
    share=0.4,
    facts=FACTS,
    statements=STATEMENTS,
    quotes=(said(3, "Sunday is my day."),),
    warnings=("Only 8 stand behind this persona.",),
)
BARE = Persona(
    index=2, name="Nora", tagline="Says little", summary="Ticks boxes.", size=12, share=0.6, facts=(), statements=(),
    quotes=(),
)  # fmt: skip

RESULT = GenerationResult(
    library_version="0.6.0",
    experiment="Meals [2026]",
    config=PersonaConfig(count=2),
    rows=20,
    sources=(),
    columns=(),
    segmentation=SegmentationSummary(
        segments=(Segment(index=1, size=8, share=0.4), Segment(index=2, size=12, share=0.6)),
        strength="weak",
        reason="Two, as you asked.",
        score=0.1,
        null_score=0.0,
        agreement=0.5,
        between=1,
    ),
    personas=(PERSONA, BARE),
    quality=Quality(
        statements=2, with_quotes=2, weak=1, dropped=0, quotes=5, verbatim=1.0, people_quoted=5, fit_well=0.9,
        between=1, distinctiveness=0.8,
    ),
    warnings=("Only 20 rows: groups will be small.",),
)  # fmt: skip
