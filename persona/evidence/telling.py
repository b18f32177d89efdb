"""Of which kind a theme is: its question, its members and the language that they are in decide together."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from persona.kinds import KINDS as STATEMENTS
from persona.kinds import of_names, of_polarity, where_unsure
from persona.questionnaire.headings import asks_for_other
from persona.text.asking import SHARED, SURE, asking
from persona.text.judging import KINDS
from persona.text.languages import SHORT, main_language
from persona.text.words import word_count, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from persona.kinds import Kind
    from persona.text.comparing import Passages

    Places = NDArray[np.int64]

SAYS_NOTHING, KIND_LEAST = 0.45, 0.25  # mean chances from which a claim is talk, and below which no kind is told
LANGUAGE_READ = 100  # passages that tell the language of an answer
LEARNT = frozenset("de en es fr it ja nl pt".split())  # noqa: SIM905 -- a list of languages
"""Languages of sentences that the models were taught with; of others nobody has measured how often they are right."""
NOTHING = frozenset(
    "nothing none nichts rien nada niente nulla niets nic nič inget ingenting intet mitään semmi nimic ništa ничего"  # noqa: SIM905 -- a list of words
    " нічого τίποτα hiçbir なし 特に 없음 没有".split()
)


def told(deep: Passages, places: Places, question: str) -> tuple[str, str]:
    """Kind and attitude of what these wordings say together; no kind where they say nothing, or none is likely."""
    judged = [deep.judged[place] for place in places.tolist()]
    if not judged:
        return "", "neutral"
    first = asked(question)
    decided = KINDS[int(first.argmax())] if is_sure(question) else ""
    if unlearned := next((name for name, kind in STATEMENTS.items() if _asks_for(kind, question)), None):
        return unlearned, "neutral"
    chances = np.mean([one.chances for one in judged], axis=0)
    none = KINDS.index("none")
    if chances[none] >= SAYS_NOTHING:
        return "", "neutral"
    chances[none] = 0
    if not can_be_judged(deep):
        return decided or where_unsure(), "neutral"
    chances = chances * first
    praise, blame = np.mean([one.sides for one in judged], axis=0)
    polarity = "pos" if praise > max(0.5, blame) else "neg" if blame > max(0.5, praise) else "neutral"
    contrary = of_polarity({"pos": "neg", "neg": "pos"}.get(polarity, ""))
    if _name_nothing([deep.texts[place] for place in places.tolist()]):
        contrary, decided = of_polarity("neg"), ""  # asked for what is bad, they have nothing to say against it
    if contrary and contrary != decided:
        chances[KINDS.index(contrary)] = 0
    if not decided and asks_for_other(question):  # the name of one more answer is neither a wish nor praise nor blame
        chances = chances * np.array([kind in of_names() for kind in KINDS])
        polarity = "neutral"
    chances /= max(1e-9, chances.sum())
    best = int(chances.argmax())
    return (KINDS[best] if chances[best] >= KIND_LEAST else ""), polarity


def _name_nothing(texts: Sequence[str]) -> bool:
    """Whether most of these begin with "nothing"."""
    return 2 * sum(next(iter(words(text)), "") in NOTHING for text in texts) > len(texts)


def _asks_for(kind: Kind, question: str) -> bool:
    return bool(kind.asked) and re.search(kind.asked, question, re.IGNORECASE) is not None


@lru_cache(maxsize=1_000)
def asked(question: str) -> NDArray[np.float64]:
    """How far a question asks for each kind, beside the one that it asks for most; 1 each where it decides nothing."""
    chances = _chances_of(question).copy()
    none = KINDS.index("none")
    open_ = float(chances[none])
    chances[none] = 0
    chances, benefit = chances[: len(KINDS)], float(chances[len(KINDS)])
    chances[[KINDS.index(kind) for kind in SHARED]] += benefit
    found: NDArray[np.float64] = open_ + (1 - open_) * chances / max(1e-9, float(chances.max()))
    return found


def is_sure(question: str) -> bool:
    """Whether a question asks for one kind, surely enough to decide where its answers cannot be judged."""
    return bool(np.delete(_chances_of(question)[: len(KINDS)], KINDS.index("none")).max() >= SURE)


@lru_cache(maxsize=1_000)
def _chances_of(question: str) -> NDArray[np.float64]:
    found: NDArray[np.float64] = asking().chances([question])[0].astype(np.float64).round(6)
    return found


def can_be_judged(deep: Passages) -> bool:
    """Whether answers are in a language that the models have learnt, or are too short to tell one."""
    return _is_learnt(tuple(deep.texts[:LANGUAGE_READ]))


@lru_cache(maxsize=64)
def _is_learnt(texts: tuple[str, ...]) -> bool:
    if language := main_language(texts):
        return language in LEARNT
    return 2 * sum(word_count(text) > SHORT for text in texts) <= len(texts)  # long ones would tell a known language
