"""What the models of the library say of sentences and pairs of your own: kinds, readability, attitude, and who counts.

>>> from persona import annotate
>>> found = annotate([{"id": "1", "question": "What annoys you?", "text": "It crashes twice a day."}])  # doctest: +SKIP
>>> found[0].kind  # doctest: +SKIP
'frustration'
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from persona.messages import data_error

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

READABLE, STANDS_ALONE = 0.5, 0.8  # chances: can be shown once trimmed, and as it is
AT_ONCE = 500
Text = Annotated[str, Field(min_length=1, max_length=20_000)]


class _Given(BaseModel):
    model_config = ConfigDict(frozen=True)

    id: str | int
    language: str | None = None
    question: str | None = None


class Sentence(_Given):
    """A sentence to judge, with the question that it answers."""

    text: Text


class Pair(_Given):
    """A statement `a`, and the words `b` of somebody who may count under it."""

    a: Text
    b: Text


class SentenceAnnotation(BaseModel):
    """What a sentence is: `kind` is None where none is likely enough, `readable` 0 to 2 as in the codebook."""

    model_config = ConfigDict(frozen=True)

    id: str | int
    language: str
    kind: str | None
    confidence: float
    readable: Literal[0, 1, 2]
    polarity: Literal["pos", "neg", "neutral", "mixed"]


class PairAnnotation(BaseModel):
    """Whether the author of `b` counts under `a`, how likely that is (0 to 1), and whether `b` says the opposite."""

    model_config = ConfigDict(frozen=True)

    id: str | int
    counts: bool
    score: float
    opposite: bool


Annotation = SentenceAnnotation | PairAnnotation


def annotate(records: Iterable[Mapping[str, object] | Sentence | Pair]) -> list[Annotation]:
    """Judge sentences (`id`, `question`, `text`) and pairs (`id`, `question`, `a`, `b`), in their order.

    Raises:
        DataError: a record lacks a value or holds one of a wrong kind; its line counts from 1.
    """
    given = [_understood(record, line) for line, record in enumerate(records, 1)]
    found: list[Annotation] = []
    for first in range(0, len(given), AT_ONCE):
        found += _judged(given[first : first + AT_ONCE])
    return found


def annotate_file(path: Path) -> list[Annotation]:
    """Judge the records of a file with one JSON object a line; empty lines are passed over.

    Raises:
        DataError: the file cannot be read, or a line of it is no such record.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")  # sentences may hold other ends of lines
    except FileNotFoundError:
        raise data_error("missing_file", name=path.name) from None
    except IsADirectoryError:
        raise data_error("is_folder", name=path.name) from None
    except (OSError, UnicodeDecodeError):
        raise data_error("unreadable_file", name=path.name) from None
    given = [_of_line(line, number) for number, line in enumerate(lines, 1) if line.strip()]
    return annotate(given)


def _of_line(line: str, number: int) -> Sentence | Pair:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as exc:
        raise data_error("broken_json", line=number, character=getattr(exc, "pos", 0) + 1) from None
    return _understood(record, number)


def _understood(record: object, line: int) -> Sentence | Pair:
    if isinstance(record, Sentence | Pair):
        return record
    if not hasattr(record, "keys"):
        raise data_error("annotation_without_object", line=line)
    try:
        return (Pair if "a" in record.keys() or "b" in record.keys() else Sentence).model_validate(record)  # noqa: SIM118
    except ValidationError as exc:
        field = str(exc.errors()[0]["loc"][0])
        raise data_error("annotation_without_value", line=line, field=field) from None


def _judged(given: Sequence[Sentence | Pair]) -> list[Annotation]:
    sentences = iter(_sentences([one for one in given if isinstance(one, Sentence)]))
    pairs = iter(_pairs([one for one in given if isinstance(one, Pair)]))
    return [next(sentences) if isinstance(one, Sentence) else next(pairs) for one in given]


def _sentences(given: Sequence[Sentence]) -> list[SentenceAnnotation]:
    if not given:
        return []
    from persona.text.judging import judges
    from persona.text.languages import language_of

    judged = judges().judge([one.text for one in given], [one.question or "" for one in given])
    return [
        SentenceAnnotation(
            id=one.id,
            language=one.language or language_of(one.text),
            kind=found.kind,
            confidence=found.confidence,
            readable=2 if found.readable >= STANDS_ALONE else 1 if found.readable >= READABLE else 0,
            polarity=found.polarity,
        )
        for one, found in zip(given, judged, strict=True)
    ]


def _pairs(given: Sequence[Pair]) -> list[PairAnnotation]:
    if not given:
        return []
    from persona.text.likeness import likeness, read

    wanted = list(dict.fromkeys((text, one.question or "") for one in given for text in (one.a, one.b)))
    known = dict(zip(wanted, read([text for text, _ in wanted], [asked for _, asked in wanted]), strict=True))
    verdicts = likeness().judge(
        [known[one.a, one.question or ""] for one in given], [known[one.b, one.question or ""] for one in given]
    )
    return [
        PairAnnotation(id=one.id, counts=said.counts, score=said.chance, opposite=said.is_opposite)
        for one, said in zip(given, verdicts, strict=True)
    ]
