from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from experiments import files

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("answers.csv", "answers.csv"),
        ("../../etc/passwd", "passwd"),
        (r"C:\Users\Ana\Meine Daten\umfrage.csv", "umfrage.csv"),
        ("two\nlines\x00\u202e.csv", "twolines.csv"),
        ("  many   blanks .csv", "many blanks .csv"),
        ("", "data"),
        ("...", "data"),
        ("Umfrage Größe.csv", "Umfrage Größe.csv"),
        ("x" * 300 + ".csv", "x" * 116 + ".csv"),
    ],
)
def test_a_label_is_short_and_holds_no_path(given: str, kept: str) -> None:
    assert files.label(given) == kept


def test_everything_lies_below_the_data_folder(data_dir: Path) -> None:
    experiment, source = uuid4(), uuid4()

    assert files.upload(source) == data_dir / "uploads" / str(source)
    assert files.incoming() == data_dir / "uploads" / "incoming"
    assert files.source(experiment, source) == data_dir / "experiments" / str(experiment) / "sources" / str(source)
    assert files.incoming().stat().st_mode & 0o777 == 0o700


def test_the_same_bytes_under_two_names(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("answers")

    files.same_bytes(tmp_path / "a", tmp_path / "b")
    (tmp_path / "a").unlink()

    assert (tmp_path / "b").read_text() == "answers"


def test_removing_takes_all_there_is_and_minds_nothing_missing(data_dir: Path) -> None:
    experiment, source = uuid4(), uuid4()
    files.source(experiment, source).mkdir(parents=True)
    files.upload(source).write_text("answers")

    files.remove_source(experiment, source)
    files.remove_source(experiment, source)
    assert (files.source(experiment, source).exists(), files.upload(source).exists()) == (False, False)

    files.remove_experiment(experiment)
    files.remove_experiment(experiment)
    assert list(files.experiments().iterdir()) == []
