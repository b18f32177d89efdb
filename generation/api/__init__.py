"""The API of runs and personas: one module an address, all in one router."""

from ninja import Router

router = Router()
