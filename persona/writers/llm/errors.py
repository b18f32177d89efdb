"""What a provider's failure means for a run: one border, where foreign exceptions become ours.

Their text is never passed on: it may repeat a key, or what was sent.
"""

from __future__ import annotations

from persona.exceptions import ProviderAuthError, ProviderBusy, ProviderError, ProviderReplyError
from persona.messages import hint, sentence


def provider_error(code: str, kind: type[ProviderError] = ProviderError, /, **values: object) -> ProviderError:
    """The error for `code`, in the words of `persona.messages`."""
    return kind(sentence(code, **values), hint=hint(code, **values), code=code)


def busy(code: str, /, *, retry_after: float | None = None, **values: object) -> ProviderBusy:
    """The error for a provider that may answer later."""
    return ProviderBusy(sentence(code, **values), hint=hint(code, **values), code=code, retry_after=retry_after)


# pydantic-ai's exceptions, the narrower first: our code, and what kind of error it is for a run.
_MEANINGS: tuple[tuple[str, str, type[ProviderError]], ...] = (
    ("ModelQuotaExceededError", "provider_no_credit", ProviderError),
    ("ModelAuthenticationError", "provider_auth", ProviderAuthError),
    ("ModelNotFoundError", "provider_no_model", ProviderError),
    ("ModelContextWindowExceededError", "provider_context", ProviderReplyError),
    ("ModelRateLimitError", "provider_rate", ProviderBusy),
    ("ModelUnavailableError", "provider_down", ProviderBusy),
    ("ModelServerError", "provider_down", ProviderBusy),
    ("ModelTimeoutError", "provider_timeout", ProviderBusy),
    ("ModelRequestTimeout", "provider_timeout", ProviderBusy),
    ("ModelConnectionError", "provider_unreachable", ProviderBusy),
    ("ModelAPIError", "provider_rejects", ProviderError),
    ("ContentFilterError", "provider_refuses", ProviderReplyError),
    ("OutputTokenLimitExceeded", "provider_truncated", ProviderReplyError),
)
FORBIDDEN = (401, 403)
_PERHAPS_PAID = ("provider_timeout", "provider_unreachable", "provider_reply")


def translate(exc: Exception, provider: str) -> ProviderError:
    """Our error for an exception of pydantic-ai; `provider` is who answered, for people.

    Any other exception is a client's that stumbled over an answer in no form it knows: such an answer is of no use.
    """
    from pydantic_ai import exceptions as theirs

    if isinstance(exc, theirs.ModelHTTPError) and exc.status_code in FORBIDDEN:
        return provider_error("provider_auth", ProviderAuthError, provider=provider)
    for name, code, kind in _MEANINGS:
        if isinstance(exc, getattr(theirs, name)):
            if kind is ProviderBusy:
                return busy(code, retry_after=getattr(exc, "retry_after", None), provider=provider)
            return provider_error(code, kind, provider=provider)
    return provider_error("provider_reply", ProviderReplyError, provider=provider)


def is_unbilled(error: ProviderError) -> bool:
    """Whether the provider turned the question away; otherwise it may have answered, and want to be paid."""
    return error.code not in _PERHAPS_PAID
