"""Searching: what an experiment says, gathered from every app that knows some of it, and where a text stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from experiments.models import Experiment, SearchText
from experiments.search_words import has_all, hit, plain, terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from uuid import UUID

LETTERS = 400_000
"""The most that is kept of one experiment; what comes first is kept first."""
LINE = 1000
BEFORE = 30
"""So many letters stand before the first word that was found."""


class Line(NamedTuple):
    """Something that an experiment says."""

    kind: str
    """name, description, persona, statement or quote."""
    place: str
    """Ids that lead there: nothing, a persona's, or a persona's and a statement's with a colon between."""
    text: str


class Shown(NamedTuple):
    """A line with what was looked for: the text around it and the letters that match."""

    kind: str
    place: str
    before: str
    match: str
    after: str


_gatherers: list[Callable[[UUID], Iterable[Line]]] = []


def said_by(gather: Callable[[UUID], Iterable[Line]]) -> None:
    """Have an app that this one does not know say what it has of an experiment."""
    if gather not in _gatherers:
        _gatherers.append(gather)


def index(experiment_id: UUID | str) -> None:
    """Write down anew what an experiment says; one that is gone says nothing."""
    experiment = Experiment.objects.filter(pk=experiment_id).first()
    if experiment is None:
        return
    lines = list(_within(_said(experiment)))
    kept = {
        "said": "\n".join("\t".join(line) for line in lines),
        "words": "\n".join(plain(line.text) for line in lines),
    }
    SearchText.objects.update_or_create(experiment=experiment, defaults=kept)


def index_missing(most: int = 200) -> None:
    """Write down what some experiments say that nobody wrote down: of a version before, or lost on the way."""
    for pk in Experiment.objects.filter(search_text=None).values_list("pk", flat=True)[:most]:
        index(pk)


def found_in(ids: Iterable[UUID], text: str, *, most: int = 1) -> dict[UUID, list[Shown]]:
    """Lines of experiments that say the text; what says all its words comes first."""
    wanted = terms(text)
    texts = SearchText.objects.filter(experiment__in=list(ids)).values_list("experiment", "said", "words")
    return {pk: list(_best(said, words, wanted, most)) for pk, said, words in texts} if wanted else {}


def _said(experiment: Experiment) -> Iterator[Line]:
    yield Line("name", "", experiment.name)
    yield Line("description", "", experiment.description)
    for gather in _gatherers:
        yield from gather(experiment.pk)


def _within(lines: Iterable[Line]) -> Iterator[Line]:
    """Each on one line, none twice, together no longer than is kept."""
    seen: set[tuple[str, str]] = set()
    left = LETTERS
    for line in lines:
        text = " ".join(line.text.split())[:LINE]
        if not text or (line.kind, text) in seen:
            continue
        if (left := left - len(text)) < 0:
            return
        seen.add((line.kind, text))
        yield Line(line.kind, line.place, text)


def _best(said: str, words: str, wanted: list[str], most: int) -> Iterator[Shown]:
    pairs = list(zip(said.split("\n"), words.split("\n"), strict=True))
    whole = [line for line, plainly in pairs if has_all(plainly, wanted)]
    some = [] if whole else [line for line, plainly in pairs if any(has_all(plainly, [term]) for term in wanted)]
    for line in (whole or some)[:most]:
        yield _shown(Line(*line.split("\t", 2)), wanted)


def _shown(line: Line, wanted: Sequence[str]) -> Shown:
    start, end = hit(line.text, list(wanted)) or (0, 0)
    first = line.text.rfind(" ", 0, max(start - BEFORE, 0)) + 1 if start > BEFORE else 0
    before = ("…" if first else "") + line.text[first:start]
    return Shown(line.kind, line.place, before, line.text[start:end], line.text[end:])
