"""The formats a finished run can be exported to: one registry for library, command line, API and client."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, get_args

from persona.exporting.arranging import FinishedRun, arranged
from persona.exporting.look import OURS, Look

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from persona.grouping import Segmentation
    from persona.models import GenerationResult
    from persona.models.crosstables import CrossTable

LONGEST_SLUG = 60

FormatId = Literal[
    "pdf", "pptx", "docx", "xlsx", "png", "svg", "charts", "charts-svg", "notes", "md", "html", "json", "csv",
    "tables", "assignments", "quotes"]  # fmt: skip
"""The ids of `FORMATS`: written out, because types are checked before anything runs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """What the rest of the house needs to know of a format."""

    label: str
    """In a list of formats, for people."""
    ending: str
    """Of its files, without the dot."""
    media: str
    """Its media type, as HTTP says it."""
    write: Callable[[FinishedRun, Look], bytes]
    """Tables and texts without pictures have no look."""
    is_whole: bool = False
    """Whether it always tells of all people, whatever personas are chosen: a result alone does not hold that."""
    stem: str = ""
    """What the name of a download ends with, where the ending alone does not tell it from others."""
    icon: str = "code"
    """A symbol of `static/icons.svg`."""
    short: str = ""
    """Beside its title in a menu; "" where it stands in none."""
    pictures: Callable[[GenerationResult, date | None, Look], list[bytes]] | None = None
    """Its pages as PNG, to be looked at before it is made."""
    pages: Callable[[GenerationResult], int] | None = None
    """How many pages it has, where that is known before it is made."""
    kept: str = ""
    """Its file's name among those that a run writes into its folder; "" where it is made on demand."""
    package: str = ""
    """What has to be installed, with the extra `export`."""

    @property
    def title(self) -> str:
        """The first word or two of its label: "PDF"."""
        return self.label.partition(", ")[0]

    @property
    def note(self) -> str:
        """What its label says beside the title: "one A4 sheet for each persona"."""
        return self.label.partition(", ")[2]

    @property
    def is_installed(self) -> bool:
        """Whether what it needs is there."""
        return not self.package or find_spec(self.package) is not None

    def download(self, experiment: str, number: int, day: date | None) -> str:
        """The name of its file: "meal-planning-run-3-2026-05-19.pdf"; letters of any script, digits and hyphens."""
        slug = "-".join(re.findall(r"[^\W_]+", experiment.lower()))[:LONGEST_SLUG].strip("-") or "personas"
        parts = [slug, f"run-{number}", day.isoformat() if day else "", self.stem]
        return f"{'-'.join(filter(None, parts))}.{self.ending}"


@dataclass(frozen=True, slots=True)
class _Alone:
    """A result without the run that it came from."""

    found: GenerationResult
    made: date | None

    def result(self) -> GenerationResult:
        return self.found

    def segmentation(self) -> Segmentation:
        from persona.messages import configuration_error

        raise configuration_error("format_needs_run", name="assignments")

    def cross_tables(self) -> tuple[CrossTable, ...]:
        return ()

    def day(self) -> date | None:
        return self.made


def export(result: GenerationResult, kind: str, day: date | None = None, *, look: Look = OURS) -> bytes:
    """A result in one of `FORMATS`; `day`: when it was made, where that is known.

    Raises:
        ConfigurationError: there is no such format, it needs an extra library, or the rows of a run.

    Example:
        >>> Path("personas.html").write_bytes(export(result, "html"))     # doctest: +SKIP
    """
    if _named(kind).is_whole:
        from persona.messages import configuration_error

        raise configuration_error("format_needs_run", name=kind)
    return export_run(_Alone(result, day), kind, look=look)


