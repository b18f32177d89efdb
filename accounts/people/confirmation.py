"""Confirmed addresses: what acts for a person, or costs money, is made only by whoever reads their mail."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from django.shortcuts import render

from accounts.people.access import is_confirmed

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpResponse

    from accounts.people.requests import Request

Rest = ParamSpec("Rest")


def confirmed_address_required(
    view: Callable[Concatenate[Request, Rest], HttpResponse],
) -> Callable[Concatenate[Request, Rest], HttpResponse]:
    """Let a request through only once the person has confirmed an address; where no mail is sent, always."""

    @wraps(view)
    def wrapped(request: Request, /, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponse:
        if is_confirmed(request.user):
            return view(request, *args, **kwargs)
        return render(request, "account/confirm_first.html", {"section": "account"}, status=403)

    return wrapped
