"""The API of runs and personas: one module an address, all in one router."""

from ninja import Router

from generation.api import generate, money, personas, results, runs, segments, webhooks

router = Router()
router.add_router("", generate.router, tags=["Runs"])
router.add_router("", runs.router, tags=["Runs"])
router.add_router("", segments.router, tags=["Segments"])
router.add_router("", personas.router, tags=["Personas"])
router.add_router("", results.router, tags=["Results"])
router.add_router("", webhooks.router, tags=["Webhooks"])
router.add_router("", money.router, tags=["Account"])
