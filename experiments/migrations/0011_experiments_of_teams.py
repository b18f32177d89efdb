"""Every experiment belongs to the team of whoever made it."""

from django.db import migrations
from django.db.models import OuterRef, Subquery


def fill(apps, schema_editor):
    of_owner = Subquery(apps.get_model("accounts", "User").objects.filter(pk=OuterRef("owner")).values("team"))
    apps.get_model("experiments", "Experiment").objects.filter(team=None).update(team=of_owner)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0011_rows_of_teams"), ("experiments", "0010_teams")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop, elidable=True)]
