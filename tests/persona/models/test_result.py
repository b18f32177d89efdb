"""A result as it is kept: its version, and the names that other programs rely on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from persona.models import (
    CountTried,
    Estimate,
    GenerationResult,
    MapPoint,
    Quality,
    Segment,
    SegmentationSummary,
    Usage,
)
from tests.persona.exporting.results import RESULT

SCHEMA = Path(__file__).resolve().parents[3] / "docs/schema/result-1.json"


def test_the_names_at_the_top_are_those_of_the_published_schema() -> None:
    published = json.loads(SCHEMA.read_text(encoding="utf-8"))

    assert RESULT.model_dump(mode="json").keys() == published["properties"].keys()
    assert set(published["required"]) <= {
        name for name, field in GenerationResult.model_fields.items() if field.is_required()
    }


def test_a_result_of_another_version_is_not_read_as_this_one() -> None:
    told = {**RESULT.model_dump(mode="json"), "schema_version": "2"}

    with pytest.raises(ValidationError) as caught:
        GenerationResult.model_validate(told)

    assert [error["loc"] for error in caught.value.errors()] == [("schema_version",)]


def test_a_result_without_a_model_has_used_nothing() -> None:
    assert (RESULT.usage, RESULT.schema_version) == (Usage(), "1")


def test_shares_of_the_personas_are_those_of_the_segments() -> None:
    assert [persona.size for persona in RESULT.personas] == [segment.size for segment in RESULT.segmentation.segments]


@pytest.mark.parametrize("strength", ["clear", "weak", "none"])
def test_groups_are_clear_weak_or_none(strength: Any) -> None:
    summary = SegmentationSummary(
        segments=(Segment(index=1, size=4, share=1.0),),
        strength=strength,
        reason="As a test says.",
        score=0.0,
        null_score=0.0,
        agreement=1.0,
        tried=(CountTried(count=1, shared_bits=0.0, agreement=1.0),),
        between=0,
        map=(MapPoint(row=1, segment=1, x=-1.0, y=1.0),),
    )

    assert SegmentationSummary.model_validate_json(summary.model_dump_json()) == summary


def test_what_a_run_will_take_says_what_leaves_and_what_stays() -> None:
    estimate = Estimate(seconds_low=1, seconds_high=3, cost_usd=None, tokens=0)

    assert estimate.model_dump() == {
        "seconds_low": 1.0,
        "seconds_high": 3.0,
        "cost_usd": None,
        "cost_low": None,
        "cost_high": None,
        "tokens": 0,
        "tokens_high": 0,
        "requests": 0,
        "leaves": (),
        "stays": (),
    }


def test_quality_needs_every_figure_that_was_always_there() -> None:
    whole = RESULT.quality.model_dump()

    for name in (name for name, field in Quality.model_fields.items() if field.is_required()):
        with pytest.raises(ValidationError, match=name):
            Quality.model_validate({key: value for key, value in whole.items() if key != name})
