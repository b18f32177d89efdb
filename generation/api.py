"""The API of runs and personas: one router a room, all in one."""

from ninja import Router

from generation.billing.api import router as billing
from generation.personas.api import router as personas
from generation.personas.assigning_api import router as assigning
from generation.personas.results_api import router as results
from generation.runs.api import router as runs
from generation.runs.generate_api import router as generate
from generation.segments.api import router as segments
from generation.webhooks.api import router as webhooks

router = Router()
router.add_router("", generate, tags=["Runs"])
router.add_router("", runs, tags=["Runs"])
router.add_router("", segments, tags=["Segments"])
router.add_router("", personas, tags=["Personas"])
router.add_router("", results, tags=["Results"])
router.add_router("", assigning, tags=["Results"])
router.add_router("", webhooks, tags=["Webhooks"])
router.add_router("", billing, tags=["Account"])
