"""`persona edit` and `persona edits`: change a result, see who changed what, and take a change back."""

from __future__ import annotations

from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from persona.cli.options import AsJson
from persona.cli.output import harmless, print_json, say
from persona.numerals import counted

if TYPE_CHECKING:
    from persona.edits import AppliedResult, Carried, Change, Edit
    from persona.models import Evidence
    from persona.outputs import Output

Folder = Annotated[
    Path, typer.Argument(help="What “persona generate --out” wrote, or a run's folder.", show_default=False)
]
Who = Annotated[
    str | None, typer.Option(envvar="PERSONA_WHO", help="Whoever does it; else the name of this computer's user.")
]


def edit(
    folder: Folder,
    verb: Annotated[str, typer.Argument(help="What to do, see the documentation: rename, rewrite, hide, pin, count …")],
    target: Annotated[str, typer.Argument(help="The number of a persona, the id of a statement, or sections.")],
    text: Annotated[str, typer.Argument(help="The new words, where the verb needs some.")] = "",
    who: Who = None,
    expects: Annotated[
        str | None, typer.Option(help="The last edit of the same thing that you saw: stops if there is a later one.")
    ] = None,
    row: Annotated[int | None, typer.Option(help="Of a quote: the row of the data, from 1.")] = None,
    column: Annotated[str | None, typer.Option(help="Of a quote: its column.")] = None,
    words: Annotated[str | None, typer.Option(help="Of a quote: its words, as they stand in the cell.")] = None,
    as_json: AsJson = False,
) -> None:
    """Change a result; what was generated stays, and every change can be undone. “persona edits” has the history."""
    from persona.cli.progress import progress
    from persona.cli.verbs import VERBS, Given
    from persona.outputs import Output

    if verb not in VERBS:
        raise typer.BadParameter(f"“{verb}” is none of: {', '.join(VERBS)}.")
    output = Output.open(folder)

    def quote() -> Evidence:
        if row is None or column is None or words is None:
            raise typer.BadParameter("Name the quote with --row, --column and --words.")
        return output.finished.quote(row, column, words)

    with progress() as follower:
        action = VERBS[verb](Given(target, text, quote, output, follower.on_event))
    made = output.run.edit(action, who=who if who is not None else _user(), expects=expects)
    _tell_done(output, made, as_json=as_json)


def edits(
    folder: Folder,
    undo: Annotated[
        str | None, typer.Option(help="Take back the edit with this id; of an undoing, do it again.")
    ] = None,
    carry: Annotated[
        Path | None, typer.Option("--from", help="Carry over what people changed in this older result.")
    ] = None,
    who: Who = None,
    as_json: AsJson = False,
) -> None:
    """Show who changed what in a result, and when; take a change back, or carry changes over from an older result."""
    from persona.edits import Reverted
    from persona.outputs import Output

    output = Output.open(folder)
    if carry is not None:
        return _tell_carried(output.run.carry_edits(Output.open(carry).run), as_json=as_json)
    if undo is not None:
        made = output.run.edit(Reverted(edit=undo), who=who if who is not None else _user())
        return _tell_done(output, made, as_json=as_json)
    applied = output.edited()
    if as_json:
        return print_json(
            {"changes": [c.model_dump(mode="json") for c in applied.changes], "shares": applied.shares.model_dump()}
        )
    for change in applied.changes:
        print(harmless(told(change)))
    for problem in output.run.edits.problems:
        say(problem)
    say(_shares(applied))
    return None


def told(change: Change) -> str:
    """A line of the history."""
    about = change.statement or (f"persona {change.persona}" if change.persona else "")
    words = " → ".join(dict.fromkeys(text for text in (change.before, change.after) if text))
    state = {"undone": " (undone)", "not_applied": f" (no longer applies. {change.problem})", "applied": ""}
    line = f"{change.when:%Y-%m-%d %H:%M} {change.who or 'Somebody'} {change.sentence}"
    where, said = f", {about}" if about else "", f": {words}" if words else ""
    return f"{line}{where}{said}{state[change.state]}  [{change.edit}]"


def _tell_done(output: Output, made: Edit, *, as_json: bool) -> None:
    if as_json:
        return print_json(made)
    change = output.edited().changes[-1]
    print(harmless(told(change)))
    return say(f"To take it back: persona edits {output.path} --undo {made.id}")


def _tell_carried(found: Carried, *, as_json: bool) -> None:
    if as_json:
        return print_json(found)
    for left in found.not_carried:
        print(harmless(f"Not carried: {left.edit.action.type}, {left.edit.who or 'somebody'}. {left.reason}"))
    return say(f"{counted(len(found.edits), 'edit')} carried over, {len(found.not_carried)} not.")


def _shares(applied: AppliedResult) -> str:
    told = applied.shares
    return (
        f"Of {told.statements} generated statements {told.kept} are shown as they were, {told.changed} changed and "
        f"{told.hidden} hidden; {told.added} were added."
    )


def _user() -> str:
    try:
        return getuser()
    except (KeyError, OSError):  # nobody by name, in a container
        return ""
