"""A format that was made up for this test is offered wherever a result can be exported."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from persona import Experiment, PersonaConfig, PersonaGenerator
from persona.cli import app
from persona.exporting.formats import export
from persona.outputs import Output, publish
from persona_web.openapi import document
from tests.invented import invented_answers

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Output:
    folder = tmp_path_factory.mktemp("plain")
    (folder / "survey.csv").write_text(invented_answers(40), encoding="utf-8")
    experiment = Experiment.create("plain", [folder / "survey.csv"], root=folder / ".persona")
    run = experiment.new_run(PersonaConfig(count=1))
    PersonaGenerator(experiment).generate(resume=run)
    return publish(folder / "out", run)


def test_the_command_line_writes_it(output: Output, tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["export", str(output.path), "--format", "txt", "--to", str(tmp_path / "p.txt")])

    assert done.exit_code == 0, done.output
    assert (tmp_path / "p.txt").read_bytes() == export(output.result(), "txt")
    assert (tmp_path / "p.txt").read_text(encoding="utf-8").startswith(output.result().personas[0].name)


def test_the_document_of_the_api_offers_it() -> None:
    told = json.loads(document())["paths"]["/api/v1/runs/{run_id}/exports/{kind}"]["get"]

    assert "txt" in told["parameters"][1]["schema"]["enum"]
    assert "text/plain; charset=utf-8" in told["responses"]["200"]["content"]
    assert "`txt`: plain text" in told["description"]
