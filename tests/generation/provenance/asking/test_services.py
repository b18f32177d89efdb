"""Asking a run: read once by one task, kept questions, and personas that are called what they are called now."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from experiments import files
from generation.edits.services import edit
from generation.models import Run, SavedQuestion
from generation.provenance.asking import services
from generation.provenance.asking.tasks import index_run
from persona.asking.index import FOLDER
from persona.edits import RenamePersona
from persona.exceptions import ConfigurationError
from persona.ids import uuid7
from persona.models.asking import LONGEST, QuoteFilter

if TYPE_CHECKING:
    from collections.abc import Callable

    from accounts.models import User
    from tests.generation.conftest import Posted

pytestmark = pytest.mark.django_db
QUESTION = "Who plans meals for the week?"
NOTHING = "What do they think about quantum physics?"


def kept() -> list[tuple[str, int, int, int]]:
    return list(SavedQuestion.objects.values_list("text", "run_number", "people", "base"))


def test_what_is_found_is_counted_by_persona(run: Run) -> None:
    found = services.ask(run, f"  {QUESTION}\n", limit=2)

    assert (found.question, found.found, found.total, found.people, found.base) == (QUESTION, True, 5, 4, 60)
    assert len(found.passages) == 2
    assert sum(said.people for said in found.personas) == 4


def test_only_those_who_are_wanted_are_asked(run: Run) -> None:
    found = services.ask(run, QUESTION, QuoteFilter(personas=(2,)), limit=10)

    assert {passage.persona for passage in (*found.passages, *found.closest)} <= {2}
    assert found.base == run.personas.get(position=2).size == 16


@pytest.mark.parametrize(
    ("question", "code"), [("", "ask_empty"), (" ?! 42 ", "ask_empty"), ("x" * (LONGEST + 1), "ask_long")]
)
def test_what_is_no_question_is_refused_and_not_kept(run: Run, alice: User, question: str, code: str) -> None:
    for act in (lambda: services.ask(run, question, limit=1), lambda: services.save(run, question, alice)):
        with pytest.raises(ConfigurationError) as refused:
            act()
        assert refused.value.code == code
    assert kept() == []


def test_a_question_is_kept_once_whoever_saves_it_and_however_it_is_spaced(run: Run, alice: User, bob: User) -> None:
    first = services.save(run, QUESTION, alice)
    again = services.save(run, " Who  plans meals\tfor the week? ", bob)

    assert (first.pk, again.pk, again.saved_by) == (first.pk, first.pk, alice)
    assert kept() == [(QUESTION, 1, 4, 60)]


def test_a_question_that_nothing_speaks_of_is_kept_too(run: Run, alice: User) -> None:
    services.save(run, NOTHING, alice)

    assert kept() == [(NOTHING, 1, 0, 60)]


def test_what_a_newer_run_says_is_kept_when_it_is_saved_again_and_what_an_older_one_says_never(
    make_run: Callable[[int], Run], alice: User
) -> None:
    old, new = make_run(1), make_run(2)
    SavedQuestion.objects.create(
        experiment=new.experiment, text=QUESTION, saved_by=alice, run_number=1, people=9, base=50
    )
    services.save(old, QUESTION, alice)
    assert kept() == [(QUESTION, 1, 9, 50)]

    services.save(new, QUESTION, alice)
    assert kept() == [(QUESTION, 2, 4, 60)]


def test_a_question_is_let_go_twice_and_no_other_with_it(run: Run, alice: User) -> None:
    for question in (QUESTION, NOTHING):
        services.save(run, question, alice)
    for _ in range(2):
        services.forget(run, f"{QUESTION}  ")

    assert kept() == [(NOTHING, 1, 0, 60)]


def test_a_persona_is_called_what_it_is_called_now(run: Run, alice: User) -> None:
    before = services.ask(run, QUESTION, limit=1).personas
    edit(alice, run.pk, RenamePersona(persona=1, label="Those who cook"))
    run.refresh_from_db()
    after = services.ask(run, QUESTION, limit=1).personas

    assert [said.label for said in after if said.persona == 1] == ["Those who cook"]
    assert [said.label for said in after if said.persona != 1] == [s.label for s in before if s.persona != 1]


def test_a_small_run_is_asked_at_once(run: Run, posted: Posted) -> None:
    with posted() as messages:
        assert services.is_ready(run)

    assert messages == []


def test_a_large_run_is_read_by_one_task_however_many_wait(run: Run, posted: Posted) -> None:
    index = files.run(run.experiment_id, run.pk) / FOLDER
    shutil.rmtree(index)
    Run.objects.filter(pk=run.pk).update(rows=services.AT_ONCE + 1)
    run.refresh_from_db()

    with posted() as messages:
        assert [services.is_ready(run) for _ in range(3)] == [False] * 3
    assert messages == [("generation.index_run", [str(run.pk)])]

    for _ in range(2):
        index_run(str(run.pk))
    assert index.is_dir()
    with posted() as messages:
        assert services.is_ready(run)
    assert messages == []


def test_a_run_that_has_gone_or_has_no_result_is_not_read(run: Run) -> None:
    index = files.run(run.experiment_id, run.pk) / FOLDER
    shutil.rmtree(index)
    index_run(str(uuid7()))
    Run.objects.filter(pk=run.pk).update(status=Run.Status.CANCELLED)
    index_run(str(run.pk))

    assert not index.exists()


def test_a_run_whose_folder_has_gone_is_told_to_whoever_asks_and_not_to_the_worker(run: Run) -> None:
    shutil.rmtree(files.run(run.experiment_id, run.pk))
    index_run(str(run.pk))

    with pytest.raises(ConfigurationError) as told:
        services.ask(run, QUESTION, limit=1)
    assert told.value.code == "run_missing"
