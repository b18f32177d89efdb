"""Topics: what many speak of, whatever they say of it; found by words, so that every passage can be placed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from persona.evidence.claims import name_of
from persona.evidence.finding import SAMPLE, centres
from persona.evidence.heard import Backed
from persona.evidence.models import Theme
from persona.evidence.space import content_words
from persona.evidence.telling import told
from persona.text.everyday import is_everyday
from persona.text.words import as_written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from persona.evidence.gathering import Gathered
    from persona.evidence.space import Space
    from persona.text.comparing import Passages

    Floats = NDArray[np.float32]
    Places = NDArray[np.int64]

# Likeness in the space at which passages form a topic, and from which one belongs to it. Chosen on the two coded sets
# (250 answers each, r_survey and clothing reviews), from ten settings.
TOPIC, MEMBER, NEAR = 0.18, 0.30, 0.22
LEAST, LEAST_SHARE = 3, 0.006  # passages of the sample that make a topic
KEY_SHARE, KEY_OWN = 0.25, 0.25  # of a topic's core that holds a word, and of the word's passages that lie in the core
NEAR_SHOWN = 40


def find_topics(gathered: Gathered, deep: Passages, space: Space, people: Places) -> list[Backed]:
    """The topics of one question, those that most people speak of first."""
    sample = gathered.texts[:SAMPLE]
    rows = space.place(sample)
    least = max(LEAST, int(LEAST_SHARE * len(sample)))
    middle = centres(rows, likeness=TOPIC, least=least)
    if not len(middle):
        return []
    words = [frozenset(content_words(text)) for text in gathered.texts]
    often = Counter(word for some in words[:SAMPLE] for word in some)
    own = set(content_words(gathered.question)) | set(content_words(gathered.column))
    near = space.place(gathered.texts) @ middle.T
    first = near[: len(sample)].argmax(1)
    found = []
    for place in range(len(middle)):
        core = np.flatnonzero((first == place) & (near[: len(sample), place] >= MEMBER)).tolist()
        held = Counter(word for one in core for word in words[one])
        keys = [
            word
            for word, count in sorted(held.items(), key=lambda item: (-item[1] * item[1] / often[item[0]], item[0]))
            if count >= max(LEAST, KEY_SHARE * len(core)) and count / often[word] > KEY_OWN and names(word)
        ]
        top = keys[:3]
        if not top or set(top) <= own:
            continue
        keyed = set(keys) - own
        holds = np.fromiter((bool(keyed & some) for some in words), bool, len(words))
        label = " · ".join(as_written(word, [sample[one] for one in core if word in words[one]]) for word in top)
        topic = _counted(gathered, deep, people, near[:, place], holds, label)
        if topic is not None:
            found.append(topic)
    distinct = {one.theme.id: one for one in found}
    return sorted(distinct.values(), key=lambda one: (-one.theme.people, one.theme.id))


def names(word: str) -> bool:
    """Whether a word can name a topic."""
    return len(word) > 1 and not is_everyday(word)


def _counted(
    gathered: Gathered, deep: Passages, people: Places, near: Floats, holds: NDArray[np.bool_], label: str
) -> Backed | None:
    counts = (near >= MEMBER) | holds
    counted = gathered.of(counts)
    count = len(np.unique(people[counted]))
    kind, polarity = told(deep, np.flatnonzero(counts[: len(deep.texts)]), gathered.question)
    if count < LEAST or not kind:
        return None
    scores = near.astype(np.float64).round(4)
    close = gathered.of(~counts & (near >= NEAR))
    close = close[np.lexsort((close, -scores[gathered.wording[close]]))][:NEAR_SHOWN]
    name = name_of(gathered.column, "topic", label.casefold())
    theme = Theme(name, "topic", "", gathered.column, label, kind, polarity, count, None, "")
    return Backed(theme, counted, scores[gathered.wording[counted]], close, scores[gathered.wording[close]])


def with_parents(claims: Sequence[Backed], topics: Sequence[Backed], people: Places) -> list[Backed]:
    """Claims that name the topic in which most of their people speak; none where fewer than half do."""
    shared = _shared(claims, topics, len(people))
    out = []
    for claim, some in zip(claims, shared, strict=True):
        mine = np.unique(people[claim.places])
        best = int(np.argmax(some)) if len(some) else 0
        both = np.unique(people[np.intersect1d(claim.places, topics[best].places)]) if len(some) else mine[:0]
        parent = topics[best].theme.id if len(some) and 2 * len(both) >= len(mine) else ""
        out.append(claim._replace(theme=claim.theme._replace(parent=parent)))
    return out


def _shared(claims: Sequence[Backed], topics: Sequence[Backed], size: int) -> Places:
    """How many passages a claim shares with a topic: a row a claim, a column a topic."""
    among = np.zeros(size, bool)
    out = np.zeros((len(claims), len(topics)), np.int64)
    for column, topic in enumerate(topics):
        among[topic.places] = True
        out[:, column] = [np.count_nonzero(among[claim.places]) for claim in claims]
        among[topic.places] = False
    return out
