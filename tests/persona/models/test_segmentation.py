"""The groups as they are told: kept in JSON as they are, and nothing that is no group is taken for one."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from persona.models import Segment, SegmentationSummary
from persona.models.segmentation import ColumnUse, CountTried, MapPoint

SUMMARY = SegmentationSummary(
    segments=(Segment(index=1, size=60, share=0.6, name="Planners"), Segment(index=2, size=40, share=0.4)),
    strength="clear",
    reason="2 groups, as you asked.",
    score=0.42,
    null_score=-0.01,
    agreement=0.9,
    tried=(CountTried(count=2, shared_bits=0.47, agreement=0.9),),
    columns=(
        ColumnUse(name="Plan", used=True, bits=0.3, reason="used: it tells about the groups"),
        ColumnUse(name="Age", used=False, reason="describes the groups only"),
    ),
    between=3,
    map=(MapPoint(row=7, segment=2, x=-0.5, y=1.0),),
)


def test_all_that_is_told_of_groups_survives_json() -> None:
    assert SegmentationSummary.model_validate_json(SUMMARY.model_dump_json()) == SUMMARY


def test_a_group_without_a_name_and_a_column_without_bits_say_so() -> None:
    found = SUMMARY.model_dump(mode="json")

    assert [segment["name"] for segment in found["segments"]] == ["Planners", None]
    assert [column["bits"] for column in found["columns"]] == [0.3, None]
    assert (found["one_question"], found["map"]) == (None, [{"row": 7, "segment": 2, "x": -0.5, "y": 1.0}])


def test_results_of_versions_without_numbers_tried_or_a_map_are_read() -> None:
    kept = SUMMARY.model_dump()
    older = {name: kept[name] for name in kept if name not in ("tried", "columns", "map", "one_question")}

    found = SegmentationSummary.model_validate(older)

    assert (found.tried, found.columns, found.map, found.one_question) == ((), (), (), None)
    assert found.segments == SUMMARY.segments


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"strength": "strong"}, ("strength",)),
        ({"strength": None}, ("strength",)),
        ({"segments": [{"index": 1, "size": 2.5, "share": 1}]}, ("segments", 0, "size")),
        ({"segments": [{"index": "first", "size": 2, "share": 1}]}, ("segments", 0, "index")),
        ({"segments": [{"index": 1, "size": 2}]}, ("segments", 0, "share")),
        ({"segments": None}, ("segments",)),
        ({"between": "many"}, ("between",)),
        ({"map": [{"row": 1, "segment": 1, "x": "left", "y": 0}]}, ("map", 0, "x")),
        ({"columns": [{"name": "Plan", "reason": "used"}]}, ("columns", 0, "used")),
        ({"clusters": 2}, ("clusters",)),
    ],
)
def test_what_is_no_summary_is_refused_with_its_place(changes: dict[str, Any], where: tuple[Any, ...]) -> None:
    with pytest.raises(ValidationError) as caught:
        SegmentationSummary.model_validate(SUMMARY.model_dump() | changes)

    assert [error["loc"] for error in caught.value.errors()] == [where]
