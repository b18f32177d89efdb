"""Data that other data took the place of: the experiment is without it, and runs made from it go on with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from persona.experiment import Experiment
from persona.store import SourceStamp

if TYPE_CHECKING:
    from pathlib import Path

    from persona.source import Source

HEAD = "Name,Age,What do you miss?\n"
FIRST = f"{HEAD}Ann,31,Better maps for cycling\nBob,42,A quiet place to work\n"
MORE = f"{FIRST}Cas,27,Somebody to cook with on Sundays\n"


@pytest.fixture
def study(tmp_path: Path) -> Experiment:
    return Experiment.create("Study", [put(tmp_path, "june.csv", FIRST)], root=tmp_path / "root")


def put(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def grown(study: Experiment, folder: Path) -> Source:
    """Its data with one answer more, in place of what was there."""
    return study.add_source(put(folder, "both.csv", MORE), in_place_of_others=True)


def test_other_data_takes_the_place_of_what_was_there(study: Experiment, tmp_path: Path) -> None:
    (before,) = study.sources

    made = grown(study, tmp_path)

    assert [source.id for source in study.sources] == [made.id]
    assert (before.is_aside, made.is_aside, study.rows, before.original.exists()) == (True, False, 3, True)
    assert study.stamps() == (made.stamp,)
    assert made.stamp == SourceStamp(name="both.csv", sha256=made.report.sha256, rows=3)


def test_a_run_has_the_data_that_it_was_made_from(study: Experiment, tmp_path: Path) -> None:
    (before,) = study.sources
    old = study.new_run()
    made = grown(study, tmp_path)
    new = study.new_run()

    assert [[source.id for source in study.as_of(run).sources] for run in (old, new)] == [[before.id], [made.id]]
    assert (study.as_of(old).rows, study.as_of(new).rows, study.rows) == (2, 3, 3)
    assert [row.cells["Name"] for row in study.as_of(old).table().page(1, 10)] == ["Ann", "Bob"]
    assert (study.as_of(old).path, study.as_of(old).manifest) == (study.path, study.manifest)


def test_where_its_data_is_gone_a_run_has_what_there_is(study: Experiment, tmp_path: Path) -> None:
    (before,) = study.sources
    old = study.new_run()
    made = grown(study, tmp_path)

    (before.path / "report.json").unlink()

    assert [source.id for source in study.as_of(old).sources] == [made.id]


def test_what_is_put_back_is_data_again_and_twice_is_once(study: Experiment, tmp_path: Path) -> None:
    (before,) = study.sources
    made = grown(study, tmp_path)

    for source, does in ((made, "put_aside"), (made, "put_aside"), (before, "put_back"), (before, "put_back")):
        getattr(source, does)()

    assert [source.id for source in Experiment.open("Study", root=tmp_path / "root").sources] == [before.id]


def test_without_the_word_data_is_added_to_what_is_there(study: Experiment, tmp_path: Path) -> None:
    study.add_source(put(tmp_path, "july.csv", f"{HEAD}Dee,55,Shade along the river\n"))

    assert ([source.report.name for source in study.sources], study.rows) == (["june.csv", "july.csv"], 3)
