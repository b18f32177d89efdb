"""An inspection in words: the files, the doubts, the questions, the rows that are no people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.dialects import delimiter_word
from persona.filekinds import DELIMITED, kind_in_words
from persona.numerals import counted
from persona.questionnaire.evidence import plain
from persona.questionnaire.kinds import KINDS
from persona.questionnaire.notes import looks_like

if TYPE_CHECKING:
    from rich.console import Console

    from persona.inspecting import InspectedSource, Inspection
    from persona.questionnaire.models import Doubt, Question

USES = {"basis": "forms", "describe": "describes", "none": "–"}
SHOWN_SKIPPED = 20


def print_inspection(out: Console, found: Inspection) -> None:
    """Print it for people."""
    for source in found.sources:
        out.print(f"{source.name}: {counted(source.rows, 'row')}", style="bold", markup=False)
        out.print(_dialect(source), markup=False)
    people = counted(found.respondents, "respondent")
    out.print(f"{people}, {counted(len(found.questions), 'question')}", markup=False)
    out.print()
    out.print(_questions(found))
    _print_doubts(out, found.doubts)
    _print_rows(out, found)


def _dialect(source: InspectedSource) -> str:
    if source.kind not in DELIMITED:
        words = kind_in_words(
            source.kind, sheet=source.sheet, sheets=len(source.sheets), header_line=source.header_line
        )
        others = [name for name in source.sheets if name != source.sheet]
        return f"{words}; the others: {', '.join(others)}" if others else words
    delimiter = delimiter_word(source.delimiter)
    guessed = " (a guess)" if source.encoding_how == "guessed" else ""
    header = f"column names in line {source.header_line}" if source.header_line else "no column names"
    return f"separated by {delimiter} · {source.encoding}{guessed} · {header}"


def _questions(found: Inspection) -> object:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE, pad_edge=False)
    for title, style in (("Columns", "dim"), ("Question", ""), ("Kind", ""), ("Groups", ""), ("What is in it", "dim")):
        table.add_column(title, style=style)
    for question in found.questions:
        table.add_row(
            _columns(question.columns),
            Text(plain(question.text, 60)),
            KINDS[question.kind].label,
            USES[question.use],
            Text(_content(question)),
        )
    return table


def _columns(columns: tuple[int, ...]) -> str:
    """Numbers as people count them: 4, or 4-9."""
    first, last = columns[0] + 1, columns[-1] + 1
    return str(first) if len(columns) == 1 else f"{first}-{last}"


def _content(question: Question) -> str:
    if question.scale is not None:
        low, high = question.scale.low, question.scale.high
        ends = (question.scale.low_label or f"{low:g}", question.scale.high_label or f"{high:g}")
        return f"{ends[0]} – {ends[1]}"
    if question.options:
        return ", ".join(f"{plain(option.label, 24)} {option.count:,}" for option in question.options[:3])
    if question.numbers is not None:
        return f"{question.numbers.min:,g} – {question.numbers.max:,g}"
    if question.dates is not None:
        return f"{question.dates.first} – {question.dates.last}"
    return f"{question.answered:,} answers" if KINDS[question.kind].shape == "open" else ""


def _print_doubts(out: Console, doubts: tuple[Doubt, ...]) -> None:
    if doubts:
        out.print(f"\n{counted(len(doubts), 'doubt')}", style="bold")
    for doubt in doubts:
        out.print(f"  {doubt.sentence}", markup=False)
        for answer in doubt.answers:
            taken = " (taken)" if answer.value == doubt.default else ""
            out.print(f"    --answer {doubt.id}={answer.value}{taken}: {answer.label}. {answer.effect}", markup=False)


def _print_rows(out: Console, found: Inspection) -> None:
    for rows in found.excluded:
        what = f"{'is' if rows.rows == 1 else 'are'} {'left out' if rows.default == 'left_out' else 'kept'}"
        out.print(f"{counted(rows.rows, 'row')} {what}: {looks_like(rows.reason, rows.rows)}", markup=False)
    for note in found.notes:
        out.print(f"  {note.sentence}", markup=False)
    if found.skipped_total:
        out.print(f"\n{counted(found.skipped_total, 'line')} skipped", style="bold")
        lines = [line for source in found.sources for line in source.skipped_lines]
        for line in lines[:SHOWN_SKIPPED]:
            out.print(f"  {line.message}", markup=False)
        if (more := found.skipped_total - SHOWN_SKIPPED) > 0:
            out.print(f"  … and {more:,} more: --json lists them")
