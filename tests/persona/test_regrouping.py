"""Merged and split personas are counted over their people, as by a run with its groups so changed."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from persona import Experiment, Merge, PersonaConfig, PersonaGenerator, Split
from persona.edits import Edit, MergePersonas, Reverted, apply
from persona.exceptions import EditError
from persona.outputs import Output
from persona.regrouping import merged, split

if TYPE_CHECKING:
    from pathlib import Path

    from persona.models import GenerationResult, Persona
    from tests.persona.conftest import Finished


@pytest.fixture(scope="module")
def output(finished: Finished, tmp_path_factory: pytest.TempPathFactory) -> Output:
    """An output folder of this module's own."""
    return Output.open(shutil.copytree(finished.output.path, tmp_path_factory.mktemp("regrouped") / "personas"))


@pytest.fixture(scope="module")
def halves(output: Output) -> tuple[Persona, ...]:
    return split(output, 1).made


def remade(output: Output, edit: Merge | Split) -> GenerationResult:
    config = output.run.config.model_copy(update={"edits": (edit,)})
    return PersonaGenerator(output.experiment).generate(config)


def code(block: object, *arguments: object) -> str:
    with pytest.raises(EditError) as refused:
        block(*arguments)  # type: ignore[operator]
    return refused.value.code


def test_a_merged_persona_is_the_one_of_a_run_with_the_groups_merged(output: Output) -> None:
    runs = [run.id for run in output.experiment.runs()]
    edit = merged(output, [2, 1, 2])
    assert [run.id for run in output.experiment.runs()] == runs

    assert edit == MergePersonas(personas=(2, 1), made=remade(output, Merge(segments=(1, 2))).personas[0])
    (persona,) = apply(output.result(), [Edit(action=edit)]).result.personas
    assert (persona.index, persona.size) == (3, sum(each.size for each in output.result().personas))
    assert [said.origin for said in persona.statements if said.asked]


def test_a_split_persona_gives_those_of_a_run_with_the_group_split(output: Output, halves: tuple[Persona, ...]) -> None:
    whole = output.result().personas[0]

    assert halves == remade(output, Split(segment=1)).personas[:2]
    assert sum(half.size for half in halves) == whole.size


def test_parts_of_a_split_are_added_up_and_not_split_again(output: Output, halves: tuple[Persona, ...]) -> None:
    made = output.run.edit(split(output, 1), who="Ana")
    try:
        assert merged(output, [3, 4]) == MergePersonas(personas=(3, 4))
        assert code(split, output, 3) == "edit_no_split"
        assert code(split, output, 1) == "edit_persona_missing"
        assert [each.persona.size for each in output.edited().personas[:2]] == [half.size for half in halves]
    finally:
        output.run.edit(Reverted(edit=made.id), who="Ana")


def test_what_cannot_be_merged_or_split_is_told(output: Output) -> None:
    assert code(merged, output, [1]) == "edit_merge_one"
    assert code(merged, output, [1, 9]) == "edit_persona_missing"


def test_people_who_are_all_alike_are_told(tmp_path: Path) -> None:
    data = tmp_path / "a.csv"
    data.write_text("Name,Why?\nAnn,I like maps\nBob,Maps are slow\nCy,I plan on paper\n", encoding="utf-8")
    experiment = Experiment.create("a", [data], root=tmp_path / "root")
    run = experiment.new_run(PersonaConfig(count=1))
    PersonaGenerator(experiment).generate(resume=run)

    with pytest.raises(EditError) as refused:
        split(Output.open(run.path), 1)
    assert str(refused.value) == (
        "Persona 1 cannot be split: The people of segment 1 answered (almost) alike: it cannot be split."
    )
