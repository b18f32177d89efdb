"""The request as our middleware leaves it: annotate views with it and `user` and `htmx` are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest

if TYPE_CHECKING:
    from django_htmx.middleware import HtmxDetails

    from accounts.people.models import User
    from accounts.teams.models import Membership


class Request(HttpRequest):
    user: User  # the login wall lets no anonymous one through
    membership: Membership  # in the team of what the address names, else in the one they work in
    htmx: HtmxDetails
