"""The cache in JSON: whoever can write to it may change a count, and cannot make us run code."""

from __future__ import annotations

import json
import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.filebased import FileBasedCache


class JsonSerializer:
    """For Django's cache in Redis, in place of pickle."""

    def dumps(self, value: Any) -> int | bytes:
        """Plain integers stay plain: Redis itself counts them up."""
        return value if type(value) is int else json.dumps(value).encode()

    def loads(self, data: bytes) -> Any:
        return json.loads(data)


class JsonFileCache(FileBasedCache):
    """Django's cache in files: a line with the end, a line with the value. `add` is one step, for several processes."""

    cache_suffix = ".json"
    if TYPE_CHECKING:  # Django's own, which its types do not name
        _dir: str

        def _createdir(self) -> None: ...
        def _key_to_file(self, key: str, version: int | None = None) -> str: ...
        def _delete(self, fname: str) -> bool: ...

    def add(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        if self.has_key(key, version):  # also removes one that has ended
            return False
        self._createdir()
        descriptor, draft = tempfile.mkstemp(dir=self._dir)
        try:
            with os.fdopen(descriptor, "wb") as file:
                self._write_content(file, timeout, value)
            os.link(draft, self._key_to_file(key, version))
        except FileExistsError:
            return False
        finally:
            Path(draft).unlink()
        return True

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        with suppress(FileNotFoundError, ValueError), Path(self._key_to_file(key, version)).open("rb") as file:
            if not self._is_expired(file):
                return json.loads(file.readline())
        return default

    def touch(self, key: str, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        missing = object()
        if (value := self.get(key, missing, version)) is missing:
            return False
        self.set(key, value, timeout, version)
        return True

    def _write_content(self, file: IO[bytes], timeout: Any, value: Any) -> None:
        for line in (self.get_backend_timeout(timeout), value):
            file.write(json.dumps(line).encode() + b"\n")

    def _is_expired(self, file: IO[bytes]) -> bool:
        try:
            ends = json.loads(file.readline())
        except ValueError:
            ends = 0  # cut off: as if it were not there
        if ends is None or ends >= time.time():
            return False
        self._delete(file.name)
        return True
