"""The narrator of a run: gives each persona its label, story and contrasts, once its statements stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from persona.counted.wording import asked_in_short, figures_of, said_of
from persona.narrative.labels import LONGEST, are_words, labels
from persona.narrative.locale import locale
from persona.narrative.story import Clause, contrasts, story
from persona.text.direction import set_apart
from persona.writing.wordforms import capital

if TYPE_CHECKING:
    from collections.abc import Mapping

    from persona.counted.findings import Finding
    from persona.counted.statements import Counts
    from persona.models import Persona


class Narrator:
    """Tells from counted findings and statements alone; the same for every writer.

    Example:
        >>> narrator = Narrator(counts, {1: 74, 2: 166})                 # doctest: +SKIP
        >>> narrator.told(persona).label                                 # doctest: +SKIP
        'Uses paper or a whiteboard'
    """

    def __init__(self, counts: Counts, sizes: Mapping[int, int]) -> None:
        self._counts, self._book = counts, counts.book
        self._locale = locale(counts.book.code)
        self._rows = sum(sizes.values())
        self._labels = labels({segment: counts.found(segment) for segment in sizes}, self._book, self._locale)

    def told(self, persona: Persona) -> Persona:
        """The persona with label, story and contrasts; words that a model wrote stay."""
        found = self._counts.found(persona.index)
        clauses = {self._counts.id_of(finding): self._clause(finding) for finding in found}
        mine = self._labels[persona.index]
        others = {index: label for index, label in self._labels.items() if index != persona.index}
        unlike = contrasts(persona, others, clauses, self._book, self._locale)
        sentences = story(persona, self._rows, self._counts.describing, clauses, unlike, self._locale)
        update: dict[str, object] = {"label": self._called(persona, mine), "story": sentences, "unlike": unlike}
        if "summary" not in persona.phrased:
            update["summary"] = " ".join(sentence.text for sentence in sentences)
        if "tagline" not in persona.phrased and self._says_little(persona.tagline):
            update["tagline"] = self._in_one_line(persona, clauses)
        return persona.model_copy(update=update)

    def _called(self, persona: Persona, label: str) -> str:
        """A group that no counted answer names is called by what it talks about, or by who it is more often."""
        if label != self._locale.group.format(number=persona.index) or "tagline" in persona.phrased:
            return label
        says = persona.tagline.rstrip(".。")
        if not (self._says_little(persona.tagline) or len(says) >= LONGEST or any(map(str.isdigit, says))):
            return says
        facts = (f.label for f in persona.facts if f.kind == "share" and f.direction == "more" and are_words(f.label))
        said = (self._locale.often.format(said=capital(fact)) for fact in facts)
        return next((text for text in said if len(text) < LONGEST), label)

    def _clause(self, finding: Finding) -> Clause:
        said = said_of(finding, self._book)
        topic = f"“{asked_in_short(finding)}”" if finding.option is None else said_of(finding, self._book, plain=True)
        return Clause(set_apart(said), figures_of(finding, self._book), set_apart(topic))

    def _says_little(self, tagline: str) -> bool:
        """Whether a tagline is one of the last resorts, of which nobody learns what the group is."""
        book = self._book
        forms = (book.mostly, book.less_often, book.like_everyone, book.no_difference, book.everyone)
        return any(re.match(re.escape(form.split("{")[0].strip()), tagline) for form in forms)

    def _in_one_line(self, persona: Persona, clauses: Mapping[str, Clause]) -> str:
        """The two counted statements that set it apart most, with their figures."""
        apart = [s for s in persona.statements if s.origin == "counted" and s.id in clauses]
        apart.sort(key=lambda s: (s.standing != "distinctive", -abs(s.effect or 0.0)))
        said = [str(clauses[statement.id]) for statement in apart[:2]]
        return f"{capital('; '.join(said))}." if said else persona.tagline
