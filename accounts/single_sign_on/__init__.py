"""Signing in with the company's own sign-in (OpenID Connect), and what its groups give people here."""
