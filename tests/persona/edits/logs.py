"""A small result to be edited, and edits of it with ids and times that a test can say."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from persona.edits import (
    AddStatement,
    ApprovePersona,
    ArrangeSections,
    ChoosePortrait,
    CountQuote,
    Edit,
    HidePersona,
    HideStatement,
    JudgeStatement,
    LockPersona,
    MergePersonas,
    MoveStatement,
    NotePersona,
    NoteStatement,
    PinStatement,
    PlaceStatement,
    RenamePersona,
    Reverted,
    RewriteStatement,
    RewriteSummary,
    RewriteTagline,
    SetField,
    SplitPersona,
)
from persona.kinds import KINDS
from persona.models import Contrast, GenerationResult, Persona, Sections, Statement, StorySentence
from tests.persona.exporting.results import RESULT, said

if TYPE_CHECKING:
    from persona.edits import Action

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)


def edit(number: int, action: Action, who: str = "Ana", expects: str | None = None) -> Edit:
    """The edit “e1”, “e2” …, a minute after the one before."""
    return Edit(id=f"e{number}", when=NOON + timedelta(minutes=number), who=who, action=action, expects=expects)


def log(*actions: Action) -> list[Edit]:
    return [edit(number, action) for number, action in enumerate(actions, start=1)]


def statement(name: str, kind: str = "goal", text: str = "", *, rows: tuple[int, ...] = (2, 5, 7)) -> Statement:
    """One that as many people say as there are rows."""
    return Statement.model_validate(
        {
            "id": name, "kind": kind, "text": text or f"words of {name}", "origin": "quoted", "strength": "clear",
            "support": len(rows), "base": 8, "note": f"{len(rows)} of 8 say something like this",
            "evidence": [said(row, f"words of {name}, {row}", column=f"{name}?") for row in rows],
        }
    )  # fmt: skip


def told(name: str, note: str = "3 of 8 say something like this") -> StorySentence:
    """A sentence of the story that tells a statement."""
    return StorySentence(about="goal", text=f"What they want: “words of {name}” ({note}).", statements=(name,))


WHO = StorySentence(about="who", text="This group is 8 of 20 people.")
STORY = (WHO, told("1-goal-1"), told("1-goal-2"))
FIRST = Persona(
    index=1, name="Paula", label="Plans on Sundays", tagline="One plan and done", size=8, share=0.4, wrote=8,
    summary=" ".join(sentence.text for sentence in STORY), story=STORY, facts=(),
    quotes=(said(3, "Sunday is my day."),),
    statements=(statement("1-goal-1"), statement("1-goal-2"), statement("1-frustration-1", "frustration")),
)  # fmt: skip
UNLIKE = "Unlike “Plans on Sundays”: words of 2-goal-1."
SECOND = Persona(
    index=2, name="Nora", label="Cooks by heart", tagline="Says little", size=12, share=0.6, wrote=10,
    summary=UNLIKE, story=(StorySentence(about="unlike", text=UNLIKE, statements=("2-goal-1",)),), facts=(), quotes=(),
    statements=(statement("2-goal-1"), statement("2-need-1", "need", "A list")),
    unlike=(Contrast(persona=1, statement="2-goal-1", text=UNLIKE, here="3 of 8", there="none"),),
)  # fmt: skip
GENERATED = RESULT.model_copy(update={"personas": (FIRST, SECOND)})


def many(statements: int, personas: int = 10) -> GenerationResult:
    """A result with this many statements."""
    kinds = list(KINDS)
    made = []
    for index in range(1, personas + 1):
        own = sorted(range(statements // personas), key=lambda number: number % len(kinds))
        each = tuple(statement(f"{index}-{n}", kinds[n % len(kinds)]) for n in own)
        new = {"index": index, "label": f"Group {index}", "statements": each, "story": ()}
        made.append(FIRST.model_copy(update=new))
    return RESULT.model_copy(update={"personas": tuple(made)})


def random_action(draw: random.Random, result: GenerationResult, log: list[Edit]) -> Action:
    """Any edit of this result, also one that cannot be applied where the log has got to."""
    persona = draw.choice(result.personas)
    on = draw.choice(persona.statements).id
    number = persona.index
    quote = said(draw.randint(1, 9), "words that were found")
    possible: list[Action] = [
        RenamePersona(persona=number, label=f"Label {draw.random()}"),
        RewriteTagline(persona=number, text=f"Tagline {draw.random()}"),
        RewriteSummary(persona=number, text=f"Story {draw.random()}"),
        ChoosePortrait(persona=number, portrait=f"face{draw.randint(1, 14)}"),
        SetField(persona=number, name=f"Field {draw.randint(1, 7)}", text="a text"),
        NotePersona(persona=number, text="Ask in July."),
        HidePersona(persona=number, hidden=draw.random() < 0.5),
        ApprovePersona(persona=number, approved=draw.random() < 0.2),
        LockPersona(persona=number, locked=draw.random() < 0.2),
        RewriteStatement(statement=on, text=f"Words {draw.random()}"),
        HideStatement(statement=on, hidden=draw.random() < 0.5),
        PinStatement(statement=on),
        PlaceStatement(statement=on, place=draw.randint(1, 9)),
        MoveStatement(statement=on, kind=draw.choice(list(KINDS))),
        JudgeStatement(statement=on, judgement=draw.choice(["right", "wrong", None])),
        NoteStatement(statement=on, text="Only two of them."),
        CountQuote(statement=on, quote=quote, counted=draw.random() < 0.5),
        AddStatement(persona=number, kind="need", quotes=(quote,)),
        ArrangeSections(sections=draw.choice([None, Sections(), Sections(order=("need",), hidden=("story",))])),
    ]
    if draw.random() < 0.03:
        other = draw.choice(result.personas).index
        return MergePersonas(personas=(number, other))
    if draw.random() < 0.03:
        return SplitPersona(persona=number, made=(FIRST, SECOND))
    if log and draw.random() < 0.1:
        return Reverted(edit=draw.choice(log).id)
    return draw.choice(possible)
