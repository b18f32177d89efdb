"""Reports of reading: counts of what was skipped, in the words of now and of earlier releases."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from pydantic import ValidationError

from persona.models import Layout, Problem, SkippedLine, SourceReport


def report(**changes: Any) -> SourceReport:
    fields = {
        "name": "a.csv",
        "kind": "csv",
        "bytes": 900,
        "sha256": "0" * 64,
        "encoding": "utf-8",
        "encoding_how": "checked",
        "delimiter": ",",
        "quote": '"',
        "header_line": 1,
        "names": ("id", "why"),
        "rows": 3,
        "rows_per_part": 1000,
        "parts": ("part-0.parquet",),
    }
    return SourceReport(**fields | changes)


def test_all_skipped_lines_are_counted_though_only_the_first_are_kept() -> None:
    first = SkippedLine(line=3, code="long_row", message="Line 3: 5 cells.", text="1,2,3,4,5")
    found = report(skipped_lines=(first,), skipped={"long_row": 1_200, "short_row": 3})

    assert (len(found.skipped_lines), found.skipped_total) == (1, 1_203)


def test_a_clean_file_has_nothing_to_tell() -> None:
    found = report()

    told = (found.skipped_total, found.skipped_lines, found.repaired, found.notes, found.titles, found.encoding_samples)
    assert told == (0, (), (), {}, (), ())


@pytest.mark.parametrize("layout", get_args(Layout))
def test_every_layout_is_kept(layout: str) -> None:
    assert SourceReport.model_validate_json(report(layout=layout).model_dump_json()).layout == layout


def test_a_layout_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValidationError, match="layout"):
        report(layout="people_in_sheets")


def test_old_names_are_read_and_written_under_the_new_ones() -> None:
    repair = {"code": "padded", "message": "Line 4: 2 of 4 cells.", "line": 4}
    old = report().model_dump(exclude={"skipped", "repaired", "skipped_lines"})

    found = SourceReport.model_validate({**old, "left_out_counts": {"blank": 2}, "mended": [repair]})

    assert (found.skipped_total, found.repaired) == (2, (Problem(**repair),))
    written = found.model_dump()
    assert {"left_out", "left_out_counts", "mended"} & written.keys() == set()


def test_old_attributes_warn_and_answer() -> None:
    found = report(skipped={"blank": 2})

    with pytest.warns(DeprecationWarning, match=r"SourceReport\.left_out_total is now SourceReport\.skipped_total"):
        assert found.left_out_total == 2  # type: ignore[attr-defined]


def test_a_problem_without_a_place_is_of_the_whole_file() -> None:
    problem = Problem(code="empty", message="The file is empty.")

    assert problem.model_dump() == {
        "code": "empty",
        "message": "The file is empty.",
        "line": None,
        "column": None,
        "hint": "",
    }
