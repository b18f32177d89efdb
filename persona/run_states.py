"""The states of a run on a server: one registry for rows, pages, API and client."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Mapping

RunState = Literal["queued", "running", "done", "failed", "cancelled"]
"""The ids of `RUN_STATES`: written out, because types are checked before anything runs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What the rest of the house needs to know of a state."""

    label: str
    tone: Literal["accent", "ok", "bad", "warn"]
    """How its chip looks."""
    icon: str
    """A symbol of `static/icons.svg`."""
    is_final: bool = True
    """Whether no worker will change it any more."""
    is_resumable: bool = False
    """Whether a person may let the run go on."""

    @property
    def is_active(self) -> bool:
        return not self.is_final


RUN_STATES: Mapping[RunState, State] = MappingProxyType(
    {
        "queued": State(label="Waiting", tone="accent", icon="clock", is_final=False),
        "running": State(label="Running", tone="accent", icon="spin", is_final=False),
        "done": State(label="Done", tone="ok", icon="check"),
        "failed": State(label="Failed", tone="bad", icon="alert", is_resumable=True),
        "cancelled": State(label="Stopped", tone="warn", icon="pause", is_resumable=True),
    }
)
"""Every state by its id, in the order in which a run goes through them."""
ACTIVE = tuple(name for name, about in RUN_STATES.items() if about.is_active)
FINAL = tuple(name for name, about in RUN_STATES.items() if about.is_final)
RESUMABLE = tuple(name for name, about in RUN_STATES.items() if about.is_resumable)

if tuple(RUN_STATES) != get_args(RunState):
    raise TypeError(f"RunState says {get_args(RunState)}, RUN_STATES {tuple(RUN_STATES)}: name the same in this order.")
