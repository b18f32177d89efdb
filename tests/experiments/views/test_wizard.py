from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from experiments import files, limits, services, tasks
from experiments.models import DataSource, Experiment
from persona.messages import data_error
from persona.samples import SAMPLES
from tests.experiments.pages import text_of
from tests.factories import ANSWERS, ExperimentFactory, RunFactory

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django.fixtures import SettingsWrapper

    from accounts.models import User
    from tests.generation.conftest import Posted

pytestmark = pytest.mark.django_db
CSV = b"id,What annoys you?\n1,The list ignores what is at home\n2,Recipes take longer than they say\n"
BOUNDARY = "a-boundary"


def address(name: str, experiment: Experiment) -> str:
    return reverse(f"experiments:{name}", args=[experiment.pk])


def send(client: Client, experiment: Experiment, content: bytes = CSV, name: str = "answers.csv") -> Any:
    return client.post(address("upload", experiment), {"file": SimpleUploadedFile(name, content)})


def send_raw(client: Client, experiment: Experiment, body: bytes, **environ: Any) -> Any:
    kind = f"multipart/form-data; boundary={BOUNDARY}"
    return client.generic("POST", address("upload", experiment), body, kind, **environ)


def multipart(content: bytes) -> bytes:
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="answers.csv"\r\n\r\n'
    return head.encode() + content + f"\r\n--{BOUNDARY}--\r\n".encode()


def left_behind() -> list[Path]:
    return [path for path in files.incoming().parent.rglob("*") if path.is_file()]


def problem(response: Any) -> tuple[int, str, str]:
    found = response.context["problem"]
    return response.status_code, found.message, found.hint


def words(code: str, **values: object) -> tuple[str, str]:
    """What the command line says in this case."""
    error = data_error(code, **values)
    return error.message, error.hint


# -- describe ---------------------------------------------------------------------------------------


def test_a_described_experiment_goes_on_to_upload(as_alice: Client, alice: User) -> None:
    key = uuid4()

    response = as_alice.post(reverse("experiments:create"), {"key": key, "name": " Meals ", "description": "Why?"})

    experiment = Experiment.objects.get()
    assert response.headers["Location"] == address("upload", experiment)
    assert (experiment.pk, experiment.owner, experiment.name, experiment.description) == (key, alice, "Meals", "Why?")


def test_the_same_form_twice_is_one_experiment(as_alice: Client) -> None:
    form = {"key": uuid4(), "name": "Meals"}

    answers = {as_alice.post(reverse("experiments:create"), form).headers["Location"] for _ in range(2)}

    assert answers == {address("upload", Experiment.objects.get())}


def test_a_key_of_somebody_elses_experiment_makes_a_new_one(as_charlie: Client, experiment: Experiment) -> None:
    response = as_charlie.post(reverse("experiments:create"), {"key": experiment.pk, "name": "Mine"})

    mine = Experiment.objects.exclude(pk=experiment.pk).get()
    assert response.headers["Location"] == address("upload", mine)
    experiment.refresh_from_db()
    assert experiment.name == "Meal planning"


@pytest.mark.parametrize("name", ["", "   ", "x" * 121])
def test_a_name_that_cannot_be_used_is_asked_for_again(as_alice: Client, name: str) -> None:
    response = as_alice.post(reverse("experiments:create"), {"name": name, "description": "Kept"})

    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["name"]
    assert response.context["form"]["description"].value() == "Kept"
    assert Experiment.objects.count() == 0


def test_describing_again_changes_name_and_question(as_alice: Client, experiment: Experiment) -> None:
    here = address("describe", experiment)
    assert as_alice.get(here).context["form"].initial["name"] == "Meal planning"

    response = as_alice.post(here, {"name": "Dinner", "description": "When?"})

    experiment.refresh_from_db()
    assert (experiment.name, experiment.description) == ("Dinner", "When?")
    assert response.headers["Location"] == address("upload", experiment)


def test_a_bad_new_name_does_not_show_as_if_it_were_saved(as_alice: Client, experiment: Experiment) -> None:
    response = as_alice.post(address("describe", experiment), {"name": ""})

    assert response.status_code == 422
    assert response.context["experiment"].name == "Meal planning"


def test_with_data_describing_leads_back_to_the_check(as_alice: Client, source: DataSource) -> None:
    response = as_alice.post(address("describe", source.experiment), {"name": "Dinner"})

    assert response.headers["Location"] == address("check", source.experiment)


# -- upload -----------------------------------------------------------------------------------------


