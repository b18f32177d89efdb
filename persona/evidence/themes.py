"""Topics and claims of open answers: found on a sample, every passage placed, people counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from threadpoolctl import threadpool_limits

from persona.evidence.asides import asides
from persona.evidence.claims import find_claims
from persona.evidence.gathering import gather, habits
from persona.evidence.heard import Heard
from persona.evidence.models import Placement, Themes
from persona.evidence.space import Space
from persona.evidence.topics import find_topics, with_parents
from persona.text.comparing import Passages
from persona.text.embedding import default_embedder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from persona.evidence.gathering import Gathered
    from persona.evidence.models import Answers

    Places = NDArray[np.int64]

READ_DEEP = 2_000  # wordings of a study that the encoder reads, two milliseconds each; others are judged by their words
PLACED_AT_ONCE = 20_000
AGAIN = 2  # times that themes are found again without what people only add to their answers
FITTED = 20_000  # wordings that the space of topics is fitted on


def find_themes(answers: Sequence[Answers], *, seed: int = 0) -> Themes:
    """Themes of all open questions, each told and counted once a question.

    The same answers and seed give the same themes. Questions' own wording, greetings and answers that say nothing are
    no theme. A claim that some deny is counted in two, each the `opposite` of the other.
    """
    heard = hear(answers, seed=seed)
    return Themes(
        tuple(one.theme for some in heard for one in some.themes),
        tuple(Placements(heard)),
    )


def hear(
    answers: Sequence[Answers],
    *,
    seed: int = 0,
    redact: bool = True,
    people: Places | None = None,
    tick: Callable[[], None] = lambda: None,
) -> list[Heard]:
    """The same with all that a writer needs: a column each.

    `people`: who stands behind each row of the table (row 1 first); each row is a person where it is not given.
    `redact`: passages that hold personal data are left out. `tick` is called now and then: a place to stop.
    """
    openers = habits(answers)
    gathered = []
    for one in answers:
        tick()
        gathered.append(gather(one, redact=redact, seed=seed, openers=openers, tick=tick))
    shares = _shares([len(one.texts) for one in gathered], READ_DEEP)
    with threadpool_limits(1, "blas"):  # more threads add in another order, and counts must not depend on the machine
        found = []
        for some, share in zip(gathered, shares, strict=True):
            tick()
            found.append(_of_column(some, share, people, seed))
        return found


class Placements:
    """Every passage of every theme, column by column in the order of the rows; made anew each time they are read.

    Of a million answers they are too many to be held as they are written.
    """

    def __init__(self, heard: Sequence[Heard]) -> None:
        self._heard = heard

    def __iter__(self) -> Iterator[Placement]:
        for some in self._heard:
            yield from _of_themes(some)


def _of_themes(heard: Heard) -> Iterator[Placement]:
    gathered, themes = heard.gathered, heard.themes
    if not themes:
        return
    names = sorted(one.theme.id for one in themes)
    theme = np.array([names.index(one.theme.id) for one in themes for _ in range(2)])
    sizes = [size for one in themes for size in (len(one.places), len(one.near))]
    places = np.concatenate([part for one in themes for part in (one.places, one.near)])
    scores = np.concatenate([part for one in themes for part in (one.scores, one.near_scores)])
    counted = np.repeat(np.tile([True, False], len(themes)), sizes)
    theme = np.repeat(theme, sizes)
    order = np.lexsort((theme, gathered.starts[places], gathered.rows[places]))
    for first in range(0, len(order), PLACED_AT_ONCE):
        some = order[first : first + PLACED_AT_ONCE]
        at = places[some]
        parts = (theme[some], gathered.rows[at], gathered.starts[at], gathered.ends[at], scores[some], counted[some])
        for number, row, start, end, score, counts in zip(*(part.tolist() for part in parts), strict=True):
            yield Placement(names[number], row, gathered.column, start, end, round(score, 4), counts)


def _shares(sizes: Sequence[int], total: int) -> list[int]:
    """How many wordings of each column are read deep: all where they fit, else as many of each, as far as they go."""
    shares = [0] * len(sizes)
    left = total
    for number, place in enumerate(sorted(range(len(sizes)), key=lambda place: sizes[place])):
        shares[place] = min(sizes[place], left // (len(sizes) - number))
        left -= shares[place]
    return shares


def _of_column(gathered: Gathered, share: int, people: Places | None, seed: int, again: int = AGAIN) -> Heard:
    texts = gathered.texts[:share]
    deep = Passages(texts, [gathered.question] * len(texts), deep=True)
    if not texts:
        return Heard(gathered, deep, ())
    behind = gathered.rows if people is None else people[gathered.rows - 1]
    space = Space(default_embedder(), gathered.texts[:FITTED], seed=seed)
    claims = find_claims(gathered, deep, space, behind)
    if again and (aside := asides(gathered, (one.places for one in claims))).any():
        return _of_column(gathered.without(aside), share, people, seed, again - 1)
    topics = find_topics(gathered, deep, space, behind)
    return Heard(gathered, deep, (*topics, *with_parents(claims, topics, behind)))
