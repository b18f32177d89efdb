from django.db import migrations

from accounts.audit import triggers


def make(apps, editor):
    """REPLACE and TRUNCATE went past the triggers of before."""
    triggers.make(editor.connection)


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0014_own_data'),
    ]

    operations = [
        migrations.RunPython(make, migrations.RunPython.noop),
    ]
