"""Train the likeness of persona/text/likeness.py and measure it on sets that it has not seen.

    python -m training.likeness LABELS [--write]

Two logistic regressions over the same values: whether B's author counts under A, and whether B says the opposite.
Thresholds are chosen on the held-out chances of the other sets, so that a set's own figures never set them.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from persona.text import likeness
from training.labelled import pairs

if TYPE_CHECKING:
    from training.labelled import Pair

OUT = Path(likeness.__file__).parent / "data" / "likeness.npz"
STRENGTH, OPPOSITE_STRENGTH = 0.001, 0.02
PRECISION = 0.80  # aimed at on the sets learned from
LARGE = 100  # pairs from which a set has a say in the threshold
NEARLY_VERBATIM = {"planted_k5_n40": 0.3}  # made of templates: too easy to learn much from
FEW_COMMON_WORDS = 0.35
MOST = 0.5


def rows(labelled: list[Pair]) -> np.ndarray:
    """The features of all pairs; each text is read once a question."""
    wanted = sorted({(text, pair.question) for pair in labelled for text in (pair.a, pair.b)})
    known = dict(
        zip(wanted, likeness.read([text for text, _ in wanted], [q or "Comments" for _, q in wanted]), strict=True)
    )
    return np.array(
        [likeness.features(known[pair.a, pair.question], known[pair.b, pair.question]) for pair in labelled]
    )


def fit(inputs: np.ndarray, truth: np.ndarray, weights: np.ndarray, strength: float) -> np.ndarray:
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=strength, max_iter=400).fit(inputs, truth, sample_weight=weights)
    return np.append(model.coef_[0], model.intercept_[0])


def trusted(labelled: list[Pair]) -> np.ndarray:
    """What each pair weighs: less where its coder was not sure and in sets that were made of templates."""
    return np.array([pair.weight * NEARLY_VERBATIM.get(pair.set, 1.0) for pair in labelled])


def chances(weights: np.ndarray, inputs: np.ndarray) -> np.ndarray:
    found: np.ndarray = 1 / (1 + np.exp(-np.clip(inputs @ weights[:-1] + weights[-1], -30, 30)))
    return found


def train(values: np.ndarray, labelled: list[Pair]) -> dict[str, np.ndarray]:
    """The model of some values of some pairs, without its thresholds."""
    middle, spread = values.mean(0), np.maximum(values.std(0), 1e-3)
    inputs = (values - middle) / spread
    weights = trusted(labelled)
    counts = np.array([pair.counts for pair in labelled])
    against = np.array([pair.label == "opposite" for pair in labelled])
    return {
        "middle": middle,
        "spread": spread,
        "counts": fit(inputs, counts, weights, STRENGTH),
        "opposite": fit(inputs, against, weights, OPPOSITE_STRENGTH),
    }


def apply(model: dict[str, np.ndarray], values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    inputs = (values - model["middle"]) / model["spread"]
    return chances(model["counts"], inputs), chances(model["opposite"], inputs)


def threshold(chance: np.ndarray, labelled: list[Pair]) -> float:
    """The lowest chance from which the mean precision over the large sets is what is aimed at."""
    names = [pair.set for pair in labelled]
    sets = sorted({name for name in names if names.count(name) >= LARGE})
    counts, name_of = np.array([pair.counts for pair in labelled]), np.array(names)
    for least in np.arange(0.25, 0.8, 0.01):
        shown = [counts[(name_of == name) & (chance >= least)] for name in sets]
        if np.mean([some.mean() for some in shown if len(some)]) >= PRECISION:
            return float(least)
    return 0.8


def common_words(a: str, b: str) -> float:
    one, two = ({word.strip(".,!?;:'\"()").lower() for word in text.split()} - {""} for text in (a, b))
    return len(one & two) / max(1, len(one | two))


def main() -> None:
    """Print the held-out table; with --write, store the model of all pairs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("labels", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    model = measure(pairs(options.labels))
    if options.write:
        small = {name: model[name].astype(np.float32) for name in sorted(model)}
        np.savez_compressed(OUT, allow_pickle=False, **small)
        print(f"{OUT}: {OUT.stat().st_size / 1e6:.2f} MB, counts from {float(model['least']):.2f}")


def measure(labelled: list[Pair]) -> dict[str, np.ndarray]:
    """Print the held-out tables, of all values and of those that need no encoder; the models of all pairs."""
    values = rows(labelled)
    model = measured(values, labelled)
    print("\nBy words alone")
    by_words = measured(values[:, likeness.BY_WORDS], labelled)
    return model | {f"{name}_by_words": by_words[name] for name in ("counts", "opposite", "least")}


def measured(values: np.ndarray, labelled: list[Pair]) -> dict[str, np.ndarray]:
    """Print the held-out table of these values, and train on all."""
    held, against = np.zeros(len(labelled)), np.zeros(len(labelled))
    sets = sorted({pair.set for pair in labelled})
    for name in sets:
        mine = np.array([pair.set == name for pair in labelled])
        others = [pair for pair in labelled if pair.set != name]
        held[mine], against[mine] = apply(train(values[~mine], others), values[mine])
    table(labelled, held, against, sets)
    model = train(values, labelled)
    slope, shift = calibration(held, labelled)
    model["counts"] = slope * model["counts"]
    model["counts"][-1] += shift
    held = 1 / (1 + np.exp(-slope * np.log(held / (1 - held)) - shift))
    return model | {"least": np.array(threshold(held, labelled)), "most": np.array(MOST)}


def calibration(chance: np.ndarray, labelled: list[Pair]) -> tuple[float, float]:
    """Slope and shift of the log odds at which held-out chances come true (Platt, 1999); the penalty flattens them."""
    from sklearn.linear_model import LogisticRegression

    odds = np.log(chance / (1 - chance))[:, None]
    counts = np.array([pair.counts for pair in labelled])
    model = LogisticRegression(C=1e6).fit(odds, counts, sample_weight=trusted(labelled))
    return float(model.coef_[0, 0]), float(model.intercept_[0])


def table(labelled: list[Pair], held: np.ndarray, against: np.ndarray, sets: list[str]) -> None:
    print(f"{'set':28}{'n':>5}{'least':>7}{'precision':>11}{'recall':>8}{'far':>7}{'opposite counted':>18}{'AP':>6}")
    from sklearn.metrics import average_precision_score

    means = []
    for name in sets:
        rest = [place for place, pair in enumerate(labelled) if pair.set != name]
        least = threshold(held[rest], [labelled[place] for place in rest])
        mine = [place for place, pair in enumerate(labelled) if pair.set == name]
        said = {place: held[place] >= least and against[place] < MOST for place in mine}
        right = [place for place in mine if labelled[place].counts]
        far = [place for place in right if common_words(labelled[place].a, labelled[place].b) < FEW_COMMON_WORDS]
        hit = sum(said[place] for place in right)
        opposite = [place for place in mine if labelled[place].label == "opposite"]
        row = (
            hit / max(1, sum(said.values())),
            hit / len(right),
            sum(said[place] for place in far) / max(1, len(far)),
            sum(said[place] for place in opposite),
            len(opposite),
        )
        means.append(row)
        score = average_precision_score([labelled[place].counts for place in mine], held[mine])
        shown = f"{row[0]:11.3f}{row[1]:8.3f}{row[2]:7.3f}{row[3]:12} of {row[4]:3}{score:6.2f}"
        print(f"{name:28}{len(mine):5}{least:7.2f}{shown}")
    large = [row for row, name in zip(means, sets, strict=True) if not name.startswith("lang")]
    for label, part in (("mean, large sets", large), ("mean, all", means)):
        precision, recall, of_far = (float(np.mean([row[place] for row in part])) for place in range(3))
        counted = f"{sum(row[3] for row in part):12} of {sum(row[4] for row in part):3}"
        print(f"{label:40}{precision:11.3f}{recall:8.3f}{of_far:7.3f}{counted}")


if __name__ == "__main__":
    main()
