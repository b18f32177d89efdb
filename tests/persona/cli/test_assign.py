"""`persona assign`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.exporting.formats import export
from persona.models.assigning import Assigned, ShortForm
from persona.models.brought import BroughtPlaces
from persona.numerals import percent

if TYPE_CHECKING:
    from pathlib import Path

    from tests.persona.conftest import Finished

    from .conftest import Command


def test_assign_says_how_many_belong_where_and_how_far_to_rely_on_it(
    command: Command, finished: Finished, survey: Path, tmp_path: Path
) -> None:
    said = command("assign", finished.output.path, survey, "--to", "places.csv")
    told = Assigned.model_validate_json(command("assign", finished.output.path, survey, "--json").out)

    assert (said.code, said.err) == (0, "Written to places.csv\n")
    assert said.out.startswith(f"1. {finished.output.result().personas[0].label}: {told.personas[0].people}, ")
    assert said.out.splitlines()[3] == told.sentence
    first = told.assignments[0]
    assert (tmp_path / "places.csv").read_text(encoding="utf-8").splitlines()[:2] == [
        "row,persona,sure,next,answered",
        f"1,{first.persona},{first.sure},{first.next},{first.answered}",
    ]


def test_assign_without_a_file_asks_the_questions_that_place_people_best(command: Command, finished: Finished) -> None:
    said = command("assign", finished.output.path)
    form = ShortForm.model_validate_json(command("assign", finished.output.path, "--json").out)

    assert said.out.startswith(f"1. {form.questions[0].question} ({percent(form.questions[0].right)} right so far)\n")
    assert said.out.splitlines()[-1].startswith(f"These place {percent(form.accuracy.right)} of people right")


def test_assign_tells_whom_personas_from_elsewhere_describe(
    command: Command, finished: Finished, tmp_path: Path
) -> None:
    (tmp_path / "mine.json").write_text(export(finished.output.result(), "json").decode(), encoding="utf-8")

    said = command("assign", finished.output.path, "--personas", "mine.json", "--to", "places.csv")
    told = BroughtPlaces.model_validate_json(
        command("assign", finished.output.path, "--personas", "mine.json", "--json").out
    )

    assert (said.code, said.err) == (0, "Written to places.csv\n")
    first = told.personas[0]
    assert (
        said.out.splitlines()[0]
        == f"{first.name}: {first.people}, {percent(first.share)}, {first.clear} of them clearly"
    )
    assert told.sentence in said.out
    rows = (tmp_path / "places.csv").read_text(encoding="utf-8").splitlines()
    assert (rows[0], len(rows)) == ("row,persona,name,clear", told.people + 1)
