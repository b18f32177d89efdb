"""Boxes of which everybody ticks exactly one: the answers of one question, as sheets of paper are typed in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from persona.questionnaire.kinds import QuestionKind

if TYPE_CHECKING:
    from persona.questionnaire.blocks.shapes import Block
    from persona.questionnaire.columns import RowSample

_LEAST_BOXES = 3
_LEAST_PEOPLE = 20
_LEAST_A_BOX = 5  # people for each box that somebody ticked: free ticks of so many would meet somewhere


def with_one_answer(block: Block, sample: RowSample) -> Block:
    """The block as one choice, where each person who ticked a box ticked exactly one of them; else as it is."""
    if block.kind is not QuestionKind.MULTIPLE or block.head or block.guess or len(block.columns) < _LEAST_BOXES:
        return block
    on = [block.ticks[position].on for position in block.positions]
    chosen = [
        [cell.strip() in ticked for cell, ticked in zip(row, on, strict=True)] for row in sample.of(block.positions)
    ]
    ticked = [boxes for boxes in chosen if any(boxes)]
    used = sum(map(any, zip(*ticked, strict=True)))
    if used < _LEAST_BOXES or len(ticked) < max(_LEAST_PEOPLE, _LEAST_A_BOX * used):
        return block
    if any(sum(boxes) > 1 for boxes in ticked):
        return block
    reason = "the columns hold an answer each, and everybody ticked exactly one"
    return replace(block, kind=QuestionKind.SINGLE, reason=reason)
