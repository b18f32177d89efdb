"""Sessions in the database, as Django keeps them; read with a prepared query, since every page asks for one."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.contrib.sessions.backends import db
from django.utils import timezone

from core.prepared import Prepared

if TYPE_CHECKING:
    from django.db.models import QuerySet


class SessionStore(db.SessionStore):
    """Its name stays: Django signs with it, and sessions of earlier releases go on."""

    def load(self) -> dict[str, Any]:
        """What the session holds; nothing, and no key, where there is none or it has ended."""
        if (found := _alive.first(self.session_key, timezone.now())) is None:
            self._session_key = None
            return {}
        return dict(self.decode(found))


def _data(key: str, now: datetime) -> QuerySet[Any, str]:
    model = SessionStore.get_model_class()
    return model.objects.filter(session_key=key, expire_date__gt=now).values_list("session_data", flat=True)


_alive = Prepared(_data, str, datetime)
