"""Webhooks and what was spent belong to the team of whoever made them; who made an experiment started its runs."""

from django.db import migrations
from django.db.models import OuterRef, Subquery


def fill(apps, schema_editor):
    of_owner = Subquery(apps.get_model("accounts", "User").objects.filter(pk=OuterRef("owner")).values("team"))
    for kind in ("Webhook", "BudgetEntry"):
        apps.get_model("generation", kind).objects.filter(team=None).update(team=of_owner)
    experiment = apps.get_model("experiments", "Experiment")
    maker = Subquery(experiment.objects.filter(pk=OuterRef("experiment")).values("owner"))
    apps.get_model("generation", "Run").objects.filter(started_by=None).update(started_by=maker)


class Migration(migrations.Migration):
    dependencies = [("experiments", "0012_every_experiment_of_a_team"), ("generation", "0018_teams")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop, elidable=True)]
