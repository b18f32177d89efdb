"""Drafting: a language model puts a segment into words, and may only say what it was given evidence for."""

from __future__ import annotations

from persona.drafting.access import Access, Patience, Price
from persona.drafting.naming import PROVIDERS, ModelName
from persona.drafting.trying import check_access

__all__ = ["PROVIDERS", "Access", "ModelName", "Patience", "Price", "check_access"]
