"""Groups of one open question by words and by vectors of a sentence model, on banking77 with its ten true topics.

    python -m benchmarks meaning [--embeddings openai:all-MiniLM-L6-v2 --base-url http://127.0.0.1:8620/v1]

Without a model it asks a stand-in whose vectors are hashed words: it shows what the way costs, not what meaning gains.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.real import SETS, _truth, _without
from benchmarks.report import Report, section
from benchmarks.scores import mutual_information
from persona import Experiment
from persona.grouping import group
from persona.recoding.table import recode
from persona.writers.llm import Access, Patience
from persona.writers.llm.embedding import Embedder
from persona.writers.llm.usage import UsageLog
from tests.fake_llm import FakeLLM

if TYPE_CHECKING:
    from persona.grouping.grouping import TextVectors

BANKING = next(one for one in SETS if one.name == "banking77")
SEEDS = (0, 1, 2)
STAND_IN = "openai:stand-in"
PATIENT = Patience(read=120)


def main() -> None:
    """Print one line a way of grouping."""
    parser = argparse.ArgumentParser(prog="benchmarks meaning")
    parser.add_argument("--data", type=Path, default=os.environ.get("PERSONA_BENCH_DATA"))
    parser.add_argument("--embeddings", default=STAND_IN)
    parser.add_argument("--base-url")
    options = parser.parse_args()
    if options.data is None or not (options.data / BANKING.file).is_file():
        sys.exit("Give the folder that holds banking77 with --data.")
    with ExitStack() as stack:
        report = stack.enter_context(section("meaning", save=options.embeddings != STAND_IN))
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        address = options.base_url
        if options.embeddings == STAND_IN:
            address = stack.enter_context(FakeLLM()).base_url
        usage_log = UsageLog()
        access = Access(base_url=address, patience=PATIENT)
        embedder = Embedder(options.embeddings, access, usage_log=usage_log, folder=folder / "vectors")
        report.head("groups formed by", *(f"NMI, seed {seed}" for seed in SEEDS), "mean", "tokens asked about", "s")
        _line(report, options.data, folder, "words", None)
        _line(report, options.data, folder, f"vectors of {options.embeddings}", embedder, usage_log)
        report.end()


def _line(
    report: Report,
    data: Path,
    folder: Path,
    name: str,
    vectors: TextVectors | None,
    usage_log: UsageLog | None = None,
) -> None:
    path = data / BANKING.file
    truth = _truth(path, BANKING)
    experiment = Experiment.create(name, _without(path, BANKING.hidden, folder), root=folder / "root")
    table = recode(experiment.table())
    columns = table.columns
    began = time.process_time()
    scores = []
    for seed in SEEDS:
        found = group(table, columns, count=BANKING.groups, seed=seed, vectors=vectors)
        ours = [int(found.assignments[row - 1]) for row in truth]
        scores.append(mutual_information(list(truth.values()), ours))
    figures = [f"{score:.3f}" for score in scores]
    tokens = f"{usage_log.usage.input_tokens:,}" if usage_log else 0
    report.row(name, *figures, f"{sum(scores) / len(scores):.3f}", tokens, f"{time.process_time() - began:.1f}")


if __name__ == "__main__":
    main()