def export_run(run: FinishedRun, kind: str, *, look: Look = OURS) -> bytes:
    """A finished run in one of `FORMATS`, those included that tell of every respondent; with a look of one's own.

    Raises:
        ConfigurationError: there is no such format, it needs an extra library, or the run is not done.
    """
    about = _named(kind)
    if not about.is_installed:
        from persona.messages import configuration_error

        raise configuration_error("extra_missing", what=about.title, extra="export")
    return about.write(arranged(run, look), look)


def result_json(result: GenerationResult) -> str:
    """The whole result; it validates against the published schema."""
    return result.model_dump_json(indent=2) + "\n"


def _named(kind: str) -> Format:
    for name, about in FORMATS.items():
        if name == kind:
            return about
    from persona.messages import configuration_error

    raise configuration_error("format_missing", name=kind, names=", ".join(FORMATS))


def _json(run: FinishedRun, _: Look) -> bytes:
    return result_json(run.result()).encode()


def _markdown(run: FinishedRun, _: Look) -> bytes:
    from persona.exporting.markdown import markdown

    return markdown(run.result()).encode()


def _statements(run: FinishedRun, _: Look) -> bytes:
    from persona.exporting.sheets import statements_csv

    return statements_csv(run.result()).encode()


def _html(run: FinishedRun, look: Look) -> bytes:
    from persona.exporting.html import html

    return html(run.result(), look).encode()


def _workbook(run: FinishedRun, _: Look) -> bytes:
    from persona.exporting.sheets import workbook

    people = () if isinstance(run, _Alone) else run.segmentation().assignments.tolist()
    return workbook(run.result(), run.cross_tables(), run.day(), people=people)


def _quotes(run: FinishedRun, _: Look) -> bytes:
    from persona.exporting.tables import quotes_csv

    return quotes_csv(run.result()).encode()


def _pdf(run: FinishedRun, look: Look) -> bytes:
    from persona.exporting.paper.pdf import pdf

    return pdf(run.result(), run.day(), look=look)


def _slides(run: FinishedRun, look: Look) -> bytes:
    from persona.exporting.slides import slides

    return slides(run.result(), run.day(), look)


def _report(run: FinishedRun, look: Look) -> bytes:
    from persona.exporting.report import report

    return report(run.result(), run.day(), look)


def _png(run: FinishedRun, look: Look) -> bytes:
    from persona.exporting.paper.cards import cards

    return cards(run.result(), "png", run.day(), look)


def _svg(run: FinishedRun, look: Look) -> bytes:
    from persona.exporting.paper.cards import cards

    return cards(run.result(), "svg", run.day(), look)


def _charts(run: FinishedRun, look: Look, kind: Literal["png", "svg"] = "png") -> bytes:
    from persona.exporting.paper.cards import charts

    return charts(run.result(), kind, run.day(), look)


def _notes(run: FinishedRun, _: Look) -> bytes:
    from persona.exporting.notes import notes_csv

    return notes_csv(run.result(), run.day()).encode()


def _pictures(result: GenerationResult, day: date | None, look: Look) -> list[bytes]:
    from persona.exporting.paper.pdf import pictures

    return pictures(result, day, look=look)


def _card(result: GenerationResult, day: date | None, look: Look) -> list[bytes]:
    return [_png(_Alone(result, day), look)]


def _chart(result: GenerationResult, day: date | None, look: Look) -> list[bytes]:
    return [_charts(_Alone(result, day), look)]


def _sheets_and_method(result: GenerationResult) -> int:
    return len(result.personas) + 1


def _tables(run: FinishedRun, _: Look) -> bytes:
    from persona.exporting.sheets import tables_csv

    return tables_csv(run.cross_tables()).encode()


def _assignments(run: FinishedRun, _: Look) -> bytes:
    from persona.exporting.tables import assignments_csv

    return assignments_csv(run.segmentation()).encode()


