"""kill -9 in the middle of a run: what was answered is not paid for again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from persona.outputs import Output
from tests.processes import eventually

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fake_llm import FakeLLM


pytestmark = pytest.mark.chaos


def command(survey: Path, out: Path, fake: FakeLLM) -> list[str]:
    options = ["--count", "3", "--model", "openai:fake", "--base-url", fake.base_url, "--price", "1,4", "--budget", "1"]
    return [sys.executable, "-m", "persona", "generate", str(survey), "--out", str(out), *options]


def test_no_finished_call_is_paid_again(fake_llm: FakeLLM, survey: Path, tmp_path: Path) -> None:
    fake_llm.reset(fault_plan="ok,hang,hang", hang=30.0)
    out = tmp_path / "out"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    first = subprocess.Popen(command(survey, out, fake_llm), start_new_session=True, **quiet)
    try:
        assert eventually(lambda: len(list(out.rglob("persona-0*.json"))) == 1)
        assert eventually(lambda: len(fake_llm.records) == 3)
    finally:
        os.killpg(first.pid, signal.SIGKILL)
        first.wait()
    fake_llm.options.fault_plan = ""

    again = subprocess.run(command(survey, out, fake_llm), check=True, capture_output=True, text=True)

    result = Output.open(out).result()
    assert len(result.personas) == 3
    assert len(fake_llm.records) == 5
    assert result.usage.requests == 3
    assert "3 calls" in again.stderr
    answered = [record for record in fake_llm.records if record.status == 200]
    assert len({record.prompt for record in answered}) == len(answered) == 3
