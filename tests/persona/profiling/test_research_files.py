"""Roles and basis of real research files, as somebody who knows surveys would set them: at least nine of ten right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from persona.models import ColumnRole as Role
from persona.profiling import profile
from persona.samples import sample
from tests.tables import DATA, table_from, table_of

if TYPE_CHECKING:
    from pathlib import Path

    from persona.table import Table

LEAST_RIGHT = 0.9

# Per file, in the order of its columns: the role (one of several where taste decides), then + for what people think,
# do, want or say, and - for what only describes them, their answer, or how the survey was run.
WORDS = {
    "id": {Role.ID},
    "open": {Role.OPEN},
    "pick": {Role.CATEGORY},
    "step": {Role.CATEGORY, Role.RATING},
    "many": {Role.MULTIPLE},
    "rate": {Role.RATING},
    "number": {Role.NUMBER},
    "date": {Role.DATE},
}
EXPECTED = {
    "r-users": """id- pick- pick- pick- pick- pick- rate+ number+ step+ rate+ rate+ rate+ many+ many+ many+
        open+ open+ open+ open+""",
    "r_survey": """id- pick- pick- rate+ number+ step+ rate+ rate+ rate+ many+ many+ many+ rate+ rate+ rate+ number+
        many+ open+ open+ open+ open+ pick- number- pick-""",
    "planning-invented": """id- date- pick- pick- pick- pick- number- pick- number+ number- step+ number+ number+ pick+
        many+ many+ rate+ rate+ rate+ rate+ rate+ rate+ rate+ rate+ rate+ open+ open+ open+ open-""",
    "clothing": "id- id- number- open+ open+ rate+ pick+ number- pick- pick- pick-",
    "banking77": "id- open+ pick- pick-",
    "polis": f"id- {'rate+ ' * 54} open-",
    "interviews": "id- open+",
    "perceptions": f"{'pick+ ' * 11} rate- number- rate- pick-",
}


def expected(name: str) -> list[tuple[set[Role], bool]]:
    return [(WORDS[word[:-1]], word.endswith("+")) for word in EXPECTED[name].split()]


def perceptions() -> tuple[list[str], list[list[str]]]:
    """Made-up answers with the columns of a published study of a fast food chain (its data may not be shipped)."""
    rng = np.random.default_rng(7)
    seen = [
        "yummy",
        "convenient",
        "spicy",
        "fattening",
        "greasy",
        "fast",
        "cheap",
        "tasty",
        "expensive",
        "healthy",
        "bad",
    ]
    likes = ["I hate it!-5", "-4", "-3", "-2", "-1", "0", "+1", "+2", "+3", "+4", "I love it!+5"]
    visits = ["Never", "Once a year", "Every three months", "Once a month", "Once a week", "More than once a week"]
    rows = [
        [
            *rng.choice(["Yes", "No"], 11).tolist(),
            str(rng.choice(likes)),
            str(rng.integers(18, 72)),
            str(rng.choice(visits)),
            str(rng.choice(["Female", "Male"])),
        ]
        for _ in range(200)
    ]
    return [*seen, "Like", "Age", "VisitFrequency", "Gender"], rows


def table(name: str, folder: Path) -> Table:
    if name == "perceptions":
        return table_of(folder, *perceptions())
    if (DATA / "research" / f"{name}.csv.gz").is_file():
        return table_from(DATA / "research" / f"{name}.csv.gz", folder)
    return table_from(sample(name).path, folder)


def wrong(name: str, folder: Path) -> list[str]:
    """What was told apart wrongly, in words."""
    columns = profile(table(name, folder))
    return [
        f"{column.name}: {column.role}{'+' if column.basis else '-'}"
        for column, (roles, basis) in zip(columns, expected(name), strict=True)
        if column.role not in roles or column.basis != basis
    ]


def test_roles_and_basis_are_right(tmp_path: Path) -> None:
    mistakes = {name: wrong(name, tmp_path / name) for name in EXPECTED}

    assert {name: found for name, found in mistakes.items() if found} == {
        "r-users": ["Role: category+"],  # an occupation says much about needs, but it is who people are
        "r_survey": ["Job title: category+"],
        "planning-invented": ["What best describes your role?: category+", "Years of work experience: number+"],
    }
    assert min(1 - len(found) / len(expected(name)) for name, found in mistakes.items()) >= LEAST_RIGHT
