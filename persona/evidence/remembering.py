"""Hearing once: what a study says does not change while people merge and split its groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from persona.evidence.themes import hear
from persona.remembering import Remembered, digest, packed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from persona.evidence.heard import Heard
    from persona.evidence.models import Answers

STUDIES = 2
LONGEST = 4_000_000
"""Characters of a study that is remembered; 5,000 people with four open questions write about one million. Moves memory
and the wait after an edit, never what is heard."""

TOLD = 40
"""Groups of one study of which it is remembered what is told of them; each holds numbers of its people, some 100 kB."""


class HeardOnce(NamedTuple):
    """What a study says, and what was worked out from it; both are let go together."""

    heard: list[Heard]
    told: Remembered[Any]
    """What is told of groups of its people, by a key that names the group: see `persona.writing.archive`."""


_heard = Remembered[HeardOnce](most=STUDIES)


def hear_once(
    answers: Sequence[Answers],
    *,
    seed: int,
    redact: bool,
    people: NDArray[np.int64],
    tick: Callable[[], None] = lambda: None,
) -> HeardOnce:
    """What `hear` gives; the same answers again are not heard again."""

    def work_out() -> HeardOnce:
        heard = hear(answers, seed=seed, redact=redact, people=people, tick=tick)
        return HeardOnce(heard, Remembered(most=TOLD))

    tick()  # a place to stop, also where nothing is heard any more
    if sum(len(text) for one in answers for text in one.texts) > LONGEST:
        return work_out()
    return _heard.of(digest(_parts(answers, f"{seed} {redact}", people)), work_out)


def _parts(answers: Sequence[Answers], how: str, people: NDArray[np.int64]) -> Iterator[str | bytes]:
    yield how
    yield np.ascontiguousarray(people).tobytes()
    for one in answers:
        yield one.column
        yield one.question
        yield np.asarray(one.rows, np.int64).tobytes()
        yield from packed(one.texts)
