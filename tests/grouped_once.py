"""Runs of one process that group the same answers in the same way share the groups: most of a small run is that."""

from __future__ import annotations

from copy import deepcopy
from functools import wraps
from typing import TYPE_CHECKING, Any

import pytest

from persona.grouping import respondents

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from persona.grouping import Segmentation
    from persona.recoding.table import RecodedTable

    Told = list[tuple[int, int, str]]

FEW_ROWS = 1_000


@pytest.fixture(scope="session", autouse=True)
def groups_are_found_once() -> Iterator[None]:
    """Tests of grouping itself hold the function already, and always have it work."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(respondents, "group_respondents", once(respondents.group_respondents))
        yield


@pytest.fixture
def groups_are_found_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests that hold the groups of one run against those of another."""
    monkeypatch.setattr(respondents, "group_respondents", vars(respondents.group_respondents)["__wrapped__"])


def once(group: Callable[..., Segmentation]) -> Callable[..., Segmentation]:
    """The same function, which tells and gives again what it told and gave for the same answers and settings."""
    known: dict[tuple[object, ...], tuple[Segmentation, Told]] = {}

    @wraps(group)
    def grouped(
        recoded: RecodedTable,
        *,
        count: int | None = None,
        seed: int = 0,
        on_progress: Callable[[int, int, str], None] | None = None,
        vectors: Any = None,
    ) -> Segmentation:
        if vectors is not None or recoded.rows > FEW_ROWS:
            return group(recoded, count=count, seed=seed, on_progress=on_progress, vectors=vectors)
        reports = tuple(report.model_dump_json() for report in recoded.reports)
        key = (reports, recoded.questionnaire.model_dump_json(), count, seed)
        tell = on_progress or (lambda *_: None)
        if key not in known:
            told: Told = []

            def note(*progress: Any) -> None:
                told.append(progress)
                tell(*progress)

            known[key] = group(recoded, count=count, seed=seed, on_progress=note), told
            return deepcopy(known[key][0])
        found, told = known[key]
        for progress in told:
            tell(*progress)
        return deepcopy(found)

    return grouped
