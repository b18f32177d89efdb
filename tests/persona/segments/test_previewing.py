"""Segments before anything is written: looked at, renamed, merged, split, and carried into the personas."""

from __future__ import annotations

import asyncio
from shutil import copytree
from typing import TYPE_CHECKING
from uuid import uuid4

import numpy as np
import pytest
from pydantic import ValidationError

from persona import AsyncPersonaGenerator, Experiment, PersonaConfig, PersonaGenerator, verify
from persona.exceptions import Cancelled, ConfigurationError
from persona.models import Merge, Rename, Split
from persona.store import RunFolder
from tests.invented import invented_answers
from tests.persona.test_generator import saved

if TYPE_CHECKING:
    from pathlib import Path

    from persona.grouping import Segmentation
    from persona.models import Edit
    from persona.segments import SegmentationPreview

FOUR = PersonaConfig(count=4)


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Experiment:
    """300 invented answers."""
    root = tmp_path_factory.mktemp("study")
    (root / "planning-invented.csv").write_text(invented_answers(300), encoding="utf-8")
    return Experiment.create("planning", [root / "planning-invented.csv"], root=root)


@pytest.fixture(scope="module")
def found(study: Experiment) -> SegmentationPreview:
    """Its four segments; do not change the run."""
    return PersonaGenerator(study).group(FOUR)


def copied(study: Experiment, preview: SegmentationPreview) -> RunFolder:
    """A run of the test's own with these segments: nothing is grouped again."""
    path = study.path / "runs" / str(uuid4())
    copytree(study.path / "runs" / preview.run, path)
    run = RunFolder(path)
    run.note(id=run.id)
    return run


def groups(study: Experiment, preview: SegmentationPreview) -> Segmentation:
    segmentation = study.run(preview.run).segmentation()
    assert segmentation is not None
    return segmentation


def edit(study: Experiment, found: SegmentationPreview, *edits: Edit, preview: bool = False) -> SegmentationPreview:
    """The same segments with these edits, in a run of their own."""
    return PersonaGenerator(study).group(resume=copied(study, found), edits=edits, preview=preview)


def refusal(study: Experiment, found: SegmentationPreview, *edits: Edit) -> ConfigurationError:
    with pytest.raises(ConfigurationError) as caught:
        edit(study, found, *edits)
    return caught.value


# -- looking ---------------------------------------------------------------------------------------
def test_group_shows_segments_and_writes_no_persona(study: Experiment, found: SegmentationPreview) -> None:
    run = study.run(found.run)

    assert (run.manifest.status, run.personas(), run.result()) == ("grouped", {}, None)
    assert (found.config, found.rows) == (FOUR, 300)
    assert [s.size for s in found.segments] == [s.size for s in found.summary.segments]
    assert sum(s.size for s in found.segments) == 300
    assert [(s.index, s.name, s.label == s.suggested, s.is_small) for s in found.segments] == [
        (number, None, True, False) for number in (1, 2, 3, 4)
    ]
    assert "freelancer" in found.segments[0].suggested


def test_sketches_show_facts_and_passages_that_stand_in_the_data(study: Experiment, found: SegmentationPreview) -> None:
    where = groups(study, found).assignments

    for sketch in found.segments:
        assert (len(sketch.facts), len(sketch.passages)) == (5, 3)
        for passage in sketch.passages:
            (row,) = study.table().page(passage.row, 1)
            assert row.cells[passage.column][passage.start : passage.end] == passage.quote
            assert where[passage.row - 1] == sketch.index


def test_people_who_fit_badly_are_listed_worst_first(study: Experiment, found: SegmentationPreview) -> None:
    segmentation = groups(study, found)
    badly = np.flatnonzero(segmentation.fit < 0.6) + 1

    assert sorted(m.row for m in found.misfits) == badly.tolist()
    assert [m.fit for m in found.misfits] == sorted(m.fit for m in found.misfits)
    assert found.misfits_total == len(badly) == sum(s.misfits for s in found.segments)
    first = found.misfits[0]
    assert (first.source, first.line) == ("planning-invented.csv", first.row + 1)
    assert first.segment == segmentation.assignments[first.row - 1] != first.other
    assert 0 < first.other_fit <= 1 - first.fit + 1e-3


def test_groups_alone_come_without_looking_anything_up(study: Experiment, found: SegmentationPreview) -> None:
    bare = PersonaGenerator(study).group(FOUR, preview=False)

    assert (bare.summary, bare.segments, bare.misfits) == (found.summary, (), ())
    assert bare.misfits_total == found.misfits_total


def test_same_data_and_edits_give_the_same_bytes(study: Experiment) -> None:
    edits = (Split(segment=1), Merge(segments=(3, 4)), Rename(segment=3, name="Families"))
    config = FOUR.model_copy(update={"edits": edits})
    first, second = (PersonaGenerator(study).group(config, preview=False) for _ in range(2))

    assert first.model_copy(update={"run": ""}) == second.model_copy(update={"run": ""})
    assert saved(study.run(first.run).path) == saved(study.run(second.run).path)


