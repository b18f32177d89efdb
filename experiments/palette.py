"""What the palette finds for some words: experiments, personas, statements, quotes, pages and things to do."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, cast

from django.urls import reverse

from experiments import searching
from experiments.models import Experiment
from experiments.search_words import has_all, plain, terms
from experiments.states import STATES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from accounts.people.requests import Request
    from experiments.searching import Shown
    from experiments.states import ExperimentState

EXPERIMENTS, LINES, EACH = 12, 5, 5
"""Experiments that are looked into, lines of each, and results of a kind that are shown."""
KINDS = {"persona": ("Personas", "person"), "statement": ("Statements", "target"), "quote": ("Quotes", "quote")}


class Result(NamedTuple):
    """One line of the palette."""

    address: str
    icon: str
    before: str
    match: str = ""
    after: str = ""
    beside: str = ""
    key: str = ""


class Group(NamedTuple):
    """Results of one kind, under their heading."""

    title: str
    results: list[Result]


class Page(NamedTuple):
    """Somewhere to go, or something to do."""

    label: str
    url: str
    icon: str
    words: str = ""
    """What else people call it."""
    key: str = ""
    needs_editor: bool = False
    part: str = ""
    """The part of the page, by its anchor."""


PAGES = (
    Page("New experiment", "experiments:create", "plus", "start begin upload file", "n", needs_editor=True),
    Page("Begin from a template", "experiments:templates", "sheets", "new experiment", needs_editor=True),
    Page("Experiments", "experiments:list", "flask", "home list studies", "g e"),
    Page("Bin", "experiments:bin", "bin", "deleted trash undo", needs_editor=True),
    Page("Team", "teams:mine", "people", "invite members roles", "g t"),
    Page("Account", "account", "person", "profile name password", "g a"),
    Page("API and webhooks", "account_api", "key", "tokens programs"),
    Page("Help", "experiments:help", "help", "how judge words files", "g h"),
    Page(
        "Help: how we judge a result",
        "experiments:help",
        "help",
        "verdict ready care present quality",
        part="judge",
    ),
    Page("Help: how to read a statement", "experiments:help", "help", "chip count mean quotes people", part="read"),
    Page("Help: how it works", "experiments:help", "help", "read understand group write check steps", part="how"),
    Page("Help: what the yellow chip means", "experiments:help", "help", "evidence thin weak proof", part="evidence"),
    Page("Help: words we use", "experiments:help", "help", "glossary terms persona segment theme", part="words"),
    Page("Help: how a file should look", "experiments:help", "help", "csv excel columns rows interviews", part="files"),
    Page("Help: sample data", "experiments:help", "help", "try example tour", part="sample"),
    Page("Notices and keys", "account_notices", "bell", "mail browser shortcuts settings"),
    Page("All shortcuts", "experiments:shortcuts", "keyboard", "keys keyboard", "?"),
)


def find(request: Request, text: str) -> list[Group]:
    """The groups that have something; without words, what was changed last and all that can be done."""
    mine = Experiment.objects.visible_to(request.user).filter(team=request.user.membership.team)
    some = list(mine.matching(text)[:EXPERIMENTS])
    lines = searching.found_in([each.pk for each in some], text, most=LINES) if text else {}
    groups = [Group("Experiments", list(islice(_experiments(some, text), EACH)))]
    for kind, (title, icon) in KINDS.items():
        told = (_said(line, icon, each.name) for each in some for line in lines.get(each.pk, ()) if line.kind == kind)
        groups.append(Group(title, list(islice(told, EACH))))
    groups.append(Group("Do", list(_pages(request, text))))
    return [group for group in groups if group.results]


def _experiments(some: list[Experiment], text: str) -> Iterator[Result]:
    """By name when words are looked for: those that only say them are told by their lines."""
    for each in some:
        state = STATES[cast("ExperimentState", each.state)]
        if found := re.search(re.escape(text), each.name, re.IGNORECASE):
            yield Result(
                reverse("experiments:open", args=[each.pk]),
                "flask",
                each.name[: found.start()],
                found[0],
                each.name[found.end() :],
                state.word,
            )


def _said(line: Shown, icon: str, experiment: str) -> Result:
    persona, _, statement = line.place.partition(":")
    address = reverse("generation:persona", args=[persona]) + (f"?e={statement}" if statement else "")
    return Result(address, icon, line.before, line.match, line.after, experiment)


def _pages(request: Request, text: str) -> Iterator[Result]:
    wanted = terms(text)
    may_edit = request.user.membership.may_edit
    for page in PAGES:
        if page.needs_editor and not may_edit:
            continue
        fits = has_all(plain(f"{page.label} {page.words}"), wanted) if wanted else not page.part
        if fits:  # parts of the help come by their words alone
            address = reverse(page.url) + (f"#{page.part}" if page.part else "")
            yield Result(address, page.icon, page.label, key=page.key)
