"""Claims: what several people say alike, told in the words of one of them, and everybody who says something like it."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from persona.evidence.finding import groups
from persona.evidence.heard import Backed
from persona.evidence.models import Theme
from persona.evidence.space import content_words, unit
from persona.evidence.telling import told
from persona.text.comparing import Passages
from persona.text.languages import language_of, languages
from persona.text.likeness import OPPOSITE, likeness
from persona.text.words import word_count, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from persona.evidence.gathering import Gathered
    from persona.evidence.space import Space
    from persona.text.likeness import Read

    Floats = NDArray[np.float32]
    Places = NDArray[np.int64]

WORDS = 0.4  # of the likeness that groups passages, what shared rare words give; the rest is meaning
ALIKE = 0.45, 0.32  # likeness, first and for what is left, that groups passages; who is counted is judged one by one
LEAST = 3  # people that make a claim
MOST = 60  # claims of a question
TRIED = 6  # passages of a group that are tried as its statement
READS = 0.3  # of a passage's worth as a statement that it reads well, beside how surely its group says it
READABLE = 0.7  # chance of being readable from which a passage may be a statement
NEAR = 0.3  # chance from which a passage that does not count is still shown beside those that do
NEAR_SHOWN = 40
COHERENT = 0.25  # of a group, whom its statement must count
VAGUE_SHARE, VAGUE_CHANCE = 0.2, 0.7  # a statement that counts few of its group among all, unsurely, says too little
FREE = 3  # passages an answer, from which people tell freely and a mere name of a thing is no statement
FREE_WORDS = 4
LEANING = 0.3  # what a passage is worth less as a statement that leans on the words before it
TURNED = 0.3  # and one that denies what most of its group affirm, or affirms what they deny
AGREED = 0.8  # of those whom words alone count, how many a closer reading counts, too: the precision aimed at
OVERLAP = 0.5  # of the people of the smaller of two claims, from which both are one
AT_ONCE = 20_000
_COMMA = re.compile("[,、，]")


class _Draft(NamedTuple):
    """A claim before its people are known: the place of its statement, and how all wordings stand to it."""

    place: int
    statement: Read
    counts: NDArray[np.bool_]
    chance: NDArray[np.float64]
    against: NDArray[np.float64]


def find_claims(gathered: Gathered, deep: Passages, space: Space, people: Places) -> list[Backed]:
    """The claims of one question, those that most people make first; `people` stands behind each passage."""
    drafts = _drafts(gathered, deep, space, people)
    drafts = _in_full(gathered, deep, drafts)
    found = [one for draft in drafts if (one := _counted(gathered, deep, draft, people)) is not None]
    return _with_contraries(gathered, deep, found, drafts, people)


def _drafts(gathered: Gathered, deep: Passages, space: Space, people: Places) -> list[_Draft]:
    """A statement of each group of passages; what no statement counts is grouped again, more widely."""
    size = len(deep.texts)
    if size < 2 or deep.meaning is None:
        return []
    meaning = unit(deep.meaning - deep.meaning.mean(0))
    rows = np.hstack([meaning * np.float32(np.sqrt(1 - WORDS)), space.sketch(deep.texts) * np.float32(np.sqrt(WORDS))])
    times = _people_of(gathered, people, size)
    may_show = showable(gathered, deep)
    found: list[_Draft] = []
    left = np.arange(size)
    for alike in ALIKE:
        for members in _largest_first(left, rows, alike, times):
            draft = _best(deep, rows, members, times, may_show)
            if draft is None:
                continue
            same = next((place for place, other in enumerate(found) if _is_same(draft, other, times)), None)
            if same is None:
                found.append(draft)
            else:
                found[same] = _joined(found[same], draft)
        covered = np.any([draft.counts for draft in found], axis=0) if found else np.zeros(size, bool)
        left = np.flatnonzero(~covered)
    return sorted(found, key=lambda draft: (-int(draft.counts @ times), draft.place))[:MOST]


def _largest_first(left: Places, rows: Floats, alike: float, times: Places) -> list[Places]:
    """Groups of at least `LEAST` people."""
    if len(left) < 2:
        return []
    found = [left[members] for members in groups(rows[left], likeness=alike)]
    kept = [members for members in found if times[members].sum() >= LEAST]
    return sorted(kept, key=lambda members: (-int(times[members].sum()), int(members[0])))[:MOST]


def _joined(draft: _Draft, other: _Draft) -> _Draft:
    """The larger claim with those who only say it in the words of another, where each of the two says the other."""
    if not (draft.counts[other.place] and other.counts[draft.place]):
        return draft
    more = other.counts & (draft.chance >= NEAR)
    chance = np.where(more, np.maximum(draft.chance, other.chance), draft.chance)
    return draft._replace(counts=draft.counts | more, chance=chance)


def _people_of(gathered: Gathered, people: Places, size: int) -> Places:
    """How many people use each of the first wordings."""
    read = gathered.wording < size
    most = int(people.max(initial=0)) + 1
    pairs = np.sort(gathered.wording[read] * most + people[read])
    first = np.diff(pairs, prepend=-1) > 0
    return np.bincount(pairs[first] // most, minlength=size)


def _best(deep: Passages, rows: Floats, members: Places, times: Places, may_show: NDArray[np.bool_]) -> _Draft | None:
    """The passage that most of its group say something like, surely; None where none can be shown."""
    weight = times[members]
    centre = unit((rows[members] * weight[:, None]).sum(0, keepdims=True))[0]
    near = (rows[members] @ centre).round(5)
    shown = [place for place in members[np.lexsort((members, -near))].tolist() if may_show[place]]
    denied = bool(2 * (deep.negated[members] @ weight) > weight.sum())
    best: tuple[float, _Draft] | None = None
    for place in shown[:TRIED]:
        statement = deep.read(place)
        counts, chance, against = likeness().arrays(deep.against(statement))
        counts[place], chance[place], against[place] = True, 1.0, 0.0
        sure = np.maximum(chance[members] - NEAR, 0) @ weight / weight.sum()
        worth = float(sure) + READS * deep.judged[place].readable - LEANING * leans(deep.texts[place])
        worth = round(worth - TURNED * (bool(deep.negated[place]) != denied), 6)
        if best is None or worth > best[0]:
            best = worth, _Draft(place, statement, counts, chance, against)
    return best[1] if best and _holds(best[1], members, times) else None


def _holds(draft: _Draft, members: Places, times: Places) -> bool:
    """Whether a statement stands for its group, and not for half of the question."""
    inside, every = draft.counts[members] @ times[members], draft.counts @ times
    if inside < COHERENT * times[members].sum():
        return False
    sure = draft.chance[draft.counts] @ times[draft.counts]
    return bool(inside >= VAGUE_SHARE * every or sure >= VAGUE_CHANCE * every)


def showable(gathered: Gathered, deep: Passages) -> NDArray[np.bool_]:
    """Which of the first wordings may be shown as a statement: readable, and more than the question's own words."""
    own = set(content_words(gathered.question)) | set(content_words(gathered.column))
    free = len(gathered.rows) >= FREE * len(np.unique(gathered.rows))
    return np.array(
        [
            one.readable >= READABLE
            and not set(content_words(text)) <= own
            and (not free or (word_count(text) >= FREE_WORDS and not leans(text)))
            for one, text in zip(deep.judged, deep.texts, strict=True)
        ],
        bool,
    )


