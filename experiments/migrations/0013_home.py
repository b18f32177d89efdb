import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import persona.ids


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("accounts", "0011_rows_of_teams"),
        ("experiments", "0012_every_experiment_of_a_team"),
    ]

    operations = [
        migrations.AddField(
            model_name="experiment",
            name="wanted",
            field=models.JSONField(
                blank=True,
                default=dict,
                editable=False,
                help_text="What is said of the data once it is read: `answers` and `questions` as a source keeps them.",
            ),
        ),
        migrations.AddField(
            model_name="experiment",
            name="archived",
            field=models.DateTimeField(blank=True, editable=False, help_text="Put aside, but not away.", null=True),
        ),
        migrations.AddField(
            model_name="experiment",
            name="binned",
            field=models.DateTimeField(
                blank=True,
                editable=False,
                help_text="In the bin since then: nobody sees it, until it is put back.",
                null=True,
            ),
        ),
        migrations.AddField(
            model_name="experiment",
            name="binned_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddIndex(
            model_name="experiment",
            index=models.Index(
                condition=models.Q(("binned__isnull", False)), fields=["binned"], name="experiment_in_bin"
            ),
        ),
        migrations.CreateModel(
            name="SearchText",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "experiment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="search_text",
                        to="experiments.experiment",
                    ),
                ),
                (
                    "said",
                    models.TextField(
                        help_text="A line each: kind, where it stands, and the words as people read them."
                    ),
                ),
                (
                    "words",
                    models.TextField(
                        help_text="The same lines as they are searched: `experiments.search_words.plain`"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Template",
            fields=[
                (
                    "id",
                    models.UUIDField(default=persona.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("name", models.CharField(max_length=120)),
                ("description", models.TextField(blank=True, max_length=1000)),
                ("wanted", models.JSONField(blank=True, default=dict, help_text="As in an experiment.")),
                (
                    "config",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        help_text="Settings, which `generation` knows",
                    ),
                ),
                ("created", models.DateTimeField(auto_now_add=True)),
                (
                    "owner",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="%(class)ss", to="accounts.team"
                    ),
                ),
            ],
            options={
                "ordering": ("name", "id"),
                "constraints": [
                    models.UniqueConstraint(fields=("team", "name"), name="template_name_once_in_a_team")
                ],
            },
        ),
    ]
