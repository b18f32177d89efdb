"""What of a result leaves: personas, quotes, names."""

from __future__ import annotations

import pytest

from persona.exceptions import ConfigurationError
from persona.exporting.choosing import Choice, narrowed
from persona.exporting.formats import FORMATS, export
from tests.persona.exporting.results import BARE, PERSONA, RESULT


def test_all_is_the_default() -> None:
    assert narrowed(RESULT, Choice()) == RESULT


def test_a_persona_is_chosen_by_its_number() -> None:
    assert narrowed(RESULT, Choice(personas=(2,))) == RESULT.model_copy(update={"personas": (BARE,)})


def test_without_quotes_no_format_holds_words_of_people() -> None:
    quiet = narrowed(RESULT, Choice(quotes=False))

    made = {
        kind: export(quiet, kind) for kind, about in FORMATS.items() if not about.is_whole and about.ending != "xlsx"
    }
    assert [kind for kind, data in made.items() if b"Sunday is my day." in data or b"a plan for the week" in data] == []
    assert b"Sunday is my day." in export(RESULT, "html")


def test_a_name_goes_where_a_label_stands_for_it() -> None:
    labelled = RESULT.model_copy(update={"personas": (PERSONA.model_copy(update={"label": "Plans"}), BARE)})

    found = narrowed(labelled, Choice(names=False))

    assert [(persona.label, persona.name) for persona in found.personas] == [("Plans", ""), ("", "Nora")]
    assert b"Paula" not in export(found, "md")


def test_a_persona_that_is_not_there_is_told() -> None:
    with pytest.raises(ConfigurationError) as caught:
        narrowed(RESULT, Choice(personas=(1, 9)))

    assert (caught.value.code, caught.value.message) == ("persona_missing", "This result has no persona 9.")
