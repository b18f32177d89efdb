"""AI keys: the part of the account where a person brings, changes and removes their own."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRefresh

from accounts.models import KeyTest
from accounts.people.confirmation import confirmed_address_required
from accounts.people.reauthentication import recent_sign_in_required
from accounts.provider_keys.forms import ProviderKeyForm
from accounts.provider_keys.services import remove_key, start_key_test
from accounts.teams.access import for_roles
from accounts.teams.models import Role
from core.pages.rendering import page
from generation.providers.registry import writer_options
from persona.exceptions import PersonaError
from persona.providers import PROVIDERS, Provider

if TYPE_CHECKING:
    from uuid import UUID

    from accounts.people.requests import Request


@require_GET
def keys(request: Request) -> HttpResponse:
    """Each provider with the key there is, by its last four letters."""
    team = request.user.membership.team
    own = {key.provider: key for key in team.providerkeys.all()}
    writers = [option for option in writer_options(team) if option.id in PROVIDERS]
    rows = [{"option": option, "provider": PROVIDERS[option.id], "key": own.get(option.id)} for option in writers]
    return render(request, "account/keys.html", {"rows": rows, "section": "account"})


@for_roles(read=Role.OWNER, change=Role.OWNER)
@never_cache
@sensitive_post_parameters("key")
@require_http_methods(["GET", "POST"])
@confirmed_address_required
@recent_sign_in_required
def key(request: Request, provider_id: str) -> HttpResponse:
    """Type a key; a worker tests it, and keeps it when it works."""
    provider = _provider(provider_id)
    form = ProviderKeyForm(provider, request.POST if request.method == "POST" else None)
    problem = None
    if request.method == "POST" and form.is_valid():
        try:
            test = start_key_test(
                user=request.user,
                provider=provider,
                access=form.access,
                model=form.cleaned_data.get("model", ""),
                price=form.price,
            )
        except PersonaError as error:
            problem = error
        else:
            query = urlencode({"next": _back(request)}) if _back(request) else ""
            return redirect(f"{reverse('generation:key-test', args=[provider.id, test.pk])}?{query}")
    return _form(request, form, problem, status=422 if request.method == "POST" else 200)


@for_roles(read=Role.OWNER, change=Role.OWNER)
@never_cache
@require_GET
@confirmed_address_required
@recent_sign_in_required
def key_test(request: Request, provider_id: str, test_id: UUID) -> HttpResponse:
    """The test of a key: its page asks again until it has ended, then leads back, or to the form."""
    provider = _provider(provider_id)
    test = get_object_or_404(KeyTest.objects.visible_to(request.user), pk=test_id, provider=provider.id)
    if test.is_unfinished:
        if request.htmx.target == "key-test" and request.GET.get("seen") == test.status:
            return HttpResponse(status=204)
        context = {"test": test, "provider": provider, "next": _back(request), "section": "account"}
        return page(request, "account/key_test.html", context, partials=["key-test"])
    if request.htmx:
        return HttpResponseClientRefresh()
    if test.status == KeyTest.Status.WORKS:
        messages.success(request, f"{provider.name} works, and is kept for your runs.")
        return redirect(_back(request) or "generation:keys")
    fields = ("base_url", "model", "input_price", "output_price")
    form = ProviderKeyForm(provider, initial={name: getattr(test, name) for name in fields})
    return _form(request, form, test.error)


@for_roles(read=Role.OWNER, change=Role.OWNER)
@require_POST
@recent_sign_in_required
def remove(request: Request, provider_id: str) -> HttpResponse:
    """Forget the key."""
    provider = _provider(provider_id)
    if remove_key(team=request.user.membership.team, provider=provider):
        messages.success(request, f"Your way to {provider.name} is removed.")
    return redirect("generation:keys")


def _provider(provider_id: str) -> Provider:
    if provider_id not in PROVIDERS:
        raise Http404
    return PROVIDERS[provider_id]


def _form(request: Request, form: ProviderKeyForm, problem: object, *, status: int = 200) -> HttpResponse:
    """The form, with the error of a test in words for people."""
    address = _back(request)
    context = {"form": form, "provider": form.provider, "problem": problem, "next": address, "section": "account"}
    return render(request, "account/key.html", context, status=status)


def _back(request: Request) -> str:
    """Where the person came from: a page of ours, or nothing."""
    address = request.POST.get("next") or request.GET.get("next") or ""
    return address if url_has_allowed_host_and_scheme(address, allowed_hosts=None) else ""
