"""The method page: who counts, what formed the groups, who wrote, and how far a share may be off by chance."""

from __future__ import annotations

from datetime import date

import pytest

from persona.exporting.method import CAUTIONS, Row, foot, margin, method, told_day
from persona.models import ColumnUse, PersonaConfig, SourceReport, Verdict
from tests.persona.exporting.results import RESULT

DAY = date(2026, 5, 19)


@pytest.mark.parametrize(
    ("share", "base", "points"),
    [(0.5, 100, 10), (0.5, 384, 5), (0.5, 4, 49), (0.1, 100, 6), (0.0, 9, 0), (1.0, 9, 0), (0.5, 0, 0), (1.2, 9, 0)],
)
def test_a_share_of_few_people_may_be_far_off_by_chance(share: float, base: int, points: int) -> None:
    assert margin(share, base) == points


@pytest.mark.parametrize(("day", "told"), [(DAY, "19 May 2026"), (date(2024, 1, 1), "1 January 2024"), (None, "")])
def test_a_day_is_told_in_words(day: date | None, told: str) -> None:
    assert told_day(day) == told


@pytest.mark.parametrize(
    ("level", "day", "told"),
    [
        (None, None, "Meals [2026]: 20 respondents."),
        (None, DAY, "Meals [2026]: 20 respondents. 19 May 2026."),
        ("ready", DAY, "Meals [2026]: 20 respondents. 19 May 2026. Ready to present."),
        ("not_yet", None, "Meals [2026]: 20 respondents. Do not present yet."),
    ],
)
def test_below_every_page_stands_what_it_rests_on(level: str | None, day: date | None, told: str) -> None:
    verdict = Verdict(level=level, sentence=".", reasons=()) if level else None  # type: ignore[arg-type]

    assert foot(RESULT.model_copy(update={"verdict": verdict}), day) == told


def test_each_persona_has_its_line() -> None:
    assert [(row.number, row.people, row.share, row.statements, row.margin) for row in method(RESULT).rows] == [
        (1, "8", "40 %", "2", "± 21"),
        (2, "12", "60 %", "0", "± 21"),
    ]
    assert all(isinstance(row, Row) and row.title for row in method(RESULT).rows)


def entries(**changes: object) -> dict[str, str]:
    return dict(method(RESULT.model_copy(update=changes), DAY).entries)


def test_what_is_known_of_the_making_stands_in_order() -> None:
    assert list(entries()) == [
        "Who counts",
        "Weights",
        "What formed the groups",
        "How steady the groups are",
        "Who wrote",
        "What counts as proof",
        "Personal data",
        "What to be careful with",
    ]


@pytest.mark.parametrize(
    ("notes", "told"),
    [
        ({}, "calls.csv, 25 rows."),
        ({"changing_columns": 2, "several_rows": 1240}, "calls.csv, 1,240 rows of 25 people."),
    ],
)
def test_rows_are_rows_and_people_people(notes: dict[str, int], told: str) -> None:
    source = SourceReport(
        name="calls.csv", kind="csv", bytes=1, sha256="0", encoding="utf-8", encoding_how="checked", delimiter=",",
        quote='"', header_line=1, header_rows=1, layout="answers_in_rows", names=("a",), rows=25, rows_per_part=9,
        parts=(), notes=notes,
    )  # fmt: skip

    assert entries(sources=(source,))["Where it comes from"] == told


@pytest.mark.parametrize(
    ("weight", "told"),
    [
        (None, "None: everybody counts the same."),
        ("wt", "Shares and means are weighted by “wt”; counts of people are not."),
    ],
)
def test_weights_are_told(weight: str | None, told: str) -> None:
    assert entries(weight=weight)["Weights"] == told


@pytest.mark.parametrize(
    ("config", "wrote", "masked"),
    [
        (
            PersonaConfig(),
            "The built-in writer, from people's own words and counts; no model was asked.",
            "Mail addresses, phone numbers and names found in answers are masked.",
        ),
        (
            PersonaConfig(model="openai:gpt-5", redact=False),
            "openai:gpt-5, from people's own words and counts; what it wrote was checked against them.",
            "Not masked, as the settings of the run say: quotes may hold it.",
        ),
    ],
)
def test_who_wrote_and_what_was_masked_follow_the_settings(config: PersonaConfig, wrote: str, masked: str) -> None:
    found = entries(config=config)

    assert found["Who wrote"].startswith(f"{wrote} Persona 0.6.0, seed {config.seed}, detail “{config.detail}”.")
    assert found["Who wrote"].endswith(" 19 May 2026.")
    assert found["Personal data"] == masked


def test_the_columns_that_formed_the_groups_are_counted() -> None:
    columns = tuple(ColumnUse(name=name, used=name != "City", reason="") for name in ("Tool", "Age", "City"))
    segmentation = RESULT.segmentation.model_copy(update={"columns": columns})

    assert entries(segmentation=segmentation)["What formed the groups"] == "2 of 3 columns. Two, as you asked."
    assert entries()["What formed the groups"] == "Two, as you asked."


def test_what_to_be_careful_with_is_said_once_each_and_not_without_end() -> None:
    warnings = ("Few rows.", "Few rows.", *(f"Warning {at}." for at in range(CAUTIONS)))
    told = entries(warnings=warnings)["What to be careful with"]

    assert told.startswith("Few rows. Warning 0. Warning 1. Warning 2. Warning 3. Warning 4. Shares of a group of 8 ")
    assert told.endswith(f"can be off by {margin(0.5, 8)} points either way.")


def test_one_more_line_stands_last_and_changes_nothing_else() -> None:
    before = method(RESULT, DAY)
    after = before.with_entry("Not readable here", "Thai.")

    assert after.entries == (*before.entries, ("Not readable here", "Thai."))
    assert after.with_entry("x", "y").rows == before.rows
