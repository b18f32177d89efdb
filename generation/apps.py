from django.apps import AppConfig


class GenerationConfig(AppConfig):
    name = "generation"

    def ready(self) -> None:
        from experiments import signals
        from generation.runs import tasks

        signals.source_was_read.connect(tasks.source_was_read)
