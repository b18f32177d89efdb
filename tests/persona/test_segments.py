"""Segments before anything is written: looked at, renamed, merged, split, and carried into the personas."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import numpy as np
import pytest
from pydantic import ValidationError

from persona import AsyncPersonaGenerator, Experiment, PersonaConfig, PersonaGenerator, verify
from persona.exceptions import Cancelled, ConfigurationError
from persona.models import Merge, Rename, Segment, Split
from persona.samples import sample
from persona.store import RunFolder

from .test_generator import saved

if TYPE_CHECKING:
    from pathlib import Path

    from persona.grouping import Segmentation
    from persona.segments import SegmentPreview

FOUR = PersonaConfig(count=4)


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Experiment:
    """300 invented answers."""
    return Experiment.create("planning", [sample("planning-invented").path], root=tmp_path_factory.mktemp("study"))


@pytest.fixture(scope="module")
def found(study: Experiment) -> SegmentPreview:
    """Its four segments; do not change the run."""
    return PersonaGenerator(study).group(FOUR)


def groups(study: Experiment, preview: SegmentPreview) -> Segmentation:
    segmentation = study.run(preview.run).segmentation()
    assert segmentation is not None
    return segmentation


def group(study: Experiment, *edits: Rename | Merge | Split) -> SegmentPreview:
    return PersonaGenerator(study).group(FOUR, edits=edits)


def error(study: Experiment, *edits: Rename | Merge | Split) -> ConfigurationError:
    with pytest.raises(ConfigurationError) as caught:
        group(study, *edits)
    return caught.value


# -- looking ---------------------------------------------------------------------------------------
def test_group_shows_segments_and_writes_no_persona(study: Experiment, found: SegmentPreview) -> None:
    run = study.run(found.run)

    assert (run.manifest.status, run.personas(), run.result()) == ("grouped", {}, None)
    assert (found.config, found.rows) == (FOUR, 300)
    assert [s.size for s in found.segments] == [s.size for s in found.summary.segments] == [109, 69, 68, 54]
    assert [(s.index, s.name, s.label == s.suggested, s.is_small) for s in found.segments] == [
        (number, None, True, False) for number in (1, 2, 3, 4)
    ]
    assert "freelancer" in found.segments[0].suggested


def test_sketches_show_facts_and_passages_that_stand_in_the_data(study: Experiment, found: SegmentPreview) -> None:
    where = groups(study, found).assignments

    for sketch in found.segments:
        assert (len(sketch.facts), len(sketch.passages)) == (5, 3)
        for passage in sketch.passages:
            (row,) = study.table().page(passage.row, 1)
            assert row.cells[passage.column][passage.start : passage.end] == passage.quote
            assert where[passage.row - 1] == sketch.index


def test_people_who_fit_badly_are_listed_worst_first(study: Experiment, found: SegmentPreview) -> None:
    segmentation = groups(study, found)
    badly = np.flatnonzero(segmentation.fit < 0.6) + 1

    assert sorted(m.row for m in found.misfits) == badly.tolist()
    assert [m.fit for m in found.misfits] == sorted(m.fit for m in found.misfits)
    assert found.misfits_total == len(badly) == sum(s.misfits for s in found.segments)
    first = found.misfits[0]
    assert (first.source, first.line) == ("planning-invented.csv", first.row + 1)
    assert first.segment == segmentation.assignments[first.row - 1] != first.other
    assert 0 < first.other_fit <= 1 - first.fit + 1e-3


def test_groups_alone_come_without_looking_anything_up(study: Experiment, found: SegmentPreview) -> None:
    bare = PersonaGenerator(study).group(FOUR, preview=False)

    assert (bare.summary, bare.segments, bare.misfits) == (found.summary, (), ())
    assert bare.misfits_total == found.misfits_total


def test_same_data_and_edits_give_the_same_bytes(study: Experiment) -> None:
    edits = (Split(segment=1), Merge(segments=(3, 4)), Rename(segment=3, name="Families"))
    first, second = group(study, *edits), group(study, *edits)

    assert first.model_copy(update={"run": ""}) == second.model_copy(update={"run": ""})
    assert saved(study.run(first.run).path) == saved(study.run(second.run).path)


# -- editing ---------------------------------------------------------------------------------------
def test_rename_gives_the_segment_a_name_and_changes_nothing_else(study: Experiment, found: SegmentPreview) -> None:
    named = group(study, Rename(segment=2, name="  Students on\ttheir phone "))

    assert named.segments[1].label == "Students on their phone"
    assert [s.model_copy(update={"name": None}) for s in named.segments] == list(found.segments)
    assert named.misfits == found.misfits


def test_merge_puts_people_together_in_the_place_of_the_first(study: Experiment, found: SegmentPreview) -> None:
    merged = group(study, Merge(segments=(4, 2)))
    before, after = groups(study, found), groups(study, merged)

    assert merged.summary.segments == (
        Segment(index=1, size=109, share=0.363333),
        Segment(index=2, size=123, share=0.41),
        Segment(index=3, size=68, share=0.226667),
    )
    assert after.assignments.tolist() == [{1: 1, 2: 2, 4: 2, 3: 3}[number] for number in before.assignments.tolist()]
    assert merged.summary.reason == f"{found.summary.reason} Groups 2 and 4 were put together by hand."
    assert {p.row: p.segment for p in merged.summary.map} == {
        p.row: int(after.assignments[p.row - 1]) for p in found.summary.map
    }


def test_merge_counts_doubt_between_the_merged_as_fit(study: Experiment, found: SegmentPreview) -> None:
    before, after = groups(study, found), groups(study, group(study, Merge(segments=(1, 2))))
    between_them = np.isin(before.assignments, [1, 2]) & np.isin(before.second, [1, 2])

    assert np.allclose(after.fit, np.where(between_them, before.fit + before.second_fit, before.fit))
    assert not after.second[between_them].any()


def test_split_parts_one_segment_and_leaves_the_others(study: Experiment, found: SegmentPreview) -> None:
    split = group(study, Split(segment=2, into=3))
    before, after = groups(study, found).assignments, groups(study, split).assignments

    assert len(split.segments) == 6
    assert set(after[before == 2].tolist()) == {2, 3, 4}
    assert [set(after[before == number].tolist()) for number in (1, 3, 4)] == [{1}, {5}, {6}]
    assert split.summary.reason.startswith(f"{found.summary.reason} Group 2 was split into 3 by hand; in 10 half-")
    assert sum(s.size for s in split.segments) == 300


def test_splitting_what_was_merged_finds_the_two_again(study: Experiment, found: SegmentPreview) -> None:
    again = groups(study, group(study, Merge(segments=(1, 4)), Split(segment=1))).assignments
    before = groups(study, found).assignments

    (first, second) = (np.bincount(again[before == number], minlength=5)[1:3] for number in (1, 4))
    assert first.argmax() != second.argmax()
    assert (first.max() + second.max()) / 163 > 0.95


def test_edits_are_added_to_those_of_the_run_and_can_be_replaced(study: Experiment) -> None:
    generator = PersonaGenerator(study)
    run = generator.group(FOUR, edits=[Merge(segments=(1, 2))]).run
    more = generator.group(resume=run, edits=[Rename(segment=1, name="Most")])
    none = generator.group(FOUR, resume=run)

    assert more.config.edits == (Merge(segments=(1, 2)), Rename(segment=1, name="Most"))
    assert [s.label for s in more.segments][0] == "Most"
    assert (none.config, len(none.segments)) == (FOUR, 4)


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
def test_segments_that_are_not_there_are_refused(study: Experiment) -> None:
    refused = error(study, Merge(segments=(1, 2)), Rename(segment=4, name="Gone"))

    assert (refused.code, refused.message) == ("unknown_segment", "There is no segment 4.")
    assert refused.hint == "The segments have the numbers 1 to 3 at this point."


def test_edits_that_make_no_sense_are_refused(study: Experiment) -> None:
    assert error(study, Merge(segments=(2, 2))).code == "merge_with_itself"
    assert error(study, Split(segment=1, into=12)).code == "too_many_segments"
    with pytest.raises(ValidationError):
        Rename(segment=1, name="   ")
    with pytest.raises(ValidationError):
        Merge(segments=(1,))


def test_people_who_answered_alike_cannot_be_split(tmp_path: Path) -> None:
    file = tmp_path / "alike.csv"
    rows = ["5,5,yes,I like tea"] * 30 + ["1,1,no,I hate tea"] * 30 + ["3,1,no,I like milk"]
    file.write_text("\n".join(["Fun,Ease,Again,Why", *rows, ""]), encoding="utf-8")
    study = Experiment.create("alike", [file], root=tmp_path / "root")

    assert error_of(study, PersonaConfig(count=2), Split(segment=1)).code == "segment_alike"


def error_of(study: Experiment, config: PersonaConfig, *edits: Rename | Merge | Split) -> ConfigurationError:
    with pytest.raises(ConfigurationError) as caught:
        PersonaGenerator(study).group(config, edits=edits)
    return caught.value


def test_written_personas_keep_their_segments(study: Experiment) -> None:
    generator = PersonaGenerator(study)
    run = generator.group(FOUR).run
    generator.generate(resume=run)

    with pytest.raises(ConfigurationError) as caught:
        generator.group(resume=run, edits=[Merge(segments=(1, 2))])

    assert caught.value.code == "run_written"
    assert len(generator.group(resume=run).segments) == 4
    assert study.run(run).manifest.status == "done"


# -- going on --------------------------------------------------------------------------------------
def test_generate_goes_on_from_the_edited_segments(study: Experiment) -> None:
    generator = PersonaGenerator(study)
    run = generator.group(FOUR).run
    preview = generator.group(resume=run, edits=[Merge(segments=(2, 3)), Rename(segment=2, name="At home and school")])
    result = generator.generate(resume=run)

    assert [(p.size, p.tagline) for p in result.personas] == [(s.size, s.label) for s in preview.segments]
    assert result.segmentation == preview.summary
    assert study.run(run).manifest.config.edits == preview.config.edits == result.config.edits
    assert "Groups 2 and 3 were put together by hand." in result.segmentation.reason


def test_edits_in_one_go_give_the_same_result_and_are_proved(study: Experiment) -> None:
    edits = (Split(segment=1), Rename(segment=2, name="The second part"))
    generator = PersonaGenerator(study)
    stepwise = generator.generate(resume=generator.group(FOUR, edits=edits).run)
    at_once = generator.generate(FOUR.model_copy(update={"edits": edits}))

    assert stepwise == at_once
    assert verify(study.runs()[0].path).is_right


def test_run_killed_between_two_edits_makes_them_again(study: Experiment) -> None:
    generator = PersonaGenerator(study)
    run = generator.group(FOUR, edits=[Merge(segments=(1, 2))]).run
    folder = study.run(run)
    folder.edit([Merge(segments=(3, 4))])  # and then the light went out

    assert folder.segmentation() is None
    assert [s.size for s in generator.group(resume=run).segments] == [109, 69, 122]


def test_looking_can_be_stopped_and_gone_on_with(study: Experiment) -> None:
    events: list[str] = []
    with pytest.raises(Cancelled):
        PersonaGenerator(study).group(
            FOUR, on_event=lambda e: events.append(e.type), should_stop=lambda: len(events) > 3
        )

    run = study.runs()[0]
    assert run.manifest.status == "cancelled"
    assert events[-1] == "generation.failed"
    assert len(PersonaGenerator(study).group(resume=run).segments) == 4


def test_asynchronous_code_looks_at_segments_too(study: Experiment) -> None:
    generator = AsyncPersonaGenerator(study)

    preview = asyncio.run(generator.group(FOUR, edits=[Rename(segment=1, name="First")]))

    assert preview.segments[0].label == "First"
    assert RunFolder.open(study.path / "runs" / preview.run).config == preview.config
