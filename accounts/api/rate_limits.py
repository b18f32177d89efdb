"""Allowances: how many requests a person's programs have made in this minute, counted for all processes together."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import connection, models

_TAKE = """
INSERT INTO {table} (owner_id, kind, minute, used) VALUES (%s, %s, %s, %s)
ON CONFLICT (owner_id, kind) DO UPDATE SET
    used = CASE WHEN {table}.minute = excluded.minute THEN {table}.used ELSE 0 END + excluded.used,
    minute = excluded.minute
RETURNING used
"""


class RateLimit(models.Model):
    """What one person has used of one kind of request; a row a person and kind, never more."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="rate_limits")
    kind = models.CharField(max_length=10)
    minute = models.PositiveBigIntegerField(help_text="Minutes since 1970.")
    used = models.PositiveIntegerField()

    class Meta:
        constraints: ClassVar = (models.UniqueConstraint(fields=("owner", "kind"), name="rate_limit_once_a_kind"),)

    def __str__(self) -> str:
        return f"{self.used} {self.kind}"

    @classmethod
    def take(cls, owner_id: object, kind: str, minute: int, number: int) -> int:
        """Use up `number` more in this minute, and how many that makes: one statement, so no race."""
        owner = cls.owner.field.get_db_prep_value(owner_id, connection)
        with connection.cursor() as cursor:
            cursor.execute(_TAKE.format(table=cls._meta.db_table), [owner, kind, minute, number])
            return int(cursor.fetchone()[0])
