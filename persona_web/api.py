"""The API under /api/v1/: a router of each app, nothing else."""

from __future__ import annotations

from accounts.api.application import Application

DESCRIPTION = """\
Everything that the pages can do with experiments, data, runs and personas.

Send a token as `Authorization: Bearer pw_…`; make one under *Account, API and webhooks*. Long work answers 202 with a
`Location` to follow. Every error is a problem (RFC 9457) with a `code` for programs and a `hint` for people.
"""

api = Application(title="Persona", version="1", description=DESCRIPTION, urls_namespace="api")
api.add_router("", "accounts.teams.api.router", tags=["Teams"])
api.add_router("", "experiments.api.router")
api.add_router("", "generation.api.router")
