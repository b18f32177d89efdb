
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0016_team_looks'),
    ]

    operations = [
        migrations.AddField(
            model_name='teamlook',
            name='sections',
            field=models.JSONField(blank=True, help_text='persona.models.Sections; none: as usual', null=True),
        ),
    ]
