from django.apps import AppConfig


class ExperimentsConfig(AppConfig):
    name = "experiments"

    def ready(self) -> None:
        from accounts.teams.access import found_by

        found_by(experiment_id="team__experiments")
