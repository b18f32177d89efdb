"""Runs as events: in order, resumed without repeating, stopped on request, the same bytes every time."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from contextlib import aclosing
from itertools import groupby
from typing import TYPE_CHECKING

import pytest

from persona import AsyncPersonaGenerator, Experiment, PersonaConfig, PersonaGenerator
from persona.events import STAGES, Completed, Event, Failed, PersonaCreated, Progress, Started
from persona.exceptions import Cancelled, ConfigurationError, GenerationError, PersonaError
from persona.models import Usage
from persona.writing import BuiltinWriter, PersonaDraft, SegmentBrief

from .conftest import CONFIG

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Finished

pytestmark = pytest.mark.usefixtures("groups_are_found_anew")

OUTPUTS = ("result.json", "personas.md", "assignments.csv", "quotes.csv", "themes.csv", "placements.csv")


def saved(run_folder: Path) -> dict[str, bytes]:
    """What a run found, without what may differ from run to run, what was kept to answer questions, and what a killed
    process left half done."""
    found = {p.relative_to(run_folder).as_posix(): p for p in sorted(run_folder.rglob("*")) if p.is_file()}
    half_done = {name for name in found if any(part[0] == "." for part in name.split("/"))}
    asked = {name for name in found if name.startswith("asking/")}
    return {name: p.read_bytes() for name, p in found.items() if name not in {"manifest.json", *half_done, *asked}}


def types(events: list[Event]) -> list[str]:
    return [event.type for event in events]


# -- events ----------------------------------------------------------------------------------------
def test_events_come_in_order(finished: Finished) -> None:
    result = finished.output.result()
    order = [kind for kind, _ in groupby(types([*finished.events]))]

    assert order == [
        "generation.started",
        "generation.progress",
        "persona.created",
        "generation.progress",
        "persona.created",
        "generation.progress",
        "usage.updated",
        "generation.progress",
        "generation.completed",
    ]
    assert finished.events[0] == Started(config=CONFIG, rows=80)
    assert finished.events[-1] == Completed(result=result)
    created = [event for event in finished.events if isinstance(event, PersonaCreated)]
    assert [(event.persona.index, event.resumed) for event in created] == [(1, False), (2, False)]


def test_progress_names_every_stage_and_the_sizes_of_the_groups(finished: Finished) -> None:
    progress = [event for event in finished.events if isinstance(event, Progress)]
    sizes = tuple(persona.size for persona in finished.output.result().personas)

    assert tuple(stage for stage, _ in groupby(event.stage for event in progress)) == STAGES
    assert progress[0] == Progress(stage="read", done=0, total=80)
    assert [event.sizes for event in progress if event.sizes] == [sizes]
    assert progress[-1] == Progress(stage="check", done=2, total=2)


def test_run_is_saved_with_manifest_and_result(finished: Finished) -> None:
    run = finished.output.run
    manifest = run.manifest

    assert (manifest.status, manifest.error, manifest.usage) == ("done", None, Usage())
    assert set(manifest.seconds) == set(STAGES)
    assert {"python", "numpy", "scikit-learn"} <= set(manifest.versions)
    assert sorted(saved(run.path)) == [
        "personas/persona-01.json",
        "personas/persona-02.json",
        "placements.csv",
        "questionnaire.json",
        "result.json",
        "segmentation/segmentation.json",
        "segmentation/segmentation.npz",
        "themes.csv",
    ]


def test_result_holds_no_time_and_no_path(finished: Finished, survey: Path) -> None:
    text = (finished.output.path / "result.json").read_text(encoding="utf-8")

    assert str(survey.parent) not in text
    assert str(finished.output.path) not in text
    assert f"{finished.output.run.manifest.created:%Y-%m-%d}" not in text


# -- doors -----------------------------------------------------------------------------------------
def test_sync_door_works_inside_a_running_loop(finished: Finished, experiment: Experiment) -> None:
    async def in_a_notebook() -> bytes:
        PersonaGenerator(experiment=experiment).generate(CONFIG)
        return (experiment.runs()[0].path / "result.json").read_bytes()

    assert asyncio.run(in_a_notebook()) == (finished.output.path / "result.json").read_bytes()


def test_event_loop_goes_on_while_a_run_works(experiment: Experiment) -> None:
    async def beat(beats: list[int]) -> None:
        while True:
            beats.append(1)
            await asyncio.sleep(0.01)

    async def carry_out() -> int:
        beats: list[int] = []
        heart = asyncio.create_task(beat(beats))
        await AsyncPersonaGenerator(experiment).agenerate(CONFIG)
        heart.cancel()
        return len(beats)

    assert asyncio.run(carry_out()) > 20


def test_estimate_is_of_this_experiment(experiment: Experiment) -> None:
    estimate = PersonaGenerator(experiment).estimate(CONFIG)

    assert (estimate.cost_usd, estimate.tokens, estimate.leaves) == (0.0, 0, ())
    assert 0 < estimate.seconds_low < estimate.seconds_high


# -- resume ----------------------------------------------------------------------------------------
def stop_after(experiment: Experiment, kind: str) -> tuple[str, list[Event]]:
    """A run that is asked to stop as soon as an event of this type was seen."""
    seen: list[Event] = []
    run = experiment.new_run(CONFIG)
    with pytest.raises(Cancelled):
        PersonaGenerator(experiment).generate(on_event=seen.append, resume=run, should_stop=lambda: kind in types(seen))
    return run.id, seen


def test_stopped_run_keeps_its_personas_and_says_so(experiment: Experiment) -> None:
    run_id, seen = stop_after(experiment, "persona.created")
    run = experiment.run(run_id)

    failed = seen[-1]
    assert isinstance(failed, Failed)
    assert (failed.code, failed.message) == ("cancelled", "Stopped. 1 of 2 personas are finished and kept.")
    assert (run.manifest.status, sorted(run.personas())) == ("cancelled", [1])


def test_resumed_run_repeats_nothing_and_gives_the_same_bytes(experiment: Experiment, finished: Finished) -> None:
    run_id, _ = stop_after(experiment, "persona.created")
    events: list[Event] = []

    PersonaGenerator(experiment).generate(resume=run_id, on_event=events.append)

    created = [(e.persona.index, e.resumed) for e in events if isinstance(e, PersonaCreated)]
    assert created == [(1, True), (2, False)]
    assert saved(experiment.run(run_id).path) == saved(finished.output.run.path)
    assert [run.id for run in experiment.runs()] == [run_id]


def test_run_stopped_before_grouping_goes_on(experiment: Experiment, finished: Finished) -> None:
    run_id, _ = stop_after(experiment, "generation.progress")

    PersonaGenerator(experiment).generate(resume=experiment.run(run_id))

    assert saved(experiment.run(run_id).path) == saved(finished.output.run.path)


def test_finished_run_is_told_again(finished: Finished) -> None:
    events: list[Event] = []
    before = saved(finished.output.run.path)

    result = PersonaGenerator(finished.output.experiment).generate(
        resume=finished.output.run.path, on_event=events.append
    )

    assert result == finished.output.result()
    assert [e.resumed for e in events if isinstance(e, PersonaCreated)] == [True, True]
    assert saved(finished.output.run.path) == before


def test_resume_with_other_settings_is_refused(experiment: Experiment) -> None:
    run = experiment.new_run(CONFIG)
    events: list[Event] = []

    with pytest.raises(ConfigurationError) as caught:
        PersonaGenerator(experiment).generate(PersonaConfig(count=3), resume=run, on_event=events.append)

    assert caught.value.code == "run_settings"
    assert types(events) == ["generation.failed"]


def test_resume_on_other_data_is_refused(experiment: Experiment, survey: Path) -> None:
    run = experiment.new_run(CONFIG)
    experiment.add_source(survey, name="more.csv")

    with pytest.raises(ConfigurationError) as caught:
        PersonaGenerator(experiment).generate(resume=run)

    assert caught.value.code == "run_data_changed"


# -- stopping and failing --------------------------------------------------------------------------
def test_cancelled_task_notes_it_and_can_be_resumed(experiment: Experiment, finished: Finished) -> None:
    run = experiment.new_run(CONFIG)

    async def cancel_after_the_first_persona() -> None:
        task: asyncio.Task[object]

        def on_event(event: Event) -> None:
            if isinstance(event, PersonaCreated):
                task.cancel()

        task = asyncio.create_task(AsyncPersonaGenerator(experiment).agenerate(resume=run, on_event=on_event))
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(cancel_after_the_first_persona())

    assert (run.manifest.status, sorted(run.personas())) == ("cancelled", [1])
    PersonaGenerator(experiment).generate(resume=run)
    assert saved(run.path) == saved(finished.output.run.path)


def test_closed_stream_stops_the_run(experiment: Experiment) -> None:
    async def look_at_the_first_event() -> str:
        async with aclosing(AsyncPersonaGenerator(experiment).stream(CONFIG)) as events:
            return (await anext(events)).type

    assert asyncio.run(look_at_the_first_event()) == "generation.started"
    assert experiment.runs()[0].manifest.status == "cancelled"


class Failing(BuiltinWriter):
    """Writes the first persona, then fails."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    async def write(self, brief: SegmentBrief) -> PersonaDraft:
        if brief.segment.index == 2:
            raise self.error
        return await super().write(brief)


