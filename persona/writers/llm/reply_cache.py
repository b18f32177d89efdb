"""Cache of replies by what was asked: the same question is paid for once, whoever asks it again."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from persona.files import write_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pydantic_ai.messages import ModelMessage, ModelResponse
    from pydantic_ai.models import ModelRequestParameters
    from pydantic_ai.settings import ModelSettings

# What a question is made of; the rest of a message (times, ids, usage) differs every time.
_TELLING = frozenset(["kind", "parts", "part_kind", "content", "args", "tool_name", "instructions"])


class ReplyCache:
    """A folder of replies. It holds what models answered, and of what was asked the fingerprint only."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def get(self, key: str) -> ModelResponse | None:
        """The reply to this question, if it is known."""
        from pydantic import ValidationError
        from pydantic_ai.messages import ModelMessagesTypeAdapter, ModelResponse

        if self._folder is None:
            return None
        try:
            found = ModelMessagesTypeAdapter.validate_json(self._path(key).read_bytes())
        except (OSError, ValidationError):
            return None
        return found[0] if found and isinstance(found[0], ModelResponse) else None

    def put(self, key: str, reply: ModelResponse) -> None:
        """Keep a reply; on disk when this returns."""
        from pydantic_ai.messages import ModelMessagesTypeAdapter

        if self._folder is not None:
            self._folder.mkdir(parents=True, exist_ok=True)
            write_bytes(self._path(key), ModelMessagesTypeAdapter.dump_json([reply]))

    def forget(self, key: str) -> None:
        """A reply that was of no use is asked for again."""
        if self._folder is not None:
            self._path(key).unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        assert self._folder is not None  # noqa: S101 -- asked by its callers
        return self._folder / f"{key}.json"


def fingerprint(
    who: Sequence[str],
    messages: Sequence[ModelMessage],
    settings: ModelSettings | None,
    parameters: ModelRequestParameters,
) -> str:
    """The same for the same question to the same model, in whatever run."""
    from pydantic_ai.messages import ModelMessagesTypeAdapter

    asked = _only_telling(ModelMessagesTypeAdapter.dump_python(list(messages), mode="json"))
    limit = (settings or {}).get("max_tokens")
    text = json.dumps([list(who), asked, form_of(parameters), limit], sort_keys=True, ensure_ascii=False, default=str)
    return sha256(text.encode()).hexdigest()


def form_of(parameters: ModelRequestParameters) -> list[object]:
    """The form that the answer is asked for in, whichever way the model is told."""
    tools: list[object] = [tool.parameters_json_schema for tool in parameters.output_tools]
    return [*tools, parameters.output_object.json_schema] if parameters.output_object else tools


def _only_telling(messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {
            name: [{key: part[key] for key in _TELLING & part.keys()} for part in value] if name == "parts" else value
            for name, value in message.items()
            if name in _TELLING
        }
        for message in messages
    ]
