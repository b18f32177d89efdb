"""Factories: each makes the smallest valid thing."""

from __future__ import annotations

from typing import Any

import factory

from persona_web.accounts.models import User

PASSWORD = "a-long-enough-pass-phrase"


class UserFactory(factory.django.DjangoModelFactory[User]):
    class Meta:
        model = User

    email = factory.Sequence(lambda n: f"person{n}@example.com")

    @classmethod
    def _create(cls, model_class: type[User], *args: Any, **kwargs: Any) -> User:
        return model_class.objects.create_user(*args, password=kwargs.pop("password", PASSWORD), **kwargs)