@pytest.mark.parametrize(
    ("error", "expected", "code"),
    [(PersonaError("No."), PersonaError, "persona_error"), (ZeroDivisionError(), GenerationError, "step_failed")],
)
def test_failed_run_keeps_what_is_done(
    error: Exception, expected: type[PersonaError], code: str, experiment: Experiment
) -> None:
    events: list[Event] = []
    run = experiment.new_run(CONFIG)

    with pytest.raises(expected) as caught:
        PersonaGenerator(experiment, writer=Failing(error)).generate(resume=run, on_event=events.append)

    assert caught.value.code == code
    assert types(events)[-1] == "generation.failed"
    assert run.manifest.error is not None
    assert (run.manifest.status, run.manifest.error.code, sorted(run.personas())) == ("failed", code, [1])


def test_unknown_model_is_refused_in_words(experiment: Experiment) -> None:
    with pytest.raises(ConfigurationError) as caught:
        PersonaGenerator(experiment).generate(PersonaConfig(model="nobody:nothing"))

    assert caught.value.message == "“nobody:nothing” names no model that can be used."


# -- killed and repeated in other processes --------------------------------------------------------
KILLED = """
import os, pathlib, signal, sys
from persona import Experiment, PersonaGenerator

fsync, left = os.fsync, int(sys.argv[3])

def count_down(handle):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    fsync(handle)

experiment = Experiment.open(sys.argv[1])
run = experiment.run(sys.argv[2])
os.fsync = count_down
PersonaGenerator(experiment).generate(resume=run)
"""


