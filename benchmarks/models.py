"""Language models: what is kept of true and false answers, money, waiting, tokens, privacy; against a server of ours.

python -m benchmarks models [--drafts 200] [--runs 100] [--rows 10000 1000000]
"""

from __future__ import annotations

import argparse
import asyncio
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.planted import make_survey
from benchmarks.report import Report, kept, section
from persona import Experiment, PersonaConfig, PersonaGenerator
from persona.exceptions import PersonaError
from persona.grouping import group
from persona.recoding.table import recode
from persona.samples import sample
from persona.writers.llm import Access, ModelWriter, Patience, Price, preview
from persona.writing import Archive
from persona.writing.words import folded
from tests.fake_llm import FakeLLM
from tests.private_answers import PLANTED, private_survey

if TYPE_CHECKING:
    from persona.writing import PersonaDraft, SegmentBrief

MODEL = "openai:fake"
DRAFTS, RUNS, ROWS = 200, 100, (10_000, 1_000_000)
KEPT, TOKENS, WAITING = 0.98, 1.05, 1.3
LATENCY, PERSONAS = 2.0, 8
QUICK = Patience(read=5, total=20, wait=0.01)


def main() -> None:
    """Print each measure with its limit; exit 1 when one is broken."""
    parser = argparse.ArgumentParser(prog="benchmarks models")
    parser.add_argument("--drafts", type=int, default=DRAFTS)
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--rows", type=int, nargs=2, default=ROWS)
    options = parser.parse_args()
    save = (options.drafts, options.runs, tuple(options.rows)) == (DRAFTS, RUNS, ROWS)
    with section("models", save=save) as report, tempfile.TemporaryDirectory() as folder, FakeLLM() as fake:
        briefs = _briefs(Path(folder))
        good = [
            _support(report, fake, briefs, options.drafts),
            _money(report, fake, briefs, options.runs),
            _waiting(report, fake, Path(folder)),
            _tokens(report, Path(folder), *options.rows),
            _privacy(report, fake, Path(folder)),
        ]
    sys.exit(not all(good))


def _briefs(folder: Path) -> tuple[SegmentBrief, ...]:
    experiment = Experiment.create("briefs", sample("planning-invented").path, root=folder)
    table = recode(experiment.table())
    columns = table.columns
    archive = Archive.build(table, columns, group(table, columns, count=5))
    return tuple(archive.brief(index) for index in range(1, 6))


# -- what is kept ----------------------------------------------------------------------------------------
class Kept(NamedTuple):
    """Statements of many drafts."""

    answered: int
    dropped: int
    false: int


def _support(report: Report, fake: FakeLLM, briefs: tuple[SegmentBrief, ...], drafts: int) -> bool:
    report.head("answers of the model", "drafts", "statements", "dropped", "kept", "false ones shown", "limit", "kept?")
    good = True
    for quotes in ("invented", "near", "real"):
        found = asyncio.run(_written(fake, briefs, quotes, drafts))
        share = 1 - found.dropped / found.answered
        fine = found.false == 0 and (quotes != "real" or share >= KEPT)
        limit = f"≥ {KEPT:.0%} kept" if quotes == "real" else "0 shown"
        report.row(quotes, drafts, found.answered, found.dropped, f"{share:.1%}", found.false, limit, kept(fine))
        good &= fine
    report.end()
    return good


async def _written(fake: FakeLLM, briefs: tuple[SegmentBrief, ...], quotes: str, drafts: int) -> Kept:
    config, access = PersonaConfig(model=MODEL), Access(base_url=fake.base_url, patience=QUICK)
    answered = dropped = false = 0
    for number in range(drafts):
        fake.reset(quotes=quotes, seed=number)
        brief = briefs[number % len(briefs)]
        async with ModelWriter(config, access) as writer:
            draft = await writer.write(brief)
        lost = sum(one.kind not in ("tagline", "summary") for one in draft.dropped)
        answered, dropped = answered + 12, dropped + lost
        false += _false(draft, brief)
    return Kept(answered, dropped, false)


def _false(draft: PersonaDraft, brief: SegmentBrief) -> int:
    """Sentences shown as the model's that stand in no passage: the fake only copies, alters or makes up."""
    passages = [" ".join(folded(passage.text)) for passage in (*brief.passages, *brief.leads)]
    shown = [s.text for s in draft.statements if s.origin == "model"]
    shown += [draft.summary] if "summary" in draft.phrased else []
    shown += [draft.tagline] if "tagline" in draft.phrased else []
    return sum(not any(" ".join(folded(text)) in passage for passage in passages) for text in shown)


