from django.db import migrations, models
import django.db.models.deletion


class Migration(migrations.Migration):
    dependencies = [("accounts", "0010_teams_of_one")]

    operations = [
        migrations.AlterField(
            model_name="apitoken",
            name="membership",
            field=models.ForeignKey(
                help_text="Where it acts; it ends with it.",
                on_delete=django.db.models.deletion.CASCADE,
                related_name="tokens",
                to="accounts.membership",
            ),
        ),
        migrations.AlterField(
            model_name="idempotencyrecord",
            name="team",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="%(class)ss", to="accounts.team"
            ),
        ),
        migrations.AlterField(
            model_name="keytest",
            name="team",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="%(class)ss", to="accounts.team"
            ),
        ),
        migrations.AlterField(
            model_name="providerkey",
            name="team",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="%(class)ss", to="accounts.team"
            ),
        ),
    ]
