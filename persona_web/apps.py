"""The project as an app: wherever Django is set up, tasks know their way to a worker."""

from django.apps import AppConfig
from django.conf import settings


class ProjectConfig(AppConfig):
    name = "persona_web"

    def ready(self) -> None:
        """Not when the package is imported: the supervisor needs no Celery, and people wait for it to start."""
        import persona_web.celery  # noqa: F401

        if dsn := settings.ENV.sentry_dsn:
            from persona_web.reports import start

            start(dsn)
