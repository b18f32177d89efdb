"""The API of experiments: one module an address, all in one router."""

from ninja import Router

from experiments.api import experiments

router = Router()
router.add_router("", experiments.router, tags=["Experiments"])
