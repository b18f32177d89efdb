"""Pictures that people bring for personas: drawn anew, seen by whoever sees the persona, in files, by nobody else."""

from __future__ import annotations

import io
from base64 import b64encode
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from accounts.models import ApiToken
from generation.edits.services import edit
from generation.models import EditEntry, OwnPicture
from generation.personas import pictures
from generation.personas.pictures import KEPT, dressed, is_kept, keep_picture
from persona.edits import ChoosePortrait
from persona.exceptions import ConfigurationError
from persona.exporting.formats import export
from persona.exporting.look import OURS, Look
from persona.exporting.pictures import LARGEST_FILE, PORTRAIT, re_encoded
from tests.api.conftest import Program
from tests.generation.shares.conftest import shared
from tests.persona.exporting.results import RESULT

if TYPE_CHECKING:
    from collections.abc import Callable

    from accounts.models import User
    from generation.models import Persona, Run

pytestmark = pytest.mark.django_db
Image = pytest.importorskip("PIL.Image")


def photo() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (90, 30), "#7a1f5c").save(file, "JPEG")
    return file.getvalue()


def drawn() -> bytes:
    return re_encoded(photo(), PORTRAIT, square=True)


def first(run: Run) -> Persona:
    return run.personas.get(position=1)


def send(client: Client, persona: Persona, content: bytes) -> Any:
    there = reverse("generation:persona-edit", args=[persona.pk])
    return client.post(there, {"do": "picture", "file": SimpleUploadedFile("me.jpg", content, "image/jpeg")})


def test_a_wide_picture_becomes_a_square_of_its_middle() -> None:
    assert Image.open(io.BytesIO(drawn())).size == (30, 30)


def test_a_picture_is_brought_on_the_edit_page_and_seen_on_the_persona(client: Client, run: Run) -> None:
    persona = first(run)
    assertRedirects(send(client, persona, photo()), reverse("generation:persona-edit", args=[persona.pk]))

    persona.refresh_from_db()
    address = reverse("generation:persona-picture", args=[run.pk, persona.picture])
    assert (persona.picture[:4], is_kept(run.experiment_id, persona.picture)) == ("own-", True)
    for page in ("persona", "persona-edit"):
        shown = client.get(reverse(f"generation:{page}", args=[persona.pk]))
        assertContains(shown, f'<img class="face xl p1" src="{address}" alt="">')
    answer = client.get(address)
    assert (answer.content, answer.headers["Content-Type"]) == (drawn(), "image/png")
    assert answer.headers["Cache-Control"] == KEPT
    assert EditEntry.objects.get().kind == "choose_portrait"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"<svg onload='x'/>", "This file is no picture that we can read."),
        (b"0" * (LARGEST_FILE + 1), "The picture is larger than 2 MB"),
        (b"0" * 2 * LARGEST_FILE, "The picture is larger than 2 MB"),
    ],
    ids=["svg", "large", "too large to be received"],
)
def test_what_is_no_picture_is_said_and_changes_nothing(
    client: Client, run: Run, content: bytes, sentence: str
) -> None:
    assertContains(send(client, first(run), content), sentence, status_code=422)
    assert (OwnPicture.objects.count(), EditEntry.objects.count()) == (0, 0)


def test_strangers_and_other_experiments_find_none(
    client: Client, run: Run, charlie: User, client_of: Callable[[User], Client]
) -> None:
    key = keep_picture(run.experiment, photo())
    address = reverse("generation:persona-picture", args=[run.pk, key])

    assert client_of(charlie).get(address).status_code == 404
    assert client.get(address.replace(key, "own-0")).status_code == 404
    other = client.post(reverse("generation:persona-edit", args=[first(run).pk]), {"do": "picture", "picture": "own-0"})
    assertContains(other, "There is no such picture.", status_code=422)


def test_the_same_picture_is_kept_once_and_not_more_than_many(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MOST", 1)
    key = keep_picture(run.experiment, photo())
    assert (keep_picture(run.experiment, photo()), OwnPicture.objects.count()) == (key, 1)
    file = io.BytesIO()
    Image.new("RGB", (4, 4)).save(file, "PNG")
    with pytest.raises(ConfigurationError) as refused:
        keep_picture(run.experiment, file.getvalue())
    assert refused.value.code == "too_many_pictures"


def test_readers_of_a_link_see_it_where_portraits_are_shown(run: Run) -> None:
    assert run.experiment.owner is not None
    key = keep_picture(run.experiment, photo())
    edit(run.experiment.owner, run.pk, ChoosePortrait(persona=1, portrait=key))
    run.refresh_from_db()
    (_, base), (_, nameless) = shared(run, audience="anyone"), shared(run, audience="anyone", names=False)

    for page in ("", "personas/1/", "personas/2/", "present/0/", "present/1/"):
        assertContains(Client().get(base + page), f'src="{base}pictures/{key}.png"')
        assertNotContains(Client().get(nameless + page), key)
    assert Client().get(f"{base}pictures/{key}.png").content == drawn()
    assert Client().get(f"{nameless}pictures/{key}.png").status_code == 404


def test_files_hold_it(run: Run) -> None:
    assert dressed(run) == OURS
    assert run.experiment.owner is not None
    edit(run.experiment.owner, run.pk, ChoosePortrait(persona=2, portrait=keep_picture(run.experiment, photo())))
    run.refresh_from_db()

    assert dressed(run) == Look(portraits={2: drawn()})
    assert dressed(run, {1: "mark1"}) == OURS
    page = export(RESULT, "html", look=dressed(run)).decode()
    assert page.count(b64encode(drawn()).decode()) == 1


@pytest.mark.parametrize("kind", ["docx", "pptx", "pdf", "svg"])
def test_documents_slides_and_sheets_hold_it(kind: str) -> None:
    assert export(RESULT, kind, look=Look(portraits={1: drawn()})) != export(RESULT, kind)


def test_programs_bring_one_and_choose_it(run: Run, alice: User) -> None:
    client = Program(ApiToken.objects.issue(alice, name="Tests", scopes=["read", "write"])[1])
    kept = client.post(f"/runs/{run.pk}/pictures", {"picture": b64encode(photo()).decode()})
    portrait = kept.json()["portrait"]

    made = client.post(
        f"/runs/{run.pk}/edits", {"action": {"type": "choose_portrait", "persona": 1, "portrait": portrait}}
    )
    assert (kept.status_code, made.status_code, first(run).picture) == (201, 201, portrait)
    assert client.post(f"/runs/{run.pk}/pictures", {"picture": "%"}).json()["code"] == "picture_unreadable"
