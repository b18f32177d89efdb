"""Who stands behind the rows: one row each, or the rows of an id; sampled, batched and put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from persona.grouping.people import People, PersonBatch
from persona.models import ColumnRole
from tests.persona.counted.values import column
from tests.tables import table_of

if TYPE_CHECKING:
    from pathlib import Path

    from persona.table import Table

NAMES = ("Respondent ID", "What did you do?")
DIARY = [(f"P{n % 8}", f"entry {n}") for n in range(40)]


def columns(filled: int = 40, distinct: int = 8) -> tuple[object, ...]:
    id_ = column(NAMES[0], ColumnRole.ID).model_copy(update={"filled": filled, "distinct": distinct})
    return id_, column(NAMES[1], ColumnRole.OPEN, 1)


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Table:
    return table_of(tmp_path_factory.mktemp("diary"), NAMES, DIARY, layout="people_in_rows")


def people(table: Table, **known: int) -> People:
    return People.of(table, columns(**known))  # type: ignore[arg-type]


def test_rows_of_one_id_are_one_person(diary: Table) -> None:
    found = people(diary)

    assert found.person_of is not None
    assert found.person_of.tolist() == [n % 8 for n in range(40)]
    assert (found.count, found.first_rows.tolist(), found.pieces) == (8, [1, 2, 3, 4, 5, 6, 7, 8], 1)
    assert found.rows(np.arange(8) * 10).tolist() == [n % 8 * 10 for n in range(40)]


@pytest.mark.parametrize("known", [{"filled": 40, "distinct": 40}, {"filled": 19}])
def test_ids_that_hardly_repeat_or_are_mostly_missing_name_no_people(diary: Table, known: dict[str, int]) -> None:
    found = people(diary, **known)

    assert (found.person_of, found.count) == (None, 40)
    assert found.first_rows.tolist() == list(range(1, 41))
    assert found.rows(np.arange(40)).tolist() == list(range(40))


def test_a_row_without_an_id_is_a_person_of_its_own(tmp_path: Path) -> None:
    rows = [("" if n in (3, 7) else f" P{n % 4} ", f"entry {n}") for n in range(20)]

    found = people(table_of(tmp_path, NAMES, rows), filled=18, distinct=4)

    assert found.person_of is not None
    assert found.person_of.tolist()[:8] == [0, 1, 2, 3, 0, 1, 2, 4]
    assert found.count == 6


def test_an_id_of_something_else_than_people_names_none(diary: Table) -> None:
    other = column("Order number", ColumnRole.ID).model_copy(update={"filled": 40, "distinct": 8, "name": NAMES[0]})

    assert People.of(diary, [other]).person_of is None


def test_all_are_looked_at_where_there_are_few(diary: Table) -> None:
    chosen, batch = people(diary).sample(NAMES, 8, seed=0)

    assert chosen.tolist() == list(range(8))
    assert (batch.cells[NAMES[1]], batch.people) == ([entry for _, entry in DIARY], 8)
    assert batch.texts(NAMES[1])[2] == "entry 2\nentry 10\nentry 18\nentry 26\nentry 34"


@pytest.mark.parametrize("known", [{}, {"distinct": 40}])
def test_a_sample_is_of_whole_people_in_order_and_the_same_for_a_seed(diary: Table, known: dict[str, int]) -> None:
    everybody = people(diary, **known)

    chosen, batch = everybody.sample(NAMES, 5, seed=1)
    again, _ = everybody.sample(NAMES, 5, seed=1)
    other, _ = everybody.sample(NAMES, 5, seed=2)

    assert chosen.tolist() == sorted(set(chosen.tolist())) == again.tolist() != other.tolist()
    assert batch.people == 5
    owners = np.arange(40) if everybody.person_of is None else everybody.person_of
    assert batch.cells[NAMES[1]] == [f"entry {n}" for n in range(40) if owners[n] in chosen]
    assert chosen[batch.person_of].tolist() == [int(owners[n]) for n in range(40) if owners[n] in chosen]


@pytest.mark.parametrize("known", [{}, {"distinct": 40}])
def test_batches_hold_everybody_once(diary: Table, known: dict[str, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("persona.grouping.people._BATCH", 3)
    everybody = people(diary, **known)

    batches = list(everybody.batches(NAMES))

    assert sum(batch.people for batch in batches) == everybody.count
    assert sorted(cell for batch in batches for cell in batch.cells[NAMES[1]]) == sorted(e for _, e in DIARY)
    assert len(batches) == (everybody.pieces if everybody.person_of is not None else len(batches))


def test_each_row_a_person_needs_no_merging() -> None:
    batch = PersonBatch({"q": ["a", "b"]}, np.arange(2), 2)

    assert batch.merge([]) == []
    assert batch.texts("q") == ["a", "b"]
