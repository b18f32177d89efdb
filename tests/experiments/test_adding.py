"""Answers added to those that are there: what people said stays said, and personas keep the data they quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from experiments import files, questions, services, tasks
from experiments.finished import data_behind
from experiments.ingest import library
from experiments.models import DataSource, Experiment
from experiments.questionnaires import questionnaire_of
from experiments.uploads import Upload
from generation.runs.models import Run
from persona.models import PersonaConfig, QuestionChoice
from persona.reading import DialectChoice
from tests.factories import DataSourceFactory, RunFactory

if TYPE_CHECKING:
    from pathlib import Path

    from django.test import Client

    from tests.generation.conftest import Posted

pytestmark = pytest.mark.django_db
NAMES = "Id,What would you like to do better?,Colour,Town,Role\n"
WISHES = ("fewer meetings", "more quiet hours", "a plan for the week", "one list for all of it")


def wave(first: int, names: str = NAMES) -> str:
    """Four people, numbered from `first`."""
    lines = (
        f"{first + at},I want {wish} every day,red,Faro,{'cook' if at % 2 else 'clerk'}\n"
        for at, wish in enumerate(WISHES)
    )
    return names + "".join(lines)


MORE = wave(11)
WEIGHTS = "Weight in kg,Height\n" + "".join(f"{60 + at},{170 + at}\n" for at in range(8))


def address(name: str, experiment: Experiment) -> str:
    return reverse(f"experiments:{name}", args=[experiment.pk])


def upload(content: str = MORE, name: str = "autumn.csv") -> Upload:
    path = files.incoming() / "random"
    path.write_text(content)
    return Upload(path, f"{hash(content):x}", name=name, size=len(content))


def add(experiment: Experiment, content: str = MORE) -> DataSource:
    """Add these answers, and have them read."""
    made = services.add_upload(experiment=experiment, upload=upload(content))
    tasks.check_source(str(made.pk))
    made.refresh_from_db()
    return made


def with_personas(source: DataSource) -> Run:
    """A finished run of this data, as far as its data is concerned."""
    run = RunFactory(experiment=source.experiment, status=Run.Status.DONE)
    library(source.experiment).new_run(PersonaConfig(), id=run.pk)
    return run


def folder(source: DataSource) -> Path:
    return files.source(source.experiment_id, source.pk)


def kept(experiment: Experiment) -> list[str]:
    """The data that lies in the experiment's folder."""
    return sorted(path.name for path in (files.experiment(experiment.pk) / "sources").iterdir())


@pytest.fixture
def source(experiment: Experiment) -> DataSource:
    return DataSourceFactory(experiment=experiment, content=wave(1))


def test_what_people_said_is_said_of_the_added_answers_too(source: DataSource) -> None:
    about = questionnaire_of(source).questions[1].id
    said = questions.choose(source=source, questions={about: QuestionChoice(text="What do you wish for?")})

    made = add(source.experiment)

    assert (made.rows, made.questions, made.answers) == (8, said.questions, said.answers)
    assert "What do you wish for?" in [question.text for question in questionnaire_of(made).questions]
    assert (list(DataSource.objects.all()), kept(source.experiment)) == ([made], [str(made.pk)])


def test_how_the_answers_before_are_read_is_how_all_are_read(source: DataSource) -> None:
    again = services.reread(source=source, dialect=DialectChoice(header_rows=1))
    tasks.check_source(str(again.pk))

    assert add(source.experiment).choices == {"header_rows": 1}


def test_a_new_question_and_one_that_is_gone_are_told(source: DataSource) -> None:
    made = add(source.experiment, wave(11, NAMES.replace("Colour", "Weather today")))

    assert [note.sentence for note in questionnaire_of(made).notes if "“autumn.csv”" in note.sentence] == [
        "Asked first in “autumn.csv”: “Weather today” (1 in all); blank for people of earlier files.",
        "Not asked in “autumn.csv”: “Colour” (1 in all); blank for its people.",
    ]