LONG = pytest.mark.long


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("writes", [4, pytest.param(7, marks=LONG), 10, pytest.param(13, marks=LONG)])
def test_killed_run_leaves_a_folder_that_goes_on(writes: int, experiment: Experiment, finished: Finished) -> None:
    run = experiment.new_run(CONFIG)
    command = [sys.executable, "-c", KILLED, str(experiment.path), run.id, str(writes)]

    killed = subprocess.run(command, check=False)
    PersonaGenerator(experiment).generate(resume=run)

    assert killed.returncode == -signal.SIGKILL
    assert saved(run.path) == saved(finished.output.run.path)


FRESH = """
import sys
from pathlib import Path

from persona import Experiment, PersonaConfig, PersonaGenerator
from persona.outputs import publish

folder = Path(sys.argv[2])
experiment = Experiment.create("my-exp", [sys.argv[1]], root=folder / ".persona")
run = experiment.new_run(PersonaConfig(count=2))
PersonaGenerator(experiment).generate(resume=run)
publish(folder, run)
"""


def test_a_fresh_process_writes_the_same_bytes(survey: Path, finished: Finished, tmp_path: Path) -> None:
    """With other hashes and another number of threads than this one."""
    environment = {**os.environ, "PYTHONHASHSEED": "1", "OMP_NUM_THREADS": "2"}
    subprocess.run([sys.executable, "-c", FRESH, str(survey), str(tmp_path)], env=environment, check=True)

    assert {name: (tmp_path / name).read_bytes() for name in OUTPUTS} == {
        name: (finished.output.path / name).read_bytes() for name in OUTPUTS
    }


# -- who is a respondent ---------------------------------------------------------------------------
def test_rows_that_are_nobodys_answers_are_in_no_group_and_count_nowhere(survey: Path, tmp_path: Path) -> None:
    header, *lines = survey.read_text(encoding="utf-8").splitlines(keepends=True)
    statuses = ["Survey Preview" if at % 7 == 0 else "IP Address" for at in range(len(lines))]
    rows = [f"{status},{line}" for status, line in zip(statuses, lines, strict=True)]
    path = tmp_path / "survey.csv"
    path.write_text("".join([f"Status,{header}", *rows]), encoding="utf-8")
    experiment = Experiment.create("my-exp", [path], root=tmp_path / "root")

    result = PersonaGenerator(experiment).generate(CONFIG)
    segmentation = experiment.runs()[0].segmentation()

    assert segmentation is not None
    assert [group == 0 for group in segmentation.assignments] == [status == "Survey Preview" for status in statuses]
    assert (result.rows, sum(persona.size for persona in result.personas)) == (68, 68)
    assert "Left out: 12 rows (previews of the survey), which are nobody's answers." in result.warnings
    quoted = {quote.row for persona in result.personas for quote in persona.quotes}
    assert not {row for row in quoted if statuses[row - 1] == "Survey Preview"}
    assert all(point.row % 7 != 1 for point in result.segmentation.map)
