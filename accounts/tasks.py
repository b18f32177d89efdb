"""The tasks of all rooms, where Celery looks for them."""

from accounts.provider_keys import tasks as provider_keys

__all__ = ("provider_keys",)
