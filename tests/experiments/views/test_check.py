from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from django.urls import reverse
from django.utils import timezone

from experiments import files, services
from experiments.models import DataSource, Experiment
from persona.messages import note, sentence
from persona.samples import SAMPLES
from tests.experiments.pages import text_of
from tests.experiments.test_browsing import many
from tests.factories import ANSWERS, DataSourceFactory, ExperimentFactory, RunFactory
from tests.tables import workbook

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django import DjangoAssertNumQueries

    from accounts.models import User
    from tests.generation.conftest import Posted

pytestmark = pytest.mark.django_db
Status = DataSource.Status
POLL = {"HX-Request": "true", "HX-Target": "reading"}


def address(name: str, source: DataSource) -> str:
    return reverse(f"experiments:{name}", args=[source.experiment_id])


def being_read(experiment: Experiment, progress: int = 40) -> DataSource:
    return DataSource.objects.create(
        experiment=experiment,
        name="a.csv",
        status=Status.READING,
        progress=progress,
        lease_until=timezone.now() + timedelta(minutes=1),
    )


# -- waiting ----------------------------------------------------------------------------------------


def test_without_data_the_way_leads_to_upload(as_alice: Client, experiment: Experiment) -> None:
    response = as_alice.get(reverse("experiments:check", args=[experiment.pk]))

    assert response.headers["Location"] == reverse("experiments:upload", args=[experiment.pk])


def test_a_file_that_is_being_read_shows_how_far_and_asks_again(as_alice: Client, experiment: Experiment) -> None:
    source = being_read(experiment)

    page = as_alice.get(address("check", source)).content.decode()

    assert f'hx-get="{address("check", source)}?seen=reading-40" hx-trigger="every 1s"' in page
    assert '<progress max="100" value="40"' in page
    assert f'<noscript><p><a class="btn" href="{address("check", source)}">' in page


def test_asking_again_brings_only_what_is_new(as_alice: Client, experiment: Experiment) -> None:
    source = being_read(experiment)
    here = address("check", source)

    same = as_alice.get(here, {"seen": "reading-40"}, headers=POLL)
    news = as_alice.get(here, {"seen": "reading-10"}, headers=POLL)

    assert (same.status_code, same.content) == (204, b"")
    assert (news.status_code, text_of(news)) == (200, "Reading rows 40 % 40 %")


@pytest.mark.parametrize(("progress", "words"), [(99, "Reading rows"), (100, "Finding out what each column holds")])
def test_the_steps_of_reading_are_told(as_alice: Client, experiment: Experiment, progress: int, words: str) -> None:
    source = being_read(experiment, progress)

    assert text_of(as_alice.get(address("check", source), headers=POLL)).startswith(words)


def test_the_end_of_the_wait_is_a_page_of_its_own(as_alice: Client, source: DataSource) -> None:
    response = as_alice.get(address("check", source), {"seen": "reading-100"}, headers=POLL)

    assert response.headers["HX-Redirect"] == address("check", source)


# -- read -------------------------------------------------------------------------------------------


def test_the_check_shows_figures_faults_and_questions(as_alice: Client, experiment: Experiment) -> None:
    source = DataSourceFactory(experiment=experiment, content=ANSWERS + "5,Lyon\n6,Lyon,Too,many\n")

    response = as_alice.get(address("check", source))

    assert "We read answers.csv as 5 people and 3 questions." in text_of(response)
    assert [(group.lines, group.reason) for group in response.context["groups"]] == [
        ("Line 7", "4 cells, but the table has 3 columns.")
    ]
    assert [(section.id, [line.names for line in section.lines]) for section in response.context["sections"]] == [
        ("choices", ["city", "What annoys you?"]),
        ("administration", ["id"]),
    ]
    assert response.context["dialect_words"] == "Comma, UTF-8, header in line 1"


def test_what_was_mended_is_told(as_alice: Client, experiment: Experiment) -> None:
    rows = "".join(f"{n},Porto,I like it,yes\n" for n in range(5, 20))
    source = DataSourceFactory(
        experiment=experiment, content=f"id,city,why,again\n{rows}20,Lyon,Short\n\n21,Lyon,No,no\n"
    )

    response = as_alice.get(address("check", source))

    assert response.context["notes"] == [note("blank_lines", 1), note("padded", 1)]
    assert note("padded", 1) in text_of(response)


def test_thin_data_is_warned_of_in_the_words_of_the_command_line(as_alice: Client, experiment: Experiment) -> None:
    source, few = many(experiment, 40), sentence("few_rows", rows="40 rows")
    assert as_alice.get(address("check", source)).context["warnings"] == [few]


