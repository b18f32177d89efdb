from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from experiments import columns
from experiments.columns import changes, choose, columns_of
from persona.models import ColumnChoice, ColumnRole

if TYPE_CHECKING:
    from experiments.models import DataSource

pytestmark = pytest.mark.django_db
OPEN, CATEGORY, IGNORE, PERSONAL = ColumnRole.OPEN, ColumnRole.CATEGORY, ColumnRole.IGNORE, ColumnRole.PERSONAL


def roles(source: DataSource) -> dict[str, ColumnRole]:
    return {column.name: column.role for column in columns_of(source)}


def test_a_chosen_role_is_kept_and_shown(source: DataSource) -> None:
    before = roles(source)

    after = choose(source=source, wanted={"city": ColumnChoice(role=PERSONAL)})

    source.refresh_from_db()
    assert after.overrides == source.overrides == {"city": {"role": "personal_data", "basis": None}}
    assert roles(source) == before | {"city": PERSONAL}


def test_choosing_what_was_inferred_takes_the_choice_back(source: DataSource) -> None:
    inferred = source.columns
    source = choose(source=source, wanted={"city": ColumnChoice(role=IGNORE)})

    source = choose(source=source, wanted={"city": ColumnChoice(role=CATEGORY)})

    assert (source.overrides, source.columns) == ({}, inferred)


def test_choices_about_several_columns_add_up(source: DataSource) -> None:
    source = choose(source=source, wanted={"city": ColumnChoice(role=OPEN)})
    source = choose(source=source, wanted={"city": ColumnChoice(basis=False), "id": ColumnChoice(role=IGNORE)})

    assert source.overrides == {
        "city": {"role": "open_answer", "basis": False},
        "id": {"role": "ignore", "basis": None},
    }
    [city] = [column for column in columns_of(source) if column.name == "city"]
    assert (city.role, city.basis) == (OPEN, False)


def test_only_what_differs_from_the_page_is_a_choice(source: DataSource) -> None:
    shown = columns_of(source)
    form = {column.name: ColumnChoice(role=column.role, basis=column.basis) for column in shown}

    assert changes(shown, form) == {}
    news = form | {"city": form["city"].model_copy(update={"role": OPEN})}
    assert changes(shown, news) == {"city": ColumnChoice(role=OPEN)}
    assert changes(shown, {"no such column": ColumnChoice(role=OPEN)}) == {}


def test_a_choice_made_meanwhile_is_not_lost(source: DataSource, monkeypatch: pytest.MonkeyPatch) -> None:
    """While the rows are looked at for one choice, another one comes in."""
    really_apply, calls = columns.apply_choices, []

    def apply(*args: object) -> object:
        calls.append(args)
        if len(calls) == 1:
            choose(source=source, wanted={"id": ColumnChoice(role=IGNORE)})
        return really_apply(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(columns, "apply_choices", apply)
    after = choose(source=source, wanted={"city": ColumnChoice(role=PERSONAL)})

    assert after.overrides == {
        "city": {"role": "personal_data", "basis": None},
        "id": {"role": "ignore", "basis": None},
    }
    assert roles(after) == roles(source) | {"city": PERSONAL, "id": IGNORE}
