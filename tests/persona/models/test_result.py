"""A result as it is kept: its version, and the names that other programs rely on."""

from __future__ import annotations

import asyncio
import json
import pickle
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from persona.exceptions import ConfigurationError
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


# -- the rows behind a result ---------------------------------------------------------------------------
class Behind:
    """Rows that answer with what they were asked."""

    def __init__(self, name: str = "") -> None:
        self.name = name

    def cross_tables(self) -> tuple[str, str]:
        return "tables", self.name

    def short_form(self) -> tuple[str, str]:
        return "form", self.name

    def assign(self, data: Any) -> tuple[str, str, Any]:
        return "assigned", self.name, data


def alone() -> GenerationResult:
    """The same result, as it is read from a file."""
    return GenerationResult.model_validate_json(RESULT.model_dump_json())


@pytest.mark.parametrize("asked", ["tables", "short_form", "assign", "aassign"])
def test_without_its_rows_a_result_says_how_to_come_by_them(asked: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        {
            "tables": alone().tables,
            "short_form": alone().short_form,
            "assign": lambda: alone().assign([{}]),
            "aassign": lambda: asyncio.run(alone().aassign([{}])),
        }[asked]()

    assert (caught.value.code, caught.value.message, caught.value.hint) == (
        "rows_missing",
        "This result was read from a file, without the rows behind it.",
        "Open its folder, Output.open(folder).result(), or make the personas anew.",
    )


def test_with_its_rows_a_result_answers() -> None:
    result: Any = alone().with_rows(Behind("a"))  # type: ignore[arg-type]

    assert (result.tables(), result.short_form()) == (("tables", "a"), ("form", "a"))
    assert result.assign("new.csv") == asyncio.run(result.aassign("new.csv")) == ("assigned", "a", "new.csv")


def test_a_copy_has_rows_of_its_own_once_it_is_given_some() -> None:
    first: Any = alone().with_rows(Behind("first"))  # type: ignore[arg-type]
    second: Any = first.model_copy(update={"experiment": "Other"})
    assert second.tables() == ("tables", "first")

    second.with_rows(Behind("second"))
    assert (first.tables(), second.tables()) == (("tables", "first"), ("tables", "second"))


def test_results_are_the_same_with_and_without_their_rows() -> None:
    bare, whole = alone(), alone().with_rows(Behind())  # type: ignore[arg-type]

    assert bare == whole
    assert bare != bare.model_copy(update={"experiment": "Other"})
    assert bare.model_dump_json() == whole.model_dump_json()


def test_rows_do_not_travel_to_another_process() -> None:
    there = pickle.loads(pickle.dumps(alone().with_rows(Behind())))  # type: ignore[arg-type]

    assert there == alone()
    with pytest.raises(ConfigurationError):
        there.tables()