@lru_cache(maxsize=50_000)
def leans(text: str) -> bool:
    """Whether a passage cannot stand alone: it is joined to what stands before, points there, or is half a sentence."""
    first = next(iter(words(text)), "")
    spoken = languages().get(language_of(text))
    if spoken is None:
        return False
    return first in spoken.joins | spoken.points or (first in spoken.subordinates and not _COMMA.search(text))


def _is_same(draft: _Draft, other: _Draft, times: Places) -> bool:
    """Whether two claims are one: either says the other, and most of the smaller one's people make both."""
    if not (draft.counts[other.place] or other.counts[draft.place]):
        return False
    both = (draft.counts & other.counts) @ times
    return bool(both >= OVERLAP * min(draft.counts @ times, other.counts @ times))


def _in_full(gathered: Gathered, deep: Passages, drafts: Sequence[_Draft]) -> list[_Draft]:
    """The same drafts with wordings that were not read deep: those are judged by their words."""
    first = len(deep.texts)
    parts = [[draft] for draft in drafts]
    leasts = [_least_by_words(deep, draft) for draft in drafts] if first < len(gathered.texts) else []
    while first < len(gathered.texts) and drafts:
        texts = gathered.texts[first : first + AT_ONCE]
        block = Passages(texts, [gathered.question] * len(texts), deep=False)
        for draft, part, least in zip(drafts, parts, leasts, strict=True):
            counts, chance, against = likeness().arrays(block.against(draft.statement), by_words=True)
            part.append(draft._replace(counts=counts & (chance >= least), chance=chance, against=against))
        first += len(texts)
    return [
        part[0]._replace(
            counts=np.concatenate([one.counts for one in part]),
            chance=np.concatenate([one.chance for one in part]),
            against=np.concatenate([one.against for one in part]),
        )
        for part in parts
    ]