# -- money -----------------------------------------------------------------------------------------------
def _money(report: Report, fake: FakeLLM, briefs: tuple[SegmentBrief, ...], runs: int) -> bool:
    """Prices, lengths, faults and budgets drawn at random; what the server counted is what was spent."""
    over = stopped = 0
    used = []
    for number in range(runs):
        rng = random.Random(number)
        price = Price(input=rng.uniform(0.1, 20), output=rng.uniform(0.5, 60))
        fake.reset(
            seed=number,
            fault_rate=rng.choice([0.0, 0.2]),
            hang=0.0,
            chars_per_token=rng.uniform(2.2, 5),
            output_scale=rng.uniform(0.3, 9),
            quotes=rng.choice(["real", "invented"]),
        )
        budget = rng.uniform(0.5, 6) * 5 * (2_500 * price.input + 800 * price.output) / 1e6
        stopped += asyncio.run(_run(fake, briefs, price, budget))
        paid = [record for record in fake.records if record.status == 200]
        spent = sum(price.input * r.prompt_tokens + price.output * r.completion_tokens for r in paid) / 1e6
        over += spent > budget
        used.append(spent / budget)
    report.head("random runs", "over budget", "stopped by the budget", "most of a budget used", "limit", "kept?")
    report.row(runs, over, stopped, f"{max(used):.0%}", "0 over", kept(not over))
    report.end()
    return not over


async def _run(fake: FakeLLM, briefs: tuple[SegmentBrief, ...], price: Price, budget: float) -> bool:
    config = PersonaConfig(model=MODEL, budget_usd=budget)
    async with ModelWriter(config, Access(base_url=fake.base_url, patience=QUICK, price=price)) as writer:
        ended = await asyncio.gather(*map(writer.write, briefs), return_exceptions=True)
    errors = [one for one in ended if isinstance(one, BaseException)]
    if unforeseen := [error for error in errors if not isinstance(error, PersonaError)]:
        raise unforeseen[0]
    return any(isinstance(error, PersonaError) and error.code == "budget_exceeded" for error in errors)


# -- waiting, tokens, privacy ----------------------------------------------------------------------------
def _waiting(report: Report, fake: FakeLLM, folder: Path) -> bool:
    """The whole run beside the same run with the built-in writer, which does all but the waiting."""
    fake.reset(latency=LATENCY)
    experiment = Experiment.create("waiting", sample("planning-invented").path, root=folder)
    generator = PersonaGenerator(experiment, access=Access(base_url=fake.base_url))
    _seconds(generator, PersonaConfig(count=2, model=MODEL))  # loads what runs load
    report.head("8 personas at 2 s", "run s", "same without model s", "calls in turn", "limit s", "kept?")
    good = True
    for verify in (False, True):
        own = _seconds(generator, PersonaConfig(count=PERSONAS))
        whole = _seconds(generator, PersonaConfig(count=PERSONAS, model=MODEL, verify=verify))
        calls = 2 if verify else 1
        limit = WAITING * LATENCY * calls + own
        report.row(
            "verify" if verify else "plain", f"{whole:.1f}", f"{own:.1f}", calls, f"{limit:.1f}", kept(whole <= limit)
        )
        good &= whole <= limit
    report.end()
    return good


def _seconds(generator: PersonaGenerator, config: PersonaConfig) -> float:
    shutil.rmtree(generator.experiment.path / "replies", ignore_errors=True)  # or nothing is asked again
    began = time.perf_counter()
    generator.generate(config)
    return time.perf_counter() - began


def _tokens(report: Report, folder: Path, *sizes: int) -> bool:
    """What would be sent about five personas of small and large files."""
    report.head("rows", "tokens sent", "of the first", "limit", "kept?")
    sent: list[int] = []
    for rows in sizes:
        path = folder / f"{rows}.csv"
        make_survey(path, rows=rows, personas=5, noise=0.4, seed=31)
        experiment = Experiment.create(f"rows-{rows}", path, root=folder)
        sent.append(sum(q.tokens for q in preview(experiment, PersonaConfig(count=5, model=MODEL))))
        ratio = sent[-1] / sent[0]
        report.row(f"{rows:,}", f"{sent[-1]:,}", f"{ratio:.3f}", f"≤ {TOKENS}", kept(ratio <= TOKENS))
        experiment.delete()
    report.end()
    return sent[-1] <= TOKENS * sent[0]


def _privacy(report: Report, fake: FakeLLM, folder: Path) -> bool:
    """Addresses, numbers and names planted in columns and in answers; looked for in everything that was sent."""
    fake.reset()
    path = private_survey(folder / "private.csv")
    experiment = Experiment.create("private", path, root=folder)
    config = PersonaConfig(count=3, model=MODEL, verify=True)
    PersonaGenerator(experiment, access=Access(base_url=fake.base_url)).generate(config)
    sent = "\n".join(fake.prompts)
    found = {kind: sum(text in sent for text in texts) for kind, texts in PLANTED.items()}
    report.head("planted", "pieces", "sent", "limit", "kept?")
    for kind, texts in PLANTED.items():
        report.row(kind, len(texts), found[kind], 0, kept(not found[kind]))
    report.end()
    return not any(found.values())


if __name__ == "__main__":
    main()
