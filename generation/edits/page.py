"""The edit page: a persona with all its statements, hidden ones too, and who did what when."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.utils import timezone

from core.pages.icons import PICTURES
from core.timeformat import moment
from generation.edits.models import EditEntry
from generation.edits.sections import KIND, sections_of
from generation.personas.models import Persona, Statement
from persona.edits import FIELDS_AT_MOST
from persona.kinds import KINDS
from persona.sections import ON_PAGES, arranged, ordered

if TYPE_CHECKING:
    from collections.abc import Mapping

    from accounts.models import User

LATEST = 6
USUAL = tuple(sorted(KINDS, key=lambda kind: KINDS[kind].section)[:4])
"""Kinds of the first sections of a persona's page."""
DIFFERS = (
    "rename_persona", "rewrite_tagline", "rewrite_statement", "count_quote", "move_statement", "set_field",
)  # fmt: skip
"""Edits whose two wordings are short enough to stand beside each other."""
TELLS = (
    "hide_statement", "pin_statement", "judge_statement", "note_statement", "note_persona", "add_statement", KIND,
)  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One edit in the history."""

    entry: EditEntry
    user: User

    @property
    def is_mine(self) -> bool:
        return self.entry.user_id == self.user.pk

    @property
    def who(self) -> str:
        return "You" if self.is_mine else self.entry.told["who"] or "Somebody"

    @property
    def initials(self) -> str:
        words = self.entry.told["who"].split("@")[0].replace(".", " ").split()
        return "".join(word[0] for word in (*words[:1], *words[1:][-1:])).upper() or "?"

    @property
    def sentence(self) -> str:
        return str(self.entry.told["sentence"])

    @property
    def when(self) -> str:
        return _clock(self.entry.told["when"])

    @property
    def before(self) -> str:
        return str(self.entry.told["before"]) if self.entry.kind in DIFFERS else ""

    @property
    def after(self) -> str:
        return str(self.entry.told["after"]) if self.entry.kind in (*DIFFERS, *TELLS) else ""

    @property
    def is_undone(self) -> bool:
        return self.entry.state == EditEntry.State.UNDONE

    @property
    def problem(self) -> str:
        """Why it does not apply any more."""
        return str(self.entry.told["problem"]) if self.entry.state == EditEntry.State.NOT_APPLIED else ""

    @property
    def undone(self) -> dict[str, str]:
        """Who undid it, when, and by which edit."""
        return dict(self.entry.told["undone"] or {})

    @property
    def undone_by(self) -> str:
        if self.entry.was_refused:
            return "somebody else was quicker"
        return f"undone by {self.undone['who']}, {_clock(self.undone['when'])}" if self.undone else ""

    @property
    def undoing(self) -> str:
        """The edit to revert: itself, or what undid it."""
        return str(self.undone["edit"] if self.is_undone else self.entry.pk)


@dataclass(frozen=True)
class EditedSection:
    """The statements of one kind, hidden ones too."""

    kind: str
    title: str
    icon: str
    statements: list[Statement]
    is_left_out: bool
    """Whether pages and files do not show it, so that readers see it nowhere."""


@dataclass(frozen=True)
class Editing:
    """A persona as the edit page shows it."""

    persona: Persona
    user: User
    given: Mapping[str, str] = field(default_factory=dict)
    """What somebody typed that could not be saved."""
    opened: str = ""
    """The statement whose words are being changed."""

    @property
    def seen(self) -> int:
        return self.persona.run.edited

    @property
    def edited(self) -> dict[str, Any]:
        return dict(self.persona.edited)

    @property
    def is_locked(self) -> bool:
        return "locked" in self.edited

    @property
    def called(self) -> str:
        """The field that holds what the persona is called."""
        return "label" if self.persona.label else "name"

    @property
    def words(self) -> dict[str, str]:
        """What stands in the fields: what was typed last, saved or not."""
        names = ("label", "name", "tagline", "summary")
        return {name: self.given.get(name, getattr(self.persona, name)) for name in names}

    @property
    def fields(self) -> list[dict[str, str]]:
        """Fields of people's own, with what was typed last in one of them, saved or not."""
        kept = self.edited.get("fields", ())
        return [{**own, "text": self._typed(own["name"]) or own["text"]} for own in kept]

    @property
    def new_field(self) -> dict[str, str]:
        """What was typed of a field that is not there yet; empty where nothing was."""
        name = self.given.get("own-name", "")
        is_known = any(own["name"] == name for own in self.edited.get("fields", ()))
        return {} if is_known else {"name": name, "text": self.given.get("own-text", "")}

    @property
    def may_add_field(self) -> bool:
        return len(self.edited.get("fields", ())) < FIELDS_AT_MOST

    def _typed(self, name: str) -> str:
        return self.given.get("own-text", "") if self.given.get("own-name") == name else ""

    @property
    def pictures(self) -> tuple[str, ...]:
        return PICTURES

    @property
    def picture(self) -> str:
        return self.persona.picture or f"face{(self.persona.position - 1) % 6 + 1}"

    @cached_property
    def statements(self) -> list[Statement]:
        return list(Statement.everything.filter(persona=self.persona))

    @cached_property
    def sections(self) -> list[EditedSection]:
        """The usual kinds, whether there is something or not, and the others that there are."""
        found: dict[str, list[Statement]] = {}
        for said in self.statements:
            found.setdefault(said.kind, []).append(said)
        chosen = sections_of(self.persona.run)
        shown = arranged(chosen, ON_PAGES)
        kinds = sorted((kind for kind in KINDS if kind in found or kind in USUAL), key=ordered(chosen, ON_PAGES).index)
        return [
            EditedSection(kind, KINDS[kind].heading, KINDS[kind].icon, found.get(kind, []), kind not in shown)
            for kind in kinds
        ]

    @property
    def kinds(self) -> list[tuple[str, str]]:
        return [(kind, about.heading) for kind, about in KINDS.items()]

    # -- before it is approved ------------------------------------------------------------------------
    @property
    def unsaid(self) -> int:
        return sum(not said.support and not said.count and "hidden" not in said.marks for said in self.statements)

    @property
    def wrong(self) -> int:
        return sum(said.marks.get("judgement") == "wrong" for said in self.statements)

    @property
    def hidden(self) -> int:
        return sum("hidden" in said.marks for said in self.statements)

    # -- who did what when ----------------------------------------------------------------------------
    @cached_property
    def lines(self) -> list[Line]:
        """What was done to this persona, the newest first; what was undone is marked, not told twice."""
        return [Line(entry, self.user) for entry in self._entries if entry.kind != "reverted"]

    @cached_property
    def _entries(self) -> list[EditEntry]:
        of_all = Q(persona__isnull=True, kind__in=(KIND, "reverted"))  # sections are those of all personas
        found = EditEntry.objects.filter(Q(persona=self.persona.position) | of_all, run=self.persona.run_id)
        return list(found.order_by("-sequence"))

    @property
    def latest(self) -> list[Line]:
        return self.lines[:LATEST]

    @property
    def undo(self) -> Line | None:
        """One's own last change."""
        return next((line for line in self.lines if line.is_mine and line.entry.state == EditEntry.State.APPLIED), None)

    @property
    def redo(self) -> Line | None:
        """What one has undone last, until one does something else; nothing that others undid, or that was refused."""
        mine = [line for line in self.lines if line.is_mine]
        by_me = {str(entry.pk) for entry in self._entries if entry.user_id == self.user.pk}
        undone = [line for line in mine if line.undone.get("edit") in by_me and not line.entry.was_refused]
        last = max(undone, key=lambda line: _at(line.entry.told["undone"]["when"]), default=None)
        if last is None or any(_at(line.entry.told["when"]) > _at(last.entry.told["undone"]["when"]) for line in mine):
            return None
        return last

    @property
    def saved(self) -> str:
        return f"{timezone.localtime():%H:%M}"

    @property
    def last(self) -> str:
        """When somebody changed it last."""
        return self.lines[0].when if self.lines else ""

    @property
    def locked(self) -> dict[str, str]:
        """Who locked it, and when."""
        return stamp(self.edited.get("locked"))


def stamp(told: Mapping[str, str] | None) -> dict[str, str]:
    """Who did something and when, in words; empty where nobody did."""
    return {"who": told["who"] or "somebody", "when": moment(_at(told["when"])).lower()} if told else {}


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _clock(text: str) -> str:
    """The clock of today, else the day."""
    return moment(_at(text)).removeprefix("Today, ")