def test_an_upload_waits_to_be_read(as_alice: Client, experiment: Experiment, posted: Posted) -> None:
    with posted() as messages:
        response = send(as_alice, experiment, name="../My answers.csv")

    source = DataSource.objects.get()
    assert response.headers["Location"] == address("check", experiment)
    assert (source.experiment, source.name, source.bytes) == (experiment, "My answers.csv", len(CSV))
    assert source.status == DataSource.Status.WAITING
    assert messages == [("experiments.check_source", [str(source.pk)])]
    assert left_behind() == [files.upload(source.pk)]
    assert files.upload(source.pk).read_bytes() == CSV


def test_the_same_file_again_is_told_and_changes_nothing(as_alice: Client, source: DataSource) -> None:
    response = as_alice.post(
        address("upload", source.experiment), {"file": SimpleUploadedFile("copy.csv", ANSWERS.encode())}, follow=True
    )

    assert [str(message) for message in response.context["messages"]] == [
        "This is the same file as before, so nothing has changed."
    ]
    assert list(DataSource.objects.all()) == [source]
    assert left_behind() == []


def test_an_empty_file_leaves_nothing_behind(as_alice: Client, experiment: Experiment) -> None:
    response = send(as_alice, experiment, b"")

    assert problem(response) == (422, *words("empty"))
    assert (DataSource.objects.count(), left_behind()) == (0, [])


def test_a_form_without_a_file_says_so(as_alice: Client, experiment: Experiment) -> None:
    response = as_alice.post(address("upload", experiment), {})

    assert problem(response) == (422, "No file was chosen.", "Choose the file that holds the answers.")


def test_a_body_that_is_too_large_by_its_own_word_is_not_read(
    as_alice: Client, experiment: Experiment, settings: SettingsWrapper
) -> None:
    class Unread(BytesIO):
        def read(self, *_: Any) -> bytes:
            raise AssertionError("the body was read")

    response = send_raw(as_alice, experiment, b"", **{"wsgi.input": Unread(), "CONTENT_LENGTH": "312000000"})

    assert problem(response) == (413, *words("too_large", found="312 MB", limit="200 MB"))
    assert (DataSource.objects.count(), left_behind()) == (0, [])


def test_a_file_that_grows_over_the_limit_is_dropped(
    as_alice: Client, experiment: Experiment, settings: SettingsWrapper
) -> None:
    settings.ENV = settings.ENV.model_copy(update={"max_upload_mb": 1})

    response = send(as_alice, experiment, b"x" * 1_000_001)

    assert problem(response) == (413, *words("too_large", found="more than 1 MB", limit="1 MB"))
    assert (DataSource.objects.count(), left_behind()) == (0, [])


def test_a_file_at_the_limit_is_taken(as_alice: Client, experiment: Experiment, settings: SettingsWrapper) -> None:
    settings.ENV = settings.ENV.model_copy(update={"max_upload_mb": 1})

    assert send(as_alice, experiment, b"x" * 1_000_000).status_code == 302


@pytest.mark.parametrize("end", [-1, -len(BOUNDARY), -len(BOUNDARY) - 30])
def test_an_upload_that_ends_too_early_leaves_nothing_behind(
    as_alice: Client, experiment: Experiment, end: int
) -> None:
    response = send_raw(as_alice, experiment, multipart(CSV)[: end - 5])

    assert problem(response) == (422, *words("cut_off"))
    assert (DataSource.objects.count(), left_behind()) == (0, [])


def test_a_browser_that_goes_away_leaves_nothing_behind(as_alice: Client, experiment: Experiment) -> None:
    class Broken(BytesIO):
        """What a server hands on when the connection breaks after some bytes."""

        def read(self, *size: Any) -> bytes:
            if not (some := super().read(*size)):
                raise OSError("the client went away")
            return some

    as_alice.raise_request_exception = False
    response = send_raw(
        as_alice, experiment, b"", **{"wsgi.input": Broken(multipart(CSV * 2000)[:100_000]), "CONTENT_LENGTH": "200000"}
    )

    assert response.status_code >= 400
    assert (DataSource.objects.count(), left_behind()) == (0, [])


def test_an_upload_without_the_token_is_refused_and_dropped(alice: User, experiment: Experiment) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(alice)

    assert send(client, experiment).status_code == 403
    assert (DataSource.objects.count(), left_behind()) == (0, [])


def test_several_files_are_one_source_that_is_read_together(as_alice: Client, experiment: Experiment) -> None:
    later = b"What annoys you?,id\nIt is too slow for me,3\n"
    two = [SimpleUploadedFile("spring.csv", CSV), SimpleUploadedFile("autumn.csv", later)]

    response = as_alice.post(address("upload", experiment), {"file": two})

    source = DataSource.objects.get()
    assert (response.status_code, source.name) == (302, "spring.csv and 1 more.zip")
    assert left_behind() == [files.upload(source.pk)]
    tasks.check_source(str(source.pk))
    source.refresh_from_db()
    assert (source.status, source.rows, source.report["sheets_read"]) == (
        "ready",
        3,
        {"autumn.csv": 1, "spring.csv": 2},
    )


