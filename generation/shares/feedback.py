"""Feedback: how readers judge a persona, by the constructs of the Persona Perception Scale in words of our own.

The constructs are those of Salminen et al. (2020), https://doi.org/10.1016/j.ijhcs.2020.102437; the sentences are ours.
Nobody is asked who they are, a browser counts once, and with fewer than three answers nothing is told of them.
"""

from __future__ import annotations

import hashlib
import secrets
from statistics import fmean, stdev
from typing import TYPE_CHECKING, NamedTuple

from generation.shares import pace
from generation.shares.cookies import SignedCookie
from generation.shares.models import Feedback
from persona.messages import configuration_error

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponse

    from generation.runs.models import Run
    from generation.shares.doors import Door
    from generation.shares.models import ShareLink

LOWEST, HIGHEST = 1, 7
LEAST = 3
"""Answers from which they are told: of fewer one could know whose they are."""
COOKIE = "persona-reader"
DAYS = 180
READER = SignedCookie("persona.reader", DAYS * 24 * 3600)
"""The random number that a browser got with its first answer."""


class Item(NamedTuple):
    """One construct, and the sentence that asks for it."""

    key: str
    title: str
    sentence: str


FORM: tuple[Item, ...] = (
    Item("credibility", "Credibility", "Somebody like this could live next door."),
    Item("consistency", "Consistency", "The picture, the numbers and the words fit together."),
    Item("completeness", "Completeness", "I know enough about this persona to decide something for them."),
    Item("clarity", "Clarity", "I understood at first reading what matters to this persona."),
    Item("likability", "Likability", "I would enjoy a coffee with this persona."),
    Item("empathy", "Empathy", "I can feel why this persona acts as they do."),
    Item("similarity", "Similarity", "This persona and I have much in common."),
    Item("willingness", "Willingness to use", "I would bring this persona into my next decision."),
)
SCALE = tuple(range(LOWEST, HIGHEST + 1))


class Line(NamedTuple):
    """What readers answered to one sentence."""

    item: Item
    mean: float
    spread: float
    """Standard deviation of the answers."""

    @property
    def bar(self) -> float:
        """The mean in percent of the scale."""
        return round(100 * (self.mean - LOWEST) / (HIGHEST - LOWEST), 1)


class Result(NamedTuple):
    """What readers think of one persona."""

    persona: int
    answers: int
    lines: tuple[Line, ...]
    """Empty where fewer than `LEAST` have answered."""


def results(run: Run) -> dict[int, Result]:
    """By the number of the persona."""
    given: dict[int, list[dict[str, int]]] = {}
    for persona, answers in Feedback.objects.filter(run=run).values_list("persona", "answers"):
        given.setdefault(persona, []).append(answers)
    return {persona: Result(persona, len(found), _lines(found)) for persona, found in sorted(given.items())}


def _lines(found: Sequence[dict[str, int]]) -> tuple[Line, ...]:
    if len(found) < LEAST:
        return ()
    by_item = {item: [answers[item.key] for answers in found if item.key in answers] for item in FORM}
    return tuple(Line(item, fmean(v), stdev(v)) for item, v in by_item.items() if len(v) >= LEAST)


def judge(request: HttpRequest, response: HttpResponse, door: Door, number: int) -> None:
    """Keep the answers of this browser; what it answered before is replaced.

    Raises:
        ConfigurationError: a sentence has no answer, or too many answers came from one address.
    """
    answers = {item.key: request.POST.get(item.key, "") for item in FORM}
    if any(value not in map(str, SCALE) for value in answers.values()):
        raise configuration_error("feedback_incomplete")
    if not pace.may(request, "feedback", pace.JUDGEMENTS):
        raise configuration_error("comment_too_many")
    browser = READER.read(request, COOKIE) or secrets.token_hex(16)
    Feedback.objects.update_or_create(
        link=door.link,
        persona=number,
        browser=_hashed(browser),
        defaults={"run": door.link.run, "answers": {key: int(value) for key, value in answers.items()}},
    )
    of_all_links = door.base.rstrip("/").rpartition("/")[0] + "/"
    READER.give(request, response, COOKIE, browser, path=of_all_links)


def has_judged(request: HttpRequest, link: ShareLink, number: int) -> bool:
    browser = READER.read(request, COOKIE)
    mine = Feedback.objects.filter(link=link, persona=number, browser=_hashed(browser))
    return bool(browser) and mine.exists()


def _hashed(browser: str) -> str:
    return hashlib.sha256(browser.encode()).hexdigest()
