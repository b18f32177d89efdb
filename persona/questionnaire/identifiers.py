"""Ids of questions, made from the names of their columns, and the answers that people gave by them."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from persona.questionnaire.codes import DoubtCode

LONGEST = 40


def slug(text: str) -> str:
    """A short id in small letters; a long or foreign text keeps what it can and adds a hash.

    >>> slug("Q7_1"), slug("How old are you?")
    ('q7_1', 'how-old-are-you')
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    bare = re.sub(r"[^a-z0-9_]+", "-", plain).strip("-")
    if bare and len(bare) <= LONGEST and len(plain) * 2 >= len(text):
        return bare
    return f"{bare[:LONGEST].strip('-') or 'q'}-{_hash(text)}"


def question_ids(sources: Sequence[str]) -> list[str]:
    """One id for each text (a name, or the stem that names share); those that would be alike get a hash."""
    bare = [slug(source) for source in sources]
    often = Counter(bare)
    ids = [f"{b}-{_hash(source)}" if often[b] > 1 else b for b, source in zip(bare, sources, strict=True)]
    seen: Counter[str] = Counter()
    for at, given in enumerate(ids):
        seen[given] += 1
        if seen[given] > 1:
            ids[at] = f"{given}-{seen[given]}"
    return ids


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:6]


@dataclass(frozen=True)
class GivenAnswers:
    """What people answered to doubts, by "code:about" or, for all of a kind, by "code"."""

    values: Mapping[str, str] = field(default_factory=dict)

    def to(self, code: DoubtCode, about: str) -> str | None:
        """The answer to this doubt; the one to the very doubt goes before the one to all of its code."""
        return self.values.get(f"{code}:{about}", self.values.get(str(code)))

    def concern(self, abouts: Collection[str]) -> bool:
        """Whether anything was said of one of these, be it with all others of a code."""
        return any(about in abouts or not colon for _, colon, about in (key.partition(":") for key in self.values))
