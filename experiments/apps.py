from django.apps import AppConfig


class ExperimentsConfig(AppConfig):
    name = "experiments"

    def ready(self) -> None:
        from django.db.models.signals import post_migrate, pre_delete

        from accounts.models import Team
        from accounts.own_data.parts import add_part
        from accounts.teams.access import found_by
        from core.receivers import connect
        from experiments import search_index, signals, takeout, tasks

        add_part(takeout.pieces)
        pre_delete.connect(takeout.team_is_deleted, sender=Team, dispatch_uid="experiments_of_a_team")
        found_by(experiment_id="team__experiments", template_id="team__templates")
        post_migrate.connect(search_index.lay, sender=self)
        connect(signals.source_was_read, "experiments.templates.source_was_read")
        signals.state_was_changed.connect(tasks.state_was_changed)
