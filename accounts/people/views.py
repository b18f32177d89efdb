"""The page a person sees about themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from accounts.people import services
from accounts.people.forms import NoticesForm, ProfileForm

if TYPE_CHECKING:
    from django.http import HttpResponse

    from accounts.people.requests import Request

YEAR = 365 * 24 * 3600


@require_http_methods(["GET", "POST"])
def profile(request: Request) -> HttpResponse:
    """Name, address, password and theme."""
    form = ProfileForm(request.POST, instance=request.user) if request.method == "POST" else None
    if form and form.is_valid():
        services.rename_person(request.user, name=form.cleaned_data["name"])
        messages.success(request, "Saved.")
        return redirect("account")
    context = {"form": form or ProfileForm(instance=request.user)}
    return render(request, "account/profile.html", context, status=422 if form else 200)


@require_http_methods(["GET", "POST"])
def notices(request: Request) -> HttpResponse:
    """What a person is told by mail and in the browser; the keys are a matter of the device, so of a cookie."""
    if request.method == "POST":
        form = NoticesForm(request.POST, instance=request.user)
        if form.is_valid():
            told = dict(form.cleaned_data)
            has_keys = told.pop("single_keys")
            services.choose_notices(request.user, **told)
            messages.success(request, "Saved.")
            answer = redirect("account_notices")
            if has_keys:
                answer.delete_cookie("keys", samesite="Lax")
            else:
                answer.set_cookie("keys", "off", max_age=YEAR, samesite="Lax", secure=request.is_secure())
            return answer
    return render(request, "account/notices.html", {"has_keys": request.COOKIES.get("keys") != "off"})
