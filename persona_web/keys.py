"""Keys of an embedded installation, to sign and to encrypt: made once, kept beside the data."""

from __future__ import annotations

import math
import os
import secrets
import zlib
from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LEAST_BITS = 128  # of chance that a key must hold


def secret_key(path: Path) -> str:
    """Read the key in `path`; the first call makes it, readable by its owner only."""
    if not path.exists():
        draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(64))
        # Web and worker may start together: the first link wins, and nobody reads half a key.
        with suppress(FileExistsError):
            os.link(draft, path)
        draft.unlink()
    return path.read_text()


def is_weak(key: str) -> bool:
    """Whether a key holds less chance than its length promises, by how often letters come and what repeats."""
    counts = Counter(key).values()
    bits = -sum(count * math.log2(count / len(key)) for count in counts)
    packed = 8 * (len(zlib.compress(key.encode(), 9)) - len(zlib.compress(b"", 9)))
    return min(bits, packed) < LEAST_BITS or key.startswith("django-insecure")
