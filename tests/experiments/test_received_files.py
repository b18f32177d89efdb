"""Files on their way in: whole, cut off, too large, empty, several at once; and nothing that stays behind."""

from __future__ import annotations

import hashlib
import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadhandler import StopUpload

from experiments import files, packing
from experiments.uploads import ENVELOPE, NoFile, ToDisk, announced_too_large, too_large
from persona.exceptions import PersonaError
from persona.reading.options import MEGABYTE

if TYPE_CHECKING:
    from pathlib import Path

    from django.http import HttpRequest
    from django.test import RequestFactory
    from pytest_django import Settings

    from experiments.uploads import Upload

TABLE = b"id,Age\n1,34\n"


@pytest.fixture(autouse=True)
def one_megabyte(settings: Settings, data_dir: Path) -> None:
    settings.ENV = settings.ENV.model_copy(update={"max_upload_mb": 1})


def receiver(rf: RequestFactory) -> ToDisk:
    return ToDisk(rf.post("/"))


def receive(to: ToDisk, name: str, content: bytes) -> Upload | None:
    """One file of a form, in two chunks."""
    to.new_file("file", name, "text/csv", None)
    half = len(content) // 2
    for at, chunk in ((0, content[:half]), (half, content[half:])):
        to.receive_data_chunk(chunk, at)
    return to.file_complete(len(content))


def raw(rf: RequestFactory, content: bytes, announced: int | None = None) -> HttpRequest:
    request = rf.generic("POST", "/", content, content_type="text/csv")
    request.META["CONTENT_LENGTH"] = str(len(content) if announced is None else announced)
    return request


def arriving() -> int:
    return len(list(files.incoming().iterdir()))


def test_a_file_arrives_whole_under_a_name_of_no_meaning(rf: RequestFactory) -> None:
    to = receiver(rf)
    upload = receive(to, "answers.csv", TABLE)

    assert upload is not None
    assert (upload.name, upload.size, upload.path.read_bytes()) == ("answers.csv", len(TABLE), TABLE)
    assert upload.sha256 == hashlib.sha256(TABLE).hexdigest()
    assert upload.path.parent == files.incoming()
    assert "answers" not in upload.path.name
    assert to.together([upload]) is upload


def test_what_nobody_took_is_removed_and_what_was_moved_stays(rf: RequestFactory, tmp_path: Path) -> None:
    to = receiver(rf)
    taken = receive(to, "a.csv", TABLE)
    receive(to, "b.csv", TABLE)
    assert taken is not None
    taken.path.rename(tmp_path / "taken.csv")

    to.discard()
    to.discard()

    assert (arriving(), (tmp_path / "taken.csv").read_bytes()) == (0, TABLE)


