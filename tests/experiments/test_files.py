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


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("回答 2024.xlsx", "回答 2024.xlsx"),
        ("e\u0301tude.csv", "étude.csv"),
        ("a" * 200, "a" * 120),
        (f"data.{'z' * 40}", f"data.{'z' * 19}"),
        ("folder/", "data"),
        (".csv", "csv"),
        ("tab\there.csv", "tabhere.csv"),
        ("a/b\\c.csv", "c.csv"),
        ("answers.csv. . .", "answers.csv"),
        ("\u202eevil.csv", "evil.csv"),
        ("a\u00a0b.csv", "a b.csv"),
        ("\\\\server\\share\\june.csv", "june.csv"),
    ],
)
def test_a_label_keeps_letters_and_ending_of_any_script(given: str, kept: str) -> None:
    assert files.label(given) == kept
    assert files.label(kept) == kept
    assert len(kept) <= files.MAX_NAME


def test_where_no_second_name_can_be_given_the_bytes_are_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError("another device")

    (tmp_path / "a").write_text("answers")
    monkeypatch.setattr(files.os, "link", refused)

    files.same_bytes(tmp_path / "a", tmp_path / "b")
    (tmp_path / "a").write_text("changed")

    assert (tmp_path / "b").read_text() == "answers"
