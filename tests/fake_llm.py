"""A language model's server for tests: speaks as OpenAI does, answers predictably, fails on request, keeps a log.

    python tests/fake_llm.py --port 8099 --latency 2 --quotes near --fault-plan 429,ok

POST */chat/completions and */embeddings, GET */models are what clients ask for. GET /_stats and /_prompts tell what
was sent, POST /_config changes any option, POST /_reset zeroes the counters. In a test: `with FakeLLM() as fake:`.

Answers satisfy the JSON schema that is asked for. Where an object has a property like "quote" and one like
"evidence_id", both come from one line of the data: its words as they stand (`real`), with every seventh word
another (`near`), or made up (`invented`).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import random
import re
import struct
import threading
import time
from base64 import b64encode
from collections import Counter
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

FAULTS = (
    "429", "500", "503", "malformed", "prose", "empty", "fewer", "truncated", "refusal", "hang", "disconnect", "slow",
)  # fmt: skip


@dataclass
class Options:
    """What the server does; every one may be changed while it runs."""

    latency: float = 0.0
    quotes: str = "real"
    count: int = 0  # items of a list; 0: what the prompt asks for
    fault_plan: str = ""  # taken in order, then "ok"; with fault_loop again from the start
    fault_loop: bool = False
    fault_rate: float = 0.0  # share of requests that meet a fault drawn from `FAULTS`
    retry_after: float = 0.0
    hang: float = 600.0
    api_key: str = ""
    context_limit: int = 128_000  # tokens
    chars_per_token: float = 4.0
    output_scale: float = 1.0  # answers are told to be so many times as long
    no_credit: bool = False
    seed: int = 0


# -- reading the prompt ----------------------------------------------------------------------------------
class Evidence:
    """Sentences of the data, each with the id of its line; they are given out in turn."""

    BRACKET = re.compile(r"^\W{0,4}\[([^\]\s]{1,48})\]")
    KEYED = re.compile(r"\b\w*id\b\W{1,6}([\w:.-]{1,48})", re.IGNORECASE)
    CELL = re.compile(r'[|\t]|","|,"|",|": ?"')
    SENTENCE = re.compile(r"[A-Z][^.!?\"|]{25,220}[.!?]")

    def __init__(self, text: str, rng: random.Random) -> None:
        self.items: list[tuple[str, str]] = []
        current = ""
        for line in text.splitlines():
            if found := self.BRACKET.search(line[:60]) or self.KEYED.search(line[:60]):
                current = found[1]
            if len(line) >= 30:
                self.items += [(current, said) for said in self._sentences(line)]
        told = [item for item in self.items if item[0] and not re.search(r"[<>`]|\bpersonas?\b|\bJSON\b", item[1])]
        self.items = told or self.items
        self._at = rng.randrange(len(self.items)) if self.items else 0

    def _sentences(self, line: str) -> list[str]:
        out: list[str] = []
        for piece in self.CELL.split(line):
            cell = piece.strip(' "{}[]')
            found = self.SENTENCE.findall(cell)
            out += found or ([cell[:120].rsplit(" ", 1)[0]] if len(cell) > 40 else [])
        return [said.strip() for said in out]

    def next(self) -> tuple[str, str]:
        if not self.items:
            return "", ""
        self._at = (self._at + 7) % len(self.items)
        return self.items[self._at]


def wanted(prompt: str) -> int:
    """How many items the prompt asks for."""
    found = re.search(r"\b(?:write|give|exactly)\s+(?:exactly |up to |at least )?(\d{1,3})\b", prompt, re.IGNORECASE)
    return int(found[1]) if found else 3


# -- making the answer -----------------------------------------------------------------------------------
VERBS = ("reduce", "automate", "understand", "share", "compare", "track", "plan")
NOUNS = ("weekly reports", "team hand-overs", "billing", "exports", "reminders", "onboarding", "mobile access")


class Filler:
    """Values for a JSON schema."""

    def __init__(self, prompt: str, options: Options, *, fewer: bool) -> None:
        seed = hashlib.sha1(f"{options.seed}{prompt[:2000]}{len(prompt)}".encode()).digest()
        self.rng = random.Random(seed)
        self.evidence = Evidence(prompt, self.rng)
        self.count = max(0, (options.count or wanted(prompt)) - fewer)
        self.mode = options.quotes
        self.made = 0
        self.pair: tuple[str, str] | None = None

    def fill(self, schema: dict[str, Any]) -> Any:
        self.root = schema
        return self._value(schema, "", 0)

    def _value(self, schema: dict[str, Any], key: str, depth: int) -> Any:
        schema = self._resolved(schema)
        self.made += 1
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return schema["enum"][self.made % len(schema["enum"])]
        kind = schema.get("type") or ("object" if "properties" in schema else "string")
        match kind:
            case "object":
                return self._object(schema, depth)
            case "array":
                return self._array(schema, key, depth)
            case "boolean":
                return True
            case "integer" | "number":
                return schema.get("minimum", 0) + 1
        return self._string(schema, key.lower())

    def _resolved(self, schema: dict[str, Any]) -> dict[str, Any]:
        while "$ref" in schema or "anyOf" in schema:
            if "anyOf" in schema:
                schema = next(one for one in schema["anyOf"] if one.get("type") != "null")
                continue
            node: Any = self.root
            for part in schema["$ref"].lstrip("#/").split("/"):
                node = node[part]
            schema = node
        return schema

    def _object(self, schema: dict[str, Any], depth: int) -> dict[str, Any]:
        before, properties = self.pair, schema.get("properties", {})
        self.pair = self._quote() if any("quote" in key.lower() for key in properties) else None
        made = {key: self._value(sub, key, depth + 1) for key, sub in properties.items()}
        self.pair = before
        return made

    def _array(self, schema: dict[str, Any], key: str, depth: int) -> list[Any]:
        item = self._resolved(schema.get("items", {}))
        count = self.count if depth <= 1 and "properties" in item else 2
        told = re.search(r"minItems: (\d+)", schema.get("description", ""))  # as Anthropic's client writes it
        count = min(max(count, schema.get("minItems", 0), int(told[1]) if told else 0), schema.get("maxItems", 99))
        return [self._value(item, key, depth + 1) for _ in range(count)]

    def _string(self, schema: dict[str, Any], key: str) -> str:
        if "quote" in key:
            value = self.pair[1] if self.pair else self._quote()[1]
        elif "evidence_id" in key or "citation" in key:
            value = (self.pair[0] if self.pair else self.evidence.next()[0]) or f"S{self.made}"
        else:
            value = f"Wants to {self._phrase()}"
        return value[: schema.get("maxLength", len(value))]

    def _quote(self) -> tuple[str, str]:
        self.made += 1
        ident, real = self.evidence.next()
        if self.mode == "invented" or not real:
            tag = f"{self.rng.getrandbits(24):06x}"
            return (
                ident,
                f"Honestly the zeppelin dashboard {tag} made me want to {self._phrase()} every single morning.",
            )
        if self.mode == "near":
            words = real.split()
            words[len(words) // 2] = "never"
            real = " ".join(words)
        return ident, real

    def _phrase(self) -> str:
        self.made += 1
        return f"{VERBS[self.made % len(VERBS)]} {NOUNS[self.made * 3 % len(NOUNS)]}"


# -- the server ------------------------------------------------------------------------------------------
class Rejected(Exception):
    """An answer with an error status, in the form of OpenAI's."""

    def __init__(self, status: int, message: str, code: str, **headers: str) -> None:
        super().__init__(message)
        self.status, self.headers = status, headers
        self.body = {"error": {"message": message, "type": "invalid_request_error", "param": None, "code": code}}


