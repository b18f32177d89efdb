"""What people are told about the groups: why this number, how sure, and what each column had to do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.grouping.choice import CLEAR_AGREEMENT
from persona.grouping.stability import HALVINGS as REPLICATIONS

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from persona.grouping.choice import CountChoice
    from persona.grouping.shared import Gain
    from persona.models import Column, CountTried, Merge, Split

ALIKE = "Everybody answered (almost) alike: nothing tells groups apart. One portrait of everybody is shown."
CLIQUE = "set aside: these columns go with one another, not with what people said"
BESIDE = "describes the groups only: they rest on other questions, beside which this one showed nothing that comes back"
_UNRELIABLE = "halves of the people form different groups, or groups that tell nothing about the others."
_MORE_THAN_ONE_WAY = (
    "The answers do hang together, but {count} groups can be drawn in more than one way: half-samples drew other ones. "
    "Another number of groups may come back better."
)
_SURE = 2.0  # z of a gain
_NAMED, _LONGEST = 6, 70  # questions that are named, and letters of each


def chosen(choice: CountChoice) -> str:
    """Why the data show this number of groups, or none."""
    best = choice.best
    if choice.strength == "none":
        return f"No reliable groups: {_UNRELIABLE} One portrait of everybody is shown."
    number = (
        f"{best.count} groups. Knowing someone's group from the other answers tells most about each question with "
        f"{best.count}; in {2 * REPLICATIONS} half-samples {_came_back(best)} (agreement {best.agreement:.2f})."
    )
    if choice.strength == "weak":
        number = f"Weak: groups shade into each other. {number}"
    by_count = {tried.count: tried for tried in choice.tried}
    neighbours = [by_count[count] for count in (best.count - 1, best.count + 1) if count in by_count]
    return " ".join([number, *(f"{other.count} {_compared(other, best)}." for other in neighbours)])


def _came_back(best: CountTried) -> str:
    if best.agreement >= CLEAR_AGREEMENT:
        return "the same groups came back"
    return "groups came back that are only partly the same"


def _compared(other: CountTried, best: CountTried) -> str:
    tells_more = other.shared_bits > 1.02 * best.shared_bits
    if other.agreement >= best.agreement - 0.05:
        return f"comes back as well ({other.agreement:.2f}) but tells {'hardly more' if tells_more else 'less'}"
    if tells_more:
        return f"tells a little more but comes back less ({other.agreement:.2f})"
    return f"tells no more and comes back less ({other.agreement:.2f})"


def rests_on(questions: Sequence[str], *, of: int, tried: int) -> str:
    """Which questions the groups stand on, and why not on all."""
    sets = "1 set of questions was" if tried == 1 else f"{tried} sets of questions were"
    return (
        f"They rest on {len(questions)} of {of} questions: {_listed(questions)}. With all questions together no groups "
        "came back. These part people more clearly than answers that only shade from one end to the other would "
        f"({sets} tried, and the bar raised for that). The other questions describe the groups."
    )


def only_some(questions: Sequence[str]) -> str:
    """Advice where some questions part people, and halves of the people are parted in different ways."""
    return f"{_listed(questions)} part people by themselves, but halves of them in different ways."


def go_together(questions: Sequence[str]) -> str:
    """Advice where choices or numbers alone part people: what they are about, only people can tell."""
    return (
        f"{_listed(questions)} go together and part people. If they are about what people do or want, and not about "
        "where they are from, let these alone form the groups and the others describe them."
    )


def shade(questions: Sequence[str], best: CountTried) -> str:
    """Advice where some questions go together, and no gap between people is shown."""
    return (
        f"{_listed(questions)} go together: by these alone, {best.count} groups would come back (agreement "
        f"{best.agreement:.2f}), but these people show no gap between them: answers may as well shade from one end "
        "to the other. To see such groups all the same, let these alone form the groups and the others describe them."
    )


def _listed(questions: Sequence[str]) -> str:
    named = [f"“{_short(question)}”" for question in questions[:_NAMED]]
    more = len(questions) - len(named)
    if more:
        return f"{', '.join(named)} and {more} more"
    return f"{', '.join(named[:-1])} and {named[-1]}" if len(named) > 1 else named[0]


def _short(question: str) -> str:
    return question if len(question) <= _LONGEST else f"{question[: _LONGEST - 1].rstrip()}…"


def one_asked_for() -> str:
    return "1 group, as you asked: everybody together."


def asked_for(choice: CountChoice) -> str:
    """The number was given; how well its groups come back is said all the same."""
    best = choice.best
    text = (
        f"{best.count} groups, as you asked. In {2 * REPLICATIONS} half-samples they came back with an agreement of "
        f"{max(best.agreement, 0.0):.2f} (1 is the same groups, 0 is chance)."
    )
    if choice.strength == "none" and choice.held.tells:
        return f"{text} {_MORE_THAN_ONE_WAY.format(count=best.count)}"
    return f"{text} They are not reliable: {_UNRELIABLE}" if choice.strength == "none" else text


def too_few_people(people: int, needed: int) -> str:
    only = "Only 1 person" if people == 1 else f"Only {people} people"
    return f"{only}: looking for groups takes at least {needed}. One portrait of everybody is shown."


def used(gain: Gain | None) -> str:
    """What a column had to do with the groups."""
    if gain is None or gain.z > _SURE:
        return "used: it tells about the groups that the other answers make"
    return "used, though it tells little about the groups"


def unused(column: Column, unusable: Collection[str]) -> str:
    """Why a column took no part."""
    if column.name in unusable:
        return "set aside: too few people answered it, or all alike"
    return "takes no part" if column.role in ("id", "personal_data", "ignore", "date") else "describes the groups only"


def edit_made(edit: Merge | Split, agreement: float = 0.0) -> str:
    """What somebody changed, for whoever reads the groups later."""
    if edit.type == "merge":
        *some, last = map(str, sorted(set(edit.segments)))
        return f"Groups {', '.join(some)} and {last} were put together by hand."
    return (
        f"Group {edit.segment} was split into {edit.into} by hand; in {2 * REPLICATIONS} half-samples these parts came "
        f"back with an agreement of {max(agreement, 0.0):.2f}."
    )


def too_small(count: int, people: int) -> str:
    """Why a number of groups was given up: one of them would be a handful of people."""
    return f"{count} groups would leave a small group of {people} people, too few for a portrait."
