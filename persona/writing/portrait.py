"""Name, tagline and summary of a segment: templates filled with computed differences and people's own words."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from persona.models import ColumnRole, Segment
from persona.writers.base import Passage
from persona.writing.differences import AGREE, Differences, Measure, Share, is_one_code_of_several
from persona.writing.facts import scale_end
from persona.writing.numbers import percent, small_percent
from persona.writing.phrasebooks import Phrasebook, is_role
from persona.writing.phrasebooks.book import NO, YES, yes_or_no
from persona.writing.wordforms import bare, capital, short, shortened

NAMES = (
    "Alex Lind", "Robin Vale", "Kim Arden", "Sam Okello", "Noor Castell", "Charlie Brandt",
    "Jules Moreau", "Toni Ferro", "Sasha Reed", "Andrea Sol", "Dominique Hart", "Ariel Novak",
    "Quinn Adler", "Mika Torres", "Jamie Lund", "Taylor Voss", "Morgan Ibe", "Casey Rohan",
    "Riley Stone", "Avery Kent", "Jordan Pell", "Rowan Achten", "Skyler Banda", "Emery Falk",
    "Remy Laurent", "Kai Whitlock", "Nikita Borg", "Luca Marsh", "Frankie Osei", "Micah Dorn",
    "Shay Keller", "Drew Santos", "Ellis Grove", "Marlow Finch", "Reese Tanaka", "Jody Hale",
)  # fmt: skip
"""Unisex, never from what a group says: a name must not suggest an age, a gender or an origin."""

SHARE_TO_NAME = 0.25
RATIO_TO_NAME = 1.2
MOST = 0.5
"""From here on a trait may be said without its share."""
LARGE_AT_MOST = 5
MUCH_LESS = 0.15
"""What so much fewer people say than the strongest statement is no summary of them."""
_YES_NO = frozenset(["0", "1", "yes", "no", "ja", "nein", "sí", "si", "no", "oui", "non", "sim", "não", "nao"])


def name_of(index: int, study: str) -> str:
    """The invented name of persona `index` (from 1): other ones from study to study, the same for the same `study`."""
    return random.Random(study).sample(NAMES, len(NAMES))[(index - 1) % len(NAMES)]  # noqa: S311 -- no secret


@dataclass(frozen=True)
class Portrait:
    """The words about one segment; `alone`: it is everybody."""

    book: Phrasebook
    found: Differences
    talks_about: Sequence[str]
    alone: bool = False

    def taglines(self) -> Iterator[str]:
        """What sets the segment apart, in at most two short sentences; the best first, others to tell two apart."""
        if self.alone:
            yield self._talk(self.book.talks_most) or self.book.everyone
            return
        pieces = self._pieces()
        role = next((s for s in self._roles() if s.share >= SHARE_TO_NAME), None)
        if pieces:
            talk = self._talk(self.book.talks_more) if len(pieces) == 1 and role is None else ""
            yield f"{self._with_pieces(role, self._listed(pieces))} {talk}".strip()
        yield from self._without_pieces(role)
        usual = (s for s in self.found.usual if s.share > MOST and s.column.basis)
        for share in islice(usual, LARGE_AT_MOST):
            yield self.book.like_everyone.format(label=capital(self._label(share)), share=percent(share.share))
        yield self.book.no_difference

    def summary(self, name: str, segment: Segment, rows: int, passages: Sequence[Passage]) -> str:
        """Who the segment is with its numbers, and its strongest statements with theirs: at most two sentences."""
        first = self.book.stands_for.format(
            name=name.split(maxsplit=1)[0],
            size=f"{segment.size:,}",
            rows=f"{rows:,}",
            share=small_percent(segment.size / rows),
            who=self._who(),
        )
        said = self._said(passages)
        return f"{first} {said}" if said else first

    # -- tagline ------------------------------------------------------------------------------------
    def _roles(self) -> list[Share]:
        """Kinds of work that are more frequent here than elsewhere, at most two."""
        asked = (s for s in self.found.shares if s.column.role is ColumnRole.CATEGORY and is_role(s.column.question))
        return [s for s in asked if s.effect > 0 and s.share >= 0.1][:2]

    def _with_pieces(self, role: Share | None, text: str) -> str:
        if role is None:
            return f"{capital(text)}."
        if role.share > MOST:
            return self.book.role_who.format(role=capital(self.book.role(role.option)), pieces=text)
        return self.book.role_often.format(
            role=self.book.a_role(role.option), share=percent(role.share), pieces=capital(text)
        )

    def _without_pieces(self, role: Share | None) -> Iterator[str]:
        talk = self._talk(self.book.talks_more)
        if role is not None and role.share >= 0.4:
            often = self.book.role_most_often.format(role=self.book.a_role(role.option), share=percent(role.share))
            yield f"{often} {talk}".strip()
        mostly = (
            s for s in self.found.shares if s.column.role is ColumnRole.CATEGORY and s.effect > 0 and s.share > MOST
        )
        for share in mostly:
            if yes_or_no([share.option], YES, NO) is None and not is_role(share.column.question):
                yield f"{self.book.mostly.format(option=self.book.small(short(share.option)))} {talk}".strip()
                break
        if talk:
            yield talk
        less = next((share for share in self.found.shares if share.effect < 0), None)
        if less is not None:
            yield self.book.less_often.format(label=self._label(less))

    def _label(self, share: Share) -> str:
        asked = bare(share.column.question)
        if share.option == AGREE:
            return self.book.says.format(question=shortened(asked))
        said = self.book.phrase(share.column.question, [share.option])
        is_code = is_one_code_of_several(share.option, share.column)
        return said or self.book.label(share.column.question, share.option, is_code=is_code)

    def _talk(self, sentence: str) -> str:
        quoted = [f"“{words}”" for words in self.talks_about[:3]]
        return sentence.format(topics=self.book.joined(quoted)) if quoted else ""

    def _listed(self, pieces: Sequence[str]) -> str:
        if len(pieces) == 1:
            return pieces[0]
        conjunction = f" {self.book.conjunction} "
        return f"{pieces[0]}{',' if conjunction in pieces[0] else ''}{conjunction}{pieces[1]}"

    def _pieces(self) -> list[str]:
        """At most two phrases from different questions and verbs; no option is named twice."""
        ups = [s for s in self.found.shares if s.effect > 0 and s.share >= SHARE_TO_NAME and s.ratio >= RATIO_TO_NAME]
        pieces: list[str] = []
        role = " ".join(short(s.option).lower() for s in self._roles()[:1])
        for column in dict.fromkeys(s.column.name for s in sorted(ups, key=lambda s: -s.effect)):
            shares = [s for s in ups if s.column.name == column]
            said = self._phrase_of(shares, " ".join(pieces).lower())
            if said and not self._repeats(said, [*pieces, role]):
                pieces.append(self._with_share(said, shares))
            if len(pieces) == 2:
                return pieces
        agreed = next((s for s in ups if s.option == AGREE and s.share > MOST), None)
        if agreed is not None:
            return [*pieces, self.book.says.format(question=shortened(bare(agreed.column.question)))]
        return pieces or self._yes_and_no()

    def _yes_and_no(self) -> list[str]:
        """What most say yes to, and what they say no to: perceptions, one a column."""
        pieces = []
        for sentence, wanted in ((self.book.says_yes, True), (self.book.says_no, False)):
            likely = (s for s in self.found.shares if s.effect > 0 and s.share > MOST)
            clear = [s for s in likely if not is_one_code_of_several(s.option, s.column)]
            mine = [s for s in clear if yes_or_no([s.option], YES, NO) is wanted]
            things = [f"“{bare(s.column.question)}”" for s in mine if len(s.column.question.split()) <= 4][:2]
            if things:
                pieces.append(sentence.format(things=self.book.joined(things)))
        return pieces

    def _phrase_of(self, shares: Sequence[Share], said: str) -> str | None:
        column = shares[0].column
        if is_role(column.question) or shares[0].option == AGREE:
            return None
        new = [s.option for s in shares if short(s.option).lower() not in said]
        return self.book.phrase(column.question, new[: 2 if column.role is ColumnRole.MULTIPLE else 1]) if new else None

    def _with_share(self, said: str, shares: Sequence[Share]) -> str:
        """A trait is said flatly only where it holds for most; else with the share of whom it holds for."""
        named = [share for share in shares if short(share.option).lower() in said.lower()] or list(shares[:1])
        least = min(share.share for share in named)
        return said if least > MOST else f"{said} ({percent(least)})"

    def _repeats(self, said: str, others: Sequence[str]) -> bool:
        """The same verb as another piece, or a long word that one of them holds already."""
        if any(self._verb(said) == self._verb(other) for other in others if other):
            return True
        stems = {word[:6] for word in re.findall(r"\w{6,}", said.lower())}
        return bool(stems & {word[:6] for word in re.findall(r"\w{6,}", " ".join(others).lower())})

    def _verb(self, said: str) -> str:
        return said.removeprefix(self.book.also).split(maxsplit=1)[0]

    # -- summary ------------------------------------------------------------------------------------
    def _who(self) -> str:
        named = [self.book.a_role(share.option) for share in self._roles()]
        if named:
            return self.book.more_often.format(roles=f" {self.book.alternative} ".join(named))
        rated = (m for m in self.found.measures if m.column.role is ColumnRole.RATING and m.column.higher_is == "more")
        ratings = (m for m in rated if abs(m.distance) >= 0.4)
        return self._rating(measure) if (measure := next(ratings, None)) else ""

    def _rating(self, measure: Measure) -> str:
        asked = bare(measure.column.question)
        everyone = f"{self.book.figures.decimal(measure.everyone)}{scale_end(measure.column, self.book)}"
        values = self.book.against.format(mean=self.book.figures.decimal(measure.mean), everyone=everyone)
        higher = measure.mean > measure.everyone
        if len(asked.split()) <= 2:
            sentence = self.book.is_higher if higher else self.book.is_lower
            return sentence.format(question=asked, values=values)
        sentence = self.book.answers_higher if higher else self.book.answers_lower
        return sentence.format(question=asked, values=values)

    def _said(self, passages: Sequence[Passage]) -> str:
        """The strongest statements of two kinds that many people back."""
        first = {kind: next((p for p in passages if p.kind == kind and p.stands), None) for kind in self.book.heads}
        most = max((p.support for p in first.values() if p), default=0)
        bits: list[str] = []
        for kind, head in self.book.heads.items():
            best = first[kind]
            if best is None or (kind == "need" and bits) or not _is_shared(best, most):
                continue
            begin = head if not bits else head[0].lower() + head[1:]
            bits.append(f"{begin}: “{best.text}” ({self.book.count(best.support)})")
            if len(bits) == 2:
                break
        return "; ".join(bits) + "." if bits else ""


def _is_shared(passage: Passage, most: int) -> bool:
    return passage.support >= 2 and passage.support >= MUCH_LESS * most
