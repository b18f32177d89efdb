"""How long what people write may be: for the web's tables, which need nothing else of the models."""

from __future__ import annotations

QUESTION = 300
"""Letters of a question to a finished run."""
