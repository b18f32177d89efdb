"""Mails that tell a person what was done with their account, so that it is noticed when somebody else did it."""

from __future__ import annotations

import logging
from smtplib import SMTPException
from typing import TYPE_CHECKING, Any

from core.mail import send_text

if TYPE_CHECKING:
    from accounts.people.models import User

logger = logging.getLogger(__name__)


def tell(user: User, template: str, context: dict[str, Any]) -> None:
    """Send what the template says. What was done stays done when no mail can leave."""
    try:
        send_text(template, context, user.email)
    except (SMTPException, OSError):
        logger.exception("%s could not be sent to person %s.", template, user.pk)
