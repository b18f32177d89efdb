from django.db import migrations, models
import django.db.models.deletion


class Migration(migrations.Migration):
    dependencies = [("generation", "0019_rows_of_teams")]

    operations = [
        migrations.AlterField(
            model_name="webhook",
            name="team",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="%(class)ss", to="accounts.team"
            ),
        ),
        migrations.AlterField(
            model_name="budgetentry",
            name="team",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="%(class)ss", to="accounts.team"
            ),
        ),
    ]
