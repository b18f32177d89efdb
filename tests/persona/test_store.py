"""Runs on disk: steps saved whole, settings that may change and when, and files of other versions."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from persona import GenerationResult, Merge, Rename
from persona.edits import RenamePersona, apply
from persona.exceptions import ConfigurationError
from persona.models import ColumnChoice, PersonaConfig, Usage
from persona.store import COUNTED_VERSIONS, EDITED, ErrorNote, RunFolder, SourceStamp
from persona.version import __version__
from tests.persona.exporting.results import PERSONA, RESULT

if TYPE_CHECKING:
    from pathlib import Path

    from persona.grouping import Segmentation
    from persona.models import SegmentationSummary
    from tests.persona.conftest import Finished

STAMPS = (SourceStamp(name="a.csv", sha256="0" * 64, rows=9),)
CONFIG = PersonaConfig(count=2)


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    return RunFolder.create(tmp_path / "run-1", config=CONFIG, sources=STAMPS)


@pytest.fixture
def grouped(finished: Finished, tmp_path: Path) -> RunFolder:
    """A run whose groups are found, and nothing written."""
    run = RunFolder(shutil.copytree(finished.output.run.path, tmp_path / "run-2"))
    for path in (run.path / "personas").iterdir():
        path.unlink()
    (run.path / "result.json").unlink()
    run.note(status="grouped", finished=None)
    return run


def code(block: Any, *arguments: Any) -> str:
    with pytest.raises(ConfigurationError) as refused:
        block(*arguments)
    return refused.value.code


def summary(groups: Segmentation | None) -> SegmentationSummary | None:
    return None if groups is None else groups.summary


def test_a_new_run_knows_how_it_was_made_and_nothing_else(run: RunFolder) -> None:
    manifest = run.manifest

    assert (run.id, manifest.id, manifest.status, manifest.config) == ("run-1", "run-1", "waiting", CONFIG)
    assert (manifest.sources, manifest.library_version) == (STAMPS, __version__)
    assert set(manifest.versions) == {"python", *COUNTED_VERSIONS}
    assert (manifest.usage, manifest.error, manifest.finished, manifest.seconds) == (Usage(), None, None, {})
    assert (run.questionnaire(), run.segmentation(), run.personas(), run.result()) == (None, None, {}, None)
    assert sorted(path.name for path in run.path.iterdir()) == ["manifest.json", "personas"]
    assert repr(run) == f"RunFolder({str(run.path)!r})"


def test_a_run_is_opened_where_one_is(run: RunFolder) -> None:
    assert RunFolder.open(run.path).manifest == run.manifest
    assert code(RunFolder.open, run.path / "personas") == "run_missing"


@pytest.mark.parametrize("text", ["", "{", '{"id": "run-1"}', "[]"])
def test_a_manifest_that_cannot_be_read_is_no_run(run: RunFolder, text: str) -> None:
    (run.path / "manifest.json").write_text(text)

    assert code(lambda: run.manifest) == "run_missing"


def test_what_is_noted_stays_and_the_rest_too(run: RunFolder) -> None:
    before = run.manifest
    error = ErrorNote(code="provider_busy", message="Busy.", retryable=True)

    told = run.note(status="failed", error=error)

    assert told == run.manifest == before.model_copy(update={"status": "failed", "error": error})
    assert (run.path / "manifest.json").read_text().endswith("}\n")


def test_personas_are_kept_by_number_and_written_over(run: RunFolder) -> None:
    second, tenth = (PERSONA.model_copy(update={"index": index}) for index in (2, 10))
    for persona in (tenth, second, second.model_copy(update={"tagline": "Another"})):
        run.save_persona(persona)

    assert list(run.personas()) == [2, 10]
    assert (run.personas()[2].tagline, run.personas()[10]) == ("Another", tenth)
    assert sorted(path.name for path in (run.path / "personas").iterdir()) == ["persona-02.json", "persona-10.json"]


def test_a_persona_of_another_version_is_written_again(run: RunFolder) -> None:
    run.save_persona(PERSONA)
    path = run.path / "personas" / f"persona-{PERSONA.index:02d}.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "mood": "calm"}))

    assert run.personas() == {}


def test_a_result_is_the_same_when_it_is_read_again(run: RunFolder) -> None:
    run.save_result(RESULT)

    assert run.result() == RESULT
    assert (run.path / "result.json").read_text() == RESULT.model_dump_json(indent=2) + "\n"


def test_a_result_of_another_version_is_none(run: RunFolder) -> None:
    (run.path / "result.json").write_text(json.dumps({**RESULT.model_dump(mode="json"), "schema_version": "9"}))

    assert run.result() is None


def test_the_steps_of_a_finished_run_are_all_there(finished: Finished) -> None:
    run = finished.output.run
    found, groups = run.questionnaire(), run.segmentation()

    assert found is not None
    assert groups is not None
    assert (found.respondents, len(groups.summary.segments), set(run.personas())) == (80, 2, {1, 2})
    assert isinstance(run.result(), GenerationResult)
    assert summary(run.found_segmentation()) == groups.summary


# -- settings that change ----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "changes",
    [
        {"count": 3},
        {"seed": 1},
        {"redact": False},
        {"columns": {"Age": ColumnChoice(basis=False)}},
        {"embeddings": "openai:small"},
        {"answers": {"sheets": "all"}},
    ],
    ids=str,
)
def test_what_would_form_other_groups_is_another_run(grouped: RunFolder, changes: dict[str, Any]) -> None:
    before = grouped.config

    assert code(grouped.change, before.model_copy(update=changes)) == "run_settings"
    assert grouped.config == before


@pytest.mark.parametrize(
    "changes",
    [
        {"model": "openai:gpt-5"},
        {"detail": "short"},
        {"budget_usd": 2.5},
        {"template": "ux"},
        {"verify": True},
        {"edits": (Rename(segment=1, name="Planners"),)},
    ],
    ids=str,
)
def test_what_concerns_writing_may_change_until_something_is_written(
    grouped: RunFolder, changes: dict[str, Any]
) -> None:
    wanted = grouped.config.model_copy(update=changes)

    grouped.change(wanted)

    assert grouped.config == wanted


def test_once_personas_are_written_only_the_budget_may_change(grouped: RunFolder) -> None:
    grouped.save_persona(PERSONA)
    before = grouped.config

    assert code(grouped.change, before.model_copy(update={"detail": "short"})) == "run_written"
    grouped.change(before.model_copy(update={"budget_usd": 1.0}))
    assert grouped.config == before.model_copy(update={"budget_usd": 1.0})


def test_the_same_settings_write_nothing(grouped: RunFolder) -> None:
    stamp = (grouped.path / "manifest.json").stat().st_mtime_ns

    grouped.change(grouped.config)

    assert (grouped.path / "manifest.json").stat().st_mtime_ns == stamp


def test_other_edits_forget_the_groups_that_the_old_ones_made(grouped: RunFolder) -> None:
    found = grouped.segmentation()
    assert found is not None
    edits = Merge(segments=(1, 2)), Rename(segment=1, name="All")
    first, second = (grouped.config.model_copy(update={"edits": (edit,)}) for edit in edits)

    grouped.change(first)
    assert grouped.segmentation() is None  # they are made when they are asked for
    grouped.save_edited(found)
    assert ((grouped.path / EDITED).is_dir(), summary(grouped.segmentation())) == (True, found.summary)

    grouped.change(second)
    assert ((grouped.path / EDITED).exists(), grouped.segmentation()) == (False, None)
    assert summary(grouped.found_segmentation()) == found.summary


def test_edits_are_kept_beside_the_result_which_stays(run: RunFolder) -> None:
    run.save_result(RESULT)
    before = (run.path / "result.json").read_bytes()
    made = run.edit(RenamePersona(persona=1, label="The planner"), who="Ana")

    assert (made.who, list(run.edits), len(RunFolder.open(run.path).edits)) == ("Ana", [made], 1)
    assert run.edited() == apply(RESULT, [made])
    assert run.edited().result.personas[0].label == "The planner"
    assert (run.result(), (run.path / "result.json").read_bytes()) == (RESULT, before)


def test_a_run_without_a_result_cannot_be_edited(run: RunFolder) -> None:
    assert code(run.edit, RenamePersona(persona=1, label="A")) == "run_unfinished"
    assert code(run.edited) == "run_unfinished"


def test_edits_are_carried_over_from_another_run_once(finished: Finished, tmp_path: Path) -> None:
    old, new = (RunFolder(shutil.copytree(finished.output.run.path, tmp_path / name)) for name in ("old", "new"))
    made = old.edit(RenamePersona(persona=2, label="The planner"), who="Ana")
    carried = new.carry_edits(old)

    assert (carried.edits, carried.not_carried, carried.personas) == ((made,), (), {1: 1, 2: 2})
    assert list(new.edits) == [made]
    assert new.carry_edits(old).edits == ()
    assert list(new.edits) == [made]
