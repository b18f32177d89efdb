"""The tasks of all rooms, where Celery looks for them."""

from accounts.own_data import tasks as own_data
from accounts.provider_keys import tasks as provider_keys

__all__ = ("own_data", "provider_keys")
