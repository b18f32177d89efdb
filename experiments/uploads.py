"""Receiving a file: streamed to disk, counted, hashed, and gone again unless somebody takes it."""

from __future__ import annotations

import hashlib
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING, Any, BinaryIO

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload

from experiments import files, limits, packing
from persona.exceptions import PersonaError
from persona.messages import data_error, file_size

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from django.http import HttpRequest

    from persona.exceptions import DataError

# What a form sends around its file: names, boundaries, the token.
ENVELOPE = 64_000


class Upload(UploadedFile):
    """A file that has arrived whole, in the folder of what is still arriving."""

    size: int

    def __init__(self, path: Path, sha256: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.path = path
        self.sha256 = sha256


class NoFile(PersonaError):
    """A form without a file."""

    code = "no_file"

    def __init__(self) -> None:
        super().__init__("No file was chosen.", hint="Choose the file that holds the answers.")


class NoRoomOnDisk(PersonaError):
    """The disk of this server is full."""

    code = "disk_full"
    retryable = True

    def __init__(self) -> None:
        super().__init__("There is no room left on this server.", hint="Tell whoever runs it; nothing was changed.")


class ToDisk(FileUploadHandler):
    """Streams the files of a request into the data folder; `discard` afterwards removes what nobody took.

    The limit is one of all of them together.
    """

    file: BinaryIO  # what Django's parser closes when a request breaks off

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request)
        self.paths: list[Path] = []
        self.limit = limits.max_bytes()
        self.size = 0
        self.is_cut_off = self.is_disk_full = False

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        if len(self.paths) == packing.MEMBERS:
            raise StopUpload(connection_reset=True)
        self.paths.append(files.incoming() / secrets.token_hex(16))
        self.hash = hashlib.sha256()
        self.file = self.paths[-1].open("xb")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:  # noqa: ARG002 -- Django's name
        self.size += len(raw_data)
        if self.size > self.limit:
            raise StopUpload(connection_reset=True)
        self.hash.update(raw_data)
        try:
            self.file.write(raw_data)
        except OSError as error:
            self.is_disk_full = True
            raise StopUpload(connection_reset=True) from error

    def file_complete(self, file_size: int) -> Upload | None:
        try:
            self.file.close()  # writes what waits in memory
        except OSError:
            self.is_disk_full = True
            return None
        return Upload(self.paths[-1], self.hash.hexdigest(), file=self.file, name=self.file_name, size=file_size)

    def upload_interrupted(self) -> None:
        """The body ended before the file did."""
        self.is_cut_off = True

    def take_raw(self, request: HttpRequest, name: str) -> Upload | None:
        """The file that is the whole body, with no form around it; None when it is too large or broke off."""
        self.new_file("file", name, request.content_type, None)
        try:
            while chunk := request.read(self.chunk_size):
                self.receive_data_chunk(chunk, self.size)
        except StopUpload:
            return None
        except OSError:
            self.is_cut_off = True
            return None
        announced = int(request.META.get("CONTENT_LENGTH") or 0)
        self.is_cut_off = self.size < announced
        return None if self.is_cut_off else self.file_complete(self.size)

    @property
    def problem(self) -> PersonaError:
        """Why no file came out of the request."""
        if self.is_disk_full:
            return NoRoomOnDisk()
        if self.size > self.limit:
            return too_large()
        return data_error("cut_off") if self.is_cut_off else NoFile()

    def together(self, received: Sequence[object]) -> Upload:
        """The one file that arrived, or several in one archive.

        Raises:
            PersonaError: there is none, or one of them is empty.
        """
        uploads = [file for file in received if isinstance(file, Upload)]
        if not uploads or len(uploads) < len(self.paths):
            raise self.problem
        if not all(upload.size for upload in uploads):
            raise data_error("empty")
        if not uploads[1:]:
            return uploads[0]
        self.paths.append(files.incoming() / secrets.token_hex(16))
        return packed(self.paths[-1], [packing.Member(upload.path, upload.name or "") for upload in uploads])

    def discard(self) -> None:
        """Remove the files that were not moved away; on a full disk closing one fails, which must not keep it."""
        for path in self.paths:
            path.unlink(missing_ok=True)
        if file := getattr(self, "file", None):
            with suppress(OSError):
                file.close()


def packed(path: Path, members: Sequence[packing.Member]) -> Upload:
    """Several files as one that the library reads together, in a new file at `path`."""
    packing.pack(path, members)
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Upload(path, digest, name=packing.name_of(members), size=path.stat().st_size)


def announced_too_large(request: HttpRequest) -> DataError | None:
    """The refusal of a body that is too large by its own word, before a byte of it has been read."""
    announced = int(request.META.get("CONTENT_LENGTH") or 0)
    return too_large(announced) if announced > limits.max_bytes() + ENVELOPE else None


def too_large(found: int | None = None) -> DataError:
    """The reader's own words for a file over the limit; how far over may not be known."""
    limit = file_size(limits.max_bytes())
    return data_error("too_large", found=file_size(found) if found else f"more than {limit}", limit=limit)