CSV = "text/csv; charset=utf-8"
OFFICE = "application/vnd.openxmlformats-officedocument"
FORMATS: Mapping[FormatId, Format] = MappingProxyType(
    {
        "pdf": Format(
            label="PDF, one A4 sheet each, ready to print",
            ending="pdf",
            media="application/pdf",
            write=_pdf,
            package="typst",
            icon="file",
            short="one A4 each",
            pages=_sheets_and_method,
            pictures=_pictures,
        ),
        "pptx": Format(
            label="PowerPoint, text and charts you can edit",
            ending="pptx",
            media=f"{OFFICE}.presentationml.presentation",
            write=_slides,
            package="pptx",
            icon="slides",
            short="editable",
        ),
        "docx": Format(
            label="Word, a report with all statements and quotes",
            ending="docx",
            media=f"{OFFICE}.wordprocessingml.document",
            write=_report,
            package="docx",
            icon="text",
            short="report",
        ),
        "xlsx": Format(
            label="Excel, personas, statements, all quotes, cross-tables, who is in which, code book",
            short="with quotes",
            ending="xlsx",
            media=f"{OFFICE}.spreadsheetml.sheet",
            write=_workbook,
            package="xlsxwriter",
            icon="table",
        ),
        "png": Format(
            label="Picture, PNG for a slide or a wiki",
            ending="png",
            media="image/png",
            write=_png,
            package="typst",
            icon="image",
            short="PNG",
            pictures=_card,
        ),
        "svg": Format(
            label="Drawing, SVG that stays sharp at any size",
            ending="svg",
            media="image/svg+xml",
            write=_svg,
            package="typst",
            icon="image",
            short="SVG",
            pictures=_card,
        ),
        "charts": Format(
            label="Charts, PNG of what sets each persona apart",
            ending="png",
            media="image/png",
            write=_charts,
            package="typst",
            stem="charts",
            icon="chart",
            pictures=_chart,
        ),
        "charts-svg": Format(
            label="Charts, SVG that stays sharp at any size",
            ending="svg",
            media="image/svg+xml",
            write=partial(_charts, kind="svg"),
            package="typst",
            stem="charts",
            icon="chart",
            pictures=_chart,
        ),
        "notes": Format(
            label="Sticky notes, one a statement, for Miro and FigJam",
            ending="csv",
            media=CSV,
            write=_notes,
            stem="sticky-notes",
            icon="sticky",
            short="Miro, FigJam",
        ),
        "md": Format(
            label="Markdown, for wikis and editors",
            ending="md",
            media="text/markdown; charset=utf-8",
            write=_markdown,
            kept="personas.md",
        ),
        "html": Format(
            label="HTML, one file that needs nothing else", ending="html", media="text/html; charset=utf-8", write=_html
        ),
        "json": Format(
            label="JSON, the whole result", ending="json", media="application/json", write=_json, kept="result.json"
        ),
        "csv": Format(label="CSV, a line for each statement", ending="csv", media=CSV, write=_statements, icon="table"),
        "tables": Format(
            label="CSV, each question beside all personas, with bases and tests",
            ending="csv",
            media=CSV,
            write=_tables,
            is_whole=True,
            stem="tables",
            icon="table",
        ),
        "assignments": Format(
            label="CSV, a line for each person, with the group",
            ending="csv",
            media=CSV,
            write=_assignments,
            is_whole=True,
            stem="assignments",
            icon="table",
            kept="assignments.csv",
        ),
        "quotes": Format(
            label="CSV, a line for each quote",
            ending="csv",
            media=CSV,
            write=_quotes,
            stem="quotes",
            kept="quotes.csv",
            icon="table",
        ),
    }
)
"""Every format by its id."""

if tuple(FORMATS) != get_args(FormatId):  # else a request for it would find out
    raise TypeError(f"FormatId says {get_args(FormatId)}, FORMATS {tuple(FORMATS)}: name the same in this order.")


def listed() -> str:
    """All formats for people: "`md`: Markdown; `csv`: CSV, a line for each statement"."""
    return "; ".join(f"`{name}`: {about.label}" for name, about in FORMATS.items())
