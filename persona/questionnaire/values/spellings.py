"""Spellings of one option: which count as one, and which of them is shown."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from persona.questionnaire.values.cells import shown, spelling_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


_BETWEEN = re.compile(r"(?<=[^\W_])\s*([&+/-])\s*(?=[^\W_])")


@dataclass(frozen=True, slots=True)
class Spellings:
    """Texts of a column by what they are shown as. `joined` holds the labels that have more than one spelling."""

    labels: Mapping[str, str]  # text as it stands in the file → label
    counts: Mapping[str, int]  # label → cells, most frequent first
    joined: Mapping[str, tuple[str, ...]]  # label → its other spellings, commonest first

    @property
    def example(self) -> str:
        """Two spellings of the commonest label that has several; empty where none has."""
        return next((f"“{label}”, “{others[0]}”" for label, others in self.joined.items()), "")


def join_spellings(counts: Mapping[str, int]) -> Spellings:
    """Count as one what differs only by case, width, blanks ("H & M" is "H&M"), invisible letters or marks at the end.

    The commonest spelling is shown, letter by letter: of 20 "BERN", 15 "Bern" and 10 "bern" it is "Bern", since most
    write the first letter large and the others small. Of equally common ones it is the one that begins with a capital.
    Two spellings that look the same on a screen (a no-break blank, composed letters) are joined without being told.
    """
    groups: dict[str, list[str]] = {}
    for text in counts:
        groups.setdefault(_key(text), []).append(text)
    labels: dict[str, str] = {}
    totals: dict[str, int] = {}
    joined: dict[str, tuple[str, ...]] = {}
    for texts in groups.values():
        by_label = _looks(texts, counts)
        ordered = _ordered(by_label)
        labels |= dict.fromkeys(texts, ordered[0])
        totals[ordered[0]] = sum(by_label.values())
        if len(ordered) > 1:
            joined[ordered[0]] = tuple(ordered[1:])
    by_count = sorted(totals, key=lambda label: (-totals[label], label))
    return Spellings(
        labels,
        {label: totals[label] for label in by_count},
        {label: joined[label] for label in by_count if label in joined},
    )


def _key(text: str) -> str:
    """As `spelling_key`, and without blanks around a sign that joins two words."""
    return _BETWEEN.sub(r"\1", spelling_key(text))


def _looks(texts: Iterable[str], counts: Mapping[str, int]) -> dict[str, int]:
    looks: dict[str, int] = {}
    for text in texts:
        look = shown(text).replace("\n", " ")
        looks[look] = looks.get(look, 0) + counts[text]
    return looks


def _ordered(looks: Mapping[str, int]) -> list[str]:
    """The one that is shown, then the others, commonest first."""
    ordered = sorted(looks, key=lambda look: (-looks[look], -_capitals(look), look))
    same = [look for look in ordered if look.casefold() == ordered[0].casefold()]
    if len(same) > 2:  # of two, the commoner is nearer to all
        ordered.remove(nearest := min(same, key=lambda look: sum(looks[o] * _apart(look, o) for o in same)))
        ordered.insert(0, nearest)
    return ordered


def _apart(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=False))


def _capitals(label: str) -> int:
    """One where the first letter alone is a capital: "Yes" before "YES" and "yes"."""
    first = next((c for c in label if unicodedata.category(c).startswith("L")), "")
    return int(first.isupper() and not label.isupper())