def test_what_people_wrote_cannot_become_markup(as_alice: Client, experiment: Experiment) -> None:
    content = ANSWERS.replace("city", "<script>alert(1)</script>").replace("Porto", '"><img src=x>')
    source = DataSourceFactory(experiment=experiment, content=content.replace('"><img', "'><img"))

    page = as_alice.get(address("check", source)).content.decode()

    assert "<script>alert" not in page
    assert "<img" not in page


def test_a_file_that_was_uploaded_before_is_told_and_not_merged(
    as_alice: Client, alice: User, source: DataSource, charlie: User
) -> None:
    DataSourceFactory(experiment=ExperimentFactory(owner=charlie))
    assert as_alice.get(address("check", source)).context["twin"] is None

    twin = DataSourceFactory(experiment=ExperimentFactory(owner=alice, name="The first study"))

    assert as_alice.get(address("check", source)).context["twin"] == twin.experiment
    assert source.experiment.sources.count() == twin.experiment.sources.count() == 1


def test_samples_name_who_made_them(as_alice: Client, experiment: Experiment, source: DataSource) -> None:
    assert as_alice.get(address("check", source)).context["attribution"] == ""

    experiment.is_sample = True
    experiment.save()
    DataSource.objects.update(name=SAMPLES[1].path.name)

    response = as_alice.get(address("check", source))
    assert response.context["attribution"] == SAMPLES[1].attribution
    assert "RStudio" in text_of(response)


@pytest.mark.parametrize("width", [3, 60])
def test_the_number_of_queries_does_not_grow(
    as_alice: Client, experiment: Experiment, django_assert_num_queries: DjangoAssertNumQueries, width: int
) -> None:
    header = ",".join(f"c{number}" for number in range(width))
    rows = "\n".join(",".join(str(row * number) for number in range(width)) for row in range(12))
    source = DataSourceFactory(experiment=experiment, content=f"{header}\n{rows}\n")

    # session, person, their membership, experiment, source, whether data is fixed, twin
    with django_assert_num_queries(7):
        as_alice.get(address("check", source))


# -- not readable -----------------------------------------------------------------------------------


def failed(experiment: Experiment, code: str) -> DataSource:
    error = {
        "code": code,
        "message": "Line 2: the letters cannot be read as UTF-8.",
        "hint": "Choose another encoding.",
        "problems": [{"code": "x", "message": "Something", "line": 2, "column": "city", "hint": ""}],
        "lines": [{"line": 1, "text": "<a>", "is_wrong": False}, {"line": 2, "text": "b", "is_wrong": True}],
    }
    return DataSource.objects.create(experiment=experiment, name="a.csv", status=Status.FAILED, error=error)


def test_a_file_that_cannot_be_read_says_what_where_and_what_now(as_alice: Client, experiment: Experiment) -> None:
    source = failed(experiment, "wrong_encoding")

    response = as_alice.get(address("check", source))
    page = response.content.decode()

    assert "Line 2: the letters cannot be read as UTF-8. Choose another encoding." in text_of(response)
    assert "Something Column “city”." in text_of(response)
    assert '<li data-line="1">&lt;a&gt;</li>\n<li data-line="2" class="x">b</li>' in page
    assert f'href="{address("upload", source)}"' in page
    assert 'id="dialect"' in page


def test_another_reading_is_offered_only_where_it_can_help(as_alice: Client, experiment: Experiment) -> None:
    page = as_alice.get(address("check", failed(experiment, "not_a_table"))).content.decode()

    assert 'id="dialect"' not in page


# -- another dialect --------------------------------------------------------------------------------


def test_the_file_is_read_again_as_a_person_says(as_alice: Client, source: DataSource, posted: Posted) -> None:
    choice = {"delimiter": "tab", "encoding": "cp1252", "header": "no"}

    with posted() as messages:
        response = as_alice.post(address("check", source), choice)

    new = DataSource.objects.get()
    assert response.headers["Location"] == address("check", source)
    assert new.choices == {"delimiter": "\t", "encoding": "cp1252", "header": False}
    assert messages == [("experiments.check_source", [str(new.pk)])]


@pytest.mark.parametrize("choice", [{"delimiter": "§"}, {"encoding": "klingon"}, {"header": "perhaps"}])
def test_a_dialect_that_is_not_offered_changes_nothing(
    as_alice: Client, source: DataSource, choice: dict[str, str]
) -> None:
    as_alice.post(address("check", source), choice)

    assert list(DataSource.objects.all()) == [source]


def test_fixed_data_is_not_read_again(as_alice: Client, source: DataSource) -> None:
    RunFactory(experiment=source.experiment)

    response = as_alice.post(address("check", source), {"delimiter": "tab"}, follow=True)

    assert [message.message for message in response.context["messages"]] == [
        f"{services.DataFixed().message} {services.DataFixed().hint}"
    ]
    assert list(DataSource.objects.all()) == [source]


