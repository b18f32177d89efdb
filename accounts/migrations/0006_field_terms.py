"""Tables under the field's names: idempotency records and rate limits."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("accounts", "0005_sealed_answers")]

    operations = [
        migrations.RenameModel("KeptAnswer", "IdempotencyRecord"),
        migrations.RenameModel("Allowance", "RateLimit"),
    ]