# -- editing ---------------------------------------------------------------------------------------
def test_rename_gives_the_segment_a_name_and_changes_nothing_else(
    study: Experiment, found: SegmentationPreview
) -> None:
    named = edit(study, found, Rename(segment=2, name="  Students on\ttheir phone "), preview=True)

    assert named.segments[1].label == "Students on their phone"
    assert [s.model_copy(update={"name": None}) for s in named.segments] == list(found.segments)
    assert named.misfits == found.misfits


def test_merge_puts_people_together_in_the_place_of_the_first(study: Experiment, found: SegmentationPreview) -> None:
    merged = edit(study, found, Merge(segments=(4, 2)))
    before, after = groups(study, found), groups(study, merged)

    first, second, third, fourth = (segment.size for segment in found.summary.segments)
    assert [(s.index, s.size, s.share) for s in merged.summary.segments] == [
        (number, size, round(size / 300, 6)) for number, size in enumerate((first, second + fourth, third), start=1)
    ]
    assert after.assignments.tolist() == [{1: 1, 2: 2, 4: 2, 3: 3}[number] for number in before.assignments.tolist()]
    assert merged.summary.reason == f"{found.summary.reason} Groups 2 and 4 were put together by hand."
    assert {p.row: p.segment for p in merged.summary.map} == {
        p.row: int(after.assignments[p.row - 1]) for p in found.summary.map
    }


def test_merge_counts_doubt_between_the_merged_as_fit(study: Experiment, found: SegmentationPreview) -> None:
    before, after = groups(study, found), groups(study, edit(study, found, Merge(segments=(1, 2))))
    between_them = np.isin(before.assignments, [1, 2]) & np.isin(before.second, [1, 2])

    assert np.allclose(after.fit, np.where(between_them, before.fit + before.second_fit, before.fit))
    assert not after.second[between_them].any()


def test_split_parts_one_segment_and_leaves_the_others(study: Experiment, found: SegmentationPreview) -> None:
    split = edit(study, found, Split(segment=2, into=3))
    before, after = groups(study, found).assignments, groups(study, split).assignments

    assert [segment.index for segment in split.summary.segments] == [1, 2, 3, 4, 5, 6]
    assert set(after[before == 2].tolist()) == {2, 3, 4}
    assert [set(after[before == number].tolist()) for number in (1, 3, 4)] == [{1}, {5}, {6}]
    assert split.summary.reason.startswith(f"{found.summary.reason} Group 2 was split into 3 by hand; in 10 half-")
    assert sum(segment.size for segment in split.summary.segments) == 300


def test_splitting_what_was_merged_finds_the_two_again(study: Experiment, found: SegmentationPreview) -> None:
    again = groups(study, edit(study, found, Merge(segments=(1, 4)), Split(segment=1))).assignments
    before = groups(study, found).assignments

    (first, second) = (np.bincount(again[before == number], minlength=5)[1:3] for number in (1, 4))
    assert first.argmax() != second.argmax()
    assert (first.max() + second.max()) / (first.sum() + second.sum()) > 0.95


def test_edits_are_added_to_those_of_the_run_and_can_be_replaced(study: Experiment, found: SegmentationPreview) -> None:
    generator = PersonaGenerator(study)
    run = edit(study, found, Merge(segments=(1, 2))).run
    more = generator.group(resume=run, edits=[Rename(segment=1, name="Most")], preview=False)
    none = generator.group(FOUR, resume=run, preview=False)

    assert more.config.edits == (Merge(segments=(1, 2)), Rename(segment=1, name="Most"))
    assert [s.name for s in more.summary.segments] == ["Most", None, None]
    assert (none.config, none.summary) == (FOUR, found.summary)


def test_several_rows_of_a_person_stay_together(tmp_path: Path) -> None:
    diary = tmp_path / "diary.csv"
    lines = [
        f"{p},{('tea' if p % 2 else 'milk')} {d},{1 + 4 * (p % 2)},{1 + 4 * (p % 2)}" for p in range(60) for d in "ab"
    ]
    diary.write_text("\n".join(["Respondent ID,Drank,Hot,Strong", *lines, ""]), encoding="utf-8")
    generator = PersonaGenerator(Experiment.create("diary", [diary], root=tmp_path / "root"))

    preview = generator.group(PersonaConfig(count=2), edits=[Merge(segments=(1, 2)), Split(segment=1)])

    assert [s.size for s in preview.summary.segments] == [30, 30]


# -- what cannot be ----------------------------------------------------------------------------------
def test_segments_that_are_not_there_are_refused(study: Experiment, found: SegmentationPreview) -> None:
    refused = refusal(study, found, Merge(segments=(1, 2)), Rename(segment=4, name="Gone"))

    assert (refused.code, refused.message) == ("unknown_segment", "There is no segment 4.")
    assert refused.hint == "The segments have the numbers 1 to 3 at this point."


def test_edits_that_make_no_sense_are_refused(study: Experiment, found: SegmentationPreview) -> None:
    assert refusal(study, found, Merge(segments=(2, 2))).code == "merge_with_itself"
    assert refusal(study, found, Split(segment=1, into=12)).code == "too_many_segments"
    with pytest.raises(ValidationError):
        Rename(segment=1, name="   ")
    with pytest.raises(ValidationError):
        Merge(segments=(1,))


