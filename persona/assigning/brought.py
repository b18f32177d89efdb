"""Personas from elsewhere: which people of a study each describes, by the answers and words that it says they have.

Each answer and each way of speaking speaks for a persona or against it, by how much more its people would share it
than everyone does; who is nearer to everyone than to any of them is in none. Nothing is learnt from places that
are known, for there are none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from persona.assigning.evidence import questions_of
from persona.messages import configuration_error, sentence
from persona.models.brought import MOST_BROUGHT, BroughtCount, BroughtPlace, BroughtPlaces
from persona.models.columns import ColumnRole
from persona.numerals import people as people_told
from persona.numerals import percent
from persona.recoding.cells import SEPARATOR
from persona.text.encoder import sentence_encoder

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from persona.asking.index import Index
    from persona.assigning.evidence import Question
    from persona.models import Column
    from persona.models.brought import BroughtPersona

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int16]

OWN_SHARE = 0.5
"""How many of those who would not answer so among everyone do among a persona's people."""
RARE, COMMON = 0.02, 0.98
NEARER = 1.0
"""Standard deviations by which a persona's people are nearer to its words than everyone."""
CLEAR = 0.8
"""Probability from which a place is called clear."""
NAMED = 5


class Known(NamedTuple):
    """What is known of the study's people: cells of closed questions by column, and how many rows there are."""

    columns: Sequence[Column]
    cells: dict[str, list[str]]
    rows: int


def place_among(
    brought: Sequence[BroughtPersona], known: Known, index: Index, own: Ints, found: Sequence[int]
) -> BroughtPlaces:
    """Everybody among the personas brought.

    Args:
        brought: the personas.
        known: the study's closed questions with everybody's cells.
        index: what people wrote, with its meaning.
        own: by row, the study's own persona; 0 for whoever is no respondent.
        found: the numbers of the study's own personas.

    Raises:
        ConfigurationError: there are none, too many, two of one name, or nothing of them can be compared.
    """
    _checked(brought)
    questions = {each.column.name: each for each in questions_of(known.columns, known.cells)}
    answered = np.zeros(known.rows, np.bool_)
    evidence, unknown = np.zeros((known.rows, len(brought))), dict[str, None]()
    for at, persona in enumerate(brought):
        for asked, answer in persona.answers.items():
            question = _question(asked, questions)
            wanted = None if question is None else _levels(question, answer)
            if question is None or wanted is None:
                unknown[asked if question is None else f"{asked}: {_told(answer).replace(SEPARATOR, ', ')}"] = None
                continue
            agrees, said = _agreement(question, known.cells[question.column.name], wanted)
            evidence[:, at] += _weighed(agrees, said)
            answered |= said
        if persona.says and len(index):
            spoken, wrote = _spoken(persona.says, index, known.rows)
            evidence[:, at] += spoken
            answered |= wrote
    answered &= own > 0
    if not answered.any():
        raise configuration_error("brought_nothing_shared", names=_listed([*unknown]))
    return _places(brought, evidence, answered, own, found, [*unknown])


def _checked(brought: Sequence[BroughtPersona]) -> None:
    if not 1 <= len(brought) <= MOST_BROUGHT:
        raise configuration_error("brought_count", limit=MOST_BROUGHT)
    names = [persona.name.strip().casefold() for persona in brought]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise configuration_error("brought_twice", name=twice)


def _question(asked: str, questions: Mapping[str, Question]) -> Question | None:
    """By the name of its column, else by its text."""
    if asked in questions:
        return questions[asked]
    wanted = _even(asked)
    named = (each for each in questions.values() if wanted in (_even(each.column.question), _even(each.column.name)))
    return next(named, None)


