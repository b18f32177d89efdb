"""The server: routes, faults and errors in the form of OpenAI's."""

from __future__ import annotations

import hashlib
import json
import math
import re
import struct
import time
from base64 import b64encode
from contextlib import suppress
from dataclasses import asdict, fields
from http.server import BaseHTTPRequestHandler
from typing import Any

from tests.fake_llm.answers import Filler
from tests.fake_llm.options import Options
from tests.fake_llm.state import Record, State


class Rejected(Exception):
    """An answer with an error status, in the form of OpenAI's."""

    def __init__(self, status: int, message: str, code: str, **headers: str) -> None:
        super().__init__(message)
        self.status, self.headers = status, headers
        self.body = {"error": {"message": message, "type": "invalid_request_error", "param": None, "code": code}}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    state: State

    def log_message(self, *_: object) -> None:
        """Silence: the log is kept in memory."""

    def do_GET(self) -> None:
        if self.path == "/_stats":
            self._answer(200, self.state.stats())
        elif self.path == "/_prompts":
            self._answer(200, [record.prompt for record in self.state.records])
        else:
            self._answer(200, {"object": "list", "data": [{"id": "fake", "object": "model"}]})

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers.get("content-length", 0))) or b"{}")
        if self.path == "/_config":
            vars(self.state.options).update({f.name: body[f.name] for f in fields(Options) if f.name in body})
            return self._answer(200, asdict(self.state.options))
        if self.path == "/_reset":
            self.state.records, self.state.embedded, self.state.peak = [], [], 0
            return self._answer(200, {})
        if self.state.options.api_key and self.headers.get("authorization") != f"Bearer {self.state.options.api_key}":
            return self._answer(401, Rejected(401, "Incorrect API key provided: sk-wrong", "invalid_api_key").body)
        return self._embed(body) if self.path.endswith("/embeddings") else self._chat(body)

    def _chat(self, asked: dict[str, Any]) -> None:
        state = self.state
        prompt = "\n".join(_texts(asked["messages"]))
        record = state.begin(prompt)
        try:
            self._answer(200, self._completion(asked, record))
        except Rejected as error:
            record.status = error.status
            self._answer(error.status, error.body, **error.headers)
        except ConnectionError:
            self.close_connection = True
        finally:
            with state.lock:
                state.active -= 1

    def _completion(self, asked: dict[str, Any], record: Record) -> dict[str, Any]:
        state, options = self.state, self.state.options
        record.prompt_tokens = state.tokens(record.prompt) + state.tokens(json.dumps(asked.get("tools", "")))
        limit = asked.get("max_completion_tokens") or asked.get("max_tokens") or 10**6
        self._fail(record, limit)
        state.wait_for_others()
        time.sleep(options.latency * (10 if record.fault == "slow" else 1))
        message, finish, text = _message(asked, record, options)
        room = int(limit * options.chars_per_token)
        if len(text) * options.output_scale > room:
            finish = "length"
        record.status = 200
        record.completion_tokens = min(limit, math.ceil(state.tokens(text) * options.output_scale))
        usage = {"prompt_tokens": record.prompt_tokens, "completion_tokens": record.completion_tokens}
        usage["total_tokens"] = sum(usage.values())
        choice = {"index": 0, "message": message, "finish_reason": finish, "logprobs": None}
        made = {"id": "chatcmpl-fake", "object": "chat.completion", "created": int(time.time())}
        return {**made, "model": asked.get("model", "fake"), "usage": usage, "choices": [choice]}

    def _fail(self, record: Record, limit: int) -> None:
        options, fault = self.state.options, record.fault
        wait = {"Retry-After": f"{options.retry_after:g}"} if options.retry_after else {}
        if options.no_credit:
            raise Rejected(429, "You exceeded your current quota", "insufficient_quota")
        if options.context_limit and record.prompt_tokens + min(limit, 10**5) > options.context_limit:
            raise Rejected(400, "This model's maximum context length is exceeded.", "context_length_exceeded")
        if fault == "429":
            raise Rejected(429, "Rate limit reached", "rate_limit_exceeded", **wait)
        if fault in ("500", "503"):
            raise Rejected(int(fault), "The server had an error", "server_error", **wait)
        if fault == "hang":
            time.sleep(options.hang)
        if fault in ("hang", "disconnect"):
            raise ConnectionError

    def _embed(self, asked: dict[str, Any]) -> None:
        texts = asked["input"] if isinstance(asked["input"], list) else [asked["input"]]
        self.state.embedded.append(texts)
        size = int(asked.get("dimensions") or 64)
        data = [{"object": "embedding", "index": i, "embedding": _vector(text, size)} for i, text in enumerate(texts)]
        if asked.get("encoding_format") == "base64":
            for one in data:
                one["embedding"] = b64encode(struct.pack(f"<{size}f", *one["embedding"])).decode()
        tokens = sum(map(self.state.tokens, texts))
        usage = {"prompt_tokens": tokens, "total_tokens": tokens}
        self._answer(200, {"object": "list", "data": data, "model": asked.get("model"), "usage": usage})

    def _answer(self, status: int, value: object, **headers: str) -> None:
        body = json.dumps(value, ensure_ascii=False).encode()
        with suppress(ConnectionError):
            self.send_response(status)
            for name, text in {"Content-Type": "application/json", "Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, text)
            self.end_headers()
            self.wfile.write(body)


def _message(asked: dict[str, Any], record: Record, options: Options) -> tuple[dict[str, Any], str, str]:
    """The message, why it ended, and its text."""
    filler = Filler(record.prompt, options, fewer=record.fault == "fewer")
    tools = [tool["function"] for tool in asked.get("tools") or []]
    schema = (
        tools[0].get("parameters") if tools else asked.get("response_format", {}).get("json_schema", {}).get("schema")
    )
    text = json.dumps(filler.fill(schema), ensure_ascii=False) if schema else "OK"
    finish = "tool_calls" if tools else "stop"
    match record.fault:
        case "malformed":
            text = text[: len(text) * 2 // 3].replace('",', '"', 3) + "}]"
        case "prose":
            text = "I looked at the research and I think there are several kinds of people here."
        case "empty":
            text = ""
        case "truncated":
            text, finish = text[: len(text) // 2], "length"
        case "refusal":
            return {"role": "assistant", "content": None, "refusal": "I cannot help with that."}, "stop", ""
    if not tools:
        return {"role": "assistant", "content": text, "refusal": None}, finish, text
    call = {"id": "call_1", "type": "function", "function": {"name": tools[0]["name"], "arguments": text}}
    return {"role": "assistant", "content": None, "tool_calls": [call]}, finish, text


def _texts(messages: list[dict[str, Any]]) -> list[str]:
    out = []
    for message in messages:
        content = message.get("content")
        out += [content] if isinstance(content, str) else [part.get("text", "") for part in content or []]
        out += [str(call["function"]["arguments"]) for call in message.get("tool_calls") or []]
    return out


def _vector(text: str, size: int) -> list[float]:
    """A hashed bag of words: texts that share words are near each other."""
    vector = [0.0] * size
    for word in re.findall(r"\w+", text.lower()):
        number = int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "big")
        vector[number % size] += 1.0 if number >> 63 else -1.0
    norm = math.sqrt(sum(value * value for value in vector)) or 1.0
    return [value / norm for value in vector]
