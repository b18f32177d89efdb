"""My data: take it along, how long things are kept, delete the account; and what this server keeps of people."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from allauth.core import ratelimit
from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.own_data import services
from accounts.own_data.fates import fates_of
from accounts.own_data.models import LASTS, Takeout
from accounts.people.reauthentication import ask_again, recent_sign_in_required, signed_in_recently
from accounts.teams.access import for_anybody
from persona.exceptions import PersonaError

if TYPE_CHECKING:
    from typing import Any

    from django.http import HttpRequest, HttpResponse

    from accounts.people.requests import Request


class LeaveForm(forms.Form):
    """The password, once more; whoever has none types their address, after a sign-in that is not long ago."""

    password = forms.CharField(
        label="Your password", widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}), strip=False
    )

    def __init__(self, *args: Any, request: Request, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request
        if not request.user.has_usable_password():
            self.fields["email"] = forms.CharField(label="Your e-mail address")
            del self.fields["password"]

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        if email.strip().lower() != self.request.user.email:
            raise forms.ValidationError("This is not the address of your account.")
        return email

    def clean_password(self) -> str:
        if not ratelimit.consume(self.request, action="reauthenticate", user=self.request.user):
            raise forms.ValidationError("Too many tries. Wait a few minutes.")
        password: str = self.cleaned_data["password"]
        if not self.request.user.check_password(password):
            raise forms.ValidationError("This is not your password.")
        return password


@require_safe
def data(request: Request) -> HttpResponse:
    """The archive as far as it is, how long things are kept, and the way out."""
    context = {"takeout": Takeout.objects.visible_to(request.user).first(), "days": LASTS.days, "env": settings.ENV}
    return render(request, "account/data.html", context)


@require_POST
@recent_sign_in_required
def ask_for_data(request: Request) -> HttpResponse:
    """Have the archive made."""
    services.ask_for_data(request.user)
    messages.success(request, "Your data is being put together. We mail you when it is ready.")
    return redirect("account_data")


@require_safe
@never_cache
@recent_sign_in_required
def data_file(request: Request) -> HttpResponse:
    """The archive itself."""
    found = get_object_or_404(Takeout.objects.visible_to(request.user), status=Takeout.Status.READY)
    try:
        archive = found.path.open("rb")
    except FileNotFoundError:  # as after a backup of the database alone
        raise Http404 from None
    file = FileResponse(archive, as_attachment=True, filename="my-persona-data.zip")
    return cast("HttpResponse", file)  # a stream, which no caller reads


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def delete_account(request: Request) -> HttpResponse:
    """What becomes of everything, then the password, then the end."""
    if not (request.user.has_usable_password() or signed_in_recently(request)):
        return ask_again(request.path)
    form = LeaveForm(request.POST if request.method == "POST" else None, request=request)
    if form.is_valid():
        try:
            services.ask_to_leave(request.user)
        except PersonaError as error:
            form.add_error(None, f"{error.message} {error.hint}")
        else:
            logout(request)
            return redirect("account_deleted")
    context = {"form": form, "fates": fates_of(request.user)}
    return render(request, "account/delete.html", context, status=422 if form.errors else 200)


@require_safe
def deleted(request: HttpRequest) -> HttpResponse:
    """Goodbye."""
    return render(request, "account/deleted.html")


@for_anybody
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What this server keeps of people, for how long, and what they can do about it."""
    return render(request, "privacy.html", {"env": settings.ENV, "takeout_days": LASTS.days})