def _even(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip("?:. ")


def _levels(question: Question, answer: str | float | list[str]) -> Floats | None:
    """The levels that are wanted, as a row of 0 and 1; None where the study has no such answer."""
    several = answer if isinstance(answer, list) else [_told(answer)]
    cells = [SEPARATOR.join(several)] if question.is_set else several
    wanted = np.asarray(question.answers(cells).given.sum(axis=0), float).ravel() > 0
    return wanted.astype(float) if wanted.any() else None


def _told(answer: str | float | list[str]) -> str:
    return (
        SEPARATOR.join(answer) if isinstance(answer, list) else f"{answer:g}" if isinstance(answer, float) else answer
    )


def _agreement(question: Question, cells: Sequence[str], wanted: Floats) -> tuple[Floats, NDArray[np.bool_]]:
    """By person, how far the answer is the one wanted (0 to 1), and who answered."""
    answers = question.answers(cells)
    if question.column.role in (ColumnRole.RATING, ColumnRole.NUMBER):
        places = np.arange(question.levels)
        middle = float(places[wanted > 0].mean())
        apart = np.abs(answers.given @ places - middle) / max(middle, question.levels - 1 - middle, 1)
        return 1 - apart, answers.answered
    shared = np.asarray(answers.given @ wanted, float).ravel()
    return np.minimum(1.0, shared / (wanted.sum() if question.is_set else 1)), answers.answered


def _weighed(agrees: Floats, said: NDArray[np.bool_]) -> Floats:
    """What an answer says for the persona, in log-odds: more where few share it."""
    if not said.any():
        return np.zeros(len(agrees))
    common = float(np.clip(agrees[said].mean(), RARE, COMMON))
    own = common + OWN_SHARE * (1 - common)
    told: Floats = agrees * np.log(own / common) + (1 - agrees) * np.log((1 - own) / (1 - common))
    return np.where(said, told, 0.0)


def _spoken(says: Sequence[str], index: Index, rows: int) -> tuple[Floats, NDArray[np.bool_]]:
    """What people's own words say for the persona: how much nearer to its sentences than everyone's are."""
    likeness = index.deep_meaning @ sentence_encoder().encode([*says]).T
    near = np.full((rows, len(says)), -np.inf)
    kept = np.full(len(index), -1)
    kept[index.deep_order] = np.arange(len(index.deep_order))
    wording = np.repeat(np.arange(len(index)), np.diff(index.firsts))
    read = kept[wording] >= 0
    np.maximum.at(near, index.places[read, 0] - 1, likeness[kept[wording[read]]])
    wrote = np.isfinite(near[:, 0])
    if not wrote.any():
        return np.zeros(rows), wrote
    mean = near[wrote].mean(axis=1)
    apart = (mean - mean.mean()) / max(float(mean.std()), 1e-6)
    told = np.zeros(rows)
    told[wrote] = NEARER * np.clip(apart, -3, 3) - NEARER**2 / 2
    return told, wrote


def _places(
    brought: Sequence[BroughtPersona],
    evidence: Floats,
    answered: NDArray[np.bool_],
    own: Ints,
    found: Sequence[int],
    unknown: Sequence[str],
) -> BroughtPlaces:
    rows = np.flatnonzero(answered)
    nobody = np.zeros((len(rows), 1))  # nearer to everyone than to any of them
    grown = np.exp(np.concatenate([evidence[rows], nobody], axis=1))
    chances = grown / grown.sum(axis=1, keepdims=True)
    best, clear = chances.argmax(axis=1), chances.max(axis=1) >= CLEAR
    placed = int((best < len(brought)).sum())
    counts = tuple(
        BroughtCount(
            name=persona.name,
            people=int((best == at).sum()),
            share=float((best == at).mean()),
            clear=int((clear & (best == at)).sum()),
            found={number: int((own[rows[best == at]] == number).sum()) for number in found},
        )
        for at, persona in enumerate(brought)
    )
    told = sentence(
        "brought_placed", placed=people_told(placed), share=percent(placed / len(rows)), people=f"{len(rows):,}",
        none=people_told(len(rows) - placed),
    )  # fmt: skip
    notes = (sentence("brought_not_asked", names=_listed(unknown)),) if unknown else ()
    return BroughtPlaces(
        sentence=told,
        people=len(rows),
        placed=placed,
        personas=counts,
        notes=notes,
        assignments=tuple(
            BroughtPlace(row=row + 1, persona=at + 1 if at < len(brought) else None, clear=sure)
            for row, at, sure in zip(rows.tolist(), best.tolist(), clear.tolist(), strict=True)
        ),
    )


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(f"“{name}”" for name in names[:NAMED])
    return f"{shown} …" if len(names) > NAMED else shown
