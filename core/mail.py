"""Mail: sent by EMAIL_URL, or kept as files where no server is given."""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import send_mail
from django.core.mail.backends.base import BaseEmailBackend
from django.template.loader import render_to_string

from persona.ids import uuid7

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from django.core.mail import EmailMessage
    from django.http import HttpRequest

logger = logging.getLogger(__name__)


def mail_settings(url: str | None) -> dict[str, Any]:
    """Django's settings for `smtp://…` (STARTTLS when there is a password) or `smtps://…`; else the folder."""
    if url is None:
        return {"EMAIL_BACKEND": "core.mail.FolderBackend"}
    parts = urlsplit(url)
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
        raise ImproperlyConfigured("EMAIL_URL must look like smtp://user:password@mail.example.com:587")
    secure = parts.scheme == "smtps"
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or (465 if secure else 587 if parts.password else 25),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": secure,
        "EMAIL_USE_TLS": bool(parts.password) and not secure,
        "EMAIL_TIMEOUT": 10,
    }


class FolderBackend(BaseEmailBackend):
    """One .eml file a message, readable by its owner only: it may hold a link that sets a password."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        folder: Path = settings.MAIL_DIR
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for message in email_messages:
            path = folder / f"{uuid7()}.eml"
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(message.message().as_bytes())
            logger.warning("No mail server is set (EMAIL_URL). “%s” is kept in %s", message.subject, path)
        return len(email_messages)


def send_text(template: str, context: dict[str, Any], to: str) -> None:
    """Send what the template says: its first line is the subject, the rest after an empty line the text.

    Names in the first line are written `{{ name.split|join:" " }}`: one with an empty line would end the subject.

    Raises:
        SMTPException, OSError: the mail could not leave.
    """
    subject, _, body = render_to_string(template, context).partition("\n\n")
    send_mail(" ".join(subject.split()), body.strip() + "\n", None, [to])


def mail_is_sent(_request: HttpRequest) -> dict[str, bool]:
    """Context: whether mail leaves this installation, so that pages can say where it is."""
    return {"mail_is_sent": settings.EMAIL_BACKEND != "core.mail.FolderBackend"}
