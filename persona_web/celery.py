"""Celery: carries ids to workers; the database holds the truth."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "persona_web.settings")

app = Celery("persona_web")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
