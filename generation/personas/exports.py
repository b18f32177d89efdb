"""Export: what of a result leaves and in which format, seen before it is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from accounts.audit.services import record
from core.pages.kept import Kept
from core.pages.rendering import page
from generation.personas.kept_output import output_of
from generation.personas.pictures import dressed
from generation.runs.models import Run
from persona.exceptions import PersonaError
from persona.exporting.arranging import arranged
from persona.exporting.choosing import Choice, Chosen, narrowed
from persona.exporting.formats import FORMATS, Format, FormatId, export_run
from persona.exporting.words import called
from persona.messages import configuration_error, hint, sentence
from persona.messages.exports import METHOD_TITLE

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence
    from datetime import date

    from django.db.models import QuerySet
    from django.http import QueryDict
    from django.http.response import HttpResponseBase

    from accounts.people.requests import Request
    from persona.exporting.arranging import FinishedRun
    from persona.exporting.look import Look
    from persona.models import GenerationResult, Persona
    from persona.outputs import Output

    Draw = Callable[[GenerationResult, date | None, Look], list[bytes]]

LARGE_OF_RUN = ("summary", "drawing", "verdict", "warnings")
PAGES_SEEN = 16
"""Exports whose pages stay in memory for the next look."""
_pictures: Kept[list[bytes]] = Kept(size=PAGES_SEEN)
_drawings: Kept[bytes] = Kept(size=PAGES_SEEN)
FIRST: FormatId = next(iter(FORMATS))


@dataclass(frozen=True)
class Asked:
    """What somebody ticked on the page; nothing is ticked where they have just come."""

    kind: FormatId
    personas: tuple[int, ...]
    quotes: bool
    names: bool
    is_new: bool
    page: int
    """The page that is looked at, from 1."""

    @classmethod
    def of(cls, given: QueryDict) -> Asked:
        """As the address says.

        Raises:
            Http404: it names no format, or something that is no number.
        """
        kind = next((name for name in FORMATS if name == given.get("format", FIRST)), None)
        personas = given.getlist("persona")
        shown = given.get("page", "1")
        if kind is None or not all(number.isdecimal() and len(number) < 4 for number in [shown, *personas]):
            raise Http404
        is_new = "sent" not in given
        quotes, names = is_new or "quotes" in given, is_new or "names" in given
        return cls(kind, tuple(map(int, personas)), quotes, names, is_new, int(shown))

    @property
    def format(self) -> Format:
        return FORMATS[self.kind]

    def choice(self) -> Choice:
        """For the library.

        Raises:
            ConfigurationError: no persona is ticked.
        """
        if not self.personas and not self.is_new:
            raise configuration_error("nothing_chosen")
        return Choice(personas=self.personas, quotes=self.quotes, names=self.names)

    @property
    def query(self) -> str:
        """The same without the page, for the address of another one."""
        told: list[tuple[str, object]] = [("format", self.kind), *(("persona", number) for number in self.personas)]
        told += [] if self.is_new else [("sent", 1)]
        told += [(name, "on") for name in ("quotes", "names") if getattr(self, name) and not self.is_new]
        return urlencode(told)

    def is_ticked(self, persona: Persona) -> bool:
        return persona.index in self.personas if self.personas or not self.is_new else True


@dataclass(frozen=True)
class Contents:
    """What a file will hold, in numbers."""

    name: str
    format: Format
    chosen: GenerationResult
    whole: GenerationResult

    @property
    def pages(self) -> int | None:
        return self.format.pages(self.chosen) if self.format.pages else None

    @property
    def looks(self) -> list[tuple[int, str]]:
        """The pages that can be looked at, each with what is on it."""
        if not (self.format.pictures and self.format.is_installed and self.chosen.personas):
            return []
        names = [called(persona) for persona in self.chosen.personas]
        return list(enumerate([*names, METHOD_TITLE], start=1)) if self.format.pages else [(1, "")]

    @property
    def unreadable(self) -> tuple[str, ...]:
        """Scripts that would stand there as empty boxes."""
        if not (self.format.pictures and self.format.is_installed):
            return ()
        from persona.exporting.paper.pdf import without_font  # late: the web process starts without typst

        return without_font(self.chosen)

    @property
    def no_font(self) -> tuple[str, str]:
        """What is told of them, and what helps."""
        return sentence("no_font", scripts=", ".join(self.unreadable)), hint("no_font")

    @property
    def personas(self) -> int:
        return len((self.whole if self.format.is_whole else self.chosen).personas)

    @property
    def statements(self) -> int:
        return sum(len(persona.statements) for persona in self.chosen.personas)

    @property
    def quotes(self) -> int:
        """Different passages: the same one may stand under several statements."""
        found = (passage for persona in self.chosen.personas for passage in _passages(persona))
        return len({(said.source, said.row, said.column, said.start, said.end) for said in found})

    @property
    def is_masked(self) -> bool:
        return self.whole.config.redact


@require_GET
def export(request: Request, run_id: UUID) -> HttpResponseBase:
    """Choose a format, personas and what of them leaves; what the file will hold stands beside."""
    run = _found(request, run_id)
    if run.status != Run.Status.DONE:
        return redirect("generation:run", run.pk)
    return _page(request, run, Asked.of(request.GET))


@require_GET
def export_file(request: Request, run_id: UUID) -> HttpResponseBase:
    """The file itself; the page with the reason where it cannot be made."""
    run = _found(request, run_id)
    if run.status != Run.Status.DONE:
        return redirect("generation:run", run.pk)
    asked = Asked.of(request.GET)
    try:
        output = _output(run)
        data = export_run(Chosen(output, asked.choice()), asked.kind, look=dressed(run))
    except PersonaError as problem:
        return _page(request, run, asked, problem)
    record("exported", team=run.experiment.team_id, about=run, format=asked.kind)
    name = asked.format.download(run.experiment.name, run.number, run.finished and run.finished.date())
    return HttpResponse(data, content_type=asked.format.media, headers=download_headers(name))


@require_GET
def export_picture(request: Request, run_id: UUID) -> HttpResponseBase:
    """A page of the file as a picture; 404 where the format has none."""
    run = _found(request, run_id)
    asked = Asked.of(request.GET)
    draw = asked.format.pictures
    if run.status != Run.Status.DONE or draw is None or not asked.format.is_installed:
        raise Http404
    try:
        output = Chosen(_output(run), asked.choice())
        key = (run.pk, run.finished, run.edited, run.experiment.team.look, asked.query)
        pages = _pictures.get(key, lambda: _drawn(output, draw, dressed(run)))
    except PersonaError as problem:
        raise Http404 from problem
    if not 1 <= asked.page <= len(pages):
        raise Http404
    return HttpResponse(pages[asked.page - 1], content_type="image/png", headers={"Cache-Control": "private, no-store"})


@require_GET
def persona_sheet(request: Request, persona_id: UUID) -> HttpResponseBase:
    """The sheet of one persona as a drawing: what its page prints; 404 where none can be made."""
    run = get_object_or_404(_runs(request), personas=persona_id)
    number = run.personas.values_list("position", flat=True).get(pk=persona_id)
    output = output_of(run)
    if run.status != Run.Status.DONE or output is None:
        raise Http404
    key = (run.pk, run.finished, run.edited, run.experiment.team.look, number)
    return drawn_sheet(key, output, number, dressed(run))


def drawn_sheet(key: Hashable, run: FinishedRun, number: int, look: Look) -> HttpResponse:
    """The sheet of a persona, drawn once and kept for a while; `key` names all that it depends on.

    Raises:
        Http404: what draws it is not installed, or the result has no such persona.
    """
    if not can_draw() or all(persona.index != number for persona in run.result().personas):
        raise Http404
    from persona.exporting.paper.pdf import drawing  # late: the web process starts without typst

    made = _drawings.get(key, lambda: drawing(arranged(run, look).result(), number, run.day(), look=look))
    return HttpResponse(made, content_type="image/svg+xml", headers={"Cache-Control": "private, no-store"})


def can_draw() -> bool:
    """Whether sheets can be drawn on this machine."""
    return FORMATS["pdf"].is_installed


def _drawn(output: FinishedRun, draw: Draw, look: Look) -> list[bytes]:
    """Pages as the file will have them."""
    return draw(arranged(output, look).result(), output.day(), look)


def download_headers(name: str) -> dict[str, str]:
    """Kept by nobody on the way, and saved under this name, whatever its letters."""
    return {
        "Content-Disposition": content_disposition_header(as_attachment=True, filename=name) or "attachment",
        "Cache-Control": "private, no-store",
    }


def _page(request: Request, run: Run, asked: Asked, problem: PersonaError | None = None) -> HttpResponse:
    context: dict[str, Any] = {"run": run, "experiment": run.experiment, "asked": asked, "formats": FORMATS}
    try:
        result = _output(run).result()
        context["personas"] = [(persona, asked.is_ticked(persona)) for persona in result.personas]
        if problem is None:
            chosen = narrowed(result, asked.choice())
            name = asked.format.download(run.experiment.name, run.number, run.finished and run.finished.date())
            context["contents"] = Contents(name, asked.format, chosen, result)
    except PersonaError as found:
        problem = problem or found
    context["problem"] = problem
    return page(request, "generation/export.html", context, partials=["export-preview"])


def _found(request: Request, run_id: UUID) -> Run:
    return get_object_or_404(_runs(request), pk=run_id)


def _runs(request: Request) -> QuerySet[Run]:
    return Run.objects.visible_to(request.user).select_related("experiment__team").defer(*LARGE_OF_RUN)


def _output(run: Run) -> Output:
    if (output := output_of(run)) is None:
        raise configuration_error("files_gone")
    return output


def _passages(persona: Persona) -> Sequence[Any]:
    return [*persona.quotes, *(said for statement in persona.statements for said in statement.evidence if said.counted)]
