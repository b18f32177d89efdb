"""The index: what is typed is words, what was changed or deleted is found no more, and laying it twice does no harm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import connection

from experiments import search_index, searching
from experiments.models import Experiment, SearchText
from experiments.search_index import INDEX, lay, matches
from tests.factories import ExperimentFactory

if TYPE_CHECKING:
    from accounts.models import User

pytestmark = pytest.mark.django_db


def indexed(owner: User, name: str, description: str = "") -> Experiment:
    made: Experiment = ExperimentFactory(owner=owner, name=name, description=description)
    searching.index(made.pk)
    return made


def found(text: str) -> list[str]:
    query = matches(text)
    assert query is not None
    return sorted(SearchText.objects.filter(pk__in=query).values_list("experiment__name", flat=True))


@pytest.mark.parametrize("text", ["", " ", "…", '"', "()", "* - ^"])
def test_what_has_no_word_matches_by_no_word(text: str) -> None:
    assert matches(text) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("meals", ["Meals and plans"]),
        ("MEAL plan", ["Meals and plans"]),
        ("plan meal", ["Meals and plans"]),
        ("eals", []),
        ("and", ["Meals and plans"]),
        ("AND", ["Meals and plans"]),
        ("NOT meals", []),
        ("meals OR bikes", []),
        ("NEAR(meals plans)", []),
        ('"meals and', ["Meals and plans"]),
        ("meals*", ["Meals and plans"]),
        ("words:meals", []),
        ("meals'; DROP TABLE experiments_searchtext; --", []),
        ("don't", ["Don't ask"]),
        ("dont", []),
        ("夕食", ["日本の夕食"]),
        ("食夕", []),
    ],
)
def test_whatever_is_typed_is_words(alice: User, text: str, names: list[str]) -> None:
    for name in ("Meals and plans", "Bikes", "Don't ask", "日本の夕食"):
        indexed(alice, name)

    assert found(text) == names


def test_words_are_found_from_their_beginning_in_one_line(alice: User) -> None:
    indexed(alice, "Meals", description="Who plans them?\nAnd who shops?")

    assert (found("plans them"), found("shop"), found("lans")) == (["Meals"], ["Meals"], [])


def test_what_was_changed_or_deleted_is_found_no_more(alice: User) -> None:
    kept, gone = indexed(alice, "Meals"), indexed(alice, "Bikes")
    Experiment.objects.filter(pk=kept.pk).update(name="Dinners")
    searching.index(kept.pk)
    gone.delete()

    assert (found("meals"), found("dinners"), found("bikes")) == ([], ["Dinners"], [])


def test_an_experiment_that_is_gone_is_not_indexed(alice: User) -> None:
    gone = ExperimentFactory(owner=alice)
    pk = gone.pk
    gone.delete()
    searching.index(pk)

    assert not SearchText.objects.exists()


def test_the_index_is_laid_twice_and_loses_nothing(alice: User) -> None:
    indexed(alice, "Meals")
    for _ in range(2):
        lay(None, using="default")

    assert found("meals") == ["Meals"]
    assert INDEX in connection.introspection.table_names()


def test_without_its_table_no_index_is_laid(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_index, "TABLE", "not_yet_there")

    lay(None, using="default")
