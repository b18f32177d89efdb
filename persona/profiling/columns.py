"""From the cells of one column to its `Column`."""

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING

from persona.models import Column
from persona.models import ColumnRole as Role
from persona.profiling import describe
from persona.profiling.roles import Evidence, infer_role
from persona.profiling.splitting import MAX_OPTIONS, SEPARATORS
from persona.profiling.values import choices
from persona.questionnaire.personal import find_personal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from persona.table import Table

SAMPLE_ROWS = 10_000
_SEED = 20_180_501


def sample_cells(table: Table, names: Sequence[str]) -> dict[str, list[str]]:
    """All cells of a small table, or those of 10,000 rows drawn by a fixed seed."""
    cells: dict[str, list[str]] = {name: [] for name in names}
    if table.rows <= SAMPLE_ROWS:
        for _, batch in table.batches(names):
            for name in names:
                cells[name] += batch[name]
        return cells
    for row in table.rows_at(sorted(random.Random(_SEED).sample(range(1, table.rows + 1), SAMPLE_ROWS))):  # noqa: S311 -- not a secret
        for name in names:
            cells[name].append(row.cells[name])
    return cells


def understand(
    name: str, position: int, question: str, cells: Sequence[str], rows: int, *, role: Role | None
) -> Column:
    """One column, with the inferred role or the one a person chose; `basis` is set afterwards, over all columns."""
    seen = Evidence(question or name, cells)
    inferred, reason = infer_role(seen)
    if role is not None and role is not inferred:
        inferred, reason = role, "You chose this role"
    column = Column(
        name=name, position=position, role=inferred, basis=False, question=question or name, reason=reason,
        filled=_scaled(len(seen.answers), len(cells), rows), distinct=len(seen.counts),
        personal=_scaled(sum(bool(find_personal(text)) for text in seen.answers), len(cells), rows),
        examples=describe.examples(inferred, seen),
    )  # fmt: skip
    column = _with_answers(column, seen)
    missing = rows - column.filled
    return column.model_copy(
        update={
            "detail": describe.detail(
                inferred, seen, missing=missing, options=len(column.options), separator=column.separator
            )
        }
    )


def _scaled(count: int, looked_at: int, rows: int) -> int:
    """A count in the sample as one in all rows."""
    return count if looked_at == rows or not looked_at else round(count * rows / looked_at)


def _with_answers(column: Column, seen: Evidence) -> Column:
    """Options, separator and scale, as the role needs them."""
    if column.role is Role.CATEGORY:
        return column.model_copy(update={"options": tuple(t for t, _ in seen.counts.most_common(MAX_OPTIONS))})
    if column.role is Role.MULTIPLE:
        separator, options = seen.splitting or _forced_splitting(column, seen)
        return column.model_copy(update={"separator": separator, "options": options})
    if column.role is Role.RATING:
        if seen.scale_words:
            return column.model_copy(
                update={"scale_words": seen.scale_words, "scale": (1.0, float(len(seen.scale_words)))}
            )
        if places := seen.digits or seen.numbers:
            return column.model_copy(update={"scale": (min(places), max(places))})
    return column


def _forced_splitting(column: Column, seen: Evidence) -> tuple[str, tuple[str, ...]]:
    """A person says that cells hold several choices: the separator found most often."""
    held = {separator: sum(separator in text for text in seen.some) for separator in SEPARATORS}
    separator = max(SEPARATORS, key=lambda s: held[s])
    column = column.model_copy(update={"separator": separator})
    counts = Counter(choice for text in seen.some for choice in choices(text, column))
    return separator, tuple(option for option, _ in counts.most_common(MAX_OPTIONS))