def test_answers_are_added_to_those_that_are_there(as_alice: Client, experiment: Experiment) -> None:
    send(as_alice, experiment)
    tasks.check_source(str(DataSource.objects.get().pk))
    more = SimpleUploadedFile("more.csv", b"id,What annoys you?\n7,Nothing at all\n")

    as_alice.post(address("upload", experiment), {"file": more, "add": "yes"})

    source = DataSource.objects.get(status="waiting")
    assert source.name == "answers.csv and 1 more.zip"
    tasks.check_source(str(source.pk))
    source.refresh_from_db()
    assert (source.status, source.rows) == ("ready", 3)


def test_one_empty_file_among_several_is_told(as_alice: Client, experiment: Experiment) -> None:
    two = [SimpleUploadedFile("spring.csv", CSV), SimpleUploadedFile("autumn.csv", b"")]

    response = as_alice.post(address("upload", experiment), {"file": two})

    assert problem(response)[0] == 422
    assert (DataSource.objects.count(), left_behind()) == (0, [])


def test_data_that_personas_quote_cannot_be_replaced(as_alice: Client, source: DataSource) -> None:
    RunFactory(experiment=source.experiment)

    response = send(as_alice, source.experiment)

    assert problem(response)[0] == 422
    assert response.context["problem"].code == "data_fixed"
    assert list(DataSource.objects.all()) == [source]
    assert left_behind() == []


def test_the_page_says_what_is_allowed_and_what_is_there(as_alice: Client, source: DataSource) -> None:
    response = as_alice.get(address("upload", source.experiment))

    assert response.status_code == 200
    assert (response.context["limits"].bytes, response.context["source"]) == (200_000_000, source)


# -- samples ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.key)
def test_one_click_makes_an_experiment_with_a_sample(
    as_alice: Client, alice: User, data_dir: Path, posted: Posted, sample: Any
) -> None:
    with posted() as messages:
        response = as_alice.post(reverse("experiments:sample-create", args=[sample.key]), {"key": uuid4()})

    experiment = Experiment.objects.get()
    source = experiment.source
    assert source is not None
    assert response.headers["Location"] == address("check", experiment)
    assert (experiment.owner, experiment.name, experiment.is_sample) == (alice, sample.name, True)
    assert (source.name, source.bytes) == (sample.path.name, sample.path.stat().st_size)
    assert files.upload(source.pk).read_bytes() == sample.path.read_bytes()
    assert messages == [("experiments.check_source", [str(source.pk)])]


def test_two_clicks_make_one_experiment(as_alice: Client, data_dir: Path) -> None:
    key = uuid4()
    for _ in range(2):
        as_alice.post(reverse("experiments:sample-create", args=[SAMPLES[0].key]), {"key": key})

    assert [experiment.pk for experiment in Experiment.objects.all()] == [key]
    assert DataSource.objects.count() == 1


def test_without_room_for_a_sample_the_list_says_so(
    as_alice: Client, source: DataSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "FILES", 1)

    response = as_alice.post(reverse("experiments:sample-create", args=[SAMPLES[0].key]), follow=True)

    problem = services.NoRoom()
    assert [str(message) for message in response.context["messages"]] == [f"{problem.message} {problem.hint}"]
    assert response.redirect_chain == [("/", 302)]


def test_a_sample_that_does_not_exist_is_not_found(as_alice: Client, data_dir: Path) -> None:
    assert as_alice.post(reverse("experiments:sample-create", args=["none"])).status_code == 404
    assert Experiment.objects.count() == 0


# -- Charlie ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["describe", "upload"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_charlie_finds_nothing(as_charlie: Client, experiment: Experiment, name: str, method: str) -> None:
    ask = getattr(as_charlie, method)
    unknown = reverse(f"experiments:{name}", args=[UUID(int=7)])

    foreign, missing = ask(address(name, experiment)), ask(unknown)

    assert (foreign.status_code, text_of(foreign)) == (404, text_of(missing))


def test_charlies_upload_is_not_even_received(as_charlie: Client, experiment: Experiment) -> None:
    assert send(as_charlie, experiment).status_code == 404
    assert (DataSource.objects.count(), left_behind()) == (0, [])


def test_others_lists_are_not_touched(as_charlie: Client, experiment: Experiment) -> None:
    ExperimentFactory()

    assert as_charlie.get(reverse("experiments:create")).status_code == 200
