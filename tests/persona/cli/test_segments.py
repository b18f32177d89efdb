"""`persona group`, and going on with its run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona import Experiment, GenerationResult, Merge, Rename, SegmentationPreview, Split
from persona.outputs import Output

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Command


def preview(command: Command, *arguments: object) -> SegmentationPreview:
    said = command("group", *arguments, "--json")
    assert (said.code, said.err) == (0, "")
    return SegmentationPreview.model_validate_json(said.out)


def test_group_prints_segments_and_how_to_go_on(command: Command, survey: Path) -> None:
    said = command("group", survey, "--count", 2)

    (run,) = Experiment.open("survey").runs()
    assert (said.code, said.err) == (0, f"To write the personas: persona generate --resume {run.id}\n")
    assert said.out.startswith("2 groups, as you asked.")
    sizes = [segment.size for segment in run.segmentation().summary.segments]  # type: ignore[union-attr]
    assert [f"{size} respondents" in said.out for size in sizes] == [True, True]
    assert run.manifest.status == "grouped"


def test_segments_are_edited_and_become_personas(command: Command, survey: Path, tmp_path: Path) -> None:
    run = preview(command, survey, "--count", 3).run

    changed = preview(command, "--resume", run, "--split", 1, "--merge", "2,3", "--rename", "2=Plan=ahead")
    said = command("generate", "--resume", run, "--detail", "short", "--out", "o", "--json")

    result = GenerationResult.model_validate_json(said.out)
    assert changed.config.edits == (Rename(segment=2, name="Plan=ahead"), Merge(segments=(2, 3)), Split(segment=1))
    assert [segment.name for segment in changed.segments] == [None, None, "Plan=ahead"]
    assert [persona.size for persona in result.personas] == [segment.size for segment in changed.segments]
    assert (result.personas[2].tagline, result.config.detail) == ("Plan=ahead", "short")
    assert Output.open(tmp_path / "o").result() == result


def test_same_command_shows_the_same_run(command: Command, survey: Path) -> None:
    first = preview(command, survey, "--count", 2, "--out", "o")

    assert preview(command, survey, "--count", 2, "--out", "o") == first
    assert len(Experiment.list("o/.persona")) == 1


def test_run_is_found_by_its_folder(command: Command, survey: Path) -> None:
    first = preview(command, survey, "--count", 2, "--out", "o")
    (experiment,) = Experiment.list("o/.persona")

    said = command("group", "--resume", experiment.run(first.run).path)

    assert said.err == f"To write the personas: persona generate --resume {experiment.run(first.run).path}\n"


def test_generate_edits_in_one_go(command: Command, survey: Path, tmp_path: Path) -> None:
    said = command("generate", survey, "--count", 2, "--merge", "1,2", "--rename", "1=Everybody", "--out", "o")

    (persona,) = Output.open(tmp_path / "o").result().personas
    assert (said.code, persona.tagline, persona.size) == (0, "Everybody", 80)


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (["--rename", "Planners"], 2, '"Planners" cannot be used'),
        (["--rename", "1= "], 2, '"1= " cannot be used'),
        (["--merge", "1"], 2, '"1" cannot be used'),
        (["--split", "1=1"], 2, '"1=1" cannot be used'),
        (["--merge", "1,2", "--split", "2"], 1, "Segment 2 cannot be changed in two ways at once."),
        (["--merge", "1,9"], 1, "There is no segment 9."),
        (["--resume", "nothing"], 1, "There is no run “nothing”."),
    ],
)
def test_edits_that_cannot_be_made(options: list[str], code: int, words: str, command: Command, survey: Path) -> None:
    said = command("group", *([] if "--resume" in options else [survey, "--count", 2]), *options)

    assert (said.code, said.out) == (code, "")
    assert words in said.err


def test_group_needs_data(command: Command) -> None:
    assert command("group").code == 2
