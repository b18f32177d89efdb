"""The company's sign-in by SAML: allauth's provider, stricter about what an answer must say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.socialaccount.providers.saml.provider import SAMLProvider
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect

if TYPE_CHECKING:
    from allauth.socialaccount.models import SocialLogin
    from django.http import HttpRequest
    from onelogin.saml2.auth import OneLogin_Saml2_Auth

TRANSIENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient"
AUDIENCES = "//saml:Assertion/saml:Conditions/saml:AudienceRestriction/saml:Audience"
BOUND = "//saml:Assertion/saml:Subject/saml:SubjectConfirmation/saml:SubjectConfirmationData"


class CompanySAML(SAMLProvider):
    def redirect(
        self, request: HttpRequest, process: str, next_url: str | None = None, data: Any = None, **kwargs: Any
    ) -> HttpResponse:
        """To the company, asking for a fresh sign-in where `auth_params` do."""
        from allauth.socialaccount.providers.saml.utils import build_auth

        auth = build_auth(request, self)
        away = auth.login(return_to="", force_authn="prompt=login" in request.GET.get("auth_params", ""))
        self.stash_redirect_state(request, process, next_url, data, state_id=auth.get_last_request_id(), **kwargs)
        return HttpResponseRedirect(away)

    def sociallogin_from_response(self, request: HttpRequest, response: OneLogin_Saml2_Auth) -> SocialLogin:
        """Who is let in by an answer whose signature, times, issuer and audience the library has checked.

        Raises:
            PermissionDenied: the signed part does not say that it is for us, and for this question.
        """
        from onelogin.saml2.xml_utils import OneLogin_Saml2_XML

        answer = OneLogin_Saml2_XML.to_etree(response.get_last_response_xml())
        # The library lets through what names no audience, and what binds only its unsigned envelope to a question:
        # an answer that was meant for somebody else, or taken from another browser, could be put in ours.
        bound = {each.get("InResponseTo") for each in OneLogin_Saml2_XML.query(answer, BOUND)}
        if not OneLogin_Saml2_XML.query(answer, AUDIENCES):
            raise PermissionDenied("the assertion names no audience")
        if bound != {response.get_last_response_in_response_to()} or None in bound:
            raise PermissionDenied("the assertion does not name the question that it answers")
        return super().sociallogin_from_response(request, response)

    def extract_uid(self, data: OneLogin_Saml2_Auth) -> str:
        """The company's id of a person; their address where it makes up another id for each time."""
        if data.get_nameid_format() == TRANSIENT:
            return str(self._extract(data).get("uid") or self._extract(data).get("email") or "")
        return str(super().extract_uid(data) or "")


def metadata(request: HttpRequest, organization_slug: str) -> HttpResponse:
    """What the company's sign-in is told of us: our name, and where it sends people back to.

    Without asking the company, which may want to know this first; and without a page for signing out, for an answer
    there is not signed, and anybody could sign people out.
    """
    from allauth.socialaccount.providers.saml.utils import build_sp_config, get_app_or_404
    from onelogin.saml2.settings import OneLogin_Saml2_Settings

    us = build_sp_config(request, get_app_or_404(request, organization_slug).settings, organization_slug)
    del us["singleLogoutService"]
    security = {"wantAssertionsSigned": True, "allowSingleLabelDomains": True}
    told = OneLogin_Saml2_Settings({"strict": True, "sp": us, "security": security}, sp_validation_only=True)
    return HttpResponse(told.get_sp_metadata(), content_type="text/xml")


def sls(request: HttpRequest, organization_slug: str) -> HttpResponse:  # noqa: ARG001 -- as a view is called
    """There is none: allauth only wants its address."""
    raise Http404
