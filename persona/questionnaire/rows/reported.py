"""What reading a file already told about its rows, as doubts and notes; and people's answers as a word on reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from persona.questionnaire.codes import DoubtCode, ExcludedReason, NoteCode
from persona.questionnaire.doubts import BESIDE, FILE, HIDDEN_ROWS, OTHER_SHEET, SHEET, raise_doubt
from persona.questionnaire.evidence import plain
from persona.questionnaire.models import Answer, Excluded
from persona.questionnaire.notes import looks_like, make_note, repaired_names
from persona.questionnaire.wording import counted
from persona.reading.matching import match_columns
from persona.reading.options import DialectChoice

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from persona.models import SourceReport
    from persona.questionnaire.models import Doubt, Questionnaire, QuestionnaireNote

FOOTERS = ("footer", "second_table")
TOLD: tuple[tuple[DoubtCode, str, str, Mapping[str, object]], ...] = (
    (DoubtCode.HEADER_ROWS, FILE, "header_rows", {}),
    (DoubtCode.TRANSPOSED, FILE, "layout", {"turn": "people_in_columns", "as_is": "people_in_rows"}),
    (DoubtCode.LONG_FORM, FILE, "layout", {"pivot": "answers_in_rows", "as_is": "people_in_rows"}),
    (DoubtCode.NOT_PEOPLE, ExcludedReason.HIDDEN, "hidden_rows", {"keep": True, "leave_out": False}),
)
"""Doubts that are settled while a file is read, what they are about, what of a `DialectChoice` they set, to what."""
SPEAKERS = f"{DoubtCode.SPEAKERS}:"
SHOWN = 5
"""Questions that a note names."""
REPEATED = ("repeated_header", "reordered_header")


def report_doubts(report: SourceReport) -> tuple[Doubt, ...]:
    """What was not sure while the file was read."""
    found = []
    if not report.header_sure:
        shown = tuple(text for text in report.labels or report.names if text)
        rows = max(1, report.header_rows)
        found.append(
            raise_doubt(DoubtCode.HEADER_ROWS, FILE, default=str(rows), evidence=shown, most_answers=max(2, rows + 1))
        )
    if report.layout == "people_in_columns":
        found.append(raise_doubt(DoubtCode.TRANSPOSED, FILE, evidence=report.names[1:], people=report.rows))
    if report.layout == "answers_in_rows":
        words: dict[str, Any] = {"person": report.names[0]}
        if several := report.notes.get("several_rows"):
            words |= {"rows": several, "people": report.rows}
        found.append(raise_doubt(DoubtCode.LONG_FORM, FILE, evidence=report.names[1:], **words))
    found += [*hidden_doubts(report), *sheet_doubts(report)]
    unsure = [speaker.name for speaker in report.speakers if not speaker.sure]
    found += [raise_doubt(DoubtCode.SPEAKERS, name, default="asks", speaker=name) for name in unsure]
    return tuple(found)


def hidden_doubts(report: SourceReport) -> list[Doubt]:
    """Whether rows that the workbook hides are respondents; the default is how they were read."""
    if not (rows := report.notes.get("hidden_rows")):
        return []
    reason = ExcludedReason.HIDDEN
    default = "leave_out" if report.skipped.get(reason) else "keep"
    asked = raise_doubt(DoubtCode.NOT_PEOPLE, reason, default=default, rows=rows, what=looks_like(reason, rows))
    return [asked.model_copy(update={"sentence": HIDDEN_ROWS.format(**counted({"rows": rows}))})]


def sheet_doubts(report: SourceReport) -> list[Doubt]:
    """Which sheets hold the answers, where others may, too, or those read together do not ask quite the same."""
    read, others = list(report.sheets_read), report.sheets_in_doubt
    if report.sheet is None or not (others or report.sheet_changes or report.sheets_beside):
        return []
    parts = "files" if report.kind == "zip" else "sheets"
    joined = bool(read[1:] or report.sheets_beside)
    default = "all" if joined else "read"
    asked = raise_doubt(DoubtCode.SHEETS, FILE, default=default, evidence=others, sheet=report.sheet, parts=parts)
    kept = asked.answers if joined else asked.answers[:1]
    if report.sheets_beside:
        kept = (kept[0], _side_by_side(report))
    return [asked.model_copy(update={"answers": (*kept, *map(other_sheet, others))})]


def _side_by_side(report: SourceReport) -> Answer:
    """The answer that the columns of other sheets belong to the same people."""
    label, effect = BESIDE
    others = ", ".join(f"“{name}”" for name in report.sheets_beside)
    key = next(iter(report.sheets_beside.values()))
    return Answer(value="all", label=label.format(sheet=report.sheet, others=others), effect=effect.format(key=key))


def other_sheet(name: str) -> Answer:
    """The answer that another sheet holds the answers."""
    label, effect = OTHER_SHEET
    return Answer(value=f"{SHEET}{name}", label=label.format(sheet=name), effect=effect.format(sheet=name))


def report_notes(report: SourceReport) -> tuple[QuestionnaireNote, ...]:
    """What was put aside while the file was read."""
    found = []
    if report.header_rows > 1:
        found.append(make_note(NoteCode.SECOND_HEADER))
    for code, reasons in ((NoteCode.REPEATED_HEADER, REPEATED), (NoteCode.FOOTER, FOOTERS)):
        if rows := sum(report.skipped.get(reason, 0) for reason in reasons):
            found.append(make_note(code, rows=rows))
    if report.layout == "people_in_columns":
        found.append(make_note(NoteCode.TRANSPOSED))
    if report.layout == "answers_in_rows":
        found.append(_put_together(report))
    if repaired := report.notes.get("repaired_names"):
        found.append(repaired_names(repaired))
    if changing := report.notes.get("changing_columns"):
        found.append(make_note(NoteCode.CHANGING_COLUMNS, count=changing))
    found += [*_hidden_notes(report), *_sheet_notes(report)]
    if report.titles:
        found.append(make_note(NoteCode.PREAMBLE, rows=len(report.titles)))
    return tuple(found)


def _put_together(report: SourceReport) -> QuestionnaireNote:
    """That rows of one person became one: their answers, or all that they did."""
    if several := report.notes.get("several_rows"):
        return make_note(NoteCode.MANY_ROWS_EACH, rows=several, people=report.rows, question=report.names[0])
    return make_note(NoteCode.LONG_FORM, person=report.names[0])


def _hidden_notes(report: SourceReport) -> Iterator[QuestionnaireNote]:
    """What a workbook hides of what it holds, and whether it was read."""
    if rows := report.notes.get("hidden_rows"):
        read = "left out, as you wished" if report.skipped.get(ExcludedReason.HIDDEN) else "read like the others"
        yield make_note(NoteCode.HIDDEN_ROWS, rows=rows, read=read)
    if columns := report.notes.get("hidden_columns"):
        yield make_note(NoteCode.HIDDEN_COLUMNS, count=columns)
    for code, read in (("hidden_sheets", "not read"), ("read_hidden_sheets", "read, as no other holds answers")):
        if sheets := report.notes.get(code):
            yield make_note(NoteCode.HIDDEN_SHEETS, count=sheets, read=read)


def _sheet_notes(report: SourceReport) -> Iterator[QuestionnaireNote]:
    """Which sheets were not read, and in what those that were read differ."""
    read = {*report.sheets_read, *report.sheets_beside, *report.sheets_of_codes}
    if others := [name for name in report.sheets if name not in read]:
        yield make_note(NoteCode.OTHER_SHEETS, names=", ".join(others))
    for change in report.sheet_changes:
        yield from _change_notes(change.sheet, change.new, change.gone)


def report_excluded(report: SourceReport) -> tuple[Excluded, ...]:
    """Lines that never became rows, by the reason for which they are no respondents."""
    found = []
    if rows := sum(report.skipped.get(reason, 0) for reason in FOOTERS):
        found.append(Excluded(reason=ExcludedReason.FOOTER, rows=rows))
    if hidden := report.notes.get("hidden_rows"):
        left_out = bool(report.skipped.get(ExcludedReason.HIDDEN))
        default: Literal["left_out", "kept"] = "left_out" if left_out else "kept"
        found.append(Excluded(reason=ExcludedReason.HIDDEN, rows=hidden, default=default))
    return tuple(found)


def with_what_reading_saw(found: Questionnaire, reports: Sequence[SourceReport]) -> Questionnaire:
    """A questionnaire with the doubts, notes and lines put aside of the files it was read from."""
    return found.model_copy(
        update={
            "doubts": (*(doubt for report in reports[:1] for doubt in report_doubts(report)), *found.doubts),
            "excluded": (*(rows for report in reports for rows in report_excluded(report)), *found.excluded),
            "notes": (
                *(note for report in reports for note in report_notes(report)),
                *wave_notes(reports),
                *found.notes,
            ),
        }
    )


def wave_notes(reports: Sequence[SourceReport]) -> list[QuestionnaireNote]:
    """What later files ask that those before did not, and what they ask no more."""
    matched = match_columns(reports)
    found: list[QuestionnaireNote] = []
    for report, new, gone in zip(reports, matched.new, matched.gone, strict=False):
        found += _change_notes(report.name, new, gone)
    return found


def _change_notes(name: str, new: Sequence[str], gone: Sequence[str]) -> Iterator[QuestionnaireNote]:
    """What a file, or a sheet, asks that those before it did not, and what it asks no more."""
    for code, names in ((NoteCode.NEW_QUESTIONS, new), (NoteCode.MISSING_QUESTIONS, gone)):
        if names:
            shown = ", ".join(f"“{plain(one, 60)}”" for one in names[:SHOWN])
            more = " …" if len(names) > SHOWN else ""
            yield make_note(code, file=name, count=len(names), names=f"{shown}{more}")


def settled_by(report: SourceReport, dialect: DialectChoice, answers: Mapping[str, str]) -> DialectChoice:
    """How a file is read with these answers; the same dialect where they say nothing but how it was read already."""
    guessed = {doubt.id: doubt.default for doubt in report_doubts(report)}
    by_code = {doubt.partition(":")[0]: default for doubt, default in guessed.items()}
    known = {**by_code, **guessed}
    return with_answers(dialect, {key: value for key, value in answers.items() if known.get(key) != value})


def with_answers(dialect: DialectChoice, answers: Mapping[str, str]) -> DialectChoice:
    """People's answers to doubts that concern how a file is read, as their word on reading.

    >>> with_answers(DialectChoice(), {"header_rows:file": "1"}).header_rows
    1
    """
    changes: dict[str, object] = {}
    for code, about, field, words in TOLD:
        answer = answers.get(f"{code}:{about}", answers.get(code))
        if answer is not None:
            changes[field] = words.get(answer, answer)
    if speakers := [(key.partition(":")[2], role) for key, role in answers.items() if key.startswith(SPEAKERS)]:
        changes["speakers"] = speakers
    match answers.get(f"{DoubtCode.SHEETS}:{FILE}", answers.get(DoubtCode.SHEETS)):
        case "read" | "all" as which:
            changes["join_sheets"] = which == "all"
        case str() as which:
            changes["sheet"] = which.removeprefix(SHEET)
        case None:
            pass
    return DialectChoice.model_validate(dialect.model_dump() | changes)
