"""Check: every quote is located again in the stored data; what cannot be found is dropped, the rest is measured."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from persona.counted.recounting import false_statements
from persona.models import Evidence, Persona, Quality, Statement

if TYPE_CHECKING:
    from persona.grouping import Segmentation
    from persona.models import Column
    from persona.recoding.answers import PlacedAnswers

FITS_WELL = 0.6
_READ_AT_ONCE = 2_000
_WORD = re.compile(r"[^\W\d_]{3,}")


def check(
    personas: Sequence[Persona], table: PlacedAnswers, segmentation: Segmentation, columns: Sequence[Column] = ()
) -> tuple[tuple[Persona, ...], Quality]:
    """The personas without what the data does not hold, and how far the result can be trusted.

    `columns`: those that counted statements are counted in once more.
    """
    written, personas = personas, _without(personas, false_statements(personas, table, columns, segmentation))
    quotes = [quote for persona in personas for quote in _quotes(persona)]
    true = _found(quotes, table)
    checked = tuple(_checked(persona, true) for persona in personas)
    statements = [statement for persona in checked for statement in persona.statements]
    return checked, Quality(
        statements=len(statements),
        counted=sum(statement.origin == "counted" for statement in statements),
        with_quotes=sum(bool(statement.evidence) for statement in statements),
        weak=sum(statement.strength == "weak" for statement in statements),
        dropped=sum(len(persona.statements) + _unsupported(persona) for persona in written) - len(statements),
        quotes=len(quotes),
        verbatim=sum(quote in true for quote in quotes) / len(quotes) if quotes else 1.0,
        people_quoted=len({(quote.source, quote.row) for persona in checked for quote in _quotes(persona)}),
        fit_well=_fit_well(segmentation),
        between=segmentation.summary.between,
        distinctiveness=distinctiveness(checked),
    )


def _without(personas: Sequence[Persona], false: set[tuple[int, str]]) -> list[Persona]:
    """The personas without these statements, named by persona and id."""
    return [
        persona.model_copy(
            update={"statements": tuple(s for s in persona.statements if (persona.index, s.id) not in false)}
        )
        if any(index == persona.index for index, _ in false)
        else persona
        for persona in personas
    ]


def is_verbatim(evidence: Evidence, cells: Mapping[str, str]) -> bool:
    """Whether the row's cell holds these very characters at this very place."""
    return bool(evidence.quote) and cells.get(evidence.column, "")[evidence.start : evidence.end] == evidence.quote


def distinctiveness(personas: Sequence[Persona]) -> float:
    """1 − mean cosine similarity between the words that the personas show; 1.0 for a single persona."""
    words = [Counter(_WORD.findall(" ".join(_shown(persona)).lower())) for persona in personas]
    values = [_cosine(a, b) for a, b in combinations(words, 2)]
    return round(1 - sum(values) / len(values), 4) if values else 1.0


def _unsupported(persona: Persona) -> int:
    """Statements that a model wrote without support; its other sentences are none."""
    return sum(lost.kind not in ("tagline", "summary") for lost in persona.dropped)


def _quotes(persona: Persona) -> Iterable[Evidence]:
    for statement in persona.statements:
        yield from statement.evidence
    yield from persona.quotes


def _shown(persona: Persona) -> Iterable[str]:
    for statement in persona.statements:
        yield from (evidence.quote for evidence in statement.evidence[:1])
    yield from (quote.quote for quote in persona.quotes)


def _found(quotes: Iterable[Evidence], table: PlacedAnswers) -> frozenset[Evidence]:
    """The quotes that stand where they say they do."""
    wanted: defaultdict[int, set[Evidence]] = defaultdict(set)
    for quote in quotes:
        for row in _table_rows(quote, table):
            wanted[row].add(quote)
    numbers = sorted(wanted)
    true: set[Evidence] = set()
    for start in range(0, len(numbers), _READ_AT_ONCE):
        for found in table.rows_at(numbers[start : start + _READ_AT_ONCE]):
            true |= {quote for quote in wanted[found.row] if is_verbatim(quote, found.cells)}
    return frozenset(true)


def _table_rows(quote: Evidence, table: PlacedAnswers) -> Iterable[int]:
    """Rows of the table that a quote may mean: more than one where two sources have the same name."""
    before = 0
    for report in table.reports:
        if report.name == quote.source and 1 <= quote.row <= report.rows:
            yield before + quote.row
        before += report.rows


def _checked(persona: Persona, true: frozenset[Evidence]) -> Persona:
    kept = [found for statement in persona.statements if (found := _with_true(statement, true)) is not None]
    checked = persona.model_copy(
        update={"statements": tuple(kept), "quotes": tuple(quote for quote in persona.quotes if quote in true)}
    )
    return _with_true_story(checked)


def _with_true_story(persona: Persona) -> Persona:
    """The persona without the sentences that tell a statement it does not have any more."""
    known = {statement.id for statement in persona.statements}
    story = tuple(sentence for sentence in persona.story if known.issuperset(sentence.statements))
    unlike = tuple(contrast for contrast in persona.unlike if contrast.statement in known)
    if (story, unlike) == (persona.story, persona.unlike):
        return persona
    told = {} if "summary" in persona.phrased else {"summary": " ".join(sentence.text for sentence in story)}
    return persona.model_copy(update={"story": story, "unlike": unlike, **told})


def _with_true(statement: Statement, true: frozenset[Evidence]) -> Statement | None:
    """The statement with its true evidence; None where the words it quotes, or all of its evidence, are not there."""
    if statement.origin in ("person", "counted") and not statement.evidence:
        return statement
    evidence = tuple(e for e in statement.evidence if e in true)
    if not evidence or (statement.origin == "quoted" and statement.evidence[0] not in true):
        return None
    return statement.model_copy(update={"evidence": evidence})


def _fit_well(segmentation: Segmentation) -> float:
    fit = segmentation.fit[segmentation.assignments > 0]
    return round(float((fit >= FITS_WELL).mean()), 4) if len(fit) else 1.0


def _cosine(a: Counter[str], b: Counter[str]) -> float:
    lengths = math.sqrt(sum(n * n for n in a.values()) * sum(n * n for n in b.values()))
    return sum(n * b[word] for word, n in a.items()) / lengths if lengths else 0.0
