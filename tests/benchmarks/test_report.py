"""Reports: each part writes its own section of the page and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import report
from benchmarks.__main__ import ALL
from benchmarks.report import section, verdict, write

PAGE = """# Page

<!-- one: written by make bench -->

old

<!-- end of one -->

By hand.

<!-- two: written by make bench -->
<!-- end of two -->
"""


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "page.md"
    path.write_text(PAGE, encoding="utf-8")
    monkeypatch.setattr(report, "PAGE", path)
    monkeypatch.setattr(report, "conditions", lambda: "Today")
    return path


def test_a_part_writes_its_own_section_and_leaves_the_rest(page: Path) -> None:
    with section("one", save=True) as told:
        told.head("set", "ARI")
        told.row("k3", 0.97)
        told.end()

    text = "*Today*\n\n| set | ARI |\n|---|---:|\n| k3 | 0.97 |"
    assert page.read_text(encoding="utf-8") == PAGE.replace("old", text)


def test_a_part_that_only_prints_leaves_the_page(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with section("two", save=False) as told:
        told.say("Only said.")

    assert (page.read_text(encoding="utf-8"), capsys.readouterr().out) == (PAGE, "Only said.\n\n")


def test_a_section_that_is_not_there_is_an_error(page: Path) -> None:
    with pytest.raises(SystemExit, match="no section"):
        write(page, "three", "text")


def test_a_verdict_holds_when_all_limits_are_kept() -> None:
    told = report.Report()

    assert verdict([("a", "1", True)], told)
    assert not verdict([("a", "1", True), ("b", "2", False)], told)
    assert told.lines[-2] == "| b | 2 | **no** |"


def test_the_page_has_a_section_for_every_part_and_one_for_ratings_by_hand() -> None:
    text = (Path(__file__).parents[2] / "docs" / "benchmarks.md").read_text(encoding="utf-8")

    for name in (*ALL, "fresh-eyes"):
        assert f"<!-- {name}: written by make bench -->" in text, name
        assert f"<!-- end of {name} -->" in text, name
