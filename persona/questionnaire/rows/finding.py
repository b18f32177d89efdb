"""Find the rows of a table that are no respondents, with what is asked and told about them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from persona.questionnaire.codes import DoubtCode, ExcludedReason, NoteCode
from persona.questionnaire.doubts import FILE, raise_doubt
from persona.questionnaire.evidence import plain
from persona.questionnaire.models import Doubt, ExcludedRows, QuestionnaireNote
from persona.questionnaire.notes import looks_like, make_note
from persona.questionnaire.rows.content import advertisements, same_answers
from persona.questionnaire.rows.duplicates import ManyRows, Repeats, same_cells, same_id
from persona.questionnaire.rows.status import StatusColumn, candidates, coded_states, status_columns
from persona.questionnaire.rows.trials import trials

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from persona.questionnaire.rows.table import RowTable

    Kept = Literal["left_out", "kept"]

KEPT = {
    ExcludedReason.UNFINISHED
}  # people who gave up said something before; leaving them out is their researcher's choice
NEARLY_ALL = 0.9  # share of rows that cannot all be a mistake: somebody exported just these
SHOWN = 3


@dataclass(frozen=True)
class FoundRows:
    """Rows that are no respondents, the doubts about them, and what else was seen of rows."""

    excluded: tuple[ExcludedRows, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    notes: tuple[QuestionnaireNote, ...] = ()


def find_rows(
    table: RowTable, answers: Mapping[str, str] | None = None, *, labels: Sequence[str] | None = None
) -> FoundRows:
    """Previews, tests, spam, screened out, unfinished and repeated rows.

    A row stands under the first reason that holds for it.

    `answers`: people's answers to doubts, by `code:about` or by code.
    """
    answers = answers or {}
    by_reason, evidence = _by_status(table, labels)
    by_reason, evidence = _with_told(ExcludedReason.SPAM, advertisements(table), by_reason, evidence)
    by_reason, evidence = _with_told(ExcludedReason.TEST, trials(table), by_reason, evidence)
    excluded = [
        _excluded(reason, rows, table.rows, evidence[reason]) for reason, rows in sorted(by_reason.items()) if rows
    ]
    doubts = [_doubt(rows) for rows in excluded]
    notes: list[QuestionnaireNote] = []
    taken = {row for rows in by_reason.values() for row in rows}
    found = same_cells(table) or same_id(table) or same_answers(table)
    if isinstance(found, ManyRows):
        notes.append(make_note(NoteCode.MANY_ROWS_EACH, rows=table.rows, people=found.people, question=found.column))
    elif found is not None and (rows := tuple(row for row in found.rows if row not in taken)):
        excluded.append(_repeated(rows, found))
        doubts.append(_repeats_doubt(rows, found))
    return FoundRows(tuple(_answered(rows, answers) for rows in excluded), tuple(doubts), tuple(notes))


def _with_told(
    reason: ExcludedReason,
    told: Mapping[int, str],
    by_reason: dict[ExcludedReason, list[int]],
    evidence: dict[ExcludedReason, tuple[str, ...]],
) -> tuple[dict[ExcludedReason, list[int]], dict[ExcludedReason, tuple[str, ...]]]:
    """The same with rows whose own words tell what they are, where no state says anything of them."""
    taken = {row for rows in by_reason.values() for row in rows}
    new = {row: text for row, text in told.items() if row not in taken}
    if not new:
        return by_reason, evidence
    shown = (*evidence.get(reason, ()), *dict.fromkeys(plain(text) for text in new.values()))
    return {**by_reason, reason: sorted([*by_reason.get(reason, []), *new])}, {**evidence, reason: shown[:SHOWN]}


def _by_status(
    table: RowTable, labels: Sequence[str] | None
) -> tuple[dict[ExcludedReason, list[int]], dict[ExcludedReason, tuple[str, ...]]]:
    names = candidates(table.names, labels)
    if not names:
        return {}, {}
    counts: dict[str, Counter[str]] = {name: Counter() for name in names}
    for _, cells in table.batches(names):
        for name in names:
            counts[name].update(cells[name])
    columns = status_columns(counts, table.names) or coded_states(table, counts, labels)
    reasons: dict[int, ExcludedReason] = {}
    shown: defaultdict[ExcludedReason, Counter[str]] = defaultdict(Counter)
    for column in _deciding(columns, counts):
        for first, cells in table.batches([column.name]):
            for row, cell in enumerate(cells[column.name], first):
                reason = column.judge(cell)
                if reason is not None and _goes_before(reason, reasons.get(row)):
                    reasons[row] = reason
                    shown[reason][f"{column.name}: {cell.strip() or '(empty)'}"] += 1
    by_reason: dict[ExcludedReason, list[int]] = {}
    for row in sorted(reasons):
        by_reason.setdefault(reasons[row], []).append(row)
    return by_reason, {reason: tuple(text for text, _ in cells.most_common(SHOWN)) for reason, cells in shown.items()}


def _deciding(columns: Sequence[StatusColumn], counts: Mapping[str, Mapping[str, int]]) -> list[StatusColumn]:
    """All that tell of previews, tests and spam; of those that tell of unfinished rows only, the first."""
    reasons = {column.name: {column.judge(cell) for cell in counts[column.name]} - {None} for column in columns}
    only = [column for column in columns if reasons[column.name] == {ExcludedReason.UNFINISHED}]
    return [column for column in columns if reasons[column.name] and (column not in only[1:])]


def _goes_before(reason: ExcludedReason, other: ExcludedReason | None) -> bool:
    """A preview that is not finished is a preview."""
    order = (
        ExcludedReason.PREVIEW,
        ExcludedReason.TEST,
        ExcludedReason.SPAM,
        ExcludedReason.SCREENED_OUT,
        ExcludedReason.UNFINISHED,
    )
    return other is None or order.index(reason) < order.index(other)


def _excluded(reason: ExcludedReason, rows: Sequence[int], total: int, evidence: tuple[str, ...]) -> ExcludedRows:
    kept = reason in KEPT or len(rows) > NEARLY_ALL * total
    return ExcludedRows(reason=reason, rows=tuple(rows), default="kept" if kept else "left_out", evidence=evidence)


def _doubt(rows: ExcludedRows) -> Doubt:
    return raise_doubt(
        DoubtCode.NOT_PEOPLE,
        rows.reason,
        default="keep" if rows.default == "kept" else "leave_out",
        evidence=rows.evidence,
        rows=len(rows.rows),
        what=looks_like(rows.reason, len(rows.rows)),
    )


def _repeated(rows: tuple[int, ...], found: Repeats) -> ExcludedRows:
    default: Kept = "left_out" if found.alike else "kept"
    return ExcludedRows(reason=ExcludedReason.DUPLICATE, rows=rows, default=default)


def _repeats_doubt(rows: tuple[int, ...], found: Repeats) -> Doubt:
    return raise_doubt(
        DoubtCode.DUPLICATES,
        FILE,
        default="leave_out" if found.alike else "keep",
        evidence=[f"row {row}" for row in rows[:SHOWN]],
        rows=len(rows),
        how=found.how,
    )


def _answered(rows: ExcludedRows, answers: Mapping[str, str]) -> ExcludedRows:
    """As people said, where they did."""
    is_repeat = rows.reason is ExcludedReason.DUPLICATE
    code, about = (DoubtCode.DUPLICATES, FILE) if is_repeat else (DoubtCode.NOT_PEOPLE, str(rows.reason))
    match answers.get(f"{code}:{about}", answers.get(code)):
        case "keep":
            return rows.model_copy(update={"default": "kept"})
        case "leave_out":
            return rows.model_copy(update={"default": "left_out"})
        case _:
            return rows
