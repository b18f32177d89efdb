"""A company's sign-in by SAML for tests: it says what it is told to, and signs it as real ones do."""

from __future__ import annotations

import base64
import zlib
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4
from xml.sax.saxutils import escape

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from lxml import etree
from onelogin.saml2.utils import OneLogin_Saml2_Utils

if TYPE_CHECKING:
    from pathlib import Path

NAME = "https://login.supper.example/saml"
SIGN_IN = f"{NAME}/sign-in"
HERE = "http://testserver/account/sso/company/saml"
EMAIL = "urn:oid:0.9.2342.19200300.100.1.3"
FORMATS = "urn:oasis:names:tc:SAML:2.0:nameid-format"
SPACES = 'xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"'
MINUTE = timedelta(minutes=1)


@cache
def keys(owner: str) -> tuple[str, str]:
    """A private key and its certificate, as text; each owner has its own."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name, now = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, owner)]), datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - MINUTE)
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    form = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    private = key.private_bytes(serialization.Encoding.PEM, *form)
    return private.decode(), certificate.public_bytes(serialization.Encoding.PEM).decode()


def describe(folder: Path) -> str:
    """Write the company's metadata, and say where."""
    body = "".join(keys("company")[1].strip().splitlines()[1:-1])
    file = folder / "company.xml"
    file.write_text(
        f'<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="{NAME}">'
        '<md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">'
        '<md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data>'
        f"<ds:X509Certificate>{body}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>"
        '<md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" '
        f'Location="{SIGN_IN}"/></md:IDPSSODescriptor></md:EntityDescriptor>',
        encoding="utf-8",
    )
    return file.as_uri()


def question(away: str) -> etree._Element:
    """What a person's browser brings to the company: the request in the address that it is sent to."""
    asked = parse_qs(urlsplit(away).query)["SAMLRequest"][0]
    return etree.fromstring(zlib.decompress(base64.b64decode(asked), -15))


@dataclass(frozen=True)
class Answer:
    """What the company says of a person; each field may be said wrongly."""

    to: str | None
    person: str = "lea"
    form: str = f"{FORMATS}:persistent"
    told: dict[str, tuple[str, ...]] = field(default_factory=lambda: {EMAIL: ("lea@supper.example",)})
    bound_to: str | None = "the question"
    audience: str | None = f"{HERE}/metadata/"
    recipient: str = f"{HERE}/back/"
    issuer: str = NAME
    until: timedelta = 5 * MINUTE
    status: str = "Success"
    signer: str | None = "company"
    signs: str = "assertion"

    def but(self, **changed: object) -> Answer:
        return replace(self, **changed)  # type: ignore[arg-type]

    def encoded(self) -> str:
        """As the company's page posts it."""
        return base64.b64encode(self.xml().encode()).decode()

    def xml(self) -> str:
        assertion = self._signed(self._assertion()) if self.signs == "assertion" else self._assertion()
        answer = (
            f'<samlp:Response {SPACES} ID="_{uuid4().hex}" Version="2.0" IssueInstant="{_time()}" '
            f'Destination="{self.recipient}"{_attribute("InResponseTo", self.to)}>'
            f"<saml:Issuer>{self.issuer}</saml:Issuer><samlp:Status>"
            f'<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:{self.status}"/></samlp:Status>'
            f"{assertion if self.status == 'Success' else ''}</samlp:Response>"
        )
        return self._signed(answer) if self.signs == "response" else answer

    def _signed(self, xml: str) -> str:
        if self.signer is None:
            return xml
        signed: bytes = OneLogin_Saml2_Utils.add_sign(xml, *keys(self.signer))
        return signed.decode()

    def _assertion(self) -> str:
        end = _time(self.until)
        bound = self.to if self.bound_to == "the question" else self.bound_to
        for_us = (
            f"<saml:AudienceRestriction><saml:Audience>{self.audience}</saml:Audience></saml:AudienceRestriction>"
            if self.audience
            else ""
        )
        return (
            f'<saml:Assertion {SPACES} ID="_{uuid4().hex}" Version="2.0" IssueInstant="{_time()}">'
            f'<saml:Issuer>{self.issuer}</saml:Issuer><saml:Subject><saml:NameID Format="{self.form}">'
            f"{escape(self.person)}</saml:NameID>"
            '<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData '
            f'NotOnOrAfter="{end}" Recipient="{self.recipient}"{_attribute("InResponseTo", bound)}/>'
            f'</saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="{_time(-10 * MINUTE)}" '
            f'NotOnOrAfter="{end}">{for_us}</saml:Conditions><saml:AuthnStatement AuthnInstant="{_time()}">'
            "<saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password"
            f"</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>{self._told()}</saml:Assertion>"
        )

    def _told(self) -> str:
        each = (
            f'<saml:Attribute Name="{name}">'
            + "".join(f"<saml:AttributeValue>{escape(value)}</saml:AttributeValue>" for value in values)
            + "</saml:Attribute>"
            for name, values in self.told.items()
        )
        return f"<saml:AttributeStatement>{''.join(each)}</saml:AttributeStatement>" if self.told else ""


def _attribute(name: str, value: str | None) -> str:
    return f' {name}="{value}"' if value else ""


def _time(later: timedelta = timedelta()) -> str:
    return f"{datetime.now(UTC) + later:%Y-%m-%dT%H:%M:%SZ}"
