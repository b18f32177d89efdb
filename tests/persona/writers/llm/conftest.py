"""What tests of drafting share: the briefs of a small survey, and writers that ask the fake."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from persona.experiment import Experiment
from persona.models import PersonaConfig
from persona.recoding.table import RecodedTable
from persona.writers.llm import Access, ModelWriter, Patience
from persona.writing import Archive

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from persona.store import RunFolder
    from persona.writing import SegmentBrief
    from tests.fake_llm import FakeLLM
    from tests.persona.conftest import Finished

QUICK = Patience(connect=2, read=0.5, total=5, tries=3, wait=0.01)
MODEL = "openai:fake"


@pytest.fixture(scope="session")
def archive(finished: Finished) -> Archive:
    """The archive of a finished run with two segments."""
    run, experiment = finished.output.run, finished.output.experiment
    segmentation, questionnaire = run.segmentation(), run.questionnaire()
    assert segmentation is not None
    assert questionnaire is not None
    recoded = RecodedTable(experiment.table(), questionnaire)
    return Archive.build(recoded, recoded.columns, segmentation)


@pytest.fixture(scope="session")
def briefs(archive: Archive) -> tuple[SegmentBrief, ...]:
    return archive.brief(1), archive.brief(2)


@pytest.fixture
def writer(fake_llm: FakeLLM, tmp_path: Path) -> Callable[..., ModelWriter]:
    """Writers for the fake: `writer(budget_usd=0.1)`; settings as of a run, whose replies are kept in `folder`."""

    def made(access: Access | None = None, folder: str = ".", **settings: object) -> ModelWriter:
        config = PersonaConfig.model_validate({"model": MODEL, **settings})
        access = access or Access(base_url=fake_llm.base_url, patience=QUICK)
        home = tmp_path / folder
        home.mkdir(exist_ok=True)
        return ModelWriter(config, access, replies=home / "replies", calls=home / "calls.jsonl")

    return made


@pytest.fixture
def grouped(finished: Finished, tmp_path: Path) -> Callable[..., tuple[Experiment, RunFolder]]:
    """An experiment with a run whose groups are known, so that only writing is left."""

    def made(**settings: object) -> tuple[Experiment, RunFolder]:
        path = tmp_path / "experiment"
        if not path.exists():
            shutil.copytree(finished.output.experiment.path, path)
        experiment = Experiment.open(path)
        done = finished.output.run
        run = experiment.new_run(done.config.model_copy(update={"model": MODEL, **settings}))
        for name in ("segmentation", "questionnaire.json"):
            old, new = done.path / name, run.path / name
            shutil.copytree(old, new) if old.is_dir() else shutil.copy(old, new)
        return experiment, run

    return made
