"""The request as our middleware leaves it: annotate views with it and `user` and `htmx` are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest

if TYPE_CHECKING:
    from django_htmx.middleware import HtmxDetails

    from accounts.people.models import User


class Request(HttpRequest):
    user: User  # the login wall lets no anonymous one through
    htmx: HtmxDetails
