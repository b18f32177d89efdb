"""Receiving a file: streamed to disk, counted, hashed, and gone again unless somebody takes it."""

from __future__ import annotations

import hashlib
import os
import secrets
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload

from experiments import files
from persona.messages import data_error
from persona.reading.options import MEGABYTE

if TYPE_CHECKING:
    from pathlib import Path

    from django.http import HttpRequest

    from persona.exceptions import DataError

# What a form sends around its file: names, boundaries, the token.
ENVELOPE = 64_000


class Upload(UploadedFile):
    """A file that has arrived whole, in the folder of what is still arriving."""

    def __init__(self, path: Path, sha256: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.path = path
        self.sha256 = sha256


class ToDisk(FileUploadHandler):
    """Streams the one file of a request into the data folder; `discard` afterwards removes what nobody took."""

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request)
        self.limit = max_bytes()
        self.path: Path | None = None
        self.size = 0
        self.hash = hashlib.sha256()

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        if self.path is not None:  # one file at a time: the first stands, the rest is not read
            raise StopUpload(connection_reset=True)
        self.path = files.incoming() / secrets.token_hex(16)
        self.file = os.fdopen(os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.size += len(raw_data)
        if self.size > self.limit:
            raise StopUpload(connection_reset=True)
        self.hash.update(raw_data)
        self.file.write(raw_data)

    def file_complete(self, file_size: int) -> Upload:
        self.file.close()
        assert self.path is not None
        return Upload(self.path, self.hash.hexdigest(), file=self.file, name=self.file_name, size=file_size)

    @property
    def is_over_limit(self) -> bool:
        return self.size > self.limit

    def discard(self) -> None:
        if self.path is not None:
            self.file.close()
            self.path.unlink(missing_ok=True)


def max_bytes() -> int:
    return settings.ENV.max_upload_mb * MEGABYTE


def announced_bytes(request: HttpRequest) -> int:
    """What the request says it will send."""
    return int(request.META.get("CONTENT_LENGTH") or 0)


def is_announced_too_large(request: HttpRequest) -> bool:
    """Known before a byte of the body has been read."""
    return announced_bytes(request) > max_bytes() + ENVELOPE


def too_large(found: int) -> DataError:
    limit = max_bytes()
    return data_error("too_large", found=_megabytes(max(found, limit + MEGABYTE)), limit=_megabytes(limit))


def _megabytes(count: int) -> str:
    return f"{count // MEGABYTE:,} MB"
