"""What a reader of a link may save: forms that tell personas, and nothing that tells of every respondent."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from generation.edits.services import edit
from generation.shares import reading
from generation.shares.reading import FILES, Rules, Shown
from persona.edits import SetField
from persona.exceptions import ConfigurationError
from persona.exporting.formats import FORMATS
from tests.persona.exporting.results import RESULT

if TYPE_CHECKING:
    from generation.models import Run


@pytest.fixture
def shown() -> Shown:
    run = SimpleNamespace(finished=None)
    return Shown(run, RESULT, Rules(), {})  # type: ignore[arg-type] -- of a run its day is asked


def test_no_form_that_readers_save_tells_of_everybody() -> None:
    assert [kind for kind in FILES if FORMATS[kind].is_whole or FORMATS[kind].ending in ("csv", "json", "xlsx")] == []


def test_who_belongs_to_which_persona_is_told_to_no_reader(shown: Shown) -> None:
    with pytest.raises(ConfigurationError) as refused:
        shown.segmentation()

    assert refused.value.code == "format_needs_run"
    assert shown.cross_tables() == ()


@pytest.mark.parametrize("kind", ["md", "html"])
def test_a_saved_file_tells_the_result_under_the_links_rules(shown: Shown, kind: str) -> None:
    assert "Says little" in shown.file(kind).decode()  # type: ignore[arg-type]
    assert (shown.day(), shown.title, shown.people) == (None, "Meals [2026]", 20)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("rules", "told"),
    [(Rules(), True), (Rules(names=False), True), (Rules(quotes=False), False), (Rules(hidden=("Q16",)), False)],
    ids=["all", "no-names", "no-quotes", "hidden"],
)
def test_own_fields_are_shown_where_they_can_repeat_nothing_hidden(run: Run, rules: Rules, *, told: bool) -> None:
    assert run.experiment.owner is not None
    edit(run.experiment.owner, run.pk, SetField(persona=1, name="Job", text="Cooks for four"))
    run.refresh_from_db()

    first, second = reading.shown(run, rules).personas
    assert first.edited == {"fields": [{"name": "Job", "text": "Cooks for four"}] if told else []}
    assert second.edited == {"fields": []}
