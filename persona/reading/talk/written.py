"""Talk as a cell holds it: each turn a paragraph, its speaker before it, with a word behind those who ask."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from persona.reading.talk.turns import TURNS_AT_LEAST

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from persona.reading.talk.turns import Turn

TALK = ("Participant", "Transcript")
"""The columns of a table of talk."""
ROLE = " (interviewer)"
"""Behind a name in the written talk: whoever reads the cell knows that this one asks."""
PLAIN_ASKER = re.compile(
    r"(?:interviewer|moderator|facilitator|researcher|host|assistant|ai|bot|int|mod|[iqm])", re.IGNORECASE
)


class WrittenTurn(NamedTuple):
    """What a speaker says until another begins."""

    speaker: str
    text: str
    asks: bool


def write_talk(turns: Sequence[Turn], askers: AbstractSet[str]) -> str:
    """The talk, with a word behind those who ask, unless their name alone says so beyond doubt."""
    others = {turn.speaker for turn in turns} - askers
    plain = len(turns) >= TURNS_AT_LEAST and not any(map(PLAIN_ASKER.fullmatch, others))
    told = {name: name if plain and PLAIN_ASKER.fullmatch(name) else name + ROLE for name in askers}
    return "\n\n".join(f"{told.get(turn.speaker, turn.speaker)}: {turn.text}" for turn in turns)


def read_talk(cell: str) -> Iterator[WrittenTurn]:
    """The turns of a cell that `write_talk` wrote.

    >>> [(turn.speaker, turn.asks) for turn in read_talk("Lena (interviewer): Why?\\n\\nAnn: It is quick.")]
    [('Lena', True), ('Ann', False)]
    """
    for paragraph in filter(None, cell.split("\n\n")):
        name, _, text = paragraph.partition(": ")
        speaker = name.removesuffix(ROLE)
        yield WrittenTurn(speaker, text, asks=speaker != name or bool(PLAIN_ASKER.fullmatch(name)))
