"""Whether two waves of one study are compared rightly: planted changes are named, and nothing where nothing changed.

    python -m benchmarks waves [--seeds 20] [--from 500] [--written]

Each pair comes from one planted survey. Of the changed pairs one group grew by 16 points, one is new and one is gone;
the second file has rows and columns in another order and numbers before the questions. The equal pairs are random
halves of one sample. Each file is a study of its own, read and grouped anew; `--written` writes its personas, too, and
so compares what is told inside each group (four times slower).
"""

from __future__ import annotations

import csv
import random
import sys
import tempfile
import time
from argparse import ArgumentParser, Namespace
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.planted import make_survey
from benchmarks.report import section, verdict
from persona import Experiment, PersonaGenerator, what_changed
from persona.models import GenerationResult, PersonaConfig
from persona.outputs import Output

if TYPE_CHECKING:
    from collections.abc import Sequence

    from persona.comparing import WhatChanged

NOISE, PEOPLE, POOL = 0.3, 600, 4_000
BEFORE = (0.18, 0.27, 0.27, 0.28, 0.0)
AFTER = (0.34, 0.27, 0.27, 0.0, 0.12)
"""Shares of the planted personas: the first grew, the next two stayed, one is gone, the last is new."""
GROWN, GONE, NEW = 0, 3, 4
SEEDS, FIRST_SEED = 20, 500

Lines = list[tuple[list[str], str]]


class Grouped(Output):
    """A run whose personas are not written yet: groups and everyone's answers are compared without them."""

    def result(self) -> GenerationResult:
        sources = tuple(source.report for source in self.experiment.sources)
        return GenerationResult.model_construct(personas=(), sources=sources, weight=None)  # type: ignore[call-arg]


class Wave(NamedTuple):
    """A file's finished run, and the planted persona of each row."""

    output: Output
    truth: list[str]

    def planted(self, persona: int) -> str:
        """Which planted persona most people of a found one are."""
        groups = self.output.segmentation().assignments.tolist()
        return Counter(key for key, own in zip(self.truth, groups, strict=True) if own == persona).most_common(1)[0][0]


def main() -> None:
    """Print one line a seed; exit 1 when a change is not named rightly or something is invented."""
    options = _options()
    seeds = range(options.first, options.first + options.seeds)
    with section("waves", save=True) as report:
        report.say(f"{PEOPLE} people a wave, {options.seeds} pairs of each kind, seeds from {options.first}.")
        report.head("seed", "changed pair", "equal halves", "seconds")
        right, quiet = 0, 0
        for seed in seeds:
            started = time.perf_counter()
            with tempfile.TemporaryDirectory() as folder:
                wrong, invented = _seed(seed, Path(folder), written=options.written)
            right, quiet = right + (not wrong), quiet + (not invented)
            said = (wrong or "named rightly", invented or "nothing named", f"{time.perf_counter() - started:.1f}")
            report.row(seed, *said)
        report.end()
        bars = [
            ("changed pairs named rightly", f"{right} of {options.seeds}", right == options.seeds),
            ("equal pairs with nothing named", f"{quiet} of {options.seeds}", quiet == options.seeds),
        ]
        good = verdict(bars, report)
    sys.exit(not good)


def _seed(seed: int, folder: Path, *, written: bool) -> tuple[str, str]:
    """What is wrong with the changed pair, and what is invented of the equal one; "" where nothing is."""
    survey = folder / "all.csv"
    truth = [row["persona"] for row in make_survey(survey, rows=POOL, personas=5, noise=NOISE, seed=seed).rows]
    with survey.open(encoding="utf-8", newline="") as file:
        header, *cells = csv.reader(file)
    rnd = random.Random(seed)
    lines = list(zip(cells, truth, strict=True))
    rnd.shuffle(lines)
    keys = [key for key, _ in Counter(truth).most_common()]
    before, after = _drawn(lines, keys, BEFORE, 0), _drawn(lines, keys, AFTER, 1)
    first = _wave(folder / "first", header, before, written=written)
    second = _wave(folder / "second", *_disguised(header, after, rnd), written=written)
    same = lines[: 2 * PEOPLE]
    halves = [
        _wave(folder / name, header, some, written=written) for name, some in (("a", same[::2]), ("b", same[1::2]))
    ]
    changed = what_changed(first.output, second.output)
    return _wrong(changed, first, second, keys), _invented(what_changed(halves[0].output, halves[1].output))


def _drawn(lines: Lines, keys: Sequence[str], shares: Sequence[float], part: int) -> Lines:
    """People in the shares wanted; the two waves have none in common."""
    found: Lines = []
    for key, share in zip(keys, shares, strict=True):
        mine = [line for line in lines if line[1] == key][part::2]
        found += mine[: round(share * PEOPLE)]
    return found


def _disguised(header: Sequence[str], lines: Lines, rnd: random.Random) -> tuple[list[str], Lines]:
    order = list(range(len(header)))
    rnd.shuffle(order)
    rnd.shuffle(lines)
    names = [f"Q{at}. {header[place]}" for at, place in enumerate(order, start=1)]
    return names, [([cells[place] for place in order], key) for cells, key in lines]


def _wave(folder: Path, header: Sequence[str], lines: Lines, *, written: bool = False) -> Wave:
    folder.mkdir()
    path = folder / f"{folder.name}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *(cells for cells, _ in lines)])
    experiment = Experiment.create(folder.name, [path], root=folder / "experiments")
    run = experiment.new_run(PersonaConfig())
    if written:
        PersonaGenerator(experiment).generate(resume=run)
        return Wave(Output(run.path, experiment, run), [key for _, key in lines])
    PersonaGenerator(experiment).group(resume=run, preview=False)
    return Wave(Grouped(run.path, experiment, run), [key for _, key in lines])


def _wrong(found: WhatChanged, first: Wave, second: Wave, keys: Sequence[str]) -> str:
    """Every planted persona must be told once, as what it became."""
    expected = {key: {"same", "redrawn"} for key in keys}
    expected |= {keys[GROWN]: {"grown"}, keys[NEW]: {"new"}, keys[GONE]: {"gone"}}
    told: dict[str, list[str]] = {key: [] for key in keys}
    for group in found.groups:
        planted = {wave.planted(n) for wave, n in ((first, group.first), (second, group.second)) if n is not None}
        for key in planted:
            told[key].append(group.status)
    return "; ".join(
        f"{key}: {', '.join(said) or 'not told'}" for key, said in told.items() if not _is(said, expected[key])
    )


def _is(said: Sequence[str], expected: set[str]) -> bool:
    return len(said) == 1 and said[0] in expected


def _invented(found: WhatChanged) -> str:
    named = [f"{group.name}: {group.status}" for group in found.groups if group.sure != "none"]
    named += [change.sentence for change in found.everyone if change.sure != "none"]
    named += [change.sentence for some in found.inside for change in some.changes if change.sure != "none"]
    return "; ".join(named)


def _options() -> Namespace:
    parser = ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seeds", type=int, default=SEEDS)
    parser.add_argument("--written", action="store_true", help="write the personas of every wave")
    parser.add_argument("--from", type=int, default=FIRST_SEED, dest="first")
    return parser.parse_args()


if __name__ == "__main__":
    main()
