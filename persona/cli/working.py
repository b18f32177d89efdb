"""Which experiment a command works on, and what happens when its work is stopped."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from persona.cli.output import say
from persona.numerals import counted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from persona.cli.progress import Unseen
    from persona.experiment import Experiment
    from persona.reading.options import DialectChoice
    from persona.store import RunFolder

INTERRUPTED = 130  # what shells expect after Ctrl-C


def data_of(
    files: list[Path] | None,
    out: Path | None,
    follower: Unseen,
    *,
    name: str | None,
    experiment: str | None,
    dialect: DialectChoice,
    root: Path,
) -> Experiment:
    """The experiment that was named, or the one with these files: in the output folder, else under `root`."""
    from persona.experiment import Experiment
    from persona.outputs import experiment_for, experiment_in

    if experiment and not files:
        return Experiment.open(experiment, root=root)
    if experiment or not files:
        raise typer.BadParameter("Give files, or --experiment with a name.")
    if out is None:
        return experiment_in(files, root, name=name, dialect=dialect, on_progress=follower.on_bytes)
    return experiment_for(files, out, name=name, dialect=dialect, on_progress=follower.on_bytes)


@contextmanager
def stoppable(run: RunFolder, experiment: Experiment, out: Path | None) -> Iterator[None]:
    """Ctrl-C keeps what is finished; data that cannot be used leaves nothing in an output folder."""
    from persona.exceptions import DataError
    from persona.outputs import discard

    try:
        yield
    except KeyboardInterrupt:
        say(f"Stopped. {counted(len(run.personas()), 'persona')} kept; give the same command again to go on.")
        raise typer.Exit(INTERRUPTED) from None
    except DataError:
        if out:
            discard(out, experiment)
        raise
