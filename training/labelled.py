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
    return [*_shared(labels), *_of_corpus(corpus), *_seeds()]


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
            values = (entry[name] for name in ("set", "language", "question", "text", "kind"))
            rest = (entry["second"] or "", entry["readable"], entry["polarity"], 1.0 if entry["sure"] else 0.5)
            found.append(Sentence(*values, *rest))
    return found


def _of_corpus(corpus: Path) -> list[Sentence]:
    tables: dict[str, list[list[str]]] = {}
    found = []
    with (OURS / "corpus_kinds.csv").open(encoding="utf-8", newline="") as file:
        for entry in csv.DictReader(file):
            name = entry["file"]
            if name not in tables:
                with (corpus / name).open(encoding="utf-8-sig", newline="") as table:
                    tables[name] = list(csv.reader(table))
            cell = tables[name][int(entry["row"])][int(entry["column"])]
            text = cell[int(entry["start"]) : int(entry["end"])]
            question = tables[name][0][int(entry["column"])].rpartition("#")[2].partition(":")[2]
            question = question or tables[name][0][int(entry["column"])]
            found.append(
                Sentence(
                    f"corpus_{name}",
                    "en",
                    question,
                    text,
                    entry["kind"],
                    entry["second"],
                    int(entry["readable"]),
                    entry["polarity"],
                    1.0 if entry["sure"] == "1" else 0.5,
                )
            )
    return found


def _seeds() -> list[Sentence]:
    stored = json.loads((OURS / "seeds.json").read_text(encoding="utf-8"))["sentences"]
    return [
        Sentence(
            "seeds", "en", "Comments", text, kind, "", 0 if kind == "none" else 2, _ATTITUDE.get(kind, "neutral"), 1.0
        )
        for kind, texts in stored.items()
        for text in texts
    ]
