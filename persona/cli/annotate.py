"""`persona annotate`: what the models of the library say of sentences and pairs of your own."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from persona.cli.options import AsJson

if TYPE_CHECKING:
    from persona.annotating import Annotation


def annotate(
    file: Annotated[Path, typer.Argument(help="One JSON object a line.", show_default=False)], as_json: AsJson = False
) -> None:
    """Judge sentences (id, question, text) or pairs (id, question, a, b): kinds, readability, attitude, who counts."""
    from persona.annotating import annotate_file

    found = annotate_file(file)
    if as_json:
        for one in found:
            print(one.model_dump_json())
    else:
        for line in _told(found):
            print(line)


def _told(found: list[Annotation]) -> list[str]:
    """How many of each, for people."""
    from persona.annotating import SentenceAnnotation

    sentences = [one for one in found if isinstance(one, SentenceAnnotation)]
    pairs = [one for one in found if not isinstance(one, SentenceAnnotation)]
    lines = []
    if sentences:
        kinds = Counter(one.kind or "not sure" for one in sentences)
        lines.append(
            f"{len(sentences):,} sentences, {sum(one.readable > 0 for one in sentences):,} of them can be shown"
        )
        lines += [f"  {count:6,}  {kind.replace('_', ' ')}" for kind, count in kinds.most_common()]
    if pairs:
        counted, opposite = sum(one.counts for one in pairs), sum(one.opposite for one in pairs)
        lines.append(f"{len(pairs):,} pairs: {counted:,} count, {opposite:,} say the opposite")
    return lines or ["The file holds no sentences and no pairs."]