def _least_by_words(deep: Passages, draft: _Draft) -> float:
    """The chance by words from which most whom words count under this claim were counted by those who read deep, too.

    Some statements hold little but a common word ("another color"); words alone would count everybody who uses it.
    """
    counts, chance, _ = likeness().arrays(deep.against(draft.statement), by_words=True)
    order = np.flatnonzero(counts)
    order = order[np.argsort(-chance[order], kind="stable")]
    right = np.cumsum(draft.counts[order])
    agreed = np.flatnonzero(right >= AGREED * np.arange(1, len(order) + 1))
    return float(chance[order[agreed[-1]]]) if len(agreed) else 1.0


def _counted(gathered: Gathered, deep: Passages, draft: _Draft, people: Places) -> Backed | None:
    """The claim with its people; None where too few make it or it says nothing."""
    counted = gathered.of(draft.counts)
    count = len(np.unique(people[counted]))
    if count < LEAST:
        return None
    kind, polarity = told(deep, np.flatnonzero(draft.counts[: len(deep.texts)]), gathered.question)
    if not kind:
        return None
    scores = draft.chance[gathered.wording[counted]]
    close = gathered.of(~draft.counts & (draft.chance >= NEAR) & (draft.against < OPPOSITE))
    close = close[np.lexsort((close, -draft.chance[gathered.wording[close]]))][:NEAR_SHOWN]
    label = deep.texts[draft.place]
    theme = Theme(
        name_of(gathered.column, "claim", label),
        "claim",
        "",
        gathered.column,
        label,
        kind,
        polarity,
        count,
        round(float(scores.mean()), 4),
        "",
    )
    return Backed(theme, counted, scores, close, draft.chance[gathered.wording[close]])


def name_of(column: str, level: str, *core: str) -> str:
    """From the words themselves, so that a column more or another seed does not re-number what is found again."""
    return sha256("\n".join((column, level, *core)).encode()).hexdigest()[:10]


def _with_contraries(
    gathered: Gathered, deep: Passages, found: Sequence[Backed], drafts: Sequence[_Draft], people: Places
) -> list[Backed]:
    """Claims that some deny name the contrary: another claim that says it, or one made of those who do."""
    by_label = {deep.texts[draft.place]: draft for draft in drafts}
    out = list(found)
    for place in range(len(found)):
        draft = by_label[found[place].theme.label]
        if out[place].theme.opposite:
            continue
        other = _known_contrary(draft, out, by_label, place)
        if other is None and (made := _made_contrary(gathered, deep, draft, out[place], people)) is not None:
            out.append(made)
            other = len(out) - 1
        if other is not None:
            here, there = out[place], out[other]
            out[place] = here._replace(theme=here.theme._replace(opposite=there.theme.id))
            out[other] = there._replace(theme=there.theme._replace(opposite=here.theme.id))
    return sorted(out, key=lambda one: (-one.theme.people, one.theme.id))


def _known_contrary(draft: _Draft, found: Sequence[Backed], by_label: dict[str, _Draft], place: int) -> int | None:
    against: Iterator[int] = (
        number
        for number, one in enumerate(found)
        if number != place
        and not one.theme.opposite
        and one.theme.label in by_label
        and draft.against[by_label[one.theme.label].place] >= OPPOSITE
    )
    return next(against, None)


def _made_contrary(gathered: Gathered, deep: Passages, draft: _Draft, claim: Backed, people: Places) -> Backed | None:
    denies = draft.against >= OPPOSITE
    places = gathered.of(denies)
    count = len(np.unique(people[places]))
    first = np.flatnonzero(denies[: len(deep.texts)])
    readable = [place for place in first.tolist() if deep.judged[place].readable >= READABLE]
    if count < LEAST or not readable:
        return None
    kind, polarity = told(deep, first, gathered.question)
    best = max(readable, key=lambda place: (float(draft.against[place]), -place))
    scores = draft.against[gathered.wording[places]]
    none = np.zeros(0, np.int64)
    theme = Theme(
        f"{claim.theme.id}-not",
        "claim",
        "",
        gathered.column,
        deep.texts[best],
        kind,
        polarity,
        count,
        round(float(scores.mean()), 4),
        claim.theme.id,
    )
    return Backed(theme, places, scores, none, np.zeros(0, np.float64)) if kind else None
