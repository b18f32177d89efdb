"""Labels to learn from: the sentences and pairs of a folder of labels, our own labels in a corpus, and invented seeds.

Only the numbers that models learn from them ship; the texts stay where they are.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import NamedTuple

OURS = Path(__file__).parent / "labels"
_ATTITUDE = {"frustration": "neg", "delight": "pos"}


_SPAN = ("row", "start", "end")


class Sentence(NamedTuple):
    """One labelled sentence; `weight` is lower where a second coder would often differ."""

    set: str
    language: str
    question: str
    text: str
    kind: str
    second: str
    readable: int
    polarity: str
    weight: float


class Pair(NamedTuple):
    """Whether the author of `b` counts under statement `a`."""

    set: str
    question: str
    a: str
    b: str
    label: str
    counts: bool
    weight: float


def sentences(labels: Path, corpus: Path) -> list[Sentence]:
    """All labelled sentences; sets named `corpus_…` and `seeds` are learned from and never measured on."""
    return [*_shared(labels), *_of_corpus(corpus), *_seeds(), *_invented()]


def pairs(labels: Path) -> list[Pair]:
    """All labelled pairs but small talk and junk."""
    found = []
    for path in sorted(labels.glob("pairs_*.jsonl")):
        for entry in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            if not {"smalltalk", "junk"} & set(entry.get("flags") or ()):
                counts = entry["label"] == "same" or (entry["label"] == "part" and entry["why"].startswith("B+"))
                weight = 1.0 if entry["sure"] else 0.5
                found.append(
                    Pair(entry["set"], entry["question"], entry["a"], entry["b"], entry["label"], counts, weight)
                )
    return found


def question_seeds() -> list[tuple[str, str]]:
    """Question wordings of our own and the kind that each asks for; "none" decides nothing."""
    stored = json.loads((OURS / "seeds.json").read_text(encoding="utf-8"))["questions"]
    return [(kind, wording) for kind, wordings in stored.items() for wording in wordings]


def _shared(labels: Path) -> list[Sentence]:
    found = []
    for path in sorted(labels.glob("kinds_*.jsonl")):
        for entry in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            words = {name: entry[name] for name in ("set", "language", "question", "text", "kind", "polarity")}
            weight = 1.0 if entry["sure"] else 0.5
            found.append(Sentence(**words, second=entry["second"] or "", readable=entry["readable"], weight=weight))
    return found


def _of_corpus(corpus: Path) -> list[Sentence]:
    cells = _Cells(corpus)
    found = []
    with (OURS / "corpus_kinds.csv").open(encoding="utf-8", newline="") as file:
        for entry in csv.DictReader(file):
            text = cells.text(*(entry[name] for name in ("file", "column", *_SPAN)))
            question = cells.question(entry["file"], entry["column"])
            found.append(_sentence(entry | {"language": "en", "question": question, "text": text}))
    return found


class _Cells:
    """Pieces of the cells of a folder of tables; our own labels name them by their places."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._tables: dict[str, list[list[str]]] = {}

    def text(self, name: str, column: str, row: str, start: str, end: str) -> str:
        return self._table(name)[int(row)][int(column)][int(start) : int(end)]

    def question(self, name: str, column: str) -> str:
        heading = self._table(name)[0][int(column)]
        return heading.rpartition("#")[2].partition(":")[2] or heading

    def _table(self, name: str) -> list[list[str]]:
        if name not in self._tables:
            with (self._folder / name).open(encoding="utf-8-sig", newline="") as file:
                self._tables[name] = list(csv.reader(file))
        return self._tables[name]


def _invented() -> list[Sentence]:
    """Sentences that were written for training, each with its label in mind."""
    with (OURS / "invented.csv").open(encoding="utf-8", newline="") as file:
        return [_sentence(entry) for entry in csv.DictReader(file)]


def _sentence(entry: dict[str, str]) -> Sentence:
    return Sentence(
        entry.get("set") or f"corpus_{Path(entry['file']).stem}",
        **{name: entry[name] for name in ("language", "question", "text", "kind", "second", "polarity")},
        readable=int(entry["readable"]),
        weight=1.0 if entry["sure"] == "1" else 0.5,
    )


def _seeds() -> list[Sentence]:
    stored = json.loads((OURS / "seeds.json").read_text(encoding="utf-8"))["sentences"]
    return [
        Sentence(
            "seeds", "en", "Comments", text, kind, "", 0 if kind == "none" else 2, _ATTITUDE.get(kind, "neutral"), 1.0
        )
        for kind, texts in stored.items()
        for text in texts
    ]
