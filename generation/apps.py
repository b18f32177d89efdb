from django.apps import AppConfig


class GenerationConfig(AppConfig):
    name = "generation"

    def ready(self) -> None:
        from accounts.own_data.parts import add_part
        from accounts.people.access import access_ended
        from accounts.provider_keys import signals as keys
        from accounts.teams.access import found_by
        from accounts.teams.services import member_left
        from core.receivers import connect
        from experiments import signals
        from experiments.searching import said_by
        from generation.personas.spoken import lines_of
        from generation.runs import services as runs
        from generation.runs import takeout, tasks
        from generation.shares import services as shares
        from generation.webhooks import services

        found_by(
            segments_id="team__experiments__segment_drafts",
            run_id="team__experiments__runs",
            persona_id="team__experiments__runs__personas",
            statement_id="team__experiments__runs__personas__statements",
            link_id="team__experiments__runs__shares",
            comment_id="team__experiments__runs__comments",
            webhook_id="team__webhooks",
            delivery_id="team__webhooks__deliveries",
        )
        said_by(lines_of)
        add_part(takeout.pieces)
        signals.source_was_read.connect(tasks.source_was_read)
        signals.experiment_was_binned.connect(runs.experiment_was_binned)
        connect(signals.template_is_made, "generation.runs.drafts.template_is_made")
        connect(signals.template_was_used, "generation.runs.drafts.template_was_used")
        connect(signals.experiment_was_copied, "generation.runs.drafts.experiment_was_copied")
        signals.experiment_was_moved.connect(services.forget_moved)
        signals.experiment_was_moved.connect(shares.close_moved)
        keys.key_was_kept.connect(runs.key_was_kept)
        access_ended.connect(services.turn_off_all)
        member_left.connect(services.turn_off_all)
        access_ended.connect(shares.close_all)
        member_left.connect(shares.close_all)