def test_the_form_remembers_what_was_chosen(as_alice: Client, source: DataSource) -> None:
    DataSource.objects.update(choices={"delimiter": ";", "header": True})

    form = as_alice.get(address("check", source)).context["dialect"]

    assert form.initial == {"delimiter": "semicolon", "encoding": "", "sheet": "", "header": "yes"}


@pytest.fixture
def book(experiment: Experiment) -> DataSource:
    """A workbook with two sheets; the larger one was read."""
    likes, dislikes = [["Who", "What do you like?"]], [["Who", "What annoys you?"]]
    likes += [[f"P{n}", f"I like the list for day {n}"] for n in range(12)]
    dislikes += [[f"P{n}", f"Day {n} is always too short"] for n in range(5)]
    content = workbook({"Likes": likes, "Dislikes": dislikes})
    return DataSourceFactory(experiment=experiment, name="answers.xlsx", content=content)


def test_a_workbook_tells_its_sheet_and_lets_choose_another(as_alice: Client, book: DataSource, posted: Posted) -> None:
    context = as_alice.get(address("check", book)).context

    assert context["dialect_words"] == "Excel workbook, sheet “Likes” of 2, column names in row 1"
    assert list(context["dialect"].fields) == ["sheet", "header"]
    assert [label for _, label in context["dialect"].fields["sheet"].choices] == [
        "The one with most answers",
        "Likes",
        "Dislikes",
    ]

    with posted():
        as_alice.post(address("check", book), {"sheet": "Dislikes", "header": ""})

    assert DataSource.objects.get().choices == {"sheet": "Dislikes"}


@pytest.mark.parametrize(("name", "fields"), [("a.XLSX", ["header"]), ("a.csv", ["delimiter", "encoding", "header"])])
def test_what_can_be_said_of_an_unreadable_file_goes_by_its_name(
    as_alice: Client, experiment: Experiment, name: str, fields: list[str]
) -> None:
    source = failed(experiment, "no_rows")
    DataSource.objects.update(name=name)

    assert list(as_alice.get(address("check", source)).context["dialect"].fields) == fields


def test_a_sheet_that_is_not_there_changes_nothing(as_alice: Client, book: DataSource) -> None:
    as_alice.post(address("check", book), {"sheet": "Nowhere"})

    assert list(DataSource.objects.all()) == [book]


@pytest.mark.parametrize(
    ("name", "content", "words", "fields"),
    [
        ("a.json", '[{"q": "I like it"}, {"q": "I do not"}, {"q": "It is fine"}]', "JSON, one object per row", 1),
        (
            "talk.txt",
            "Interviewer: How do you plan?\nAnn: On paper.\nInterviewer: Why?\nAnn: I like paper, it is quick.\n",
            "Transcript, one row for each participant",
            1,
        ),
    ],
)
def test_files_that_are_no_tables_say_what_they_are(
    as_alice: Client, experiment: Experiment, name: str, content: str, words: str, fields: int
) -> None:
    source = DataSourceFactory(experiment=experiment, name=name, content=content)

    response = as_alice.get(address("check", source))

    assert (response.context["dialect_words"], len(response.context["dialect"].fields)) == (words, fields)
    assert words in response.content.decode()


# -- Charlie ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "method"), [("check", "get"), ("check", "post"), ("question-update", "post"), ("skipped-lines", "get")]
)
def test_charlie_finds_nothing(as_charlie: Client, source: DataSource, name: str, method: str) -> None:
    ask = getattr(as_charlie, method)
    unknown = reverse(f"experiments:{name}", args=[UUID(int=7)])

    foreign, missing = ask(address(name, source), {"use-city": "none"}), ask(unknown, {"use-city": "none"})

    assert (foreign.status_code, text_of(foreign)) == (404, text_of(missing))
    assert list(DataSource.objects.values_list("pk", "version")) == [(source.pk, 0)]
    assert files.source(source.experiment_id, source.pk).is_dir()


def test_interviews_are_shown_with_who_asks_and_how_much_is_said(as_alice: Client, experiment: Experiment) -> None:
    talk = b"Lena: How do you plan?\nJo: On a list.\nLena: Why so?\nJo: It is quick and clear.\n"
    source = DataSourceFactory(experiment=experiment, name="07-jo.txt", content=talk)
    response = as_alice.get(address("check", source))
    (line,) = response.context["interviews"].lines
    assert (line.interview.title, line.interview.words, line.interview.asked_by) == ("07-jo", 8, ("Lena",))
    assert "We read 07-jo.txt as 1 interview with 1 person." in text_of(response)
