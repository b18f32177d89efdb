"""The company's sign-in by OpenID Connect: what is kept of it so that signing out here can sign out there, too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import Http404
from django.urls import reverse

from accounts.single_sign_on.signing_out import LONGEST, keep
from core.links import absolute

if TYPE_CHECKING:
    from allauth.socialaccount.models import SocialLogin, SocialToken
    from django.http import HttpRequest, HttpResponse


class CompanyAdapter(OpenIDConnectOAuth2Adapter):
    def complete_login(self, request: HttpRequest, app: SocialApp, token: SocialToken, **kwargs: Any) -> SocialLogin:
        """allauth's, and where the company ends its session, asked now while its description is at hand."""
        login = super().complete_login(request, app, token, **kwargs)
        if settings.ENV.sso_sign_out and (end := self.openid_config.get("end_session_endpoint")):
            keep(request, _address(str(end), app.client_id, kwargs["response"].get("id_token")))
        return login


def callback(request: HttpRequest, provider_id: str) -> HttpResponse:
    """As allauth's of that name, with our adapter."""
    try:
        answer: HttpResponse = OAuth2CallbackView.adapter_view(CompanyAdapter(request, provider_id))(request)
    except SocialApp.DoesNotExist:
        raise Http404 from None
    except ImmediateHttpResponse as told:
        return told.response
    return answer


def _address(end: str, client_id: str, id_token: str | None) -> str:
    """Where a browser is sent to sign out. The token says who it is; a long one is left out, and the company asks."""
    told = {"client_id": client_id, "post_logout_redirect_uri": absolute(reverse("account_login"))}
    sign = "&" if "?" in end else "?"
    whole = f"{end}{sign}{urlencode(told | ({'id_token_hint': id_token} if id_token else {}))}"
    return whole if len(whole) <= LONGEST else f"{end}{sign}{urlencode(told)}"
