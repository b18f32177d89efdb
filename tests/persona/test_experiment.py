"""Experiments on disk: made whole, found by name, read from several files, removed."""

from __future__ import annotations

import asyncio
import hashlib
from pathlib import Path

import pytest

from persona.exceptions import ConfigurationError, DataError
from persona.experiment import Experiment, slug
from persona.models import ColumnChoice, ColumnRole, PersonaConfig, QuestionChoice
from persona.questionnaire.models import Questionnaire
from persona.reading import DialectChoice, Limits
from persona.store import SourceStamp

ANSWERS = "Name,Age,What do you miss?\nAnn,31,Better maps for cycling\nBob,42,A quiet place to work\n"


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    path = tmp_path / "answers.csv"
    path.write_text(ANSWERS, encoding="utf-8")
    return path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "root"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_create_reads_the_file_and_keeps_it_as_it_came(answers: Path, root: Path) -> None:
    experiment = Experiment.create("My  exp", [answers], description=" Why? ", root=root)

    (source,) = experiment.sources
    assert (experiment.name, experiment.description, experiment.rows) == ("My exp", "Why?", 2)
    assert names(root) == [f"my-exp-{experiment.id}"]
    assert names(experiment.path) == ["experiment.json", "runs", "sources"]
    assert source.original.read_bytes() == answers.read_bytes()
    assert source.original.name == "original.csv"
    assert experiment.stamps() == (
        SourceStamp(name="answers.csv", sha256=hashlib.sha256(ANSWERS.encode()).hexdigest(), rows=2),
    )
    assert [row.cells["Name"] for row in experiment.table().page(1, 10)] == ["Ann", "Bob"]
    assert [column.name for column in experiment.columns()] == ["Name", "Age", "What do you miss?"]


def test_acreate_makes_the_same(answers: Path, root: Path) -> None:
    experiment = asyncio.run(Experiment.acreate(name="my-exp", data_sources=[str(answers)], root=root))

    assert Experiment.open("my-exp", root=root).manifest == experiment.manifest


@pytest.mark.parametrize("kind", [str, Path])
def test_one_file_needs_no_list(kind: type[str] | type[Path], answers: Path, root: Path) -> None:
    assert Experiment.create("my-exp", kind(answers), root=root).rows == 2