@pytest.mark.parametrize("sizes", [[MEGABYTE + 1], [MEGABYTE, 1], [MEGABYTE // 2] * 3])
def test_the_limit_is_one_of_all_files_together(rf: RequestFactory, sizes: list[int]) -> None:
    to = receiver(rf)

    *before, last = sizes
    for size in before:
        receive(to, "a.csv", bytes(size))

    with pytest.raises(StopUpload):
        receive(to, "b.csv", bytes(last))

    assert (to.problem.code, to.problem.message) == ("too_large", too_large().message)
    to.discard()
    assert arriving() == 0


def test_more_files_than_one_archive_holds_are_not_taken(rf: RequestFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "MEMBERS", 2)
    to = receiver(rf)
    for at in range(2):
        receive(to, f"{at}.csv", TABLE)

    with pytest.raises(StopUpload):
        to.new_file("file", "3.csv", "text/csv", None)

    assert len(to.paths) == 2
    to.discard()


def test_several_files_become_one_archive_with_their_names(rf: RequestFactory) -> None:
    to = receiver(rf)
    uploads = [receive(to, name, TABLE + name.encode()) for name in ("may.csv", "june.csv")]

    packed = to.together(uploads)

    with zipfile.ZipFile(packed.path) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {
            "may.csv": TABLE + b"may.csv",
            "june.csv": TABLE + b"june.csv",
        }
    assert (packed.size, packed.sha256) == (
        packed.path.stat().st_size,
        hashlib.sha256(packed.path.read_bytes()).hexdigest(),
    )
    to.discard()
    assert arriving() == 0


def test_the_same_files_make_the_same_archive(rf: RequestFactory) -> None:
    packed = []
    for _ in range(2):
        to = receiver(rf)
        packed.append(to.together([receive(to, name, TABLE) for name in ("a.csv", "b.csv")]).sha256)

    assert packed[0] == packed[1]


@pytest.mark.parametrize("names", [["a.csv"], ["a.csv", "b.csv"]])
def test_an_empty_file_is_told_whatever_stands_beside_it(rf: RequestFactory, names: list[str]) -> None:
    to = receiver(rf)
    uploads = [receive(to, name, TABLE if at else b"") for at, name in enumerate(names)]

    with pytest.raises(PersonaError) as told:
        to.together(uploads)

    assert told.value.code == "empty"


@pytest.mark.parametrize("received", [[], ["a text in place of a file"]])
def test_a_form_without_a_file_asks_for_one(rf: RequestFactory, received: list[object]) -> None:
    with pytest.raises(NoFile, match=r"No file was chosen\."):
        receiver(rf).together(received)


def test_a_form_that_broke_off_is_told_as_that(rf: RequestFactory) -> None:
    to = receiver(rf)
    to.new_file("file", "a.csv", "text/csv", None)
    to.receive_data_chunk(TABLE, 0)
    to.upload_interrupted()

    with pytest.raises(PersonaError) as told:
        to.together([])

    assert told.value.code == "cut_off"
    to.discard()
    assert arriving() == 0


def test_one_of_two_files_that_did_not_arrive_is_missed(rf: RequestFactory) -> None:
    to = receiver(rf)
    whole = receive(to, "a.csv", TABLE)
    to.new_file("file", "b.csv", "text/csv", None)
    to.upload_interrupted()

    with pytest.raises(PersonaError) as told:
        to.together([whole])

    assert told.value.code == "cut_off"
    to.discard()


# -- a body that is the file ---------------------------------------------------------------------------
def test_a_whole_body_is_a_file(rf: RequestFactory) -> None:
    request = raw(rf, TABLE)
    upload = ToDisk(request).take_raw(request, "answers.csv")

    assert upload is not None
    assert (upload.name, upload.size, upload.path.read_bytes()) == ("answers.csv", len(TABLE), TABLE)


@pytest.mark.parametrize(
    ("content", "announced", "code"),
    [(TABLE, len(TABLE) + 1, "cut_off"), (b"", 5, "cut_off"), (bytes(MEGABYTE + 1), None, "too_large")],
)
def test_a_body_that_is_not_whole_or_too_large_is_none(
    rf: RequestFactory, content: bytes, announced: int | None, code: str
) -> None:
    request = raw(rf, content, announced)
    to = ToDisk(request)

    assert to.take_raw(request, "answers.csv") is None
    assert to.problem.code == code
    to.discard()
    assert arriving() == 0


def test_a_line_that_breaks_off_is_a_body_cut_off(rf: RequestFactory) -> None:
    class Broken(io.BytesIO):
        def read(self, *_: object) -> bytes:
            raise OSError("connection reset")

    request = raw(rf, TABLE)
    to = ToDisk(request)
    request._stream = Broken()

    assert to.take_raw(request, "answers.csv") is None
    assert (to.is_cut_off, to.problem.code) == (True, "cut_off")
    to.discard()


@pytest.mark.parametrize(
    ("announced", "is_refused"),
    [
        (0, False),
        (MEGABYTE, False),
        (MEGABYTE + ENVELOPE, False),
        (MEGABYTE + ENVELOPE + 1, True),
        (9 * MEGABYTE, True),
    ],
)
def test_a_body_that_says_it_is_too_large_is_refused_before_it_is_read(
    rf: RequestFactory, announced: int, is_refused: bool
) -> None:
    refused = announced_too_large(raw(rf, b"", announced))

    assert (refused is not None) is is_refused
    assert refused is None or refused.code == "too_large"
