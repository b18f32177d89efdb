"""The grid of planted surveys that grouping and writing are measured on, and what other methods reached there."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.planted import Truth, make_survey
from persona.models import Column
from persona.reading import read_source
from persona.recoding.table import RecodedTable, recode
from persona.table import Table

ROWS = 1_000
COUNTS, NOISES, SEEDS = (3, 5, 8), (0.15, 0.40, 0.60), (301, 302, 303, 304)


class Before(NamedTuple):
    """Mean ARI of a cell with the number given, measured before on other seeds (21–24)."""

    mfa10: float
    em_mixed: float
    engine: float


BEFORE = {
    (3, 0.15): Before(0.97, 0.94, 0.99), (3, 0.40): Before(0.75, 0.66, 0.84), (3, 0.60): Before(0.39, 0.38, 0.54),
    (5, 0.15): Before(0.95, 0.93, 0.97), (5, 0.40): Before(0.65, 0.63, 0.79), (5, 0.60): Before(0.20, 0.30, 0.48),
    (8, 0.15): Before(0.93, 0.95, 0.98), (8, 0.40): Before(0.53, 0.61, 0.79), (8, 0.60): Before(0.08, 0.17, 0.36),
}  # fmt: skip


class Planted(NamedTuple):
    """One survey, read and looked through."""

    table: RecodedTable
    columns: tuple[Column, ...]
    truth: Truth

    @property
    def members(self) -> list[str]:
        """The planted persona of each row."""
        return [row["persona"] for row in self.truth.rows]


def parser(name: str) -> argparse.ArgumentParser:
    """Options by which a part looks at other cells and seeds, and then only prints."""
    made = argparse.ArgumentParser(prog=f"benchmarks {name}")
    made.add_argument("--seeds", type=int, nargs="+")
    made.add_argument("--personas", type=int, nargs="+")
    made.add_argument("--noise", type=float, nargs="+")
    return made


def is_whole(options: argparse.Namespace) -> bool:
    """Whether nothing was chosen: then the table is the one of the page."""
    return not (options.seeds or options.personas or options.noise)


def cells(options: argparse.Namespace) -> Iterator[tuple[int, float]]:
    """The number of personas and the noise of each cell."""
    for count in options.personas or COUNTS:
        for noise in options.noise or NOISES:
            yield count, noise


def surveys(count: int, noise: float, seeds: tuple[int, ...], folder: Path) -> Iterator[Planted]:
    """The surveys of one cell."""
    for seed in seeds:
        path = folder / f"k{count}-{noise:.2f}-{seed}.csv"
        truth = make_survey(path, rows=ROWS, personas=count, noise=noise, seed=seed)
        read_source(path, read := folder / path.stem)
        table = Table.open([read])
        recoded = recode(table)
        yield Planted(recoded, recoded.columns, truth)
