"""What people are told about the groups: why this number, how sure, and what each column had to do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.grouping.replication import HALVINGS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from persona.grouping.choice import Choice
    from persona.models import CountTried


def reason_for_choice(choice: Choice) -> str:
    """Why the data show this number of groups, or none."""
    best = choice.best
    if choice.strength == "none":
        return (
            "No reliable groups: the answers hang together no more than when they are shuffled between people "
            f"({choice.score:.2f} against {choice.null_score:.2f}). One portrait of everybody is shown."
        )
    first = (
        f"{best.count} groups. Knowing someone's group from the other answers tells most about each question with "
        f"{best.count}; in {2 * HALVINGS} half-samples the same groups came back (agreement {best.agreement:.2f})."
    )
    if choice.strength == "weak":
        first = f"Weak: groups shade into each other. {first}"
    return " ".join([first, *_neighbours(choice)])


def _neighbours(choice: Choice) -> list[str]:
    """One sentence each about one group fewer and one more."""
    by_count = {tried.count: tried for tried in choice.tried}
    out = []
    for count in (choice.best.count - 1, choice.best.count + 1):
        if (other := by_count.get(count)) is not None:
            out.append(f"{count} {_compared(other, choice.best)}.")
    return out


def _compared(other: CountTried, best: CountTried) -> str:
    tells_more = other.shared_bits > 1.02 * best.shared_bits
    if other.agreement >= best.agreement - 0.05:
        return f"comes back as well ({other.agreement:.2f}) but tells {'hardly more' if tells_more else 'less'}"
    if tells_more:
        return f"tells a little more but comes back less ({other.agreement:.2f})"
    return f"tells no more and comes back less ({other.agreement:.2f})"


def reason_for_given(count: int, tried: CountTried | None) -> str:
    """The number was asked for; how well the groups come back is said all the same."""
    people = "1 group, as you asked: everybody together." if count == 1 else f"{count} groups, as you asked."
    if tried is None or count == 1:
        return people
    return f"{people} In {2 * HALVINGS} half-samples they came back with an agreement of {tried.agreement:.2f} (1 is the same, 0 chance)."


def reason_for_too_few(people: int, needed: int) -> str:
    return f"Only {people} people: groups need at least {needed}. One portrait of everybody is shown."


REASON_ALIKE = "Everybody answered alike: there is nothing to tell groups apart. One portrait of everybody is shown."


def clique_reason(names: Sequence[str]) -> str:
    if len(names) == 1:
        return "set aside: it has nothing to do with what else people said"
    return "set aside: these columns go with one another, not with what people said"


USED = "used: it tells about the groups that the other answers make"
USED_LITTLE = "used, though it tells little about the groups"
NO_GAIN = "set aside: it tells nothing about the groups that the other answers make"
CAME_BACK = "used: it tells about the groups, though it belongs to a set of columns apart"
DESCRIBES = "describes the groups only"
