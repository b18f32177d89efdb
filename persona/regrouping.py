"""Merge and split personas of a finished result with every number counted anew over the people of the new groups."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from persona.edits import MergePersonas, SplitPersona
from persona.exceptions import ConfigurationError, DataError
from persona.messages import edit_error
from persona.models import Merge, Split
from persona.store import FOUND, QUESTIONNAIRE, RunFolder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from persona.events import Event
    from persona.models import Persona
    from persona.outputs import Output

    OnEvent = Callable[[Event], None]


def merged(output: Output, personas: Sequence[int], *, on_event: OnEvent | None = None) -> MergePersonas:
    """The edit that makes one persona of several, written by the built-in writer over all their people.

    A persona that was split before is added up from what its parts say.

    Raises:
        EditError: one of them is not there, or there is one only.

    Example:
        >>> output.run.edit(merged(output, [1, 2]), who="Ana")                    # doctest: +SKIP
    """
    chosen = tuple(dict.fromkeys(personas))
    groups = sorted({group for number in chosen for group in _groups(output, number)})
    if len(chosen) < 2:
        raise edit_error("edit_merge_one")
    if any(_is_part(output, number) for number in chosen):
        return MergePersonas(personas=chosen)
    made = _made(output, Merge(segments=tuple(groups)), on_event)
    return MergePersonas(personas=chosen, made=made[groups[0]])


def split(output: Output, persona: int, *, on_event: OnEvent | None = None) -> SplitPersona:
    """The edit that makes two personas of one, by the groups among its people, written by the built-in writer.

    Raises:
        EditError: it is not there, was merged or split before, or its people are too few or too much alike.

    Example:
        >>> output.run.edit(split(output, 2), who="Ana")                          # doctest: +SKIP
    """
    groups = _groups(output, persona)
    if len(groups) > 1 or _is_part(output, persona):
        raise edit_error("edit_no_split", persona=persona, reason="its group is not one that was found.")
    (number,) = groups
    try:
        made = _made(output, Split(segment=number), on_event)
    except (ConfigurationError, DataError) as exc:
        raise edit_error("edit_no_split", persona=persona, reason=exc.message) from exc
    return SplitPersona(persona=persona, made=(made[number], made[number + 1]))


def _groups(output: Output, number: int) -> tuple[int, ...]:
    applied = output.edited()
    if (found := applied.persona(number)) is None:
        known = ", ".join(str(each.index) for each in applied.personas)
        raise edit_error("edit_persona_missing", persona=number, known=known)
    return found.groups


def _is_part(output: Output, number: int) -> bool:
    """Whether it is a part of a group that somebody split: who is in it is not kept."""
    applied = output.edited()
    shared = [each.index for each in applied.personas if set(each.groups) & set(_groups(output, number))]
    return len(shared) > 1


def _made(output: Output, edit: Merge | Split, on_event: OnEvent | None) -> dict[int, Persona]:
    """The personas of the run with its groups changed, by number; made in a place that nobody sees."""
    from persona.generator import PersonaGenerator

    run = output.run
    config = run.config.model_copy(
        update={"edits": (*run.config.edits, edit), "model": "builtin", "verify": False, "template": None}
    )
    with TemporaryDirectory() as place:
        anew = RunFolder.create(Path(place) / "run", config=config, sources=output.experiment.stamps())
        for name in (FOUND, QUESTIONNAIRE):  # so that the same groups are changed, and nothing is grouped again
            found = run.path / name
            if found.is_dir():
                shutil.copytree(found, anew.path / name)
            elif found.is_file():
                shutil.copy(found, anew.path / name)
        result = PersonaGenerator(output.experiment).generate(resume=anew, on_event=on_event)
    return {persona.index: persona for persona in result.personas}
