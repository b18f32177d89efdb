"""The check page asks: doubts, questions, many at once, and one on its own page; with htmx and without."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from experiments.models import DataSource
from experiments.questionnaires import questionnaire_of
from tests.experiments.pages import text_of
from tests.experiments.test_questions import DIRECTION, survey
from tests.factories import TWO_HEADS, DataSourceFactory

if TYPE_CHECKING:
    from django.http import HttpResponse
    from django.test import Client
    from pytest_django import DjangoAssertNumQueries

    from experiments.models import Experiment
    from tests.generation.conftest import Posted

__all__ = ["survey"]
pytestmark = pytest.mark.django_db


def page(source: DataSource) -> str:
    return reverse("experiments:check", args=[source.experiment_id])


def change(client: Client, source: DataSource, form: dict[str, object], *, by: str | None = None) -> HttpResponse:
    """Send a form; `by`: the control that htmx sends it for."""
    headers = {"HX-Request": "true", "HX-Trigger-Name": by} if by else {}
    return client.post(reverse("experiments:question-update", args=[source.experiment_id]), form, headers=headers)


def now(source: DataSource) -> DataSource:
    return DataSource.objects.get(pk=source.pk)


# -- doubts ----------------------------------------------------------------------------------------


def test_a_doubt_is_a_card_with_our_guess_first(as_alice: Client, survey: DataSource) -> None:
    response = as_alice.get(page(survey))

    [card] = response.context["cards"]
    assert (card.is_settled, card.answers[0].value, card.answers[0].is_chosen) == (False, card.doubt.default, True)
    assert "One thing is not certain. " in text_of(response)
    assert f'name="{card.field}" value="{card.doubt.default}" checked' in response.content.decode()


def test_one_click_settles_a_doubt_and_leaves_the_radio_where_it_is(as_alice: Client, survey: DataSource) -> None:
    response = change(as_alice, survey, {f"answer-{DIRECTION}": "1_is_best"}, by=f"answer-{DIRECTION}")

    told = response.content.decode()
    assert (now(survey).answers, response.status_code) == ({DIRECTION: "1_is_best"}, 200)
    assert 'type="radio"' not in told
    assert 'id="state-scale_direction-q1" hx-swap-oob="true"><span class="chip ok">' in told
    assert 'id="look-q1" hx-swap-oob="true"' in told
    assert "“1 is the best or most” Undo" in text_of(response)
    assert "All is settled." in text_of(response)


def test_an_answer_that_is_not_offered_is_refused_in_the_words_of_the_library(
    as_alice: Client, survey: DataSource
) -> None:
    by = f"answer-{DIRECTION}"
    response = change(as_alice, survey, {by: "sideways"}, by=by)

    assert (response.headers["HX-Redirect"], now(survey).version) == (page(survey), 0)
    assert f"“sideways” is no answer to the doubt “{DIRECTION}”. Choose one of:" in text_of(as_alice.get(page(survey)))


def test_all_guesses_are_accepted_at_once_and_taken_back(as_alice: Client, survey: DataSource) -> None:
    [doubt] = questionnaire_of(survey).doubts

    assert change(as_alice, survey, {"accept": "1"}).headers["Location"] == page(survey)
    assert now(survey).answers == {DIRECTION: doubt.default}
    change(as_alice, survey, {"restart": "1"})
    assert now(survey).answers == {}
    change(as_alice, survey, {"undo": "1"})
    assert now(survey).answers == {DIRECTION: doubt.default}


def test_an_answer_about_reading_leads_to_the_wait(as_alice: Client, experiment: Experiment, posted: Posted) -> None:
    source = DataSourceFactory(experiment=experiment, content=TWO_HEADS)
    by = "answer-header_rows:file"

    with posted():
        response = change(as_alice, source, {by: "1"}, by=by)

    assert response.headers["HX-Redirect"] == page(source)
    assert DataSource.objects.get().answers == {"header_rows:file": "1"}


# -- questions -------------------------------------------------------------------------------------


def test_a_menu_changes_one_question_and_is_not_drawn_anew(as_alice: Client, survey: DataSource) -> None:
    response = change(as_alice, survey, {"kind-city": "open_answer"}, by="kind-city")

    told = response.content.decode()
    assert now(survey).questions == {"city": {"kind": "open_answer"}}
    assert 'id="look-city" hx-swap-oob="true"' in told
    assert 'id="use-of-city" hx-swap-oob="true"' in told
    assert 'name="kind-city"' not in told


def test_a_menu_that_sends_what_it_does_not_have_is_refused(as_alice: Client, survey: DataSource) -> None:
    assert change(as_alice, survey, {"kind-city": "king"}, by="kind-city").status_code == 422
    assert now(survey).version == 0


def test_a_question_is_joined_with_another(as_alice: Client, survey: DataSource) -> None:
    choice = {"join": "city", "text": "q1", "kind": "rating_battery", "use": "basis"}
    as_alice.post(reverse("experiments:question", args=[survey.experiment_id, "q1"]), choice)

    names = [question.names for question in questionnaire_of(now(survey)).questions]
    assert names == [("id",), ("city", "q1_1", "q1_2", "q1_3", "q1_4"), ("What annoys you?",)]


def test_without_javascript_the_button_saves_what_was_changed(as_alice: Client, survey: DataSource) -> None:
    shown = {"kind-city": "single_choice", "use-city": "describe", "kind-q1": "rating_battery"}
    form = {**shown, "use-city": "none", "was": urlencode(shown)}

    stay, go_on = change(as_alice, survey, form), change(as_alice, survey, {**form, "next": "settings"})

    assert (now(survey).questions, now(survey).version) == ({"city": {"use": "none"}}, 1)
    assert stay.headers["Location"] == page(survey)
    assert go_on.headers["Location"] == reverse("generation:settings", args=[survey.experiment_id])


def test_what_was_not_saved_on_a_bad_line_is_saved_on_going_on(as_alice: Client, survey: DataSource) -> None:
    form = {"use-city": "none", "kind-city": "open_answer", "unsaved": "use-city", "next": "settings"}

    change(as_alice, survey, form)

    assert now(survey).questions == {"city": {"use": "none"}}


def test_many_are_changed_at_once_and_undone_at_once(as_alice: Client, survey: DataSource) -> None:
    chosen = {"q": ["city", "q1"], "bulk": "apply", "bulk-use": "none", "bulk-kind": ""}

    response = change(as_alice, survey, chosen, by="bulk")

    assert now(survey).questions == {"city": {"use": "none"}, "q1": {"use": "none"}}
    assert "“2 questions”" in text_of(response)
    change(as_alice, survey, {"undo": "1"})
    assert now(survey).questions == {}
    change(as_alice, survey, {"q": ["city"], "bulk": "out"})
    assert now(survey).questions == {"city": {"use": "none"}}


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ({"q": "ANNOYS"}, {"what-annoys-you"}),
        ({"q": "q1_3"}, {"q1"}),
        ({"show": "unsure"}, {"q1"}),
        ({"show": "none"}, {"id"}),
        ({"q": "annoys", "show": "none"}, set()),
        ({"show": "everything"}, {"id", "city", "q1", "what-annoys-you"}),
    ],
)
def test_questions_are_found(as_alice: Client, survey: DataSource, asked: dict[str, str], ids: set[str]) -> None:
    response = as_alice.get(page(survey), asked, headers={"HX-Request": "true", "HX-Target": "questions"})

    lines = [line for section in response.context["sections"] for line in section.lines]
    assert ({line.question.id for line in lines}, "<h1>" in response.content.decode()) == (ids, False)


def test_data_that_is_not_read_yet_has_no_questions(as_alice: Client, experiment: Experiment) -> None:
    response = as_alice.post(reverse("experiments:question-update", args=[experiment.pk]), {"use-city": "none"})

    assert response.headers["Location"] == reverse("experiments:check", args=[experiment.pk])


# -- one question ----------------------------------------------------------------------------------


@pytest.fixture
def coded(experiment: Experiment) -> DataSource:
    """Codes that nobody can read without a code book."""
    rows = "".join(f"{n},{(n % 3) + 1},{'yes' if n % 2 else 'Nope'}\n" for n in range(1, 31))
    return DataSourceFactory(experiment=experiment, content=f"id,Gender,Owner\n{rows}")


def labels(source: DataSource, key: str) -> dict[str, int]:
    return {option.label: option.count for option in questionnaire_of(now(source)).question(key).options}


def fields(source: DataSource, key: str, **changed: str) -> dict[str, str]:
    """The form of a question as the page shows it."""
    question = questionnaire_of(now(source)).question(key)
    form = {"text": question.text, "kind": question.kind.value, "use": question.use, "silent-shown": "1"}
    for at, option in enumerate(question.options):
        form |= {f"option-{at}": option.label, f"label-{at}": option.label, f"place-{at}": str(at + 1)}
    return form | changed


def own(source: DataSource, key: str) -> str:
    return reverse("experiments:question", args=[source.experiment_id, key])


def test_codes_become_words_merge_and_move_by_hand(as_alice: Client, coded: DataSource) -> None:
    as_alice.post(own(coded, "gender"), fields(coded, "gender", kind="single_choice", use="describe"))
    at = {label: n for n, label in enumerate(labels(coded, "gender"))}

    first = {f"label-{at['1']}": "Woman", f"label-{at['2']}": "Man", f"place-{at['2']}": "0"}
    response = as_alice.post(own(coded, "gender"), fields(coded, "gender", text="What are you?", **first))
    assert response.headers["Location"] == own(coded, "gender")
    assert (next(iter(labels(coded, "gender"))), labels(coded, "gender")) == ("Man", {"Woman": 10, "Man": 10, "3": 10})

    at = {label: n for n, label in enumerate(labels(coded, "gender"))}
    as_alice.post(own(coded, "gender"), fields(coded, "gender", **{f"label-{at['3']}": "Man"}))
    assert labels(coded, "gender") == {"Woman": 10, "Man": 20}
    assert questionnaire_of(now(coded)).question("gender").text == "What are you?"


@pytest.mark.parametrize("as_file", [False, True])
def test_a_codebook_turns_codes_into_words(as_alice: Client, coded: DataSource, *, as_file: bool) -> None:
    book = "question,code,label\nGender,1,Woman\nGender,2,Man\nGender,3,Other\nAge,1,Young\n"
    as_alice.post(own(coded, "gender"), fields(coded, "gender", kind="single_choice", use="describe"))

    form = {"file": SimpleUploadedFile("codes.csv", book.encode())} if as_file else {"book": book}
    response = as_alice.post(reverse("experiments:codebook", args=[coded.experiment_id]), form, follow=True)

    assert labels(coded, "gender") == {"Woman": 10, "Man": 10, "Other": 10}
    assert "The code book was used. The data has no question “age”." in text_of(response)


@pytest.mark.parametrize("book", ["", "Dear all,\nplease find attached", "/etc/passwd", "question,code\nGender,1"])
def test_what_is_no_codebook_is_refused_in_words(as_alice: Client, coded: DataSource, book: str) -> None:
    address = reverse("experiments:codebook", args=[coded.experiment_id])

    response = as_alice.post(address, {"book": book}, follow=True)

    [message] = response.context["messages"]
    assert (message.level_tag, now(coded).version) == ("error", 0)


def test_an_option_may_mean_no_answer(as_alice: Client, coded: DataSource) -> None:
    at = list(labels(coded, "owner")).index("Nope")

    as_alice.post(own(coded, "owner"), fields(coded, "owner", **{f"out-{at}": "1"}))

    assert (labels(coded, "owner"), now(coded).questions["owner"]) == ({"yes": 15}, {"no_answer": ["Nope"]})


def test_the_direction_of_a_scale_is_said(as_alice: Client, survey: DataSource) -> None:
    as_alice.post(own(survey, "q1"), {**fields(survey, "q1"), "higher_is": "less", "low_label": "Always"})

    scale = questionnaire_of(now(survey)).question("q1").scale
    assert scale is not None
    assert (scale.higher_is, scale.low_label) == ("less", "Always")


def test_a_column_is_taken_out_and_saving_nothing_changes_nothing(as_alice: Client, survey: DataSource) -> None:
    as_alice.post(own(survey, "q1"), fields(survey, "q1"))
    assert now(survey).version == 0

    kept = {**fields(survey, "q1"), "columns-shown": "1", "column": ["q1_1", "q1_2", "q1_3"]}
    as_alice.post(own(survey, "q1"), kept)

    assert {question.id: question.names for question in questionnaire_of(now(survey)).questions}["q1_4"] == ("q1_4",)


def test_a_question_of_its_own_shows_neighbours_and_words_of_people(as_alice: Client, survey: DataSource) -> None:
    response = as_alice.get(own(survey, "q1"))

    assert (response.context["before"].id, response.context["after"].id) == ("city", "what-annoys-you")
    assert 'dir="auto"' in response.content.decode()
    assert as_alice.get(own(survey, "nothing")).status_code == 404
    assert as_alice.post(own(survey, "city"), {"kind": "king"}).status_code == 422


def test_charlie_finds_no_question(as_charlie: Client, survey: DataSource) -> None:
    missing = as_charlie.get(reverse("experiments:question", args=[UUID(int=7), "city"]))

    for ask in (as_charlie.get, as_charlie.post):
        foreign = ask(own(survey, "city"), {"use": "none"})
        assert (foreign.status_code, text_of(foreign)) == (404, text_of(missing))
    book = as_charlie.post(reverse("experiments:codebook", args=[survey.experiment_id]), {"book": "a"})
    assert (book.status_code, now(survey).version) == (404, 0)


def test_the_number_of_queries_does_not_grow_with_questions(
    as_alice: Client, survey: DataSource, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(7):
        as_alice.get(page(survey))
