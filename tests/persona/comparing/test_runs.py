"""Personas side by side, and two runs on the same people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from persona import Experiment, PersonaConfig, PersonaGenerator
from persona.comparing import Comparison, Match, compare, compare_runs
from persona.exceptions import ConfigurationError
from persona.kinds import KINDS
from persona.models import Evidence, GenerationResult, Persona, Statement
from persona.outputs import Output
from tests.answers import segmentation_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.persona.conftest import Finished


def test_compare_puts_personas_side_by_side(finished: Finished) -> None:
    personas = finished.output.result().personas
    found = compare(finished.output.result())

    assert [(s.index, s.name, s.size, s.facts) for s in found.personas] == [
        (p.index, p.name, p.size, p.facts) for p in personas
    ]
    assert [(s.kind, s.text) for s in found.personas[0].leading] == [
        next((s.kind, s.text) for s in personas[0].statements if s.kind == kind)
        for kind in KINDS
        if kind in {s.kind for s in personas[0].statements}
    ]
    assert [row[i] for i, row in enumerate(found.alike)] == [1.0, 1.0]
    assert found.alike[0][1] == found.alike[1][0] < 1


def test_run_agrees_with_itself(finished: Finished) -> None:
    found = compare_runs(finished.output, finished.output)

    assert found.agreement == 1.0
    assert found.matches == tuple(
        Match(first=p.index, first_name=p.name, second=p.index, second_name=p.name, shared=1.0)
        for p in finished.output.result().personas
    )


def test_one_group_agrees_with_two_by_chance_only(finished: Finished, experiment: Experiment) -> None:
    run = experiment.new_run(PersonaConfig(count=1))
    PersonaGenerator(experiment).generate(resume=run)

    found = compare_runs(finished.output, Output(run.path, experiment, run))

    assert found.agreement == 0.0
    assert [(match.second, match.shared) for match in found.matches] == [(1, 1.0), (1, 1.0)]


def test_runs_on_other_people_are_not_compared(finished: Finished, tmp_path: Path, survey: Path) -> None:
    fewer = tmp_path / "fewer.csv"
    fewer.write_text("".join(survey.read_text(encoding="utf-8").splitlines(keepends=True)[:61]), encoding="utf-8")
    experiment = Experiment.create("fewer", [fewer], root=tmp_path)
    run = experiment.new_run(PersonaConfig(count=1))
    PersonaGenerator(experiment).generate(resume=run)

    with pytest.raises(ConfigurationError) as caught:
        compare_runs(finished.output, Output(run.path, experiment, run))

    assert caught.value.code == "other_people"


def test_people_with_several_rows_count_once(
    finished: Finished, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twice as many rows as people: a half of a group stays a half, and no share is above one."""
    segmentation = finished.output.segmentation()
    rows = len(segmentation.assignments)
    people = np.arange(rows) // 2
    first = segmentation_of((people % 2 + 1).tolist(), people=people.tolist())
    second = segmentation_of((people % 4 // 2 + 1).tolist(), people=people.tolist())
    groups = {id(finished.output): first}
    result = finished.output.result()
    sizes = {segment.index: segment.size for segment in first.summary.segments}
    personas = tuple(p.model_copy(update={"size": sizes[p.index]}) for p in result.personas)
    changed = result.model_copy(update={"personas": personas})
    other = Output(finished.output.path, finished.output.experiment, finished.output.run)
    monkeypatch.setattr(Output, "segmentation", lambda self: groups.get(id(self), second))
    monkeypatch.setattr(Output, "result", lambda self: changed)

    found = compare_runs(finished.output, other)

    assert [match.shared for match in found.matches] == [0.5, 0.5]
    assert found.agreement == pytest.approx(0, abs=0.05)


def one(index: int, *said: str, **changes: object) -> Persona:
    """A persona of which only its words matter."""
    quotes = tuple(
        Evidence(source="s", row=at, line=at, column="Why?", start=0, end=len(text), quote=text)
        for at, text in enumerate(said, 1)
    )
    return Persona.model_construct(
        index=index, name=f"P{index}", tagline="", size=1, share=0.5, facts=(), statements=(), quotes=quotes, **changes
    )


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        ("queue queue bread", "queue queue bread", 1.0),
        ("QUEUE", "queue!", 1.0),
        ("queue bread", "queue soup", 0.5),
        ("queue", "soup", 0.0),
        ("is it a 42", "is it a 42", 0.0),
        ("", "queue", 0.0),
        ("Größe, größe", "GRÖSSE größe", 0.7071),
        ("列がいつも長い", "列がいつも長い", 1.0),
    ],
    ids=["equal", "case", "half", "nothing", "no word of three letters", "no words", "umlauts", "no spaces"],
)
def test_personas_are_as_alike_as_the_words_of_their_quotes(first: str, second: str, alike: float) -> None:
    result = GenerationResult.model_construct(personas=(one(1, first), one(2, second)))

    assert compare(result).alike[0][1] == compare(result).alike[1][0] == alike


def test_the_first_statement_of_each_kind_leads_in_the_order_of_kinds() -> None:
    said = [("need", "N1", ""), ("frustration", "F1", "for some"), ("need", "N2", ""), ("frustration", "F2", "")]
    statements = tuple(
        Statement.model_construct(id=text, kind=kind, text=text, note=note, evidence=()) for kind, text, note in said
    )
    persona = one(1).model_copy(update={"statements": statements})
    (side,) = compare(GenerationResult.model_construct(personas=(persona,))).personas

    assert [(leading.kind, leading.text, leading.note) for leading in side.leading] == sorted(
        [("need", "N1", ""), ("frustration", "F1", "for some")], key=lambda leading: list(KINDS).index(leading[0])
    )


def test_nobody_is_compared_with_nobody() -> None:
    assert compare(GenerationResult.model_construct(personas=())) == Comparison(personas=(), alike=())