@dataclass
class Record:
    """One request that was made."""

    prompt: str
    fault: str
    status: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0


@dataclass
class State:
    options: Options = field(default_factory=Options)
    records: list[Record] = field(default_factory=list)
    embedded: list[list[str]] = field(default_factory=list)
    active: int = 0
    peak: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def tokens(self, text: str) -> int:
        return math.ceil(len(text) / self.options.chars_per_token)

    def draw(self, number: int) -> str:
        """The fault of the request with this number."""
        o = self.options
        plan = [one.strip() for one in o.fault_plan.split(",") if one.strip()]
        if plan and (number < len(plan) or o.fault_loop):
            return plan[number % len(plan)].replace("ok", "")
        rng = random.Random(f"{o.seed}-{number}")
        return rng.choice(FAULTS) if rng.random() < o.fault_rate else ""

    def stats(self) -> dict[str, Any]:
        return {
            "requests": len(self.records),
            "prompt_tokens": sum(record.prompt_tokens for record in self.records),
            "completion_tokens": sum(record.completion_tokens for record in self.records),
            "statuses": Counter(str(record.status) for record in self.records),
            "faults": Counter(record.fault for record in self.records if record.fault),
            "peak_concurrent": self.peak,
            "embedding_requests": len(self.embedded),
        }


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
        with state.lock:
            record = Record(prompt, state.draw(len(state.records)))
            state.records.append(record)
            state.active += 1
            state.peak = max(state.peak, state.active)
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


class FakeLLM:
    """The server on a thread of its own; `fake.options` may be changed, `fake.prompts` is all that was sent."""

    def __init__(self, *, port: int = 0, **options: Any) -> None:
        self.state = State(Options(**options))
        handler = type("BoundHandler", (Handler,), {"state": self.state})
        self._server = ThreadingHTTPServer(("127.0.0.1", port), handler)
        self._server.daemon_threads = True

    @property
    def options(self) -> Options:
        return self.state.options

    @property
    def records(self) -> list[Record]:
        return self.state.records

    @property
    def prompts(self) -> list[str]:
        return [record.prompt for record in self.state.records]

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    def __enter__(self) -> FakeLLM:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def reset(self, **options: Any) -> None:
        """As it was at the start, with these options."""
        vars(self.state.options).update(vars(Options(**options)))
        self.state.records, self.state.embedded, self.state.peak = [], [], 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=8099)
    for option in fields(Options):
        kind = type(option.default)
        how: dict[str, Any] = {"action": "store_true"} if kind is bool else {"type": kind, "default": option.default}
        parser.add_argument(f"--{option.name.replace('_', '-')}", **how)
    asked = vars(parser.parse_args())
    with FakeLLM(**asked) as fake:
        print(fake.base_url, flush=True)  # noqa: T201 -- a script of its own
        threading.Event().wait()


if __name__ == "__main__":
    main()
