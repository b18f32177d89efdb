"""Tables under the field's names: budget entries and segment drafts."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("generation", "0006_groupings_and_awaited_data"), ("accounts", "0006_field_terms")]

    operations = [
        migrations.RenameModel("Charge", "BudgetEntry"),
        migrations.RenameModel("Grouping", "SegmentDraft"),
    ]
