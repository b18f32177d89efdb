"""Addresses in mails and other places that outlive a request: from settings, never from a Host header."""

from __future__ import annotations

from urllib.parse import urljoin

from django.conf import settings


def absolute(path: str) -> str:
    """The address people can follow to `path`."""
    return urljoin(settings.ENV.address, path)
