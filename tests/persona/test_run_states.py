"""The states of a run are written down once: rows, pages, API and client follow."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

from experiments.states import OTHERWISE, RULES, STATES, ExperimentState, shown
from generation.models import Run
from generation.runs.schemas import RunOut
from persona.client.replies import RunInfo
from persona.run_states import ACTIVE, FINAL, RESUMABLE, RUN_STATES, RunState

ROOT = Path(__file__).resolve().parents[2]


def test_types_registry_and_rows_name_the_same_states() -> None:
    assert tuple(RUN_STATES) == get_args(RunState) == tuple(Run.Status.values)
    assert tuple(Run.Status.labels) == tuple(about.label for about in RUN_STATES.values())


def test_api_and_client_know_every_state() -> None:
    for schema in (RunOut, RunInfo):
        assert schema.model_json_schema()["properties"]["status"]["enum"] == list(RUN_STATES)


def test_a_run_is_active_or_at_its_end_and_goes_on_from_an_end_only() -> None:
    assert (ACTIVE, FINAL) == (("queued", "running"), ("done", "failed", "cancelled"))
    assert set(RESUMABLE) < set(FINAL)


def test_types_and_registry_name_the_same_states_of_experiments() -> None:
    assert tuple(STATES) == get_args(ExperimentState)
    assert {rule.state for rule in RULES} | {OTHERWISE} == set(STATES)


def test_rules_cover_every_state_of_a_run_and_of_a_source() -> None:
    runs = {value for rule in RULES if rule.what != "source" for value in rule.values}
    sources = {value for rule in RULES if rule.what == "source" for value in rule.values}

    assert runs == set(RUN_STATES)
    assert sources == {"waiting", "reading", "ready", "failed"}


def test_choices_above_the_list_hold_states_of_one_kind() -> None:
    assert {show: shown(show) for show in ("all", "ready", "running", "attention", "nonsense")} == {
        "all": (),
        "ready": ("ready",),
        "running": ("reading", "running"),
        "attention": ("unreadable", "failed"),
        "nonsense": (),
    }


def test_every_icon_is_drawn() -> None:
    drawn = set(re.findall(r'<symbol id="([^"]+)"', (ROOT / "static" / "icons.svg").read_text(encoding="utf-8")))

    assert {about.icon for about in (*RUN_STATES.values(), *STATES.values())} - drawn == set()
