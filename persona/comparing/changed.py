"""What changed between two waves, files or runs of one study."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.comparing import wording
from persona.comparing.answers import AnswerTable
from persona.comparing.groups import Groups
from persona.comparing.models import InsideChange, LeftOut, QuestionsCompared, WhatChanged
from persona.comparing.reading import Alike, Wave
from persona.comparing.runs import are_same_people
from persona.comparing.same_rows import grouped_twice
from persona.comparing.shared_people import SharedPeople
from persona.comparing.testing import FAMILIES, corrected, sure_of
from persona.messages import data_error, sentence
from persona.numerals import counted, people

if TYPE_CHECKING:
    from collections.abc import Sequence

    from persona.comparing.answers import Told
    from persona.comparing.groups import Matched, Pair
    from persona.comparing.models import AnswerChange
    from persona.models import Persona
    from persona.outputs import Output

FEW_QUESTIONS = 4
MOST_TOLD = 30
"""Changes of everyone's answers that are told, the surest first."""


def what_changed(first: Output, second: Output) -> WhatChanged:
    """Two waves of a study, and what is different between them; of one file run twice, who is with whom.

    Groups are matched by what their people answer and, where ids stand in both, by who is in them; questions by name,
    text and options. Everything is tested, and corrected for all that was tested: what could be chance is called no
    change.

    Args:
        first: the earlier wave, a finished run.
        second: the later one.

    Raises:
        ConfigurationError: a run is not done.
        DataError: they have no question in common.

    Example:
        >>> what_changed(Output.open("autumn"), Output.open("spring")).sentence      # doctest: +SKIP
        'Three of four groups are still there. One is new, one is gone and “The Sunday planner” grew.'
    """
    before, after = Wave(first), Wave(second)
    if are_same_people(first, second) and before.rows == after.rows:
        return grouped_twice(before, after)
    alike = Alike(before, after)
    if not alike.columns:
        raise data_error("nothing_alike")
    return _Waves(alike).told()


class _Waves:
    def __init__(self, alike: Alike) -> None:
        self.alike, self.first, self.second = alike, alike.first, alike.second
        self.groups = Groups(alike)
        self.answers = AnswerTable(alike)
        self.shared = SharedPeople.of(self.first, self.second)

    def told(self) -> WhatChanged:
        found = self.groups.matched()
        groups = wording.groups_told(found, self.first, self.second)
        everyone = self.answers.everyone()
        inside = [(pair, self._inside(pair)) for pair in found.pairs]
        return WhatChanged(
            sentence=wording.in_short(groups, found, self.first),
            people=(self.first.people, self.second.people),
            same_rows=False,
            shared_people=self.shared.people if self.shared else None,
            questions=self._questions(),
            groups=tuple(groups),
            everyone=tuple(_surest(everyone)),
            inside=tuple(self._insides(inside)),
            tested=len(groups) + len(everyone) + sum(len(told) for _, told in inside),
            notes=tuple(self._notes(found)),
        )

    def _inside(self, pair: Pair) -> list[Told]:
        one, two = _persona(self.first, pair.first), _persona(self.second, pair.second)
        return self.answers.inside(pair, self.groups, (one, two))

    def _insides(self, inside: Sequence[tuple[Pair, list[Told]]]) -> list[InsideChange]:
        """All groups are corrected together: with more groups, more would differ by chance."""
        chances = iter(corrected([told.size.chance for _, some in inside for told in some], families=FAMILIES))
        found = []
        for pair, some in inside:
            changes = [wording.answer_told(told, next(chances)) for told in some]
            changes.sort(key=lambda each: (each.sure == "none", each.chance))
            found.append(
                InsideChange(
                    first=pair.first,
                    second=pair.second,
                    name=self.second.names[pair.second],
                    changes=tuple(changes),
                )
            )
        return found

    def _questions(self) -> QuestionsCompared:
        first, second = self.alike.asked
        left_out = tuple(LeftOut(question=text, reason=why) for text, why in self.alike.left_out)
        return QuestionsCompared(alike=len(self.alike.columns), first=first, second=second, left_out=left_out)

    def _notes(self, found: Matched) -> list[str]:
        notes = []
        if self.shared:
            same = self.shared.in_same({(pair.first, pair.second) for pair in found.pairs})
            notes.append(sentence("people_in_both", people=people(self.shared.people), same=f"{same:,}"))
        if len(self.alike.telling) < FEW_QUESTIONS:
            notes.append(sentence("groups_few_questions", count=counted(len(self.alike.telling), "question")))
        if self.first.result.weight or self.second.result.weight:
            notes.append(sentence("weights_unused"))
        return notes


def _surest(everyone: Sequence[Told]) -> list[AnswerChange]:
    """Changes that are named; of a question with many options each may be one."""
    chances = corrected([told.size.chance for told in everyone], families=FAMILIES)
    named = [(chance, told) for told, chance in zip(everyone, chances, strict=True) if sure_of(chance) != "none"]
    named.sort(key=lambda each: (each[0], -abs(each[1].size.by)))
    return [wording.answer_told(told, chance) for chance, told in named[:MOST_TOLD]]


def _persona(wave: Wave, index: int) -> Persona | None:
    return next((persona for persona in wave.result.personas if persona.index == index), None)
