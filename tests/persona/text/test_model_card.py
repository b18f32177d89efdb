"""The model card names every model that ships, with its size, and what the model of questions was taught."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from training.asking import wordings

DATA = Path(str(files("persona.text").joinpath("data")))
CARD = (DATA / "MODEL_CARD.md").read_text(encoding="utf-8")
ROUNDED = 0.06
"""Megabytes by which a size that is told with one digit may be off."""


def size_told(name: str) -> float:
    """Megabytes that the card tells of a model."""
    (line,) = (line for line in CARD.splitlines() if line.startswith(f"| `{name}`"))
    return float(re.findall(r"([\d.]+) MB", line)[-1])


@pytest.mark.parametrize(
    "name", ["asking.npz", "closed.npz", "encoder.npz", "everyday.npz", "judges.npz", "likeness.npz", "words.npz"]
)
def test_a_model_is_as_large_as_its_card_says(name: str) -> None:
    assert size_told(name) == pytest.approx((DATA / name).stat().st_size / 1e6, abs=ROUNDED)


def test_every_model_that_ships_has_its_line() -> None:
    named = set(re.findall(r"^\| `(\w+\.npz)`", CARD, re.MULTILINE))

    assert named == {path.name for path in DATA.glob("*.npz")}


def test_the_card_tells_what_the_model_of_questions_was_taught() -> None:
    every = wordings()

    assert f"{len(every)} wordings in {len({one.language for one in every})} languages" in CARD
