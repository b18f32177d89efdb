from django.db import migrations, models
import django.db.models.deletion


class Migration(migrations.Migration):
    dependencies = [("experiments", "0011_experiments_of_teams")]

    operations = [
        migrations.AlterField(
            model_name="experiment",
            name="team",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="%(class)ss", to="accounts.team"
            ),
        ),
    ]
