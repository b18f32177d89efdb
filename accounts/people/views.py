"""The page a person sees about themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from accounts.people import services
from accounts.people.forms import ProfileForm

if TYPE_CHECKING:
    from django.http import HttpResponse

    from accounts.people.requests import Request


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
