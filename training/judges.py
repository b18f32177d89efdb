"""Train the small models of persona/text/judging.py and measure them on sets that they have not seen.

    python -m training.judges LABELS CORPUS [--write]

Ridge regression onto the classes (a second choice counts a third), chances by a temperature that is fitted on held-out
scores. Solved in the space of the examples, since there are fewer of them than inputs; leaving one set out costs one
small solution. Only held-out figures are printed.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from persona.text import judging
from persona.text.encoder import sentence_encoder
from persona.text.judging import ATTITUDES, KINDS
from training.labelled import OURS, question_seeds, sentences

if TYPE_CHECKING:
    from training.labelled import Sentence

OUT = Path(judging.__file__).parent / "data" / "judges.npz"
DIRECTIONS = 96
BENDS = 48  # directions of 512 kept a class
PENALTY = {"kinds": 1.0, "readable": 1.0, "attitudes": 1.0, "question": 0.3}
SECOND = 0.35  # what the second choice of a coder counts
LEAST = 0.16  # a kind less likely than this is no better than a guess among nine
LEGIBLE = 1  # labels of readability from here on can be shown, once trimmed


def ridge(inputs: np.ndarray, wanted: np.ndarray, weights: np.ndarray, penalty: float) -> np.ndarray:
    """Weights of a linear model, by the examples' own products."""
    root = np.sqrt(weights)[:, None]
    scaled = inputs * root
    inner = scaled @ scaled.T
    inner[np.diag_indices(len(inner))] += penalty
    found: np.ndarray = scaled.T @ np.linalg.solve(inner, wanted * root)
    return found


def balanced(classes: list[str], weights: np.ndarray) -> np.ndarray:
    """Examples of rare classes count more, by the root of how rare they are."""
    size = {name: weights[[one == name for one in classes]].sum() for name in set(classes)}
    found: np.ndarray = weights * np.array([size[one] ** -0.5 for one in classes])
    found /= found.mean()
    return found


def temperature(scores: np.ndarray, truth: np.ndarray, weights: np.ndarray) -> float:
    """The sharpness at which held-out chances are likeliest."""

    def loss(sharp: float) -> float:
        shown = scores * sharp
        shown = shown - shown.max(1, keepdims=True)
        return float((weights * (np.log(np.exp(shown).sum(1)) - shown[np.arange(len(truth)), truth])).sum())

    return min((0.5 * 1.15**step for step in range(30)), key=loss)


def reduction() -> np.ndarray:
    """The strongest directions of the encoder over our own seeds and its word pieces, which no data set decides."""
    encoder = sentence_encoder()
    stored = json.loads((OURS / "seeds.json").read_text(encoding="utf-8"))
    texts = [text for part in stored.values() for some in part.values() for text in some]
    vectors = encoder.encode(texts)
    return np.linalg.svd(vectors - vectors.mean(0), full_matrices=False)[2][:DIRECTIONS].T.copy()