def test_people_who_answered_alike_cannot_be_split(tmp_path: Path) -> None:
    file = tmp_path / "alike.csv"
    rows = ["5,5,yes,I like tea"] * 30 + ["1,1,no,I hate tea"] * 30
    file.write_text("\n".join(["Fun,Ease,Again,Why", *rows, ""]), encoding="utf-8")
    study = Experiment.create("alike", [file], root=tmp_path / "root")
    found = PersonaGenerator(study).group(PersonaConfig(count=2), preview=False)

    assert [segment.size for segment in found.summary.segments] == [30, 30]
    assert refusal(study, found, Split(segment=1)).code == "segment_alike"


def test_segments_smaller_than_their_parts_cannot_be_split(study: Experiment, found: SegmentationPreview) -> None:
    run = copied(study, found)
    few = groups(study, found)
    few.assignments[few.assignments == 4] = 3
    few.assignments[:2] = 4
    run.save_segmentation(few)

    with pytest.raises(ConfigurationError) as caught:
        PersonaGenerator(study).group(resume=run, edits=[Split(segment=4, into=3)])

    assert caught.value.message == "Segment 4 has only 2 people and cannot be split into 3."


def test_written_personas_keep_their_segments(study: Experiment, found: SegmentationPreview) -> None:
    generator = PersonaGenerator(study)
    run = copied(study, found).id
    generator.generate(resume=run)

    with pytest.raises(ConfigurationError) as caught:
        generator.group(resume=run, edits=[Merge(segments=(1, 2))])

    assert caught.value.code == "run_written"
    assert len(generator.group(resume=run).segments) == 4
    assert study.run(run).manifest.status == "done"


# -- going on --------------------------------------------------------------------------------------
def test_generate_goes_on_from_the_edited_segments(study: Experiment, found: SegmentationPreview) -> None:
    generator = PersonaGenerator(study)
    run = copied(study, found).id
    preview = generator.group(resume=run, edits=[Merge(segments=(2, 3)), Rename(segment=2, name="At home and school")])
    result = generator.generate(resume=run)

    assert [(p.size, p.tagline) for p in result.personas] == [(s.size, s.label) for s in preview.segments]
    assert result.segmentation == preview.summary
    assert study.run(run).manifest.config.edits == preview.config.edits == result.config.edits
    assert "Groups 2 and 3 were put together by hand." in result.segmentation.reason


def test_result_of_edited_segments_is_proved_by_a_second_run(study: Experiment, found: SegmentationPreview) -> None:
    generator = PersonaGenerator(study)
    run = edit(study, found, Split(segment=1), Rename(segment=2, name="The second part")).run
    result = generator.generate(resume=run)

    proof = verify(study.run(run).path)

    assert result.personas[1].tagline == "The second part"
    assert [finding.what for finding in proof.findings][-3:] == [
        f"{name}, byte for byte" for name in ("result.json", "themes.csv", "placements.csv")
    ]
    assert proof.is_right


def test_run_killed_between_two_edits_makes_them_again(study: Experiment, found: SegmentationPreview) -> None:
    run = study.run(edit(study, found, Merge(segments=(1, 2))).run)
    run.change(FOUR.model_copy(update={"edits": (Merge(segments=(3, 4)),)}))  # and then the light went out

    assert run.segmentation() is None
    resumed = PersonaGenerator(study).group(resume=run, preview=False)
    first, second, third, fourth = (segment.size for segment in found.summary.segments)
    assert [segment.size for segment in resumed.summary.segments] == [first, second, third + fourth]


def test_looking_can_be_stopped_and_gone_on_with(study: Experiment) -> None:
    events: list[str] = []
    with pytest.raises(Cancelled):
        PersonaGenerator(study).group(
            FOUR, on_event=lambda e: events.append(e.type), should_stop=lambda: len(events) > 3
        )

    run = study.runs()[0]
    assert run.manifest.status == "cancelled"
    assert events[-1] == "generation.failed"
    assert len(PersonaGenerator(study).group(resume=run, preview=False).summary.segments) == 4


def test_asynchronous_code_looks_at_segments_too(study: Experiment, found: SegmentationPreview) -> None:
    generator, run = AsyncPersonaGenerator(study), copied(study, found)

    preview = asyncio.run(generator.group(resume=run, edits=[Rename(segment=1, name="First")]))

    assert preview.segments[0].label == "First"
    assert RunFolder.open(study.path / "runs" / preview.run).config == preview.config


def test_segments_for_a_model_need_no_key(study: Experiment, found: SegmentationPreview) -> None:
    run = copied(study, found)
    config = FOUR.model_copy(update={"model": "openai:gpt-4o-mini", "budget_usd": 1.0})

    preview = PersonaGenerator(study).group(config, resume=run, preview=False)

    assert (preview.config, preview.summary) == (config, found.summary)
    assert run.manifest.status == "grouped"
