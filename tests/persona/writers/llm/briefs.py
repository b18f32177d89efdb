"""A brief made by hand, for tests that need no file, no run and no groups."""

from __future__ import annotations

from persona.models import Fact, Segment
from persona.writers.llm.question import compose
from persona.writers.llm.templates import template_for
from persona.writing import Passage, SegmentBrief

INVOICES = "I want to get invoices out the same day the job is done"
LATE = "Clients pay late and nothing reminds them except me"
PAPER = "I plan the week on paper every Sunday evening"
PAPER_FACT = Fact(
    kind="share",
    column="tool",
    label="Uses paper or a whiteboard",
    value="62 %",
    everyone="34 %",
    comparison="1.8× average",
    direction="more",
    option="paper",
    count=31,
    base=50,
    share=0.62,
    everyone_share=0.34,
)


def passage(id_: str, kind: str, text: str, **other: object) -> Passage:
    known = {
        "id": id_,
        "kind": kind,
        "text": text,
        "question": "What do you wish for?",
        "column": "wish",
        "row": 1,
        "start": 0,
        "end": len(text),
        "support": 5,
        "base": 40,
        "note": "5 of 40 say something like this",
        "strength": "clear",
        "distinct": 2.0,
        "quality": 1.0,
        "stands": True,
    }
    return Passage.model_validate(known | other)


PASSAGES = (
    passage("q1", "goal", INVOICES),
    passage("q2", "frustration", LATE, support=10, question="What bothers you?", column="bother"),
    passage("q3", "behaviour", PAPER, support=0, base=0, question="What bothers you?", column="bother"),
)


def brief(*passages: Passage, **other: object) -> SegmentBrief:
    known = {
        "segment": Segment(index=1, size=50, share=0.5),
        "rows": 100,
        "name": "Maren",
        "tagline": "Uses paper or a whiteboard",
        "summary": "Half of all people.",
        "facts": (PAPER_FACT,),
        "passages": passages or PASSAGES,
        "leads": (),
    }
    return SegmentBrief.model_validate(known | other)


OFFER = compose(brief(), template_for(None))
