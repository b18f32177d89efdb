"""What is told of a segment: claims that set it apart or that many of it make, each once, in its people's own words."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import groupby, islice
from operator import itemgetter
from typing import TYPE_CHECKING, cast

import numpy as np

from persona.evidence.claims import LEANING, leans, showable
from persona.evidence.space import content_words
from persona.evidence.telling import can_be_judged, is_sure
from persona.kinds import of_polarity, order
from persona.text.judging import KINDS as JUDGED
from persona.text.likeness import likeness
from persona.text.words import word_count
from persona.writing.choices import Choice, is_new, same_people
from persona.writing.people import NOBODY, People
from persona.writing.reached import Reached

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from persona.evidence.heard import Heard
    from persona.kinds import StatementKind
    from persona.text.judging import Judgement
    from persona.writing.listening import Part, Study

PEOPLE = 3
"""People of a segment from which a claim is one of its statements."""
OTHERS_SAY_IT = -1.0
"""z below which a claim is more the others' than this segment's; it is told only where little else is."""
FEW = 8
"""Statements up to which a segment is filled up with what everybody says."""
LONE, THIN = 5, 2
"""What only one or two say is told once for so many statements of more people, or where there would be fewer than so
many statements: a persona that rests on single voices is nobody's but theirs."""
TOPIC_SHARE = 0.05
"""Of those who were asked, who speak of a topic that is told although no claim lies in it."""
MENTIONS = 3
AGAIN = 0.3
"""What a claim is worth less for each that was told of its topic already."""
TRIED = 6
"""Passages of a topic that are tried as its voice."""
OFFERED = 60
"""Passages that a writer is offered in all; those beyond the statements may be cited by a model."""
CORE = 0.5
"""What it is worth to lie near the claim's own statement."""
ATTITUDE = {"delight": 1, "frustration": -1}
MOOD = 0.5
"""What each standard deviation below the mean rating says against praise. A good rating says nothing: content people
complain, too. Read off reviews with stars beside them; it turns no sentence that is clear by itself."""
CONTENT = 0.5
"""Standard deviations of the rating beside their answers from which people who say one thing are content, or are not:
what tells praise from blame in languages that no model has learnt."""
CLASH, OWN_KIND = 0.2, 0.08
"""How far a passage may lean to the other side, and the chance that it must have of its theme's kind."""
LEAD_WORDS = (8, 32)
LEAD_READABLE = 0.85


