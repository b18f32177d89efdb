"""What comparing finds, made once a process for each state of the runs: pages and API ask for the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from core.pages.kept import Kept
from generation.personas.kept_output import output_of
from persona.comparing import compare
from persona.messages import configuration_error

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generation.runs.models import Run
    from persona.comparing import Comparison, WhatChanged
    from persona.outputs import Output

SIZE = 32
_beside: Kept[Comparison] = Kept(size=SIZE)
_changes: Kept[WhatChanged] = Kept(size=SIZE)


def beside(run: Run, personas: Sequence[int] = ()) -> Comparison:
    """Personas of a run side by side; none named: all of them.

    Raises:
        ConfigurationError: its files have gone, or other than two to four are named.
    """
    key = (*_state(run), *sorted(set(personas)))
    return _beside.get(key, lambda: compare(_output(run).result(), personas))


def changes(first: Run, second: Run) -> WhatChanged:
    """What changed from one run to another.

    Raises:
        ConfigurationError: the files of one have gone.
        DataError: they have no question in common.
    """
    from persona.comparing.changed import what_changed

    return _changes.get((*_state(first), *_state(second)), lambda: what_changed(_output(first), _output(second)))


def _state(run: Run) -> tuple[Any, ...]:
    return run.pk, run.finished, run.edited


def _output(run: Run) -> Output:
    if (output := output_of(run)) is None:
        raise configuration_error("files_gone")
    return output
