"""The first answers of the invented sample, as lines of a file."""

from __future__ import annotations

from itertools import islice

from persona.samples import sample

_SENT_TWICE = 29  # with other answers only in its id and time, which reading rightly leaves out


def invented_lines(rows: int) -> list[str]:
    """The line of names and so many lines of answers; the one that was sent twice has a remark of its own."""
    with sample("planning-invented").path.open(encoding="utf-8") as file:
        lines = list(islice(file, rows + 1))
    if rows >= _SENT_TWICE:
        lines[_SENT_TWICE] = f"{lines[_SENT_TWICE].rstrip()}It works for us\n"
    return lines
