"""Check of a key: the smallest possible question, before anything depends on the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.writers.llm.connection import connected
from persona.writers.llm.errors import translate
from persona.writers.llm.model_name import ModelName

if TYPE_CHECKING:
    from persona.writers.llm.access import Access

SMALLEST = 16  # tokens; some providers take no lower limit


async def check_access(model: str, access: Access) -> None:
    """Ask `model` for one word, to see that key, address and name are right; costs next to nothing.

    Raises:
        ConfigurationError: the name has no provider that is known, or a key is missing.
        ProviderAuthError: the key was refused.
        ProviderError: the provider could not be used for another reason; `ProviderBusy` may pass.
    """
    name = ModelName.parse(model)
    async with connected(name, access) as asked:
        from pydantic_ai.messages import ModelRequest
        from pydantic_ai.models import ModelRequestParameters

        patience = access.patience
        settings = {"max_tokens": SMALLEST, "max_retries": 0, "request_timeout": patience.connect + patience.read}
        try:
            await asked.request([ModelRequest.user_text_prompt("Say OK.")], settings, ModelRequestParameters())  # type: ignore[arg-type]
        except Exception as exc:  # noqa: BLE001 -- clients stumble in their own ways over what is no answer
            raise translate(exc, name.label(access)) from None