def test_default_root_is_in_the_working_folder(answers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    experiment = Experiment.create("my-exp")

    assert experiment.path.parent == Path(".persona")
    assert Experiment.open("my-exp").id == experiment.id


def test_second_of_the_same_name_gets_its_own_folder_and_open_gives_the_newest(root: Path) -> None:
    made = [Experiment.create("my-exp", root=root) for _ in range(5)]

    assert [e.id for e in Experiment.list(root)] == [e.id for e in reversed(made)]
    assert Experiment.open("my-exp", root=root).id == made[-1].id


def test_other_files_beside_experiments_do_no_harm(root: Path) -> None:
    root.mkdir()
    (root / "zzz.csv").write_text(ANSWERS, encoding="utf-8")

    experiment = Experiment.create("my-exp", root=root)

    assert [found.id for found in Experiment.list(root)] == [experiment.id]


@pytest.mark.parametrize("by", ["name", "path", "id"])
def test_open_finds_by(by: str, root: Path) -> None:
    experiment = Experiment.create("Cafés", root=root)
    Experiment.create("other", root=root)

    found = Experiment.open(getattr(experiment, by), root=root)

    assert (found.path, found.manifest) == (experiment.path, experiment.manifest)


def test_open_what_is_not_there(root: Path) -> None:
    with pytest.raises(ConfigurationError) as caught:
        Experiment.open("nope", root=root)

    assert (caught.value.code, caught.value.message) == ("experiment_missing", "There is no experiment named “nope”.")


def test_open_a_damaged_folder(root: Path) -> None:
    experiment = Experiment.create("my-exp", root=root)
    (experiment.path / "experiment.json").write_text("{")

    with pytest.raises(ConfigurationError) as caught:
        Experiment.open(experiment.path)

    assert caught.value.code == "experiment_damaged"


def test_create_with_an_id_uses_it_as_folder_once(root: Path) -> None:
    experiment = Experiment.create("my-exp", root=root, id="0198")

    assert experiment.path == root / "0198"
    with pytest.raises(ConfigurationError) as caught:
        Experiment.create("my-exp", root=root, id="0198")
    assert caught.value.code == "experiment_exists"


@pytest.mark.parametrize("name", ["", "  \t"])
def test_create_needs_a_name(name: str, root: Path) -> None:
    with pytest.raises(ConfigurationError) as caught:
        Experiment.create(name, root=root)

    assert caught.value.code == "experiment_name"


def test_create_with_a_bad_file_keeps_nothing(answers: Path, root: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.csv").write_text("")

    with pytest.raises(DataError) as caught:
        Experiment.create("my-exp", [answers, tmp_path / "empty.csv"], root=root)

    assert caught.value.code == "empty"
    assert not root.exists()


def test_create_with_a_missing_file(root: Path, tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        Experiment.create("my-exp", [tmp_path / "nope.csv"], root=root)

    assert (caught.value.code, caught.value.message) == ("missing_file", "There is no file named “nope.csv”.")


def test_files_with_the_same_columns_are_put_below_each_other(answers: Path, root: Path, tmp_path: Path) -> None:
    more = tmp_path / "more" / "answers.csv"
    more.parent.mkdir()
    more.write_text("Name;Age;What do you miss?\nCleo;27;Night trains\n", encoding="utf-8")

    experiment = Experiment.create("my-exp", [answers, more], root=root)

    rows = [(row.row, row.source, row.cells["Name"]) for row in experiment.table().page(1, 10)]
    assert rows == [(1, "answers.csv", "Ann"), (2, "answers.csv", "Bob"), (3, "answers (2).csv", "Cleo")]
    assert [column.filled for column in experiment.columns()] == [3, 3, 3]


def test_waves_with_other_orders_and_questions_are_one_table(answers: Path, root: Path, tmp_path: Path) -> None:
    more = tmp_path / "wave2.csv"
    more.write_text("What do you miss?,Since when?,name\nNight trains,May,Cleo\n", encoding="utf-8")
    experiment = Experiment.create("my-exp", [answers, more], root=root)
    table, found = experiment.table(), experiment.questionnaire()

    assert table.names == ("Name", "Age", "What do you miss?", "Since when?")
    assert [row.cells["Name"] for row in table.page(1, 9)] == table.values("Name") == ["Ann", "Bob", "Cleo"]
    assert (table.values("Age")[2], table.values("Since when?")) == ("", ["", "", "May"])
    assert [row.row for row in table.search("may", names=table.names)] == [3]
    assert [(note.code, note.sentence) for note in found.notes] == [
        (
            "new_questions",
            "Asked first in “wave2.csv”: “Since when?” (1 in all); blank for people of earlier files.",
        ),
        ("missing_questions", "Not asked in “wave2.csv”: “Age” (1 in all); blank for its people."),
    ]


def test_files_with_other_columns_are_refused(answers: Path, root: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    other.write_text("Name,Town\nAnn,Porto\nBob,Bergen\n", encoding="utf-8")

    with pytest.raises(ConfigurationError) as caught:
        Experiment.create("my-exp", [answers, other], root=root)

    assert (caught.value.code, caught.value.message, caught.value.hint) == (
        "columns_differ",
        "“other.csv” has other columns than “answers.csv”.",
        "Files of one experiment must share most of their questions, by text or by name; their order may differ.",
    )
    assert not root.exists()


def test_no_data_yet(root: Path) -> None:
    experiment = Experiment.create("my-exp", root=root)

    for ask in (experiment.table, experiment.columns, experiment.new_run):
        with pytest.raises(ConfigurationError) as caught:
            ask()
        assert (caught.value.code, caught.value.message) == ("no_data", "The experiment “my-exp” has no data yet.")


def test_add_source_again_replaces_it_with_another_dialect(answers: Path, root: Path) -> None:
    experiment = Experiment.create("my-exp", root=root)
    first = experiment.add_source(answers, id="source-1", name="C:\\temp\\Answers\x07.csv")
    again = experiment.add_source(first.original, id="source-1", name=first.name, dialect=DialectChoice(header=False))

    assert [source.id for source in experiment.sources] == ["source-1"]
    assert (first.name, again.report.header_line, again.report.rows) == ("Answers.csv", None, 3)
    assert again.dialect == DialectChoice(header=False)
    assert names(experiment.path / "sources") == ["source-1"]


def test_add_source_that_fails_keeps_what_was_there(answers: Path, root: Path) -> None:
    experiment = Experiment.create("my-exp", root=root)
    experiment.add_source(answers, id="source-1")

    with pytest.raises(DataError) as caught:
        experiment.add_source(answers, id="source-1", limits=Limits(rows=1))

    assert caught.value.code == "too_many_rows"
    assert experiment.rows == 2


def test_half_read_source_is_not_there(answers: Path, root: Path) -> None:
    experiment = Experiment.create("my-exp", root=root)
    uploaded = experiment.path / "sources" / "source-1"
    uploaded.mkdir()
    (uploaded / "original.csv").write_text(ANSWERS, encoding="utf-8")
    assert experiment.sources == ()

    experiment.add_source(uploaded / "original.csv", id="source-1", name="answers.csv")

    assert [source.name for source in experiment.sources] == ["answers.csv"]


def test_overrides_of_columns_win(answers: Path, root: Path) -> None:
    experiment = Experiment.create("my-exp", [answers], root=root)
    choice = ColumnChoice(role=ColumnRole.IGNORE, basis=False)

    columns = experiment.columns({"Age": choice})

    assert [(c.role, c.basis) for c in columns if c.name == "Age"] == [(ColumnRole.IGNORE, False)]


def test_read_again_gives_the_same_data(answers: Path, root: Path, tmp_path: Path) -> None:
    experiment = Experiment.create("my-exp", root=root)
    experiment.add_source(answers, dialect=DialectChoice(delimiter=","))

    again = experiment.read_again(tmp_path / "again")

    assert again.name == "my-exp"
    assert [source.report for source in again.sources] == [source.report for source in experiment.sources]


def test_runs_are_kept_with_settings_and_data(answers: Path, root: Path) -> None:
    experiment = Experiment.create("my-exp", [answers], root=root)
    first = experiment.new_run()
    second = experiment.new_run(PersonaConfig(count=2), id="run-2")

    assert [run.id for run in experiment.runs()] == ["run-2", first.id]
    assert experiment.run("run-2").manifest == second.manifest
    assert (second.config, second.manifest.sources) == (PersonaConfig(count=2), experiment.stamps())
    with pytest.raises(ConfigurationError) as caught:
        experiment.new_run(id="run-2")
    assert caught.value.code == "run_exists"
    with pytest.raises(ConfigurationError) as caught:
        experiment.run("run-3")
    assert caught.value.code == "run_missing"


def test_delete_removes_the_folder(answers: Path, root: Path) -> None:
    Experiment.create("my-exp", [answers], root=root).delete()

    assert names(root) == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("My exp, 2026!", "my-exp-2026"),
        ("Cafés in Århus", "cafes-in-arhus"),
        ("調査", "experiment"),
        ("../../etc", "etc"),
        ("x" * 200, "x" * 60),
    ],
)
def test_slug(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_change_gives_another_name_and_keeps_the_folder(root: Path) -> None:
    before = Experiment.create(name="Meals", description="What annoys you?", root=root)

    after = before.change(name="  Meal   planning ")

    assert (after.path, after.id, after.name, after.description) == (
        before.path,
        before.id,
        "Meal planning",
        "What annoys you?",
    )
    assert Experiment.open(before.path).manifest == after.manifest
    assert after.change(description="Why?").manifest.description == "Why?"


def test_change_needs_a_name(root: Path) -> None:
    experiment = Experiment.create(name="Meals", root=root)

    with pytest.raises(ConfigurationError, match="name"):
        experiment.change(name=" ")
    assert Experiment.open(experiment.path).name == "Meals"


# -- what it is understood as --------------------------------------------------------------------------
def test_questionnaire_is_understood_once_and_kept(answers: Path, root: Path) -> None:
    experiment = Experiment.create("my-exp", answers, root=root)
    (source,) = experiment.sources
    stored = Questionnaire.model_validate_json((source.path / "questionnaire.json").read_bytes())

    assert experiment.questionnaire() == source.questionnaire == stored
    assert [question.id for question in stored.questions] == ["name", "age", "what-do-you-miss"]


def test_data_of_an_earlier_version_is_understood_when_it_is_asked_for(answers: Path, root: Path) -> None:
    experiment = Experiment.create("my-exp", answers, root=root)
    (source,) = experiment.sources
    before = (source.path / "questionnaire.json").read_bytes()
    (source.path / "questionnaire.json").unlink()

    assert experiment.questionnaire() == Questionnaire.model_validate_json(before)
    assert (source.path / "questionnaire.json").read_bytes() == before


def test_what_people_say_of_questions_goes_before_what_was_read(answers: Path, root: Path) -> None:
    experiment = Experiment.create("my-exp", answers, root=root)
    found = experiment.questionnaire(questions={"age": QuestionChoice(use="basis", text="How old are you?")})

    assert (found.question("age").text, found.question("age").use) == ("How old are you?", "basis")


def test_questions_of_several_files_are_those_of_all_their_rows(answers: Path, root: Path) -> None:
    experiment = Experiment.create("my-exp", [answers, answers], root=root)

    assert experiment.questionnaire().rows == 4


def test_answers_about_reading_have_the_file_read_again_beside_what_is_kept(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "long.csv"
    file.write_text("person,question,answer\n" + "".join(f"{i},Age,3{i}\n{i},Town,Oslo\n" for i in range(4)))
    experiment = Experiment.create("my-exp", file, root=root)
    before = experiment.questionnaire()
    as_is = {"long_form": "as_is"}

    assert (before.respondents, experiment.table().rows) == (4, 4)
    assert (experiment.questionnaire(as_is).respondents, experiment.table(as_is).rows) == (8, 8)
    assert experiment.table({"long_form:file": "pivot"}).rows == 4  # the guess: nothing to read again
    assert (experiment.questionnaire(), len(experiment.sources)) == (before, 1)
    assert len(list((experiment.path / "readings").iterdir())) == 1
