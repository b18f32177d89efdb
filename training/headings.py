"""Train what judges headings (persona/questionnaire/judged.py) and measure it on languages and tools left out.

    python -m training.headings [--write]

Labels: training/labels/headings.csv, all written for this. A heading counts as told where its likeliest role passes a
limit and all its words are known; "question" is the class of what people are asked, for which there is no role.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import SGDClassifier

from persona.questionnaire import headings, judged, protected
from training.labelled import OURS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

OUT = Path(judged.__file__).parent / "data" / "headings.npz"
ASKED = "question"
PENALTY, ROUNDS = 6e-6, 12
PARTS = 5
LISTS = (
    *("administration", "process", "identifier", "email", "phone", "person_name", "address", "ip", "owner", "writer"),
    *("weight", "place", "demography", "subject", "wave", "reply"),
)


class Heading(NamedTuple):
    """One labelled heading."""

    language: str
    tool: str
    role: str
    about: str
    text: str


class Model(NamedTuple):
    """Weights a role, and the words that were seen."""

    roles: tuple[str, ...]
    weights: np.ndarray
    bias: np.ndarray
    known: frozenset[int]


def labelled() -> list[Heading]:
    with (OURS / "headings.csv").open(encoding="utf-8", newline="") as file:
        return [Heading(*entry) for entry in list(csv.reader(file))[1:]]


def inputs(texts: Sequence[str]) -> sp.csr_matrix:
    """A row a heading: its drawers, together of length one."""
    drawers = [sorted(judged.drawers_of(text)) for text in texts]
    values = np.concatenate([np.full(len(row), 1 / np.sqrt(len(row)), np.float32) for row in drawers])
    ends = np.concatenate([[0], np.cumsum([len(row) for row in drawers])])
    return sp.csr_matrix((values, np.concatenate(drawers), ends), (len(texts), judged.DRAWERS))


def fit(rows: sp.csr_matrix, some: Sequence[Heading]) -> Model:
    """One logistic regression a role, by averaged stochastic gradients: the same numbers every time."""
    wanted = np.array([one.role for one in some])
    roles = tuple(sorted({one.role for one in some} - {ASKED}))
    weights = np.zeros((judged.DRAWERS, len(roles)), np.float32)
    bias = np.zeros(len(roles), np.float32)
    for place, role in enumerate(roles):
        model = SGDClassifier(
            loss="log_loss", alpha=PENALTY, max_iter=ROUNDS, tol=None, average=True, random_state=0
        ).fit(rows, wanted == role)
        weights[:, place], bias[place] = model.coef_[0], model.intercept_[0]
    known = frozenset(place for one in some for place in judged.places_of_known(one.text))
    return Model(roles, weights, bias, known)


def parts(labels: Sequence[Heading]) -> dict[str, np.ndarray]:
    """The ways to leave some out: each language, each tool, a fifth of all."""
    number = np.random.default_rng(1).integers(0, PARTS, len(labels))
    return {
        "language": np.array([one.language for one in labels]),
        "tool": np.array([f"{one.language}/{one.tool}" for one in labels]),
        "a fifth": number.astype(str),
    }


def held_out(
    labels: Sequence[Heading], rows: sp.csr_matrix, groups: np.ndarray
) -> Iterator[tuple[Heading, str, float]]:
    """Each heading with the role that a model says which has not seen its group; "" where it knows a word not."""
    for name in sorted(set(groups)):
        out = np.flatnonzero(groups == name)
        model = fit(rows[groups != name], [labels[int(at)] for at in np.flatnonzero(groups != name)])
        chances = 1 / (1 + np.exp(-(rows[out] @ model.weights + model.bias)))
        for at, chance in zip(out, chances, strict=True):
            one = labels[int(at)]
            short = len(headings.spoken(one.text).split()) <= headings.LONGEST_LABEL
            silent = not short or not judged.places_of_known(one.text) <= model.known
            yield one, "" if silent else model.roles[int(chance.argmax())], float(chance.max())


def by_lists(text: str) -> bool:
    """Whether a list of words says that a heading is no question that may form groups."""
    if len(headings.spoken(text).split()) > headings.LONGEST_LABEL:
        return False
    return any(headings.names(kind, text) for kind in LISTS) or protected.listed(text) is not None


def measure(labels: Sequence[Heading], rows: sp.csr_matrix, ways: Sequence[str]) -> None:
    """Print how often "this may not form groups" is right, by lists, by what was learned, and by both; then by role."""
    listed = {one.text for one in labels if by_lists(one.text)}
    for way, groups in parts(labels).items():
        if way not in ways:
            continue
        found = list(held_out(labels, rows, groups))
        print(f"\nleft out: {way}")
        _line("lists", [(one, one.text in listed) for one, *_ in found])
        for least in (0.3, judged.LEAST, judged.SURE, 0.9):
            said = [(one, bool(role) and chance >= least) for one, role, chance in found]
            _line(f"learned, from {least}", said)
            _line(f"both, from {least}", [(one, told or one.text in listed) for one, told in said])
        _roles(found)


def _line(name: str, said: Sequence[tuple[Heading, bool]]) -> None:
    told = [one for one, tells in said if tells]
    right = sum(one.role != ASKED for one in told)
    asked = sum(one.role == ASKED for one, _ in said)
    print(
        f"{name:20} precision {right / max(1, len(told)):.3f} recall {right / (len(said) - asked):.3f}"
        f" questions taken for something else {(len(told) - right) / asked:.3f}"
    )


def _roles(found: Sequence[tuple[Heading, str, float]]) -> None:
    for role in sorted({one.role for one, *_ in found} - {ASKED}):
        said = [one.role == role for one, told, chance in found if told == role and chance >= judged.LEAST]
        there = sum(one.role == role for one, *_ in found)
        print(f"  {role:20} {there:5} precision {sum(said) / max(1, len(said)):.2f} recall {sum(said) / there:.2f}")


def store(model: Model) -> None:
    """Weights in eight bits a number, the known words as bits."""
    scale = np.abs(model.weights).max(0) / 127
    known = np.zeros(judged.KNOWN, np.uint8)
    known[sorted(model.known)] = 1
    np.savez_compressed(
        OUT,
        roles=np.frombuffer("\n".join(model.roles).encode(), np.uint8),
        weights=np.round(model.weights / scale).astype(np.int8),
        scale=scale.astype(np.float32),
        bias=model.bias,
        known=np.packbits(known),
    )


def main() -> None:
    """Print the held-out tables; with --write, store the model of all labels."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--left-out", nargs="*", default=["language", "tool", "a fifth"])
    options = parser.parse_args()
    labels = labelled()
    rows = inputs([one.text for one in labels])
    if options.write:
        store(fit(rows, labels))
        print(f"{OUT}: {OUT.stat().st_size / 1e6:.2f} MB")
    measure(labels, rows, options.left_out)


if __name__ == "__main__":
    main()
