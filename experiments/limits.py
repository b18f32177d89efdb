"""What an operator allows a file to be."""

from __future__ import annotations

from django.conf import settings

from persona.reading import Limits
from persona.reading.options import MEGABYTE

# What one team, and one person over all their teams, may keep.
FILES = settings.ENV.max_files
KEPT_BYTES = settings.ENV.max_storage_mb * MEGABYTE


def max_bytes() -> int:
    """The largest file that is accepted."""
    return settings.ENV.max_upload_mb * MEGABYTE


def of_reader() -> Limits:
    """The limits as the library takes them."""
    return Limits(bytes=max_bytes(), rows=settings.ENV.max_rows, columns=settings.ENV.max_columns)
