"""Counted statements of a persona: findings that were chosen, worded and put beside people's own words."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from persona.counted.derived import was_not_asked
from persona.counted.findings import find, may_be_told
from persona.counted.selection import choose
from persona.counted.wording import note_of, question_of, sentence_of
from persona.kinds import order
from persona.messages import sentence
from persona.models import Asked, Statement
from persona.models.verdict import LEAST_STATEMENTS
from persona.writing.differences import AGREE, agreeing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from persona.counted.findings import Finding, GaveAny
    from persona.kinds import StatementKind
    from persona.models import Persona
    from persona.writing.archive import Detail
    from persona.writing.differences import Differences
    from persona.writing.phrasebooks import Phrasebook

AT_MOST: Mapping[Detail, int] = {"short": 5, "standard": 8, "deep": 12}


class Counts:
    """The findings of all groups of a run; adds to each persona what its closed questions tell.

    Example:
        >>> counts = Counts(archive.differences, archive.book, archive.detail)    # doctest: +SKIP
        >>> counts.added(persona).statements[-1].origin                           # doctest: +SKIP
        'counted'
    """

    def __init__(
        self,
        differences: Mapping[int, Differences],
        book: Phrasebook,
        detail: Detail,
        gave_any: GaveAny | None = None,
    ) -> None:
        self._found = find(differences, gave_any)
        columns = [share.column for each in differences.values() for share in each.usual]
        columns += [measure.column for each in differences.values() for measure in each.measures]
        self.describing = frozenset(
            column.name for column in columns if not (may_be_told(column) or was_not_asked(column))
        )
        """Columns that tell who people are, never what they want or do."""
        self.book = book
        self._most = AT_MOST[detail]

    def found(self, segment: int) -> list[Finding]:
        """What sets a segment apart and what is simply big, strongest first."""
        return self._found.get(segment, [])

    def id_of(self, finding: Finding) -> str:
        """The id of the statement that tells a finding."""
        return _id(finding)

    def added(self, persona: Persona) -> Persona:
        """The persona with its counted statements, each behind the quoted ones of its kind."""
        quoted = Counter(statement.kind for statement in persona.statements)
        chosen = choose(self.found(persona.index), quoted, self._most)
        counted = [_statement(kind, finding, self.book) for kind, finding in chosen]
        statements = sorted([*persona.statements, *_once(counted)], key=lambda statement: order(statement.kind))
        warnings = (
            persona.warnings if len(statements) >= LEAST_STATEMENTS else (*persona.warnings, sentence("numbers_only"))
        )
        return persona.model_copy(update={"statements": tuple(statements), "warnings": warnings})


def _once(statements: Sequence[Statement]) -> list[Statement]:
    return list({statement.text: statement for statement in statements}.values())


def _statement(kind: StatementKind, finding: Finding, book: Phrasebook) -> Statement:
    own, is_share = finding.own, finding.option is not None
    return Statement(
        id=_id(finding),
        kind=kind,
        text=sentence_of(finding, book),
        origin="counted",
        strength="strong" if finding.standing == "distinctive" else "clear",
        support=own.base if own.count is None else own.count,
        base=own.base,
        note=note_of(finding, book),
        evidence=(),
        question=question_of(finding),
        option=_option(finding),
        asked=tuple(Asked(column=column.name, question=column.question) for column in finding.columns),
        share=own.share,
        everyone_share=finding.everyone if is_share else None,
        mean=own.mean,
        everyone_mean=None if is_share else finding.everyone,
        everyone_base=finding.everyone_base,
        standing=finding.standing,
        effect=round(finding.effect, 4),
        groups=finding.groups,
    )


def _option(finding: Finding) -> str | None:
    """The option as it stands in the data; who agree are named by all words that agree."""
    return " / ".join(agreeing(finding.column)) if finding.option == AGREE else finding.option


def _id(finding: Finding) -> str:
    """From question and option: moved to another section, or counted again, it stays the same."""
    said = "\n".join([*(column.name for column in finding.columns), finding.option or ""])
    return f"{finding.segment}-counted-{hashlib.sha256(said.encode()).hexdigest()[:8]}"
