"""What a provider's failure means for a run: one border, where foreign exceptions become ours.

Their text is never passed on: it may repeat a key, or what was sent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from persona.exceptions import ProviderAuthError, ProviderBusy, ProviderError, ProviderReplyError
from persona.messages import hint, sentence

if TYPE_CHECKING:
    from persona.exceptions import PersonaError


def provider_error(code: str, kind: type[ProviderError] = ProviderError, /, **values: object) -> ProviderError:
    """The error for `code`, in the words of `persona.messages`."""
    return kind(sentence(code, **values), hint=hint(code, **values), code=code)


def busy(code: str, /, *, retry_after: float | None = None, **values: object) -> ProviderBusy:
    """The error for a provider that may answer later."""
    return ProviderBusy(sentence(code, **values), hint=hint(code, **values), code=code, retry_after=retry_after)


def translate(exc: Exception, provider: str) -> PersonaError:
    """Our error for an exception of pydantic-ai; `provider` is who answered, for people."""
    from pydantic_ai import exceptions as theirs

    retry_after = getattr(exc, "retry_after", None)
    match exc:
        case theirs.ModelQuotaExceededError():
            return provider_error("provider_no_credit", provider=provider)
        case theirs.ModelAuthenticationError():
            return provider_error("provider_auth", ProviderAuthError, provider=provider)
        case theirs.ModelNotFoundError():
            return provider_error("provider_no_model", provider=provider)
        case theirs.ModelContextWindowExceededError():
            return provider_error("provider_context", ProviderReplyError, provider=provider)
        case theirs.ModelRateLimitError():
            return busy("provider_rate", retry_after=retry_after, provider=provider)
        case theirs.ModelUnavailableError() | theirs.ModelServerError():
            return busy("provider_down", retry_after=retry_after, provider=provider)
        case theirs.ModelTimeoutError() | theirs.ModelRequestTimeout():
            return busy("provider_timeout", provider=provider)
        case theirs.ModelConnectionError():
            return busy("provider_unreachable", provider=provider)
        case theirs.ModelHTTPError() if exc.status_code in (401, 403):
            return provider_error("provider_auth", ProviderAuthError, provider=provider)
        case theirs.ModelAPIError():
            return provider_error("provider_rejects", provider=provider)
        case theirs.ContentFilterError():
            return provider_error("provider_refuses", ProviderReplyError, provider=provider)
        case theirs.OutputTokenLimitExceeded():
            return provider_error("provider_truncated", ProviderReplyError, provider=provider)
        case _:
            return provider_error("provider_reply", ProviderReplyError, provider=provider)