def test_personas_keep_the_data_that_they_quote(source: DataSource) -> None:
    run = with_personas(source)

    made = add(source.experiment)

    assert list(source.experiment.sources.all()) == [source, made]
    assert source.experiment.source == made
    assert data_behind(source.experiment_id, run.pk) == (folder(source),)
    assert [each.path for each in library(source.experiment).sources] == [folder(made)]
    assert [each.id for each in library(source.experiment).as_of(library(source.experiment).run(run.pk)).sources] == [
        str(source.pk)
    ]
    assert (source.is_behind_runs, made.is_behind_runs) == (True, False)


def test_what_nothing_was_made_from_goes_once_more_is_added(source: DataSource, posted: Posted) -> None:
    with_personas(source)
    add(source.experiment)

    with posted():
        newest = add(source.experiment, wave(21))

    assert list(source.experiment.sources.all()) == [source, newest]
    assert kept(source.experiment) == sorted([str(source.pk), str(newest.pk)])
    assert newest.rows == 12


def test_the_next_run_is_of_all_answers(source: DataSource) -> None:
    with_personas(source)
    made = add(source.experiment)

    after = with_personas(made)

    assert data_behind(source.experiment_id, after.pk) == (folder(made),)
    assert made.is_behind_runs


def test_added_answers_are_read_in_another_way_while_nothing_was_made_from_them(source: DataSource) -> None:
    with_personas(source)
    made = add(source.experiment)

    again = services.reread(source=made, dialect=DialectChoice(header_rows=1))
    tasks.check_source(str(again.pk))

    assert list(source.experiment.sources.all()) == [source, again]
    with pytest.raises(services.DataFixed):
        services.reread(source=source, dialect=DialectChoice(header_rows=1))


def test_nothing_is_added_while_a_run_is_at_work(source: DataSource) -> None:
    RunFactory(experiment=source.experiment)
    source.experiment.refresh_from_db()

    with pytest.raises(services.AtWork) as caught:
        services.add_upload(experiment=source.experiment, upload=upload())

    assert (caught.value.code, list(DataSource.objects.all())) == ("experiment_at_work", [source])


def test_answers_that_do_not_fit_leave_those_before_as_they_were(as_alice: Client, source: DataSource) -> None:
    failed = add(source.experiment, WEIGHTS)

    page = as_alice.get(address("check", source.experiment))

    assert (failed.status, list(source.experiment.sources.all())) == ("failed", [source, failed])
    assert failed.error is not None
    assert failed.error["message"] == "“autumn.csv” has other columns than “answers.csv”."
    assert "Your answers from before and the personas are as they were." in page.content.decode()
    as_alice.post(address("check", source.experiment), {"without": "1"})
    assert (list(DataSource.objects.all()), source.experiment.source) == ([source], source)
    assert [each.path for each in library(source.experiment).sources] == [folder(source)]


def test_another_try_is_beside_the_answers_that_can_be_used(source: DataSource) -> None:
    add(source.experiment, WEIGHTS)

    made = add(source.experiment)

    assert (made.rows, list(DataSource.objects.all())) == (8, [made])


def test_the_only_data_is_not_done_without(source: DataSource) -> None:
    DataSource.objects.update(status="failed", error={})
    source.refresh_from_db()

    services.do_without(source=source)

    assert list(DataSource.objects.all()) == [source]


def test_the_data_page_shows_the_newest_and_by_its_id_what_personas_quote(as_alice: Client, source: DataSource) -> None:
    with_personas(source)
    made = add(source.experiment)
    here = address("data", source.experiment)

    assert as_alice.get(here).context["source"] == made
    before = as_alice.get(f"{here}?of={source.pk}")
    assert (before.context["source"], "Before answers were added" in before.content.decode()) == (source, True)
    assert as_alice.get(f"{here}?of=nonsense").context["source"] == made


def test_the_page_asks_for_answers_to_add_where_there_are_personas(as_alice: Client, source: DataSource) -> None:
    with_personas(source)

    page = as_alice.get(address("upload", source.experiment)).content.decode()

    assert '<input type="hidden" name="add" value="yes">' in page
    assert "<h1>Add answers</h1>" in page