class Chooser:
    """Chooses for one segment; `taken` holds texts that earlier personas show already."""

    def __init__(
        self, study: Study, segment: int, typical: NDArray[np.bool_], taken: frozenset[str], *, each: int
    ) -> None:
        self._study, self._segment, self._typical, self._taken, self._each = study, segment, typical, taken, each
        self._keys: dict[str, NDArray[np.int64]] = {}
        self._together: dict[tuple[str, str, str], People] = {}
        self._wordings: dict[str, dict[str, int]] = {}
        self._kinds: dict[str, StatementKind] = {}
        parts = study.parts(segment)
        self._topics = {part.theme.id: part for part in parts if part.theme.level == "topic"}
        self._claims = {part.theme.id: part for part in parts if part.theme.level == "claim"}
        self._most = max((len(part.people) for part in self._claims.values()), default=1)

    def choose(self) -> list[Choice]:
        """Statements first, kind by kind and the best first; then more passages that a writer may cite."""
        told = self.statements()
        return [*told, *self.spares(told)]

    def statements(self) -> list[Choice]:
        """What is told of the segment, kind by kind."""
        apart, shared, few = self._claims_by_weight()
        told: list[Choice] = []
        self._take(apart, told, most=None)
        topics = self._spoken_of()
        self._take(topics, told, most=FEW, least=PEOPLE)
        self._take(shared, told, most=FEW)
        self._take([*apart, *shared], told, most=FEW, each=FEW)  # where people speak of little but what they like
        borne = sum(len(choice.people) >= PEOPLE for choice in told)
        self._take(topics, told, most=FEW, least=PEOPLE, spoken=True)
        self._take([*topics, *few], told, most=min(FEW, max(THIN, len(told) + borne // LONE)))
        return sorted(told, key=lambda choice: order(choice.kind))

    def spares(self, told: Sequence[Choice]) -> list[Choice]:
        """Passages beside what is told that a writer may cite, kind by kind."""
        apart, shared, few = self._claims_by_weight()
        spares: list[Choice] = []
        self._take([*apart, *shared, *few], list(told), most=OFFERED, spares=spares)
        return sorted(spares, key=lambda choice: order(choice.kind))

    def leads(self, choices: Sequence[Choice], count: int) -> list[Choice]:
        """Longer passages that let the segment speak: of claims that many make, by people who are not quoted yet."""
        quoted = {self._person(choice) for choice in choices if choice.stands}
        shown = {choice.text.casefold() for choice in choices if choice.stands}
        out: list[Choice] = []
        for part in sorted(self._claims.values(), key=lambda part: (-self._worth(part), part.theme.id)):
            if len(out) >= count:
                break
            for choice in self._quotable(part, longest=True):
                new = choice.text.casefold() not in shown and self._person(choice) not in quoted
                if new and LEAD_WORDS[0] <= word_count(choice.text) <= LEAD_WORDS[1] and is_new(choice, out):
                    if choice.readable < LEAD_READABLE:
                        continue
                    out.append(replace(choice, stands=False))
                    quoted.add(self._person(choice))
                    break
        return out

    # -- inside -------------------------------------------------------------------------------------
    def _claims_by_weight(self) -> tuple[list[Part], list[Part], list[Part]]:
        """Claims of many that set the segment apart, of many that others make as well, and of few; the best first."""
        ranked = sorted(self._claims.values(), key=lambda part: (-self._worth(part), part.theme.id))
        many = [part for part in ranked if len(part.people) >= PEOPLE]
        return (
            [part for part in many if part.z >= OTHERS_SAY_IT],
            [part for part in many if part.z < OTHERS_SAY_IT],
            [part for part in ranked if len(part.people) < PEOPLE],
        )

    def _worth(self, part: Part, heard: People = NOBODY) -> float:
        """What it is worth to tell a part; `heard`: those of its question for whom something else speaks already."""
        many = math.log1p(len(part.people - heard if heard else part.people)) / math.log1p(max(4, self._most))
        return 1.2 * many + 0.6 * math.tanh(part.z / 2) + 0.3 * (part.theme.precision or 0.0)

    def _take(
        self,
        parts: Sequence[Part],
        told: list[Choice],
        *,
        most: int | None,
        least: int = 1,
        spoken: bool = False,
        each: int | None = None,
        spares: list[Choice] | None = None,
    ) -> None:
        """The best part again and again: of those for whom nothing speaks yet, on a topic that was not told yet.

        `most`: statements in all, `each`: of one kind; `least`: people who must say what is told, or, `spoken`, people
        for whom nothing speaks yet who speak of the topic that it names.
        """
        left, values = list(parts), [math.inf] * len(parts)
        heard = Reached([*told, *(spares or ())])
        while left:
            got = [*told, *(spares or ())]
            if most is not None and len(got) >= most:
                return
            best = values.index(max(values))
            worth = self._worth(left[best], heard.of(left[best])) - AGAIN * heard.times(left[best])
            if worth < values[best]:
                values[best] = worth  # what others told since has lowered it; it never rises
                continue
            part = left.pop(best)
            values.pop(best)
            if spares is None and sum(c.kind == self._kind(part) for c in told) >= (each or self._each):
                continue
            if any(part.theme.id == choice.part.theme.id or same_people(part, choice) for choice in got):
                continue
            possible: Iterator[Choice] = (one for one in self._quotable(part) if is_new(one, got))
            if part.theme.level == "topic":  # of several, the one that most say alike
                possible = iter(sorted(islice(possible, TRIED), key=lambda one: -len(one.people)))
            if (choice := next(possible, None)) is None:
                continue
            if (heard.new(choice) if spoken else len(choice.people)) < least:
                continue
            heard.add(choice)
            if spares is None:
                told.append(choice)
            else:
                spares.append(replace(choice, stands=False))

    def _spoken_of(self) -> list[Part]:
        """Topics that many speak of and in which no claim of enough people lies, largest first."""
        within = {part.theme.parent for part in self._claims.values() if len(part.people) >= PEOPLE}
        found = [
            part
            for name, part in self._topics.items()
            if name not in within
            and len(part.people) >= max(PEOPLE, TOPIC_SHARE * part.base)
            and part.z >= OTHERS_SAY_IT
        ]
        return sorted(found, key=lambda part: (-len(part.people), part.theme.id))

    def _quotable(self, part: Part, *, longest: bool = False) -> Iterator[Choice]:
        """Passages of a theme that can stand for it, the best first."""
        heard = part.heard
        wording = heard.gathered.wording[part.places]
        shown = self._showable(heard)
        core = self._core(part)
        ranked = []
        alike = self._alike_at(part, len(shown))
        first = np.array([each[0] for each in alike], np.int64)
        for at, score, number in zip(first.tolist(), part.scores[first].tolist(), wording[first].tolist(), strict=True):
            place = int(part.places[at])
            if number >= len(shown) or not shown[number]:
                continue
            if not self._may_stand(part, heard.deep.judged[number], self._study.mood_at(heard, place)):
                continue
            text = heard.gathered.texts[number]
            if text.casefold() in self._taken or not self._says_it_most(part, number):
                continue
            typical = bool(self._typical[heard.gathered.rows[place] - 1])
            worth = score + 0.3 * heard.deep.judged[number].readable + 0.1 * typical
            worth -= LEANING * leans(text)
            if core is not None and heard.deep.meaning is not None:
                worth += CORE * float(heard.deep.meaning[number] @ core)
            worth += 0.02 * min(20, word_count(text)) if longest else 0.0
            ranked.append((-round(worth, 6), place, score))
        places = {int(part.places[each[0]]): part.places[each] for each in alike}
        for _, equal in groupby(sorted(ranked), key=itemgetter(0)):
            every = [(other, score) for _, place, score in equal for other in places[place].tolist()]
            for place, score in sorted(every):
                yield self._choice(part, place, score)

    def _says_it_most(self, part: Part, wording: int) -> bool:
        """Whether no other segment, in whose persona the same words could stand, makes the claim more than this one."""
        return self._study.foremost(part.heard, part.theme.id, wording) in (None, self._segment)

    def _alike_at(self, part: Part, read: int) -> list[NDArray[np.int64]]:
        """Passages of a part in the same words of people alike in mood and type, as places in it; those read deep."""
        heard = part.heard
        column = heard.gathered.column
        if column not in self._keys:
            at = heard.gathered.rows - 1
            kind = self._study.mood_ranks[at] * 2 + self._typical[at]
            self._keys[column] = kind * len(heard.gathered.texts) + heard.gathered.wording
        deep = np.flatnonzero(heard.gathered.wording[part.places] < read)
        keys = self._keys[column][part.places[deep]]
        order = np.argsort(keys, kind="stable")
        return np.split(deep[order], np.flatnonzero(np.diff(keys[order])) + 1) if len(deep) else []

    def _choice(self, part: Part, place: int, score: float) -> Choice:
        people = self._alike(part, place) if part.theme.level == "topic" else part.people
        topic, heading = self._topic_of(part, part.heard.gathered.texts[int(part.heard.gathered.wording[place])])
        mentions = self._in_topic(topic, heading, part) if topic is not None and heading is not None else NOBODY
        if len(mentions) <= len(people) or len(mentions) < MENTIONS:
            mentions = NOBODY
        contrary = self._claims.get(part.theme.opposite)
        return Choice(
            part,
            place,
            score,
            self._kind(part),
            people,
            True,
            mentions,
            heading if mentions else None,
            len(contrary.people - people) if contrary is not None else 0,
        )

    def _in_topic(self, topic: Part, heading: str, part: Part) -> People:
        """Who uses a topic's word or is counted under a claim of it: what a reader counts who is told the word.

        A topic also holds those who speak of it in other words, and would count them under a word they never used.
        """
        key = topic.theme.id, heading, part.theme.id
        if key not in self._together:
            self._together[key] = self._who_use(topic, heading) | part.people
        return self._together[key]

    def _who_use(self, topic: Part, word: str) -> People:
        gathered = topic.heard.gathered
        wordings, back = np.unique(gathered.wording[topic.places], return_inverse=True)
        used = np.array([word.casefold() in content_words(gathered.texts[place]) for place in wordings.tolist()], bool)
        return People(np.unique(self._study.people_at(topic.heard, topic.places[used[back]])))

    def _topic_of(self, part: Part, text: str) -> tuple[Part | None, str | None]:
        """The topic that a statement names with one of its own words, the claim's own topic first, then the largest."""
        column = part.heard.gathered.column
        near = [one for one in self._topics.values() if one.theme.column == column]
        home = part.theme.id if part.theme.level == "topic" else part.theme.parent
        for topic in sorted(near, key=lambda one: (one.theme.id != home, -len(one.people), one.theme.id)):
            if heading := _heading(topic, text):
                return topic, heading
        return None, None

    def _kind(self, part: Part) -> StatementKind:
        """The kind of a theme in this segment: what others praise is a complaint where its people are discontent."""
        known = self._kinds.get(part.theme.id)
        if known is None:
            known = self._kinds[part.theme.id] = self._by_words(part)
            if not is_sure(part.heard.gathered.question):
                if not can_be_judged(part.heard.deep):
                    known = self._kinds[part.theme.id] = self._by_mood(part)
                elif known == "delight" and self._lean(part) < -CLASH:
                    known = self._kinds[part.theme.id] = "frustration"
                elif known not in ATTITUDE:
                    known = self._kinds[part.theme.id] = self._borne_out(part)
        return known

    def _by_words(self, part: Part) -> StatementKind:
        return cast("StatementKind", part.theme.kind)

    def _by_mood(self, part: Part) -> StatementKind:
        """The kind of what nobody can judge by its words: by the rating beside it, where its people are of one mind."""
        mood = self._study.moods[np.unique(part.heard.gathered.rows[part.places]) - 1]
        side = "pos" if mood.mean() >= CONTENT else "neg" if mood.mean() <= -CONTENT else ""
        return of_polarity(side) or self._by_words(part)

    def _borne_out(self, part: Part) -> StatementKind:
        """Praise or blame where words and ratings agree: "It hides all I need" of people who rate low is no need."""
        by_mood, lean = self._by_mood(part), self._lean(part)
        return by_mood if ATTITUDE.get(by_mood, 0) * lean > CLASH else self._by_words(part)

    def _may_stand(self, part: Part, judged: Judgement, mood: float) -> bool:
        """Whether a passage, read alone, may stand under the kind of its theme."""
        kind, sure = self._kind(part), is_sure(part.heard.gathered.question)
        if sure and kind == part.theme.kind:  # asked for and counted as such: only what leans to the other side is not
            return ATTITUDE.get(kind, 0) * _side(judged, mood) >= -CLASH
        if can_be_judged(part.heard.deep):
            return fits(judged, kind, mood) and (len(part.people) >= PEOPLE or judged.kind == kind)
        if len(part.people) < PEOPLE:  # nobody else bears it out, nor can its own words
            return sure
        return sure or ATTITUDE.get(kind, 0) * mood >= -CLASH

    def _lean(self, part: Part) -> float:
        """The mean side of a theme's passages that were read."""
        heard = part.heard
        wording = heard.gathered.wording[part.places].tolist()
        read = zip(part.places.tolist(), wording, strict=True)
        sides = [
            _side(heard.deep.judged[number], self._study.mood_at(heard, place))
            for place, number in read
            if number < len(heard.deep.judged)
        ]
        return float(np.mean(sides)) if sides else 0.0

    def _alike(self, part: Part, place: int) -> People:
        """Who says something like one passage of a topic."""
        heard = part.heard
        number = int(heard.gathered.wording[place])
        counts, _, _ = likeness().arrays(heard.deep.against(heard.deep.read(number)))
        counts[number] = True
        wording = heard.gathered.wording[part.places]
        mine = part.places[(wording < len(counts)) & counts[np.minimum(wording, len(counts) - 1)]]
        return People(np.unique(self._study.people_at(heard, mine)))

    def _showable(self, heard: Heard) -> NDArray[np.bool_]:
        shown: NDArray[np.bool_] = self._study.told.of(
            f"shown {heard.gathered.column}", lambda: showable(heard.gathered, heard.deep)
        )
        return shown

    def _core(self, part: Part) -> NDArray[np.float32] | None:
        """The meaning of a claim's own statement: whoever is quoted for it should say just this."""
        heard = part.heard
        if part.theme.level == "topic" or heard.deep.meaning is None:
            return None
        known = self._wordings.setdefault(
            heard.gathered.column, {text: number for number, text in enumerate(heard.deep.texts)}
        )
        number = known.get(part.theme.label)
        return None if number is None else heard.deep.meaning[number]

    def _person(self, choice: Choice) -> int:
        return int(self._study.people_at(choice.part.heard, np.array([choice.place]))[0])


def fits(judged: Judgement, kind: str, mood: float) -> bool:
    """Whether a passage, read alone, may stand under the kind of its theme: no praise among complaints.

    A short one ("Quality") is told by the rating beside it. `mood`: that rating, in standard deviations.
    """
    if kind in ATTITUDE and ATTITUDE[kind] * _side(judged, mood) < -CLASH:
        return False
    if kind not in JUDGED:
        return True
    own = judged.chances[JUDGED.index(kind)]
    return own >= OWN_KIND and all(own >= judged.chances[JUDGED.index(other)] for other in ATTITUDE if kind in ATTITUDE)


def _side(judged: Judgement, mood: float) -> float:
    """From -1, blame, to 1, praise."""
    praise, blame = judged.sides
    return praise - blame + MOOD * min(mood, 0.0)


def _heading(topic: Part, text: str) -> str | None:
    """The topic's word that stands in a statement; None where it holds none, and the topic would explain nothing."""
    held = content_words(text)
    return next((word for word in topic.theme.label.split(" · ") if word.casefold() in held), None)
