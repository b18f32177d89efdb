"""Signing in with the company's own sign-in (OpenID Connect or SAML), and what its groups give people here."""
