"""Personas, statements and evidence as rows: who sees which, in what order, and what a row says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, transaction

from generation.models import Evidence, Persona, Run, Statement
from generation.personas.models import HANDFUL, kind_choices
from generation.personas.persistence import store_persona
from persona.kinds import KINDS
from tests.factories import ExperimentFactory, RunFactory
from tests.generation.values import portrait, statement

if TYPE_CHECKING:
    from accounts.models import User

RUN = pytest.mark.django_db


@pytest.fixture
def run(alice: User) -> Run:
    """A run of Alice's with two personas of two statements each."""
    run = RunFactory(experiment=ExperimentFactory(owner=alice))
    for number in (2, 1):
        store_persona(run, portrait(number))
    return run


# -- what a row says of itself -------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("label", "name", "called"),
    [("Plans on paper", "Marta A", "Plans on paper"), ("", "Marta A", "Marta A"), ("", "", "")],
)
def test_a_persona_is_called_by_its_label_and_only_without_one_by_its_name(label: str, name: str, called: str) -> None:
    assert Persona(label=label, name=name).called == called


@pytest.mark.parametrize(("share", "is_everyone"), [(1.0, True), (0.999, False), (0.0, False)])
def test_a_portrait_of_everyone_has_nobody_beside_it(share: float, is_everyone: bool) -> None:
    assert Persona(share=share).is_everyone is is_everyone


@pytest.mark.parametrize(("size", "is_handful"), [(0, True), (HANDFUL - 1, True), (HANDFUL, False), (900, False)])
def test_a_handful_is_counted_and_has_no_shares(size: int, is_handful: bool) -> None:
    assert Persona(size=size).is_handful is is_handful


@pytest.mark.parametrize(
    ("count", "bar", "line"),
    [
        (None, 0.0, 0.0),
        ({}, 0.0, 0.0),
        ({"share": None, "mean": 3.2}, 0.0, 0.0),
        ({"share": 0.5, "everyone_share": 0.25}, 50.0, 25.0),
        ({"share": 0.12345, "everyone_share": 0.9999}, 12.3, 100.0),
        ({"share": 0, "everyone_share": 0.001}, 0.0, 0.1),
    ],
)
def test_a_counted_share_is_drawn_beside_that_of_everyone(
    count: dict[str, float] | None, bar: float, line: float
) -> None:
    said = Statement(count=count)

    assert (said.bar, said.line) == (bar, line)


def test_the_kinds_that_may_be_chosen_are_those_of_the_registry() -> None:
    assert kind_choices() == [(kind, about.heading) for kind, about in KINDS.items()]
    assert Statement._meta.get_field("kind").choices == kind_choices()


# -- which rows people see -----------------------------------------------------------------------------
@RUN
def test_personas_come_by_their_number_and_statements_by_their_place(run: Run) -> None:
    assert [persona.position for persona in run.personas.all()] == [1, 2]
    assert [said.position for said in Statement.objects.filter(persona__position=1)] == [1, 2]
    first = Statement.objects.filter(persona__position=1)[0]
    assert [found.position for found in first.evidence.all()] == list(range(1, first.evidence.count() + 1))


@RUN
def test_nobody_else_sees_what_belongs_to_a_team(run: Run, alice: User, charlie: User) -> None:
    seen = [[kind.objects.visible_to(user).count() for kind in (Persona, Statement)] for user in (alice, charlie)]

    assert seen == [[2, 4], [0, 0]]


@RUN
def test_a_persona_that_was_hidden_is_gone_with_its_statements_and_can_be_had_back(run: Run, alice: User) -> None:
    Persona.everything.filter(run=run, position=2).update(shown=False)

    assert [persona.position for persona in Persona.objects.visible_to(alice)] == [1]
    assert {said.persona.position for said in Statement.objects.visible_to(alice)} == {1}
    assert [persona.position for persona in Persona.everything.visible_to(alice)] == [1, 2]

    Persona.everything.filter(run=run).update(shown=True)
    assert Persona.objects.visible_to(alice).count() == 2


@RUN
def test_a_statement_that_was_hidden_leaves_the_others_where_they_are(run: Run, alice: User) -> None:
    Statement.everything.filter(persona__position=1, position=1).update(shown=False)

    seen = Statement.objects.visible_to(alice).values_list("persona__position", "position")
    assert sorted(seen) == [(1, 2), (2, 1), (2, 2)]
    assert Statement.everything.visible_to(alice).count() == 4


# -- what the database holds together ------------------------------------------------------------------
@RUN
def test_a_place_in_a_run_is_taken_once(run: Run) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Persona.objects.create(run=run, position=1, size=3, share=0.1)

    Persona.objects.create(run=RunFactory(experiment=run.experiment), position=1, size=3, share=0.1)
    assert Persona.objects.filter(position=1).count() == 2


@RUN
def test_a_place_of_a_persona_is_taken_once(run: Run) -> None:
    persona = run.personas.get(position=1)
    known = {"kind": "goal", "text": "g", "origin": "quoted", "strength": "strong", "support": 1, "base": 2, "note": ""}

    with pytest.raises(IntegrityError), transaction.atomic():
        Statement.objects.create(persona=persona, position=2, **known)
    Statement.objects.create(persona=persona, position=3, **known)

    assert Statement.objects.filter(persona=persona).count() == 3


@RUN
def test_a_run_that_goes_takes_everything_with_it(run: Run) -> None:
    other = RunFactory(experiment=run.experiment)
    store_persona(other, portrait(1, statements=(statement(1, 1),)))

    run.delete()

    assert (Persona.everything.count(), Statement.everything.count(), Evidence.objects.count()) == (1, 1, 2)


@RUN
def test_rows_are_called_by_what_they_belong_to(run: Run) -> None:
    persona = run.personas.get(position=1)
    said = persona.statements.get(position=2)

    assert (str(persona), str(said)) == (f"Persona 1 of {run.pk}", f"goal of {persona.pk}")


@RUN
def test_words_have_a_first_and_a_last_letter(run: Run) -> None:
    first = Evidence.objects.filter(statement__persona__position=1).first()
    assert first is not None
    assert str(first) == f"row {first.row}"

    for end in (first.start, first.start - 1 if first.start else first.start):
        with pytest.raises(IntegrityError), transaction.atomic():
            Evidence.objects.filter(pk=first.pk).update(end=end)


@RUN
def test_a_place_of_a_statement_is_taken_once(run: Run) -> None:
    first, second = Evidence.objects.filter(statement__persona__position=1, statement__position=1)

    with pytest.raises(IntegrityError), transaction.atomic():
        Evidence.objects.filter(pk=second.pk).update(position=first.position)
