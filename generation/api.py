"""The API of runs and personas: one router a room, all in one."""

from ninja import Router

# Where each lies, and under which heading it is documented.
ROUTERS = (
    ("runs.generate_api", "Runs"),
    ("runs.api", "Runs"),
    ("segments.api", "Segments"),
    ("personas.api", "Personas"),
    ("edits.api", "Personas"),
    ("personas.results_api", "Results"),
    ("personas.assigning_api", "Results"),
    ("shares.api", "Shares"),
    ("provenance.asking.api", "Results"),
    ("webhooks.api", "Webhooks"),
    ("billing.api", "Account"),
)

router = Router()
for place, heading in ROUTERS:
    router.add_router("", f"generation.{place}.router", tags=[heading])
