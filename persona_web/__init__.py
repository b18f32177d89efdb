"""The Django project: settings, URLs, and what holds the apps together."""

from persona_web.celery import app as celery_app

__all__ = ("celery_app",)
