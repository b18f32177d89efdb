"""A language model's server for tests: speaks as OpenAI does, answers predictably, fails on request, keeps a log.

    python -m tests.fake_llm --port 8099 --latency 2 --quotes near --fault-plan 429,ok

POST */chat/completions and */embeddings, GET */models are what clients ask for. GET /_stats and /_prompts tell what
was sent, POST /_config changes any option, POST /_reset zeroes the counters. In a test: `with FakeLLM() as fake:`.

Answers satisfy the JSON schema that is asked for. Where an object has a property like "quote" and one like
"evidence_id", both come from one line of the data: its words as they stand (`real`), with every seventh word
another (`near`), or made up (`invented`).
"""

from __future__ import annotations

import threading
from http.server import ThreadingHTTPServer
from typing import Any

from tests.fake_llm.options import FAULTS, Options
from tests.fake_llm.server import Handler
from tests.fake_llm.state import Record, State

__all__ = ["FAULTS", "FakeLLM", "Options", "Record", "State"]


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
