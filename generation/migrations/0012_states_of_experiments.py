"""The column of states is filled here, where the runs of experiments are known."""

from django.db import migrations

from experiments.states import state_of


def write_down(apps, schema_editor):
    Experiment, Run, DataSource = (
        apps.get_model(*name) for name in (("experiments", "Experiment"), ("generation", "Run"), ("experiments", "DataSource"))
    )
    runs, done, sources = {}, set(), {}
    for experiment, status in Run.objects.order_by("number").values_list("experiment_id", "status").iterator():
        runs[experiment] = status
        if status == "done":
            done.add(experiment)
    for experiment, status in DataSource.objects.order_by("created", "id").values_list("experiment_id", "status").iterator():
        sources[experiment] = status
    for experiment in {*runs, *sources}:
        state = state_of(run=runs.get(experiment), has_result=experiment in done, source=sources.get(experiment))
        Experiment.objects.filter(pk=experiment).update(state=state)


class Migration(migrations.Migration):

    dependencies = [
        ("generation", "0011_run_awaits_key"),
        ("experiments", "0007_experiment_state"),
    ]

    operations = [migrations.RunPython(write_down, migrations.RunPython.noop)]
