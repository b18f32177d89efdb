"""What people are told: one source of words for page, API and command line.

Every code has a sentence and a hint (what to do now). Each room keeps its codes in a module of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.exceptions import ConfigurationError, DataError, EditError
from persona.messages.accounts import ACCOUNTS
from persona.messages.asking import ASKING
from persona.messages.comparing import COMPARING
from persona.messages.edits import EDITS
from persona.messages.experiments import EXPERIMENTS, GATES, GROUPS, PORTRAITS
from persona.messages.exports import METHOD
from persona.messages.message import Message
from persona.messages.models import MODELS
from persona.messages.reading import FILES, LEFT_OUT, NOTES, REPAIRED
from persona.messages.servers import SERVERS
from persona.messages.shares import SHARES
from persona.models import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "FILES",
    "LEFT_OUT",
    "MESSAGES",
    "NOTES",
    "REPAIRED",
    "Message",
    "configuration_error",
    "data_error",
    "edit_error",
    "file_size",
    "hint",
    "note",
    "problem",
    "sentence",
]

ROUNDED_UP = 999.5  # from here on three figures do not hold a size any more: 999,999 bytes are 1 MB

MESSAGES: dict[str, Message] = {
    **GROUPS,
    **FILES,
    **LEFT_OUT,
    **REPAIRED,
    **EXPERIMENTS,
    **PORTRAITS,
    **MODELS,
    **SERVERS,
    **ACCOUNTS,
    **GATES,
    **EDITS,
    **METHOD,
    **COMPARING,
    **ASKING,
    **SHARES,
}


def sentence(code: str, /, **values: object) -> str:
    """The sentence of `code` with its values filled in."""
    return MESSAGES[code].text.format(**values)


def hint(code: str, /, **values: object) -> str:
    """What to do about `code`, with its values filled in."""
    return MESSAGES[code].hint.format(**values)


def note(code: str, /, count: int) -> str:
    """What a report's count says: `note("padded", 3)`."""
    one, several = NOTES[code]
    return one if count == 1 else several.format(count=count)


def file_size(size: int) -> str:
    """A number of bytes as people read it.

    >>> file_size(200_000_000)
    '200 MB'
    """
    value, unit = float(size), "byte" if size == 1 else "bytes"
    for larger in ("kB", "MB", "GB"):
        if value < ROUNDED_UP:
            break
        value, unit = value / 1000, larger
    return f"{value:.3g} {unit}" if value < ROUNDED_UP else f"{value:,.0f} {unit}"


def problem(code: str, /, *, line: int | None = None, column: str | None = None, **values: object) -> Problem:
    """One thing that is wrong at one place of a file."""
    values |= {"line": line, "column": column}
    return Problem(code=code, message=sentence(code, **values), line=line, column=column, hint=hint(code, **values))


def data_error(code: str, /, *, problems: Sequence[Problem] = (), **values: object) -> DataError:
    """The error to raise for a file or rows that cannot be used."""
    return DataError(sentence(code, **values), hint=hint(code, **values), code=code, problems=problems)


def configuration_error(code: str, /, **values: object) -> ConfigurationError:
    """The error to raise for a setting, a name or a column that cannot be used."""
    return ConfigurationError(sentence(code, **values), hint=hint(code, **values), code=code)


def edit_error(code: str, /, **values: object) -> EditError:
    """The error to raise for an edit that cannot be made."""
    return EditError(sentence(code, **values), hint=hint(code, **values), code=code)
