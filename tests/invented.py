"""The first answers of the invented sample, as a file of any length."""

from __future__ import annotations

import csv
import io
from itertools import cycle, islice

from persona.samples import sample

REMARK = "It works for us"


def invented_answers(rows: int) -> str:
    """The line of names and so many lines of answers; beyond the sample's end they come again.

    Nobody answers twice, which reading rightly leaves out: whose answers somebody else has given has a remark of
    their own, or a number behind the last answer.
    """
    with sample("planning-invented").path.open(newline="", encoding="utf-8") as file:
        names, *lines = csv.reader(file)
    text, seen = io.StringIO(), set[tuple[str, ...]]()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(names)
    for number, (person, *answers) in enumerate(islice(cycle(lines), rows), start=1):
        if tuple(answers) in seen:
            answers[-1] = f"{answers[-1]} ({number})" if answers[-1] else REMARK
            if tuple(answers) in seen:
                answers[-1] += f" ({number})"
        seen.add(tuple(answers))
        writer.writerow([person if number <= len(lines) else f"R{number}", *answers])
    return text.getvalue()
