"""Planted surveys: the same arguments give the same bytes, and the truth fits the rows."""

from __future__ import annotations

import csv
import gzip
import hashlib
from collections import Counter
from pathlib import Path

from benchmarks.planted import make_survey
from tests.tables import DATA


def test_planted_set_of_the_tests_comes_out_byte_for_byte(tmp_path: Path) -> None:
    made = tmp_path / "made.csv"
    truth = make_survey(made, rows=1000, personas=5, noise=0.40, seed=105)

    assert made.read_bytes() == gzip.decompress((DATA / "planted" / "k5_n40_1k.csv.gz").read_bytes())
    with (DATA / "planted" / "k5_n40_1k.truth.csv").open(encoding="utf-8", newline="") as file:
        assert [row["persona"] for row in csv.DictReader(file)] == [row["persona"] for row in truth.rows]


def test_another_seed_gives_another_survey(tmp_path: Path) -> None:
    hashes = set()
    for seed in (1, 2):
        make_survey(path := tmp_path / "made.csv", rows=50, personas=3, noise=0.15, seed=seed)
        hashes.add(hashlib.sha256(path.read_bytes()).hexdigest())

    assert len(hashes) == 2


def test_truth_names_every_persona_and_how_its_themes_are_known(tmp_path: Path) -> None:
    truth = make_survey(tmp_path / "made.csv", rows=400, personas=3, noise=0.15, seed=4)

    sizes = Counter(row["persona"] for row in truth.rows)
    assert (len(truth.rows), set(sizes)) == (400, set(truth.keywords))
    assert {kind: len(themes) for kind, themes in truth.words.items()} == {
        "goal": 3 * 3,
        "frustration": 3 * 3,
        "behaviour": 3 * 2,
    }
