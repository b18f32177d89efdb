from django.apps import AppConfig


class GenerationConfig(AppConfig):
    name = "generation"

    def ready(self) -> None:
        from accounts.people.access import access_ended
        from accounts.provider_keys import signals as keys
        from experiments import signals
        from generation.runs import services as runs
        from generation.runs import tasks
        from generation.webhooks import services

        signals.source_was_read.connect(tasks.source_was_read)
        keys.key_was_kept.connect(runs.key_was_kept)
        access_ended.connect(services.turn_off_all)
