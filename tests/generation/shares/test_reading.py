"""What a reader of a link may save: forms that tell personas, and nothing that tells of every respondent."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from generation.shares.reading import FILES, Rules, Shown
from persona.exceptions import ConfigurationError
from persona.exporting.formats import FORMATS
from tests.persona.exporting.results import RESULT


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
