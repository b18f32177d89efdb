"""Sections of a persona: chosen, ordered, and filled with what there is."""

from __future__ import annotations

from persona.kinds import KINDS
from persona.models import Sections
from persona.sections import ON_PAGES, USUAL, arranged, filled, ordered, shown_of, title_of, told
from tests.persona.exporting.results import PERSONA


def test_nobody_chose() -> None:
    assert ordered(None) == arranged(None) == arranged(Sections()) == USUAL
    assert set(USUAL) == set(ON_PAGES) == {"story", "facts", "fields", "unlike", "quotes", *KINDS}
    assert (shown_of(PERSONA, None), told(None)) == (PERSONA, "")


def test_those_that_come_first_are_followed_by_the_others_without_the_hidden_ones() -> None:
    chosen = Sections(order=("quotes", "need", "quotes"), hidden=("need", "story"))

    assert ordered(chosen)[:4] == ("quotes", "need", "story", "facts")
    assert arranged(chosen)[:3] == ("quotes", "facts", "fields")
    assert sorted(ordered(chosen)) == sorted(USUAL)


def test_only_sections_with_something_in_them_are_filled() -> None:
    kinds = sorted({said.kind for said in PERSONA.statements}, key=tuple(KINDS).index)
    usual = [section for _, section in filled(PERSONA, None)]

    assert [section for section in usual if section in KINDS] == kinds
    assert usual[0] == "story"
    assert filled(PERSONA, Sections(hidden=USUAL)) == []


def test_kinds_that_belong_together_stand_under_one_heading() -> None:
    said = PERSONA.statements[0]
    kinds = ("goal", "opinion", "fact_about_self")
    many = PERSONA.model_copy(update={"statements": tuple(said.model_copy(update={"kind": kind}) for kind in kinds)})
    only = tuple(section for section in USUAL if section not in kinds)

    def told_parts(*order: str) -> list[tuple[str, str]]:
        return filled(many, Sections.model_validate({"order": order, "hidden": only}))  # type: ignore[return-value]

    assert told_parts() == [("", "goal"), ("Who they are", "opinion"), ("", "fact_about_self")]
    assert told_parts("opinion", "goal") == [
        ("Who they are", "opinion"),
        ("", "goal"),
        ("Who they are", "fact_about_self"),
    ]


def test_what_is_hidden_goes_and_all_else_stays() -> None:
    without = shown_of(PERSONA, Sections(hidden=("story", "facts", "quotes", PERSONA.statements[0].kind)))

    kept = tuple(said for said in PERSONA.statements if said.kind != PERSONA.statements[0].kind)
    new = {"story": (), "summary": "", "facts": (), "quotes": (), "statements": kept}
    assert without == PERSONA.model_copy(update=new)


def test_every_section_has_a_title_of_its_own() -> None:
    assert len({title_of(section) for section in USUAL}) == len(USUAL)
