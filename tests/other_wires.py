"""A small stand-in that speaks as Anthropic and as Google do: enough for their own clients to work unchanged."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.fake_llm import Options
from tests.fake_llm.answers import Filler

TOKENS = {"input": 1000, "output": 200}


class Wire(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    asked: list[tuple[str, dict[str, str], dict[str, Any]]]
    statuses: list[int]

    def log_message(self, *_: object) -> None:
        """Silence."""

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        self.asked.append((self.path, dict(self.headers.items()), body))
        status = self.statuses.pop(0) if self.statuses else 200
        answer = _anthropic if self.path.endswith("/v1/messages") else _google
        self._answer(status, answer(body) if status == 200 else _error(self.path, status))

    def _answer(self, status: int, value: object) -> None:
        data = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def _anthropic(asked: dict[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = {"type": "text", "text": "OK"}
    prompt = "\n".join(_texts(asked["messages"]))
    if asked.get("tools"):
        tool = asked["tools"][0]
        made = {
            "type": "tool_use",
            "id": "toolu_1",
            "name": tool["name"],
            "input": _filled(prompt, tool["input_schema"]),
        }
    elif wanted := asked.get("output_config", {}).get("format"):
        made = {"type": "text", "text": json.dumps(_filled(prompt, wanted["schema"]))}
    return {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": asked["model"],
        "content": [made],
        "stop_reason": "tool_use" if asked.get("tools") else "end_turn",
        "stop_sequence": None,
        "usage": {"input_tokens": TOKENS["input"], "output_tokens": TOKENS["output"]},
    }


def _google(asked: dict[str, Any]) -> dict[str, Any]:
    part: dict[str, Any] = {"text": "OK"}
    if asked.get("tools"):
        function = asked["tools"][0]["functionDeclarations"][0]
        names = ("parametersJsonSchema", "parameters_json_schema", "parameters")
        schema = next(function[name] for name in names if name in function)
        prompt = "\n".join(part["text"] for content in asked["contents"] for part in content["parts"] if "text" in part)
        part = {"functionCall": {"name": function["name"], "args": _filled(prompt, schema)}}
    return {
        "candidates": [{"content": {"role": "model", "parts": [part]}, "finishReason": "STOP", "index": 0}],
        "usageMetadata": {
            "promptTokenCount": TOKENS["input"],
            "candidatesTokenCount": TOKENS["output"],
            "totalTokenCount": sum(TOKENS.values()),
        },
        "modelVersion": "gemini",
        "responseId": "r1",
    }


def _filled(prompt: str, schema: dict[str, Any]) -> Any:
    return Filler(prompt, Options(), fewer=False).fill(schema)


def _texts(messages: list[dict[str, Any]]) -> list[str]:
    out: list[str] = []
    for message in messages:
        content = message["content"]
        out += [content] if isinstance(content, str) else [part.get("text", "") for part in content]
    return out


def _error(path: str, status: int) -> dict[str, Any]:
    if path.endswith("/v1/messages"):
        kinds = {401: "authentication_error", 429: "rate_limit_error", 529: "overloaded_error"}
        return {"type": "error", "error": {"type": kinds[status], "message": "invalid x-api-key sk-ant-secret"}}
    names = {400: "INVALID_ARGUMENT", 429: "RESOURCE_EXHAUSTED", 503: "UNAVAILABLE", 403: "PERMISSION_DENIED"}
    return {"error": {"code": status, "message": "API key not valid", "status": names[status]}}


class OtherWires:
    """The server on a thread of its own; `statuses` are answered first, one a request."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, str], dict[str, Any]]] = []
        self.statuses: list[int] = []
        wire = type("BoundWire", (Wire,), {"asked": self.asked, "statuses": self.statuses})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), wire)
        self._server.daemon_threads = True

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> OtherWires:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
