"""Lines that could not be read are skipped; rows and questions that are not used are left out."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('experiments', '0008_changes_of_questions'),
    ]

    operations = [
        migrations.RenameField(model_name='datasource', old_name='left_out', new_name='skipped_total'),
        migrations.AlterField(
            model_name='datasource',
            name='skipped_total',
            field=models.PositiveBigIntegerField(default=0, help_text='Lines that could not be read.'),
        ),
    ]
