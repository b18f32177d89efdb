"""The state of an experiment, from its runs and its data: one registry for list, filter and API."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from persona.run_states import ACTIVE

if TYPE_CHECKING:
    from collections.abc import Mapping

ExperimentState = Literal["empty", "reading", "unreadable", "check", "running", "failed", "stopped", "ready"]
"""The ids of `STATES`: written out, because types are checked before anything runs."""
Show = Literal["ready", "running", "attention"]


@dataclass(frozen=True, slots=True)
class State:
    """How a state looks and where it leads."""

    tone: str
    icon: str
    """A symbol of `static/icons.svg`."""
    word: str
    url: str
    """The name of the page that its card opens."""
    show: Show | None = None
    """The choice above the list that holds it, beside "all"."""
    say: str = ""
    """Stands on the card in place of the description."""


class Rule(NamedTuple):
    """An experiment is in `state` when its newest run, any of its runs, or its newest source is in one of `values`."""

    what: Literal["newest run", "any run", "source"]
    values: tuple[str, ...]
    state: ExperimentState


STATES: Mapping[ExperimentState, State] = MappingProxyType(
    {
        "empty": State("", "edit", "Draft", "experiments:upload", say="Waiting for you at “Upload”"),
        "reading": State("accent", "spin", "Being read", "experiments:check", "running"),
        "unreadable": State("bad", "alert", "Needs attention", "experiments:check", "attention"),
        "check": State("", "edit", "Draft", "experiments:check", say="Waiting for you at “Check”"),
        "running": State("accent", "spin", "Waiting", "generation:run", "running"),
        "failed": State("bad", "alert", "Needs attention", "generation:run", "attention"),
        "stopped": State("warn", "pause", "Stopped", "generation:run", say="What was finished is kept"),
        "ready": State("ok", "check", "Ready", "generation:results", "ready"),
    }
)
"""Every state by its id."""
RULES = (
    Rule("newest run", ACTIVE, "running"),
    Rule("newest run", ("failed",), "failed"),
    Rule("any run", ("done",), "ready"),
    Rule("newest run", ("cancelled",), "stopped"),
    Rule("source", ("failed",), "unreadable"),
    Rule("source", ("waiting", "reading"), "reading"),
    Rule("source", ("ready",), "check"),
)
"""The first that fits decides."""
OTHERWISE: ExperimentState = "empty"

if tuple(STATES) != get_args(ExperimentState):
    raise TypeError(f"ExperimentState says {get_args(ExperimentState)}, STATES {tuple(STATES)}: name the same.")


def shown(show: str) -> tuple[ExperimentState, ...]:
    """The states that a choice above the list holds; "all" and what is no choice: every one, so none to filter by."""
    return tuple(name for name, about in STATES.items() if about.show == show)


def state_of(*, run: str | None, has_result: bool, source: str | None) -> ExperimentState:
    """The state of an experiment whose newest run and source are known."""
    known = {"newest run": run, "any run": "done" if has_result else None, "source": source}
    return next((rule.state for rule in RULES if known[rule.what] in rule.values), OTHERWISE)
