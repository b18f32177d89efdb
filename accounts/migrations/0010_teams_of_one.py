"""Everybody who has an account gets a team of their own, and their keys, tokens and requests belong to it."""

from django.db import migrations
from django.db.models import OuterRef, Subquery

NAME_LETTERS = 80


def fill(apps, schema_editor):
    """A team for each person without one, and for each row the team of its owner."""
    user, team, membership = (apps.get_model("accounts", name) for name in ("User", "Team", "Membership"))
    for person in user.objects.filter(team=None).iterator():
        name = f"{person.name or person.email.partition('@')[0]}’s team"[:NAME_LETTERS]
        made = team.objects.create(name=name)
        membership.objects.create(team=made, user=person, role="owner")
        user.objects.filter(pk=person.pk).update(team=made)
    of_owner = Subquery(user.objects.filter(pk=OuterRef("owner")).values("team"))
    for kind in ("ProviderKey", "KeyTest", "IdempotencyRecord"):
        apps.get_model("accounts", kind).objects.filter(team=None).update(team=of_owner)
    its_own = Subquery(membership.objects.filter(user=OuterRef("owner")).values("pk")[:1])
    apps.get_model("accounts", "ApiToken").objects.filter(membership=None).update(membership=its_own)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0009_teams")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop, elidable=True)]
