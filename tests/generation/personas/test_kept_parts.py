"""What is drawn once and kept is the same for everybody who may see it, at any time."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3] / "templates"
KEPT = ("generation/_results.html", "generation/_persona.html")
INCLUDED = re.compile(r'{% include "([^"]+)"')
# What differs between requests: tokens, people, messages, the address asked for, the time.
DIFFERS = re.compile(r"csrf_token|{% csrf|\brequest\.|\buser\.|\bmessages\b|\|moment|{% now|\btheme\b|querystring")


def templates(name: str) -> set[str]:
    """A template and all that it includes."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return {name}.union(*(templates(other) for other in INCLUDED.findall(text)))


@pytest.mark.parametrize("name", KEPT)
def test_no_part_of_it_depends_on_the_request(name: str) -> None:
    found = {part: DIFFERS.findall((ROOT / part).read_text(encoding="utf-8")) for part in templates(name)}

    assert len(found) > 1
    assert {part: words for part, words in found.items() if words} == {}


@pytest.mark.parametrize("name", KEPT)
def test_no_form_stands_in_it(name: str) -> None:
    """A form needs a token of its session; buttons belong to one that stands outside, by its id."""
    assert [part for part in templates(name) if "<form" in (ROOT / part).read_text(encoding="utf-8")] == []


def test_the_experiment_is_not_named_in_it() -> None:
    """It may be renamed after the run."""
    found = [part for name in KEPT for part in templates(name)]

    assert [part for part in found if "experiment.name" in (ROOT / part).read_text(encoding="utf-8")] == []
