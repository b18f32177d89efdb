from __future__ import annotations

import random

import pytest

from persona.edits import (
    AddStatement,
    CountQuote,
    HideStatement,
    LockPersona,
    MergePersonas,
    NotCarried,
    RenamePersona,
    Reverted,
    RewriteStatement,
    SetField,
    SplitPersona,
    apply,
    carry,
)
from persona.models import GenerationResult, MapPoint, Persona
from tests.persona.edits.logs import FIRST, GENERATED, SECOND, edit, log, many, random_action, statement
from tests.persona.edits.test_matching import source
from tests.persona.exporting.results import RESULT, said

PERSONAS, PEOPLE = 20, 30


def study(order: list[int], draw: random.Random, *, wave: int = 0, reworded: bool = False) -> GenerationResult:
    """Twenty personas in this order; some people sit elsewhere, a wave has come, and the words are others."""
    points, personas = [], []
    for index, group in enumerate(order, start=1):
        rows = range(group * PEOPLE + 1, (group + 1) * PEOPLE + 1)
        points += [(row, index if draw.random() < 0.8 else draw.randint(1, PERSONAS)) for row in rows]
        texts = [f"topic {group} {n}, in {'other' if reworded and n else 'these'} words" for n in range(3)]
        own = tuple(
            statement(f"{index}-goal-{n}", text=text).model_copy(
                update={"evidence": tuple(said(row, f"answer of {row}") for row in (rows[n], rows[n + 3]))}
            )
            for n, text in enumerate(texts)
        )
        called = {"index": index, "label": f"{'New' if reworded else 'Old'} {group}", "statements": own, "quotes": ()}
        personas.append(FIRST.model_copy(update=called))
    points += [(PERSONAS * PEOPLE + more, draw.randint(1, PERSONAS)) for more in range(1, wave + 1)]
    places = tuple(MapPoint(row=row, segment=segment, x=0, y=0) for row, segment in points)
    summary = RESULT.segmentation.model_copy(update={"map": places})
    return RESULT.model_copy(update={"personas": tuple(personas), "segmentation": summary})


@pytest.mark.parametrize("seed", range(3))
def test_twenty_of_twenty_shuffled_personas_get_what_was_theirs(seed: int) -> None:
    draw = random.Random(seed)
    order = list(range(PERSONAS))
    old = study(order, draw)
    draw.shuffle(order)
    new = study(order, draw, wave=200, reworded=True)
    edits = log(
        *(RenamePersona(persona=group + 1, label=f"Mine {group}") for group in range(PERSONAS)),
        *(RewriteStatement(statement=f"{group + 1}-goal-0", text=f"My words {group}") for group in range(PERSONAS)),
    )
    carried = carry(old, edits, new)
    shown = apply(new, carried.edits).result.personas

    assert carried.not_carried == ()
    assert [persona.label for persona in shown] == [f"Mine {group}" for group in order]
    assert [persona.statements[0].text for persona in shown] == [f"My words {group}" for group in order]
    assert [(each.id, each.who, each.when) for each in carried.edits] == [(e.id, e.who, e.when) for e in edits]


OTHER = FIRST.model_copy(
    update={
        "index": 2,
        "label": "Plans",
        "statements": (FIRST.statements[0].model_copy(update={"id": "2-goal-7"}),),
    }
)
SWAPPED = GENERATED.model_copy(update={"personas": (SECOND.model_copy(update={"index": 1}), OTHER)})
MATCHED = {1: 2, 2: 1}


def reasons(left: tuple[NotCarried, ...]) -> list[tuple[str, str]]:
    return [(each.edit.id, each.reason) for each in left]


def test_what_is_undone_stays_behind_and_what_is_carried_is_not_carried_twice() -> None:
    edits = log(RenamePersona(persona=1, label="Mine"), RenamePersona(persona=2, label="Undone"), Reverted(edit="e2"))
    carried = carry(GENERATED, edits, SWAPPED)

    assert carried.personas == MATCHED
    assert carried.edits == (edit(1, RenamePersona(persona=2, label="Mine")),)
    assert carry(GENERATED, edits, SWAPPED, existing=carried.edits).edits == ()


def test_statements_are_found_by_their_words_and_quotes() -> None:
    edits = log(HideStatement(statement="1-goal-1"), HideStatement(statement="1-frustration-1"))
    carried = carry(GENERATED, edits, SWAPPED)

    assert carried.edits == (edit(1, HideStatement(statement="2-goal-7")),)
    assert reasons(carried.not_carried) == [
        ("e2", "No statement of the new persona says the same as “words of 1-frustration-1”.")
    ]


