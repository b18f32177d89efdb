"""The API of experiments: one module an address, all in one router."""

from ninja import Router

from experiments.api import arranging, columns, experiments, questions, rows, samples, sources

router = Router()
router.add_router("", experiments.router, tags=["Experiments"])
router.add_router("", arranging.router, tags=["Experiments"])
router.add_router("", samples.router, tags=["Experiments"])
router.add_router("", sources.router, tags=["Data"])
router.add_router("", questions.router, tags=["Data"])
router.add_router("", columns.router, tags=["Data"])
router.add_router("", rows.router, tags=["Data"])