class Trainer:
    """All models on all sentences but those of one set."""

    def __init__(self, labelled: list[Sentence]) -> None:
        self.labelled = labelled
        self.weights: dict[str, np.ndarray] = {"reduction": reduction(), "least": np.array(LEAST)}
        seeds = question_seeds()
        asked = judging._biased(judging._encoded([wording for _, wording in seeds]))
        wanted = np.array([[float(kind == name) for name in KINDS] for kind, _ in seeds])
        sizes = balanced([kind for kind, _ in seeds], np.ones(len(seeds)))
        self.weights["question"] = ridge(asked, wanted, sizes, PENALTY["question"])
        self.weights["question_temperature"] = np.array(8.0)
        known = judging.Judges(self.weights)
        questions = known.question_chances([one.question for one in labelled])
        texts = [one.text for one in labelled]
        self.meaning = judging._encoded(texts)
        self.inputs = judging.features(texts, questions, self.weights["reduction"].astype(np.float32), self.meaning)
        weight = np.array([one.weight for one in labelled])
        self.truth = {
            "kinds": [one.kind for one in labelled],
            "readable": [str(int(one.readable >= LEGIBLE)) for one in labelled],
            "attitudes": [one.polarity for one in labelled],
        }
        self.classes = {"kinds": KINDS, "readable": ("0", "1"), "attitudes": ATTITUDES}
        self.balance = {name: balanced(truth, weight) for name, truth in self.truth.items()}
        self.inner = self.inputs @ self.inputs.T + (self.meaning @ self.meaning.T) ** 2

    def wanted(self, model: str) -> np.ndarray:
        rows = np.array([[float(one == name) for name in self.classes[model]] for one in self.truth[model]])
        if model == "kinds":
            rows += SECOND * np.array([[float(one.second == name) for name in KINDS] for one in self.labelled])
        rows /= rows.sum(1, keepdims=True)
        return rows

    def scores(self, model: str, sets: list[str]) -> np.ndarray:
        """What each set scores by a model that has not seen it, nor more sentences of the same data.

        One inverse serves all sets: what a ridge regression says of examples that it was not shown follows from their
        own block of the inverse (Rasmussen and Williams, 2006, section 5.4.2, for a block instead of one example).
        """
        root = np.sqrt(self.balance[model])
        inner = self.inner.astype(np.float64) * root[:, None] * root
        inner[np.diag_indices(len(root))] += PENALTY[model]
        inverse = np.linalg.inv(inner)
        wanted = self.wanted(model) * root[:, None]
        solved = inverse @ wanted
        out = np.full((len(self.labelled), len(self.classes[model])), np.nan)
        for name in sets:
            left = np.flatnonzero([_data(one.set) == name for one in self.labelled])
            scores = wanted[left] - np.linalg.solve(inverse[np.ix_(left, left)], solved[left])
            mine = np.array([self.labelled[place].set == name for place in left])
            out[left[mine]] = (scores / root[left, None])[mine]
        return out

    def _solved(self, model: str) -> dict[str, np.ndarray]:
        """The linear part, and of the squares of meaning the directions of each class that matter most."""
        root = np.sqrt(self.balance[model])[:, None]
        inner = self.inner.astype(np.float64) * root * root.T
        inner[np.diag_indices(len(root))] += PENALTY[model]
        share = np.linalg.solve(inner, self.wanted(model) * root) * root
        directions, bends = zip(*(_strongest(self.meaning, column) for column in share.T), strict=True)
        return {
            model: self.inputs.T @ share,
            f"{model}_directions": np.hstack(directions),
            f"{model}_bends": np.hstack(bends),
        }

    def fit(self, held: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
        """The models of all sentences, their temperatures by the held-out scores."""
        for model in self.truth:
            scores = held[model]
            seen = ~np.isnan(scores[:, 0])
            truth = np.array([self.classes[model].index(one) for one in self.truth[model]])
            self.weights |= self._solved(model)
            weight = np.array([one.weight for one in self.labelled])
            self.weights[f"{model}_temperature"] = np.array(temperature(scores[seen], truth[seen], weight[seen]))
        return self.weights


def _strongest(meaning: np.ndarray, share: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The directions along which a class's quadratic form bends most, a column each, and how far."""
    values, vectors = np.linalg.eigh(meaning.T @ (meaning * share[:, None]))
    kept = np.argsort(-np.abs(values))[:BENDS]
    return vectors[:, kept], values[kept]


def _data(name: str) -> str:
    """The data that a set of sentences was cut from, whoever labelled them."""
    return name.removeprefix("corpus_")


def measured(labelled: list[Sentence]) -> list[str]:
    return sorted({one.set for one in labelled if not one.set.startswith(("corpus_", "seeds"))})


def measure(labelled: list[Sentence]) -> dict[str, np.ndarray]:
    """Print the held-out table; the models of all sentences are given back."""
    trainer = Trainer(labelled)
    sets = measured(labelled)
    held = {model: trainer.scores(model, sets) for model in trainer.truth}
    weights = trainer.fit(held)
    table(trainer, held, sets, weights)
    return weights


def main() -> None:
    """Print the held-out table; with --write, store the models of all labels."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("labels", type=Path)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    weights = measure(sentences(options.labels, options.corpus))
    if options.write:
        small = {name: value.astype(np.float16 if value.ndim else np.float32) for name, value in weights.items()}
        np.savez_compressed(OUT, allow_pickle=False, **{name: small[name] for name in sorted(small)})
        print(f"{OUT}: {OUT.stat().st_size / 1e6:.2f} MB")


def table(trainer: Trainer, held: dict[str, np.ndarray], sets: list[str], weights: dict[str, np.ndarray]) -> None:
    """Held-out figures of each set, and of all together where one set is too small."""
    rows = {name: _set(trainer.labelled, held, name) for name in sets}
    print(f"{'set':24}{'kind':>9}{'or 2nd':>9}{'macro-F1':>9}{'polarity':>9}")
    foreign = [name for name in sets if name.startswith("ml_")]
    means = {"mean, English": [name for name in sets if name not in foreign], "mean, other languages": foreign}
    shown = rows | {label: np.mean([rows[name] for name in some], axis=0) for label, some in means.items()}
    for name, row in shown.items():
        print(f"{name:24}" + "".join(f"{value:9.3f}" for value in row))
    place = [number for number, one in enumerate(trainer.labelled) if one.set in sets]
    mine = [trainer.labelled[number] for number in place]
    kinds = [KINDS[int(best)] for best in held["kinds"][place].argmax(1)]
    pooled = [_f1([one.kind for one in mine], kinds, kind) for kind in KINDS]
    print("pooled macro-F1", round(float(np.mean(pooled)), 3))
    chance = {model: _chance(held[model][place], float(weights[f"{model}_temperature"])) for model in held}
    _curve("readable", chance["readable"][:, 1], [one.readable >= LEGIBLE for one in mine])
    complaint = ["frustration" in (one.kind, one.second) for one in mine]
    _curve("frustration", chance["kinds"][:, KINDS.index("frustration")], complaint)
    _curve("negative", chance["attitudes"][:, 1], [one.polarity in ("neg", "mixed") for one in mine])


def _set(labelled: list[Sentence], held: dict[str, np.ndarray], name: str) -> np.ndarray:
    place = [number for number, one in enumerate(labelled) if one.set == name]
    mine = [labelled[number] for number in place]
    kinds = [KINDS[int(best)] for best in held["kinds"][place].argmax(1)]
    sides = [ATTITUDES[int(best)] for best in held["attitudes"][place].argmax(1)]
    truth = [one.kind for one in mine]
    both = list(zip(mine, kinds, sides, strict=True))
    return np.array(
        [
            np.mean([kind == one.kind for one, kind, _ in both]),
            np.mean([kind in (one.kind, one.second) for one, kind, _ in both]),
            np.mean([_f1(truth, kinds, kind) for kind in sorted(set(truth))]),
            np.mean([side == one.polarity for one, _, side in both]),
        ]
    )


def _curve(label: str, chance: np.ndarray, truth: list[bool]) -> None:
    right = np.array(truth)
    for least in (0.3, 0.5, 0.7, 0.8, 0.9):
        shown = chance >= least
        precision = right[shown].mean() if shown.any() else float("nan")
        print(f"{label} from {least}: precision {precision:.3f}, recall {right[shown].sum() / right.sum():.3f}")


def _chance(scores: np.ndarray, sharp: float) -> np.ndarray:
    shown: np.ndarray = np.exp(scores * sharp - (scores * sharp).max(1, keepdims=True))
    shown /= shown.sum(1, keepdims=True)
    return shown


def _f1(truth: list[str], said: list[str], kind: str) -> float:
    hit = sum(t == kind == s for t, s in zip(truth, said, strict=True))
    return 2 * hit / max(1, truth.count(kind) + said.count(kind))


if __name__ == "__main__":
    main()
