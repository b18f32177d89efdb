"""Changes of what a file is understood as: answers, choices, the way back, and two at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from experiments import questions
from experiments.columns import columns_of
from experiments.models import DataSource
from experiments.questionnaires import as_read, questionnaire_of
from persona.exceptions import ConfigurationError
from persona.models import ColumnChoice, ColumnRole, QuestionChoice
from persona.questionnaire.kinds import QuestionKind as Kind
from tests.factories import TWO_HEADS, DataSourceFactory, RunFactory

if TYPE_CHECKING:
    from experiments.models import Experiment
    from persona.models import Column
    from tests.generation.conftest import Posted

pytestmark = pytest.mark.django_db
BATTERY = [f"q1_{item}" for item in range(1, 5)]
DIRECTION = "scale_direction:q1"


@pytest.fixture
def survey(experiment: Experiment) -> DataSource:
    """A battery whose direction nobody can know, a city and an open answer."""
    header = ",".join(["id", "city", *BATTERY, "What annoys you?"])
    rows = [
        f"{n},{['Porto', 'Lyon'][n % 2]},{','.join(str((n * item) % 5 + 1) for item in (1, 2, 3, 4))},"
        f"The plan number {n} breaks when dinner number {n + 1} slips."
        for n in range(1, 41)
    ]
    return DataSourceFactory(experiment=experiment, content="\n".join([header, *rows, ""]))


def kinds(source: DataSource) -> dict[str, Kind]:
    return {question.id: question.kind for question in questionnaire_of(source).questions}


def test_the_survey_asks_about_its_scale(survey: DataSource) -> None:
    assert [doubt.id for doubt in questionnaire_of(survey).doubts] == [DIRECTION]


def test_an_answer_is_kept_and_its_doubt_stays(survey: DataSource) -> None:
    after = questions.answer(source=survey, answers={DIRECTION: "1_is_best"}, words="1 is best")

    found = questionnaire_of(after)
    assert (after.answers, after.version) == ({DIRECTION: "1_is_best"}, 1)
    assert found.question("q1").scale is not None
    assert found.question("q1").scale.higher_is == "less"  # type: ignore[union-attr]
    assert [doubt.id for doubt in found.doubts] == [DIRECTION]
    assert [entry["words"] for entry in after.changes] == ["1 is best"]


@pytest.mark.parametrize(
    ("answers", "code", "says"),
    [
        ({DIRECTION: "sideways"}, "answer_not_offered", "“sideways” is no answer to the doubt “scale_direction:q1”."),
        ({"weight:q1": "use"}, "doubt_not_raised", "The file raises no doubt “weight:q1”."),
        ({"mood:q1": "use"}, "unknown_doubt", "There is no doubt “mood:q1”."),
    ],
)
def test_what_no_doubt_offers_is_refused_in_words(
    survey: DataSource, answers: dict[str, str], code: str, says: str
) -> None:
    with pytest.raises(ConfigurationError) as refused:
        questions.answer(source=survey, answers=answers)

    survey.refresh_from_db()
    assert (refused.value.code, refused.value.message, survey.version) == (code, says, 0)


def test_choices_add_up_and_none_takes_back(survey: DataSource) -> None:
    after = questions.choose(source=survey, questions={"city": QuestionChoice(kind=Kind.OPEN, use="none")})
    after = questions.choose(
        source=after, questions={"city": QuestionChoice(use=None), "q1": QuestionChoice(use="none")}
    )

    assert after.questions == {"city": {"kind": "open_answer"}, "q1": {"use": "none"}}
    assert (kinds(after)["city"], questionnaire_of(after).question("q1").use) == (Kind.OPEN, "none")
    assert {name: column.role for name, column in columns_by_name(after).items()} | {"id": None} == {
        "id": None,
        "city": ColumnRole.OPEN,
        **dict.fromkeys(BATTERY, ColumnRole.IGNORE),
        "What annoys you?": ColumnRole.OPEN,
    }

    again = questions.choose(
        source=after, questions={"city": QuestionChoice(kind=None), "q1": QuestionChoice(use=None)}
    )
    assert (again.questions, questionnaire_of(again)) == ({}, as_read(again))


def columns_by_name(source: DataSource) -> dict[str, Column]:
    return {column.name: column for column in columns_of(source)}


def test_a_question_that_is_not_there_changes_nothing(survey: DataSource) -> None:
    with pytest.raises(ConfigurationError) as refused:
        questions.choose(source=survey, questions={"q99": QuestionChoice(use="none")})

    survey.refresh_from_db()
    assert (refused.value.code, survey.version) == ("unknown_question", 0)


def test_the_last_change_is_taken_back_and_the_one_before(survey: DataSource) -> None:
    first = questions.answer(source=survey, answers={DIRECTION: "unknown"})
    second = questions.choose(source=first, questions={"city": QuestionChoice(use="none")})

    once = questions.undo(source=second)
    assert (once.answers, once.questions, len(once.changes)) == ({DIRECTION: "unknown"}, {}, 1)
    twice = questions.undo(source=once)
    assert (twice.answers, twice.changes, questionnaire_of(twice)) == ({}, [], as_read(twice))
    assert questions.undo(source=twice).version == twice.version


def test_guesses_are_accepted_all_at_once_and_dropped_again(survey: DataSource) -> None:
    chosen = questions.choose(source=survey, questions={"city": QuestionChoice(use="none")})
    [doubt] = questionnaire_of(survey).doubts

    accepted = questions.accept_guesses(source=chosen)
    assert accepted.answers == {DIRECTION: doubt.default}
    assert questions.accept_guesses(source=accepted).version == accepted.version

    started = questions.start_again(source=accepted)
    assert (started.answers, started.questions) == ({}, {})
    assert questions.undo(source=started).answers == accepted.answers


def test_a_change_made_meanwhile_is_not_lost(survey: DataSource, monkeypatch: pytest.MonkeyPatch) -> None:
    """While the file is understood anew for one choice, another one comes in."""
    really, calls = questions.understood, []

    def understood(*args: object) -> object:
        calls.append(args)
        if len(calls) == 1:
            questions.choose(source=survey, questions={"city": QuestionChoice(use="none")})
        return really(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(questions, "understood", understood)
    after = questions.answer(source=survey, answers={DIRECTION: "unknown"})

    assert (after.answers, after.questions, after.version) == ({DIRECTION: "unknown"}, {"city": {"use": "none"}}, 2)
    assert questionnaire_of(after).question("city").use == "none"


def test_a_choice_about_a_question_that_went_is_let_go(survey: DataSource) -> None:
    """Joined columns are no questions of their own any more."""
    alone = questions.choose(source=survey, questions={"q1_1": QuestionChoice(kind=Kind.OPEN)})
    assert kinds(alone)["q1_1"] is Kind.OPEN

    whole = questions.choose(source=alone, questions={"q1": QuestionChoice(columns=tuple(BATTERY), kind=Kind.BATTERY)})

    assert kinds(whole)["q1"] is Kind.BATTERY


def test_an_answer_about_reading_has_the_file_read_anew(experiment: Experiment, posted: Posted) -> None:
    source = DataSourceFactory(experiment=experiment, content=TWO_HEADS)
    [doubt] = [doubt for doubt in questionnaire_of(source).doubts if doubt.code == "header_rows"]
    other = next(each.value for each in doubt.answers if each.value != doubt.default)

    assert questions.answer(source=source, answers={doubt.id: doubt.default}).pk == source.pk
    with posted() as messages:
        new = questions.answer(source=source, answers={doubt.id: other})

    assert (new.answers, new.choices) == ({doubt.id: other}, {"header_rows": int(other)})
    assert messages == [("experiments.check_source", [str(new.pk)])]
    assert list(DataSource.objects.all()) == [new]


def test_words_on_columns_become_words_on_questions(survey: DataSource) -> None:
    after = questions.choose_columns(
        source=survey,
        wanted={"city": ColumnChoice(role=ColumnRole.PERSONAL), "q1_2": ColumnChoice(role=ColumnRole.OPEN)},
    )

    assert after.questions == {"city": {"kind": "personal_data"}, "q1_2": {"kind": "open_answer"}}
    assert (columns_by_name(after)["city"].role, columns_by_name(after)["q1_2"].role) == (
        ColumnRole.PERSONAL,
        ColumnRole.OPEN,
    )
    with pytest.raises(ConfigurationError) as refused:
        questions.choose_columns(source=after, wanted={"town": ColumnChoice(basis=True)})
    assert refused.value.code == "unknown_column"


def test_what_an_earlier_version_kept_about_columns_counts(survey: DataSource) -> None:
    DataSource.objects.update(overrides={"city": {"role": "ignore", "basis": None}})

    after = questions.choose(source=survey, questions={"q1": QuestionChoice(use="none")})

    assert after.questions == {"city": {"kind": "unused"}, "q1": {"use": "none"}}


def test_a_run_does_not_hinder_a_change_for_the_next_one(survey: DataSource) -> None:
    RunFactory(experiment=survey.experiment)

    assert questions.answer(source=survey, answers={DIRECTION: "unknown"}).version == 1
