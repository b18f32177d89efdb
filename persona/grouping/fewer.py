"""Groups on fewer questions, where all questions together show none that come back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from persona.grouping import wording
from persona.grouping.bases import bases
from persona.grouping.choice import CLEAR_AGREEMENT
from persona.grouping.encoding import FeatureEncoding, battery_key
from persona.grouping.search import solve_on
from persona.models import ColumnRole as Role
from persona.models import ColumnUse

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from persona.grouping.bases import Basis
    from persona.grouping.features import Feature
    from persona.grouping.people import PersonBatch
    from persona.grouping.search import Solved
    from persona.models import Column


@dataclass(frozen=True)
class Ground:
    """What groups can be formed by: the columns that may form them, the answers of a sample, and what was asked for."""

    columns: Sequence[Column]
    batch: PersonBatch
    count: int | None
    seed: int
    step: Callable[[str], None]


def is_found(solved: Solved, count: int | None) -> bool:
    """Whether all questions together show groups that hold on other people, or one group was asked for."""
    choice = solved.number.choice
    return count == 1 or choice is None or (solved.solution is not None and choice.held.holds)


def on_fewer_questions(ground: Ground, encoding: FeatureEncoding, solved: Solved) -> tuple[FeatureEncoding, Solved]:
    """The groups on the clearest set of questions that holds some; else what was found, with a word of advice."""
    ground.step("Trying fewer questions")
    plain = FeatureEncoding(ground.columns, ground.batch.cells, style=False)
    ratings = {column.name for column in ground.columns if column.role is Role.RATING}
    tried = bases(ground.batch.merge(plain.features), ratings, ground.seed)
    for basis in tried:
        if basis.parts and basis.rated and (found := _formed(ground, basis)) is not None:
            return found[0], _told(found[1], ground, basis, solved)
    advice = _advice(ground, tried[0]) if tried else ""
    number = replace(solved.number, reason=f"{solved.number.reason} {advice}".rstrip())
    return encoding, replace(solved, number=number)


def _advice(ground: Ground, basis: Basis) -> str:
    """What somebody may try who knows what these questions are about; "" where nothing speaks for it."""
    asked = _asked(ground, basis)
    if basis.parts:
        return wording.only_some(asked) if basis.rated else wording.go_together(asked)
    found = _formed(ground, basis) if basis.rated else None
    choice = found[1].number.choice if found else None
    if choice is None or choice.best.agreement < CLEAR_AGREEMENT:
        return ""
    return wording.shade(asked, choice.best)


def _formed(ground: Ground, basis: Basis) -> tuple[FeatureEncoding, Solved] | None:
    """None where no number of groups holds on other people, or a group would be too small."""
    columns = [column for column in ground.columns if column.name in basis.names]
    encoding = FeatureEncoding(columns, ground.batch.cells, style=False)
    features: list[Feature] = ground.batch.merge(encoding.features)
    keys = {battery_key(column) for column in columns}
    one_scale = len(keys) == 1 and columns[0].role is Role.RATING
    solved = solve_on(features, ground.count, ground.seed, ground.step, one_scale=one_scale)
    return (encoding, solved) if solved.solution is not None and is_found(solved, ground.count) else None


def _told(found: Solved, ground: Ground, basis: Basis, before: Solved) -> Solved:
    """The groups with the questions they rest on, why these, and what became of the others."""
    rests = wording.rests_on(_asked(ground, basis), of=len(ground.columns), tried=basis.tried)
    known = {use.name for use in found.uses}
    beside = tuple(
        ColumnUse(name=column.name, used=False, reason=wording.BESIDE)
        for column in ground.columns
        if column.name not in known and column.name not in before.unusable
    )
    number = replace(found.number, reason=f"{found.number.reason} {rests}")
    return replace(found, number=number, uses=(*found.uses, *beside), unusable=before.unusable)


def _asked(ground: Ground, basis: Basis) -> list[str]:
    """The questions of a basis in people's words, in the order of the table."""
    return [column.question or column.name for column in ground.columns if column.name in basis.names]
