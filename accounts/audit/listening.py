"""What others tell of by signals: allauth of signing in, Django of its administration."""

from __future__ import annotations

from typing import Any

from allauth.account.signals import password_changed, password_reset, password_set, user_logged_in, user_signed_up
from allauth.mfa import signals as second_steps
from django.contrib.admin.models import LogEntry
from django.contrib.auth.signals import user_logged_out
from django.db.models.signals import post_save
from django.dispatch import receiver

from accounts.audit.services import record


@receiver(user_logged_in, dispatch_uid="audit_signed_in")
def _signed_in(user: Any, sociallogin: Any = None, **_: Any) -> None:
    record("signed_in", person=user.pk, detail={"step": "sso"} if sociallogin else None)


@receiver(user_logged_out, dispatch_uid="audit_signed_out")
def _signed_out(user: Any, **_: Any) -> None:
    if user is not None:
        record("signed_out", person=user.pk)


@receiver(user_signed_up, dispatch_uid="audit_account_made")
def _signed_up(user: Any, **_: Any) -> None:
    record("account_made", person=user.pk)


@receiver((password_changed, password_reset, password_set), dispatch_uid="audit_password")
def _password(user: Any, **_: Any) -> None:
    record("password_changed", person=user.pk)


@receiver(second_steps.authentication_failed, dispatch_uid="audit_code_failed")
def _code_failed(user: Any, authenticator: Any, **_: Any) -> None:
    record("sign_in_failed", person=user.pk, step=str(authenticator.type))


@receiver(second_steps.authenticator_added, dispatch_uid="audit_step_added")
def _step_added(user: Any, authenticator: Any, **_: Any) -> None:
    record("second_step_added", person=user.pk, step=str(authenticator.type))


@receiver(second_steps.authenticator_removed, dispatch_uid="audit_step_removed")
def _step_removed(user: Any, authenticator: Any, **_: Any) -> None:
    record("second_step_removed", person=user.pk, step=str(authenticator.type))


@receiver(post_save, sender=LogEntry, dispatch_uid="audit_administered")
def _administered(instance: LogEntry, **_: Any) -> None:
    model = instance.content_type.model if instance.content_type else ""
    flag = instance.get_action_flag_display()
    record("administered", person=instance.user_id, what=model, of=str(instance.object_id or ""), how=str(flag))
