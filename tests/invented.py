"""The first answers of the invented sample, as lines of a file."""

from __future__ import annotations

from itertools import islice

from persona.samples import sample

_SENT_TWICE = (29, 241)  # equal to an earlier one in all but id and time, which reading rightly leaves out


def invented_lines(rows: int) -> list[str]:
    """The line of names and so many lines of answers; those that were sent twice have a remark of their own."""
    with sample("planning-invented").path.open(encoding="utf-8") as file:
        lines = list(islice(file, rows + 1))
    for row in _SENT_TWICE:
        if row <= rows:
            lines[row] = f"{lines[row].rstrip()}It works for us\n"
    return lines
