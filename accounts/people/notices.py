"""Mails that tell a person what was done with their account, so that it is noticed when somebody else did it."""

from __future__ import annotations

import logging
from smtplib import SMTPException
from typing import TYPE_CHECKING, Any

from django.core.mail import send_mail
from django.template.loader import render_to_string

if TYPE_CHECKING:
    from accounts.people.models import User

logger = logging.getLogger(__name__)


def tell(user: User, template: str, context: dict[str, Any]) -> None:
    """Send what the template says: its first line is the subject. What was done stays done when no mail can leave."""
    subject, _, body = render_to_string(template, context).partition("\n\n")
    try:
        send_mail(" ".join(subject.split()), body.strip() + "\n", None, [user.email])
    except (SMTPException, OSError):
        logger.exception("%s could not be sent to person %s.", template, user.pk)
