"""Vectors of texts: what a sentence model, a provider's or a local one, makes of answers; kept on disk, asked once."""

from __future__ import annotations

import asyncio
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, Any, Self

from persona.exceptions import ProviderReplyError
from persona.files import write_bytes
from persona.messages import configuration_error
from persona.models import Usage
from persona.providers import PROVIDERS
from persona.writers.llm.access import Access
from persona.writers.llm.connection import UNUSED_KEY, check_key, require_extra
from persona.writers.llm.errors import is_unbilled, provider_error, translate
from persona.writers.llm.model_name import LOCAL, ModelName
from persona.writers.llm.prices import Tariff
from persona.writers.llm.tokens import at_most
from persona.writers.llm.transport import http_client

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    import httpx2
    import numpy as np
    from numpy.typing import NDArray

    from persona.writers.llm.usage import UsageLog

    Vectors = NDArray[np.float32]

AT_ONCE = 128  # texts a call
LONGEST = 2_000  # characters of a text
EMPTY = "–"  # providers refuse texts without a word
GROUPING = 0  # calls of no persona


class Embedder:
    """Vectors by a model named `provider:name`, or `local:name` for the package sentence-transformers.

    Example:
        >>> access = Access(api_key=key)                                  # doctest: +SKIP
        >>> Embedder("openai:text-embedding-3-small", access, usage_log=UsageLog())(texts)  # doctest: +SKIP
    """

    def __init__(
        self,
        model: str,
        access: Access,
        *,
        usage_log: UsageLog,
        folder: Path | None = None,
    ) -> None:
        """Nothing is asked yet.

        Args:
            model: which model.
            access: how it is reached.
            usage_log: keeps what is spent, and the budget.
            folder: keeps vectors, so that no text is asked about twice.

        Raises:
            ConfigurationError: the model cannot be used.
        """
        require_extra()
        self._local = model.partition(":")[2] if model.startswith(f"{LOCAL}:") else None
        self._model, self._access, self._usage_log, self._folder = model, access, usage_log, folder
        self._mask: Callable[[str], str] = str
        self._tariff: Tariff | None = None
        if self._local is not None:
            _require_local()
            return
        self._name = ModelName.parse(model)
        if not PROVIDERS[self._name.provider].has_embeddings:
            *first, last = (provider.label for provider in PROVIDERS.values() if provider.has_embeddings)
            raise configuration_error("no_embeddings", model=model, names=f"{', '.join(first)} or {last}")
        check_key(self._name, access)
        self._tariff = _tariff(self._name, access)
        if usage_log.budget is not None and self._tariff.kind == "unknown":
            raise configuration_error("price_unknown", model=model)

    def masked(self, mask: Callable[[str], str]) -> Self:
        """The same, with `mask` hiding what must not be sent."""
        self._mask = mask
        return self

    def __call__(self, texts: Sequence[str]) -> Vectors:
        """One row a text. To be called where no event loop runs.

        Raises:
            ProviderError, BudgetExceededError: the model could not, or may not, be asked.
        """
        import numpy as np

        sent = [self._mask(text[:LONGEST]).strip() or EMPTY for text in texts]
        different = list(dict.fromkeys(sent))
        batches = [different[start : start + AT_ONCE] for start in range(0, len(different), AT_ONCE)]
        found = np.vstack(asyncio.run(self._all(batches)))
        place = {text: row for row, text in enumerate(different)}
        return np.asarray(found[[place[text] for text in sent]], dtype=np.float32)

    async def _all(self, batches: Sequence[Sequence[str]]) -> list[Vectors]:
        if self._local is not None:
            return [await self._known(batch, None) for batch in batches]
        async with http_client(self._access.patience) as client:
            return [await self._known(batch, client) for batch in batches]

    async def _known(self, texts: Sequence[str], client: httpx2.AsyncClient | None) -> Vectors:
        import numpy as np

        key = sha256("\0".join([self._model, self._access.base_url or "", *texts]).encode()).hexdigest()
        path = self._folder / f"{key}.npy" if self._folder else None
        if path is not None and path.is_file():
            return np.asarray(np.load(path), dtype=np.float32)
        found = await self._asked(texts, client)
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            file = BytesIO()
            np.save(file, found)
            write_bytes(path, file.getvalue())
        return found

    async def _asked(self, texts: Sequence[str], client: httpx2.AsyncClient | None) -> Vectors:
        if self._tariff is None or client is None:
            import numpy as np

            here = await self._local_model().embed(texts, input_type="document")
            return np.asarray(here.embeddings, dtype=np.float32)
        provider = self._name.label(self._access)
        worst = self._tariff.cost(sum(map(at_most, texts)), 0) or 0.0
        async with self._usage_log.call(GROUPING, worst) as call:
            try:
                made = await _model(self._name, self._access, client).embed(texts, input_type="document")
            except Exception as exc:  # noqa: BLE001 -- clients stumble in their own ways over what is no answer
                error = translate(exc, provider)
                call.unbilled = is_unbilled(error)
                raise error from None
            used = made.usage.input_tokens
            call.usage = Usage(requests=1, input_tokens=used, cost_usd=self._tariff.cost(used, 0))
        found = _one_each(made.embeddings, len(texts))
        if found is None:
            raise provider_error("provider_reply", ProviderReplyError, provider=provider)
        return found

    def _local_model(self) -> Any:
        from pydantic_ai.embeddings.sentence_transformers import SentenceTransformerEmbeddingModel

        return SentenceTransformerEmbeddingModel(self._local)


def _one_each(found: Sequence[Sequence[float]], texts: int) -> Vectors | None:
    """A row for each text; None where there are not as many, they differ in length, or hold what is no number."""
    import numpy as np

    try:
        vectors = np.asarray(found, dtype=np.float32)
    except (ValueError, TypeError):
        return None
    return vectors if vectors.ndim == 2 and len(vectors) == texts and np.isfinite(vectors).all() else None


def _tariff(name: ModelName, access: Access) -> Tariff:
    """The listed price; where there is none, the one that was given for the writer, which is hardly lower."""
    listed = Tariff.of(name, access.model_copy(update={"price": None}))
    return Tariff.of(name, access) if listed.kind == "unknown" else listed


def _require_local() -> None:
    from importlib.util import find_spec

    if find_spec("sentence_transformers") is None:
        raise configuration_error("local_embeddings")


def _model(name: ModelName, access: Access, client: httpx2.AsyncClient) -> Any:
    key, address = access.secret or UNUSED_KEY, name.address(access)
    if name.provider == "google":
        from pydantic_ai.embeddings.google import GoogleEmbeddingModel
        from pydantic_ai.providers.google import GoogleProvider

        return GoogleEmbeddingModel(
            name.name, provider=GoogleProvider(api_key=key, base_url=address, http_client=client)
        )
    from pydantic_ai.embeddings.openai import OpenAIEmbeddingModel
    from pydantic_ai.providers.openai import OpenAIProvider

    usual = address or "https://api.openai.com/v1"
    return OpenAIEmbeddingModel(name.name, provider=OpenAIProvider(base_url=usual, api_key=key, http_client=client))
