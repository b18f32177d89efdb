"""One question to people for many columns: doubts of a kind are asked once, and the answer goes to all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from persona.questionnaire.codes import DoubtCode
    from persona.questionnaire.drafts import Draft, Unsure

    Members = list[tuple[Draft, Unsure]]


def grouped(drafts: Sequence[Draft]) -> dict[tuple[DoubtCode, str], Members]:
    """Doubts that are asked together, by code and group; a doubt without a group stands alone."""
    found: dict[tuple[DoubtCode, str], Members] = {}
    for draft in drafts:
        for unsure in draft.unsure:
            key = (unsure.code, unsure.group or f"column {draft.position}")
            found.setdefault(key, []).append((draft, unsure))
    return found


def spread(answers: Mapping[str, str], drafts: Sequence[Draft], ids: Mapping[int, str]) -> dict[str, str]:
    """Answers given to the first question of a group, given to all of it."""
    found = dict(answers)
    for (code, _), members in grouped(drafts).items():
        leader = f"{code}:{ids[members[0][0].position]}"
        if leader in answers:
            for draft, _ in members[1:]:
                found.setdefault(f"{code}:{ids[draft.position]}", answers[leader])
    return found