def test_made_statements_and_merged_personas_keep_what_was_done_to_them() -> None:
    quote = said(4, "A list by shop")
    edits = log(
        AddStatement(persona=1, kind="need", quotes=(quote,)),
        RewriteStatement(statement="1-edit-e1", text="A list"),
        CountQuote(statement="1-goal-1", quote=quote, counted=True),
        MergePersonas(personas=(1, 2), made=FIRST),
        RenamePersona(persona=3, label="All"),
        SetField(persona=3, name="Job", text="Cook"),
    )
    carried = carry(GENERATED, edits, SWAPPED)

    assert [each.action for each in carried.edits] == [
        AddStatement(persona=2, kind="need", quotes=(quote,)),
        RewriteStatement(statement="2-edit-e1", text="A list"),
        CountQuote(statement="2-goal-7", quote=quote, counted=True),
        MergePersonas(personas=(2, 1)),
        RenamePersona(persona=3, label="All"),
        SetField(persona=3, name="Job", text="Cook"),
    ]
    assert carried.not_carried == ()


def only(persona: Persona) -> GenerationResult:
    return GENERATED.model_copy(update={"personas": (persona,)})


def test_what_has_no_place_is_told() -> None:
    edits = log(
        RenamePersona(persona=1, label="Mine"),
        HideStatement(statement="1-goal-1"),
        MergePersonas(personas=(1, 2)),
        SplitPersona(persona=2, made=(FIRST, SECOND)),
        HideStatement(statement="nowhere"),
    )
    carried = carry(GENERATED, edits, only(SECOND.model_copy(update={"index": 1})))
    no_persona = "No persona of the new result has the people and words of “Plans on Sundays”."

    assert carried.edits == ()
    assert reasons(carried.not_carried) == [
        ("e1", no_persona),
        ("e2", no_persona),
        ("e3", no_persona),
        ("e4", "Personas that were split are not carried over: their people are counted anew."),
        ("e5", "No statement of the new persona says the same as “nowhere”."),
    ]


def test_quotes_of_rows_that_are_other_people_now_are_told() -> None:
    one = FIRST.statements[0]
    moved = tuple(said(quote.row, "z" * len(quote.quote), column=quote.column) for quote in one.evidence)
    new = only(FIRST.model_copy(update={"statements": (one.model_copy(update={"evidence": moved}),), "quotes": ()}))
    edits = log(
        CountQuote(statement="1-goal-1", quote=one.evidence[0], counted=False),
        AddStatement(persona=1, kind="need", quotes=(said(4, "A list"),)),
    )

    assert reasons(carry(only(FIRST), edits, new).not_carried) == [
        ("e1", f"“{one.evidence[0].quote}” is not at the same place of the new data."),
        ("e2", "“A list” is not at the same place of the new data."),
    ]


def test_what_the_new_result_refuses_is_told() -> None:
    existing = [edit(9, LockPersona(persona=2))]
    carried = carry(GENERATED, log(RenamePersona(persona=1, label="Mine")), SWAPPED, existing=existing)

    assert (carried.edits, reasons(carried.not_carried)) == ((), [("e1", "“Plans” is locked by Ana.")])


def test_quotes_of_a_file_that_has_another_name_now_go_along() -> None:
    def named(result: GenerationResult, name: str, rows: int = 40) -> GenerationResult:
        return result.model_copy(update={"sources": (source(name, rows, "a"),)})

    edits = log(AddStatement(persona=1, kind="need", quotes=(said(39, "A list"),)))
    carried = carry(named(GENERATED, "a.csv"), edits, named(GENERATED, "b.csv"))
    cut = carry(named(GENERATED, "a.csv"), edits, named(GENERATED, "b.csv", rows=38))

    assert [each.action for each in carried.edits] == [
        AddStatement(persona=1, kind="need", quotes=(said(39, "A list").model_copy(update={"source": "b.csv"}),))
    ]
    assert reasons(cut.not_carried) == [("e1", "“A list” is not at the same place of the new data.")]


def test_carried_edits_are_free_of_what_was_expected_before() -> None:
    edits = [edit(1, RenamePersona(persona=1, label="Mine"), expects="")]

    assert carry(GENERATED, edits, GENERATED).edits == (edit(1, RenamePersona(persona=1, label="Mine")),)


def test_nothing_to_carry() -> None:
    carried = carry(GENERATED, [], GENERATED)

    assert (carried.edits, carried.not_carried, carried.personas) == ((), (), {1: 1, 2: 2})


def test_every_edit_of_a_long_log_is_carried_or_told() -> None:
    draw, result = random.Random(3), many(60, personas=5)
    edits = [edit(number, random_action(draw, result, [])) for number in range(1, 81)]
    carried = carry(result, edits, result)
    names = [each.id for each in carried.edits] + [each.edit.id for each in carried.not_carried]

    assert sorted(names) == sorted(each.id for each in edits)
    assert all(each.reason for each in carried.not_carried)
    assert apply(result, carried.edits).not_applied == ()
